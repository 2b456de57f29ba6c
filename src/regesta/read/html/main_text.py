"""The main article's lines: trafilatura's precision mode, laid over the page's own lines.

Both sides are compared by their letters only. Long lines that stand in the extracted text hold
the order (the heaviest chain of them); shorter ones are taken where they fit between two of those.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

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
_LONG = 30  # letters that make a line more than chance wherever it is found
_SHORT = 8  # letters that place a line between two long ones
_ENDS = 24  # letters of a line's start or end that place it when some words inside differ
_MOST_CHAIN = 1_500  # long lines among which the heaviest chain is sought
_NO_LETTER = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]+")


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


def main_words(tree: etree._Element) -> str:
    """The words of the main text as they stand in the page, "" when trafilatura finds none.

    Raises one of PAGE_FAULTS on trees that trafilatura cannot walk.
    """
    found = bare_extraction(tree, options=_precision())
    body = getattr(found, "body", None)
    return "" if body is None else " ".join(body.itertext())


@lru_cache(maxsize=1)  # working the options out again takes longer than reading a short page
def _precision() -> Extractor:
    return Extractor(precision=True, comments=False)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line that stands in the extracted letters: its place among the lines and among them."""

    line: int
    start: int
    end: int


def place(extracted: str, *, lines: Sequence[str]) -> list[int]:
    """Numbers of the lines that an extracted text is made of, in order.

    `lines` are the page's candidates in page order, "" for lines that cannot be meant.
    """
    letters = _letters(extracted)
    keys = [_letters(line) for line in lines]
    chain = _chain(keys, letters=letters)
    taken = [placed.line for placed in chain]
    borders = [_Placed(-1, 0, 0), *chain, _Placed(len(keys), len(letters), len(letters))]
    for before, after in pairwise(borders):
        taken.extend(_between(keys, letters=letters, before=before, after=after))
    return sorted(taken)


def _letters(text: str) -> str:
    bare = "".join(text.split())
    return bare if bare.isascii() else _NO_LETTER.sub("", bare)


def _chain(keys: list[str], *, letters: str) -> list[_Placed]:
    """The heaviest chain of long lines that follow one another on both sides."""
    found: list[_Placed] = []
    for number, key in enumerate(keys):
        start = letters.find(key) if len(key) >= _LONG else -1
        while start >= 0 and len(found) < _MOST_CHAIN:
            found.append(_Placed(number, start, start + len(key)))
            start = letters.find(key, start + len(key))
    weights: list[int] = []
    heaviest: list[int] = []  # of the weights up to each
    previous: list[int] = []
    for place_, one in enumerate(found):
        best, back = 0, -1
        for other in range(place_ - 1, -1, -1):
            if heaviest[other] <= best:
                break
            fits = found[other].line < one.line and found[other].end <= one.start
            if fits and weights[other] > best:
                best, back = weights[other], other
        weights.append(best + one.end - one.start)
        heaviest.append(max(weights[-1], heaviest[-1] if heaviest else 0))
        previous.append(back)
    chain = []
    at = max(range(len(found)), key=weights.__getitem__, default=-1)
    while at >= 0:
        chain.append(found[at])
        at = previous[at]
    return chain[::-1]


def _between(keys: list[str], *, letters: str, before: _Placed, after: _Placed) -> Iterable[int]:
    """The shorter lines, and those with words of their own, that fit between two long ones."""
    at = before.end
    for number in range(before.line + 1, after.line):
        key = keys[number]
        if not key or at >= after.start:
            continue
        start = at if letters.startswith(key, at, after.start) else -1
        if start < 0 and len(key) >= _SHORT:
            start = letters.find(key, at, after.start)
        if start >= 0:
            at = start + len(key)
            yield number
        elif len(key) >= 2 * _ENDS:
            first = letters.find(key[:_ENDS], at, after.start)
            last = letters.find(key[-_ENDS:], max(at, first), after.start)
            if first >= 0 or last >= 0:
                at = max(first, last) + _ENDS
                yield number
