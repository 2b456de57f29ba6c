"""Towns of the world by name: which of those that share one is meant, or none."""

from collections.abc import Collection
from functools import cache

from regesta.knowledge.fold import fold
from regesta.knowledge.load import lines
from regesta.knowledge.placerow import PlaceRow
from regesta.model import PlacePrecision

# Of a name that towns of two states share, the larger is meant only where it dwarfs the other.
_DWARFS = 20
# People of a town that is named where the words around name other states or none.
_KNOWN = 50_000


def town(name: str, *, near: Collection[str]) -> PlaceRow | None:
    """The town of this name, with its accents or without; None when unknown or unclear.

    `near`: ISO codes of the states that the words around name; a town of one of them comes first.
    """
    found = _named(name)
    close = next((row for _, row in found if row.country in near), None)
    if close is not None or not found or found[0][0] < _KNOWN:
        return close
    people, largest = found[0]
    others = [count for count, row in found if row.country != largest.country]
    return largest if not others or people >= _DWARFS * others[0] else None


def town_of(name: str, *, country: str) -> PlaceRow | None:
    """The largest town of this name in a state."""
    return next((row for _, row in _named(name) if row.country == country), None)


def _named(name: str) -> list[tuple[int, PlaceRow]]:
    """The towns of a name with their people, the largest first."""
    towns = (_town(line) for line in _towns().get(fold(name), "").splitlines())
    return sorted(towns, key=lambda item: (-item[0], str(item[1].country)))


def _town(line: str) -> tuple[int, PlaceRow]:
    name, country, lat, lon, people = line.split("\t")
    row = PlaceRow(
        name=name,
        country=country,
        lat=float(lat),
        lon=float(lon),
        precision=PlacePrecision.CITY,
    )
    return int(people), row


@cache
def _towns() -> dict[str, str]:
    """The lines of the table by folded name: 34,000 towns that most runs never ask for."""
    table: dict[str, str] = {}
    for _, line in lines("towns")[1:]:
        name = fold(line.partition("\t")[0])
        table[name] = f"{table[name]}\n{line}" if name in table else line
    return table
