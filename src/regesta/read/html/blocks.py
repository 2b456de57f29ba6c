"""The visible blocks of a parsed page, one a line, with the elements they came from."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from regesta.read.html.named import named

BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "video",
        "audio",
    ]
)
HIDDEN_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "datalist",
    ]
)
_NAMED_TAGS = frozenset(["header", "div", "section"])  # what may be the head of the site
REGION_TAGS = frozenset(["article", "aside", "nav", "header", "footer", "form", "figure", "main"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

Said = TypeVar("Said")
_STAMPS = ("datetime", "data-timestamp", "data-datetime")  # attributes of a time element


@dataclass(slots=True, eq=False)
class Line:
    """A block while the page is walked; `node` is the innermost block element around it."""

    text: str
    node: etree._Element
    linked: int
    stamp: str | None = None
    card: int = -1
    update: bool = False
    comment: bool = False


@dataclass(slots=True)
class _Walk:
    """The text gathered since the last block border."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    link_depth: int = 0
    stamp: str | None = None

    def add(self, text: str | None) -> None:
        if text:
            self.words.append(text)
            if self.link_depth:
                self.linked += len(text)

    def close(self, node: etree._Element) -> None:
        text = " ".join("".join(self.words).split())
        if text:
            linked = min(self.linked, len(text))
            self.lines.append(Line(text=text, node=node, linked=linked, stamp=self.stamp))
            self.stamp = None
        self.words.clear()
        self.linked = 0


def visible_lines(tree: etree._Element) -> list[Line]:
    """The page's visible text in order, one entry a block; nothing hidden by its own markup."""
    walk = _Walk()
    stack = [tree]
    hidden = None
    steps = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in steps:
        if event == "start":
            if _hidden(node):
                hidden = node
                steps.skip_subtree()
                continue
            _open(node, walk=walk, stack=stack)
        elif hidden is not None and node is hidden:  # its end: what is inside was skipped
            walk.add(node.tail)
        elif event == "end":
            _close(node, walk=walk, stack=stack)
        else:
            walk.add(node.tail)
    if walk.words:
        walk.close(stack[0])
    return walk.lines


def stamp_of(node: etree._Element) -> str | None:
    """The moment that a time element carries for programs, None where it has only its words."""
    return next((value for name in _STAMPS if (value := node.get(name))), None)


def _open(node: etree._Element, *, walk: _Walk, stack: list[etree._Element]) -> None:
    tag = node.tag
    if tag in BLOCK_TAGS:
        if walk.words:
            walk.close(stack[-1])
        stack.append(node)
    elif tag == "a":
        walk.link_depth += 1
    elif tag == "time":
        walk.stamp = stamp_of(node) or walk.stamp
    walk.add(node.text)


def _close(node: etree._Element, *, walk: _Walk, stack: list[etree._Element]) -> None:
    tag = node.tag
    if tag in BLOCK_TAGS:
        if walk.words:
            walk.close(node)
        if stack[-1] is node and len(stack) > 1:
            stack.pop()
    elif tag == "a" and walk.link_depth:
        walk.link_depth -= 1
    walk.add(node.tail)


def _hidden(node: etree._Element) -> bool:
    """Whether an element's own markup keeps it off the screen."""
    if node.tag in HIDDEN_TAGS:
        return True
    attributes = node.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def region_of(node: etree._Element, *, known: dict[etree._Element, str]) -> str:
    """The nearest enclosing element that says what part of the page this is, "" if none does.

    `known` carries what was found for other nodes of the page.
    """
    return nearest(node, known=known, own=_own_region)


def _own_region(node: etree._Element) -> str | None:
    if node.tag in _NAMED_TAGS and is_masthead(node):
        return "masthead"
    if node.tag in REGION_TAGS:
        return str(node.tag)
    return None if node.getparent() is not None else ""


def nearest(
    node: etree._Element,
    *,
    known: dict[etree._Element, Said],
    own: Callable[[etree._Element], Said | None],
) -> Said:
    """What the nearest element at or above another says by itself; the page's root always says
    something.

    `known` carries what was found for other nodes of the page.
    """
    passed = [node]
    while passed[-1] not in known:
        said = own(passed[-1])
        if said is None:
            passed.append(passed[-1].getparent())
        else:
            known[passed[-1]] = said
    found = known[passed[-1]]
    for one in passed:
        known[one] = found
    return found


def is_masthead(node: etree._Element) -> bool:
    """Whether an element is the head of the site, where the day of reading may stand: by its name
    or its tag, with no headline in it and no article around it."""
    if node.tag not in _NAMED_TAGS or not (node.tag == "header" or named(node).masthead):
        return False
    inside = next(node.iterancestors("article", "main"), None) is not None
    return not inside and next(node.iter("h1", "h2"), None) is None
