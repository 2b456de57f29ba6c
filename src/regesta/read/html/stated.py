"""When a page says that it was published: JSON-LD, meta elements, microdata, time elements."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime

from htmldate import find_date
from lxml import etree

from regesta.read.dates.fields import raw_date
from regesta.read.dates.rule import MONTHS
from regesta.read.html.blocks import is_masthead, stamp_of
from regesta.read.html.json_ld import Json, is_article, is_kind, plain_text
from regesta.read.html.main_text import prune
from regesta.read.html.named import named

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
_AROUND = ("aside", "div", "section", "ul", "header")  # what may hold other articles, or no article
_LABEL = 24  # characters before a time element that say what it is
_EITHER = frozenset(("en", "en-us", "en-ca", "en-ph"))  # where figures may stand either way
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_EARLIEST, _LATEST = datetime(1995, 1, 1), datetime(2099, 12, 31)  # noqa: DTZ001


def published_of(
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
    yield "json-ld", plain_text(article.get("datePublished"))
    for name in _PUBLISHED_NAMES[:1]:
        yield "meta", metas.get(name)
    for thing in things:
        if is_article(thing) and not thing.get("headline"):  # what is left of a broken block
            yield "json-ld", plain_text(thing.get("datePublished"))
    yield "json-ld", plain_text(article.get("dateCreated"))
    for name in _PUBLISHED_NAMES[1:]:
        yield "meta", metas.get(name)
    yield "meta", _parsely(metas.get("parsely-page"))
    for thing in things:
        if is_kind(thing, _PAGE_TYPE):
            yield from (("json-ld", plain_text(thing.get(name))) for name in _PAGE_DATES)
    for node in tree.iterfind('.//*[@itemprop="datePublished"]'):
        if not stands_apart(node):
            yield "meta", node.get("datetime") or node.get("content") or _own_text(node)
    yield from (("time-element", stamp) for stamp in _stamps(tree))


def _stamps(tree: etree._Element) -> list[str]:
    """The time elements of the page: those that say "published" first, asides last; those of
    other articles and of comments date nothing."""
    ranked = []
    for place, node in enumerate(tree.iter("time")):
        stamp = stamp_of(node) or _own_text(node)
        if not stamp or stands_apart(node):
            continue
        hints = f"{node.get('itemprop')} {node.get('class')} {_label(node)}".lower()
        says = "publi" in hints or "pubdate" in hints or node.get("pubdate") is not None
        aside = any(above.tag in _ASIDE for above in node.iterancestors())
        changed = "updat" in hints or "modif" in hints
        ranked.append((aside, changed, not says, place, stamp))
    return [stamp for *_, stamp in sorted(ranked)]


def _label(node: etree._Element) -> str:
    """The words right before an element: "Published"."""
    before = node.getprevious()
    parent = node.getparent()
    words = before.tail if before is not None else parent.text if parent is not None else None
    return (words or "")[-_LABEL:]


def stands_apart(node: etree._Element) -> bool:
    """Whether an element stands among other articles, comments or the page's own head."""
    return any(is_aside(above) or is_masthead(above) for above in node.iterancestors(*_AROUND))


def is_aside(node: etree._Element) -> bool:
    """Whether an element holds other articles or comments, by its name or its headings, and not
    the headline of a page that has one."""
    names = named(node)
    headed = node.tag == "aside" and next(node.iter(*_HEADINGS), None) is not None
    if not headed and not (names.card or names.comment):
        return False
    return (
        next(node.iter("h1"), None) is None and next(node.iterancestors("body"), None) is not None
    )


def _own_text(node: etree._Element) -> str | None:
    return plain_text("".join(node.itertext())[:60])


def _parsely(raw: str | None) -> str | None:
    """The date in the JSON that some sites keep in one meta element."""
    try:
        parsed = json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        return None
    return plain_text(parsed.get("pub_date")) if isinstance(parsed, dict) else None


def guessed_day(tree: etree._Element, *, url: str | None) -> str | None:
    """The day that htmldate finds in a page without date metadata; only full dates it is sure of,
    and none of other articles or comments.

    The latest day it may find is fixed, so that the machine's clock decides nothing.
    """
    copy = deepcopy(tree)
    apart = [node for node in copy.iter(*_AROUND) if is_aside(node) or is_masthead(node)]
    sent = [node for node in copy.iter("meta") if node.get("http-equiv")]
    prune(copy, [*apart, *sent])
    try:
        found = find_date(
            copy,
            extensive_search=False,
            original_date=True,
            url=url,
            max_date=_LATEST,
            min_date=_EARLIEST,
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        return None  # htmldate stumbled over this tree; nothing is known then
    return None if found is None or _either_way(found, tree=tree) else found


def _either_way(day: str, *, tree: etree._Element) -> bool:
    """Whether an ISO day was read from figures that name two days ("05/03/2024"), on a page whose
    language does not say which of them comes first."""
    year, month, date = day.split("-")
    if int(date) > 12 or month == date or _day_first(tree):
        return False
    text = etree.tostring(tree, encoding="unicode")
    one, other = month.lstrip("0"), date.lstrip("0")
    figures = rf"\b(?:0?{one}/0?{other}|0?{other}/0?{one})/(?:{year}|{year[2:]})\b"
    if re.search(figures, text) is None:
        return False
    name = next(name for name, number in MONTHS.items() if number == int(month))[:3]
    told = rf"{year}\D?{month}\D?{date}|\b0?{other}\W{{1,2}}{name}|{name}\w*\W{{1,2}}0?{other}\b"
    return re.search(told, text, re.IGNORECASE) is None


def _day_first(tree: etree._Element) -> bool:
    """Whether the language that a page declares writes the day before the month."""
    node = tree if tree.tag == "html" else tree.find(".//html")
    declared = (node.get("lang") or "").lower().replace("_", "-") if node is not None else ""
    return bool(declared) and declared not in _EITHER
