"""Questions about who takes part: countries and organisations."""

import sqlite3
from collections import Counter as Numbers

from regesta.model import Quad
from regesta.store.query.desk_rows import ActorRow, ActorView, Tally
from regesta.store.query.dyad_questions import last_report, quad_sets
from regesta.store.query.facet_questions import tallies
from regesta.store.query.person_questions import offices_of, persons
from regesta.store.query.quote_questions import count_quotes
from regesta.store.query.sets import Counter
from regesta.store.query.wanted import everything, one_term, top
from regesta.store.register import one_view

PERSONS_SHOWN = 50
OFFICES_SHOWN = 200
"""How many an actor's screen lists; the rest is asked for by `persons`."""


def actors(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[ActorRow, ...]:
    """Countries and organisations, the one with most parts in happenings first."""
    with one_view(db):
        parts = _parts(db)
        codes = sorted(parts, key=lambda code: (-parts[code], code))[offset : offset + limit]
        every = everything(db)
        return tuple(_actor_row(db, code, every=every) for code in codes)


def count_actors(db: sqlite3.Connection) -> int:
    """How many countries and organisations take part in anything."""
    with one_view(db):
        return len(_parts(db))


def actor(db: sqlite3.Connection, code: str) -> ActorView | None:
    """A country or organisation with its deeds, what was done to it, and its people."""
    with one_view(db):
        every = everything(db)
        row = _actor_row(db, code, every=every)
        own = one_term(db, kind="actor", value=code) & every
        to_it = one_term(db, kind="recipient", value=code) & every
        people = persons(db, country=code, limit=PERSONS_SHOWN)
        if not (row.happenings or people):
            return None
        return ActorView(
            row=row,
            recipients=_others(db, own, kind="recipient", code=code),
            actors=_others(db, to_it, kind="actor", code=code),
            types=_tallies(db, own, kind="type"),
            suffered=_tallies(db, to_it, kind="type"),
            quads=_by_quad(db, own),
            persons=people,
            offices=offices_of(db, country=code, limit=OFFICES_SHOWN),
            quotes=count_quotes(db, country=code),
        )


def _parts(db: sqlite3.Connection) -> Numbers[str]:
    """How often each code stands on either side."""
    counter = Counter(everything(db), top=top(db))
    parts: Numbers[str] = Numbers()
    for kind in ("actor", "recipient"):
        for tally in tallies(db, counter, kind=kind):
            parts[tally.value] += tally.happenings
    return parts


def _actor_row(db: sqlite3.Connection, code: str, *, every: int) -> ActorRow:
    own = one_term(db, kind="actor", value=code) & every
    to_it = one_term(db, kind="recipient", value=code) & every
    return ActorRow(
        code=code,
        happenings=(own | to_it).bit_count(),
        as_actor=own.bit_count(),
        as_recipient=to_it.bit_count(),
        last=last_report(db, own | to_it),
    )


def _tallies(db: sqlite3.Connection, bits: int, *, kind: str) -> tuple[Tally, ...]:
    return tallies(db, Counter(bits, top=top(db)), kind=kind)


def _others(db: sqlite3.Connection, bits: int, *, kind: str, code: str) -> tuple[Tally, ...]:
    return tuple(tally for tally in _tallies(db, bits, kind=kind) if tally.value != code)


def _by_quad(db: sqlite3.Connection, bits: int) -> tuple[tuple[Quad, int], ...]:
    return tuple((quad, (bits & of).bit_count()) for quad, of in quad_sets(db).items())
