"""Whole tables for export: lazily, newest first, in the same order on any machine.

Each iterator is one statement, so it sees one state of the register from first row to last.
"""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from regesta.model import Article, Event, Happening, Quote, Story, Tenure
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    as_article_row,
    decode_text,
    quoted,
)
from regesta.store.query.article_questions import NEWEST_FIRST as NEWEST_ARTICLE_FIRST
from regesta.store.query.happening_questions import HAPPENING_COLUMNS, as_happening_row
from regesta.store.query.happening_questions import NEWEST_FIRST as NEWEST_HAPPENING_FIRST
from regesta.store.query.rows import (
    ArticleEntry,
    EventRow,
    HappeningEntry,
    QuoteRow,
    StoryEntry,
    TenureRow,
)
from regesta.store.query.story_backing import key_points


def event_rows(db: sqlite3.Connection) -> Iterator[EventRow]:
    """All events, by article, then in page order."""
    rows = db.execute(
        "SELECT e.record, p.text, p.made_by, h.id, h.origins, h.articles,"
        f" {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE} JOIN events e ON e.article = a.id"
        " LEFT JOIN happenings h"
        " ON h.id = (SELECT min(happening) FROM happening_events WHERE event = e.id)"
        f" ORDER BY {NEWEST_ARTICLE_FIRST}, e.start, e.id"
    )
    for record, text, made_by, happening, origins, articles, *columns in rows:
        event = decode_text(record, Event)
        yield EventRow(
            event=event,
            article=as_article_row(columns),
            evidence=quoted(event.evidence, text=text),
            happening=happening,
            origins=origins,
            articles=articles,
            made_by=made_by,
        )


def quote_rows(db: sqlite3.Connection) -> Iterator[QuoteRow]:
    """All quotes, by article, then in page order."""
    rows = db.execute(
        f"SELECT q.record, q.words, p.made_by, {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE}"
        f" JOIN quotes q ON q.article = a.id ORDER BY {NEWEST_ARTICLE_FIRST}, q.start, q.id"
    )
    for record, words, made_by, *columns in rows:
        yield QuoteRow(
            quote=decode_text(record, Quote),
            words=words,
            article=as_article_row(columns),
            made_by=made_by,
        )


def article_rows(db: sqlite3.Connection) -> Iterator[ArticleEntry]:
    """All articles."""
    rows = db.execute(
        "SELECT p.made_by, d.sentences, d.repeated + d.bare,"
        f" {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE}"
        f" LEFT JOIN padding d ON d.article = a.id ORDER BY {NEWEST_ARTICLE_FIRST}"
    )
    for made_by, sentences, idle, *columns in rows:
        yield ArticleEntry(
            row=as_article_row(columns),
            record=decode_text(columns[0], Article),
            made_by=made_by,
            padding=round(idle / sentences, 3) if sentences else None,
        )


def story_rows(db: sqlite3.Connection) -> Iterator[StoryEntry]:
    """All stories."""
    rows = db.execute(
        "SELECT s.record, h.id FROM stories s LEFT JOIN happenings h ON h.story = s.id"
        " ORDER BY s.last DESC, s.id, h.id"
    )
    for record, members in groupby(rows, key=itemgetter(0)):
        happenings = tuple(happening for _, happening in members if happening is not None)
        story = decode_text(record, Story)
        points = tuple((point.span, point.words) for point in key_points(db, story))
        yield StoryEntry(story=story, happenings=happenings, key_points=points)


def happening_rows(db: sqlite3.Connection) -> Iterator[HappeningEntry]:
    """All happenings, the newest report first."""
    sql = f"SELECT {HAPPENING_COLUMNS} FROM happenings h ORDER BY {NEWEST_HAPPENING_FIRST}"
    for row in db.execute(sql):
        yield HappeningEntry(happening=decode_text(row[0], Happening), row=as_happening_row(row))


def tenure_rows(db: sqlite3.Connection) -> Iterator[TenureRow]:
    """All tenures, by person and country."""
    rows = db.execute(
        f"SELECT t.record, p.text, p.made_by, {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE}"
        " JOIN tenures t ON t.article = a.id"
        " ORDER BY t.person, t.country, t.office, t.page, t.position"
    )
    for record, text, made_by, *columns in rows:
        tenure = decode_text(record, Tenure)
        yield TenureRow(
            tenure=tenure,
            words=tenure.span.words(text),
            article=as_article_row(columns),
            made_by=made_by,
        )
