"""Words of a text as link compares them: lower case, plain endings, no function words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from regesta.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_INSIDE = frozenset(" -–—(")
_ENDS = frozenset('.!?…:”"\n')

_FUNCTION_WORDS = """
    a about according after again all also an and any are as at be been before being between both
    but by can could day did do does down during each first for from had has have he her here him
    his how i if in into is it its just last may me might month more most mr mrs ms must my new no
    nor not now of off on one only or other our out over own same said say says shall she should so
    some such than that the their them then there these they this those three time to told too two
    under up us very was we week were what when where which while who whom why will with would year
    years you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Function words, and the few words that nearly every news article has."""


def words(text: str) -> Iterator[str]:
    """The content words of `text` in order, normalised; repeated as often as they stand there."""
    for match in _WORD.finditer(text):
        word = _plain(match.group())
        if len(word) > 1 and word not in FUNCTION_WORDS:
            yield word


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell a person: "Mr. Orbán" and "Viktor Orban" share one."""
    return frozenset(word for word in words(name) if len(word) > 2)


def capitalised(text: str) -> Iterator[str]:
    """The content words that stand with a capital inside a sentence: most are parts of names."""
    for match in _WORD.finditer(text):
        start = match.start()
        before = text[max(0, start - 2) : start]
        if match.group()[0].isupper() and before[-1:] in _INSIDE and before[:1] not in _ENDS:
            yield from words(match.group())


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """One word without case, accents, possessive and plural; a wrong stem is the same in both."""
    word = fold(word).text.removesuffix("'s").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return intern(word)  # a hundred thousand articles hold the same few words
