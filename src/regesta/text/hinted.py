"""A pattern behind a quick look: searched only where a text has one of a few letters in a row.

An expression of many words is tried at every letter; that letters stand somewhere is told at once.
"""

import re
import sys
from dataclasses import dataclass


def holds_any(small: str, *, hints: tuple[str, ...]) -> bool:
    """Whether a text holds one of these: a quick look before a pattern is tried."""
    for hint in hints:  # noqa: SIM110 - any() takes twice as long, and this is asked all the time
        if hint in small:
            return True
    return False


@dataclass(frozen=True, slots=True, eq=False)
class Hinted:
    """A pattern whose every match holds one of `hints`, which are in lower case."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...]

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The pattern's first match within the text, None when there is none."""
        if holds_any(text[start:end].lower(), hints=self.hints):
            return self.pattern.search(text, start, end)
        return None


def hinted(pattern: str, *hints: str) -> Hinted:
    """A pattern that minds no case, behind its hints."""
    return Hinted(re.compile(pattern, re.IGNORECASE), hints)
