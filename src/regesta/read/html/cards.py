"""Other articles that a page's markup shows: cards, asides, infinite scroll, related sections.

An element is another article when it opens with a heading of its own, does not hold the page's
headline, and either is an `article` or `aside`, or carries a name that says so, or is built like
the main article's own container, or stands under a heading like "Related".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from regesta.read.dates.timeline import time_line
from regesta.read.html.blocks import Line, nearest
from regesta.read.html.headline import HEADINGS, alike, headline_of
from regesta.read.html.named import named
from regesta.read.html.repeated import repeated
from regesta.read.source import LiveUpdate, PageMeta

RELATED_WORDS = re.compile(
    r"(?:related(?: (?:articles?|stories|news|posts|coverage|reading|links|topics))?"
    r"|more (?:stories|news|from .{2,40}|on this.{0,20}|in .{2,40}"
    r"|like this)|read (?:next|more|also)"
    r"|(?:you (?:may|might) also (?:like|be interested in))|recommended(?: for you| stories)?"
    r"|also in .{2,40}|also read|latest (?:news|stories|headlines)|most (?:read|popular|viewed)"
    r"|trending(?: now)?|top stories|up next|editor'?s'? picks?|what to read next|don'?t miss"
    r"|from (?:the web|around the web|our partners)|next (?:article|story)|keep reading"
    r"|other (?:stories|news|articles)|further reading|(?:à )?lire (?:aussi|également)"
    r"|sur le même sujet|(?:leer|lea) también|más noticias|te puede interesar|lesen sie auch"
    r"|mehr zum thema|das könnte sie auch interessieren|leggi anche|leia (?:também|mais)"
    r"|читайте также|по теме)\W*",
    re.IGNORECASE,
)
_MOST_TITLE = 24  # words of a headline
_STOPS = (".", "!", "…", '."', ".”", ".’", ".'", ":", ";", ",")
_LEAST_TOLD = 16  # letters that make a line of a live update more than chance
_LEAST_MAIN = 200  # characters of running text that must be left for the main article
_LEAST_CARD = 120  # characters of text under a heading that make a sibling another article


@dataclass(slots=True)
class Cards:
    """The main headline's line and the elements of other articles.

    `several` are regions that hold more than one; `loose` are the blocks of live updates that only
    the page's metadata tells apart.
    """

    headline: Line | None = None
    single: list[etree._Element] = field(default_factory=list)
    several: list[etree._Element] = field(default_factory=list)
    loose: list[etree._Element] = field(default_factory=list)


def find_cards(tree: etree._Element, lines: list[Line], *, meta: PageMeta) -> Cards:
    """The page's other articles; each line of theirs gets its card's number."""
    cards = _by_markup(tree, lines, title=meta.title)
    for number, update in enumerate(meta.updates, start=len(lines)):
        _claim(cards, lines, update=update, number=number)
    return cards


def _claim(cards: Cards, lines: list[Line], *, update: LiveUpdate, number: int) -> None:
    """Give the lines that a live update tells word for word to it, unless the markup has."""
    body = "".join((update.body or "").split())
    for line in lines:
        letters = "".join(line.text.split())
        told = len(letters) >= _LEAST_TOLD and letters in body
        if line.card >= 0 or line is cards.headline or not (told or line.text == update.title):
            continue
        line.card, line.update = number, True
        line.stamp = line.stamp or update.published
        cards.loose.append(line.node)


def _by_markup(tree: etree._Element, lines: list[Line], *, title: str | None) -> Cards:
    """The other articles that elements and their names show."""
    cards = Cards(headline=headline_of(lines, title=title))
    if cards.headline is None:
        return cards
    above = _ancestors(cards.headline.node)
    by_root = _lines_under(lines)
    for node in tree.iter("article", "aside", "section", "div", "li"):
        kind = _kind(node, above=above, under=by_root.get(node, []), headline=cards.headline)
        if kind == "single":
            cards.single.append(node)
        elif kind == "several":
            cards.several.append(node)
    _add_siblings(cards, above=above, by_root=by_root)
    _add_related(cards, lines, above=above, by_root=by_root)
    known = {*cards.single, *cards.several}
    cards.single += repeated(
        tree, above=above, by_root=by_root, headline=cards.headline, known=known
    )
    for region in cards.several:
        cards.single.extend(_units(region, by_root=by_root))
    roots = _roots(cards, lines)
    if not _main_left(lines, roots=roots) and not any(map(_is_update, cards.single)):
        return Cards(headline=cards.headline)
    _number(lines, roots=roots, single=set(cards.single))
    return cards


def _ancestors(node: etree._Element) -> set[etree._Element]:
    return {node, *node.iterancestors()}


def _lines_under(lines: list[Line]) -> dict[etree._Element, list[Line]]:
    """Every element with the lines inside it."""
    found: dict[etree._Element, list[Line]] = {}
    above: dict[etree._Element, list[list[Line]]] = {}  # lists of a parent and what holds it
    for line in lines:
        parent = line.node.getparent()
        if parent not in above:
            above[parent] = [found.setdefault(node, []) for node in line.node.iterancestors()]
        found.setdefault(line.node, []).append(line)
        for under in above[parent]:
            under.append(line)
    return found


def _kind(
    node: etree._Element, *, above: set[etree._Element], under: list[Line], headline: Line
) -> str | None:
    """ "single" for one other article, "several" for a region of them, None for neither."""
    if node in above or not under:
        return None
    tag = node.tag
    names = named(node)
    if names.update and _timed(under) and not _holds_update(node):
        return "single"
    if tag == "article":
        if not _opens_with_heading(under, headline=headline, words=False):
            return None
        return "several" if _nested(node) else "single"
    if tag == "aside":
        return "several" if _opens_with_heading(under, headline=headline) else None
    if not names.card or not _opens_with_heading(under, headline=headline):
        return None
    heads = [line for line in under if line.node.tag in HEADINGS]
    listed = bool(heads) and RELATED_WORDS.fullmatch(heads[0].text) is not None
    return "several" if len(heads) > 1 or listed else "single"


def _nested(node: etree._Element) -> bool:
    """Whether an article element holds article elements of its own."""
    return next(node.iterdescendants("article"), None) is not None


def _timed(under: list[Line]) -> bool:
    """Whether one of the first lines carries a time element or tells a time."""
    return any(line.stamp or (len(line.text) < 60 and time_line(line.text)) for line in under[:4])


def _holds_update(node: etree._Element) -> bool:
    """Whether an element only wraps the entries of a live blog."""
    return any(named(child).update for child in node.iterdescendants("article", "div", "li"))


def _opens_with_heading(under: list[Line], *, headline: Line, words: bool = True) -> bool:
    """Whether one of the first three lines is a heading other than the page's headline.

    With `words` a line like "Related" counts as a heading too.
    """
    for line in under[:3]:
        if line.node.tag in HEADINGS or (words and RELATED_WORDS.fullmatch(line.text)):
            return alike(line.text, headline.text) < 0.8
        if len(line.text) > 160:
            return False
    return False


def _add_siblings(
    cards: Cards, *, above: set[etree._Element], by_root: dict[etree._Element, list[Line]]
) -> None:
    """Siblings of the main article's container that are built like it: infinite scroll."""
    headline = cards.headline
    for node in above:
        parent = node.getparent()
        if headline is None or parent is None or node.tag in ("html", "body"):
            continue
        for other in parent:
            if other in above or other.tag != node.tag or other.get("class") != node.get("class"):
                continue
            under = by_root.get(other, [])
            text = sum(len(line.text) for line in under if line.linked * 2 < len(line.text))
            if text < _LEAST_CARD or not _opens_with_heading(under, headline=headline):
                continue
            if _like_article(other, under=under, headline=headline):
                cards.single.append(other)


