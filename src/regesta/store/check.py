"""Whether a register keeps its promises: file, references, citations, word index, links."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from regesta.model import Event, Reading, Span
from regesta.store.links import linked_by
from regesta.store.query import readings
from regesta.store.register import RegisterError, open_register
from regesta.store.terms import make_terms

Check = Callable[[sqlite3.Connection], Iterator[str]]


def check_register(path: Path) -> tuple[str, ...]:
    """One sentence for each problem; empty when all is well.

    Works on a private copy, so that it sees one state of the register and holds up nobody.
    Raises RegisterError when the file cannot be opened as a register.
    """
    with TemporaryDirectory() as folder, closing(_copy(path, Path(folder))) as db:
        problems: list[str] = []
        for check in CHECKS:
            try:
                problems += check(db)
            except sqlite3.DatabaseError as error:
                problems.append(f"The register is damaged: {error}.")
            except RegisterError as error:
                problems.append(str(error))
        return tuple(problems)


def _copy(path: Path, folder: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(folder / "copy.db", isolation_level=None)
    try:
        with closing(open_register(path)) as db:
            db.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _file_is_whole(db: sqlite3.Connection) -> Iterator[str]:
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield f"The file is damaged: {said}."


def _references_hold(db: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} points at something that is not in {parent}."


def _word_index_is_in_step(db: sqlite3.Connection) -> Iterator[str]:
    """FTS5 compares every word of the articles with its index."""
    try:
        db.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        yield "The word index does not fit the articles; read the pages into a new register."


def _citations_hold(db: sqlite3.Connection) -> Iterator[str]:
    for reading in readings(db):
        for what, span in _cited(reading):
            if span.page != reading.page:
                yield f"{what} cites page {span.page} instead of {reading.page}."
            elif not 0 <= span.start < span.end <= len(reading.text):
                yield f"{what} cites {span.start}-{span.end}, outside its page {reading.page}."
        for event in (*reading.events, *reading.pending):
            if not event.evidence:
                yield f"Event {event.id} has no evidence."
        for what, span, words in _worded(reading):
            if span.words(reading.text) != words:
                yield f"{what} has {words!r} for {span.words(reading.text)!r} on its page."


def _cited(reading: Reading) -> Iterator[tuple[str, Span]]:
    for article in reading.articles:
        for span in article.body:
            yield f"Article {article.id}", span
    for event in (*reading.events, *reading.pending):
        for span in event_spans(event):
            yield f"Event {event.id}", span
    for quote in reading.quotes:
        yield f"Quote {quote.id}", quote.span
    for tenure in reading.tenures:
        yield f"Tenure of {tenure.person}", tenure.span


def _worded(reading: Reading) -> Iterator[tuple[str, Span, str]]:
    """Every slot that keeps its words beside its span."""
    for event in (*reading.events, *reading.pending):
        where = (event.where,) if event.where is not None else ()
        sides = (*event.actors, *event.recipients, *event.said_by)
        for slot in (*sides, *where, *event.quantities):
            yield f"Event {event.id}", slot.span, slot.text
    for quote in reading.quotes:
        if quote.speaker is not None:
            yield f"Quote {quote.id}", quote.speaker.span, quote.speaker.text


def event_spans(event: Event) -> Iterator[Span]:
    """Every span that an event points at."""
    yield event.deed
    yield from event.evidence
    for party in (*event.actors, *event.recipients, *event.said_by):
        yield party.span
    for quantity in event.quantities:
        yield quantity.span
    if event.where is not None:
        yield event.where.span


def _rows_quote_the_page(db: sqlite3.Connection) -> Iterator[str]:
    """The words kept in columns are the words of the page."""
    for id, words, start, end, text in db.execute(
        'SELECT q.id, q.words, q.start, q."end", p.text FROM quotes q JOIN pages p ON p.id = q.page'
    ):
        if text[start:end] != words:
            yield f"Quote {id} does not quote its page."
    for (id,) in db.execute(
        "SELECT h.id FROM happenings h WHERE NOT EXISTS ("
        " SELECT 1 FROM happening_events he JOIN events e ON e.id = he.event"
        " JOIN pages p ON p.id = e.page"
        " WHERE he.happening = h.id AND instr(p.text, h.evidence))"
    ):
        yield f"Happening {id} does not quote a page that reports it."


def _links_stand_on_something(db: sqlite3.Connection) -> Iterator[str]:
    for (id,) in db.execute(
        "SELECT id FROM happenings WHERE id NOT IN (SELECT happening FROM happening_events)"
    ):
        yield f"Happening {id} has no event."
    for (id,) in db.execute(
        "SELECT id FROM stories WHERE id NOT IN (SELECT story FROM story_articles)"
    ):
        yield f"Story {id} has no article."


def _counts_fit_the_links(db: sqlite3.Connection) -> Iterator[str]:
    """Until pages that came since are linked, the counts may lag behind."""
    if linked_by(db) is None:
        return
    sql = "SELECT kind, value, folded, size, members FROM terms"
    rows = db.execute("SELECT name, rows FROM totals").fetchall()
    counted = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table, _ in rows]
    if counted != [number for _, number in rows] or set(db.execute(sql)) != set(make_terms(db)):
        yield "The counts do not fit the happenings; read the pages into a new register."


CHECKS: tuple[Check, ...] = (
    _file_is_whole,
    _references_hold,
    _word_index_is_in_step,
    _citations_hold,
    _rows_quote_the_page,
    _links_stand_on_something,
    _counts_fit_the_links,
)
"""All checks, in the order they are made."""
