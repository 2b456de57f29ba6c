"""What a page says about itself: JSON-LD first, then OpenGraph and meta, then time elements."""

import re
from typing import Any

from lxml import etree

from regesta.read.html.json_ld import Json, is_article, plain_text, things_of
from regesta.read.html.stated import guessed_day, published_of, stands_apart
from regesta.read.source import LiveUpdate, PageMeta

_MODIFIED_NAMES = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHOR_NAMES = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author")
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "twitter:site")
_ABOUT_NAMES = ("og:description", "description", "twitter:description")
_BETWEEN = re.compile(r"\s+[|–—»·•-]\s+|\s+::\s+|\s*\|\s*")
_SECTIONS = frozenset(("top stories", "world news", "front page", "latest news"))


def read_meta(
    tree: etree._Element, *, url: str | None, shown: frozenset[str] = frozenset()
) -> PageMeta:
    """All that the page's own markup says; a broken JSON-LD block is passed over.

    `shown` are the short lines that the page shows: a part of its title element that stands
    among them by itself names the site.
    """
    metas = _metas(tree)
    headline, site = _title_element(tree, shown=shown)
    things = list(things_of(tree))
    article = _article(things, title=_first(metas, _TITLE_NAMES), url=url)
    published, how = published_of(tree, article=article, things=things, metas=metas)
    return PageMeta(
        title=plain_text(article.get("headline") or article.get("name"))
        or _first(metas, _TITLE_NAMES)
        or headline,
        published=published,
        published_by=how,
        modified=plain_text(article.get("dateModified")) or _first(metas, _MODIFIED_NAMES),
        publisher=_first(metas, _SITE_NAMES[:1])
        or _names(article.get("publisher"))
        or _first(metas, _SITE_NAMES[1:])
        or site,
        author=_names(article.get("author")) or _person(_first(metas, _AUTHOR_NAMES)),
        language=plain_text(article.get("inLanguage")) or _language(tree, metas),
        url=_canonical(tree, metas) or url,
        guessed=None if published else guessed_day(tree, url=url),
        description=_first(metas, _ABOUT_NAMES) or plain_text(article.get("description")),
        updates=_updates(things),
    )


def _title_element(tree: etree._Element, *, shown: frozenset[str]) -> tuple[str | None, str | None]:
    """Headline and site of the title element: its longest part, and a short one the page shows."""
    node = tree.find(".//title")
    raw = plain_text(node.text) if node is not None else None
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
        if node.get("itemprop") and node.getparent().tag != "head" and stands_apart(node):
            continue  # another article's
        if content and name:
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((plain_text(metas[name]) for name in names if metas.get(name)), None)


def _article(things: list[Json], *, title: str | None, url: str | None) -> Json:
    """The JSON-LD object of the page's own article: by headline, by address, else the first."""
    articles = [thing for thing in things if is_article(thing)]
    for thing in articles:
        headline = plain_text(thing.get("headline"))
        if headline and title and (headline in title or title in headline):
            return thing
    for thing in articles:
        page = thing.get("mainEntityOfPage")
        page = page.get("@id") if isinstance(page, dict) else page
        if url and url in (page, thing.get("url"), thing.get("@id")):
            return thing
    return articles[0] if articles else {}


def _names(value: Any) -> str | None:
    """Names of persons or organisations, joined by commas."""
    parts = value if isinstance(value, list) else [value]
    names = [
        plain_text(part.get("name")) if isinstance(part, dict) else plain_text(part)
        for part in parts[:8]
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
                title=plain_text(entry.get("headline") or entry.get("name")),
                published=plain_text(entry.get("datePublished")),
                body=plain_text(entry.get("articleBody")),
            )
            for entry in entries
            if isinstance(entry, dict)
        )
    return tuple(found)
