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
    longer = sum(len(line.text) > _MOST_WIDTH for line in lines)
    if longer > _MOST_LONGER * len(lines):
        return lines
    full = _full(lines)
    going_on = [
        after.text[:1].islower()
        for (line, after), broken in zip(pairwise(lines), full, strict=False)
        if broken and not is_ended(line.text)
    ]
    if sum(full) < _LEAST_FULL or sum(going_on) * 2 < sum(full):
        return lines
    first = 0
    found: list[Bare] = []
    for place, line in enumerate(lines):
        if full[place] and _joins(line, lines[place + 1], ahead=full[place + 1]):
            continue
        head = lines[first]
        whole = Bare(head.start, text[head.start : line.end], head.gap)
        found.append(line if first == place else whole)
        first = place + 1
    return found


def _full(lines: Sequence[Bare]) -> list[bool]:
    """For each line whether the next one's first word would not have fitted behind it, at the width
    at which most lines are full."""
    changes = [0] * (_MOST_WIDTH + 2)  # how many more lines are full at a width than at the last
    sizes = [len(line.text) for line in lines]
    wanted = []  # the width that would have taken in the next line's first word
    for size, after in zip(sizes, lines[1:], strict=False):
        word = next(iter(after.text.split(None, 1)), "")  # none in rare white space
        wanted.append(size + 1 + len(word))
        if after.gap == 0 and size <= _MOST_WIDTH:
            changes[size] += 1
            changes[min(wanted[-1], _MOST_WIDTH + 1)] -= 1
    counts = list(accumulate(changes[: _MOST_WIDTH + 1]))
    width = max(range(_LEAST_WIDTH, _MOST_WIDTH + 1), key=counts.__getitem__)
    full = [
        size <= width < need and not (after.gap or line.ruled or after.ruled)
        for size, need, (line, after) in zip(sizes, wanted, pairwise(lines), strict=False)
    ]
    return [*full, False]


def _joins(before: Bare, line: Bare, *, ahead: bool) -> bool:
    """Whether a line goes on with the full one before it; an unfinished lone line (`ahead`: it is
    full itself) behind a full stop is a headline, a time is a line of its own."""
    found = time_line(line.text)
    if found is not None and found.alone:
        return False
    return not is_ended(before.text) or is_ended(line.text) or ahead
