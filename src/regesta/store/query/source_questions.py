"""Questions about where it all comes from: outlets, agencies, runs."""

import json
import sqlite3

from regesta.store.query.desk_rows import RunRow, SourceRow, TroubleTally
from regesta.store.register import one_view


def outlets(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[SourceRow, ...]:
    """Outlets as of the last linking, the one with most articles first."""
    return _sources(db, "outlet", limit=limit, offset=offset)


def agencies(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[SourceRow, ...]:
    """Agencies credited for articles, in the same way."""
    return _sources(db, "agency", limit=limit, offset=offset)


def count_outlets(db: sqlite3.Connection) -> int:
    """How many outlets the articles name."""
    return _count(db, "outlet")


def count_agencies(db: sqlite3.Connection) -> int:
    """How many agencies the articles credit."""
    return _count(db, "agency")


def _sources(
    db: sqlite3.Connection, kind: str, *, limit: int, offset: int
) -> tuple[SourceRow, ...]:
    rows = db.execute(
        "SELECT name, articles, copies, first, last, troubles FROM outlets WHERE kind = ?"
        " ORDER BY articles DESC, name LIMIT ? OFFSET ?",
        (kind, limit, offset),
    )
    return tuple(
        SourceRow(
            name=name,
            articles=articles,
            copies=copies,
            share=copies / articles,
            first=first,
            last=last,
            troubles=troubles,
        )
        for name, articles, copies, first, last, troubles in rows
    )


def _count(db: sqlite3.Connection, kind: str) -> int:
    sql = "SELECT count(*) FROM outlets WHERE kind = ?"
    return int(db.execute(sql, (kind,)).fetchone()[0])


def runs(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[RunRow, ...]:
    """Runs, the newest first."""
    with one_view(db):
        rows = db.execute(
            "SELECT id, started, finished, inputs, made_by, counts FROM runs"
            " ORDER BY id DESC LIMIT ? OFFSET ?",
            (limit, offset),
        ).fetchall()
        return tuple(
            RunRow(
                id=id,
                started=started,
                finished=finished,
                inputs=tuple(json.loads(inputs)),
                made_by=made_by,
                counts=tuple(json.loads(counts).items()),
                pages=_brought(db, id, prefix="p-"),
                troubles=_brought(db, id, prefix="t-"),
            )
            for id, started, finished, inputs, made_by, counts in rows
        )


def _brought(db: sqlite3.Connection, run: int, *, prefix: str) -> int:
    sql = "SELECT count(*) FROM arrivals WHERE run = ? AND id BETWEEN ? AND ?"
    return int(db.execute(sql, (run, prefix, f"{prefix}~")).fetchone()[0])


def count_runs(db: sqlite3.Connection) -> int:
    """How many runs changed something."""
    return int(db.execute("SELECT count(*) FROM runs").fetchone()[0])


def run_troubles(db: sqlite3.Connection, run: int | None = None) -> tuple[TroubleTally, ...]:
    """Troubles by run and kind, the newest run first; of one run only where it is named."""
    rows = db.execute(
        "SELECT v.run, t.step, t.code, count(*) FROM troubles t"
        " LEFT JOIN arrivals v ON v.id = t.id WHERE ?1 IS NULL OR v.run = ?1"
        " GROUP BY v.run, t.step, t.code ORDER BY v.run DESC, count(*) DESC, t.step, t.code",
        (run,),
    )
    return tuple(
        TroubleTally(run=run, step=step, code=code, troubles=number)
        for run, step, code, number in rows
    )
