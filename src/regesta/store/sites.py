"""The lines of a site's pages, and the pages that wait until all of a run have come.

What waits stands in a temporary table of the connection: it fills no memory and is gone with the
run, however that ends.
"""

import sqlite3
import struct
from collections.abc import Iterator, Sequence

from regesta.model import Page, PageLines
from regesta.store.pack import arrival, page_columns, page_of
from regesta.store.query.page_questions import stored_page
from regesta.store.register import writing

_WAITING = """
CREATE TEMP TABLE waiting (
    page TEXT PRIMARY KEY, site TEXT, address INTEGER, lines BLOB, passages BLOB,
    name TEXT, url TEXT, media_type TEXT, charset TEXT, fetched_at TEXT, given TEXT, body BLOB
)
"""
_ROW = "page, site, address, lines, passages"


def begin_waiting(db: sqlite3.Connection) -> None:
    """Make the table for the pages that wait; once for a connection."""
    db.execute(_WAITING)
    db.execute("CREATE INDEX temp.waiting_by_site ON waiting (site, page)")


def wait_with(db: sqlite3.Connection, page: Page, *, lines: PageLines) -> bool:
    """Let a page wait; False when it waits already, then under the smaller arrival."""
    before = waiting_page(db, lines.page)
    if before is not None and arrival(before) <= arrival(page):
        return False
    values = (*_row_of(lines), *page_columns(page).values())
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT OR REPLACE INTO temp.waiting VALUES ({marks})", values)
    return before is None


def waiting_page(db: sqlite3.Connection, id: str) -> Page | None:
    """A page that waits."""
    row = db.execute(
        "SELECT name, url, media_type, charset, fetched_at, given, body"
        " FROM temp.waiting WHERE page = ?",
        (id,),
    ).fetchone()
    return page_of(row) if row else None


def sites_due(db: sqlite3.Connection) -> tuple[str, ...]:
    """Sites with pages that wait, and those that an unfinished run left behind."""
    rows = db.execute(
        "SELECT site FROM temp.waiting UNION SELECT site FROM unsettled_sites ORDER BY site"
    )
    return tuple(site for (site,) in rows)


def pages_of_site(db: sqlite3.Connection, site: str) -> tuple[str, ...]:
    """Ids of a site's pages, those that wait too, in order."""
    rows = db.execute(
        "SELECT page FROM temp.waiting WHERE site = ?1"
        " UNION SELECT page FROM page_lines WHERE site = ?1 ORDER BY page",
        (site,),
    )
    return tuple(page for (page,) in rows)


def lines_at_hand(db: sqlite3.Connection, id: str) -> PageLines | None:
    """The lines of a page that waits, else of one in the register."""
    row = db.execute(f"SELECT {_ROW} FROM temp.waiting WHERE page = ?", (id,)).fetchone()
    return _lines(row) if row else lines_of_page(db, id)


def lines_of_page(db: sqlite3.Connection, id: str) -> PageLines | None:
    """The lines of a page in the register; None for pages that have no site."""
    row = db.execute(f"SELECT {_ROW} FROM page_lines WHERE page = ?", (id,)).fetchone()
    return _lines(row) if row else None


def made_by(db: sqlite3.Connection, id: str) -> str | None:
    """Who made the reading of a page."""
    row = db.execute("SELECT made_by FROM pages WHERE id = ?", (id,)).fetchone()
    return row[0] if row else None


def known_lines(db: sqlite3.Connection, site: str, *, most: int) -> tuple[PageLines, ...]:
    """The lines of the first pages of a site, in the order of their ids."""
    rows = db.execute(
        f"SELECT {_ROW} FROM page_lines WHERE site = ? ORDER BY page LIMIT ?", (site, most)
    )
    return tuple(map(_lines, rows))


def save_lines(db: sqlite3.Connection, known: Sequence[PageLines]) -> None:
    """Keep the lines of pages that were read, and note that their sites are not settled."""
    with writing(db):
        for lines in known:
            _insert(db, lines)
            db.execute("INSERT OR IGNORE INTO unsettled_sites VALUES (?)", (lines.site,))
            db.execute("DELETE FROM temp.waiting WHERE page = ?", (lines.page,))


def settle(db: sqlite3.Connection, sites: Sequence[str]) -> None:
    """Note that every page of these sites was read with what they have in common."""
    if db.execute("SELECT 1 FROM unsettled_sites").fetchone():
        with writing(db):
            db.executemany("DELETE FROM unsettled_sites WHERE site = ?", ((s,) for s in sites))


def lines_are_known(db: sqlite3.Connection) -> bool:
    """Whether the pages of a register have their lines; those of an older one lack them."""
    return bool(db.execute("SELECT 1 FROM state WHERE name = 'lines_known'").fetchone())


def pages_with_address(db: sqlite3.Connection) -> Iterator[Page]:
    """All pages of the register that have one."""
    rows = db.execute("SELECT id FROM pages WHERE url IS NOT NULL ORDER BY id").fetchall()
    for (id,) in rows:
        stored = stored_page(db, id)
        if stored is not None:
            yield stored.page


def fill_in(db: sqlite3.Connection, known: Iterator[PageLines]) -> None:
    """Keep the lines of pages that were read before lines were kept."""
    with writing(db):
        for lines in known:
            _insert(db, lines)
        db.execute("INSERT OR IGNORE INTO state VALUES ('lines_known', '')")


_Row = tuple[str, str, int, bytes, bytes]


def _insert(db: sqlite3.Connection, lines: PageLines) -> None:
    db.execute("INSERT OR REPLACE INTO page_lines VALUES (?, ?, ?, ?, ?)", _row_of(lines))


def _row_of(lines: PageLines) -> _Row:
    kept = _packed(lines.lines), _packed(lines.passages)
    return (lines.page, lines.site, lines.address, *kept)


def _lines(row: _Row) -> PageLines:
    page, site, address, lines, passages = row
    return PageLines(
        page=page,
        site=site,
        address=address,
        lines=_unpacked(lines),
        passages=_unpacked(passages),
    )


def _packed(hashes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}I", *hashes)


def _unpacked(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw)
