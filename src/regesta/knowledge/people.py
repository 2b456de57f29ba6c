"""A dated seed of who holds which office; the pages themselves teach the rest."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from regesta.knowledge.fold import fold
from regesta.knowledge.load import Row, known, parts, rows
from regesta.knowledge.spelling import frame_of, sound

# Where the family name comes first, or people are called by the first of their names.
_FIRST_NAMED = frozenset(
    {"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM", "ETH", "ERI", "IDN", "MMR", "SSD"}
)
_PARTICLES = frozenset({"al", "el", "bin", "ben", "de", "da", "van", "von", "der", "le", "di"})
_LEADS = frozenset({"president", "prime minister", "supreme leader", "chancellor", "king"})
_STYLES = frozenset({"jr", "jr.", "ii", "iii", "vi", "xiv", "xvi"})


SOUNDED = 6
"""Letters of a surname that may be spelled in another way than the table does."""


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
    one person, fits. Accents and case do not matter, nor how an alphabet is carried over.
    """
    exact = _by_name().get(_key(name))
    return _single(exact or _by_sound().get(_heard(name), ()), on=on)


def once_held(name: str, *, by: str) -> PersonRow | None:
    """The last tenure of the one person of this full name or alias that was over by a day."""
    found = _by_name().get(_key(name), ())
    return _single(tuple(r for r in found if r.until is not None and r.until < by), on=None)


def surname(name: str, *, on: str | None = None) -> PersonRow | None:
    """As `person`, by the surname alone; None unless exactly one listed person bears it."""
    exact = _by_surname().get(_key(name))
    if exact is None and len(name) >= SOUNDED:
        exact = _by_surname_sound().get(sound(name))
    return _single(exact or (), on=on)


def leader_called(name: str, *, on: str | None, lands: frozenset[str]) -> PersonRow | None:
    """The one who leads one of the states and has that surname, which others may bear too."""
    rows = _by_surname().get(_key(name), ())
    leads = [row for row in rows if row.office in _LEADS and row.country in lands]
    return _single(tuple(leads), on=on)


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


@cache
def _by_sound() -> dict[str, tuple[PersonRow, ...]]:
    table: dict[str, list[PersonRow]] = defaultdict(list)
    for row in people():
        for written in sorted({_heard(name) for name in (row.name, *row.aliases)} - {""}):
            table[written].append(row)
    return {written: tuple(found) for written, found in table.items()}


@cache
def _by_surname_sound() -> dict[str, tuple[PersonRow, ...]]:
    table: dict[str, list[PersonRow]] = defaultdict(list)
    for written, found in _by_surname().items():
        if len(written) >= SOUNDED:
            table[sound(written)].extend(found)
    return {heard: tuple(dict.fromkeys(found)) for heard, found in table.items()}


def _heard(name: str) -> str:
    """A full name by the frame of its given name and the sound of its surname; "" for one word."""
    words = _key(name).split()
    if len(words) < 2 or len(words[-1]) < SOUNDED:
        return ""
    return f"{frame_of(words[0])} {sound(words[-1])}"


def _surnames(name: str, row: PersonRow) -> tuple[str, ...]:
    return surnames(name, country=row.country if name == row.name else "")


def surnames(name: str, *, country: str) -> tuple[str, ...]:
    """What a second mention may call the person: "Assad" and "al-Assad", "von der Leyen".

    Folded; `country` tells where the family name comes first.
    """
    words = [word for word in _key(name).split() if word not in _STYLES]
    if len(words) < 2:
        return tuple(words)
    if country in _FIRST_NAMED:
        return (words[0],)
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    last = words[-1]
    bare = last.split("-", 1)[1] if last.split("-", 1)[0] in {"al", "el"} else last
    return " ".join(words[start:]), last, bare


def _key(name: str) -> str:
    return fold(name).casefold().strip()
