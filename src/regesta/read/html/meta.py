"""What a page says about itself: JSON-LD first, then OpenGraph and meta, then time elements."""

import html
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from typing import Any

from htmldate import find_date
from lxml import etree

from regesta.read.dates.fields import raw_date
from regesta.read.html.blocks import names_of, stamp_of
from regesta.read.html.cards import CARD_NAMES, COMMENT_NAMES
from regesta.read.html.main_text import prune
from regesta.read.source import LiveUpdate, PageMeta

Json = dict[str, Any]

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published_time",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date",
    "dc.date", "dc.date.created", "article.published", "article.created", "og:pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished",
    "article_date_original", "originalpublicationdate", "displaydate", "article:published",
    "article:publish_date", "article:post_date", "article:created_time", "article.published_time",
    "og:published_time", "og:publish_date", "og:article:publish_time", "published",
    "published-date",
    "published_date", "published_at", "publisheddate", "publish_time", "publishtime", "pub_date",
    "publication-date", "publicationdate", "date_published", "date-published", "firstpublished",
    "first_published", "dc.date.published", "dc:date", "dcterms.available", "dcterms.dateaccepted",
    "citation_publication_date", "citation_online_date", "citation_date", "prism.publicationdate",
    "bt:pubdate", "rbpubdate", "vr:published_time", "shareaholic:article_published_time",
    "news_date", "artdate", "ptime", "posted_date", "postdate", "article-publish-date",
    "nrk:published", "sailthru.published", "created", "creationdate", "datecreated", "date_created",
    "date", "dc.created", "timestamp",
)  # fmt: skip
# Outside of an article's own object these still date the page.
_PAGE_TYPE = re.compile(r"(?:WebPage|ItemPage|VideoObject|CreativeWork|SocialMediaPosting)$")
_PAGE_DATES = ("datePublished", "dateCreated", "uploadDate")
_ASIDE = frozenset(("nav", "aside", "footer", "form"))
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MODIFIED_NAMES = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHOR_NAMES = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author")
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "twitter:site")
_ABOUT_NAMES = ("og:description", "description", "twitter:description")
_BETWEEN = re.compile(r"\s+[|–—»·•-]\s+|\s+::\s+|\s*\|\s*")
_SECTIONS = frozenset(("top stories", "world news", "front page", "latest news"))
_EARLIEST, _LATEST = datetime(1995, 1, 1), datetime(2099, 12, 31)  # noqa: DTZ001
_RAW_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def read_meta(
    tree: etree._Element, *, url: str | None, shown: frozenset[str] = frozenset()
) -> PageMeta:
    """All that the page's own markup says; a broken JSON-LD block is passed over.

    `shown` are the short lines that the page shows: a part of its title element that stands
    among them by itself names the site.
    """
    metas = _metas(tree)
    headline, site = _title_element(tree, shown=shown)
    things = list(_things(tree))
    article = _article(things, title=_first(metas, _TITLE_NAMES), url=url)
    published, how = _published(tree, article=article, things=things, metas=metas)
    return PageMeta(
        title=_text(article.get("headline") or article.get("name"))
        or _first(metas, _TITLE_NAMES)
        or headline,
        published=published,
        published_by=how,
        modified=_text(article.get("dateModified")) or _first(metas, _MODIFIED_NAMES),
        publisher=_first(metas, _SITE_NAMES[:1])
        or _names(article.get("publisher"))
        or _first(metas, _SITE_NAMES[1:])
        or site,
        author=_names(article.get("author")) or _person(_first(metas, _AUTHOR_NAMES)),
        language=_text(article.get("inLanguage")) or _language(tree, metas),
        url=_canonical(tree, metas) or url,
        guessed=None if published else _guessed(tree, url=url),
        description=_first(metas, _ABOUT_NAMES) or _text(article.get("description")),
        updates=_updates(things),
    )


