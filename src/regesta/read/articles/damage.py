"""Damage that the words show: glued sentences, doubled escapes, broken encodings."""

import re
from collections.abc import Iterator

from regesta.model import Span, Trouble
from regesta.read.dates.rule import MONTH

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
    (
        # Words lost where two paragraphs met: what is left breaks the grammar of any sentence.
        "damaged-joint",
        re.compile(
            r"\b(?:the|an?)\s(?:in|of|on|at|to|for|and|was|is|were|has|had|will|by|from)\b(?!-)"
            r"|\b(?!Here|There|What|Who|That|It|He|She|Let|Where|How|When)[A-Z]\w{3,}['’]s\s(?:the|an?)"
            r"\s[a-z]+\s(?:of|in)\b"
            r"|,[\"”'’]\s(?:[A-Z][\w.]*\s){2,5}(?:the|an?)\s[a-z]"
            rf"|\bon\s{MONTH}\s(?!and|or|to|in|at|by|with|as)[a-z]{{3,}}\s[a-z]"
            r"|\d\sper\s[A-Z]\w+\s(?:[A-Z]\w+\s)?(?:has|have|is|was|will|said)\b"
        ),
        "Words are missing here: two paragraphs run into one another.",
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
