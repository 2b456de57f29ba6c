"""Overlapping spans as well-nested marks: split at boundaries, every code point kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

OPEN, CLOSE, WORDS = "open", "close", "words"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """One coloured span of a text: `kind` is its colour, `label` what hovering says.

    `anchor` is the id other parts of the screen link to; only the first fragment carries it.
    `of` are the numbers of the events whose slot it fills, in words: "1 3".
    """

    start: int
    end: int
    kind: str
    label: str = ""
    anchor: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One step of drawing: open a mark, close the last opened one, or print words."""

    what: str
    words: str = ""
    mark: Mark | None = None
    first: bool = False


def draw(text: str, *, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Token]:
    """The tokens for `text[start:end]`; the words of all tokens joined are exactly that slice.

    Marks are clipped to the slice; a mark that began before it is not `first` here.
    """
    inside = sorted(
        (m for m in set(marks) if m.start < m.end and m.start < end and m.end > start),
        key=lambda m: (m.start, -m.end, m.kind, m.label, m.anchor),
    )
    edges = sorted({start, end, *(p for m in inside for p in (m.start, m.end) if start < p < end)})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(start, mark.start), []).append(mark)
    stack: list[Mark] = []
    for here, there in pairwise(edges):
        yield from _turn(stack, here=here, opening=opening.get(here, ()))
        yield Token(what=WORDS, words=text[here:there])
    yield from (Token(what=CLOSE, mark=mark) for mark in reversed(stack))


def _turn(stack: list[Mark], *, here: int, opening: Sequence[Mark]) -> Iterator[Token]:
    """Close what ends at `here`, reopen what stood on top of it, then open what begins here."""
    depth = next((d for d, mark in enumerate(stack) if mark.end <= here), len(stack))
    running = [mark for mark in stack[depth:] if mark.end > here]
    yield from (Token(what=CLOSE, mark=mark) for mark in reversed(stack[depth:]))
    del stack[depth:]
    for mark in (*running, *opening):
        stack.append(mark)
        yield Token(what=OPEN, mark=mark, first=mark.start == here)