def _guessed(tree: etree._Element, *, url: str | None) -> str | None:
    """The day that htmldate finds in a page without date metadata; only full dates it is sure of,
    and none of other articles or comments.

    The latest day it may find is fixed, so that the machine's clock decides nothing.
    """
    copy = deepcopy(tree)
    prune(copy, [node for node in copy.iter("aside", "div", "section", "ul") if _is_aside(node)])
    try:
        return find_date(
            copy,
            extensive_search=False,
            original_date=True,
            url=url,
            max_date=_LATEST,
            min_date=_EARLIEST,
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        return None  # htmldate stumbled over this tree; nothing is known then


def _title_element(tree: etree._Element, *, shown: frozenset[str]) -> tuple[str | None, str | None]:
    """Headline and site of the title element: its longest part, and a short one the page shows."""
    node = tree.find(".//title")
    raw = _text(node.text) if node is not None else None
    if not raw:
        return None, None
    parts = [part.strip() for part in _BETWEEN.split(raw) if part.strip()]
    headline = max(parts, key=len, default=raw)
    site = next((part for part in parts if part != headline and part in shown), None)
    if site is not None and (" " not in site or site.lower() in _SECTIONS):
        site = None
    return headline, site


def _metas(tree: etree._Element) -> dict[str, str]:
    """Content of meta elements by their name, property or itemprop; the first one counts."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        content = node.get("content")
        name = node.get("property") or node.get("name") or node.get("itemprop")
        if content and name:
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((_text(metas[name]) for name in names if metas.get(name)), None)


def _things(tree: etree._Element) -> Iterator[Json]:
    """Every object of the page's JSON-LD, graphs and lists opened."""
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "").lower() or not node.text:
            continue
        try:
            parsed = json.loads(_stripped(node.text), strict=False)
        except (ValueError, RecursionError):
            raw = _RAW_DATE.search(node.text)
            if raw:
                yield {"@type": "Article", "datePublished": raw[1]}
            continue
        yield from _open(parsed, depth=0)


def _stripped(text: str) -> str:
    """JSON-LD without the comment marks that some pages leave around it."""
    return re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text).strip().rstrip(";")


