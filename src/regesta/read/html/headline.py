"""The line of an HTML page that is its headline."""

import re
from functools import lru_cache

from regesta.read.html.blocks import Line

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w+")


def headline_of(lines: list[Line], *, title: str | None) -> Line | None:
    """The heading that says the page's title: h1 first, else the heading closest to the title."""
    heads = [line for line in lines if line.node.tag in HEADINGS]
    firsts = [line for line in heads if line.node.tag == "h1"]
    if title:
        if not heads:
            return next((line for line in lines if _holds(line.text, title=title)), None)
        if firsts and alike(firsts[0].text, title) >= 0.9:
            return firsts[0]
        best = max(heads, key=lambda line: alike(line.text, title), default=None)
        if best is not None and alike(best.text, title) >= 0.6:
            return best
        told = next((line for line in lines if _says_title(line, title=title)), None)
        return told or (firsts[0] if firsts else None)
    return firsts[0] if firsts else None


def alike(one: str, other: str) -> float:
    """Share of the words of the shorter text that the other has too, 0 for very short ones."""
    words, others = _words(one), _words(other)
    fewer = min(len(words), len(others))
    return len(words & others) / max(len(words), 3) if fewer > 1 else 0.0


@lru_cache(maxsize=16)  # the headline is compared with every card's in turn
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _holds(text: str, *, title: str) -> bool:
    """Whether a line says the title, or a longer headline over the same words."""
    words, wanted = _words(text), _words(title)
    return len(wanted) > 2 and len(words & wanted) >= 0.7 * len(wanted) and len(words) <= 20


def _says_title(line: Line, *, title: str) -> bool:
    """Whether a line that is no link says the title, on a page whose headings say others."""
    return line.linked * 2 <= len(line.text) and _holds(line.text, title=title)
