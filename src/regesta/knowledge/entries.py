"""Every written name with what it stands for; the order of the tables settles who wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from regesta.knowledge.countries import Country, countries
from regesta.knowledge.load import names_of, parts, rows
from regesta.knowledge.organisations import bodies, organisations
from regesta.model import Sector


class NameKind(StrEnum):
    """What a written name is."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    ORGANISATION = "organisation"
    GROUP = "group"
    AGENCY = "agency"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """What a written name stands for; `kind` is None for a name that only swallows others."""

    kind: NameKind | None
    key: str
    name: str
    country: str | None = None
    sector: Sector = Sector.NONE


def entries() -> Iterator[tuple[str, NameEntry]]:
    """Pairs of written name and entry; where a name comes twice the first one holds."""
    for source in _SOURCES:
        yield from source()


def _blockers() -> Iterator[tuple[str, NameEntry]]:
    for row in rows("blockers"):
        yield row["name"], NameEntry(kind=None, key=row["name"], name=row["name"])


def _countries() -> Iterator[tuple[str, NameEntry]]:
    for one in countries().values():
        for written in (one.name, *one.aliases):
            yield written, _state(NameKind.COUNTRY, one)
        for written in one.adjectives:
            yield written, _state(NameKind.DEMONYM, one)


def _state(kind: NameKind, one: Country) -> NameEntry:
    return NameEntry(kind=kind, key=one.iso3, name=one.name, country=one.iso3)


def _unsaid() -> Iterator[tuple[str, NameEntry]]:
    """Names of a people or a continent that do not say which state."""
    for row in rows("unsaid"):
        kind = NameKind(row["kind"])
        for written in parts(row["names"]):
            yield written, NameEntry(kind=kind, key=row["key"], name=row["key"])


def _unions() -> Iterator[tuple[str, NameEntry]]:
    for one in organisations().values():
        kind = NameKind.GROUP if one.sector is Sector.REB else NameKind.ORGANISATION
        entry = NameEntry(kind=kind, key=one.key, name=one.name, country=one.key, sector=one.sector)
        for written in one.names:
            yield written, entry


def _bodies() -> Iterator[tuple[str, NameEntry]]:
    for one in bodies():
        for written in one.names:
            bare = written.removeprefix("the ")
            yield (
                written,
                NameEntry(
                    kind=NameKind.SEAT,
                    key=bare,
                    name=bare,
                    country=one.country,
                    sector=one.sector,
                ),
            )


def _agencies() -> Iterator[tuple[str, NameEntry]]:
    for row in rows("agencies"):
        entry = NameEntry(
            kind=NameKind.AGENCY,
            key=row["name"],
            name=row["name"],
            country=row["country"] or None,
            sector=Sector.MED,
        )
        bare = (row["name"],) if row["in_text"] == "yes" else ()
        for written in (*bare, *parts(row["aliases"])):
            yield written, entry


def _capitals() -> Iterator[tuple[str, NameEntry]]:
    for one in countries().values():
        for written in one.capitals:
            key = one.capitals[0]
            yield written, NameEntry(kind=NameKind.CAPITAL, key=key, name=key, country=one.iso3)
    # Used as a party, Brussels is the Union; as a place it is looked up in places.tsv.
    # Guards say beside which words a European is of the Union.
    for written in ("European", "Europeans"):
        yield (
            written,
            NameEntry(
                kind=NameKind.DEMONYM,
                key="EU",
                name="European Union",
                country="EU",
                sector=Sector.IGO,
            ),
        )
    yield (
        "Brussels",
        NameEntry(
            kind=NameKind.CAPITAL, key="Brussels", name="Brussels", country="EU", sector=Sector.IGO
        ),
    )


def _places() -> Iterator[tuple[str, NameEntry]]:
    for row in rows("places"):
        entry = NameEntry(
            kind=NameKind.PLACE,
            key=row["name"],
            name=row["name"],
            country=row["country"] or None,
        )
        for written in names_of(row):
            yield written, entry


# First come, first held: a blocker hides everything, a country beats the city of its name.
_SOURCES = (
    _blockers,
    _countries,
    _unsaid,
    _unions,
    _bodies,
    _agencies,
    _capitals,
    _places,
)


@cache
def by_name() -> dict[str, NameEntry]:
    """Each written name once, with the entry that holds it."""
    table: dict[str, NameEntry] = {}
    for written, entry in entries():
        table.setdefault(written, entry)
    return table
