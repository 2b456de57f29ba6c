"""Writing readings and troubles into the register; the only writer of what was read."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from regesta.model import Article, Event, Page, Party, Quote, Reading, Span, Trouble, make_id
from regesta.store.pack import arrival, as_text, pack_reading, page_columns, time_order
from regesta.store.query.page_questions import stored_page
from regesta.store.register import writing
from regesta.store.terms import note_gone

Run = Callable[[], int]
"""Gives the number of the run; it may begin the run, in the same transaction."""


def save_readings(
    db: sqlite3.Connection, readings: Iterable[tuple[Page, Reading]], *, run: Run | None = None
) -> int:
    """Write pages and their readings in one transaction; how many were new or replaced.

    A page already read by the same `made_by` is left alone, unless it now arrives under a
    smaller name (see `pack.arrival`). Whatever is written makes the links due again. `run` is
    asked, at the first thing that is new, for the number of the run to note with it.
    """
    changed = 0
    linked: set[str] = set()
    with writing(db):
        for page, reading in readings:
            if _is_kept(db, page=page, reading=reading):
                continue
            linked |= _links_of(db, page.id)
            _remove_page(db, page=page.id)
            _add_reading(db, page=page, reading=reading, run=run)
            changed += 1
        if changed:
            db.execute("DELETE FROM state WHERE name = 'linked_by'")
        _remove_empty_links(db, linked)
    return changed


def save_troubles(
    db: sqlite3.Connection, troubles: Iterable[Trouble], *, run: Run | None = None
) -> int:
    """Write troubles of inputs that never became a page; how many were new."""
    with writing(db):
        return sum(_add_trouble(db, trouble=trouble, read=False, run=run) for trouble in troubles)


def begin_run(db: sqlite3.Connection, *, started: str, inputs: Sequence[str], made_by: str) -> int:
    """Note that a run has begun; its number. `started` is ISO 8601 UTC."""
    with writing(db):
        values = (started, as_text(tuple(inputs)), made_by)
        sql = "INSERT INTO runs (started, inputs, made_by, counts) VALUES (?, ?, ?, '{}')"
        return int(db.execute(sql, values).lastrowid or 0)


def end_run(db: sqlite3.Connection, run: int, *, finished: str, counts: Mapping[str, int]) -> None:
    """Note that a run has finished and what it did."""
    with writing(db):
        sql = "UPDATE runs SET finished = ?, counts = ? WHERE id = ?"
        db.execute(sql, (finished, as_text(dict(counts)), run))


def _is_kept(db: sqlite3.Connection, *, page: Page, reading: Reading) -> bool:
    kept = stored_page(db, page.id)
    if kept is None or kept.made_by != reading.made_by:
        return False
    return arrival(kept.page) <= arrival(page)


def _links_of(db: sqlite3.Connection, page: str) -> set[str]:
    """The happenings and stories that a page's events and articles belong to."""
    rows = db.execute(
        "SELECT he.happening FROM events e JOIN happening_events he ON he.event = e.id"
        " WHERE e.page = ?1 UNION"
        " SELECT he.happening FROM articles a JOIN completed_events ce ON ce.article = a.id"
        " JOIN happening_events he ON he.event = ce.event WHERE a.page = ?1 UNION"
        " SELECT sa.story FROM articles a JOIN story_articles sa ON sa.article = a.id"
        " WHERE a.page = ?1",
        (page,),
    )
    return {id for (id,) in rows}


def _remove_page(db: sqlite3.Connection, *, page: str) -> None:
    """The word index has to be told the old words; the rest cascades."""
    db.execute(
        "INSERT INTO article_words (article_words, rowid, title, body, publisher)"
        " SELECT 'delete', number, title, body, publisher FROM articles WHERE page = ?",
        (page,),
    )
    db.execute("DELETE FROM troubles WHERE page = ? AND read", (page,))
    db.execute("DELETE FROM pages WHERE id = ?", (page,))


def _remove_empty_links(db: sqlite3.Connection, linked: set[str]) -> None:
    """Until links are made again none of these may stand on nothing."""
    gone: list[int] = []
    for id in sorted(linked):
        row = db.execute(
            "SELECT o.number FROM happening_order o WHERE o.happening = ?1"
            " AND NOT EXISTS (SELECT 1 FROM happening_events WHERE happening = ?1)",
            (id,),
        ).fetchone()
        gone += row or ()
        db.execute(
            "DELETE FROM happenings WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM happening_events WHERE happening = ?1)",
            (id,),
        )
        db.execute(
            "DELETE FROM stories WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM story_articles WHERE story = ?1)",
            (id,),
        )
    note_gone(db, gone)


def _add_reading(db: sqlite3.Connection, *, page: Page, reading: Reading, run: Run | None) -> None:
    _add_page(db, page=page, reading=reading)
    _note_arrival(db, page.id, run=run)
    for article in reading.articles:
        _add_article(db, article=article, text=reading.text)
    for event in reading.events:
        add_event(db, event=event)
    for quote in reading.quotes:
        _add_quote(db, quote=quote, text=reading.text)
    _add_tenures(db, reading=reading)
    for trouble in reading.troubles:
        _add_trouble(db, trouble=trouble, read=True, run=run)


