"""Dyads: who did what to whom over time."""

from dataclasses import replace

from regesta.model import Quad
from regesta.store import query
from regesta.store.query import DyadRow, Want
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.charts import strips, timelines
from regesta.web.countries import code_of, name_of
from regesta.web.screens.desk_screen import list_record, wanted
from regesta.web.standing import standing

_ROWS_SHOWN = 30  # happenings listed under a dyad's chart; the rest is one click away
_CELLS = ("actor", "recipient", "period", "quad", "type", "happenings", "all")
_VIEWS = ("chart", "table")


def dyads(ask: Ask) -> Answer:
    """Pairs of actor and recipient, those with most happenings first; `party` is either side."""
    party = ask.words("party")
    want = replace(wanted(ask), party=code_of(party) if party else None)
    here = leaf(ask, total=query.count_dyads(ask.db, want=want))
    rows = query.dyads(ask.db, want=want, limit=here.per, offset=here.offset)
    header = ("actor", "recipient", "happenings", *Quad, "last")
    return Answer(
        template="dyads.html",
        title="Dyads",
        facts={
            **{"rows": rows, "leaf": here, "want": want, "party": party or ""},
            **{"counts": query.counts(ask.db), "filtered": want != Want()},
        },
        record=list_record(here, dyads=rows),
        table=Table(header=header, rows=(_dyad_cells(row) for row in rows)),
    )


def _dyad_cells(row: DyadRow) -> tuple[str | int | None, ...]:
    counts = dict(row.quads)
    quads = (counts.get(quad, 0) for quad in Quad)
    return (row.actor, row.recipient, row.happenings, *quads, row.last)


def dyad(ask: Ask) -> Answer:
    """Both directions of one pair: timeline, small multiples by type, table and list."""
    one, other = (code_of(ask.ids[side]) for side in ("actor", "recipient"))
    how = ask.choice("view", among=_VIEWS) or "chart"
    want = wanted(ask)
    step = ask.choice("step", among=("day", "month"))
    view = query.dyad(ask.db, actor=one, recipient=other, want=want, step=step)
    cells = query.dyad_cells(view)
    there = replace(want, actor=one, recipient=other)
    rows = query.happenings(ask.db, want=there, limit=_ROWS_SHOWN, offset=0)
    back = replace(want, actor=other, recipient=one)
    back_rows = query.happenings(ask.db, want=back, limit=_ROWS_SHOWN, offset=0)
    sides = 1 if one == other else 2  # what a party does to itself is told once
    facts = {
        **{"view": view, "cells": cells, "how": how, "there": there, "back": back},
        "directions": ((there, view.there, rows), (back, view.back, back_rows))[:sides],
        "charts": timelines(view, wants=(there, back))[:sides] if how == "chart" else (),
        "strips": strips(view, cells=cells) if how == "chart" else (),
        "standing": standing(ask, (row.id for row in (*rows, *back_rows))),
        "quads": tuple(Quad),
    }
    record = {"view": view, "cells": cells, "happenings": (*rows, *back_rows)}
    table = Table(
        header=_CELLS,
        rows=(tuple(getattr(cell, name) for name in _CELLS) for cell in cells),
    )
    title = f"{name_of(one)} and {name_of(other)}" if sides > 1 else f"Within {name_of(one)}"
    return Answer(template="dyad.html", title=title, facts=facts, record=record, table=table)
