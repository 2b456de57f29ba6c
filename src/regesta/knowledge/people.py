"""A dated seed of who holds which office; the pages themselves teach the rest."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from regesta.knowledge.fold import fold
from regesta.knowledge.load import Row, known, parts, rows

# Where the family name comes first, or people are called by the first of their names.
_FIRST_NAMED = frozenset(
    {"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM", "ETH", "ERI", "IDN", "MMR", "SSD"}
)
_PARTICLES = frozenset({"al", "el", "bin", "ben", "de", "da", "van", "von", "der", "le", "di"})
_STYLES = frozenset({"jr", "jr.", "ii", "iii", "vi", "xiv", "xvi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One tenure: `since` and `until` are ISO prefixes, `until` None when the table has no end.

    `country` is an ISO code or the key of an organisation or armed group.
    """

    name: str
    aliases: tuple[str, ...]
    office: str
    country: str
    since: str
    until: str | None
    source: str

    def covers(self, on: str) -> bool:
        """Whether the tenure can hold on that date; both sides may be prefixes."""
        begun = self.since[: len(on)] <= on[: len(self.since)]
        return begun and (self.until is None or on[: len(self.until)] <= self.until[: len(on)])


def person(name: str, *, on: str | None = None) -> PersonRow | None:
    """The tenure of the one person of this full name or alias, the latest of several.

    With `on`, an ISO date or prefix, only tenures that cover it; None when nobody, or more than
    one person, fits. Accents and case do not matter.
    """
    return _single(_by_name().get(_key(name), ()), on=on)


def surname(name: str, *, on: str | None = None) -> PersonRow | None:
    """As `person`, by the surname alone; None unless exactly one listed person bears it."""
    return _single(_by_surname().get(_key(name), ()), on=on)


def _single(found: tuple[PersonRow, ...], *, on: str | None) -> PersonRow | None:
    fitting = [row for row in found if on is None or row.covers(on)]
    if len({row.name for row in fitting}) != 1:
        return None
    return max(fitting, key=lambda row: row.since)


@cache
def people() -> tuple[PersonRow, ...]:
    """All tenures, in the order of people.tsv."""
    return tuple(_person(row) for row in rows("people"))


def _person(row: Row) -> PersonRow:
    return PersonRow(
        name=row["person"],
        aliases=parts(row["aliases"]),
        office=row["office"],
        country=row["country"],
        since=row["from"],
        until=known(row["to"]),
        source=row["source"],
    )


@cache
def _by_name() -> dict[str, tuple[PersonRow, ...]]:
    table: dict[str, list[PersonRow]] = defaultdict(list)
    for row in people():
        for written in {_key(name) for name in (row.name, *row.aliases)}:
            table[written].append(row)
    return {written: tuple(found) for written, found in table.items()}


@cache
def _by_surname() -> dict[str, tuple[PersonRow, ...]]:
    table: dict[str, list[PersonRow]] = defaultdict(list)
    for row in people():
        for written in {one for name in (row.name, *row.aliases) for one in _surnames(name, row)}:
            table[written].append(row)
    return {written: tuple(found) for written, found in table.items()}


def _surnames(name: str, row: PersonRow) -> tuple[str, ...]:
    """What a second mention may call the person: "Assad" and "al-Assad", "von der Leyen"."""
    words = [word for word in _key(name).split() if word not in _STYLES]
    if len(words) == 1:
        return (words[0],)
    if row.country in _FIRST_NAMED and name == row.name:
        return (words[0],)
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    last = words[-1]
    bare = last.split("-", 1)[1] if last.split("-", 1)[0] in {"al", "el"} else last
    return " ".join(words[start:]), last, bare


def _key(name: str) -> str:
    return fold(name).casefold().strip()
