"""Cutting a page into articles: every line gets a label, every article its exact spans.

The steps of a plain page stand in `cut_lines`, those of an HTML page in `cut_blocks`:
lines, unglue, site lines, evidence, group, build, dates.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regesta.model import Article, Piece, Role, Trouble
from regesta.read.articles.bare import Bare, standing_lines
from regesta.read.articles.blocks import group_blocks
from regesta.read.articles.build import build, label_of, piece_of
from regesta.read.articles.damage import find_damage
from regesta.read.articles.evidence import BODY, CLOCK, TITLE
from regesta.read.articles.galleries import part_galleries
from regesta.read.articles.glue import unglue
from regesta.read.articles.group import Grouped, group
from regesta.read.articles.labels import label_lines, part_site_lines
from regesta.read.articles.lines import Line, split_lines
from regesta.read.articles.published import Known, date_articles
from regesta.read.articles.sitelines import mark_site_lines
from regesta.read.articles.wrapped import unwrap
from regesta.read.dates import resolve
from regesta.read.source import PageMeta, Source

__all__ = ["Cut", "cut", "label_of"]


_UNTOLD = PageMeta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A page taken apart: its articles in page order, the pieces of none, and what went wrong."""

    articles: tuple[Article, ...] = ()
    furniture: tuple[Piece, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def cut(source: Source) -> Cut:
    """The articles of a page; a page without any gives furniture only."""
    bare = standing_lines(source)
    grouped = cut_blocks(bare, source=source) if source.blocks else cut_lines(bare, source=source)
    titles = tuple(
        draft.title.text for draft in grouped.drafts if draft.title and len(draft.title.text) > 15
    )
    drafts = [draft for draft in grouped.drafts if draft.lines]
    articles = [build(draft, source=source, titles=titles) for draft in drafts]
    articles = _with_language(_named_by_page(articles, source=source))
    known = Known(
        source=source,
        clock=_page_clock(grouped, source=source),
        stamps={
            article.id: draft.stamp
            for article, draft in zip(articles, drafts, strict=True)
            if draft.stamp
        },
    )
    dated, troubles = date_articles(articles, known=known)
    return Cut(
        articles=tuple(dated),
        furniture=tuple(
            piece_of(line, page=source.page)
            for line in sorted(grouped.furniture, key=lambda line: line.start)
        ),
        troubles=(*troubles, *find_damage(source.text, page=source.page)),
    )


def cut_lines(bare: Sequence[Bare], *, source: Source) -> Grouped:
    """A plain page: known only by its lines."""
    title = source.meta.title
    lines = split_lines(unwrap(bare, text=source.text), source=source)
    parts = unglue(part_galleries(lines, text=source.text), text=source.text, title=title)
    aside: list[Line] = []
    if source.site is not None:
        mark_site_lines(parts, raw=bare, site=source.site, title=title)
        parts, aside = part_site_lines(parts)
    label_lines(parts)
    if title is not None and not any(line.label == BODY for line in parts):
        _all_text(parts, title=title)
    grouped = group(parts, title=title, single=title is not None, served=bool(aside))
    grouped.furniture.extend(aside)
    return grouped


def _all_text(lines: list[Line], *, title: str) -> None:
    """A record whose text is a few unfinished words: what is not its title is its body."""
    for line in lines:
        if line.label == TITLE and line.text.casefold() != title.casefold():
            line.label, line.rule = BODY, "only-text-of-record"


def cut_blocks(bare: Sequence[Bare], *, source: Source) -> Grouped:
    """An HTML page: known by its markup too."""
    return group_blocks(split_lines(bare, source=source), source=source)


def _named_by_page(articles: list[Article], *, source: Source) -> list[Article]:
    """What the page says of its main article; a site with one publisher also names its teasers."""
    meta = source.meta
    named = []
    for article in articles:
        if article.role is Role.MAIN and meta != _UNTOLD:
            article = replace(
                article,
                title=article.title or meta.title,
                publisher=article.publisher or meta.publisher,
                author=article.author or meta.author,
                url=meta.url,
            )
        named.append(article)
    publishers = {article.publisher for article in named if article.publisher}
    if len(publishers) != 1:
        return named
    owner = next(article for article in named if article.publisher)
    if owner.role is not Role.MAIN:
        return named
    return [
        replace(article, publisher=owner.publisher, agency=article.agency or owner.agency)
        if article.role in (Role.TEASER, Role.UPDATE)
        else article
        for article in named
    ]


def _with_language(articles: list[Article]) -> list[Article]:
    """Headlines too short to tell their language take that of the longest text beside them."""
    if all(article.language for article in articles):
        return articles
    told = [article for article in articles if article.language and article.body]
    longest = max(told, key=_size, default=None)
    page = longest.language if longest is not None else "en"
    return [
        article if article.language else replace(article, language=page) for article in articles
    ]


def _size(article: Article) -> int:
    return sum(span.end - span.start for span in article.body)


def _page_clock(grouped: Grouped, *, source: Source) -> str | None:
    """The page's own clock (an absolute time at its top that no article owns), else its fetch."""
    for line in grouped.furniture:
        if line.label == CLOCK and line.time is not None:
            words = line.text[line.time.start : line.time.end]
            value = resolve(words, base=source.fetched_at)
            if value is not None:
                return value
    return source.fetched_at
