"""Date phrases: found, placed and worked out from the article's own day, never from the clock.

The table below is the order of trial: a rule reads only words that no earlier rule has read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from regesta.model import Basis, Span, When
from regesta.read.dates import absolute, feasts, foreign, month_year, relative, weekday
from regesta.read.dates.rule import Anchor, Rule, anchor_of, worth_trying
from regesta.text.hinted import holds_any

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *foreign.RULES,
    *feasts.RULES,
    *month_year.RULES,
    *relative.RULES,
    *weekday.RULES,
)
# A cheap look before the table is tried: no rule reads words without one of these. Letters of
# other scripts are: quotation marks and dashes are none.
_HINT = re.compile(
    r"\d{4}|\d\s?[a-z]+\sago|\bago\b|\d\s[A-Z]|[A-Z][a-z.]+\s\d|day\b|(?:to|last\s)night|tomorrow"
    r"|morning|evening|week|month|year|(?:this|last)\s(?:spring|summer|autumn|fall)|Easter|New\sYear|Eve|DAY\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[^\x00-\u024f\u2000-\u20cf]"
    r"|\b(?:hace|vor|il y a|há)\s\d|\d\s\w+\sfa\b"
)
_DIGIT = re.compile(r"\d")
# Of plain text without a figure: what all that _HINT looks for has within it.
_HINT_WORDS = (
    "day", "week", "month", "year", "ago", "night", "tomorrow", "morning", "evening", "this",
    "Easter", "New Year", "Eve", "DAY", "last", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
    "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
# Words that look forward when they stand shortly before the phrase in its sentence.
_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?<!believed )(?<!thought )(?<!suspected )(?<!said )(?<!known )"
    r"(?<!reported )to\sbe|is\sto|are\sto|due|slated|set\sto|plans?\sto"
    r"|(?:scheduled|planned|expected)(?!\s(?:meeting|visit|trip|summit|talks|call|tour|session))"
    r"|upcoming|coming|closes|opens\son|ends\son|begins?|starts?|until|starting)\b"
    r"[^.;!?]{0,60}$",
    re.IGNORECASE,
)
# Saying is done: "will meet, the Kremlin said on Thursday" looks back for its Thursday.
_SAID = re.compile(
    r"\b(?:said|told|announced|reported|confirmed|stated|added|declared|wrote|posted|warned|"
    r"cautioned|noted|insisted|argued|claimed|stressed|tweeted|remarked|reiterated|repeated|"
    r"acknowledged|admitted|revealed|disclosed|began|started|was|were|had)\b[^,.;]{0,20}$"
    r"|\b(?:it|he|she|they|who|which)\s(?:\w+ly\s)?(?:\w+ed|quit|left|took|sent|struck|won|held)\s"
    r"(?:(?:in|on|late|early|back)\s){0,3}$",  # "would return to the accord it left in May"
    re.IGNORECASE,
)
_END = re.compile(r"(?:[\s,(]|(?<=[a-z]{4})\.|(?<=May)\.)+$")  # marks that end no date
_REACH = 80  # characters before a phrase that are searched for words that look ahead


def find_dates(
    text: str, *, page: str, start: int, end: int, anchor: str | None
) -> tuple[When, ...]:
    """Every date phrase of text[start:end], in text order, with its span.

    `anchor` is the ISO day (or moment) that the article was published, None when nobody knows:
    then only phrases that name their own year are read.
    """
    if not _may_hold_date(text[start:end]) or not _HINT.search(text, start, end):
        return ()
    base = anchor_of(anchor)
    found = []
    for rule, match in _matches(text, start=start, end=end, line=False):
        read = rule.told or rule.read
        value = read(match, _looking(base, rule=rule, match=match, start=start))
        if value is not None:
            found.append(_when(value, rule=rule, match=match, page=page))
    return tuple(sorted(found, key=lambda when: when.span.start if when.span else 0))


def _may_hold_date(words: str) -> bool:
    """Whether words may hold what dates have, told by their letters."""
    if not words.isascii() or _DIGIT.search(words) is not None:
        return True
    return holds_any(words, hints=_HINT_WORDS)


@lru_cache(maxsize=2048)  # the time lines of a page say the same again and again
def resolve(phrase: str, *, base: str | None, ahead: bool = False) -> str | None:
    """The ISO prefix that a phrase names, None when it names no single date ("last week").

    `base` is the ISO moment or day that relative words count from. With `ahead` a weekday or a
    day without a year is the next one, not the last.
    """
    anchor = anchor_of(base, ahead=ahead)
    matches = sorted(
        _matches(phrase, start=0, end=len(phrase), line=True), key=lambda pair: pair[1].start()
    )
    values = [
        value
        for rule, match in matches
        if not rule.rough and (value := rule.read(match, anchor)) is not None
    ]
    if not values:
        return None
    same_day = [value for value in values if value[:10] == values[0][:10]]
    return max(same_day, key=len)


def ahead(when: When, *, text: str, anchor: str | None) -> When:
    """The same words read as lying ahead, for a sentence whose tense says so."""
    if when.span is None or when.basis is not Basis.RELATIVE:
        return when
    value = resolve(when.span.words(text), base=anchor, ahead=True)  # None for "next week"
    return when if value is None else replace(when, value=value, rule=f"{when.rule}.ahead")


def _matches(
    text: str, *, start: int, end: int, line: bool
) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Each rule's matches in table order; words once read are spent."""
    spent: list[tuple[int, int]] = []
    for rule in worth_trying(RULES, text, start=start, end=end):
        if rule.line and not line:
            continue
        for match in rule.pattern.finditer(text, start, end):
            if any(match.start() < last and first < match.end() for first, last in spent):
                continue
            spent.append(match.span())
            yield rule, match


def _looking(base: Anchor, *, rule: Rule, match: re.Match[str], start: int) -> Anchor:
    """The anchor, looking ahead when the words before the phrase do."""
    if not rule.relative or base.day is None:
        return base
    before = match.string[max(start, match.start() - _REACH) : match.start()]
    if _AHEAD.search(before) and not _SAID.search(before):
        return replace(base, ahead=True)
    return base


def _when(value: str, *, rule: Rule, match: re.Match[str], page: str) -> When:
    words = match.group()
    first = match.start() + len(words) - len(words.lstrip())
    last = match.start() + len(_END.sub("", words))
    if match.string[last - 1] == ")" and "(" not in words:
        last -= 1
    return When(
        value=value,
        basis=Basis.RELATIVE if rule.relative else Basis.TEXT,
        rule=rule.name,
        span=Span(page=page, start=first, end=last),
    )
