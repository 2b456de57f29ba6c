"""What the class and the id of an element call it: a card, a live update, comments, a masthead."""

import re
from typing import NamedTuple

from lxml import etree

from regesta.text.memo import Memo

_CARD = re.compile(
    r"(?:^|[\s_-])(?:card|related|recommend\w*|teaser|story-?card|more-?(?:stories|news|from|on)"
    r"|read-?(?:next|more|also)|also-?(?:like|read)|next-?(?:article|story|post)|infinite\w*"
    r"|trending|popular|most-?read|latest|sidebar|rail|up-?next|comments?|comment-?list"
    r"|live-?(?:update|post|entry|blog-?post))(?:$|[\s_-])"
)
_UPDATE = re.compile(
    r"(?:^|[\s_-])(?:live-?)?(?:update|entry|blog-?post|live-?post|timeline-?item)(?:-?(?:item|body|block))?"
    r"(?:$|[\s_])"
)
_COMMENT = re.compile(r"(?:^|[\s_-])comments?(?:$|[\s_-])|disqus")
_ARTICLE = re.compile(r"(?:article|post|story|entry|item|card|news|content)")
_MASTHEAD = re.compile(
    r"(?:^|[\s_-])(?:masthead|top-?bar|top-?line|header-?top|site-?header|utility(?:-?bar)?"
    r"|(?:current|todays?)-?date|date-?today)(?:$|[\s_-])"
)
_MOST_KEPT = 200  # characters of names whose answer is kept


class Named(NamedTuple):
    """What an element is called, as far as its names say."""

    card: bool = False
    update: bool = False
    comment: bool = False
    article: bool = False
    masthead: bool = False


_UNNAMED = Named()


def named(node: etree._Element) -> Named:
    """What an element's class and id call it; the same names come back on every page of a site."""
    kind, own = node.get("class"), node.get("id")
    if not kind and not own:
        return _UNNAMED
    names = f"{kind or ''} {own or ''}".strip().lower()
    return _kept[names] if len(names) <= _MOST_KEPT else _read(names)


def _read(names: str) -> Named:
    return Named(
        card=_CARD.search(names) is not None,
        update=_UPDATE.search(names) is not None,
        comment=_COMMENT.search(names) is not None,
        article=_ARTICLE.search(names) is not None,
        masthead=_MASTHEAD.search(names) is not None,
    )


_kept = Memo(_read)
