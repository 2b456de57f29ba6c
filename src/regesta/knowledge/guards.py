"""What makes a written name no party: "pro-Russian", "Bank of China", "in Minsk", "Mr Jordan"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from regesta.knowledge.entries import NameEntry, NameKind, by_name
from regesta.knowledge.load import Row, parts, rows
from regesta.knowledge.offices import offices


class Ruling(StrEnum):
    """What the words around a name say about it."""

    KEEP = "keep"
    SKIP = "skip"
    PLACE = "place"


# "pro-Russian rebels" are not Russia; "al-Iraqi" is a surname; "ex-Soviet" is the past.
_HIDING_PREFIXES = frozenset(
    {"pro", "anti", "non", "ex", "post", "pre", "neo", "un", "pan", "trans", "mid", "quasi"}
) | {"al", "el", "ash", "ar", "bin", "abu"}
# "Russian-speaking", "Iranian-born": a tongue or a birth, not a party.
_HIDING_TAILS = frozenset(
    {"speaking", "language", "speaker", "speakers", "born", "style", "origin", "descent", "themed"}
)
_BEFORE_HYPHEN = re.compile(r"([A-Za-z.]+)-$")
_AFTER_HYPHEN = re.compile(r"-([A-Za-z][A-Za-z.]*)")
_CAPITALS = re.compile(r"[A-Z]{3,}")
# Acronyms that are also words once everything is in capitals: "LET US GO".
_WORDS_IN_CAPITALS = frozenset({"US", "CAR", "WHO", "PACE", "QUAD"})


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
class _Beside:
    kinds: frozenset[str]
    ruling: Ruling
    words: re.Pattern[str]
    edges: tuple[str, ...]  # the words with the space to the name: a quick look before the pattern


@cache
def _besides(side: str) -> tuple[_Beside, ...]:
    return tuple(
        _Beside(
            kinds=frozenset(parts(row["kinds"])),
            ruling=Ruling(row["result"]),
            words=_pattern(parts(row["words"]), side=side),
            edges=tuple(f"{w} " if side == "before" else f" {w}" for w in parts(row["words"])),
        )
        for row in rows("beside")
        if row["side"] == side
    )


def _pattern(words: tuple[str, ...], *, side: str) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choice}) $" if side == "before" else rf" (?:{choice})(?!\w)")


def rule_on(plain: str, start: int, end: int, *, entry: NameEntry) -> Ruling:
    """What the words before and after say; the first row of beside.tsv that fits decides."""
    if _is_person(plain, start, end) or _is_continental(plain, end, entry=entry):
        return Ruling.SKIP
    if _is_mission_to(plain, start, end):
        return Ruling.SKIP
    from_here = max(0, start - 32)
    for beside in _besides("before"):
        if not plain.endswith(beside.edges, from_here, start) or not _fits(beside, entry):
            continue
        if beside.words.search(plain, from_here, start):
            return beside.ruling
    for beside in _besides("after"):
        if not plain.startswith(beside.edges, end) or not _fits(beside, entry):
            continue
        if beside.words.match(plain, end):
            return beside.ruling
    return Ruling.KEEP


def _fits(beside: _Beside, entry: NameEntry) -> bool:
    return entry.kind in beside.kinds or ("*" in beside.kinds and entry.kind is not NameKind.AGENCY)


_WORD_BEFORE = re.compile(r"(?:^|[^\w-])([A-Z][\w'.-]*) $")
_WORD_AFTER = re.compile(r" ([A-Z][a-z]+)(?![\w-])")
_POLITICAL = re.compile(
    r" (?:leaders?|officials?|countries|nations|powers|allies|ally|capitals|diplomats?|governments?"
    r"|partners?|foreign ministers|ministers|lawmakers|states|member states|troops|peacekeepers"
    r"|negotiators|bloc|sanctions|side|heads of state)(?!\w)"
)


_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on"}
) | {"or", "over", "the", "to", "up", "via", "vs", "with", "amid", "after"}


@cache
def _leads() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("leads"))


def _is_given(word: str) -> bool:
    """Whether a capitalised word beside a name can be a person's."""
    return word not in _leads() and word not in by_name()


def _is_titled(plain: str) -> bool:
    """Whether only small words are in lower case, as in headlines: capitals say nothing."""
    words = [word for word in plain.split() if word[0].isalpha()]
    return len(words) > 3 and not any(w[0].islower() and w not in _SMALL_WORDS for w in words)


@cache
def _namesakes() -> dict[str, bool]:
    """Names that people bear too; whether as a first name."""
    return {row["name"]: row["first"] == "yes" for row in rows("namesakes")}


def _is_person(plain: str, start: int, end: int) -> bool:
    """Whether a name that people bear too is one: "Lloyd Austin", "Sydney Brown"."""
    first = _namesakes().get(plain[start:end])
    if first is None or _is_titled(plain):
        return False
    before = _WORD_BEFORE.search(plain, max(0, start - 24), start)
    if before and _is_given(before[1]):
        return True
    after = _WORD_AFTER.match(plain, end)
    # "Jordan King" has an office after it, "Secretary Austin" one before a surname.
    return bool(first and after and _is_given(after[1]) and offices().lookup(after[1]) is None)


def _is_continental(plain: str, end: int, *, entry: NameEntry) -> bool:
    """Whether "European" only says where: it means the Union beside a political noun alone."""
    is_it = entry.kind is NameKind.DEMONYM and entry.key == "EU"
    return is_it and not _POLITICAL.match(plain, end)


_OWNED = re.compile(r"(?:['’]s?|(?<!\w)(?:its|their|his|her)) $", re.IGNORECASE)


def _is_mission_to(plain: str, start: int, end: int) -> bool:
    """Whether a body is a state's at the organisation: "Iran's UN mission"."""
    mission = plain[start:end].endswith(" mission")
    return mission and _OWNED.search(plain, max(0, start - 8), start) is not None


@dataclass(frozen=True, slots=True)
class _Context:
    cues: re.Pattern[str]
    entry: NameEntry


@cache
def _contexts() -> dict[str, _Context]:
    return {row["name"]: _context(row) for row in rows("contexts")}


def _context(row: Row) -> _Context:
    choice = "|".join(re.escape(cue) for cue in parts(row["cues"]))
    entry = NameEntry(
        kind=NameKind(row["kind"]), key=row["key"], name=row["key"], country=row["country"]
    )
    return _Context(cues=re.compile(rf"(?<!\w)(?:{choice})(?!\w)"), entry=entry)


def in_context(plain: str, start: int, end: int, *, entry: NameEntry) -> NameEntry:
    """The entry that the rest of the text points to: Georgia beside Atlanta is the US state."""
    context = _contexts().get(plain[start:end])
    return context.entry if context and context.cues.search(plain) else entry
