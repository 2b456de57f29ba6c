"""What a citation is written from."""

import sqlite3

from regesta.store.query.article_questions import article, event, quote
from regesta.store.query.desk_rows import Citation
from regesta.store.query.happening_questions import happening


def citation(db: sqlite3.Connection, id: str) -> Citation | None:
    """For an event, a quote, an article, or a happening (its earliest report); else None."""
    for ask in (_happening, _event, _quote, _article):
        found = ask(db, id)
        if found is not None:
            return found
    return None


def _happening(db: sqlite3.Connection, id: str) -> Citation | None:
    view = happening(db, id)
    if view is None or not view.reports:
        return None
    first = view.reports[0]
    return Citation(id=id, kind="happening", article=first.article, words=first.evidence)


def _event(db: sqlite3.Connection, id: str) -> Citation | None:
    view = event(db, id)
    if view is None:
        return None
    return Citation(id=id, kind="event", article=view.article, words=view.evidence)


def _quote(db: sqlite3.Connection, id: str) -> Citation | None:
    view = quote(db, id)
    if view is None:
        return None
    words = ((view.quote.span, view.quote.span.words(view.text)),)
    return Citation(id=id, kind="quote", article=view.article, words=words)


def _article(db: sqlite3.Connection, id: str) -> Citation | None:
    view = article(db, id)
    return Citation(id=id, kind="article", article=view.row, words=()) if view else None
