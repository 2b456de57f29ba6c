"""Words with their offsets, and text folded for comparing with a way back to the original."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Signs that Python's \w leaves out although they stand inside words: accents, Hebrew and Arabic
# points, the vowel signs of Indic scripts (but not the danda, their full stop) and of Thai.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_SIGNS += "\u0e31-\u0e4e"
_WORD = re.compile(
    rf"[^\W_][^\W_{_SIGNS}]*(?:[{_SIGNS}]+[^\W_]*)*(?:['’\-‑][^\W_](?:[^\W_]|[{_SIGNS}])*)*"
)
_MARK = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]"
)
# Letters that Unicode does not take apart, typographic marks, and characters nobody sees.
_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼʹ`´′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    **{"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `offsets[i]` is where its character `i` came from, the last entry the end."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original (code points, end exclusive)."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        last = self.offsets[end - 1]
        following = bisect_left(self.offsets, last + 1, end - 1)
        return self.offsets[start], self.offsets[following]


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the words: letters and digits with inner hyphens and apostrophes."""
    return tuple(found.span() for found in _WORD.finditer(text))


def fold(text: str) -> Folded:
    """Text without case, accents and typographic marks: "Łódź’s" -> "lodz's"."""
    if text.isascii():
        return Folded(text.lower().replace("`", "'"), range(len(text) + 1))
    pieces: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        piece = _fold_one(char)
        pieces.append(piece)
        offsets.extend([at] * len(piece))
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


@lru_cache(maxsize=16_384)
def _fold_one(char: str) -> str:
    """One character, folded; "" for a mark on its own."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    bare = "".join(_PLAIN.get(one, one) for one in _MARK.sub("", apart))
    return unicodedata.normalize("NFC", bare)
