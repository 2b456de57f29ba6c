"""Questions about happenings."""

import sqlite3
from collections.abc import Sequence

from regesta.model import Event, Happening
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    as_article_row,
    decode_text,
    quoted,
)
from regesta.store.query.rows import HappeningRow, HappeningView, ReportRow, Want
from regesta.store.register import one_view
from regesta.store.search import match_query

HAPPENING_COLUMNS = "h.record, h.mode, h.place_country, h.headline, h.evidence, h.reported"
"""What `as_happening_row` takes, in its order."""

NEWEST_FIRST = "h.reported_order DESC, h.happened DESC, h.id"


def happenings(
    db: sqlite3.Connection, *, want: Want, limit: int, offset: int = 0
) -> tuple[HappeningRow, ...]:
    """The wanted happenings, the newest report first."""
    condition, values = _wanted(want)
    sql = (
        f"SELECT {HAPPENING_COLUMNS} FROM happenings h WHERE {condition}"
        f" ORDER BY {NEWEST_FIRST} LIMIT ? OFFSET ?"
    )
    rows = db.execute(sql, (*values, limit, offset))
    return tuple(as_happening_row(row) for row in rows)


def count_happenings(db: sqlite3.Connection, *, want: Want) -> int:
    """How many happenings are wanted."""
    condition, values = _wanted(want)
    sql = f"SELECT count(*) FROM happenings h WHERE {condition}"
    return int(db.execute(sql, values).fetchone()[0])


def happening(db: sqlite3.Connection, id: str) -> HappeningView | None:
    """A happening with its reports, the earliest first."""
    with one_view(db):
        sql = f"SELECT {HAPPENING_COLUMNS} FROM happenings h WHERE h.id = ?"
        row = db.execute(sql, (id,)).fetchone()
        if row is None:
            return None
        return HappeningView(
            row=as_happening_row(row),
            reports=_reports(db, id),
            reasons=decode_text(row[0], Happening).reasons,
        )


def as_happening_row(columns: Sequence[str | None]) -> HappeningRow:
    """A happening row from HAPPENING_COLUMNS."""
    record, mode, place_country, headline, evidence, reported = columns
    happening = decode_text(record, Happening)
    when = happening.when
    return HappeningRow(
        id=happening.id,
        type=happening.type,
        mode=mode or "",
        modality=happening.modality,
        background=happening.background,
        actors=happening.actors,
        recipients=happening.recipients,
        when=when.value if when else None,
        precision=when.precision if when else None,
        basis=when.basis if when else None,
        place=happening.place,
        place_country=place_country,
        headline=headline,
        evidence=evidence or "",
        story=happening.story,
        origins=happening.origins,
        articles=len(happening.articles),
        reported=reported,
    )


def _reports(db: sqlite3.Connection, id: str) -> tuple[ReportRow, ...]:
    rows = db.execute(
        f"SELECT e.record, p.text, {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE}"
        " JOIN events e ON e.article = a.id"
        " JOIN happening_events he ON he.event = e.id AND he.happening = ?"
        " ORDER BY a.published_order IS NULL, a.published_order, a.id, e.start, e.id",
        (id,),
    )
    reports = []
    for record, text, *columns in rows:
        event = decode_text(record, Event)
        article = as_article_row(columns)
        evidence = quoted(event.evidence, text=text)
        reports.append(
            ReportRow(event=event, article=article, evidence=evidence, copy_of=article.copy_of)
        )
    return tuple(reports)


def _wanted(want: Want) -> tuple[str, tuple[object, ...]]:
    """The condition in SQL and its values."""
    asked: tuple[tuple[str, tuple[object, ...], object], ...] = (
        (_PARTY, ("actor", want.actor), want.actor),
        (_PARTY, ("recipient", want.recipient), want.recipient),
        ("h.type = ?", (want.type,), want.type),
        ("h.modality = ?", (want.modality,), want.modality),
        ("h.background = ?", (want.background,), want.background),
        ("h.story = ?", (want.story,), want.story),
        (_AFTER, (want.after,) * 2, want.after),
        (_BEFORE, (want.before,) * 2, want.before),
    )
    chosen = [(sql, values) for sql, values, given in asked if given is not None]
    if want.words is not None:
        query = match_query(want.words)
        chosen.append((_WORDS, (query,)) if query else ("FALSE", ()))
    condition = " AND ".join(sql for sql, _ in chosen) or "TRUE"
    return condition, tuple(value for _, values in chosen for value in values)


_PARTY = "h.id IN (SELECT happening FROM happening_parties WHERE side = ? AND party = ?)"

_DATE = "coalesce(h.happened, h.reported)"
_AFTER = f"substr({_DATE}, 1, length(?)) >= substr(?, 1, length({_DATE}))"
_BEFORE = f"substr({_DATE}, 1, length(?)) <= substr(?, 1, length({_DATE}))"
# Compared as far as both dates go: "2025" may lie after "2025-08", so it is not left out.

_WORDS = """h.id IN (
    SELECT he.happening FROM article_words
    JOIN articles a ON a.number = article_words.rowid
    JOIN events e ON e.article = a.id
    JOIN happening_events he ON he.event = e.id
    WHERE article_words MATCH ?)"""
