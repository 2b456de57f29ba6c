"""Offices, ranks and bodies by their head phrase: "Deputy Foreign Minister" -> who that is."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from regesta.knowledge.fold import fold
from regesta.knowledge.load import Row, known, parts, rows
from regesta.model import Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or body; `country` only where the words alone name one (the CIA).

    `phrase` is the part of the asked words that was recognised, lower-cased.
    """

    name: str
    sector: Sector
    phrase: str
    country: str | None = None


_KEPT = 20_000  # phrases whose answer is kept: the same few end most phrases of a page
_WORD = re.compile(r"[\w.'&-]+")
_OF = re.compile(r" (?:of|for|to|at|in) ")
JOINS = frozenset({"of", "for", "to", "at", "in"})


class OfficeTable:
    """All office phrases by their words; `last_words` are those that a phrase may end in."""

    def __init__(self, table: dict[str, Office]) -> None:
        self._table = table
        self._longest = max(len(phrase.split()) for phrase in table)
        self.last_words = _as_written(phrase.split()[-1] for phrase in table)
        self._before = _words_before(table)
        self.lookup = lru_cache(maxsize=_KEPT)(self._look_up)

    def _look_up(self, phrase: str) -> Office | None:
        """The office of the longest known ending of `phrase`, None when no ending is known.

        Case does not matter; what follows "of", "for" or "to" counts only as part of a known
        phrase ("minister of defence"), else the head before it decides ("ambassador to Kenya").
        """
        plain = _plain(phrase)
        found = self._ending(plain)
        split = _OF.search(plain)
        if split is None or (found and len(found.phrase) > len(plain) - split.end()):
            return found
        return self._ending(plain[: split.start()])

    def may_end(self, phrase: str) -> bool:
        """Whether a phrase may hold an office: by its last word, or before an "of" and the like.

        Quick to tell, and False for most phrases: `lookup` of no ending of theirs finds one then.
        """
        words = _plain(phrase).removesuffix("'s").split()
        return bool(words) and (self.ends_in(words[-1]) or not JOINS.isdisjoint(words))

    def ends_in(self, word: str) -> bool:
        """Whether an office or body ends in this one word, lower case, or in its singular."""
        return word in self.last_words

    def is_among(self, words: frozenset[str]) -> bool:
        """Whether words, lower case, hold all those of an office or body, in whatever order."""
        return any(
            before <= words
            for word in words & self.last_words
            for form in _forms(word)
            for before in self._before.get(form, ())
        )

    def _ending(self, plain: str) -> Office | None:
        words = plain.removesuffix("'s").split()
        if not words or not self.ends_in(words[-1]):
            return None  # most phrases: no office ends in their last word
        for size in range(min(self._longest, len(words)), 0, -1):
            tail = " ".join(words[-size:])
            for form in _forms(tail):
                if form in self._table:
                    return self._table[form]
        return None


def joins_none(words: Iterable[str]) -> bool:
    """Whether none of the words joins an office to what it is of: "of", "for"."""
    return all(word.lower() not in JOINS for word in words)


def _as_written(words: Iterable[str]) -> frozenset[str]:
    """The words and what their plurals would be: those of whose forms one is among them."""
    known = frozenset(words)
    plurals = {f"{word}s" for word in known}
    plurals |= {f"{word[:-1]}ies" for word in known if word.endswith("y")}
    plurals |= {f"{word[:-3]}men" for word in known if word.endswith("man")}
    return frozenset(w for w in known | plurals if not known.isdisjoint(_forms(w)))


def _words_before(phrases: Iterable[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """The words that stand before each last word of a phrase."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for phrase in phrases:
        *before, last = phrase.split()
        found[last].append(frozenset(before))
    return {last: tuple(sorted(known, key=len)) for last, known in found.items()}


def _plain(phrase: str) -> str:
    return " ".join(_WORD.findall(fold(phrase).lower()))


def _forms(tail: str) -> tuple[str, ...]:
    """The phrase itself, then what it would be in the singular."""
    if tail.endswith("men"):
        return tail, tail[:-3] + "man"
    if tail.endswith("ies"):
        return tail, tail[:-3] + "y"
    return (tail, tail[:-1]) if tail.endswith("s") and not tail.endswith("ss") else (tail,)


@cache
def offices() -> OfficeTable:
    """The table of all offices that ships with the package."""
    table: dict[str, Office] = {}
    for row in rows("offices"):
        for phrase in parts(row["phrases"]):
            table.setdefault(fold(phrase), _office(row, phrase))
    return OfficeTable(table)


def _office(row: Row, phrase: str) -> Office:
    return Office(
        name=row["office"],
        sector=Sector(row["sector"]),
        phrase=phrase,
        country=known(row["country"]),
    )
