"""Text that was decoded wrongly before it reached us ("Ã©" for "é"): found, never repaired.

The damage is the page's own; a repair would move every offset and might be a wrong guess.
"""

import re

# Windows-1252's readings of the bytes 80-BF that continue a UTF-8 sequence, and their raw code
# points as ISO 8859-1 leaves them. Typographic marks are apart: they also follow plain letters.
_QUOTES = "‘’“”…–—"
_REST = "\x80-\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ"
_TAIL = f"[{_REST}{_QUOTES}]"
_MOJIBAKE = re.compile(
    rf"â(?:€|\x80){_TAIL}"  # quotation marks, dashes, ellipsis
    r"|â[‚\x82]¬"  # the euro sign
    rf"|[ÃÄÅ][{_REST}]|Ã[{_QUOTES}](?=[a-z])"  # Latin letters with accents
    r"|Â[\xa0-\xbf]"  # no-break space, guillemets, degree sign
    rf"|(?:[ÐÑÎÏ]{_TAIL}){{2,}}"  # Cyrillic and Greek words
    rf"|(?:[ØÙ]{_TAIL}){{2,}}"  # Arabic words
    rf"|(?:[ä-é]{_TAIL}{{2}}){{2,}}"  # Chinese and Japanese words
    rf"|ð[\x9fŸ]{_TAIL}{{2}}"  # emoji
    r"|ï»¿|ï¿½"  # a byte-order mark, a replacement character
)


def mojibake(text: str) -> tuple[tuple[int, int], ...]:
    """Spans (code points into `text`) that are UTF-8 read as a one-byte encoding."""
    return tuple(found.span() for found in _MOJIBAKE.finditer(text))
