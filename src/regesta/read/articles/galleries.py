"""Captions of a gallery in plain text: "Photos: Ferry sinks The crew is safe. Hide Caption 3 of 8".

What opens several lines in the same words, a colon among them, before each goes on with a capital
of its own, is the gallery's name; the words about its pictures are text.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from regesta.read.articles.evidence import FURNITURE
from regesta.read.articles.lines import Line, make_line

_OPENING = re.compile(r"[A-Z][\w ]{2,20}:\s")
_COUNT = re.compile(r"(?<=[.!?\"”’)])\s(?:(?:Hide|Show|Toggle) [Cc]aption\s)\d{1,3} of \d{1,3}$")
_MOST_OPENING = 24  # characters up to the colon
_LEAST = 3  # lines of a gallery
_LEAST_NAME = 3  # words of its name, with what stands before the colon


def part_galleries(lines: list[Line], *, text: str) -> list[Line]:
    """The lines, those of galleries taken apart in place."""
    names = dict(_names(lines))
    if not names:
        return lines
    found: list[Line] = []
    for line in lines:
        size = names.get(id(line), 0)
        found.extend(_parts(line, size=size, text=text) if size else [line])
    return found


def _names(lines: list[Line]) -> Iterable[tuple[int, int]]:
    """How many characters the name of a gallery takes, for each line that opens with one."""
    alike: dict[str, list[Line]] = {}
    for line in lines:
        if ":" not in line.text[:_MOST_OPENING] or line.block is not None or line.label:
            continue
        match = _OPENING.match(line.text)
        if match is not None:
            alike.setdefault(match.group(), []).append(line)
    for found in alike.values():
        size = _shared([line.text for line in found]) if len(found) >= _LEAST else 0
        for line in found if size else ():
            yield id(line), size


def _shared(texts: list[str]) -> int:
    """The characters of the words that all texts open with, 0 where one goes on in small letters
    or where they are few."""
    columns = zip(*(text.split(" ") for text in texts), strict=False)
    same = [column[0] for column in takewhile(lambda column: len({*column}) == 1, columns)]
    size = sum(len(word) + 1 for word in same)
    own = [text[size : size + 1] for text in texts]
    if len(same) < _LEAST_NAME or not all(own) or any(map(str.islower, own)):
        return 0
    return size


def _parts(line: Line, *, size: int, text: str) -> list[Line]:
    """The gallery's name, the words about the picture, and its place in the gallery."""
    count = _COUNT.search(line.text, size)
    stop = count.start() if count is not None else len(line.text)
    borders = [
        (0, size - 1, "gallery-name"),
        (size, stop, ""),
        (stop + 1, len(line.text), "gallery-count"),
    ]
    parts = []
    for first, last, rule in borders:
        if first >= last:
            continue
        part = make_line(text, start=line.start + first, end=line.start + last)
        part.glued = True
        if rule:
            part.label, part.rule = FURNITURE, rule
        parts.append(part)
    parts[0].gap = line.gap
    return parts
