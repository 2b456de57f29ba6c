"""Prose that was broken at a width of its own, joined to paragraphs again.

Such prose shows itself: hardly a line is longer than the width, and most full lines go on in small
letters. A line is full when the first word of the next one would not have fitted behind it.
"""

from itertools import accumulate, pairwise

from regesta.read.articles.lines import Line, make_line

_LEAST_WIDTH, _MOST_WIDTH = 45, 110  # characters at which prose is broken
_MOST_LONGER = 0.1  # of the lines (headlines) may have more
_LEAST_FULL = 8  # full lines that make a habit


def unwrap(lines: list[Line], *, text: str) -> list[Line]:
    """The lines of a page, those of broken paragraphs joined."""
    width = _width(lines)
    if width is None:
        return lines
    full = [(line, after) for line, after in pairwise(lines) if _is_full(line, after, width=width)]
    going_on = sum(after.text[:1].islower() for line, after in full if not line.ends)
    if len(full) < _LEAST_FULL or going_on * 2 < len(full):
        return lines
    first = 0
    found: list[Line] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is not None and _joins(line, after, lines[place + 2 : place + 3], width=width):
            continue
        if first == place:
            found.append(line)
        else:
            joined = make_line(text, start=lines[first].start, end=line.end)
            joined.gap = lines[first].gap
            found.append(joined)
        first = place + 1
    return found


def _width(lines: list[Line]) -> int | None:
    """The width at which most lines are full, None where lines are longer than any width."""
    longer = sum(line.end - line.start > _MOST_WIDTH for line in lines)
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


def _first_word(line: Line) -> int:
    """Characters of a line's first word."""
    return len(next(iter(line.text.split(None, 1)), ""))


def _is_full(line: Line, after: Line, *, width: int) -> bool:
    """Whether the next line's first word would not have fitted behind a line."""
    if after.gap or line.label or after.label or len(line.text) > width:
        return False
    return len(line.text) + 1 + _first_word(after) > width


def _joins(before: Line, line: Line, ahead: list[Line], *, width: int) -> bool:
    """Whether a line goes on with the one before; an unfinished lone line behind a full stop is
    a headline, a time is a line of its own."""
    if not _is_full(before, line, width=width) or (line.time is not None and line.time.alone):
        return False
    return not before.ends or line.ends or any(_is_full(line, a, width=width) for a in ahead)
