"""Numbers in words, and the words before a number that say how far it holds."""

import re

SMALL_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

_NOT_HANDED = r"(?<!handed )(?<!turned )(?<!taken )(?<!took )(?<!signed )(?<!gave )(?<!given )"
"""Who hands over 21 people hands over no more than 21."""

_BOUNDS = (
    (
        "at least",
        re.compile(rf"\b(?:at least|more than|{_NOT_HANDED}over|no fewer than|upwards? of)\s*\W?$"),
    ),
    ("at most", re.compile(r"\b(?:up to|at most|fewer than|less than|no more than)\s*\W?$")),
    ("about", re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately)\s*\W?$")),
)


def bound(before: str) -> str:
    """ "at least", "at most", "about" or "": how the words that end before a number hedge it."""
    lower = before.lower()
    return next((name for name, pattern in _BOUNDS if pattern.search(lower)), "")
