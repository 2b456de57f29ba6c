"""Numbers in the words of a deed: what they count, how they are hedged, what they cover."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf

from regesta.knowledge.load import parts, rows
from regesta.link.common import country_words
from regesta.link.words import words
from regesta.model import Event, EventType, Modality, Quantity, Span
from regesta.text.numbers import SCALES, SMALL_NUMBERS, bound

NEAR = 45
"""Characters around a number in which words say how it is hedged and what it covers."""

NOUN_WORDS = 3
"""What is counted stands within so many words after the number: "19 stray Russian drones"."""

ABOUT = 0.1
"""An "about" covers a tenth on either side."""

_NUMBERS = tuple(SMALL_NUMBERS)
_FIGURE = re.compile(
    r"(?<![\w.,:/-])(?:(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    rf"|(?P<word>{'|'.join(_NUMBERS[1:])})(?:-(?P<unit>{'|'.join(_NUMBERS[:9])}))?)"
    rf"(?: (?P<scale>{'|'.join(SCALES)}))?(?![\w:/-]|[.,]\d| - )",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d[1-9]|(?:1[89]|20)[1-9]0")
"""A number of four digits without a comma; round ones, as 1900 and 2000, may count something."""

_UNREAL = re.compile(
    r"\b(?:not|never|no(?! fewer| more| less)|without|if|would|could|may|might|will)\b"
    r"|\b(?:threat|plan|vow)|n['’]t\b"
)
"""Before a number of the same clause: what was threatened or not done was not so many."""

_CLAUSE_START = re.compile(r"[,;:.—–]")
_PHRASE_END = re.compile(r"[,;:.—–]| (?:for|to|by|from|with|at|into|against|who|that|which) ")

_WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|some))"
    r" of (?:the|its|their|his|those|these)(?: (?:more than|some|about|nearly))?\s*$"
)
"""Before a number: all that there are, of whom the deed befell a part."""

_OF_THEM = re.compile(r" of (?:the|its|their|his|those|these)\b")
"""After a number: a part, which only the deed that the reader gave it to befell."""

EACH, ALL, PART, WHOLE = "each", "all", "part", "whole"
_SCOPES = (
    (WHOLE, _WHOLE, "before"),
    (PART, re.compile(r"\b(?:another|including|among them|of them|of whom)\s*$"), "before"),
    (PART, re.compile(r"^[\w ]{0,12}\b(?:more|of them|of whom|others|additional)\b"), "after"),
    (EACH, re.compile(r"\b(?:each|apiece|on either side|per)\b"), "after"),
    (ALL, re.compile(r"\b(?:a total of|altogether|in all)\s*$"), "before"),
    (
        ALL,
        re.compile(
            r"^[\w ]*\b(?:in total|altogether|in all|so far|since|this year"
            r"|over the years"
            r"|(?:in|over|during|for) the (?:past|last) [\w -]*?(?:years?|months|weeks|decades?))\b"
        ),
        "clause",
    ),
)
"""Rows of (what the number covers, pattern, side of the number it stands on)."""

_PEOPLE = frozenset({"people", "person", "man", "woman", "child"})
_HARM = (
    ("killed", re.compile(r"\b(?:kill(?:ed|ing|s)|claimed the lives of)[\w ]{0,12}$"), "before"),
    ("wounded", re.compile(r"\b(?:wound|injur)(?:ed|ing|es|s)[\w ]{0,12}$"), "before"),
    ("killed", re.compile(r"^[\w ]{0,20}\b(?:killed|dead|died|dying)\b"), "after"),
    ("wounded", re.compile(r"^[\w ]{0,20}\b(?:wounded|injured|hurt)\b"), "after"),
)
"""Rows of (what people are counted as, pattern, side of the number it stands on)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number: `low` to `high` are the values it allows, `whats` what it may count.

    `read` when the reader gave it as a quantity of the deed; else it only stands in the evidence.
    """

    text: str
    low: float
    high: float
    whats: tuple[str, ...]
    unit: str
    scope: str
    read: bool
    span: Span

    def excludes(self, other: "Figure") -> bool:
        """Whether the two cannot both be true of the same things."""
        if EACH in (self.scope, other.scope) and self.scope != other.scope:
            each, whole = (self, other) if self.scope == EACH else (other, self)
            if whole.scope == ALL or whole.high >= 2 * each.low:
                return False  # it may be the sum
        elif self.scope != other.scope:
            return False
        return self.high < other.low or other.high < self.low


def figures(event: Event, *, text: str) -> tuple[Figure, ...]:
    """The numbers of an event that the reader found, then those that stand in its evidence."""
    read = [_read(quantity, event=event, text=text) for quantity in event.quantities]
    taken = [quantity.span for quantity in event.quantities]
    beside = [
        figure
        for sentence in event.evidence
        for figure in _in_sentence(sentence, event=event, text=text)
        if not any(figure.span.start < t.end and t.start < figure.span.end for t in taken)
    ]
    return tuple(
        f for f in (*read, *beside) if f is not None and f.whats and f.scope not in (PART, WHOLE)
    )


def _read(quantity: Quantity, *, event: Event, text: str) -> Figure | None:
    sentence = next((s for s in event.evidence if s.covers(quantity.span)), quantity.span)
    whats = (_counted(quantity.what, type=event.type),) if quantity.what else (quantity.unit,)
    if "" in whats:
        return None
    return _figure(
        quantity.span,
        value=quantity.value,
        bound=quantity.bound,
        whats=whats,
        unit=quantity.unit,
        sentence=sentence,
        text=text,
        read=True,
    )


def _in_sentence(sentence: Span, *, event: Event, text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text, sentence.start, sentence.end):
        after = text[match.end() : min(sentence.end, match.end() + 2 * NEAR)]
        nouns = list(words(_PHRASE_END.split(after, maxsplit=1)[0]))[:NOUN_WORDS]
        whats = tuple(filter(None, (_counted(noun, type=event.type) for noun in nouns)))
        before = text[max(sentence.start, match.start() - NEAR) : match.start()].lower()
        clause = _CLAUSE_START.split(before)[-1]
        unreal = event.modality is Modality.ACTUAL and _UNREAL.search(clause)
        other = _OF_THEM.match(after) or _is_of_another(match.end(), event, text=text)
        if unreal or other or _YEAR.fullmatch(match.group()):
            continue
        yield _figure(
            Span(page=sentence.page, start=match.start(), end=match.end()),
            value=_value(match),
            bound=bound(before),
            whats=whats,
            unit="%" if re.match(r" ?(?:%|percent|per cent)", after) else "",
            sentence=sentence,
            text=text,
            read=False,
        )


def _is_of_another(end: int, event: Event, *, text: str) -> bool:
    """ "21 girls captured by X were freed": the reader gave the number to no capture."""
    between = text[end : event.deed.start] if end <= event.deed.start else None
    return between is not None and len(between.split()) <= NOUN_WORDS


def _value(match: re.Match[str]) -> float:
    digits, word = match["digits"], match["word"]
    value = float(digits.replace(",", "") if digits else SMALL_NUMBERS[word.lower()])
    value += SMALL_NUMBERS.get((match["unit"] or "").lower(), 0)
    return value * SCALES.get((match["scale"] or "").lower(), 1.0)


def _figure(
    span: Span,
    *,
    value: float,
    bound: str,
    whats: tuple[str, ...],
    unit: str,
    sentence: Span,
    text: str,
    read: bool,
) -> Figure:
    slack = _rounding(value)
    hedge = ABOUT * abs(value) if bound == "about" else 0.0
    before = text[max(sentence.start, span.start - NEAR) : span.start].lower()
    clause = text[span.end : min(sentence.end, span.end + 3 * NEAR)].lower()
    after = clause[:NEAR]
    around = {"before": before, "after": after, "clause": clause}
    return Figure(
        text=f"{bound} {_written(value)}".strip(),
        low=0.0 if bound == "at most" else value - slack - hedge,
        high=inf if bound == "at least" else value + slack + hedge,
        whats=_harmed(whats, around=around),
        unit=unit,
        scope=next((s for s, pattern, side in _SCOPES if pattern.search(around[side])), ""),
        read=read,
        span=span,
    )


def _rounding(value: float) -> float:
    """Half of the last figure that counts where two or more zeros end a number: 1,500 is ±50."""
    if not value.is_integer() or value == 0:
        return 0.0
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    return 10**zeros / 2 if zeros >= 2 else 0.0


def _written(value: float) -> str:
    return f"{int(value):,}" if value.is_integer() else f"{value:g}"


def _harmed(whats: tuple[str, ...], *, around: Mapping[str, str]) -> tuple[str, ...]:
    """People who were killed or wounded are counted as such."""
    if _PEOPLE.isdisjoint(whats):
        return whats
    harm = next((name for name, pattern, side in _HARM if pattern.search(around[side])), None)
    return (harm,) if harm else whats


def _counted(what: str, *, type: EventType) -> str:
    """One name for what is counted, "" for what is counted in every sentence.

    Whoever is let go was held: "150 Ukrainians" freed are captives.
    """
    plain = next(iter(words(what)), what.lower())
    if type is EventType.RETREAT and plain in country_words():
        return "captive"
    return _names().get(plain, plain)


@cache
def _names() -> dict[str, str]:
    return {
        form: "" if row["what"] == "-" else row["what"]
        for row in rows("counted")
        for name in parts(row["words"])
        for word in words(name)
        for form in (word, f"{word}s")  # of short words the plural is kept
    }
