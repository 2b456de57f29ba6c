"""Where the lines of a text stand."""

import re
from collections.abc import Iterator

_RARE_BREAKS = "\r\v\f\u2028\u2029"
_ANY_LINE = re.compile(rf"[^\n{_RARE_BREAKS}]+")
_SPACES = " \t\u00a0\u200b\ufeff\u3000"
_QUOTED = 0.9  # of the lines of a text that is quoted as a whole open with the mark of that


def bare_lines(text: str) -> Iterator[tuple[int, str, int]]:
    """Where each line that is not blank begins, its words, and the blank lines before it."""
    before = _before_lines(text)
    if any(mark in text for mark in _RARE_BREAKS):
        yield from _rarely_broken(text, before=before)
        return
    at = gap = 0
    for raw in text.split("\n"):
        if raw[:1].isalpha() and raw[-1] == ".":
            yield at, raw, gap
            gap = 0
        elif bare := raw.lstrip(before).rstrip(_SPACES):
            yield at + raw.index(bare), bare, gap
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1


def _rarely_broken(text: str, *, before: str) -> Iterator[tuple[int, str, int]]:
    """The same where lines are broken in more than one way."""
    last = 0
    for match in _ANY_LINE.finditer(text):
        raw = match.group()
        bare = raw.lstrip(before).rstrip(_SPACES)
        if not bare:
            continue
        between = text[last : match.start()]
        gap = max(between.count("\n"), between.count("\r")) - (1 if last else 0)
        start = match.start() + raw.index(bare)
        yield start, bare, max(gap, 0)
        last = start + len(bare)


def _before_lines(text: str) -> str:
    """What stands before the words of a line: white space, and ">" where all lines are quoted."""
    quoted = text.startswith(">") and text.count("\n>") >= _QUOTED * text.count("\n")
    return f"{_SPACES}>" if quoted else _SPACES
