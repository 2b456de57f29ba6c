"""Questions about articles, their events and their quotes."""

import sqlite3
from collections.abc import Sequence
from typing import TypeVar

from regesta.model import Article, Copy, Event, Quote, Reading, Span
from regesta.model.codec import decode
from regesta.store.pack import unpack_reading
from regesta.store.query.rows import (
    ArticleRow,
    ArticleView,
    EventView,
    KnownFrom,
    QuoteView,
    Words,
)
from regesta.store.register import one_view

Record = TypeVar("Record")

ARTICLE_COLUMNS = """a.record, p.name, p.url,
    (SELECT min(story) FROM story_articles WHERE article = a.id),
    c.origin, c.kind, c.share, c.reason"""
"""What `as_article_row` takes, in its order."""

ARTICLE_SOURCE = """articles a
    JOIN pages p ON p.id = a.page
    LEFT JOIN copies c ON c.article = a.id AND c.leading"""
"""Where ARTICLE_COLUMNS come from."""

NEWEST_FIRST = "a.published_order DESC, a.id"


def as_article_row(columns: Sequence[object]) -> ArticleRow:
    """An article row from ARTICLE_COLUMNS."""
    record, name, url, story, origin, kind, share, reason = columns
    article = decode_text(record, Article)
    copy = None
    if origin is not None:
        copy = Copy(
            article=article.id,
            origin=str(origin),
            kind=str(kind),
            share=float(str(share)),
            reason=str(reason),
        )
    return ArticleRow(
        id=article.id,
        page=article.page,
        name=str(name),
        url=None if url is None else str(url),
        role=article.role,
        title=article.title,
        publisher=article.publisher,
        agency=article.agency,
        published=article.published,
        story=None if story is None else str(story),
        copy_of=copy,
    )


def decode_text(text: object, kind: type[Record]) -> Record:
    """The record that a `record` column holds."""
    return decode(str(text).encode("utf-8"), kind)


def quoted(spans: Sequence[Span], *, text: str) -> Words:
    """The spans with their words, given the text of the page."""
    return tuple((span, span.words(text)) for span in spans)


def articles_where(
    db: sqlite3.Connection, condition: str, values: Sequence[object], *, order: str = NEWEST_FIRST
) -> tuple[ArticleRow, ...]:
    """Article rows that meet a condition of our own (never the user's words) on `a` and `p`."""
    sql = f"SELECT {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE} WHERE {condition} ORDER BY {order}"
    return tuple(as_article_row(row) for row in db.execute(sql, tuple(values)))


def article(db: sqlite3.Connection, id: str) -> ArticleView | None:
    """An article with its page's text, its events and quotes in page order."""
    with one_view(db):
        rows = articles_where(db, "a.id = ?", (id,))
        if not rows:
            return None
        made_by, text, packed = db.execute(
            "SELECT made_by, text, reading FROM pages WHERE id = ?", (rows[0].page,)
        ).fetchone()
        happenings = db.execute(
            "SELECT e.id, min(h.happening) FROM events e"
            " JOIN happening_events h ON h.event = e.id WHERE e.article = ? GROUP BY e.id",
            (id,),
        ).fetchall()
    reading = unpack_reading(packed, text=text)
    return ArticleView(
        row=rows[0],
        record=next(article for article in reading.articles if article.id == id),
        text=text,
        events=_events(db, id, reading=reading),
        quotes=tuple(quote for quote in reading.quotes if quote.article == id),
        furniture=reading.furniture,
        happenings=dict(happenings),
        made_by=made_by,
    )


def event(db: sqlite3.Connection, id: str) -> EventView | None:
    """An event with its article and its evidence."""
    with one_view(db):
        row = db.execute(
            "SELECT e.record, p.text, p.made_by,"
            " (SELECT min(happening) FROM happening_events WHERE event = e.id)"
            " FROM events e JOIN pages p ON p.id = e.page WHERE e.id = ?",
            (id,),
        ).fetchone()
        if row is None:
            return None
        record, text, made_by, happening = row
        event = decode_text(record, Event)
        return EventView(
            event=event,
            article=articles_where(db, "a.id = ?", (event.article,))[0],
            text=text,
            evidence=quoted(event.evidence, text=text),
            happening=happening,
            made_by=made_by,
            known_from=_known_from(db, id),
        )


def _events(db: sqlite3.Connection, article: str, *, reading: Reading) -> tuple[Event, ...]:
    """What the article tells, with what other pages completed, in page order."""
    completed = db.execute(
        "SELECT record FROM events"
        " WHERE article = ? AND id IN (SELECT event FROM completed_events) ORDER BY start, id",
        (article,),
    )
    told = [event for event in reading.events if event.article == article]
    told += [decode_text(record, Event) for (record,) in completed]
    return tuple(sorted(told, key=lambda event: event.deed))


def _known_from(db: sqlite3.Connection, event: str) -> tuple[KnownFrom, ...]:
    rows = db.execute(
        'SELECT c.person, c.office, c.article, c.start, c."end", p.id, p.text'
        " FROM completed_events c JOIN articles a ON a.id = c.article JOIN pages p ON p.id = a.page"
        " WHERE c.event = ? ORDER BY c.position",
        (event,),
    )
    return tuple(
        KnownFrom(
            person=person,
            office=office,
            article=article,
            span=Span(page=page, start=start, end=end),
            words=text[start:end],
        )
        for person, office, article, start, end, page, text in rows
    )


def quote(db: sqlite3.Connection, id: str) -> QuoteView | None:
    """A quote with its article."""
    with one_view(db):
        row = db.execute(
            "SELECT q.record, p.text, p.made_by"
            " FROM quotes q JOIN pages p ON p.id = q.page WHERE q.id = ?",
            (id,),
        ).fetchone()
        if row is None:
            return None
        record, text, made_by = row
        quote = decode_text(record, Quote)
        return QuoteView(
            quote=quote,
            article=articles_where(db, "a.id = ?", (quote.article,))[0],
            text=text,
            made_by=made_by,
        )
