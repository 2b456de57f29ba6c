"""Names in running text: countries, peoples, capitals, seats, organisations, groups, agencies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import ahocorasick

from regesta.knowledge.entries import NameEntry, NameKind, by_name
from regesta.knowledge.fold import fold
from regesta.knowledge.guards import Ruling, compound_of, in_context, is_hidden, rule_on
from regesta.knowledge.places import place
from regesta.model import Sector

__all__ = ["NameHit", "NameKind", "NameTable", "names"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A name found in a text; `start` and `end` are offsets in it, a possessive is outside.

    `key` is the ISO code of a country, the key of an organisation or group, the canonical name of
    a capital, place, seat or agency. `country` is what a party would carry, None when the words do
    not say ("Korean"). `compound` marks a part of a hyphened word; `tail` is the word after the
    hyphen, lower-cased: "made" in "Russian-made", "iran" in "Belarus-Iran", "" elsewhere.
    """

    start: int
    end: int
    kind: NameKind
    key: str
    name: str
    country: str | None = None
    sector: Sector = Sector.NONE
    compound: bool = False
    tail: str = ""


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    entry: NameEntry


_KEPT = 256  # texts whose names are kept: a paragraph of one sentence is asked for twice


class NameTable:
    """All written names in one automaton; made once, then only read."""

    def __init__(self, table: dict[str, NameEntry]) -> None:
        self._automaton = ahocorasick.Automaton()
        for written, entry in _written_forms(table):
            self._automaton.add_word(written, (len(written), entry))
        self._automaton.make_automaton()
        self.find = lru_cache(maxsize=_KEPT)(self._find)

    def _find(self, text: str) -> tuple[NameHit, ...]:
        """The longest names of `text`, left to right, never overlapping."""
        plain = fold(text)
        hits = (_hit(plain, match) for match in _longest(self._matches(plain)))
        return tuple(hit for hit in hits if hit is not None)

    def _matches(self, plain: str) -> Iterator[_Match]:
        for last, (length, entry) in self._automaton.iter(plain):
            start, end = last - length + 1, last + 1
            if _is_whole(plain, start, end):
                yield _Match(start, end, entry)


@cache
def names() -> NameTable:
    """The table of all names that ship with the package."""
    return NameTable(by_name())


def _written_forms(table: dict[str, NameEntry]) -> Iterator[tuple[str, NameEntry]]:
    """Every form to look for: folded, and in capitals as headlines and datelines write it."""
    forms: dict[str, NameEntry] = {}
    for written, entry in table.items():
        forms.setdefault(fold(written), entry)
    for written, entry in list(forms.items()):
        # Short names in capitals would be acronyms of something else: MALE, CHAD, WHO.
        if len(written) > 4:
            forms.setdefault(written.upper(), entry)
    yield from forms.items()


def _is_whole(plain: str, start: int, end: int) -> bool:
    """Whether the match ends and begins where words do."""
    if start and plain[start - 1].isalnum() and plain[start].isalnum():
        return False
    if start and plain[start - 1] in "#@_/":
        return False
    if end == len(plain) or not plain[end - 1].isalnum():
        return True
    after = plain[end]
    if after == "$":
        return False  # "US$10 million"
    if after == "." and plain[end + 1 : end + 2].islower():
        return False  # an address: russia.example
    return not (after.isalnum() or after == "_")


def _longest(matches: Iterator[_Match]) -> Iterator[_Match]:
    """From the left, at each place the longest match; what overlaps it goes."""
    reached = 0
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if match.start >= reached:
            reached = match.end
            yield match


def _hit(plain: str, match: _Match) -> NameHit | None:
    start, end = match.start, match.end
    if match.entry.kind is None or is_hidden(plain, start, end):
        return None
    entry = in_context(plain, start, end, entry=match.entry)
    ruling = rule_on(plain, start, end, entry=entry)
    if ruling is Ruling.SKIP:
        return None
    if plain[end - 1] == "-":  # "Sino-Russian": the table writes the prefix with its hyphen
        end -= 1
    if plain.startswith(("the ", "The "), start, end):  # listed with it, cited without
        start += 4
    compound, tail = compound_of(plain, start, end)
    hit = NameHit(
        start=start,
        end=end,
        kind=entry.kind or match.entry.kind,
        key=entry.key,
        name=entry.name,
        country=entry.country,
        sector=entry.sector,
        compound=compound,
        tail=tail,
    )
    return _as_place(hit) if ruling is Ruling.PLACE else hit


def _as_place(hit: NameHit) -> NameHit:
    """The capital as a spot on the map; Brussels lies in Belgium."""
    spot = place(hit.key)
    country = spot.country if spot else hit.country
    return replace(hit, kind=NameKind.PLACE, country=country, sector=Sector.NONE)
