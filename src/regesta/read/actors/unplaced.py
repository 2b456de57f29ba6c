"""Whose an office is that has no state's name beside it: WAYS is the table, first answer wins.

"Chinese defence ministry spokesman X", "In Abuja, Vice President X", "that country's president, X",
"Republican Sen. X", "Kenyan officials were silent. Foreign Minister X said ...".
"""

import re
from collections.abc import Callable

from regesta.knowledge import NameHit, NameKind, person, surname
from regesta.read.actors.people import BODIES
from regesta.read.actors.titles import (
    PARTS_OF_STATE,
    Titled,
    before,
    office_ending,
    trim,
    words_at,
)

NEAR = 60  # code points before a title in which the body is named that it belongs to
_OPENING = re.compile(
    r"(?:^|[.!?][\"”’']? |\n)In (?:the )?(?P<place>[A-Z][\w .'-]+?), (?:an? |the )?$"
)
_COUNTRYS = re.compile(r"\b(?:that|the|his|her|its) (?:country|nation|kingdom)['’]s (?:own )?$")
_PARTY = r"(?:Republican|Democratic|GOP|Democrat)"
_PARTISAN = re.compile(
    rf"\b{_PARTY} (?:[Ss]en|[Rr]ep)|\b(?:House|Senate) (?:{_PARTY}|[Mm]inority|[Mm]ajority)\b"
)
_PARTY_AFTER = re.compile(
    rf"(?:,? \([RD]-[A-Z]|, (?:an? )?(?:[\w-]+ )?{_PARTY}\b|, the [\w ]{{0,40}}{_PARTY}\b)"
)
_LED = re.compile(r"(?P<body>delegation|team|mission|party) (?:led|headed) by (?:the )?$")
_CHAMBERS = frozenset({"lawmaker", "leader"})
_SENTENCE = re.compile(r"[.!?][\"”’']*\s+(?=[\"“‘']?[A-Z])")
# Towns where the ministers of all states meet.
VENUES = frozenset({"Washington", "Vienna", "Brussels", "Geneva", "New York", "Doha"})
Way = Callable[[Titled, str, tuple[NameHit, ...]], str | None]


def _through_its_body(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Chinese defence ministry spokesman X"."""
    words = words_at(text, max(0, found.start - NEAR), found.start)
    body = office_ending(words)
    if body is None or body.name not in BODIES or not text[: found.start].endswith(" "):
        return None
    count = len(body.phrase.split())
    hit = before(hits, text, words[-count][0]) if count < len(words) else None
    return hit.country if hit is not None else None


def _of_that_country(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "X's envoy and the country's trade minister, Y": the one state that its sentence names."""
    if not _COUNTRYS.search(text, max(0, found.start - 30), found.start):
        return None
    return _only(hits, start=_sentence_start(text, found.start), end=found.start)


def _in_its_capital(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "In Abuja, Vice President X said"."""
    match = _OPENING.search(text, max(0, found.start - NEAR), found.start)
    if match is None or match["place"] in VENUES:
        return None
    at = match.start("place")
    capital = next((h for h in hits if h.start == at and h.kind is NameKind.CAPITAL), None)
    return capital.country if capital is not None else None


def _of_a_party(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Republican Sen. X", "Senator X, Democrat of Ohio", "Rep. X (D-Calif.)"."""
    partisan = _PARTISAN.search(text[max(0, found.start - NEAR) : found.name_start])
    home = next((h for h in hits if h.start == found.end + len(" of ")), None)
    state = home is not None and home.country == "USA" and home.kind is NameKind.PLACE
    named = _PARTY_AFTER.match(text, found.end) or partisan or state
    return "USA" if found.office.name in _CHAMBERS and named else None


def _led_by(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "A Turkish delegation led by Minister X": whose delegation it is."""
    match = _LED.search(text, max(0, found.start - NEAR), found.start)
    owner = before(hits, text, match.start("body")) if match is not None else None
    return owner.country if owner is not None else None


def _told_before(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Kenyan officials were silent. Foreign Minister X said": the one state that went before."""
    start = _sentence_start(text, found.start)
    opens = not text[start : found.start].strip('"“ ') and text[found.start].isupper()
    if not opens or start == 0 or found.office.name not in _STATES_OFFICES:
        return None
    last = _sentence_start(text, start - 2)
    return _only(hits, start=_sentence_start(text, max(0, last - 2)), end=start)


# Offices of which a state has one, so that its last-named state alone can be meant.
_STATES_OFFICES = frozenset(
    {"president", "vice president", "prime minister", "deputy prime minister", "foreign minister",
     "deputy foreign minister", "defence minister", "deputy defence minister", "interior minister",
     "finance minister", "trade minister", "energy minister", "justice minister",
     "health minister", "agriculture minister", "education minister", "transport minister",
     "environment minister", "information minister", "unification minister", "chancellor"}
)  # fmt: skip


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that `at` stands in."""
    begin = max(0, at - 600)
    ends = [m.end() for m in _SENTENCE.finditer(text, begin, at + 1) if m.end() <= at]
    broken = text.rfind("\n", begin, at) + 1
    return max([broken, *ends[-1:]])


def _only(hits: tuple[NameHit, ...], *, start: int, end: int) -> str | None:
    """The one country that all names between two places are of."""
    found = {h.country for h in hits if start <= h.start < end and h.kind is not NameKind.AGENCY}
    named = [h for h in hits if start <= h.start < end and h.kind in PARTS_OF_STATE]
    return named[0].country if len(found) == 1 and named else None


WAYS: tuple[tuple[str, Way], ...] = (
    ("people.body", _through_its_body),
    ("people.that-country", _of_that_country),
    ("people.in-capital", _in_its_capital),
    ("people.party", _of_a_party),
    ("people.led", _led_by),
    ("people.told-before", _told_before),
)


# Ways that a guest in a capital, or one long introduced, would be misread by: a full name that no
# list knows is introduced here.
_GUESSED = frozenset({_of_that_country, _in_its_capital, _told_before})


def placed(found: Titled, text: str, hits: tuple[NameHit, ...]) -> tuple[str, str] | None:
    """(country, rule) of an office whose own words name no state; None where nothing says it."""
    name = trim(found.name)
    listed = person(name) if " " in name else surname(name)
    for rule, way in WAYS:
        if way in _GUESSED and (" " not in name or listed is not None):
            continue
        country = way(found, text, hits)
        if country is not None:
            return country, rule
    return None
