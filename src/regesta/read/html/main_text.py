"""The main article's paragraphs: trafilatura's precision mode, mapped back to exact spans."""

import re
from collections.abc import Iterable

from lxml import etree
from trafilatura import bare_extraction

from regesta.model import Span

# What trafilatura and lxml raise on trees they were not made for; all of it is the page's fault.
PAGE_FAULTS = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    AssertionError,
    etree.LxmlError,
)
_LEAST_HEAD = 24  # letters of a paragraph's start and end that place it when words differ


def prune(tree: etree._Element, roots: Iterable[etree._Element]) -> None:
    """Take elements out of the tree, leaving the text behind them."""
    for root in roots:
        parent = root.getparent()
        if parent is None:
            continue
        if root.tail:
            before = root.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + root.tail
            else:
                parent.text = (parent.text or "") + root.tail
        parent.remove(root)


def main_paragraphs(tree: etree._Element) -> list[str]:
    """The main text's paragraphs, empty when trafilatura finds none.

    Raises one of PAGE_FAULTS on trees that trafilatura cannot walk.
    """
    found = bare_extraction(tree, favor_precision=True, include_comments=False)
    text = getattr(found, "text", None) or ""
    return [line for line in text.split("\n") if line.strip()]


def place(paragraphs: list[str], *, text: str, page: str) -> tuple[Span, ...]:
    """Each paragraph's span in the text, searched in order, blind to white space.

    A paragraph that differs inside is placed by its start and end; one found nowhere is left out.
    """
    squeezed = _Squeezed(text)
    spans: list[Span] = []
    cursor = 0
    for paragraph in paragraphs:
        found = squeezed.find(paragraph, cursor=cursor)
        if found is None:
            continue
        start, end = found
        cursor = end
        if spans and start < spans[-1].end:
            continue
        spans.append(Span(page=page, start=start, end=end))
    return tuple(spans)


class _Squeezed:
    """A text without its white space, with the way back to the offsets of the text itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[int] = []
        self.letters = ""

    def find(self, paragraph: str, *, cursor: int) -> tuple[int, int] | None:
        """Start and end in the text of a paragraph, sought from `cursor` on."""
        exact = self.text.find(paragraph, cursor)
        if exact >= 0:
            return exact, exact + len(paragraph)
        letters = "".join(paragraph.split())
        if not letters:
            return None
        if not self.places:
            self.places = [match.start() for match in re.finditer(r"\S", self.text)]
            self.letters = "".join(self.text.split())
        first = self._index(cursor)
        at = self.letters.find(letters, first)
        if at >= 0:
            return self.places[at], self.places[at + len(letters) - 1] + 1
        return self._by_ends(letters, first=first)

    def _by_ends(self, letters: str, *, first: int) -> tuple[int, int] | None:
        if len(letters) < 2 * _LEAST_HEAD:
            return None
        at = self.letters.find(letters[:_LEAST_HEAD], first)
        if at < 0:
            return None
        window = self.letters[at : at + len(letters) * 2]
        last = window.find(letters[-_LEAST_HEAD:])
        if last < 0:
            return None
        return self.places[at], self.places[at + last + _LEAST_HEAD - 1] + 1

    def _index(self, offset: int) -> int:
        """How many letters stand before an offset of the text."""
        low, high = 0, len(self.places)
        while low < high:
            middle = (low + high) // 2
            if self.places[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low
