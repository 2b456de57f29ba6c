"""Disagreements: values for one slot of a deed that cannot all be true, side by side."""

from collections.abc import Iterable, Iterator

from regesta.store import query
from regesta.store.query import DisputeRow
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.screens.desk_screen import list_record
from regesta.web.tables import Cell

_HEADER = (
    *("id", "slot", "what", "value", "outlet", "said_by", "words", "sentence"),
    *("article", "event", "happenings", "reason"),
)


def disagreements(ask: Ask) -> Answer:
    """All disputes, those of the newest reports first."""
    here = leaf(ask, total=query.count_disputes(ask.db))
    rows = query.disputes(ask.db, limit=here.per, offset=here.offset)
    return Answer(
        template="disagreements.html",
        title="Disagreements",
        facts={
            **{"disputes": rows, "leaf": here, "counts": query.counts(ask.db)},
            "deeds": query.happenings_by_id(ask.db, (row.happenings[0] for row in rows)),
        },
        record=list_record(here, disagreements=rows),
        table=Table(header=_HEADER, rows=_cells(rows)),
    )


def _cells(disputes: Iterable[DisputeRow]) -> Iterator[tuple[Cell, ...]]:
    """One row a claim."""
    for dispute in disputes:
        for side in dispute.sides:
            for claim in side.claims:
                outlet = claim.article.publisher or claim.article.name
                yield (
                    *(dispute.id, dispute.slot, dispute.what, side.value, outlet, claim.said_by),
                    *(claim.words, claim.sentence, claim.article.id, claim.event),
                    *(dispute.happenings, dispute.reason),
                )
