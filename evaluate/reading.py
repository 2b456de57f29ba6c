"""Read gold pages with the program and lay its findings beside the gold, article by article."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, TypeGuard

from evaluate.deeds import Deed, Interval, from_event
from evaluate.gold import GoldArticle, GoldPage
from regesta import sources
from regesta.model import Article, Event, Page, Quote, Reading, Role, Trouble
from regesta.read import read_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One gold article with what the program found in it.

    A pair whose gold is empty holds what the program found where no gold article stands.
    """

    page: str
    text: str
    gold: GoldArticle
    deeds: tuple[Deed, ...]
    quotes: tuple[Quote, ...] = ()


def pairs(pages: Iterable[GoldPage]) -> Iterator[Pair]:
    """Read each page once; every finding stands in exactly one pair."""
    for gold, reading in readings(pages):
        yield from side_by_side(gold, reading=reading)


def readings(pages: Iterable[GoldPage]) -> Iterator[tuple[GoldPage, Reading]]:
    """Each gold page with what the program reads from it."""
    for gold in pages:
        yield gold, read_page(as_page(gold), made_by="evaluate")


def events_of(row: Mapping[str, Any]) -> tuple[Event, ...]:
    """What the program reads in a record of its own input format, as `regesta read` takes it."""
    readings = (read_page(page, made_by="evaluate") for page in pages_of(row))
    return tuple(event for reading in readings for event in reading.events)


def pages_of(row: Mapping[str, Any]) -> tuple[Page, ...]:
    """The page that a record makes."""
    given = BytesIO(json.dumps(row).encode() + b"\n")
    return tuple(filter(is_page, sources.pages(["-"], stdin=given)))


def as_page(gold: GoldPage) -> Page:
    """The page as its source hands it over; raises LookupError when it hands over none."""
    if gold.record is not None:
        found = {page.name: page for page in pages_of(gold.record)}
    else:
        found = pages_in(gold.folder)
    if gold.name not in found:
        raise LookupError(f"no page {gold.name} in {gold.folder}")
    return found[gold.name]


def is_page(one: Page | Trouble) -> TypeGuard[Page]:
    """Whether a source gave a page, not a trouble."""
    return isinstance(one, Page)


@lru_cache(maxsize=4)
def pages_in(folder: Path) -> Mapping[str, Page]:
    """All pages of a folder by their names."""
    return {page.name: page for page in sources.pages([str(folder)]) if is_page(page)}


def side_by_side(gold: GoldPage, *, reading: Reading) -> Iterator[Pair]:
    """A pair for each gold article, and one more for findings outside all of them."""
    home = {article.id: _home(article, gold=gold.articles) for article in reading.articles}
    teasers = {article.id for article in reading.articles if article.role is Role.TEASER}
    nowhere = GoldArticle(key="", deeds=(), quotes=())
    for index, article in [*enumerate(gold.articles), (None, nowhere)]:
        events = [event for event in reading.events if home.get(event.article) == index]
        quotes = [quote for quote in reading.quotes if home.get(quote.article) == index]
        if index is None:  # gold does not annotate bare headlines, so they are not judged
            events = [event for event in events if event.article not in teasers]
            quotes = [quote for quote in quotes if quote.article not in teasers]
        yield Pair(
            page=gold.name,
            text=reading.text,
            gold=article,
            deeds=tuple(from_event(event) for event in events),
            quotes=tuple(quotes),
        )


def articles_of(gold: GoldPage, *, reading: Reading) -> Mapping[int, Article]:
    """Index of a gold article -> the first of the program's articles in it; teasers are none."""
    found: dict[int, Article] = {}
    for article in reading.articles:
        index = _home(article, gold=gold.articles)
        if index is not None and article.role is not Role.TEASER:
            found.setdefault(index, article)
    return found


def _home(article: Article, *, gold: tuple[GoldArticle, ...]) -> int | None:
    """The gold article that shares most of the body; None when none shares anything."""
    if len(gold) == 1 and not gold[0].body:
        return 0
    spans = [(span.start, span.end) for span in article.body or (article.span,)]
    shared = [sum(overlap(a, b) for a in spans for b in item.body) for item in gold]
    best = max(range(len(gold)), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] else None


def overlap(one: Interval, other: Interval) -> int:
    """Code points that two intervals share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
