"""The language of an article: English by its small words, everything else by py3langid."""

import re
from collections.abc import Callable
from functools import lru_cache

from regesta.read.articles.words import word_set

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = dict.fromkeys((code for code in range(128) if not chr(code).isalpha()), " ")
# Small words that English shares with no other language of its script.
_ENGLISH = word_set(
    """
    the of and to that with by from have has were which their they this been would said after its
    could about into these those there who what when than
    """
)
_SAMPLE = 400  # characters looked at
_MANY = 24  # parts between spaces of which a fifth tell English without a closer look
_FEW = 12  # words below which plain Latin letters tell no language


def language_of(text: str, *, declared: str | None) -> str | None:
    """ISO 639-1 code of a text; the declared language only decides for texts too short to tell.

    A text in Latin letters that is too short and comes undeclared is None.
    """
    sample = text[:_SAMPLE]
    small_letters = sample.lower()
    plain = small_letters.isascii()
    if not plain:
        parts = small_letters.split()
        if len(parts) >= _MANY and _english(parts) >= 0.2 * len(parts):
            return "en"  # whatever marks stand between the words
    words = small_letters.translate(_MARKS).split() if plain else _WORD.findall(small_letters)
    if len(words) >= _FEW and _english(words) >= 0.1 * len(words):
        return "en"
    if len(words) < _FEW and (sample.isascii() or not words):
        return _short(declared)
    code, _ = _model()(text[:2000])
    return str(code)


def _english(words: list[str]) -> int:
    """How many of the words only English has."""
    return sum(map(_ENGLISH.__contains__, words))


def _short(declared: str | None) -> str | None:
    """ "en-GB" and "en_GB" are "en"; anything that is no code is None."""
    code = re.split(r"[-_]", declared.strip().lower())[0] if declared else ""
    return code if 2 <= len(code) <= 3 and code.isalpha() else None


@lru_cache(maxsize=1)
def _model() -> Callable[[str], tuple[str, float]]:
    """py3langid's classifier: its model is read once a process, and only when it is needed."""
    from py3langid import classify

    found: Callable[[str], tuple[str, float]] = classify
    return found
