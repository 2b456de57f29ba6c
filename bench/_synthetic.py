"""A register of any size, made of small invented readings: the same number gives the same file.

Nothing is parsed: readings and links are put together directly and written by the store's own
writers. Which outlet, country or verb stands where is drawn from the article's number by a mixing
function, skewed so that a few of each are frequent, as in the news.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from regesta.knowledge.countries import countries
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
    Links,
    Modality,
    Origin,
    Page,
    Party,
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
from regesta.store.links import save_links
from regesta.store.write import begin_run, end_run, save_readings

FIRST_DAY = date(2031, 1, 1)
DAYS = 730
PART = 500
STORY = 3
"""Articles a story: the first tells it, the second tells it too, the third copies the first."""

NEW_SHARE = 50
"""One in so many articles came with the last linking."""

_MASK = (1 << 64) - 1
_Item = TypeVar("_Item")


def mixed(*parts: int) -> int:
    """64 well-mixed bits of some whole numbers (the finaliser of SplitMix64)."""
    bits = 0
    for part in parts:
        bits = (bits + part + 0x9E3779B97F4A7C15) & _MASK
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & _MASK
        bits ^= bits >> 31
    return bits


def drawn(items: Sequence[_Item], *parts: int, skew: float = 3.0) -> _Item:
    """One of the items; the first ones far more often (`skew` 1: all alike)."""
    return items[int(len(items) * (mixed(*parts) / 2**64) ** skew)]


def one_in(number: int, *parts: int) -> bool:
    """Whether a chance of one in `number` comes true here."""
    return mixed(*parts) % number == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the articles are about."""

    lands: tuple[tuple[str, str], ...]
    towns: tuple[tuple[str, str, float, float], ...]
    people: tuple[str, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    filler: tuple[str, ...]


_SYLLABLES = (
    *("ba", "ko", "ri", "mel", "tan", "dor", "su", "vek", "lin", "ash", "por"),
    *("gu", "ney", "fal", "zim", "ob", "ter", "cas", "hin", "wol"),
)
_VERBS = {
    EventType.CONSULT: "met",
    EventType.ACCUSE: "accused",
    EventType.AGREE: "signed a treaty with",
    EventType.ASSAULT: "shelled",
    EventType.SUPPORT: "praised",
    EventType.REJECT: "rebuffed",
    EventType.AID: "sent grain to",
    EventType.COOPERATE: "traded with",
    EventType.THREATEN: "threatened",
    EventType.SANCTION: "put sanctions on",
    EventType.REQUEST: "asked",
    EventType.MOBILIZE: "moved troops towards",
    EventType.COERCE: "seized ships of",
    EventType.PROTEST: "marched against",
    EventType.CONCEDE: "gave way to",
    EventType.RETREAT: "withdrew from",
}
_MODALITIES = (Modality.ACTUAL, Modality.ACTUAL, Modality.PLANNED, *Modality)


@cache
def world() -> World:
    """The same world every time; countries and capitals are real, all else is invented."""
    lands = sorted(countries().values(), key=lambda land: mixed(*land.iso3.encode()))
    words = [_word(number) for number in range(4_000)]
    return World(
        lands=tuple((land.iso3, land.name) for land in lands),
        towns=tuple(
            (land.capitals[0], land.iso3, land.capital_lat, land.capital_lon)
            for land in lands
            if land.capitals
        ),
        people=tuple(
            f"{_word(n).title()} {_word(mixed(n, 7) % 9_999).title()}" for n in range(3_000)
        ),
        outlets=tuple(f"{_word(n * 31).title()} Post" for n in range(400)),
        agencies=tuple(f"{_word(n * 17).title()} Press" for n in range(12)),
        filler=tuple(words),
    )


def _word(number: int) -> str:
    return "".join(drawn(_SYLLABLES, number, at, skew=1) for at in range(2 + number % 3))


@dataclass(slots=True, kw_only=True)
class Text:
    """A page's text as it grows; every piece added says where it stands."""

    page: str = ""
    pieces: list[str]
    length: int = 0

    def add(self, words: str) -> tuple[int, int]:
        """The piece's place."""
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return start, self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event's words and slots before the page has an id; places are (start, end)."""

    type: EventType
    number: int
    actor: tuple[str, str]
    recipient: tuple[str, str]
    person: str | None
    town: tuple[str, str, float, float] | None
    places: dict[str, tuple[int, int]]


def published(number: int, *, articles: int) -> date:
    """Stories come evenly over two years, articles of one story within three days."""
    story = number // STORY
    day = story * STORY * DAYS // max(articles, 1) + mixed(number, 1) % 3
    return FIRST_DAY + timedelta(days=day)


def make_pair(number: int, *, articles: int) -> tuple[Page, Reading]:
    """One page with one article, two or three events, a quote and now and then an office."""
    text = Text(pieces=[])
    known = world()
    title = text.add(f"{known.filler[number % 4_000].title()} news {number}")
    text.add("\n")
    outlet = drawn(known.outlets, number, 2)
    text.add(f"{outlet}\n")
    body = text.length
    told = [_tell(text, number, slot=slot) for slot in range(2 + mixed(number, 3) % 2)]
    speech = text.add(_filler(number, 0, words=9))
    text.add(f", said {told[0].person or told[0].actor[1]}.\n")
    for slot in range(12):
        text.add(f"{_filler(number, slot + 1, words=14).capitalize()}.\n")
    words = "".join(text.pieces)
    page = Page(name=f"{number:07}.txt", body=words.encode(), media_type="text/plain")
    when = When(
        value=published(number, articles=articles).isoformat(), basis=Basis.PAGE, rule="bench"
    )
    article = Article(
        page=page.id,
        role=Role.MAIN,
        span=Span(page=page.id, start=0, end=len(words) - 1),
        rule="bench",
        title=words[title[0] : title[1]],
        publisher=outlet,
        agency=drawn(known.agencies, number, 4) if one_in(4, number, 5) else None,
        published=when,
        language="en",
        body=(Span(page=page.id, start=body, end=len(words) - 1),),
    )
    return page, _reading(page, words, article=article, told=told, speech=speech)


def _filler(number: int, slot: int, *, words: int) -> str:
    filler = world().filler
    return " ".join(drawn(filler, number, slot, at, skew=4) for at in range(words))


def _tell(text: Text, number: int, *, slot: int) -> Told:
    """The first event of a story's articles is the same deed."""
    known = world()
    seed = (number // STORY if slot == 0 else number + 1_000_000, slot)
    type = drawn(tuple(_VERBS), *seed, 10, skew=2)
    actor, recipient = (drawn(known.lands, *seed, salt, skew=4) for salt in (11, 12))
    person = drawn(known.people, *seed, 13) if one_in(3, *seed, 14) else None
    town = drawn(known.towns, *seed, 15) if one_in(3, *seed, 16) else None
    places = {"sentence": (text.length, 0)}
    places["actor"] = text.add(person or actor[1])
    text.add(" ")
    places["deed"] = text.add(_VERBS[type])
    text.add(" ")
    places["recipient"] = text.add(recipient[1])
    if town:
        text.add(" in ")
        places["town"] = text.add(town[0])
    text.add(".")
    places["sentence"] = (places["sentence"][0], text.length)
    text.add("\n")
    return Told(
        type=type,
        number=seed[0],
        actor=actor,
        recipient=recipient,
        person=person,
        town=town,
        places=places,
    )


def _reading(
    page: Page, text: str, *, article: Article, told: Sequence[Told], speech: tuple[int, int]
) -> Reading:
    events = tuple(_event(article, one, text=text) for one in told)
    said = Span(page=page.id, start=speech[0], end=speech[1])
    speaker = events[0].actors[0]
    quote = Quote(
        page=page.id, article=article.id, span=said, sentence=said, rule="bench", speaker=speaker
    )
    return Reading(
        page=page.id,
        name=page.name,
        media_type=page.media_type,
        text=text,
        made_by="bench",
        articles=(article,),
        events=events,
        quotes=(quote,),
        tenures=tuple(
            _tenure(event, seen=article.published) for event in events if event.actors[0].person
        ),
        troubles=_troubles(page),
    )


def _troubles(page: Page) -> tuple[Trouble, ...]:
    number = int(page.name[:7])
    if not one_in(20, number, 20):
        return ()
    code = drawn(("odd-bytes", "no-date", "no-title", "damaged-joint"), number, 21)
    return (Trouble(step="text", code=code, message="Something was odd.", page=page.id),)


def _tenure(event: Event, *, seen: When | None) -> Tenure:
    one = event.actors[0]
    return Tenure(
        page=event.page,
        article=event.article,
        person=one.person or one.name,
        office="minister",
        country=one.country or "",
        span=one.span,
        rule="bench",
        seen=seen and seen.value,
    )


def _event(article: Article, told: Told, *, text: str) -> Event:
    def span(slot: str) -> Span:
        start, end = told.places[slot]
        return Span(page=article.page, start=start, end=end)

    def party(slot: str, land: tuple[str, str], person: str | None = None) -> Party:
        words = span(slot).words(text)
        return Party(
            span=span(slot),
            text=words,
            name=person or land[1],
            rule="bench",
            country=land[0],
            person=person,
        )

    actor = party("actor", told.actor, told.person)
    where = None
    if told.town:
        name, country, lat, lon = told.town
        where = Place(
            span=span("town"),
            text=name,
            name=name,
            precision=PlacePrecision.CITY,
            rule="bench",
            country=country,
            lat=lat,
            lon=lon,
        )
    return Event(
        page=article.page,
        article=article.id,
        type=told.type,
        modality=drawn(_MODALITIES, told.number, 30),
        background=one_in(9, told.number, 31),
        deed=span("deed"),
        evidence=(span("sentence"),),
        rule="bench",
        actors=(actor,),
        recipients=(party("recipient", told.recipient),),
        when=_when(article, told),
        where=where,
        said_by=(actor,) if one_in(6, told.number, 32) else (),
    )


def _when(article: Article, told: Told) -> When | None:
    """Half the deeds have a day of their own, a few only a month."""
    chance = mixed(told.number, 33) % 10
    if chance > 5 or article.published is None:
        return None
    day = date.fromisoformat(article.published.value) - timedelta(days=mixed(told.number, 34) % 4)
    value = day.isoformat()[:7] if chance == 5 else day.isoformat()
    return When(value=value, basis=Basis.RELATIVE, rule="bench")


def make_links(readings: Sequence[Reading]) -> Links:
    """Stories of STORY articles; the first events of one are one happening, others their own."""
    copies, stories, happenings, confirmations, disputes = [], [], [], [], []
    for start in range(0, len(readings), STORY):
        group = readings[start : start + STORY]
        articles = [reading.articles[0] for reading in group]
        story = _story(articles)
        stories.append(story)
        copied = articles[2:]
        copies += [_copy(article, origin=articles[0]) for article in copied]
        shared = [reading.events[0] for reading in group]
        happening = _happening(shared, story=story, origins=len(group) - len(copied))
        happenings.append(happening)
        confirmations.append(_confirmation(happening, articles))
        if len(articles) > 1 and one_in(10, start, 40):
            disputes.append(_dispute(happening, shared[:2], articles))
        happenings += [
            _happening([event], story=story, origins=1)
            for reading in group
            for event in reading.events[1:]
        ]
    return Links(
        copies=tuple(copies),
        stories=tuple(stories),
        happenings=tuple(happenings),
        confirmations=tuple(confirmations),
        disputes=tuple(disputes),
    )


def _confirmation(happening: Happening, articles: Sequence[Article]) -> Confirmation:
    """Two origins; the copy stands under the first."""
    origins = tuple(
        Origin(
            reporter=article.publisher or "",
            sources=(),
            vouched=Voucher.UNATTRIBUTED,
            carriers=tuple(
                Carrier(article=one.id, outlet=one.publisher or "")
                for one in ((article, *articles[2:]) if article is articles[0] else (article,))
            ),
        )
        for article in articles[:2]
    )
    return Confirmation(happening=happening.id, origins=origins)


def _dispute(happening: Happening, events: Sequence[Event], articles: Sequence[Article]) -> Dispute:
    sides = tuple(
        Side(
            value=f"at least {12 + number}",
            claims=(
                Claim(
                    event=event.id,
                    article=article.id,
                    span=event.deed,
                    reporter=article.publisher or "",
                ),
            ),
        )
        for number, (event, article) in enumerate(zip(events, articles, strict=False))
    )
    return Dispute(
        happenings=(happening.id,), slot=Slot.QUANTITY, what="ships", sides=sides, reason="apart"
    )


def _story(articles: Sequence[Article]) -> Story:
    days = sorted(article.published.value for article in articles if article.published)
    return Story(
        seed=articles[0].id,
        title=articles[0].title or "",
        articles=tuple(article.id for article in articles),
        reason="the same first deed",
        first=days[0],
        last=days[-1],
    )


def _copy(article: Article, *, origin: Article) -> Copy:
    return Copy(
        article=article.id, origin=origin.id, kind="reprint", share=0.9, reason="the same words"
    )


def _happening(events: Sequence[Event], *, story: Story, origins: int) -> Happening:
    first = events[0]
    return Happening(
        seed=first.id,
        story=story.id,
        type=first.type,
        modality=first.modality,
        background=first.background,
        actors=(first.actors[0].country or "",),
        recipients=(first.recipients[0].country or "",),
        events=tuple(event.id for event in events),
        articles=tuple(event.article for event in events),
        origins=origins,
        reasons=("counted by the bench",),
        when=first.when,
        place=first.where.name if first.where else None,
    )


def pairs(first: int, last: int, *, articles: int) -> Iterator[tuple[Page, Reading]]:
    """Pages and readings with these numbers, the last left out."""
    return (make_pair(number, articles=articles) for number in range(first, last))


def fill(db: sqlite3.Connection, *, articles: int) -> None:
    """Write a register of so many articles, brought by two runs, linked after each."""
    old = articles - articles // NEW_SHARE
    readings: list[Reading] = []
    for first, last in ((0, old), (old, articles)):
        run = begin_run(db, started="2033-01-01T00:00:00Z", inputs=["bench"], made_by="bench")
        for start in range(first, last, PART):
            part = tuple(pairs(start, min(start + PART, last), articles=articles))
            save_readings(db, part, run=lambda run=run: run)
            readings += [_light(reading) for _, reading in part]
        end_run(db, run, finished="2033-01-01T00:10:00Z", counts={"read": last - first})
        links = make_links(readings) if last == articles else Links()
        save_links(db, links, linked_by="bench")


def _light(reading: Reading) -> Reading:
    """Without what links do not look at, to save memory."""
    return Reading(
        page=reading.page,
        name=reading.name,
        media_type=reading.media_type,
        text="",
        made_by=reading.made_by,
        articles=reading.articles,
        events=reading.events,
    )
