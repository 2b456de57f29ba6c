"""The world's outline: Equal Earth, countries as SVG paths, projected once by maintenance."""

import json
from functools import cache
from math import asin, cos, radians, sin, sqrt

from regesta.web.folder import HERE

# Šavrič, Patterson and Jenny, "The Equal Earth map projection" (2018): its polynomial.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_WIDTH = 2.7066299836960748  # of the projected world, in radians
UNITS = 10_000  # width of the drawing from 180 W to 180 E, in units of the SVG
TOP, BOTTOM = 84.0, -57.0  # degrees shown: no inhabited place lies beyond


def project(lat: float, lon: float) -> tuple[int, int]:
    """Degrees north and east to x and y of the drawing; y grows to the south."""
    slant = asin(sqrt(3) / 2 * sin(radians(lat)))
    square = slant * slant
    sixth = square**3
    slope = 9 * _A4 * square * sixth + 7 * _A3 * sixth + 3 * _A2 * square + _A1
    x = 2 * sqrt(3) * radians(lon) * cos(slant) / (3 * slope)
    y = slant * (_A4 * square * sixth + _A3 * sixth + _A2 * square + _A1)
    scale = UNITS / (2 * _HALF_WIDTH)
    return round((x + _HALF_WIDTH) * scale), round((_north() - y) * scale)


@cache
def _north() -> float:
    """The projected height of the upper edge."""
    slant = asin(sqrt(3) / 2 * sin(radians(TOP)))
    square = slant * slant
    return slant * (_A4 * square**4 + _A3 * square**3 + _A2 * square + _A1)


@cache
def height() -> int:
    """Height of the drawing in its units."""
    return project(BOTTOM, 0)[1]


@cache
def outlines() -> tuple[tuple[str, str], ...]:
    """(country code, SVG path) of every country; the code is "" where there is none to give."""
    raw = (HERE / "static" / "vendor" / "world.json").read_text("utf-8")
    return tuple((code, path) for code, path in json.loads(raw)["countries"])


@cache
def drawn_countries() -> frozenset[str]:
    """Codes of the countries that are large enough to be in the outline."""
    return frozenset(code for code, _ in outlines() if code)
