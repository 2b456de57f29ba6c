"""The desk: happenings, newest first, with filters as plain addresses."""

from collections.abc import Iterable, Iterator

from regesta.model import EventType, Modality
from regesta.store import query
from regesta.store.query import HappeningRow, Want
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.countries import code_of
from regesta.web.tables import Cell

_HEADER = (
    *("id", "type", "mode", "modality", "background", "actors", "recipients"),
    *("when", "precision", "basis", "place", "place_country", "headline", "evidence"),
    *("origins", "articles", "reported", "story"),
)
_BACKGROUND = {"yes": True, "no": False}


def desk(ask: Ask) -> Answer:
    """Happenings that match the filters (actor, recipient, type, modality, words, ...)."""
    want = wanted(ask)
    here = leaf(ask, total=query.count_happenings(ask.db, want=want))
    rows = query.happenings(ask.db, want=want, limit=here.per, offset=here.offset)
    asked = {name: ask.words(name) for name in (*_FILTERS, "after", "before")}
    facts = {
        "rows": rows,
        "leaf": here,
        "counts": query.counts(ask.db),
        "asked": asked | {"type": want.type, "modality": want.modality},
        "filtered": want != Want(),
    }
    record = {"total": here.total, "page": here.number, "pages": here.last, "happenings": rows}
    table = Table(header=_HEADER, rows=happening_cells(rows))
    return Answer(template="desk.html", title="Desk", facts=facts, record=record, table=table)


_FILTERS = ("actor", "recipient", "type", "modality", "background", "words")


def wanted(ask: Ask) -> Want:
    """The filters of the query string; a value the register cannot have is an error sentence."""
    actor, recipient = ask.words("actor"), ask.words("recipient")
    background = ask.choice("background", among=tuple(_BACKGROUND))
    return Want(
        actor=code_of(actor) if actor else None,
        recipient=code_of(recipient) if recipient else None,
        type=ask.choice("type", among=tuple(EventType)),
        modality=ask.choice("modality", among=tuple(Modality)),
        background=_BACKGROUND[background] if background else None,
        after=ask.day("after"),
        before=ask.day("before"),
        words=ask.words("words"),
    )


def happening_cells(rows: Iterable[HappeningRow]) -> Iterator[tuple[Cell, ...]]:
    """Happenings as rows of the CSV."""
    return (tuple(getattr(row, name) for name in _HEADER) for row in rows)
