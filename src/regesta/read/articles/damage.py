"""Damage that the words show: glued sentences, doubled escapes, broken encodings."""

import re
from collections.abc import Iterator

from regesta.model import Span, Trouble

_MOST = 5  # places told a page for each kind of damage

# Name, what it looks like, what to say of it.
KINDS: tuple[tuple[str, "re.Pattern[str]", str], ...] = (
    (
        "glued-sentences",
        re.compile(r"[a-z]{2}[.!?][\"'”’]?(?=[A-Z][a-z]+\s)|[A-Za-z]\.[\"“](?=[A-Z][a-z])"),
        "A space is missing between two sentences.",
    ),
    (
        "double-escape",
        re.compile(r"&amp;(?:amp|quot|lt|gt|#\d+|\w{2,8});|&(?:amp|quot|nbsp|lt|gt|#39|rsquo);"),
        "An escaped character was escaped again or never undone.",
    ),
    (
        "mojibake",
        re.compile(r"â€[œ™“”˜¦]|Ã[©¨¼¶¤±]|Â[ «»°£]|ï»¿|Ð[°-¿]Ñ"),
        "Letters were read in the wrong encoding.",
    ),
    ("lost-letters", re.compile("\ufffd"), "Letters were lost in decoding."),
)


def find_damage(text: str, *, page: str) -> Iterator[Trouble]:
    """One Trouble a damaged place, at most a few of each kind."""
    for code, pattern, message in KINDS:
        for count, match in enumerate(pattern.finditer(text)):
            if count == _MOST:
                break
            span = Span(page=page, start=match.start(), end=match.end())
            yield Trouble(step="articles", code=code, message=message, page=page, span=span)
