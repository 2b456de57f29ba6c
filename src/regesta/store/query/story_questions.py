"""Questions about stories."""

import sqlite3

from regesta.model import Quote
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    articles_where,
    as_article_row,
    decode_text,
)
from regesta.store.query.happening_questions import (
    HAPPENING_COLUMNS,
    NEWEST_FIRST,
    as_happening_row,
)
from regesta.store.query.rows import HappeningRow, QuoteRow, StoryRow, StoryView
from regesta.store.register import one_view

_STORY = """
SELECT s.id, s.title, s.reason, s.first, s.last,
    (SELECT count(*) FROM story_articles WHERE story = s.id),
    (SELECT count(*) FROM happenings WHERE story = s.id)
FROM stories s
"""

_CAME_LATER = "s.id IN (SELECT story FROM story_arrivals WHERE came > ?)"

_IN_TIME_ORDER = "a.published_order IS NULL, a.published_order, a.id"


def stories(
    db: sqlite3.Connection, *, limit: int, offset: int = 0, new_since: int | None = None
) -> tuple[StoryRow, ...]:
    """Stories, the one with the newest article first; with `new_since` those that came later."""
    later = "" if new_since is None else f"WHERE {_CAME_LATER}"
    asked = () if new_since is None else (new_since,)
    with one_view(db):
        sql = f"{_STORY} {later} ORDER BY s.last DESC, s.id LIMIT ? OFFSET ?"
        rows = db.execute(sql, (*asked, limit, offset)).fetchall()
        return tuple(_story_row(db, row) for row in rows)


def story(db: sqlite3.Connection, id: str) -> StoryView | None:
    """A story with all that belongs to it."""
    with one_view(db):
        row = db.execute(f"{_STORY} WHERE s.id = ?", (id,)).fetchone()
        if row is None:
            return None
        inside = "a.id IN (SELECT article FROM story_articles WHERE story = ?)"
        return StoryView(
            row=_story_row(db, row),
            articles=articles_where(db, inside, (id,), order=_IN_TIME_ORDER),
            happenings=_happenings(db, id),
            quotes=_quotes(db, id),
        )


def _story_row(
    db: sqlite3.Connection, row: tuple[str, str, str, str | None, str | None, int, int]
) -> StoryRow:
    id, title, reason, first, last, articles, happenings = row
    publishers = db.execute(
        "SELECT DISTINCT a.publisher FROM story_articles sa JOIN articles a ON a.id = sa.article"
        " WHERE sa.story = ? AND a.publisher IS NOT NULL ORDER BY a.publisher",
        (id,),
    )
    return StoryRow(
        id=id,
        title=title,
        reason=reason,
        first=first,
        last=last,
        articles=articles,
        happenings=happenings,
        publishers=tuple(publisher for (publisher,) in publishers),
    )


def _happenings(db: sqlite3.Connection, id: str) -> tuple[HappeningRow, ...]:
    sql = f"SELECT {HAPPENING_COLUMNS} FROM happenings h WHERE h.story = ? ORDER BY {NEWEST_FIRST}"
    return tuple(as_happening_row(row) for row in db.execute(sql, (id,)))


def _quotes(db: sqlite3.Connection, id: str) -> tuple[QuoteRow, ...]:
    rows = db.execute(
        f"SELECT q.record, q.words, p.made_by, {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE}"
        " JOIN quotes q ON q.article = a.id"
        " JOIN story_articles sa ON sa.article = a.id AND sa.story = ?"
        f" ORDER BY {_IN_TIME_ORDER}, q.start",
        (id,),
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
