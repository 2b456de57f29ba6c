"""A small register of three pages: two outlets tell one meeting, a third page is only trouble."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regesta.model import (
    Article,
    Basis,
    Carrier,
    Claim,
    Confirmation,
    Copy,
    Dispute,
    Event,
    EventType,
    Happening,
    Label,
    Links,
    Modality,
    Origin,
    Padding,
    Page,
    Party,
    Piece,
    Place,
    PlacePrecision,
    Quote,
    Reading,
    Role,
    Side,
    Slot,
    Span,
    Story,
    Tenure,
    Trouble,
    Voucher,
    When,
)
from regesta.store import open_register
from regesta.store.links import save_links
from regesta.store.write import save_readings

SENTENCE = "President Ana Sol of Ruritania met King Bor of Syldavia in Zenda on Monday."
SAID = "We came for peace and tea"

Pair = tuple[Page, Reading]


def make_pair(
    name: str,
    *,
    publisher: str = "The Zenda Post",
    published: str = "2031-05-06",
    made_by: str = "v1",
) -> Pair:
    """A page with one article, one event, one quote and one tenure, and its reading."""
    text = (
        f"Crowns meet\n{publisher}\n{SENTENCE}\n“{SAID}”, Café owner Ana Sol said.\nAdvertisement\n"
    )
    page = Page(name=name, body=text.encode(), media_type="text/plain")

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(page=page.id, start=start, end=start + len(words))

    article = Article(
        page=page.id,
        role=Role.MAIN,
        span=Span(page=page.id, start=0, end=text.index("Advert") - 1),
        rule="test.article",
        title="Crowns meet",
        publisher=publisher,
        published=When(value=published, basis=Basis.PAGE, rule="test.date"),
        body=(span(SENTENCE), span(f"“{SAID}”, Café owner Ana Sol said.")),
    )
    sol = Party(
        span=span("President Ana Sol"),
        text="President Ana Sol",
        name="Ana Sol",
        rule="test.party",
        country="RUR",
    )
    bor = Party(
        span=span("King Bor"), text="King Bor", name="Bor", rule="test.party", country="SYL"
    )
    event = Event(
        page=page.id,
        article=article.id,
        type=EventType.CONSULT,
        modality=Modality.ACTUAL,
        background=False,
        deed=span("met"),
        evidence=(span(SENTENCE),),
        rule="test.meets",
        mode="meet",
        actors=(sol,),
        recipients=(bor,),
        when=When(value="2031-05-05", basis=Basis.RELATIVE, rule="test.weekday"),
        where=Place(
            span=span("Zenda"),
            text="Zenda",
            name="Zenda",
            precision=PlacePrecision.CITY,
            rule="test.place",
            country="RUR",
        ),
    )
    reading = Reading(
        page=page.id,
        name=name,
        media_type="text/plain",
        text=text,
        made_by=made_by,
        articles=(article,),
        furniture=(Piece(label=Label.PROMO, span=span("Advertisement"), rule="test.promo"),),
        events=(event,),
        quotes=(
            Quote(
                page=page.id,
                article=article.id,
                span=span(SAID),
                sentence=span(SAID),
                rule="test.quote",
                speaker=sol,
            ),
        ),
        tenures=(
            Tenure(
                page=page.id,
                article=article.id,
                person="Ana Sol",
                office="president",
                country="RUR",
                span=span("President Ana Sol"),
                rule="test.tenure",
            ),
        ),
        troubles=(Trouble(step="text", code="odd", message="Odd bytes.", page=page.id),),
    )
    return page, reading


def make_links(pairs: list[Pair]) -> Links:
    """One story and one happening over all pairs; all later articles copy the first."""
    articles = [reading.articles[0].id for _, reading in pairs]
    events = [reading.events[0] for _, reading in pairs]
    story = Story(
        seed=articles[0],
        title="Crowns meet",
        articles=tuple(articles),
        reason="same parties, same day",
        first="2031-05-06",
        last="2031-05-07",
    )
    happening = Happening(
        seed=events[0].id,
        story=story.id,
        type=EventType.CONSULT,
        modality=Modality.ACTUAL,
        background=False,
        actors=("RUR",),
        recipients=("SYL",),
        events=tuple(event.id for event in events),
        articles=tuple(articles),
        origins=1,
        reasons=("the second is a reprint",),
        when=events[0].when,
        place="Zenda",
    )
    copies = tuple(
        Copy(article=article, origin=articles[0], kind="reprint", share=0.9, reason="same words")
        for article in articles[1:]
    )
    return Links(
        copies=copies,
        stories=(story,),
        happenings=(happening,),
        confirmations=(make_confirmation(happening, articles=articles),),
        disputes=(make_dispute(happening, events=events),),
        padding=tuple(
            Padding(article=article, sentences=4, repeated=1, bare=1) for article in articles
        ),
    )


def make_confirmation(happening: Happening, *, articles: list[str]) -> Confirmation:
    """All articles under one origin, on the word of Ruritania."""
    first, *others = articles
    copied = [
        Carrier(article=id, outlet="The Zenda Post", reason="reprint of it", copy_of=first)
        for id in others
    ]
    origin = Origin(
        reporter="The Zenda Post",
        sources=("RUR",),
        vouched=Voucher.PARTY,
        carriers=(Carrier(article=first, outlet="The Zenda Post"), *copied),
    )
    return Confirmation(happening=happening.id, origins=(origin,))


def make_dispute(happening: Happening, *, events: list[Event]) -> Dispute:
    """The first event says Zenda, the last one too, and for the test they disagree."""
    sides = tuple(
        Side(
            value=value,
            claims=(
                Claim(
                    event=event.id,
                    article=event.article,
                    span=event.where.span,
                    reporter="The Zenda Post",
                    said_by=("RUR",),
                ),
            ),
        )
        for value, event in (("Zenda", events[0]), ("Strelsau", events[-1]))
    )
    return Dispute(
        happenings=(happening.id,), slot=Slot.WHERE, what="", sides=sides, reason="Two towns."
    )


@pytest.fixture
def pair() -> Callable[..., Pair]:
    return make_pair


@pytest.fixture
def links_over() -> Callable[[list[Pair]], Links]:
    return make_links


@pytest.fixture
def pairs() -> list[Pair]:
    first = make_pair("one.txt")
    second = make_pair("two.txt", publisher="Daily Syldavian", published="2031-05-07T09:30+02:00")
    page = Page(name="slow.html", body=b"<p>", media_type="text/html")
    trouble = Trouble(step="run", code="too-slow", message="Too slow.", page=page.id)
    empty = Reading(
        page=page.id,
        name=page.name,
        media_type=page.media_type,
        text="",
        made_by="v1",
        troubles=(trouble,),
    )
    return [first, second, (page, empty)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regesta.db"


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_register(path, write=True)
    yield connection
    connection.close()


@pytest.fixture
def full(db: sqlite3.Connection, pairs: list[Pair]) -> sqlite3.Connection:
    """A register with the pairs and links over the first two."""
    save_readings(db, pairs)
    save_links(db, make_links(pairs[:2]), linked_by="links-1")
    return db


def dump_tables(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, the word index's own included, sorted."""
    names = [
        name
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name != "article_words"
    ]
    return {name: sorted(db.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


@pytest.fixture
def dump() -> Callable[[sqlite3.Connection], dict[str, list[tuple[object, ...]]]]:
    return dump_tables
