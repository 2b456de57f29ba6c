"""Fingerprints of passages: hashed word runs with their place, thinned by winnowing.

Winnowing: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting"
(2003). Two texts that share `size + window - 1` words in a row share at least one fingerprint.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from regesta.text.words import fold, words

_BASE = 0x9E3779B97F4A7C15  # odd: 2**64 divided by the golden ratio
_MASK = (1 << 64) - 1


class Shingle(NamedTuple):
    """A run of words: its hash (63 bits: fits a signed column) and its place in the text."""

    hash: int
    start: int
    end: int


def shingles(text: str, *, size: int = 6) -> tuple[Shingle, ...]:
    """Every run of `size` words; case, accents, punctuation and white space do not count.

    A text of fewer words has none. The hashes are the same on every machine.
    """
    spans = words(text)
    hashes = [_word_hash(text[start:end]) for start, end in spans]
    return tuple(
        Shingle(value, spans[first][0], spans[first + size - 1][1])
        for first, value in enumerate(_runs(hashes, size=size))
    )


def winnow(every: Sequence[Shingle], *, window: int = 4) -> tuple[Shingle, ...]:
    """The smallest of each `window` neighbours, the rightmost of equals; a short list gives one."""
    kept: list[Shingle] = []
    queue: deque[tuple[int, Shingle]] = deque()
    for place, one in enumerate(every):
        while queue and queue[-1][1].hash >= one.hash:
            queue.pop()
        queue.append((place, one))
        if queue[0][0] <= place - window:
            queue.popleft()
        full = place >= window - 1 or place == len(every) - 1
        if full and (not kept or kept[-1] is not queue[0][1]):
            kept.append(queue[0][1])
    return tuple(kept)


def _runs(hashes: Sequence[int], *, size: int) -> Iterator[int]:
    """A rolling polynomial over the words, mixed so that high bits depend on all of them."""
    top = pow(_BASE, size, _MASK + 1)
    value = 0
    for place, one in enumerate(hashes):
        value = (value * _BASE + one) & _MASK
        if place >= size:
            value = (value - hashes[place - size] * top) & _MASK
        if place >= size - 1:
            yield _mixed(value)


def _mixed(value: int) -> int:
    value = ((value ^ (value >> 31)) * 0xBF58476D1CE4E5B9) & _MASK
    return (value ^ (value >> 29)) >> 1


@lru_cache(maxsize=65_536)
def _word_hash(word: str) -> int:
    folded = fold(word).text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(folded, digest_size=8).digest(), "big")
