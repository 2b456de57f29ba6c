"""What the queries answer with. Dates are ISO prefixes, offsets code points of the page text."""

from dataclasses import dataclass

from regesta.model import (
    Article,
    Copy,
    Event,
    Happening,
    Piece,
    Quote,
    Span,
    Story,
    Tenure,
    When,
)

Words = tuple[tuple[Span, str], ...]
"""Spans with the exact words they quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the register holds."""

    pages: int
    articles: int
    events: int
    quotes: int
    stories: int
    happenings: int
    copies: int
    troubles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """Which happenings are asked for; None asks for nothing in particular.

    `actor`, `recipient` and `party` (either side) are country or organisation codes, `country`
    that of the place. `after`, `before` (both inclusive) and `during` are ISO prefixes, held
    against the deed's own date, or against the newest report where the deed's date is not known;
    `after` and `before` let in coarser dates that may lie so, `during` only dates inside.
    `words` are looked up in the articles that report it; `said_by`, `person`, `place` and
    `outlet` want every word of theirs in one such name. `origins` and `articles` are (least,
    most), either None. `disputed` asks for sources that disagree, `unread` and `starred` for
    people's marks; `new_since` is a linking's number: every report came later.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    modality: str | None = None
    background: bool | None = None
    story: str | None = None
    after: str | None = None
    before: str | None = None
    words: str | None = None
    party: str | None = None
    quad: str | None = None
    country: str | None = None
    during: str | None = None
    said_by: str | None = None
    person: str | None = None
    place: str | None = None
    outlet: str | None = None
    origins: tuple[int | None, int | None] | None = None
    articles: tuple[int | None, int | None] | None = None
    disputed: bool | None = None
    unread: bool | None = None
    starred: bool | None = None
    new_since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningRow:
    """One deed in a list. `when` is its own date; `reported` the day of the newest report.

    `headline` is the title of the earliest article, `evidence` the founding event's first
    sentence. `origins` and `articles` are link's counts.
    """

    id: str
    type: str
    mode: str
    modality: str
    background: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: str | None
    precision: str | None
    basis: str | None
    place: str | None
    place_country: str | None
    headline: str | None
    evidence: str
    story: str | None
    origins: int
    articles: int
    reported: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article in a list; `name` and `url` are its page's."""

    id: str
    page: str
    name: str
    url: str | None
    role: str
    title: str | None
    publisher: str | None
    agency: str | None
    published: When | None
    story: str | None
    copy_of: Copy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One event that reports a happening, with its sentences; `copy_of` is the article's."""

    event: Event
    article: ArticleRow
    evidence: Words
    copy_of: Copy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """A happening with its reports in time order and the reasons for its counts."""

    row: HappeningRow
    reports: tuple[ReportRow, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story in a list: `articles` and `happenings` are counts, `publishers` sorted."""

    id: str
    title: str
    reason: str
    first: str | None
    last: str | None
    articles: int
    happenings: int
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A quote with the exact words between the marks and the article it stands in."""

    quote: Quote
    words: str
    article: ArticleRow
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story with its articles in time order, its happenings (newest first) and quotes."""

    row: StoryRow
    articles: tuple[ArticleRow, ...]
    happenings: tuple[HappeningRow, ...]
    quotes: tuple[QuoteRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with all that was read from it.

    `text` is the whole page's text, `furniture` the page's pieces that belong to no article,
    `happenings` the happening's id for each event's id that has one.
    """

    row: ArticleRow
    record: Article
    text: str
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    furniture: tuple[Piece, ...]
    happenings: dict[str, str]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFrom:
    """The words of an article that say who a person of an event is; `office` is what they give."""

    person: str
    office: str
    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event with its article, the whole page's text and the happening it reports.

    `known_from` is not empty where its persons were known from other words than its own.
    """

    event: Event
    article: ArticleRow
    text: str
    evidence: Words
    happening: str | None
    made_by: str
    known_from: tuple[KnownFrom, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quote with its article and the whole page's text."""

    quote: Quote
    article: ArticleRow
    text: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page as it came (`body` is the raw bytes) with the text and the articles read from it."""

    id: str
    name: str
    url: str | None
    media_type: str
    charset: str | None
    fetched_at: str | None
    made_by: str
    body: bytes
    text: str
    articles: tuple[ArticleRow, ...]
    furniture: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleRow:
    """A trouble; `page` is the page's id, None when the input never became a page.

    `name` is the page's name or the input's. `start` and `end` are None for the whole page.
    """

    page: str | None
    name: str
    step: str
    code: str
    message: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event for export; `origins` and `articles` are its happening's counts (None: unlinked)."""

    event: Event
    article: ArticleRow
    evidence: Words
    happening: str | None
    origins: int | None
    articles: int | None
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """An article for export; `padding` is None for one that is not linked."""

    row: ArticleRow
    record: Article
    made_by: str
    padding: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """A story for export, with the ids of its happenings, sorted, and its key points' words."""

    story: Story
    happenings: tuple[str, ...]
    key_points: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningEntry:
    """A happening for export."""

    happening: Happening
    row: HappeningRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureRow:
    """Who held which office, with the exact words that say so."""

    tenure: Tenure
    words: str
    article: ArticleRow
    made_by: str
