"""The desk: happenings, newest first, with filters as plain addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.model import EventType, Modality
from regesta.store import marks, query
from regesta.store.query import HappeningRow, Want
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, Leaf, leaf
from regesta.web.countries import code_of
from regesta.web.standing import standing
from regesta.web.tables import Cell

_HEADER = (
    *("id", "type", "mode", "modality", "background", "actors", "recipients"),
    *("when", "precision", "basis", "place", "place_country", "headline", "evidence"),
    *("origins", "articles", "reported", "story"),
)
_BACKGROUND = {"yes": True, "no": False}
_FILTERS = ("actor", "recipient", "type", "modality", "background", "words", "show")
SHOWS = ("new", "unread", "starred")


def desk(ask: Ask) -> Answer:
    """Happenings that match the filters (actor, recipient, type, modality, words, ...)."""
    want = wanted(ask)
    asked_for = leaf(ask, total=0)
    found = query.found(ask.db, want=want, limit=asked_for.per, offset=asked_for.offset, most=0)
    here, rows = replace(asked_for, total=found.total), found.happenings
    asked = {name: ask.words(name) for name in (*_FILTERS, "after", "before")}
    since = ask.visitor.since
    facts = {
        "rows": rows,
        "leaf": here,
        "counts": query.counts(ask.db),
        "asked": asked | {"type": want.type, "modality": want.modality},
        "filtered": want != Want(),
        "standing": standing(ask, (row.id for row in rows)),
        "visitor": ask.visitor,
        "news": None if since is None else marks.news(ask.db, since=since),
        "upto": marks.linking(ask.db),
    }
    return Answer(
        template="desk.html",
        title="Desk",
        facts=facts,
        record=list_record(here, happenings=rows),
        table=happening_table(rows),
    )


def list_record(here: Leaf, **rows: object) -> dict[str, object]:
    """One page of a list for `.json`: how many there are, which page this is, and its rows."""
    return {"total": here.total, "page": here.number, "pages": here.last, **rows}


def happening_table(rows: Iterable[HappeningRow]) -> Table:
    """Happenings as the CSV of every list that holds them."""
    return Table(header=_HEADER, rows=happening_cells(rows))


def wanted(ask: Ask) -> Want:
    """The filters of the query string; a value the register cannot have is an error sentence."""
    actor, recipient = ask.words("actor"), ask.words("recipient")
    background = ask.choice("background", among=tuple(_BACKGROUND))
    want = Want(
        actor=code_of(actor) if actor else None,
        recipient=code_of(recipient) if recipient else None,
        type=ask.choice("type", among=tuple(EventType)),
        modality=ask.choice("modality", among=tuple(Modality)),
        background=_BACKGROUND[background] if background else None,
        after=ask.day("after"),
        before=ask.day("before"),
        words=ask.words("words"),
    )
    return _shown(ask, want)


def _shown(ask: Ask, want: Want) -> Want:
    """Only new, unread or starred ones, when asked for. On a first visit everything is new."""
    show = ask.choice("show", among=SHOWS)
    if show == "new" and ask.visitor.since is not None:
        return replace(want, new_since=ask.visitor.since)
    if show == "unread":
        return replace(want, unread=True)
    return replace(want, starred=True) if show == "starred" else want


def happening_cells(rows: Iterable[HappeningRow]) -> Iterator[tuple[Cell, ...]]:
    """Happenings as rows of the CSV."""
    return (tuple(getattr(row, name) for name in _HEADER) for row in rows)
