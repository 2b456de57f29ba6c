"""People's own marks: what they read and starred, when they came, what they want to ask again.

They stand in tables of their own, which no run touches. Times come in from outside.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from regesta.store.register import RegisterError, one_view, open_register, writing

MARK_WAITS = 5_000
"""Milliseconds to wait while a run writes; a person looks at the screen meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Which of the ids asked for are read and starred."""

    read: frozenset[str]
    starred: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Starred:
    """A star; `kind` is page, article, event, quote, story or happening, None when it is gone."""

    id: str
    kind: str | None
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A look at the desk; `upto` is the number of the newest linking that was shown."""

    at: str
    upto: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How much came since a visit."""

    happenings: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A question to ask again."""

    name: str
    query: str
    at: str


@contextmanager
def marking(path: Path) -> Iterator[sqlite3.Connection]:
    """One short transaction on a register that is there.

    Raises RegisterError when it is missing, not writable, or held by a run for too long.
    """
    if not path.is_file():
        raise RegisterError(f"There is no register at {path}; `regesta read` makes one.")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise RegisterError(f"{path} cannot be written to, so marks are not kept.")
    with closing(open_register(path)):
        pass  # an older register is not brought up to date here: its links would have to be
    with closing(open_register(path, write=True)) as db:
        db.execute(f"PRAGMA busy_timeout = {MARK_WAITS}")
        try:
            with writing(db):
                yield db
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            said = "The register is being written; the mark was not kept. Try again in a moment."
            raise RegisterError(said) from error


def set_read(db: sqlite3.Connection, ids: Sequence[str], *, read: bool, at: str) -> None:
    """Mark happenings, stories or articles as read, or as unread again."""
    if read:
        sql = "INSERT OR IGNORE INTO read_marks VALUES (?, ?)"
        db.executemany(sql, ((id, at) for id in ids))
    else:
        db.executemany("DELETE FROM read_marks WHERE id = ?", ((id,) for id in ids))


def set_star(db: sqlite3.Connection, id: str, *, starred: bool, at: str) -> None:
    """Give a star or take it back."""
    if starred:
        db.execute("INSERT OR IGNORE INTO stars VALUES (?, ?)", (id, at))
    else:
        db.execute("DELETE FROM stars WHERE id = ?", (id,))


def visit(db: sqlite3.Connection, *, at: str, upto: int) -> None:
    """Note a look at the desk; `upto` is `linking` at the time the screen was drawn."""
    db.execute("INSERT INTO visits (at, upto) VALUES (?, ?)", (at, upto))


def save_query(db: sqlite3.Connection, *, name: str, query: str, at: str) -> None:
    """Keep a question; one of the same name is replaced."""
    db.execute("INSERT OR REPLACE INTO saved_queries VALUES (?, ?, ?)", (name, query, at))


def forget_query(db: sqlite3.Connection, *, name: str) -> None:
    """Drop a question."""
    db.execute("DELETE FROM saved_queries WHERE name = ?", (name,))


def marked(db: sqlite3.Connection, ids: Sequence[str]) -> Marks:
    """The marks on these ids."""
    with one_view(db):
        return Marks(read=_among(db, "read_marks", ids), starred=_among(db, "stars", ids))


def _among(db: sqlite3.Connection, table: str, ids: Sequence[str]) -> frozenset[str]:
    sql = f"SELECT id FROM {table} WHERE id = ?"
    return frozenset(id for id in ids if db.execute(sql, (id,)).fetchone())


def starred(db: sqlite3.Connection, *, limit: int, offset: int = 0) -> tuple[Starred, ...]:
    """Stars, the newest first."""
    kinds = " ".join(
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = s.id) THEN '{kind}'"
        for kind, table in _KINDS
    )
    rows = db.execute(
        f"SELECT s.id, CASE {kinds} END, s.at FROM stars s ORDER BY s.at DESC, s.id"
        " LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return tuple(Starred(id=id, kind=kind, at=at) for id, kind, at in rows)


_KINDS = (
    ("happening", "happenings"),
    ("story", "stories"),
    ("article", "articles"),
    ("event", "events"),
    ("quote", "quotes"),
    ("page", "pages"),
)


def count_starred(db: sqlite3.Connection) -> int:
    """How many stars there are."""
    return int(db.execute("SELECT count(*) FROM stars").fetchone()[0])


def last_visit(db: sqlite3.Connection) -> Visit | None:
    """The newest visit; None before the first."""
    row = db.execute("SELECT at, upto FROM visits ORDER BY number DESC LIMIT 1").fetchone()
    return Visit(at=row[0], upto=row[1]) if row else None


def linking(db: sqlite3.Connection) -> int:
    """The number of the newest linking that showed new pages; 0 before the first."""
    return int(db.execute("SELECT coalesce(max(linking), 0) FROM arrivals").fetchone()[0])


def news(db: sqlite3.Connection, *, since: int) -> News:
    """Happenings and stories of which every report came after a linking."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM happening_order WHERE came > ?1),"
        " (SELECT count(*) FROM story_arrivals WHERE came > ?1)",
        (since,),
    ).fetchone()
    return News(happenings=row[0], stories=row[1])


def new_ids(db: sqlite3.Connection, ids: Sequence[str], *, since: int) -> frozenset[str]:
    """Which of these happenings, stories and articles came after a linking."""
    return frozenset(
        id for id in ids if any(db.execute(sql, (id, since)).fetchone() for sql in _CAME_LATER)
    )


_CAME_LATER = (
    "SELECT 1 FROM happening_order WHERE happening = ? AND came > ?",
    "SELECT 1 FROM story_arrivals WHERE story = ? AND came > ?",
    """SELECT 1 FROM articles a JOIN arrivals v ON v.id = a.page
    WHERE a.id = ? AND v.linking > ?""",
)


def saved(db: sqlite3.Connection) -> tuple[SavedQuery, ...]:
    """The kept questions by name."""
    rows = db.execute("SELECT name, query, at FROM saved_queries ORDER BY name")
    return tuple(SavedQuery(name=name, query=query, at=at) for name, query, at in rows)
