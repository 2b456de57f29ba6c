"""Which sentences can hold an event: only those are parsed.

`signs` says what a sentence shows without a parse, `worth_parsing` chooses among an article's. No
sentence is left out in which a frame could fit two sides, but for articles that seldom name two
states: there only sentences that do are read, and those that name one for which one is enough.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from regesta.knowledge import NameHit, NameKind, offices, people, surname
from regesta.knowledge.frames import words_of
from regesta.read.actors.discourse import REACH
from regesta.read.events.conditions import Way, sets_met, ways_in
from regesta.read.events.makes import told
from regesta.text import Hinted, hinted

SPORT = words_of("SPORT")
FAMILY_NAMES = words_of("FAMILY_NAMES")
SPORT_EVERY = 50  # words; set on sports pages of our own, far from both kinds of report
_HALVES = Hinted(
    re.compile(r"\b(?:North and South|South and North|the (?:North|South))\b"), ("north", "south")
)
_ARMS = re.compile(
    r"\b(?:missiles?|nuclear|troops|warships?|drills?|rockets?|"
    r"satellites?|warplanes?|reservists?|mobili[sz]ation|frigates?|manoeuvres?|"
    r"war games|conscript(?:s|ion)|destroyers?|fighter jets?|high(?:est)? alert|live-fire|"
    r"submarines?|aircraft carriers?|interceptors?|garrisons?|bombers?|warheads?|"
    r"rebels?|militants|separatists?|insurgents?|gunmen|opposition-held)\b",
    re.IGNORECASE,
)
_MANY = hinted(
    r"\b(?:rebel|militant|separatist|insurgent|guerrilla|jihadi|fighter|gunm[ae]n|militia)"
    r"|\b(?:north|south|baltic|nordic|e3|trio|quartet|powers)\b",
    *("rebel", "milita", "separatist", "insurgent", "guerrilla", "jihadi", "fighter", "gunm"),
    *("militia", "north", "south", "baltic", "nordic", "e3", "trio", "quartet", "powers"),
)
_OF_MANY = frozenset({NameKind.ORGANISATION, NameKind.GROUP})
# Words that point to a side named elsewhere, and those that point to two at once.
_POINTERS = frozenset(
    {"he", "she", "it", "we", "i", "you", "him", "her", "us", "his", "its", "our", "my", "me",
     "your", "himself", "herself", "itself", "bloc", "alliance", "union", "organisation",
     "organization", "watchdog", "agency", "group", "movement", "militia", "side", "country",
     "neighbour", "neighbor", "ally", "rival", "host", "guest", "council", "assembly",
     "body", "year-old", "putschists", "mutineers", "plotters", "generals", "laureate", "veteran",
     "politician", "billionaire", "statesman", "cleric", "board", "latter", "grouping"}
)  # fmt: skip
_PAIRS = frozenset(
    {"two", "both", "they", "them", "their", "themselves", "other", "another", "leaders", "sides",
     "presidents", "ministers", "neighbours", "neighbors", "rivals", "countries", "delegations",
     "trio", "quartet", "powers", "nations", "foes", "enemies", "latter", "pair", "duo",
     "kingdoms", "republics", "governments", "capitals", "states", "armies", "navies"}
)  # fmt: skip
# Of an article's sentences, those with two sides and a deed: below the first, it is about something
# else; below the second, only in passing about states. Set on general news, most of which tells no
# deed; whole articles of foreign affairs have from .2 to 1.
FEW = 10  # sentences, of which nothing of the kind is said
STRONG_SHARE = 0.2
STRAY_SHARE = 0.1


@cache
def surnames() -> frozenset[str]:
    """The surnames of the seed list, as written."""
    names = (name for row in people() for name in (row.name, *row.aliases))
    last = {name.split()[-1] for name in names}
    return frozenset(word for word in last if len(word) > 3) | FAMILY_NAMES


_WORD = re.compile(r"[a-z][a-z-]*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEADS = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+ (?:[a-z]+ed|said|says|told|met|took|sent|struck|held|made)\b"
)
_NAME = re.compile(r"\b[A-ZÀ-Þ](?:[\w-]|['’](?!s\b))*\w")


def people_named(text: str, *, known: frozenset[str]) -> frozenset[str]:
    """The words of a text that are surnames: of those known on its page, or on the seed list."""
    return frozenset(name for name in _NAME.findall(text) if name in known or name in surnames())


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a sentence shows without a parse.

    `named` are the states, organisations and groups that it names, by name or by a known person;
    `pointed` counts the sides that its words may only point to, `paired` says whether they speak of
    two; `fits` says whether it has the words of a frame, `alone` of one for which one side is
    enough, `towards` of one whose other side may be named before; `met` are the bits of the sets of
    words that it has. `stranger` says that it may name a person whom nothing explains,
    `split` that one name may be two sides: an organisation and its members, a state and its rebels.
    """

    named: frozenset[str]
    pointed: int
    paired: bool
    stranger: bool
    split: bool
    fits: bool
    alone: bool
    towards: bool
    met: int

    @property
    def may_tell(self) -> bool:
        """Whether a frame can fit that has sides enough, here or in what stands before."""
        sides = len(self.named) + self.pointed
        return sides > 0 and self.fits and (self.alone or self.towards or sides > 1)

    @property
    def strong(self) -> bool:
        """Whether a frame can fit and two sides are named: "X warned both governments"."""
        return self.fits and len(self.named) + self.paired > 1