def _note_arrival(db: sqlite3.Connection, id: str, *, run: Run | None) -> None:
    """Only the first arrival counts: what is read anew is nothing new to people."""
    db.execute("INSERT OR IGNORE INTO arrivals VALUES (?, ?, NULL)", (id, run and run()))


def _insert(db: sqlite3.Connection, table: str, values: Mapping[str, object]) -> sqlite3.Cursor:
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join("?" * len(values))
    return db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))


def _add_page(db: sqlite3.Connection, *, page: Page, reading: Reading) -> None:
    _insert(
        db,
        "pages",
        {
            "id": page.id,
            **page_columns(page),
            "text": reading.text,
            "made_by": reading.made_by,
            "reading": pack_reading(reading),
        },
    )


def _add_article(db: sqlite3.Connection, *, article: Article, text: str) -> None:
    body = "\n".join(span.words(text) for span in article.body)
    when = article.published
    cursor = _insert(
        db,
        "articles",
        {
            "id": article.id,
            "page": article.page,
            "role": article.role,
            "start": article.span.start,
            "end": article.span.end,
            "title": article.title,
            "publisher": article.publisher,
            "agency": article.agency,
            "published": when and when.value,
            "published_precision": when and when.precision,
            "published_basis": when and when.basis,
            "published_order": time_order(when),
            "language": article.language,
            "body": body,
            "rule": article.rule,
            "record": as_text(article),
        },
    )
    words = {"title": article.title, "body": body, "publisher": article.publisher}
    _insert(db, "article_words", {"rowid": cursor.lastrowid, **words})


def add_event(db: sqlite3.Connection, *, event: Event) -> None:
    """An event with its parties; its article has to be there."""
    when, where = event.when, event.where
    _insert(
        db,
        "events",
        {
            "id": event.id,
            "page": event.page,
            "article": event.article,
            "type": event.type,
            "mode": event.mode,
            "modality": event.modality,
            "background": event.background,
            "start": event.deed.start,
            "end": event.deed.end,
            "happened": when and when.value,
            "happened_precision": when and when.precision,
            "happened_basis": when and when.basis,
            "place": where and where.name,
            "place_country": where and where.country,
            "evidence": as_text(event.evidence),
            "rule": event.rule,
            "record": as_text(event),
        },
    )
    for values in _party_rows(event):
        _insert(db, "event_parties", values)


def _party_rows(event: Event) -> Iterator[dict[str, object]]:
    sides: tuple[tuple[str, tuple[Party, ...]], ...] = (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("said_by", event.said_by),
    )
    for side, parties in sides:
        for position, party in enumerate(parties):
            yield {
                "event": event.id,
                "side": side,
                "position": position,
                "text": party.text,
                "name": party.name,
                "country": party.country,
                "sector": party.sector,
                "person": party.person,
                "office": party.office,
                "start": party.span.start,
                "end": party.span.end,
                "rule": party.rule,
            }


def _add_quote(db: sqlite3.Connection, *, quote: Quote, text: str) -> None:
    speaker = quote.speaker
    _insert(
        db,
        "quotes",
        {
            "id": quote.id,
            "page": quote.page,
            "article": quote.article,
            "start": quote.span.start,
            "end": quote.span.end,
            "words": quote.span.words(text),
            "speaker": speaker and speaker.name,
            "country": speaker and speaker.country,
            "rule": quote.rule,
            "record": as_text(quote),
        },
    )


def _add_tenures(db: sqlite3.Connection, *, reading: Reading) -> None:
    for position, tenure in enumerate(reading.tenures):
        _insert(
            db,
            "tenures",
            {
                "page": reading.page,
                "position": position,
                "article": tenure.article,
                "person": tenure.person,
                "office": tenure.office,
                "country": tenure.country,
                "former": tenure.former,
                "since": tenure.since and tenure.since.value,
                "until": tenure.until and tenure.until.value,
                "seen": tenure.seen,
                "start": tenure.span.start,
                "end": tenure.span.end,
                "rule": tenure.rule,
                "record": as_text(tenure),
            },
        )


def _add_trouble(db: sqlite3.Connection, *, trouble: Trouble, read: bool, run: Run | None) -> int:
    """1 when it was new, 0 when it stands already."""
    span: Span | None = trouble.span
    start, end = (span.start, span.end) if span else (None, None)
    values = (trouble.page, int(read), trouble.step, trouble.code, trouble.message, start, end)
    key = make_id("t", *("" if value is None else value for value in values))
    added = db.execute(
        'INSERT OR IGNORE INTO troubles (id, page, read, step, code, message, start, "end")'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (key, *values),
    ).rowcount
    if added:
        _note_arrival(db, key, run=run)
    return added
