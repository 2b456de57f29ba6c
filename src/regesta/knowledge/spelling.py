"""Names as they sound: one key for the spellings that one name is written in.

Alphabets are carried over in many ways: Zelensky, Zelenskyy and Zelenskiy, Masoud and Masud,
Lukashenko and Lukashenka. The rules fold letters, not names, so a name nobody listed is folded too.
"""

import re
from functools import lru_cache

from regesta.knowledge.fold import fold

# In this order, on a lower-case name without accents; each folds one way of writing a sound.
_LETTERS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"[^a-z ]", ""),
        (r"sch|sz", "sh"),
        (r"tsch|tch|cz", "ch"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"ks", "x"),
        (r"ck|q|c(?=[aouklrt]|$)", "k"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"w", "v"),
        (r"y|j(?![aeiou])", "i"),
        (r"enka$", "enko"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"[aeiou]")


@lru_cache(maxsize=8192)
def sound(name: str) -> str:
    """What the spellings of a name or surname share: "zelenski"; short names stay apart."""
    heard = fold(name).casefold().replace("-", "")
    for pattern, put in _LETTERS:
        heard = pattern.sub(put, heard)
    return heard


@lru_cache(maxsize=8192)
def frame_of(name: str) -> str:
    """The consonants of a given name: Vladimir and Volodymyr, Alexander and Alyaksandr."""
    return _VOWELS.sub("", sound(name))


@lru_cache(maxsize=8192)
def sounds_alike(one: str, other: str) -> bool:
    """Whether two full names are one: surnames sound alike, given names share their consonants.

    Surnames of fewer than five letters must be written alike: "Li" is not "Lee". A given name of
    two parts is written with a hyphen or without: "Kim Jong-un", "Kim Jong Un".
    """
    ours, theirs = fold(one).casefold().split(), fold(other).casefold().split()
    if not ours or not theirs or min(len(ours), len(theirs)) < 2:
        return False
    if " ".join(ours).replace("-", " ") == " ".join(theirs).replace("-", " "):
        return True
    return same_surname(ours[-1], theirs[-1]) and frame_of(ours[0]) == frame_of(theirs[0])


def same_surname(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one; short ones must be written alike."""
    if min(len(one), len(other)) < 5:
        return fold(one).casefold() == fold(other).casefold()
    return sound(one) == sound(other)
