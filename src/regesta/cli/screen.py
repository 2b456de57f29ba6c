"""Text from pages on a terminal: on one line, and with nothing that steers the terminal."""

import re

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 + SIGINT, as shells count it."""

_STEERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str | None) -> str:
    """The words with white space closed up; control and direction characters become �."""
    return _STEERS.sub("�", " ".join((text or "").split()))


def count(number: int, *, one: str, many: str | None = None) -> str:
    """ "1 page", "2 pages", "1 story", "2 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
