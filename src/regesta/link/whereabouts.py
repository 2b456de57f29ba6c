"""Whether two places that lie in one country are too far apart for one deed."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from regesta.knowledge import country, place
from regesta.link.words import words
from regesta.model import Place, PlacePrecision

APART_KM = 60
"""So far two towns or sites must lie from one another: an airport is told as the town's, a battle
as that of either of two neighbouring towns."""

REGIONS_APART_KM = 600
"""So far a town and the middle of a region, or those of two regions: large ones reach far."""

EARTH_KM = 6371

SMALL = (PlacePrecision.CITY, PlacePrecision.SITE)
SEAT = "place.seat"
"""Rule of a place that is where a government sits, whatever house is named: the Oval Office."""


def far_apart(left: Place, right: Place) -> bool:
    """Whether both are known and lie too far from one another."""
    if PlacePrecision.COUNTRY in (left.precision, right.precision):
        return False
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return False
    small = left.precision in SMALL and right.precision in SMALL
    far = _kilometres(left.lat, left.lon, right.lat, right.lon)
    return far > (APART_KM if small else REGIONS_APART_KM)


def two_venues(left: Place, right: Place) -> bool:
    """Whether both are houses or grounds by a name of their own, which have no word in common."""
    if not (_is_venue(left) and _is_venue(right)) or (left.rule == right.rule == SEAT):
        return False
    return set(words(left.name)).isdisjoint(words(right.name))


def _is_venue(one: Place) -> bool:
    return one.precision is PlacePrecision.SITE and _is_own_name(one.name)


@lru_cache(maxsize=10_000)
def _is_own_name(name: str) -> bool:
    """Whether it is a name, and not that of a land, region or town."""
    bare = name.removeprefix("the ").removeprefix("The ")
    known = place(bare)
    return (
        bare[:1].isupper()
        and country(bare) is None
        and (known is None or known.precision is PlacePrecision.SITE)
    )


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance over the ground."""
    north, east = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    across = cos(radians(lat)) * cos(radians(other_lat)) * sin(east) ** 2
    return 2 * EARTH_KM * asin(sqrt(sin(north) ** 2 + across))
