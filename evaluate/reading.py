"""Read gold pages with the program and lay its findings beside the gold, article by article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluate.deeds import Deed, Interval, from_event
from evaluate.gold import GoldArticle, GoldPage
from regesta.model import Article, Given, Page, Quote, Reading, Role
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
    for gold in pages:
        yield from side_by_side(gold, reading=read_page(as_page(gold), made_by="evaluate"))


def as_page(gold: GoldPage) -> Page:
    """The page as a source would hand it over."""
    if gold.path is not None:
        kind = "text/html" if gold.path.suffix in {".html", ".htm"} else "text/plain"
        return Page(name=gold.name, body=gold.path.read_bytes(), media_type=kind)
    record = gold.record or {}
    return Page(
        name=gold.name,
        body=(record["text"] or "").encode(),
        media_type="text/plain",
        url=record["url"],
        charset="utf-8",
        given=Given(
            title=record["title"], published=record["published"], publisher=record["publisher"]
        ),
    )


def side_by_side(gold: GoldPage, *, reading: Reading) -> Iterator[Pair]:
    """A pair for each gold article, and one more for findings outside all of them."""
    home = {article.id: _home(article, gold=gold.articles) for article in reading.articles}
    teasers = {article.id for article in reading.articles if article.role is Role.TEASER}
    nowhere = GoldArticle(deeds=(), quotes=())
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