def _open(value: Any, *, depth: int) -> Iterator[Json]:
    if depth > 4:
        return
    if isinstance(value, list):
        for part in value:
            yield from _open(part, depth=depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in (
            "@graph",
            "mainEntity",
            "mainEntityOfPage",
            "hasPart",
        ):
            if isinstance(value.get(key), dict | list):
                yield from _open(value[key], depth=depth + 1)


def _is_article(thing: Json) -> bool:
    return _is_kind(thing, _ARTICLE_TYPE)


def _is_kind(thing: Json, pattern: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and pattern.search(kind) for kind in kinds)


def _article(things: list[Json], *, title: str | None, url: str | None) -> Json:
    """The JSON-LD object of the page's own article: by headline, by address, else the first."""
    articles = [thing for thing in things if _is_article(thing)]
    for thing in articles:
        headline = _text(thing.get("headline"))
        if headline and title and (headline in title or title in headline):
            return thing
    for thing in articles:
        page = thing.get("mainEntityOfPage")
        page = page.get("@id") if isinstance(page, dict) else page
        if url and url in (page, thing.get("url"), thing.get("@id")):
            return thing
    return articles[0] if articles else {}


def _published(
    tree: etree._Element, *, article: Json, things: list[Json], metas: dict[str, str]
) -> tuple[str | None, str | None]:
    """The publication date as written and who says so: the first statement that is a date.

    Where none can be read for certain ("05/06/2031"), the first as it stands.
    """
    unread: tuple[str | None, str | None] = (None, None)
    for how, stated in _stated(tree, article=article, things=things, metas=metas):
        if raw_date(stated):
            return stated, how
        unread = unread if unread[0] else (stated, how)
    return unread


def _stated(
    tree: etree._Element, *, article: Json, things: list[Json], metas: dict[str, str]
) -> Iterator[tuple[str, str | None]]:
    """Every statement of when the page was published, the best first, with who makes it."""
    yield "json-ld", _text(article.get("datePublished"))
    for name in _PUBLISHED_NAMES[:1]:
        yield "meta", metas.get(name)
    for thing in things:
        if _is_article(thing) and not thing.get("headline"):  # what is left of a broken block
            yield "json-ld", _text(thing.get("datePublished"))
    yield "json-ld", _text(article.get("dateCreated"))
    for name in _PUBLISHED_NAMES[1:]:
        yield "meta", metas.get(name)
    yield "meta", _parsely(metas.get("parsely-page"))
    for thing in things:
        if _is_kind(thing, _PAGE_TYPE):
            yield from (("json-ld", _text(thing.get(name))) for name in _PAGE_DATES)
    for node in tree.iterfind('.//*[@itemprop="datePublished"]'):
        yield "meta", node.get("datetime") or node.get("content") or _own_text(node)
    yield from (("time-element", stamp) for stamp in _stamps(tree))


def _stamps(tree: etree._Element) -> list[str]:
    """The time elements of the page: those that say "published" first, asides last; those of
    other articles and of comments date nothing."""
    ranked = []
    for place, node in enumerate(tree.iter("time")):
        stamp = stamp_of(node) or _own_text(node)
        if not stamp or any(map(_is_aside, node.iterancestors("aside", "div", "section", "ul"))):
            continue
        hints = f"{node.get('itemprop')} {node.get('class')}".lower()
        says = "publi" in hints or "pubdate" in hints or node.get("pubdate") is not None
        aside = any(above.tag in _ASIDE for above in node.iterancestors())
        changed = "updat" in hints or "modif" in hints
        ranked.append((aside, changed, not says, place, stamp))
    return [stamp for *_, stamp in sorted(ranked)]


def _is_aside(node: etree._Element) -> bool:
    """Whether an element holds other articles or comments, by its name or its headings, and not
    the headline of a page that has one."""
    names = names_of(node)
    headed = node.tag == "aside" and next(node.iter(*_HEADINGS), None) is not None
    if not headed and not CARD_NAMES.search(names) and not COMMENT_NAMES.search(names):
        return False
    return (
        next(node.iter("h1"), None) is None and next(node.iterancestors("body"), None) is not None
    )


def _own_text(node: etree._Element) -> str | None:
    return _text("".join(node.itertext())[:60])


def _parsely(raw: str | None) -> str | None:
    """The date in the JSON that some sites keep in one meta element."""
    try:
        parsed = json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        return None
    return _text(parsed.get("pub_date")) if isinstance(parsed, dict) else None


def _text(value: Any) -> str | None:
    """A plain text value with entities undone, None for anything else or nothing."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("alternateName") or value.get("name")
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", html.unescape(value)).strip() or None


def _names(value: Any) -> str | None:
    """Names of persons or organisations, joined by commas."""
    parts = value if isinstance(value, list) else [value]
    names = [
        _text(part.get("name")) if isinstance(part, dict) else _text(part) for part in parts[:8]
    ]
    plain = [name for name in names if name and not name.startswith("http")]
    return ", ".join(dict.fromkeys(plain)) or None


def _person(name: str | None) -> str | None:
    """An author's name; an address is none."""
    return None if name is None or name.startswith(("http", "/", "@")) else name


def _language(tree: etree._Element, metas: dict[str, str]) -> str | None:
    node = tree if tree.tag == "html" else tree.find(".//html")
    declared = node.get("lang") or node.get("xml:lang") if node is not None else None
    return declared or metas.get("og:locale") or metas.get("content-language") or None


def _canonical(tree: etree._Element, metas: dict[str, str]) -> str | None:
    for node in tree.iter("link"):
        if (node.get("rel") or "").lower() == "canonical" and node.get("href"):
            return str(node.get("href")).strip()
    return metas.get("og:url")


def _updates(things: list[Json]) -> tuple[LiveUpdate, ...]:
    """The entries of a live blog."""
    found: list[LiveUpdate] = []
    for thing in things:
        entries = thing.get("liveBlogUpdate")
        entries = entries if isinstance(entries, list) else [entries] if entries else []
        found.extend(
            LiveUpdate(
                title=_text(entry.get("headline") or entry.get("name")),
                published=_text(entry.get("datePublished")),
                body=_text(entry.get("articleBody")),
            )
            for entry in entries
            if isinstance(entry, dict)
        )
    return tuple(found)
