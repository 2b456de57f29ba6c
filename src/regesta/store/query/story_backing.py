"""Questions about what furnishes stories: topics, key points, related stories; padding."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model import KeyPoint, Padding, Related, Span, Story, Topic
from regesta.store.query.article_questions import articles_where, decode_text
from regesta.store.query.rows import ArticleRow
from regesta.store.register import one_view


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPointRow:
    """A sentence, verbatim, with the ids of the happenings it carries."""

    article: ArticleRow
    span: Span
    words: str
    happenings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """A near story; `relation` is before, during or after, `score` 0 to 1."""

    id: str
    title: str
    first: str | None
    last: str | None
    relation: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryBacking:
    """What furnishes a story; `hashtags` are the pages' own."""

    topics: tuple[Topic, ...]
    hashtags: tuple[str, ...]
    key_points: tuple[KeyPointRow, ...]
    related: tuple[RelatedRow, ...]


def story_backing(db: sqlite3.Connection, id: str) -> StoryBacking | None:
    """Topics, hashtags, key points and related stories of a story."""
    with one_view(db):
        row = db.execute("SELECT record FROM stories WHERE id = ?", (id,)).fetchone()
        if row is None:
            return None
        story = decode_text(row[0], Story)
        return StoryBacking(
            topics=story.topics,
            hashtags=story.hashtags,
            key_points=tuple(row for point in story.key_points for row in _point(db, point)),
            related=tuple(row for each in story.related for row in _related(db, each)),
        )


def key_points(db: sqlite3.Connection, story: Story) -> tuple[KeyPointRow, ...]:
    """The key points of a story record with their words."""
    return tuple(row for point in story.key_points for row in _point(db, point))


def padding(db: sqlite3.Connection, article: str) -> Padding | None:
    """How much of an article adds nothing; None before it is linked, or for a headline."""
    row = db.execute(
        "SELECT sentences, repeated, bare FROM padding WHERE article = ?", (article,)
    ).fetchone()
    if row is None:
        return None
    return Padding(article=article, sentences=row[0], repeated=row[1], bare=row[2])


def _point(db: sqlite3.Connection, point: KeyPoint) -> Iterator[KeyPointRow]:
    """None when its article has gone since the links were made."""
    for article in articles_where(db, "a.id = ?", (point.article,)):
        (text,) = db.execute("SELECT text FROM pages WHERE id = ?", (article.page,)).fetchone()
        yield KeyPointRow(
            article=article,
            span=point.span,
            words=point.span.words(text),
            happenings=point.happenings,
        )


def _related(db: sqlite3.Connection, related: Related) -> Iterator[RelatedRow]:
    rows = db.execute("SELECT title, first, last FROM stories WHERE id = ?", (related.story,))
    for title, first, last in rows.fetchall():
        yield RelatedRow(
            id=related.story,
            title=title,
            first=first,
            last=last,
            relation=related.relation.value,
            score=related.score,
            reason=related.reason,
        )
