"""Prose that was broken at a width of its own, joined to paragraphs again.

Such prose shows itself: hardly a line is longer than the width, and most full lines go on in small
letters. A line is full when the first word of the next one would not have fitted behind it.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from regesta.read.articles.bare import Bare, is_ended
from regesta.read.dates.timeline import time_line

_LEAST_WIDTH, _MOST_WIDTH = 45, 110  # characters at which prose is broken
_MOST_LONGER = 0.1  # of the lines (headlines) may have more
_LEAST_FULL = 8  # full lines that make a habit


def unwrap(lines: Sequence[Bare], *, text: str) -> Sequence[Bare]:
    """The lines of a page, those of broken paragraphs joined."""
    width = _width(lines)
    if width is None:
        return lines
    full = [(line, after) for line, after in pairwise(lines) if _is_full(line, after, width=width)]
    going_on = sum(after.text[:1].islower() for line, after in full if not is_ended(line.text))
    if len(full) < _LEAST_FULL or going_on * 2 < len(full):
        return lines
    first = 0
    found: list[Bare] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is not None and _joins(line, after, lines[place + 2 : place + 3], width=width):
            continue
        head = lines[first]
        found.append(
            line if first == place else Bare(head.start, text[head.start : line.end], head.gap)
        )
        first = place + 1
    return found


def _width(lines: Sequence[Bare]) -> int | None:
    """The width at which most lines are full, None where lines are longer than any width."""
    longer = sum(len(line.text) > _MOST_WIDTH for line in lines)
    if longer > _MOST_LONGER * len(lines):
        return None
    changes = [0] * (_MOST_WIDTH + 2)  # how many more lines are full at a width than at the last
    for line, after in pairwise(lines):
        size = len(line.text)
        if after.gap == 0 and size <= _MOST_WIDTH:
            changes[size] += 1
            changes[min(size + _first_word(after), _MOST_WIDTH) + 1] -= 1
    full = list(accumulate(changes[: _MOST_WIDTH + 1]))
    return max(range(_LEAST_WIDTH, _MOST_WIDTH + 1), key=full.__getitem__)


def _first_word(line: Bare) -> int:
    """Characters of a line's first word."""
    return len(next(iter(line.text.split(None, 1)), ""))


def _is_full(line: Bare, after: Bare, *, width: int) -> bool:
    """Whether the next line's first word would not have fitted behind a line."""
    if after.gap or line.ruled or after.ruled or len(line.text) > width:
        return False
    return len(line.text) + 1 + _first_word(after) > width


def _joins(before: Bare, line: Bare, ahead: Sequence[Bare], *, width: int) -> bool:
    """Whether a line goes on with the one before; an unfinished lone line behind a full stop is
    a headline, a time is a line of its own."""
    if not _is_full(before, line, width=width) or _is_time(line):
        return False
    if not is_ended(before.text) or is_ended(line.text):
        return True
    return any(_is_full(line, other, width=width) for other in ahead)


def _is_time(line: Bare) -> bool:
    found = time_line(line.text)
    return found is not None and found.alone