def _names_stranger(text: str, *, hits: Sequence[NameHit]) -> bool:
    """Whether a capitalised word of no known name may name a person.

    The first word has a capital anyway; it may be one where a verb follows: "Varnas accused".
    """
    found = (m.start() for m in _NAME.finditer(text, 0 if _LEADS.match(text) else 1))
    return any(not any(hit.start <= at < hit.end for hit in hits) for at in found)


def asked_for(text: str) -> int:
    """Which sets of words of the frames table a text meets, by their bits."""
    return sets_met(_words(text))


def _words(text: str) -> frozenset[str]:
    """The words of a text, lower case, with what its sums and makes of planes are read as."""
    lower = text.lower()
    return told(lower).union(_WORDS.findall(lower))


def signs(text: str, *, hits: Sequence[NameHit], people: Iterable[str | None]) -> Signs:
    """What one sentence shows; `people` are the countries of those whose names it has."""
    words = _words(text)
    people = tuple(people)
    named = {hit.country for hit in hits if hit.kind is not NameKind.AGENCY} | {*people}
    stranger = None in people or _names_stranger(text, hits=hits)
    pointed = (
        stranger
        + (not words.isdisjoint(_POINTERS))
        + (not words.isdisjoint(_PAIRS))
        + offices().is_among(words)
        + (_HALVES.search(text) is not None)
    )
    met = sets_met(words) if pointed or any(named) else 0
    fits, alone, towards = _fitting(ways_in(words, met=met) if pointed or any(named) else ())
    return Signs(
        named=frozenset(filter(None, named)),
        pointed=pointed,
        paired=not words.isdisjoint(("two", "both")),
        stranger=stranger,
        split=any(hit.kind in _OF_MANY for hit in hits) or _MANY.search(text) is not None,
        fits=fits,
        alone=alone,
        towards=towards,
        met=met,
    )


def _fitting(ways: Iterable[Way]) -> tuple[bool, bool, bool]:
    """Whether there is a way to fit, one that one side is enough for, one towards a side before."""
    fits = alone = towards = False
    for way in ways:
        fits, alone, towards = True, alone or way.alone, towards or way.towards
        if alone and towards:
            break
    return fits, alone, towards


def worth_parsing(
    shown: Sequence[Signs], *, home: frozenset[str] = frozenset()
) -> tuple[bool, ...]:
    """Which sentences of an article can tell a deed, in their order.

    `home` is the state from whose capital it comes: its papers need not name it.

    Where hardly a sentence has two sides and a deed, the article is about something else, and what
    points to a side there mostly means no state; of a few sentences that is not said. Elsewhere it
    needs a side that was named shortly before.
    """
    strong = sum(one.strong for one in shown)
    if len(shown) < FEW or strong >= int(STRONG_SHARE * len(shown)):
        return tuple(
            one.strong or (one.may_tell and _sides_near(shown, at, home=home))
            for at, one in enumerate(shown)
        )
    seldom = strong >= int(STRAY_SHARE * len(shown))
    return tuple(
        one.fits and (len(one.named) > 1 or (seldom and one.alone and _is_across(shown, at)))
        for at, one in enumerate(shown)
    )


def _is_across(shown: Sequence[Signs], at: int) -> bool:
    """Whether a sentence names one side, and another is named in it or shortly before."""
    return bool(shown[at].named) and len(_named_near(shown, at)) > 1


def _named_near(shown: Sequence[Signs], at: int) -> frozenset[str]:
    """The sides that a sentence and those shortly before it name."""
    return frozenset().union(*(one.named for one in shown[max(0, at - REACH) : at + 1]))


def _sides_near(shown: Sequence[Signs], at: int, *, home: frozenset[str]) -> bool:
    """Whether sides enough are named in a sentence or shortly before it.

    A stranger is the other side of one that his own sentence names.
    """
    one = shown[at]
    more = one.split or (one.stranger and bool(one.named))
    return len(_named_near(shown, at) | home) + more > (0 if one.alone else 1)
