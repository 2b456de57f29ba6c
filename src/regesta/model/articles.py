"""Articles: what a page is cut into."""

from dataclasses import dataclass
from enum import StrEnum

from regesta.model.dates import When
from regesta.model.ids import make_id
from regesta.model.spans import Span


class Role(StrEnum):
    """What an article is on its page."""

    MAIN = "main"
    RELATED = "related"
    TEASER = "teaser"  # a headline, perhaps a deck, no body
    UPDATE = "update"  # one entry of a live blog


class Label(StrEnum):
    """What a piece of a page is."""

    TITLE = "title"
    TITLE_REPEAT = "title-repeat"
    DECK = "deck"
    BODY = "body"
    PUBLISHER = "publisher"
    AUTHOR = "author"
    AGENCY = "agency"
    TIME = "time"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "photo-credit"
    KEY_POINT = "key-point"
    HASHTAG = "hashtag"
    SOURCE_LINE = "source-line"
    SIGN_OFF = "sign-off"
    EMBED = "embedded-post"
    PROMO = "promo"
    COPYRIGHT = "copyright"
    COMMENT = "comment"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One labelled piece of a page; `rule` names the row of the table that labelled it."""

    label: Label
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """ "Minsk, June 26 (IANS)": place and date as written, None when absent."""

    span: Span
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of a page. What the page does not say is None or empty.

    `span` runs from its first to its last piece; the body text is the concatenation of `body`,
    exact spans of the page's text. `pieces` are all labelled parts that belong to the article.
    """

    page: str
    role: Role
    span: Span
    rule: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    agency: str | None = None
    dateline: Dateline | None = None
    time_text: str | None = None
    published: When | None = None
    language: str | None = None
    key_points: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    source_line: str | None = None
    url: str | None = None
    body: tuple[Span, ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def id(self) -> str:
        """Hash of page and place on it."""
        return make_id("a", self.page, self.span.start, self.span.end)
