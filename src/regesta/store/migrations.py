"""From an older register to today's, one numbered step at a time.

The list only grows: what a step says is never changed once released. `PRAGMA user_version` is
the number of steps a register has been through.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from importlib.resources import files

APPLICATION_ID = 0x52677374
"""Marks a SQLite file as a register ("Rgst" in ASCII), in its header."""

MIGRATIONS: tuple[str, ...] = (
    files("regesta.store").joinpath("schema.sql").read_text(encoding="utf-8"),
    files("regesta.store").joinpath("desk.sql").read_text(encoding="utf-8"),
    files("regesta.store").joinpath("backing.sql").read_text(encoding="utf-8"),
    files("regesta.store").joinpath("completed.sql").read_text(encoding="utf-8"),
    files("regesta.store").joinpath("persons.sql").read_text(encoding="utf-8"),
    files("regesta.store").joinpath("sites.sql").read_text(encoding="utf-8"),
)
"""SQL of each step; step 1 is the register as it began, step 2 what the desk needs, step 3
what stands behind happenings and stories, and what linking changed, step 4 what deeds that other
pages completed stand on, step 5 which names mean one person, step 6 what the pages of a site have
in common."""


def migrate(db: sqlite3.Connection, *, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring a register to the newest step, one transaction a step; safe when two do it at once."""
    while version(db) < len(migrations):
        db.execute("BEGIN IMMEDIATE")
        try:
            _one_step(db, migrations=migrations)
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def version(db: sqlite3.Connection) -> int:
    """How many steps the register has been through; 0 for a new file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _one_step(db: sqlite3.Connection, *, migrations: Sequence[str]) -> None:
    """Asks for the version again: another writer may have been first to the lock."""
    done = version(db)
    if done >= len(migrations):
        return
    for statement in _statements(migrations[done]):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {done + 1}")


def _statements(sql: str) -> Iterator[str]:
    """`executescript` would commit our transaction, so the script is cut here."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
