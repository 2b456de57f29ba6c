"""The language of an article: English by its small words, everything else by py3langid."""

import re
from collections.abc import Callable
from functools import lru_cache

from regesta.read.articles.words import word_set

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = word_set(
    """
    the of and to in a is that for on with as was by it at from has have be are his its an
    this  were which their but not he they said will who had been after would
    """
)
_SAMPLE = 600  # characters looked at
_HEADLINE = 25  # words below which plain letters and one small word are enough for English
_FEW = 40  # letters below which no language can be told


def language_of(text: str, *, declared: str | None) -> str | None:
    """ISO 639-1 code of a text; the declared language only decides for texts too short to tell."""
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _FEW:
        return _short(declared) or ("en" if _WORD.search(sample) else None)
    words = [word.lower() for word in _WORD.findall(sample)]
    small = sum(word in _ENGLISH for word in words)
    if small >= 0.2 * len(words) or (len(words) < _HEADLINE and small and sample.isascii()):
        return "en"
    code, _ = _model()(text[:2000])
    return str(code)


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
