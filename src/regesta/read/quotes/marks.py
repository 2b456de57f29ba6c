"""Quotation marks: where direct speech begins and ends in a running text."""

import re
from collections.abc import Iterable, Iterator

MIN_WORDS = 3  # the codebook: fewer are scare quotes or titles
MAX_LENGTH = 1_500  # code points; an unclosed mark must not swallow an article

_OPENERS = {"“": '”"', "„": "“”", "«": "»", '"': '"', "‘": "’'", "'": "'’"}
# An apostrophe is put as letters: it neither opens nor closes.
_BROKEN = (("\xe2\x80\x9c", "  “"), ("\xe2\x80\x9d", "”  "), ("\xe2\x80\x99", "xxx"))
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_OPEN = re.compile(r"[“„«\"‘']")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def _opens(text: str, at: int) -> bool:
    """Whether a straight or single mark can open: nothing wordlike before, a word after."""
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    if text[at] in "“„«":
        return True
    return not (before.isalnum() or before in ".,") and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    """Whether a mark can close: a word or stop before, no word after (an apostrophe is none)."""
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    if text[at] in "'’" and (after.isalnum() or (before == "s" and _plural(text, at))):
        return False
    return not before.isspace()


def _plural(text: str, at: int) -> bool:
    """ "the ministers' talks": an apostrophe between two words of which the first ends in s."""
    return bool(re.match(r"['’] [a-z]", text[at : at + 3])) and text[at - 2].isalpha()


def quoted(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the words between quotation marks in text[start:end], marks not included."""
    text = _mended(text)
    at = start
    openers = _openers_by_turn(text, start=start, end=end)
    while True:
        match = _OPEN.search(text, at, end)
        if match is None:
            return
        opened = match.start()
        at = opened + 1
        if opened not in openers and not (text[opened] != '"' and _opens(text, opened)):
            continue
        reopened = openers - {opened} if text[opened] == '"' else frozenset[int]()
        last = min(end, opened + MAX_LENGTH)
        closed = _closing(text, opened=opened, end=last, reopened=reopened)
        if closed is None:
            continue
        if len(_WORD.findall(text, opened + 1, closed)) >= MIN_WORDS:
            yield opened + 1, closed
        at = closed + 1


def quoted_in(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same over the parts of a body; parts with only space between them are one text."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in joined:
        yield from quoted(text, start=start, end=end)


def _mended(text: str) -> str:
    """The text with marks that were read in the wrong encoding put right, at the same offsets."""
    if "\xe2\x80" not in text:
        return text
    for broken, mark in _BROKEN:
        text = text.replace(broken, mark)
    return text


def _openers_by_turn(text: str, *, start: int, end: int) -> frozenset[int]:
    """Straight double marks that open: those that look like it (a word after, none before).

    Where too few of an even number of marks look like it, as when a dump sets them apart by
    spaces, every other one opens.
    """
    found: set[int] = set()
    for paragraph in _PARAGRAPH.finditer(text[start:end]):
        marks = [start + paragraph.start() + m.start() for m in re.finditer('"', paragraph.group())]
        looking = [m for m in marks if _opens(text, m)]
        settled = 2 * len(looking) >= len(marks) or len(marks) % 2
        found.update(looking if settled else marks[::2])
    return frozenset(found)


def _closing(text: str, *, opened: int, end: int, reopened: frozenset[int]) -> int | None:
    """The mark that closes what `opened` opens; None when a paragraph ends first.

    Some put a mark before each sentence of a speech, and close it only at its end.
    """
    closers = _OPENERS[text[opened]]
    for at in range(opened + 1, end):
        if at in reopened:
            continue
        if text[at] == "\n" and text[at - 1 : at + 2].count("\n") > 1:
            return None
        if text[at] in closers and (text[at] == '"' or _closes(text, at)):
            return at
    return None
