"""Letters made alike, one for one, so that offsets stay: accents, curly quotes, dashes, spaces."""

import re
import unicodedata
from functools import cache

_ALIKE = {
    **dict.fromkeys("‘’‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\n\t", " "),
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
}


@cache
def _letters() -> dict[int, str]:
    """Accented Latin letters to their base letter."""
    table = {ord(char): alike for char, alike in _ALIKE.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and parts[0].isascii():
            table[code] = parts[0]
    return table


_ODD_ASCII = tuple(char for char in _ALIKE if char.isascii())


@cache
def _odd() -> re.Pattern[str]:
    """Whatever is not plain."""
    return re.compile("[" + re.escape("".join(map(chr, _letters()))) + "]")


def fold(text: str) -> str:
    """`text` of the same length with accents, quotes, dashes and spaces made plain."""
    if text.isascii() and not any(char in text for char in _ODD_ASCII):
        return text
    table = _letters()
    return _odd().sub(lambda match: table[ord(match.group())], text)
