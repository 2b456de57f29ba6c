"""Which sentences can hold an event: only those are parsed."""

import re
from functools import cache

from regesta.knowledge import NameHit, NameKind, people
from regesta.knowledge.frames import frames, words_of

SPORT = words_of("SPORT")
SPORT_EVERY = 50  # words; set on sports pages of our own, far from both kinds of report
_PARTY_KINDS = frozenset(NameKind) - {NameKind.AGENCY, NameKind.PLACE}
_POINTER = re.compile(
    r"\b(?:he|she|they|it|we|both|two|"
    r"the (?:North|South)|the (?:\w+ )?(?:minister|president|leader|premier|"
    r"government|army|military|forces|troops|chancellor|king|officials))\b",
    re.IGNORECASE,
)
# Endings that English puts on a predicate, and the letters it drops or doubles for them.
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "n", "en")
_IRREGULAR = {
    "meet": ("met",), "hold": ("held",), "pay": ("paid",), "make": ("made",), "give": ("gave",),
    "send": ("sent",), "strike": ("struck", "stricken"), "shoot": ("shot",), "hit": ("hit",),
    "cut": ("cut",), "withdraw": ("withdrew", "withdrawn"), "fly": ("flew", "flown"),
    "speak": ("spoke", "spoken"), "sell": ("sold",), "buy": ("bought",), "take": ("took",),
    "seek": ("sought",), "fight": ("fought",), "break": ("broke", "broken"), "put": ("put",),
    "overrun": ("overran",), "begin": ("began", "begun"), "swear": ("swore", "sworn"),
    "freeze": ("froze", "frozen"), "go": ("went", "gone"), "have": ("had", "has"),
    "be": ("is", "are", "was", "were", "been"), "lend": ("lent",), "shut": ("shut",),
    "call": ("calls",), "let": ("let",), "arise": ("arose",), "lead": ("led",),
}  # fmt: skip


def _forms(lemma: str) -> set[str]:
    forms = {lemma + ending for ending in _ENDINGS}
    if lemma.endswith("e"):
        forms |= {lemma[:-1] + "ing", lemma[:-1] + "ed"}
    if lemma.endswith("y"):
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    forms |= {lemma + lemma[-1] + ending for ending in ("ed", "ing")}
    return forms | set(_IRREGULAR.get(lemma, ()))


@cache
def predicate_forms() -> frozenset[str]:
    """Every written form of every predicate of the frames table, lower case."""
    return frozenset(form for lemma in frames().lemmas for form in _forms(lemma))


@cache
def surnames() -> frozenset[str]:
    """Every word of every name on the seed list, lower case."""
    rows = people()
    names = (name for row in rows for name in (row.name, *row.aliases))
    return frozenset(word.lower() for name in names for word in name.split() if len(word) > 2)


_WORD = re.compile(r"[a-z][a-z-]*")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w-]+")


def names_person(text: str) -> bool:
    """Whether a capitalised word is the surname of somebody on the seed list, on any date."""
    known = surnames()
    return any(word.lower() in known for word in _NAME.findall(text))


def is_sport(text: str) -> bool:
    """Whether a text is about sport: several of its words, and not thinly spread.

    Countries "clash", "attack" and "meet" in sport; a report of a game tells no deed of states.
    """
    words = _WORD.findall(text.lower())
    told = {word for word in words if word in SPORT}
    count = sum(word in SPORT for word in words)
    least = 2 if len(words) < SPORT_EVERY else 3
    return len(told) >= least and count * SPORT_EVERY >= len(words)


def can_hold_event(text: str, *, hits: tuple[NameHit, ...], person_named: bool) -> bool:
    """Whether a sentence names or points to a party and has a predicate of the table."""
    named = person_named or any(hit.kind in _PARTY_KINDS for hit in hits)
    if not named and _POINTER.search(text) is None:
        return False
    forms = predicate_forms()
    return any(word in forms for word in _WORD.findall(text.lower()))
