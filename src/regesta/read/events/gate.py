"""Which sentences can hold an event: only those are parsed."""

import re
from collections.abc import Iterable
from functools import cache

from regesta.knowledge import NameHit, NameKind, people, surname
from regesta.knowledge.frames import frames, words_of

SPORT = words_of("SPORT")
FAMILY_NAMES = words_of("FAMILY_NAMES")
# Predicates too common to be parsed for: they tell a deed only beside a noun of these classes.
WEAK = words_of("WEAK")
WEAK_WITH = (
    "TALKS", "VISIT", "AID", "TERRITORY", "TROOPS", "SANCTION", "EXERCISE", "ATTACK", "WEAPON",
    "WILLING", "SYMPATHY", "CONCERN", "INQUIRY", "PRISONER", "READY", "VIOLENT", "AGREEMENT",
    "INVITATION", "DEMAND", "MEASURE", "TIES", "MEETING", "EXEMPTION", "ARMS", "FIGHTING",
    "BAD", "GOOD", "UPSET", "PLEASED", "PROMISED", "GIVEN", "YIELD", "ACCEPT", "PENALTY", "CONDEMN",
    "PRAISE", "BACKING", "GOAHEAD", "OUGHT", "REFUSED", "WRONGS", "OPTION",
    "SITE", "TRADE", "INFO", "PACT", "ARSENAL", "DIPLOMAT", "BORDER", "JOINT", "PENALTIES",
    "BLACKLIST", "POISON", "BOMB", "TEST", "GUARD", "REFUGEE", "VISITOR", "ARRIVING",
    "SHORTCOMINGS", "DEFENDED", "RECEPTION", "ENCOUNTER", "DISPUTE", "PHONECALL",
)  # fmt: skip
SPORT_EVERY = 50  # words; set on sports pages of our own, far from both kinds of report
_PARTY_KINDS = frozenset(NameKind) - {NameKind.AGENCY, NameKind.PLACE}
_HALVES = re.compile(r"\b(?:North and South|South and North|the (?:North|South))\b")
_ARMS = re.compile(
    r"\b(?:missiles?|nuclear|troops|warships?|drills?|rockets?|"
    r"satellites?|warplanes?|reservists?|mobili[sz]ation|frigates?|manoeuvres?|"
    r"rebels?|militants|separatists?|insurgents?|opposition-held)\b"
)
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
    "call": ("calls",), "let": ("let",), "arise": ("arose",), "lead": ("led",), "dig": ("dug",),
    "say": ("said",), "tell": ("told",), "write": ("wrote", "written"), "feel": ("felt",),
    "think": ("thought",), "stand": ("stood",), "sit": ("sat",), "see": ("saw", "seen"),
    "find": ("found",), "keep": ("kept",), "leave": ("left",), "win": ("won",),
    "bring": ("brought",), "catch": ("caught",), "come": ("came",), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "throw": ("threw", "thrown"), "rise": ("rose", "risen"),
    "set": ("set",), "tear": ("tore", "torn"), "undertake": ("undertook", "undertaken"),
    "deal": ("dealt",), "run": ("ran",), "shake": ("shook", "shaken"), "sink": ("sank", "sunk"),
    "forbid": ("forbade", "forbidden"), "withhold": ("withheld",), "uphold": ("upheld",),
    "lay": ("laid",), "get": ("got",), "show": ("shown",), "build": ("built",), "ring": ("rang",),
    "spend": ("spent",), "lose": ("lost",), "bend": ("bent",), "stick": ("stuck",),
    "fall": ("fell", "fallen"), "steal": ("stole", "stolen"), "burn": ("burnt",), "feed": ("fed",),
    "forgive": ("forgave",), "overthrow": ("overthrew", "overthrown"), "blow": ("blew",),
    "retake": ("retook",), "plead": ("pled",), "ride": ("rode",),
    "cast": ("cast",), "rebuild": ("rebuilt",), "slay": ("slew", "slain"),
}  # fmt: skip


def _forms(lemma: str) -> set[str]:
    forms = {lemma + ending for ending in _ENDINGS}
    if lemma.endswith("e"):
        forms |= {lemma[:-1] + "ing", lemma[:-1] + "ed"}
    if lemma.endswith("y"):
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    forms |= {lemma + lemma[-1] + ending for ending in ("ed", "ing")}
    return forms | set(_IRREGULAR.get(lemma, ()))


def _written(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in _forms(lemma))


@cache
def strong_forms() -> frozenset[str]:
    """Every written form of the predicates that can tell a deed by themselves, lower case."""
    return _written(frames().lemmas - WEAK)


@cache
def weak_forms() -> frozenset[str]:
    """Forms of predicates that tell a deed only with a noun of a word class: "take", "hold"."""
    return _written(frames().lemmas & WEAK)


@cache
def class_forms() -> frozenset[str]:
    """Forms of the nouns that make a weak predicate a deed: "took the town", "gave weapons"."""
    classes = frames().classes
    return _written(lemma.rsplit("_", 1)[-1] for name in WEAK_WITH for lemma in classes[name]) | {
        "feet"
    }


@cache
def surnames() -> frozenset[str]:
    """The surnames of the seed list, as written."""
    names = (name for row in people() for name in (row.name, *row.aliases))
    last = {name.split()[-1] for name in names}
    return frozenset(word for word in last if len(word) > 3) | FAMILY_NAMES


_WORD = re.compile(r"[a-z][a-z-]*")
_NAME = re.compile(r"\b[A-ZÀ-Þ](?:[\w-]|['’](?!s\b))*\w")


def names_person(text: str) -> bool:
    """Whether a capitalised word is the surname of somebody on the seed list, on any date."""
    return not surnames().isdisjoint(_NAME.findall(text))


def countries_of_people(text: str, *, on: str | None) -> set[str]:
    """The countries of the office holders whose surnames a text names, on its day."""
    named = surnames().intersection(_NAME.findall(text))
    held = (surname(name, on=on) for name in named)
    return {person.country for person in held if person is not None}


def is_international(
    hits: Iterable[NameHit], *, text: str, countries: Iterable[str], on: str | None
) -> bool:
    """Whether an article can tell a deed that is in scope; `on` is its day.

    It names two states, organisations or armed groups (`countries` are those of its people), or
    one and weapons of war.
    """
    codes = {h.country for h in hits if h.kind is not NameKind.AGENCY and h.country is not None}
    codes.update(countries)
    if len(codes) < 2:
        codes |= countries_of_people(text, on=on)
    if len(codes) == 1:
        return _ARMS.search(text) is not None or _HALVES.search(text) is not None
    return len(codes) > 1


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
    """Whether a sentence names or points to a party and has a predicate of the table.

    A sentence that only points ("he", "the two") must have a predicate that is strong by itself.
    """
    named = person_named or any(hit.kind in _PARTY_KINDS for hit in hits)
    words = frozenset(_WORD.findall(text.lower()))
    if not strong_forms().isdisjoint(words):
        return named or _POINTER.search(text) is not None
    if not named or weak_forms().isdisjoint(words):
        return False
    return not class_forms().isdisjoint(words)
