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
from regesta.store.register import one_view

FEW_QUOTES = 1_000
"""So many are put in order; of more, the articles are gone through in order until there is enough.
Tuned on 100,000 articles, where both take about 5 ms there."""

NAMES_OF = "(SELECT name FROM namings WHERE person = ? UNION SELECT ?)"
"""All names of the person who goes by one; the name stands in the question twice."""

_FEW = "quotes q CROSS JOIN articles a ON a.id = q.article"
_MANY = "articles a INDEXED BY articles_in_time_order CROSS JOIN quotes q ON q.article = a.id"


def quotes(
    db: sqlite3.Connection,
    *,
    person: str | None = None,
    country: str | None = None,
    limit: int,
    offset: int = 0,
) -> tuple[QuoteRow, ...]:
    """Quotes of a person (the name) or a country's people, of the newest article first."""
    condition, values = of_whom("q.speaker", person, "q.country", country)
    with one_view(db):
        few = count_quotes(db, person=person, country=country) <= FEW_QUOTES
        rows = db.execute(
            f"SELECT q.record, q.words, p.made_by, {ARTICLE_COLUMNS} FROM ("
            f"  SELECT q.id AS quote FROM {_FEW if few else _MANY}"
            f" WHERE {condition} ORDER BY {NEWEST_FIRST}, q.start, q.id LIMIT ? OFFSET ?"
            f") shown JOIN quotes q ON q.id = shown.quote, {ARTICLE_SOURCE}"
            f" WHERE a.id = q.article ORDER BY {NEWEST_FIRST}, q.start, q.id",
            (*values, limit, offset),
        ).fetchall()
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
    condition, values = of_whom("q.speaker", person, "q.country", country)
    sql = f"SELECT count(*) FROM quotes q WHERE {condition}"
    return int(db.execute(sql, values).fetchone()[0])


def of_whom(
    name: str, person: str | None, place: str, country: str | None
) -> tuple[str, tuple[str, ...]]:
    """(condition, its values) for the columns `name` and `place`: a person's, a country's, all."""
    conditions: list[str] = []
    values: tuple[str, ...] = ()
    if person is not None:
        conditions.append(f"{name} IN {NAMES_OF}")
        values = (person, person)
    if country is not None:
        conditions.append(f"{place} = ?")
        values = (*values, country)
    return " AND ".join(conditions) or "TRUE", values
