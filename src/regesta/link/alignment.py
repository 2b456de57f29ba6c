"""Where two texts have the same words: exact spans on both sides, found when somebody asks.

Linking keeps fingerprints only; this takes the two texts themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.link.keys import PASSAGE_WORDS
from regesta.text import fold, shingles
from regesta.text.words import words


@dataclass(frozen=True, slots=True)
class Shared:
    """The same words in both texts: code points, ends exclusive."""

    left: tuple[int, int]
    right: tuple[int, int]


def align(left: str, right: str) -> tuple[Shared, ...]:
    """The longest runs of at least PASSAGE_WORDS words that both texts have, in order of the left.

    Case, accents, punctuation and white space do not count. A run that stands several times in
    the right text is taken where it goes on longest; no word of the left is used twice.
    """
    spans = words(left), words(right)
    folded = tuple(
        [fold(text[start:end]).text for start, end in found]
        for text, found in zip((left, right), spans, strict=True)
    )
    index: dict[int, list[int]] = {}
    for place, run in enumerate(shingles(right, size=PASSAGE_WORDS)):
        index.setdefault(run.hash, []).append(place)
    found, after = [], 0
    for place, run in enumerate(shingles(left, size=PASSAGE_WORDS)):
        if place < after or run.hash not in index:
            continue
        length, at = max(
            (_length(folded[0], place, folded[1], other), -other) for other in index[run.hash]
        )
        if length >= PASSAGE_WORDS:
            after = place + length
            found.append(
                Shared(_ends(spans[0], place, length), _ends(spans[1], -at, length)),
            )
    return tuple(found)


def _length(left: Sequence[str], i: int, right: Sequence[str], j: int) -> int:
    """How many words are the same from here on."""
    same = 0
    while i + same < len(left) and j + same < len(right) and left[i + same] == right[j + same]:
        same += 1
    return same


def _ends(spans: Sequence[tuple[int, int]], place: int, length: int) -> tuple[int, int]:
    return spans[place][0], spans[place + length - 1][1]
