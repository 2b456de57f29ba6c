"""Questions about troubles."""

import sqlite3

from regesta.store.query.rows import TroubleRow


def troubles(
    db: sqlite3.Connection,
    *,
    limit: int,
    offset: int = 0,
    step: str | None = None,
    code: str | None = None,
    run: int | None = None,
) -> tuple[TroubleRow, ...]:
    """Troubles by the name of their page or input, then by place; of one kind or run if asked."""
    rows = db.execute(
        'SELECT p.id, coalesce(p.name, t.page), t.step, t.code, t.message, t.start, t."end"'
        " FROM troubles t LEFT JOIN pages p ON p.id = t.page"
        f" WHERE {_WHERE}"
        " ORDER BY coalesce(p.name, t.page), t.page, t.start, t.step, t.code, t.id"
        " LIMIT ?4 OFFSET ?5",
        (step, code, run, limit, offset),
    )
    return tuple(
        TroubleRow(
            page=page, name=name, step=step, code=code, message=message, start=start, end=end
        )
        for page, name, step, code, message, start, end in rows
    )


_WHERE = """(?1 IS NULL OR t.step = ?1) AND (?2 IS NULL OR t.code = ?2)
    AND (?3 IS NULL OR t.id IN (SELECT id FROM arrivals WHERE run = ?3))"""


def count_troubles(db: sqlite3.Connection, *, run: int | None = None) -> dict[tuple[str, str], int]:
    """How many troubles there are of each (step, code), the most frequent first."""
    rows = db.execute(
        f"SELECT step, code, count(*) FROM troubles t WHERE {_WHERE} GROUP BY step, code"
        " ORDER BY count(*) DESC, step, code",
        (None, None, run),
    )
    return {(step, code): number for step, code, number in rows}
