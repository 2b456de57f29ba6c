"""When an office began and ended, by the words right behind those that give it."""

import re
from dataclasses import dataclass

from regesta.model import Article, Basis, Span, When
from regesta.read.dates import find_dates

BEHIND = 120
"""Code points behind a name and office in which its dates stand: one relative clause."""

_WHO = r",? who (?:has |had )?"
_GAP = r"(?P<gap>(?: [\w-]+)*?)"
_HELD = rf"{_WHO}(?:been|was|served|held|ruled|governed|led){_GAP}"
_BEGAN = (
    rf"{_WHO}(?:became|took (?:office|power|over|up)|assumed|was "
    rf"(?:elected|appointed|named|sworn in|inaugurated|installed|re-?elected)){_GAP}"
)
_ENDED = (
    rf"{_WHO}(?:resigned|stepped down|left (?:office|power|the post)|retired|was "
    rf"(?:ousted|toppled|deposed|removed|dismissed|sacked|fired|voted out)){_GAP}"
)

LEADS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    ("since", True, re.compile(r"(?P<gap>) since ")),
    ("since", False, re.compile(rf"{_HELD} since ")),
    ("since", False, re.compile(rf"{_BEGAN} (?:in|on) ")),
    ("until", True, re.compile(r"(?P<gap>) until ")),
    ("until", False, re.compile(rf"{_HELD} until ")),
    ("until", False, re.compile(rf"{_ENDED} (?:in|on) ")),
)
"""Rows of (what the date is, whether it has to end the phrase, the words that lead up to it)."""

_OF_NO_OTHER = frozenset(
    {"in", "as", "to", "for", "the", "his", "her", "their", "a", "post", "job", "office", "role",
     "position", "power", "country"}
)  # fmt: skip
"""Words that name no other office: "appointed to the job", not "elected to parliament"."""

_PREPOSITION = re.compile(r"(?:in|on|since|until|from) ")
_YEARS = re.compile(
    rf"(?:{_HELD})? from (?P<since>\d{{4}}) (?:to|until|till|through) (?P<until>\d{{4}})\b"
)
_CLOSED = (",", ".", ";", ")", "\n", "")


@dataclass(frozen=True, slots=True)
class Term:
    """When an office began and ended; None where the words do not say."""

    since: When | None = None
    until: When | None = None


def term(article: Article, *, text: str, end: int, office: str) -> Term:
    """The term that the words behind `end`, where a name and its office end, give that office."""
    years = _YEARS.match(text, end, min(len(text), end + BEHIND))
    if years is not None and _is_of(years["gap"], office):
        since, until = (_year(years, group, page=article.page) for group in ("since", "until"))
        return Term(since=since, until=until)
    on = article.published.value if article.published is not None else None
    last = min(len(text), end + BEHIND, article.span.end)
    dates = find_dates(text, page=article.page, start=end, end=last, anchor=on)
    first = next((date for date in dates if date.span is not None), None)
    kind = (
        _kind(first.span, text=text, end=end, office=office)
        if first is not None and first.span
        else ""
    )
    return Term(since=first if kind == "since" else None, until=first if kind == "until" else None)


def _year(years: re.Match[str], group: str, *, page: str) -> When:
    span = Span(page=page, start=years.start(group), end=years.end(group))
    return When(value=years[group], basis=Basis.TEXT, rule="term.years", span=span)


def _is_of(gap: str | None, office: str) -> bool:
    """Whether the words between name no other office than the one that is meant."""
    words = set((gap or "").casefold().split())
    return words <= _OF_NO_OTHER | set(office.casefold().split())


def _kind(date: Span, *, text: str, end: int, office: str) -> str:
    """What the first date behind the office is; its own preposition leads up to it, too."""
    own = _PREPOSITION.match(text, date.start)
    lead = text[end : own.end() if own is not None else date.start]
    closed = text[date.end : date.end + 1] in _CLOSED
    for kind, closing, words in LEADS:
        match = words.fullmatch(lead)
        if match is not None and closed >= closing and _is_of(match["gap"], office):
            return kind
    return ""
