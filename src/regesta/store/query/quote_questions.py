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
    condition, values = _asked(person, country)
    rows = db.execute(
        f"SELECT q.record, q.words, p.made_by, {ARTICLE_COLUMNS} FROM ("
        "  SELECT q.id AS quote FROM quotes q JOIN articles a ON a.id = q.article"
        f" WHERE {condition} ORDER BY {NEWEST_FIRST}, q.start LIMIT ? OFFSET ?"
        f") shown JOIN quotes q ON q.id = shown.quote, {ARTICLE_SOURCE}"
        f" WHERE a.id = q.article ORDER BY {NEWEST_FIRST}, q.start",
        (*values, limit, offset),
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
    condition, values = _asked(person, country)
    sql = f"SELECT count(*) FROM quotes q WHERE {condition}"
    return int(db.execute(sql, values).fetchone()[0])


def _asked(person: str | None, country: str | None) -> tuple[str, tuple[str, ...]]:
    asked = (("q.speaker = ?", person), ("q.country = ?", country))
    chosen = [(sql, value) for sql, value in asked if value is not None]
    condition = " AND ".join(sql for sql, _ in chosen) or "TRUE"
    return condition, tuple(value for _, value in chosen)
