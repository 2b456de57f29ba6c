"""Questions about troubles."""

import sqlite3

from regesta.store.query.rows import TroubleRow


def troubles(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[TroubleRow, ...]:
    """Troubles by the name of their page or input, then by place."""
    rows = db.execute(
        'SELECT p.id, coalesce(p.name, t.page), t.step, t.code, t.message, t.start, t."end"'
        " FROM troubles t LEFT JOIN pages p ON p.id = t.page"
        " ORDER BY coalesce(p.name, t.page), t.page, t.start, t.step, t.code, t.id"
        " LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return tuple(
        TroubleRow(
            page=page, name=name, step=step, code=code, message=message, start=start, end=end
        )
        for page, name, step, code, message, start, end in rows
    )


def count_troubles(db: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """How many troubles there are of each (step, code), the most frequent first."""
    rows = db.execute(
        "SELECT step, code, count(*) FROM troubles GROUP BY step, code"
        " ORDER BY count(*) DESC, step, code"
    )
    return {(step, code): number for step, code, number in rows}
