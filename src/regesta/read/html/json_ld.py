"""The objects of a page's JSON-LD."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

Json = dict[str, Any]

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_RAW_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def things_of(tree: etree._Element) -> Iterator[Json]:
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


def is_article(thing: Json) -> bool:
    return is_kind(thing, _ARTICLE_TYPE)


def is_kind(thing: Json, pattern: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and pattern.search(kind) for kind in kinds)


def plain_text(value: Any) -> str | None:
    """A plain text value with entities undone, None for anything else or nothing."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("alternateName") or value.get("name")
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", html.unescape(value)).strip() or None
