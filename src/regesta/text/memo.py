"""What a function gives for words that come back, kept at hand."""

from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")
_MOST = 1 << 15  # words kept; a language has not many more that come back


class Memo(dict[str, Given]):
    """A table that works out what it lacks, and begins anew when it is full.

    `memo[word]` is quicker than a call to a cached function, and is asked for every word.
    """

    def __init__(self, read: Callable[[str], Given]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Given:
        if len(self) >= _MOST:
            self.clear()
        self[word] = found = self._read(word)
        return found
