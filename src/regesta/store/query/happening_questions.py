"""Questions about happenings."""

import sqlite3
from collections.abc import Iterable, Sequence

from regesta.model import Event, Happening
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    as_article_row,
    decode_text,
    quoted,
)
from regesta.store.query.rows import HappeningRow, HappeningView, ReportRow, Want
from regesta.store.query.sets import newest
from regesta.store.query.wanted import wanted
from regesta.store.register import one_view

HAPPENING_COLUMNS = "h.record, h.mode, h.place_country, h.headline, h.evidence, h.reported"
"""What `as_happening_row` takes, in its order."""

NEWEST_FIRST = "h.reported_order DESC, h.happened DESC, h.id"


def happenings(
    db: sqlite3.Connection, *, want: Want, limit: int, offset: int = 0
) -> tuple[HappeningRow, ...]:
    """The wanted happenings, the newest report first."""
    with one_view(db):
        return rows_of(db, newest(wanted(db, want), limit=limit, offset=offset))


def count_happenings(db: sqlite3.Connection, *, want: Want) -> int:
    """How many happenings are wanted."""
    with one_view(db):
        return wanted(db, want).bit_count()


def rows_of(db: sqlite3.Connection, numbers: Sequence[int]) -> tuple[HappeningRow, ...]:
    """The happenings with these numbers, the newest report first."""
    rows = db.execute(
        f"SELECT {HAPPENING_COLUMNS} FROM happening_order o"
        " JOIN happenings h ON h.id = o.happening"
        f" WHERE o.number IN ({', '.join(map(str, numbers))}) ORDER BY o.number DESC"
    )
    return tuple(as_happening_row(row) for row in rows)


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


def happenings_by_id(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, HappeningRow]:
    """The happenings with these ids, by id; without those that are not there."""
    sql = f"SELECT {HAPPENING_COLUMNS} FROM happenings h WHERE h.id = ?"
    rows = (db.execute(sql, (id,)).fetchone() for id in dict.fromkeys(ids))
    return {row.id: row for row in (as_happening_row(found) for found in rows if found)}


def disputed(db: sqlite3.Connection, ids: Sequence[str]) -> frozenset[str]:
    """Which of these happenings have sources that disagree."""
    sql = """SELECT 1 WHERE EXISTS (SELECT 1 FROM disputes WHERE happening = ?1)
    OR EXISTS (SELECT 1 FROM disputes WHERE other = ?1)"""
    return frozenset(id for id in ids if db.execute(sql, (id,)).fetchone())


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
