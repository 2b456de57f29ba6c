"""The compact keys of an article: all that link keeps of a reading, without its text."""

import re
from array import array
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from regesta.link.credits import Credit, canonical, read_credits
from regesta.link.figures import Figure, figures
from regesta.link.padding import Measured, measure
from regesta.link.reprints import source_line
from regesta.link.sums import told_as_one
from regesta.link.synonyms import one_word
from regesta.link.words import capitalised, name_words, words
from regesta.model import (
    Article,
    Event,
    EventType,
    Label,
    Modality,
    Party,
    Place,
    Quote,
    Reading,
    Role,
    Sector,
    Span,
    Tenure,
    When,
)
from regesta.text import shingles, winnow

PASSAGE_WORDS = 6
"""Words in one passage; six find agency copy that was cut, and few set phrases."""

WINDOW = 4
"""Of so many passages in a row one is kept, so two texts that share nine words in a row show it."""

PHRASE_WORDS = 3
SHORT_HASH = (1 << 32) - 1
"""Phrases are only held against those of one other article: 32 bits tell them apart."""

EVIDENCE_WORDS = 40

STEM = 6
"""So many letters of a word tell what it is about: a mediator mediates. With 5 charges that differ
are joined, with 7 "mediator" and "mediate" are told apart."""

PLAIN_VERBS = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.ASSAULT})
"""Types of which a story has many in the same verb: whoever promises does not promise the same."""

TITLE_WEIGHT = 2
"""A word of the title counts as so many words of the body."""

MARGINS = frozenset(
    {Label.AGENCY, Label.SIGN_OFF, Label.SOURCE_LINE, Label.COPYRIGHT, Label.DATELINE}
)
"""Labelled pieces off the body in which credit lines are looked for; photo credits are none."""

_QUOTED = re.compile(r"“[^“”\n]{15,}”?|\"[^\"\n]{15,}\"|«[^«»\n]{15,}»")

