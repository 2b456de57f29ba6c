"""Countries: codes, names, adjectives, capital and coordinates."""

from dataclasses import dataclass
from functools import cache

from regesta.knowledge.load import Row, parts, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One row of countries.tsv; degrees north and east, `cow` is "" outside that list."""

    iso3: str
    cow: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float
    lon: float
    capital_lat: float
    capital_lon: float


@cache
def countries() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-3 (XKX for Kosovo)."""
    return {row["iso3"]: _country(row) for row in rows("countries")}


def country(iso3: str) -> Country | None:
    """The country of this code, None when there is none."""
    return countries().get(iso3)


def _country(row: Row) -> Country:
    return Country(
        iso3=row["iso3"],
        cow=row["cow"],
        name=row["name"],
        aliases=parts(row["aliases"]),
        adjectives=parts(row["adjectives"]),
        capitals=parts(row["capital"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        capital_lat=float(row["capital_lat"]),
        capital_lon=float(row["capital_lon"]),
    )
