"""The lines of a page as they stand: where each begins, its words, the blank lines before it."""

import re
from typing import NamedTuple

from regesta.read.source import Source
from regesta.text.lines import bare_lines

RULE_GAP = 100  # what a drawn rule counts, in blank lines
_RULE = re.compile(r"(?:[-–—_=*~#•·.]\s?){3,}")
_SENTENCE_END = re.compile(
    r"[.!?…。！？](?:\s?[\"'”’)\]»])*$|,?[\"”’']\s?[.!?]$"
    r"|[.!?][\"'”’]?\s(?:\([A-Z][\w ./]{1,24}\)|[-–—]{1,3}\s?[A-Z]{2,14}|[^\w\s\"'“”‘’([|•·]{1,3})$"
)
_ENDINGS = tuple(".!?…。！？")  # behind one of these nothing else need be looked at


class Bare(NamedTuple):
    """A line without the white space at both ends; `ruled`: nothing but dashes or stars."""

    start: int
    text: str
    gap: int
    ruled: bool = False

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)


def standing_lines(source: Source) -> list[Bare]:
    """Every line of a page that is not blank.

    A line of nothing but dashes or stars makes the gap of the next one wide.
    """
    marked = {block.start for block in source.blocks}
    found: list[Bare] = []
    wide = 0
    for start, text, gap in bare_lines(source.text):
        ruled = not text[0].isalnum() and start not in marked and _RULE.fullmatch(text) is not None
        found.append(Bare(start, text, gap + wide, ruled))
        wide = RULE_GAP if ruled else 0
    return found


def is_ended(text: str) -> bool:
    """Whether a text ends like a sentence."""
    if text.endswith(_ENDINGS):
        return True
    last = text[-1:]
    if last.isalnum() and not last.isupper():  # behind a mark: "(AFP)", "-- AFP", "■"
        return False
    return _SENTENCE_END.search(text[-32:]) is not None