_LEANING = re.compile(
    r"[\"“‘'«]|(?:he|she|they|it|his|her|their|its|this|that|these|those|we|but|and|so|yet|then"
    r"|also|however|still|instead|meanwhile|nevertheless|in addition|soon after)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is speech or leans on the one before."""


_AGAIN = re.compile(
    r"\b(?:again|once more|an?(?: \w+)? (?:second|third|fourth)"
    r"|for the (?:second|third|fourth) time)\b",
    re.IGNORECASE,
)
"""How a sentence says that what it tells is not the first of its kind."""

_OF_BEFORE = re.compile(
    r"\bhad(?: (?!to\b)[\w-]+){1,4}"
    r"|\b(?:which|who|whom|whose|since|after|when|until|before|still|nevertheless|continues? to"
    r"|repeat(?:s|ed)|reiterate[sd])\b[^,;:.—–]*"
)
"""How a sentence tells what is known from before: as what had been done, to say of which thing or
which time it speaks, or as what goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyKeys:
    """A party: its country or organisation, its own name, the words of a person's name.

    `by_name` when the text says that person's name, and not "he" or "the minister".
    """

    country: str | None
    name: str
    sector: Sector
    person: frozenset[str]
    by_name: bool

    @property
    def code(self) -> str:
        """What two parties are compared by: the country, else the name."""
        return self.country or self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKeys:
    """An event with few of its spans: the deed's and that of the first evidence.

    `words` are the first content words of its evidence, sorted, less those that name its parties
    and the verb of PLAIN_VERBS; `stems` are their beginnings.
    `news` is the day of the article that tells it, where it tells it as news without a date.
    `sentence` are the words of its first evidence; it is `leaning` when that is speech or leans on
    what stands before it. `several` when that tells many deeds as one, `again` when it says that
    the deed is not the first, `recalled` when it tells it as known from before.
    """

    id: str
    type: EventType
    mode: str
    modality: Modality
    background: bool
    actors: tuple[PartyKeys, ...]
    recipients: tuple[PartyKeys, ...]
    said_by: tuple[PartyKeys, ...]
    words: tuple[str, ...]
    stems: frozenset[str]
    when: When | None
    where: Place | None
    deed: Span
    evidence: Span
    figures: tuple[Figure, ...]
    news: int | None
    sentence: tuple[str, ...]
    leaning: bool
    several: bool
    again: bool
    recalled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingKeys:
    """A deed of persons whose country is not known, whole, with its keys as they are so far."""

    event: Event
    keys: EventKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleKeys:
    """An article without its text.

    `published` is an ISO prefix, `day` its ordinal (None when no day is known). `words` are its
    content words with `counts` beside them, the title's among them; `names` those of the body that
    stand with a capital inside a sentence; `passages` fingerprints of its body without quotations,
    in text order, `phrases` its runs of three words, ascending; `length` the number of words of
    the body.
    """

    id: str
    page: str
    role: Role
    title: str | None
    publisher: str | None
    source_line: str | None
    published: str | None
    day: int | None
    credits: tuple[Credit, ...]
    length: int
    words: tuple[str, ...]
    counts: Sequence[int]
    title_words: tuple[str, ...]
    names: tuple[str, ...]
    passages: Sequence[int]
    phrases: Sequence[int]
    events: tuple[EventKeys, ...]
    pending: tuple[PendingKeys, ...]
    tenures: tuple[Tenure, ...]
    hashtags: tuple[str, ...]
    padding: Measured

    @property
    def order(self) -> tuple[str, str]:
        """Time order; articles without a date come last."""
        return (self.published or "9999", self.id)

    @property
    def outlet(self) -> str:
        """The publisher by one name; an article without one stands for itself, by its title."""
        if self.publisher:
            return canonical(self.publisher)
        return f"“{self.title}”" if self.title else f"article {self.id}"


def keys(reading: Reading) -> tuple[ArticleKeys, ...]:
    """The keys of a page's articles; a teaser has no body to compare and gives none."""
    events: dict[str, list[Event]] = {}
    for event in reading.events:
        events.setdefault(event.article, []).append(event)
    return tuple(
        _article_keys(article, reading=reading, events=events.get(article.id, ()))
        for article in reading.articles
        if article.role is not Role.TEASER
    )


def _article_keys(article: Article, *, reading: Reading, events: Sequence[Event]) -> ArticleKeys:
    body = "\n".join(span.words(reading.text) for span in article.body)
    margins = "\n".join(
        piece.span.words(reading.text) for piece in article.pieces if piece.label in MARGINS
    )
    title_words = tuple(words(article.title or ""))
    body_words = list(words(body))
    counted = Counter(body_words)
    for word in title_words:
        counted[word] += TITLE_WEIGHT
    published = article.published.value if article.published else None
    quotes = [quote for quote in reading.quotes if quote.article == article.id]
    passages, phrases = _runs_of_words(article, text=reading.text, quotes=quotes)
    return ArticleKeys(
        id=article.id,
        page=article.page,
        role=article.role,
        title=article.title,
        publisher=article.publisher,
        source_line=source_line(article, body=body, margins=margins),
        published=published,
        day=day_number(published),
        credits=read_credits(article, body=body, margins=margins),
        length=len(body_words),
        words=tuple(counted),
        counts=array("H", (min(count, 65_535) for count in counted.values())),
        title_words=tuple(dict.fromkeys(title_words)),
        names=tuple(sorted(set(capitalised(body)))),
        passages=passages,
        phrases=phrases,
        events=tuple(
            _event_keys(event, text=reading.text, told=day_number(published)) for event in events
        ),
        pending=tuple(
            PendingKeys(
                event=event,
                keys=_event_keys(event, text=reading.text, told=day_number(published)),
            )
            for event in reading.pending
            if event.article == article.id
        ),
        tenures=tuple(tenure for tenure in reading.tenures if tenure.article == article.id),
        hashtags=article.hashtags,
        padding=measure(article, reading=reading, events=events, quotes=quotes),
    )


def day_number(value: str | None) -> int | None:
    """The ordinal of an ISO prefix's day; None when it does not go down to the day."""
    if value is None or len(value) < 10:
        return None
    return date.fromisoformat(value[:10]).toordinal()


def days_of(value: str) -> tuple[int, int]:
    """The ordinals of the first and the last day that an ISO prefix holds."""
    year, month, day = (int(part) if part else 0 for part in (value[:4], value[5:7], value[8:10]))
    if day:
        only = date(year, month, day).toordinal()
        return only, only
    last = monthrange(year, month or 12)[1]
    return date(year, month or 1, 1).toordinal(), date(year, month or 12, last).toordinal()


def _runs_of_words(
    article: Article, *, text: str, quotes: Iterable[Quote]
) -> tuple[Sequence[int], Sequence[int]]:
    """Passages and phrases of the body's stretches between quotations, each once."""
    quoted = sorted(quote.span for quote in quotes)
    passages: dict[int, None] = {}
    phrases: set[int] = set()
    for span in article.body:
        for stretch in _unquoted(span, text=text, quoted=quoted):
            for passage in winnow(shingles(stretch, size=PASSAGE_WORDS), window=WINDOW):
                passages[passage.hash] = None
            phrases.update(p.hash & SHORT_HASH for p in shingles(stretch, size=PHRASE_WORDS))
    return array("q", passages), array("I", sorted(phrases))


def _unquoted(span: Span, *, text: str, quoted: Iterable[Span]) -> Iterator[str]:
    """The stretches of a span outside quotation marks, found by the reader or by the marks."""
    cuts = [(q.start, q.end) for q in quoted if q.start < span.end and span.start < q.end]
    cuts += [match.span() for match in _QUOTED.finditer(text, span.start, span.end)]
    at = span.start
    for start, end in sorted(cuts):
        if start > at:
            yield text[at:start]
        at = max(at, end)
    if at < span.end:
        yield text[at : span.end]


def _event_keys(event: Event, *, text: str, told: int | None) -> EventKeys:
    told_in = [span.words(text) for span in event.evidence]
    first = told_in[0] if told_in else ""
    evidence = dict.fromkeys(words(" ".join(told_in)))
    named = [party.text for party in (*event.actors, *event.recipients)]
    plain = [event.deed.words(text)] if event.type in PLAIN_VERBS else []
    own = sorted(
        {
            one_word(word)
            for word in _first(evidence, without=frozenset(words(" ".join(named + plain))))
        }
    )
    return EventKeys(
        id=event.id,
        type=event.type,
        mode=event.mode,
        modality=event.modality,
        background=event.background,
        actors=tuple(party_keys(party) for party in event.actors),
        recipients=tuple(party_keys(party) for party in event.recipients),
        said_by=tuple(party_keys(party) for party in event.said_by),
        words=tuple(own),
        stems=frozenset(word[:STEM] for word in own),
        when=event.when,
        where=event.where,
        deed=event.deed,
        evidence=event.evidence[0] if event.evidence else event.deed,
        figures=figures(event, text=text),
        news=None if event.when or event.background else told,
        sentence=tuple(dict.fromkeys(words(first))),
        leaning=_LEANING.match(first) is not None,
        several=told_as_one(event, told=first),
        again=_AGAIN.search(first) is not None,
        recalled=_is_recalled(event, told=first),
    )


def _is_recalled(event: Event, *, told: str) -> bool:
    """Whether words of _OF_BEFORE hold the deed, or its sentence where it has no words."""
    if event.deed.start == event.deed.end or not event.evidence:
        return _OF_BEFORE.search(told) is not None
    deed = event.deed.start - event.evidence[0].start
    return any(match.start() <= deed < match.end() for match in _OF_BEFORE.finditer(told))


def _first(evidence: Iterable[str], *, without: frozenset[str]) -> list[str]:
    """The words of the sentences that come first, which tell the deed; the later ones add to it."""
    return [word for word in evidence if word not in without][:EVIDENCE_WORDS]


def party_keys(party: Party) -> PartyKeys:
    """What a party is compared by."""
    person = name_words(party.person or "")
    return PartyKeys(
        country=party.country,
        name=party.name,
        sector=party.sector,
        person=person,
        by_name=not person.isdisjoint(words(party.text)),
    )
