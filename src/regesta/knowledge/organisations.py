"""International organisations, armed groups and bodies of state that name no country."""

from dataclasses import dataclass
from functools import cache

from regesta.knowledge.load import known, names_of, rows
from regesta.model import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body that is a party of its own; `key` is the code its party carries.

    `parent` is the key of the organisation it belongs to (UNHCR -> UN); `base` is the ISO code of
    the country where an armed group is at home.
    """

    key: str
    name: str
    names: tuple[str, ...]
    sector: Sector
    parent: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Seats of power or bodies that stand for their country: the Kremlin, the Knesset."""

    names: tuple[str, ...]
    country: str
    sector: Sector


@cache
def organisations() -> dict[str, Organisation]:
    """International organisations and armed groups by key."""
    unions = (
        Organisation(
            key=row["key"],
            name=row["name"],
            names=tuple(names_of(row)),
            sector=Sector(row["sector"]),
            parent=known(row["parent"]),
        )
        for row in rows("organisations")
    )
    groups = (
        Organisation(
            key=row["key"],
            name=row["name"],
            names=tuple(names_of(row)),
            sector=Sector.REB,
            base=known(row["base"]),
        )
        for row in rows("groups")
    )
    return {one.key: one for one in (*unions, *groups)}


def organisation(key: str) -> Organisation | None:
    """The organisation or armed group of this key, None when there is none."""
    return organisations().get(key)


@cache
def bodies() -> tuple[Body, ...]:
    """Seats of power and bodies of state, in the order of bodies.tsv."""
    return tuple(
        Body(
            names=tuple(names_of(row)),
            country=row["country"],
            sector=Sector(row["sector"]),
        )
        for row in rows("bodies")
    )
