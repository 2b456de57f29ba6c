"""Questions about what stands behind a happening: its origins, its disputes, its changes."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from regesta.model import Claim, Dispute, Event, Span, Voucher
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    articles_where,
    as_article_row,
    decode_text,
)
from regesta.store.query.rows import ArticleRow
from regesta.store.register import one_view


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierRow:
    """An article under an origin, and why it stands there ("" for its own reporting).

    `article.copy_of` says whose words it carries, with the reason for the fold.
    """

    article: ArticleRow
    outlet: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """One independent origin of a happening: whose reporting, on whose word, told by whom."""

    happening: str
    reporter: str
    sources: tuple[str, ...]
    vouched: Voucher
    carriers: tuple[CarrierRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """Who claims a value: `words` stand at `span`, `sentence` is the event's evidence around them.

    Where no evidence holds them it is the page's line. `said_by` vouch for the value, `reporter`
    is whose reporting it is.
    """

    event: str
    article: ArticleRow
    span: Span
    words: str
    sentence: str
    reporter: str
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One of the values with all who claim it."""

    value: str
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """Values for one slot that cannot all be true; `what` is the thing counted, else ""."""

    id: str
    happenings: tuple[str, ...]
    slot: str
    what: str
    reason: str
    sides: tuple[SideRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What a linking changed; `others` are ids of the same kind. See store/changes.py."""

    number: int
    run: int | None
    kind: str
    id: str
    what: str
    others: tuple[str, ...]
    reason: str


def confirmations(db: sqlite3.Connection, happening: str) -> tuple[OriginRow, ...]:
    """The independent origins of a happening, by name; none for an id that is not there."""
    return tuple(_origins(db, "WHERE o.happening = ?", (happening,)))


def confirmation_rows(db: sqlite3.Connection) -> Iterator[OriginRow]:
    """All origins of all happenings, for export."""
    return _origins(db, "", ())


def _origins(db: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[OriginRow]:
    rows = db.execute(
        "SELECT o.happening, o.position, o.reporter, o.sources, o.vouched, k.outlet, k.reason,"
        f" {ARTICLE_COLUMNS} FROM {ARTICLE_SOURCE}"
        " JOIN confirmation_articles k ON k.article = a.id"
        " JOIN confirmations o ON o.happening = k.happening AND o.position = k.position"
        f" {where} ORDER BY o.happening, o.position, a.published_order IS NULL,"
        " a.published_order, a.id",
        tuple(values),
    )
    for _, members in groupby(rows, key=itemgetter(0, 1)):
        carried = list(members)
        happening, _, reporter, sources, vouched = carried[0][:5]
        yield OriginRow(
            happening=happening,
            reporter=reporter,
            sources=tuple(json.loads(sources)),
            vouched=Voucher(vouched),
            carriers=tuple(
                CarrierRow(article=as_article_row(columns), outlet=outlet, reason=reason)
                for _, _, _, _, _, outlet, reason, *columns in carried
            ),
        )


def disputes(
    db: sqlite3.Connection, happening: str | None = None, *, limit: int = -1, offset: int = 0
) -> tuple[DisputeRow, ...]:
    """Disputes of one happening, or of all: those of the newest reports first.

    A `limit` of -1 is none.
    """
    with one_view(db):
        rows = db.execute(
            "SELECT d.record FROM disputes d JOIN happenings h ON h.id = d.happening"
            " WHERE ?1 IS NULL OR ?1 IN (d.happening, d.other)"
            " ORDER BY h.reported_order DESC, d.happening, d.id LIMIT ?2 OFFSET ?3",
            (happening, limit, offset),
        ).fetchall()
        return tuple(_dispute(db, decode_text(record, Dispute)) for (record,) in rows)


def count_disputes(db: sqlite3.Connection) -> int:
    """How many disputes there are."""
    return int(db.execute("SELECT count(*) FROM disputes").fetchone()[0])


def dispute_rows(db: sqlite3.Connection) -> Iterator[DisputeRow]:
    """All disputes, for export."""
    yield from disputes(db)


def _dispute(db: sqlite3.Connection, dispute: Dispute) -> DisputeRow:
    return DisputeRow(
        id=dispute.id,
        happenings=dispute.happenings,
        slot=dispute.slot,
        what=dispute.what,
        reason=dispute.reason,
        sides=tuple(
            SideRow(
                value=side.value,
                claims=tuple(row for claim in side.claims for row in _claim(db, claim)),
            )
            for side in dispute.sides
        ),
    )


def _claim(db: sqlite3.Connection, claim: Claim) -> Iterator[ClaimRow]:
    """None when its article has gone since the links were made."""
    for article in articles_where(db, "a.id = ?", (claim.article,)):
        (text,) = db.execute("SELECT text FROM pages WHERE id = ?", (article.page,)).fetchone()
        yield ClaimRow(
            event=claim.event,
            article=article,
            span=claim.span,
            words=claim.span.words(text),
            sentence=(_around(db, claim) or _line(text, at=claim.span)).words(text),
            reporter=claim.reporter,
            said_by=claim.said_by,
        )


def _around(db: sqlite3.Connection, claim: Claim) -> Span | None:
    """The sentence of the event's evidence that holds the claimed words."""
    row = db.execute("SELECT record FROM events WHERE id = ?", (claim.event,)).fetchone()
    evidence = decode_text(row[0], Event).evidence if row else ()
    held = (s for s in evidence if s.start <= claim.span.start and claim.span.end <= s.end)
    return next(held, None)


def _line(text: str, *, at: Span) -> Span:
    """The page's line around some words."""
    end = text.find("\n", at.end)
    start = text.rfind("\n", 0, at.start) + 1
    return Span(page=at.page, start=start, end=end if end >= 0 else len(text))


def changes(
    db: sqlite3.Connection, *, id: str | None = None, limit: int = -1, offset: int = 0
) -> tuple[ChangeRow, ...]:
    """What linkings changed, the newest first; of one story or happening if asked.

    A row that names `id` among the others is its own, too. A `limit` of -1 is none.
    """
    rows = db.execute(
        "SELECT number, run, kind, id, what, others, reason FROM changes"
        " WHERE ?1 IS NULL OR id = ?1 OR instr(others, json_quote(?1))"
        " ORDER BY number DESC LIMIT ?2 OFFSET ?3",
        (id, limit, offset),
    )
    return tuple(
        ChangeRow(
            number=number,
            run=run,
            kind=kind,
            id=changed,
            what=what,
            others=tuple(json.loads(others)),
            reason=reason,
        )
        for number, run, kind, changed, what, others, reason in rows
    )


def count_changes(db: sqlite3.Connection) -> int:
    """How many changes there are."""
    return int(db.execute("SELECT count(*) FROM changes").fetchone()[0])
