"""How the happenings asked for divide: by type, actor, outlet, month ..."""

import sqlite3

from regesta.store.query.desk_rows import Facet, Found, Tally
from regesta.store.query.happening_questions import rows_of
from regesta.store.query.rows import Want
from regesta.store.query.sets import Counter, newest
from regesta.store.query.wanted import top, wanted
from regesta.store.register import one_view

FACETS = (
    ("type", "type"),
    ("modality", "modality"),
    ("a", "actor"),
    ("r", "recipient"),
    ("outlet", "outlet"),
    ("country", "country"),
    ("during", "month"),
)
"""Search key and kind of term of each facet, in the order shown."""


def facets(db: sqlite3.Connection, *, want: Want, most: int = 12) -> tuple[Facet, ...]:
    """The facets of the wanted happenings, each with its `most` most frequent values.

    Months are the newest ones instead. Values that no wanted happening has are left out.
    """
    with one_view(db):
        return _facets(db, counter_of(db, want), most=most)


def found(
    db: sqlite3.Connection, *, want: Want, limit: int, offset: int = 0, most: int = 12
) -> Found:
    """A page of the wanted happenings, the newest report first, with their number and facets.

    The same as `happenings`, `count_happenings` and `facets` (none for a `most` of 0), but what
    is wanted is looked up once.
    """
    with one_view(db):
        counter = counter_of(db, want)
        return Found(
            total=counter.bits.bit_count(),
            happenings=rows_of(db, newest(counter.bits, limit=limit, offset=offset)),
            facets=_facets(db, counter, most=most) if most else (),
        )


def _facets(db: sqlite3.Connection, counter: Counter, *, most: int) -> tuple[Facet, ...]:
    return tuple(_facet(key, tallies(db, counter, kind=kind), most=most) for key, kind in FACETS)


def _facet(key: str, found: tuple[Tally, ...], *, most: int) -> Facet:
    if key == "during":
        found = tuple(sorted(found, key=lambda tally: tally.value, reverse=True))
    return Facet(key=key, tallies=found[:most], more=max(0, len(found) - most))


def tallies(db: sqlite3.Connection, counter: Counter, *, kind: str) -> tuple[Tally, ...]:
    """How many of the happenings each term of a kind has, the most frequent first."""
    if counter.counts_all:
        rows = db.execute(
            "SELECT value, size FROM terms WHERE kind = ? AND size ORDER BY size DESC, value",
            (kind,),
        )
        return tuple(Tally(value=value, happenings=size) for value, size in rows)
    rows = db.execute("SELECT value, members FROM terms WHERE kind = ?", (kind,))
    counts = ((value, counter.count(members)) for value, members in rows)
    found = [Tally(value=value, happenings=number) for value, number in counts if number]
    found.sort(key=lambda tally: (-tally.happenings, tally.value))
    return tuple(found)


def paired_counts(db: sqlite3.Connection, counter: Counter, *, kind: str) -> dict[int, int]:
    """How many of the happenings each term of a paired kind has, by the term's id."""
    if counter.counts_all:
        sql = "SELECT id, size FROM terms WHERE kind = ?"
        return dict(db.execute(sql, (kind,)).fetchall())
    sql = "SELECT happenings, terms FROM term_pairs WHERE kind = ?"
    happenings, terms = db.execute(sql, (kind,)).fetchone() or (b"", b"")
    return counter.count_pairs(happenings, terms)


def counter_of(db: sqlite3.Connection, want: Want) -> Counter:
    """What counts the wanted happenings in terms."""
    return Counter(wanted(db, want), top=top(db))
