"""Where words stand: a page, its text, and spans of that text."""

from dataclasses import dataclass

from regesta.model.ids import make_id

_HTML_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a source already knows about a page (a feed item, a JSONL record, a WARC header).

    Every field is as the source wrote it, unchecked; `published` is any date text.
    """

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Raw bytes as they came, with where they came from.

    `name` is the input's own name: the file's name, or a record's `id` field. `url` is None for
    pages without an address. `fetched_at` is ISO 8601 UTC or None when nobody knows.
    `charset` is what the transport declared; the text decides, the declaration is only evidence.
    """

    name: str
    body: bytes
    media_type: str
    url: str | None = None
    fetched_at: str | None = None
    charset: str | None = None
    given: Given = Given()

    @property
    def id(self) -> str:
        """Hash of address and body: the same page has the same id on every machine."""
        return make_id("p", self.url or self.name, self.body)

    @property
    def is_html(self) -> bool:
        """Whether its source says that it is HTML."""
        return self.media_type.split(";")[0].strip().lower() in _HTML_TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The text that all offsets of a page point into (code points, end exclusive).

    For text files it is the decoded file unchanged; for JSONL records the `text` field unchanged;
    for HTML the visible blocks, one a line.
    """

    page: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """The citation: code points `start` to `end` (exclusive) of the page's text."""

    page: str
    start: int
    end: int

    def words(self, text: str) -> str:
        """The quoted words, given the text of the page."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span of the same page."""
        return self.page == other.page and self.start <= other.start and other.end <= self.end
