"""Siblings built alike that each open with a headline of their own: slides, streams, and whole
articles that scrolling brings. Chapters of one article are none: their headings lead nowhere."""

import re
from collections.abc import Iterator

from lxml import etree

from regesta.read.html.blocks import Line
from regesta.read.html.headline import HEADINGS, alike

_UNITS = frozenset(("div", "section", "li", "article"))
_AROUND = ("body", "main", "article", "div", "section", "ul", "ol")
_LEAST = 2  # siblings that make a repetition
_LEAST_SPACES = 4  # in a headline that is a link: names of goods are shorter
_LEAST_TEXT = 60  # characters below it
_LINKED = 0.6  # of the headline; its time may stand on the same line
_OWN = re.compile(r"data-(?:article|story|post|news)(?:-?(?:id|url|href|slug|title))?")


def repeated(
    tree: etree._Element,
    *,
    above: set[etree._Element],
    by_root: dict[etree._Element, list[Line]],
    headline: Line,
    known: set[etree._Element],
) -> Iterator[etree._Element]:
    """The elements of other articles; none of `above`, which hold the main headline, and none that
    is `known` for another article already, or stands in one."""
    taken = set(known)
    for parent in tree.iter(*_AROUND):
        if len(parent) < _LEAST or parent not in by_root:
            continue
        if parent in taken or not taken.isdisjoint(parent.iterancestors()):
            continue
        for group in _groups(parent, above=above, by_root=by_root).values():
            if len(group) < _LEAST or taken.issuperset(group):
                continue
            told = [one for one in group if _is_told(one, by_root[one], headline=headline)]
            if len(told) >= _LEAST and len(told) * 2 > len(group):
                yield from (one for one in told if one not in known)
                taken.update(told)


def _groups(
    parent: etree._Element,
    *,
    above: set[etree._Element],
    by_root: dict[etree._Element, list[Line]],
) -> dict[tuple[str, str | None], list[etree._Element]]:
    """The children of an element that are built alike, by tag and class."""
    found: dict[tuple[str, str | None], list[etree._Element]] = {}
    for child in parent:
        if child.tag in _UNITS and child not in above and len(by_root.get(child, ())) > 1:
            found.setdefault((child.tag, child.get("class")), []).append(child)
    return found


def _is_told(node: etree._Element, under: list[Line], *, headline: Line) -> bool:
    """Whether an element opens with another headline that is a link, or that the markup says to
    be an article's, and goes on with text."""
    first = under[0]
    linked = first.linked >= _LINKED * len(first.text) and first.text.count(" ") >= _LEAST_SPACES
    owned = first.node.tag in HEADINGS and any(map(_OWN.fullmatch, node.attrib))
    if not (linked or owned):
        return False
    if sum(len(line.text) for line in under[1:] if line.linked * 2 < len(line.text)) < _LEAST_TEXT:
        return False
    return alike(first.text, headline.text) < 0.8