def _like_article(node: etree._Element, *, under: list[Line], headline: Line) -> bool:
    """Whether an element is more than a chapter: by its name, a heading as high as the page's, a
    heading that is a link, or a time of its own."""
    if node.tag == "article" or named(node).article:
        return True
    head = next((line for line in under if line.node.tag in HEADINGS), None)
    if head is None or head.node.tag <= headline.node.tag or head.linked * 2 > len(head.text):
        return True
    return _timed(under)


def _add_related(
    cards: Cards,
    lines: list[Line],
    *,
    above: set[etree._Element],
    by_root: dict[etree._Element, list[Line]],
) -> None:
    """What stands under a line like "Related": the rest of its container, or its next siblings."""
    for line in lines:
        if len(line.text) > 60 or not RELATED_WORDS.fullmatch(line.text):
            continue
        node = line.node
        while _alone(node, line=line, by_root=by_root) and node.getparent() not in above:
            node = node.getparent()
        if node in above:  # the words stand in an inline element among the main article's own
            mark = next((child for child in node if _says(child, line.text)), None)
            if mark is not None:
                cards.several.extend(_followers(mark, above=above, by_root=by_root))
            continue
        if not _alone(node, line=line, by_root=by_root) and by_root[node][0] is line:
            cards.several.append(node)
            continue
        mark = _narrowest(node, line=line, by_root=by_root)
        if mark is not None:
            cards.several.extend(_followers(mark, above=above, by_root=by_root))


def _narrowest(
    node: etree._Element, *, line: Line, by_root: dict[etree._Element, list[Line]]
) -> etree._Element | None:
    """The part of an element that holds one line and nothing else; None for bare text in it."""
    while node is not None and not _alone(node, line=line, by_root=by_root):
        node = next((child for child in node if line in by_root.get(child, ())), None)
    return node


def _says(node: etree._Element, text: str) -> bool:
    """Whether an element's whole text is this."""
    return isinstance(node.tag, str) and " ".join("".join(node.itertext()).split()) == text


