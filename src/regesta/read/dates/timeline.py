"""Lines that only tell a time: "4 hours ago", "Evening Post3h ago", "Published: 2 May 2024"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from regesta.read.dates import absolute, foreign, month_year, relative
from regesta.read.dates.clock import CLOCK
from regesta.read.dates.rule import Rule, worth_trying
from regesta.text.hinted import holds_any

_DAY_RULES = tuple(rule for rule in month_year.RULES if rule.name.startswith("day."))
_AGO_RULES = tuple(rule for rule in relative.RULES if rule.name != "relative.hedged")
_CLOCK_ONLY = Rule(  # a moment whose day the line does not say
    name="clock.only",
    pattern=re.compile(
        rf"(?<![\d:.,/-])(?=\d{{1,2}}(?::|(?:\.\d\d)?\s?[AaPp]\.?\s?[Mm])){CLOCK}(?![\d:.,/-]\d)"
    ),
    read=lambda match, anchor: None,
    relative=True,
)
RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *foreign.RULES,
    *_AGO_RULES,
    *_DAY_RULES,
    _CLOCK_ONLY,
)
_HINT = re.compile(
    r"ago(?-i:(?![a-z]))|\d{4}|\d[:.]\d\d|\d\s?[smhdwy]\b|\bnow\b|yesterday|today|\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d"
    r"|назад|hace|\bvor\b|il y a|前|منذ|पहले|年",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
# Without a figure only these may tell a time.
_WORDS = ("ago", "now", "today", "yesterday", "назад", "hace", "vor", "il y a", "منذ", "पहले", "前")
# Words that may stand around a time without making the line anything else.
_FILLER = re.compile(
    r"(?>(?:first\s)?(?:published|posted|updated|modified|created|released|last|on|at|time|date|clock"
    r"|edited|issued|print|uploaded|added|reported|by|dated|as of|since"
    r"|about|over|almost|nearly|around|more than|less than|min(?:ute)?s? read|\d+)"
    r"|(?:local time|hrs|hours|uhr)|\W)*+",
    re.IGNORECASE,
)
_MOST_FILLER = 120  # characters; what is longer says more than that
_OUTER = " \t|•·:,-–—"  # marks around words


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A time in a short line: its place in the line, the words before and after it.

    `absolute` tells a date that names itself from one that counts from the moment of reading.
    """

    start: int
    end: int
    before: str
    after: str
    absolute: bool
    rule: str

    @property
    def alone(self) -> bool:
        """Whether the line says nothing but the time."""
        return not self.before and not self.after


@lru_cache(maxsize=2048)  # the same few time lines stand on every page of a site
def time_line(text: str) -> TimeLine | None:
    """The time that a short line tells, None when it tells none."""
    return find_time(text)


def find_time(text: str) -> TimeLine | None:
    """The same of a line that hardly comes back."""
    if not _FIGURE.search(text) and not holds_any(text.lower(), hints=_WORDS):
        return None
    if not _HINT.search(text):
        return None
    found: list[tuple[int, int, Rule]] = []
    for rule in worth_trying(RULES, text):
        for match in rule.pattern.finditer(text):
            if all(match.end() <= first or last <= match.start() for first, last, _ in found):
                found.append((match.start(), match.end(), rule))
    if not found:
        return None
    found.sort(key=lambda part: part[0])
    start, end, best = found[0]
    for first, last, rule in found[1:]:  # "2024-05-04 May 4, 2024 2:15 PM" is one time
        if _bare(text[end:first]):
            break
        end = last
        best = rule if best.relative and rule is not _CLOCK_ONLY else best
    if best is _CLOCK_ONLY and (_bare(text[:start]) or _bare(text[end:])):
        return None  # "Gates open 10:30 at the quay"
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end = start + len(text[start:end].rstrip(" ,("))
    if best.name == "relative.day" and _bare(text[:start]):
        return None  # "India Today", "Russia Today": a name, not a time
    return TimeLine(
        start=start,
        end=end,
        before=_bare(text[:start]),
        after=_bare(text[end:]),
        absolute=not best.relative or best.name.startswith("day."),
        rule=best.name,
    )


def _bare(text: str) -> str:
    """The words around a time without labels, marks and reading times; "" when none is left."""
    if len(text) > _MOST_FILLER:
        return text.strip(_OUTER)
    return "" if _FILLER.fullmatch(text) else text.strip(_OUTER)
