"""Writing what `link` made: copies, stories and happenings, replaced as a whole."""

import sqlite3

from regesta.model import Article, Completed, Copy, Event, Happening, Links, Story
from regesta.model.codec import decode
from regesta.store.backing import add_backing
from regesta.store.changes import note_changes
from regesta.store.pack import as_text, time_order
from regesta.store.ready import make_ready
from regesta.store.register import writing
from regesta.store.write import add_event

LINK_TABLES = (
    "confirmation_articles",
    "confirmations",
    "disputes",
    "story_topics",
    "padding",
    "article_happenings",
    "person_countries",
    "namings",
    "totals",
    "happening_order",
    "story_arrivals",
    "outlets",
    "happening_events",
    "happening_parties",
    "happenings",
    "story_articles",
    "stories",
    "copies",
    "completed_events",  # with their events
)


def save_links(
    db: sqlite3.Connection, links: Links, *, linked_by: str, run: int | None = None
) -> None:
    """Replace all links in one transaction and note which program made them, and what changed.

    `run` is the number of the run that links, None for a linking alone.

    Raises sqlite3.IntegrityError when a link names an article or event that is not there.
    """
    with writing(db):
        for table in LINK_TABLES:
            db.execute(f"DELETE FROM {table}")
        for completed in links.completed:
            _add_completed(db, completed)
        _add_copies(db, links.copies)
        for story in links.stories:
            _add_story(db, story)
        for happening in links.happenings:
            _add_happening(db, happening)
        add_backing(db, links)
        make_ready(db)
        note_changes(db, links, run=run, linked_by=linked_by)
        db.execute("INSERT OR REPLACE INTO state VALUES ('linked_by', ?)", (linked_by,))


def linked_by(db: sqlite3.Connection) -> str | None:
    """Which program made the links; None when pages have changed since."""
    row = db.execute("SELECT value FROM state WHERE name = 'linked_by'").fetchone()
    return None if row is None else str(row[0])


def _add_completed(db: sqlite3.Connection, completed: Completed) -> None:
    add_event(db, event=completed.event)
    db.executemany(
        "INSERT INTO completed_events VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                completed.event.id,
                position,
                tenure.person,
                tenure.office,
                tenure.article,
                tenure.span.start,
                tenure.span.end,
            )
            for position, tenure in enumerate(completed.tenures)
        ),
    )


def _add_copies(db: sqlite3.Connection, copies: tuple[Copy, ...]) -> None:
    """Of several origins the one that most is shared with leads; a few sentences never do."""
    ordered = sorted(copies, key=lambda c: (c.article, not c.folds, -c.share, c.origin))
    before = ""
    for copy in ordered:
        leads = copy.folds and copy.article != before
        before = copy.article
        values = (copy.article, copy.origin, copy.kind, copy.share, copy.reason, leads)
        db.execute("INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?)", values)


def _add_story(db: sqlite3.Connection, story: Story) -> None:
    values = (story.id, story.title, story.first, story.last, story.reason, as_text(story))
    db.execute("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)", values)
    db.executemany(
        "INSERT INTO story_articles VALUES (?, ?, ?)",
        ((story.id, article, position) for position, article in enumerate(story.articles)),
    )


def _add_happening(db: sqlite3.Connection, happening: Happening) -> None:
    founder = _founding_event(db, happening)
    articles = _articles_in_time_order(db, happening)
    when = happening.when
    dated = [article.published for article in articles if article.published]
    newest = dated[-1] if dated else None
    headline = next((article.title for article in articles if article.title), None)
    values = (
        happening.id,
        happening.story,
        happening.type,
        founder.mode,
        happening.modality,
        happening.background,
        when and when.value,
        when and when.precision,
        when and when.basis,
        happening.place,
        _place_country(db, happening),
        headline,
        _first_evidence(db, founder),
        newest and newest.day,
        time_order(newest),
        happening.origins,
        len(happening.articles),
        as_text(happening),
    )
    db.execute(f"INSERT INTO happenings VALUES ({', '.join('?' * len(values))})", values)
    _add_members(db, happening)


def _add_members(db: sqlite3.Connection, happening: Happening) -> None:
    sides = (("actor", happening.actors), ("recipient", happening.recipients))
    db.executemany(
        "INSERT OR IGNORE INTO happening_parties VALUES (?, ?, ?)",
        ((happening.id, side, party) for side, parties in sides for party in parties),
    )
    db.executemany(
        "INSERT INTO happening_events VALUES (?, ?, ?)",
        ((happening.id, event, position) for position, event in enumerate(happening.events)),
    )


def _founding_event(db: sqlite3.Connection, happening: Happening) -> Event:
    row = db.execute("SELECT record FROM events WHERE id = ?", (happening.seed,)).fetchone()
    if row is None:
        raise sqlite3.IntegrityError(f"happening {happening.id}: no event {happening.seed}")
    return decode(row[0].encode("utf-8"), Event)


def _articles_in_time_order(db: sqlite3.Connection, happening: Happening) -> list[Article]:
    """Earliest first, those without a date last."""
    rows = []
    for event in happening.events:
        rows += db.execute(
            "SELECT a.published_order, a.id, a.record FROM articles a"
            " JOIN events e ON e.article = a.id WHERE e.id = ?",
            (event,),
        ).fetchall()
    rows.sort(key=lambda row: (row[0] is None, row[0] or "", row[1]))
    return [decode(row[2].encode("utf-8"), Article) for row in rows]


def _place_country(db: sqlite3.Connection, happening: Happening) -> str | None:
    """The country that the happening's own events give for its place; None when they differ."""
    found = {
        row[0]
        for event in happening.events
        for row in db.execute(
            "SELECT place_country FROM events WHERE id = ? AND ? IN (place, place_country)",
            (event, happening.place),
        )
        if row[0] is not None
    }
    return found.pop() if len(found) == 1 else None


def _first_evidence(db: sqlite3.Connection, event: Event) -> str:
    row = db.execute("SELECT text FROM pages WHERE id = ?", (event.page,)).fetchone()
    spans = event.evidence or (event.deed,)
    return spans[0].words(row[0])