def _alone(node: etree._Element, *, line: Line, by_root: dict[etree._Element, list[Line]]) -> bool:
    """Whether an element holds nothing but one line."""
    return node.getparent() is not None and by_root[node] == [line]


def _followers(
    node: etree._Element,
    *,
    above: set[etree._Element],
    by_root: dict[etree._Element, list[Line]],
) -> list[etree._Element]:
    """The next siblings that are lists, links or small articles, up to the first plain text and
    never the main article."""
    found = []
    for other in node.itersiblings():
        if other in above:
            break
        under = by_root.get(other, [])
        if not under:
            continue
        size = sum(len(line.text) for line in under)
        linked = sum(line.linked for line in under)
        headed = any(line.node.tag in HEADINGS for line in under[:3]) or _opens_story(under)
        if other.tag in ("p", "blockquote") and linked * 2 < size:
            break
        if not (headed or linked * 2 >= size):
            break
        found.append(other)
    return found


def _units(
    region: etree._Element, *, by_root: dict[etree._Element, list[Line]]
) -> Iterator[etree._Element]:
    """The articles of a region that has no headings: its repeated parts, or the whole of it."""
    under = [line for line in by_root.get(region, ()) if not RELATED_WORDS.fullmatch(line.text)]
    if any(line.node.tag in HEADINGS for line in under):
        return
    node = region
    while True:
        parts = [part for part in node if by_root.get(part)]
        told = [part for part in parts if _opens_story(by_root[part])]
        if len(told) > 1:
            yield from told
            return
        inner = [part for part in parts if len(by_root[part]) > 1]
        if len(inner) != 1 or _opens_story(by_root[node]):
            break
        node = inner[0]
    if _opens_story(by_root[node]):
        yield node


def _opens_story(under: list[Line]) -> bool:
    """Whether lines open with a headline, told by its link or its missing full stop, and go on."""
    if len(under) < 2 or RELATED_WORDS.fullmatch(under[0].text):
        return False
    first, rest = under[0], under[1]
    if rest.linked * 2 > len(rest.text):
        return False
    if not 3 <= first.text.count(" ") + 1 <= _MOST_TITLE or len(rest.text) < len(first.text) // 2:
        return False
    return first.linked * 5 >= len(first.text) * 4 or not first.text.endswith(_STOPS)


def _main_left(lines: list[Line], *, roots: list[etree._Element | None]) -> bool:
    """Whether enough running text is left outside the other articles, after the headline."""
    left = 0
    for root, line in zip(roots, lines, strict=True):
        if root is not None or len(line.text) < 60 or line.linked * 2 > len(line.text):
            continue
        left += len(line.text)
        if left >= _LEAST_MAIN:
            return True
    return False


def _number(
    lines: list[Line], *, roots: list[etree._Element | None], single: set[etree._Element]
) -> None:
    """Give each line of another article its number; a region is split at its headings."""
    headed = {
        root
        for root, line in zip(roots, lines, strict=True)
        if line.node.tag in HEADINGS and not RELATED_WORDS.fullmatch(line.text)
    }
    updates = {root for root in set(roots) if root is not None and _is_update(root)}
    comments: dict[etree._Element, bool] = {}
    numbers: dict[object, int] = {}
    section = 0
    for root, line in zip(roots, lines, strict=True):
        if root is None:
            continue
        key: object = root
        line.comment = nearest(line.node, known=comments, own=_of_comments)
        line.update = root in updates
        if root not in single:
            section += _opens_card(line, headed=root in headed)
            key = (root, section)
        line.card = numbers.setdefault(key, len(numbers))


def _is_update(node: etree._Element) -> bool:
    return named(node).update


def _of_comments(node: etree._Element) -> bool | None:
    """Whether an element is named for comments; None leaves it to those above it."""
    if node.tag != "body" and named(node).comment:
        return True
    return False if node.tag == "body" or node.getparent() is None else None


def _opens_card(line: Line, *, headed: bool) -> bool:
    """Whether a line heads the next card of a region: its heading, else a link on its own line."""
    if headed:
        return line.node.tag in HEADINGS and not RELATED_WORDS.fullmatch(line.text)
    return line.text.count(" ") >= 3 and line.linked * 5 >= len(line.text) * 4


def _roots(cards: Cards, lines: list[Line]) -> list[etree._Element | None]:
    """The innermost single card around each line, else the outermost region, None for neither."""
    several = set(cards.several)
    known: dict[etree._Element, etree._Element | None] = {node: node for node in cards.single}
    return [_root(line.node, several=several, known=known) for line in lines]


def _root(
    node: etree._Element,
    *,
    several: set[etree._Element],
    known: dict[etree._Element, etree._Element | None],
) -> etree._Element | None:
    """The same of one element; `known` carries what was found for others."""
    passed = []
    above: etree._Element | None = node
    while above is not None and above not in known:
        passed.append(above)
        above = above.getparent()
    root = known[above] if above is not None else None
    for one in reversed(passed):
        if root is None and one in several:
            root = one
        known[one] = root
    return root
