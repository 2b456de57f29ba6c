"""One place with its coordinates."""

from dataclasses import dataclass

from regesta.model import PlacePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place; degrees north and east, `country` None where no one state holds it."""

    name: str
    country: str | None
    lat: float
    lon: float
    precision: PlacePrecision
