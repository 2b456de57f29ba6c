"""Questions about who said what."""

import sqlite3

from regesta.model import Quote
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    NEWEST_FIRST,
    as_article_row,
    decode_text,
)
from regesta.store.query.rows import QuoteRow


def quotes(
    db: sqlite3.Connection,
    *,
    person: str | None = None,
    country: str | None = None,
    limit: int,
    offset: int = 0,
) -> tuple[QuoteRow, ...]:
    """Quotes of a person (the name) or a country's people, of the newest article first."""
    rows = db.execute(
        f"SELECT q.record, q.words, p.made_by, {ARTICLE_COLUMNS} FROM ("
        "  SELECT q.id AS quote FROM quotes q JOIN articles a ON a.id = q.article"
        f" WHERE {_WHERE} ORDER BY {NEWEST_FIRST}, q.start LIMIT ?3 OFFSET ?4"
        f") shown JOIN quotes q ON q.id = shown.quote, {ARTICLE_SOURCE}"
        f" WHERE a.id = q.article ORDER BY {NEWEST_FIRST}, q.start",
        (person, country, limit, offset),
    )
    return tuple(
        QuoteRow(
            quote=decode_text(record, Quote),
            words=words,
            article=as_article_row(columns),
            made_by=made_by,
        )
        for record, words, made_by, *columns in rows
    )


def count_quotes(
    db: sqlite3.Connection, *, person: str | None = None, country: str | None = None
) -> int:
    """How many quotes they have."""
    sql = f"SELECT count(*) FROM quotes q WHERE {_WHERE}"
    return int(db.execute(sql, (person, country)).fetchone()[0])


_WHERE = "(?1 IS NULL OR q.speaker = ?1) AND (?2 IS NULL OR q.country = ?2)"
