"""What makes a written name no party: "pro-Russian", "Bank of China", "in Minsk", "Mr Jordan"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from regesta.knowledge.entries import NameEntry, NameKind
from regesta.knowledge.load import parts, rows


class Ruling(StrEnum):
    """What the words around a name say about it."""

    KEEP = "keep"
    SKIP = "skip"
    PLACE = "place"


# "pro-Russian rebels" are not Russia; "al-Iraqi" is a surname; "ex-Soviet" is the past.
_HIDING_PREFIXES = frozenset(
    ("pro", "anti", "non", "ex", "post", "pre", "neo", "un", "pan", "trans", "mid", "quasi")
    + ("al", "el", "ash", "ar", "bin", "abu")
)
# "Russian-speaking", "Iranian-born": a tongue or a birth, not a party.
_HIDING_TAILS = frozenset(
    ("speaking", "language", "speaker", "speakers", "born", "style", "origin", "descent", "themed")
)
_BEFORE_HYPHEN = re.compile(r"([A-Za-z.]+)-$")
_AFTER_HYPHEN = re.compile(r"-([A-Za-z][A-Za-z.]*)")
_CAPITALS = re.compile(r"[A-Z]{3,}")
# Two capitals that are also words once everything is in capitals: "LET US GO".
_WORDS_IN_CAPITALS = frozenset({"US"})


def is_hidden(plain: str, start: int, end: int) -> bool:
    """Whether a hyphened neighbour or a shouted line takes the name its meaning."""
    before = _BEFORE_HYPHEN.search(plain, max(0, start - 24), start)
    if before and before[1].lower() in _HIDING_PREFIXES:
        return True
    after = _AFTER_HYPHEN.match(plain, end)
    if after and after[1].lower() in _HIDING_TAILS:
        return True
    return plain[start:end] in _WORDS_IN_CAPITALS and _is_shouted(plain, start, end)


def _is_shouted(plain: str, start: int, end: int) -> bool:
    """Whether the words on both sides (or the only side there is) are in capitals."""
    left, right = plain[:start].split(), plain[end:].split()
    beside = [*left[-1:], *right[:1]]
    return all(word.isupper() for word in beside) and any(map(_CAPITALS.search, beside))


def compound_of(plain: str, start: int, end: int) -> tuple[bool, str]:
    """Whether the name is part of a hyphened word, and the word after the hyphen, lower-cased."""
    after = _AFTER_HYPHEN.match(plain, end)
    before = _BEFORE_HYPHEN.search(plain, max(0, start - 24), start)
    return bool(after or before), after[1].lower() if after else ""


@dataclass(frozen=True, slots=True)
class _Frame:
    kinds: frozenset[str]
    ruling: Ruling
    words: re.Pattern[str]


@cache
def _frames(side: str) -> tuple[_Frame, ...]:
    return tuple(
        _Frame(
            kinds=frozenset(parts(row["kinds"])),
            ruling=Ruling(row["result"]),
            words=_pattern(parts(row["words"]), side=side),
        )
        for row in rows("frames")
        if row["side"] == side
    )


def _pattern(words: tuple[str, ...], *, side: str) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choice}) $" if side == "before" else rf" (?:{choice})(?!\w)")


def rule_on(plain: str, start: int, end: int, *, entry: NameEntry) -> Ruling:
    """What the words before and after say; the first row of frames.tsv that fits decides."""
    for frame in _frames("before"):
        if _fits(frame, entry) and frame.words.search(plain, max(0, start - 32), start):
            return frame.ruling
    for frame in _frames("after"):
        if _fits(frame, entry) and frame.words.match(plain, end):
            return frame.ruling
    return Ruling.KEEP


def _fits(frame: _Frame, entry: NameEntry) -> bool:
    return entry.kind in frame.kinds or ("*" in frame.kinds and entry.kind is not NameKind.AGENCY)
