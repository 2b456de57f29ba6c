"""Places by name: cities, regions, sites, capitals and whole countries, with coordinates."""

from collections import defaultdict
from functools import cache

from regesta.knowledge.countries import countries
from regesta.knowledge.fold import fold
from regesta.knowledge.load import known, names_of, rows
from regesta.knowledge.placerow import PlaceRow
from regesta.knowledge.towns import town_of
from regesta.model import PlacePrecision


def place(name: str, *, country: str | None = None) -> PlaceRow | None:
    """The place of this name or alias, of that country when one is given; None when unknown.

    A city of the name comes before a country of the name (Singapore), a listed order settles the
    rest; where a state is given its towns come last. Accents do not matter.
    """
    for row in _places().get(fold(name), ()):
        if country is None or row.country == country:
            return row
    return town_of(name, country=country) if country is not None else None


@cache
def _places() -> dict[str, tuple[PlaceRow, ...]]:
    table: dict[str, list[PlaceRow]] = defaultdict(list)
    for written, row in (*_capitals(), *_listed(), *_states()):
        table[fold(written)].append(row)
    return {written: tuple(found) for written, found in table.items()}


def _capitals() -> list[tuple[str, PlaceRow]]:
    return [
        (
            written,
            PlaceRow(
                name=one.capitals[0],
                country=one.iso3,
                lat=one.capital_lat,
                lon=one.capital_lon,
                precision=PlacePrecision.CITY,
            ),
        )
        for one in countries().values()
        for written in one.capitals
    ]


def _listed() -> list[tuple[str, PlaceRow]]:
    return [
        (
            written,
            PlaceRow(
                name=row["name"],
                country=known(row["country"]),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                precision=PlacePrecision(row["precision"]),
            ),
        )
        for row in rows("places")
        for written in names_of(row)
    ]


def _states() -> list[tuple[str, PlaceRow]]:
    return [
        (
            written,
            PlaceRow(
                name=one.name,
                country=one.iso3,
                lat=one.lat,
                lon=one.lon,
                precision=PlacePrecision.COUNTRY,
            ),
        )
        for one in countries().values()
        for written in (one.name, *one.aliases)
    ]
