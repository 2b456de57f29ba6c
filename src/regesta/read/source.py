"""A page made ready for cutting: its text, what it says about itself, and where blocks stood."""

from dataclasses import dataclass
from typing import NamedTuple

from regesta.model import SiteLines, Span, Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveUpdate:
    """One entry of a live blog as JSON-LD tells it; dates are as written."""

    title: str | None = None
    published: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """What a page or its source says about the page; every field as written, None when absent.

    `given` is the source's own date field, kept apart from `published`, the page's own.
    """

    title: str | None = None
    published: str | None = None
    published_by: str | None = None  # "json-ld", "meta", "time-element"
    modified: str | None = None
    given: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    description: str | None = None
    guessed: str | None = None  # a day that only a search of the whole page found
    updates: tuple[LiveUpdate, ...] = ()


class Block(NamedTuple):
    """One line of an HTML page's text and the element it came from.

    `region` is the nearest enclosing article, aside, nav, header, footer, form, figure or main, or
    the site's own masthead.
    `card` numbers the other article that encloses it (-1: none), `link_share` is the part of its
    characters inside links (0-1), `heading` is 1-6 for h1-h6, else 0. `stamp` is the `datetime`
    of a time element inside; `update` says that the markup calls it an entry of a live blog,
    `comment` that it stands among readers' comments.
    """

    start: int
    end: int
    tag: str
    region: str = ""
    heading: int = 0
    link_share: float = 0.0
    card: int = -1
    stamp: str | None = None
    update: bool = False
    comment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page made ready: `blocks` and `main` are empty for pages that are plain text.

    `main` holds the lines of the main article as the extractor saw them, exact spans of
    `text`. `title_at` is the span of the main headline where the page's markup shows it. `site`
    are the lines of plain text that other pages of the site repeat.
    """

    page: str
    text: str
    media_type: str = "text/plain"
    fetched_at: str | None = None
    meta: PageMeta = PageMeta()
    blocks: tuple[Block, ...] = ()
    main: tuple[Span, ...] = ()
    title_at: Span | None = None
    site: SiteLines | None = None
    troubles: tuple[Trouble, ...] = ()
