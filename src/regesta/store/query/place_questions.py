"""Questions about where it happened."""

import json
import sqlite3

from regesta.store.query.desk_rows import MapView, Spot, Tally
from regesta.store.query.facet_questions import counter_of, tallies
from regesta.store.query.rows import Want
from regesta.store.register import one_view


def map_view(db: sqlite3.Connection, *, want: Want) -> MapView:
    """The wanted happenings by country, and by town or site where one is told."""
    with one_view(db):
        counter = counter_of(db, want)
        placed = {tally.value: tally.happenings for tally in tallies(db, counter, kind="placed")}
        return MapView(
            countries=tallies(db, counter, kind="country"),
            spots=tuple(_spot(tally) for tally in tallies(db, counter, kind="spot")),
            nowhere=placed.get("no", 0),
        )


def _spot(tally: Tally) -> Spot:
    """A term of the kind "spot" is a JSON list: name, country, latitude, longitude."""
    name, country, lat, lon = json.loads(tally.value)
    return Spot(name=name, country=country, lat=lat, lon=lon, happenings=tally.happenings)
