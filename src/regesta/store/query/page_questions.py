"""Questions about pages and about the register as a whole."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model import Page, Reading
from regesta.store.pack import page_of, unpack_reading
from regesta.store.query.article_questions import articles_where
from regesta.store.query.rows import Counts, PageView
from regesta.store.register import RegisterError, one_view

KINDS = (
    ("page", "pages"),
    ("article", "articles"),
    ("event", "events"),
    ("quote", "quotes"),
    ("story", "stories"),
    ("happening", "happenings"),
)
"""What an id can belong to, and its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page as it is kept, and who read it."""

    page: Page
    made_by: str


def counts(db: sqlite3.Connection) -> Counts:
    """How much the register holds; while the links fit the pages most of it was counted then."""
    with one_view(db):
        known = dict(
            db.execute(
                "SELECT name, rows FROM totals"
                " WHERE EXISTS (SELECT 1 FROM state WHERE name = 'linked_by')"
            ).fetchall()
        )
        for table in Counts.__dataclass_fields__.keys() - known.keys():
            known[table] = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return Counts(**known)


def stored_page(db: sqlite3.Connection, id: str) -> StoredPage | None:
    """The page as it arrived, ready to be read again."""
    row = db.execute(
        "SELECT name, url, media_type, charset, fetched_at, given, body, made_by"
        " FROM pages WHERE id = ?",
        (id,),
    ).fetchone()
    if row is None:
        return None
    return StoredPage(page=page_of(row[:-1]), made_by=row[-1])


def page(db: sqlite3.Connection, id: str) -> PageView | None:
    """A page with its raw bytes, its text and its articles in page order."""
    with one_view(db):
        row = db.execute("SELECT text, reading FROM pages WHERE id = ?", (id,)).fetchone()
        stored = stored_page(db, id)
        if row is None or stored is None:
            return None
        return PageView(
            id=id,
            name=stored.page.name,
            url=stored.page.url,
            media_type=stored.page.media_type,
            charset=stored.page.charset,
            fetched_at=stored.page.fetched_at,
            made_by=stored.made_by,
            body=stored.page.body,
            text=row[0],
            articles=articles_where(db, "a.page = ?", (id,), order="a.start, a.id"),
            furniture=unpack_reading(row[1], text=row[0]).furniture,
        )


def readings(db: sqlite3.Connection) -> Iterator[Reading]:
    """All readings, in the order of their pages' ids."""
    for text, packed in db.execute("SELECT text, reading FROM pages ORDER BY id"):
        yield unpack_reading(packed, text=text)


def find(db: sqlite3.Connection, id: str) -> tuple[str, str] | None:
    """(kind, whole id) of the one thing whose id is or begins with `id`; None when there is none.

    Raises RegisterError when several ids begin with it.
    """
    found = []
    with one_view(db):
        for kind, table in KINDS:
            rows = db.execute(
                f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
                (id, id + "\U0010ffff"),
            )
            found += [(kind, row[0]) for row in rows]
    exact = [match for match in found if match[1] == id]
    if len(found) > 1 and not exact:
        raise RegisterError(f"Several ids begin with {id}; give more of it.")
    return next(iter(exact or found), None)
