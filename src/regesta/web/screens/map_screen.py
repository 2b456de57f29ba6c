"""The map: countries filled by what happened in them, dots only for towns and sites."""

from dataclasses import dataclass, replace
from math import sqrt

from regesta.knowledge.countries import countries
from regesta.model import Quad
from regesta.store import query
from regesta.store.query import Spot, Tally, Want
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask
from regesta.web.countries import name_of
from regesta.web.outline import UNITS, drawn_countries, height, outlines, project
from regesta.web.screens.desk_screen import wanted
from regesta.web.screens.matrix_screen import heat, scale
from regesta.web.tables import Cell
from regesta.web.wants import rows_url

_DOT, _DOT_MOST = 30, 150  # radius of a dot in units of the drawing: one happening, the most
_FULL = 24  # happenings that make the largest dot, or more where one place has more


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country's outline, its step of colour (0 for nothing) and what it leads to."""

    code: str
    path: str
    heat: int
    label: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place, or (`square`) a country too small for the outline; `size` is half its width."""

    x: int
    y: int
    size: int
    label: str
    href: str
    square: bool


def world(ask: Ask) -> Answer:
    """Where it happened, as the words place it."""
    quad = ask.choice("quad", among=tuple(Quad))
    want = replace(wanted(ask), quad=quad)
    view = query.map_view(ask.db, want=want)
    rows: list[tuple[Cell, ...]] = [
        ("country", name_of(tally.value), tally.value, None, None, tally.happenings)
        for tally in view.countries
    ]
    rows += [("place", s.name, s.country, s.lat, s.lon, s.happenings) for s in view.spots]
    return Answer(
        template="map.html",
        title="Map",
        facts={
            **{"view": view, "want": want, "quad": quad, "quads": tuple(Quad)},
            **{"lands": _lands(view.countries, want=want), "replace": replace},
            **{"dots": _dots(view.spots, want=want), "small": _small(view.countries, want=want)},
            "scale": scale(max((t.happenings for t in view.countries), default=0)),
            **{"box": f"0 0 {UNITS} {height()}", "filtered": want != Want()},
            "counts": query.counts(ask.db),
        },
        record=view,
        table=Table(header=("kind", "name", "country", "lat", "lon", "happenings"), rows=rows),
    )


def _lands(tallies: tuple[Tally, ...], *, want: Want) -> tuple[Land, ...]:
    counts = {tally.value: tally.happenings for tally in tallies}
    most = max(counts.values(), default=0)
    return tuple(
        Land(
            code=code,
            path=path,
            heat=heat(counts.get(code, 0), most),
            label=_label(name_of(code), counts.get(code, 0)),
            href=rows_url(replace(want, country=code)) if code in counts else None,
        )
        for code, path in outlines()
    )


def _small(tallies: tuple[Tally, ...], *, want: Want) -> tuple[Dot, ...]:
    """Squares for countries that the outline is too coarse to draw."""
    known = countries()
    small = [t for t in tallies if t.value in known and t.value not in drawn_countries()]
    return tuple(
        _dot(
            (known[t.value].lat, known[t.value].lon),
            size=_DOT,
            label=_label(name_of(t.value), t.happenings),
            want=replace(want, country=t.value),
            square=True,
        )
        for t in small
    )


def _dots(spots: tuple[Spot, ...], *, want: Want) -> tuple[Dot, ...]:
    """Dots whose area grows with the count, the largest first so that none is hidden."""
    most = max(_FULL, max((spot.happenings for spot in spots), default=1))
    return tuple(
        _dot(
            (spot.lat, spot.lon),
            size=round(_DOT + (_DOT_MOST - _DOT) * sqrt((spot.happenings - 1) / (most - 1))),
            label=_label(spot.name, spot.happenings),
            want=replace(want, place=spot.name, country=spot.country),
        )
        for spot in sorted(spots, key=lambda spot: (-spot.happenings, spot.name))
    )


def _dot(
    at: tuple[float, float], *, size: int, label: str, want: Want, square: bool = False
) -> Dot:
    x, y = project(*at)
    return Dot(x=x, y=y, size=size, label=label, href=rows_url(want), square=square)


def _label(name: str, count: int) -> str:
    """ "Belarus: 3 happenings"."""
    return f"{name}: {count:,} {'happening' if count == 1 else 'happenings'}"
