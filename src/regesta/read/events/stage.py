"""Where an article plays: the country of its places, where its fighters fight, whence it comes."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from regesta.knowledge import NameHit, NameKind, country
from regesta.read.actors.bilateral import home_state, home_town, town_written
from regesta.read.actors.discourse import OFTEN
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.events.grounds import GROUND, places_in
from regesta.read.sentences import Sentence
from regesta.text import hinted

# Set by reading reports from one war; nothing was fitted.
GROUND_PLACES, GROUND_SHARE = 3, 0.6
FRONT_PLACES, FRONT_SHARE = 2, 0.6
_WORLD, _SEAT = "UN", "New York"  # "UNITED NATIONS, May 3": its seat
_FIGHTERS = hinted(
    r"\b(?:rebels?|insurgents?|insurgency|separatists?|secessionists?|guerrillas?|militants?"
    r"|jihadis?|jihadists?|(?:opposition|Islamist) (?:fighters|forces|groups))\b",
    *("rebel", "insurgen", "separatist", "secessionist", "guerrilla", "militant", "jihadi"),
    *("opposition ", "islamist "),
)
_AT = re.compile(
    r"\b(?:in|inside|at|near|outside|from|to|into|across|over|around|of|for|through|between|and"
    r"|north|south|east|west|central|capital),? $",
    re.IGNORECASE,
)
_EDGE = re.compile(r"\b(?:border|frontier|borders) with (?:the )?$")
_BACKED = (
    (hinted(r"\b(?:pro-Russian|pro-Moscow|(?:Russian?|Moscow|Kremlin)-backed)\b",
            "pro-russian", "pro-moscow", "-backed"), frozenset({"UKR", "GEO", "MDA"})),
    (hinted(r"\b(?:Rwandan?|Kigali)-backed\b", "-backed"), frozenset({"COD"})),
)  # fmt: skip
# A body of no state: "The foreign ministry has called in ...".
_BODY = re.compile(
    r"(?:(?:[\w-]+ ){0,2}(?:after|before) )?(?:\bthe |^)"
    r"(?:(?:foreign|defen[cs]e|interior|home|supreme|high|prime|riot|central|armed|security|air"
    r"|federal) )?(?:government|army|military|cabinet|ministry|parliament|president|minister|police"
    r"|prosecutors|authorities|navy|court|forces?|office|presidency)\b(?! of\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|inside|across|over|throughout|outside|near|of) (?:the )?(?:[\w-]+ern |central )?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where an article plays, and between whom; the fields are as in a Scene."""

    ground: str | None
    front: str | None
    base: str | None
    home: str | None
    two: frozenset[str]
    named: frozenset[str]
    here: NameHit | None


def stage(read: tuple[Sentence, ...], *, place: str | None) -> Stage:
    """The stage of an article's sentences; `place` is that of its dateline."""
    named = _states(read)
    home = home_state(place)
    nations = named_in(read)
    return Stage(
        ground=ground(read),
        front=front(read) or _backed_from_abroad(read, nations),
        base=base(place, named=named) or _host(place, read, named=named),
        home=home,
        two=two_states(named),
        named=nations | frozenset(filter(None, [home])),
        here=_written(place),
    )


def _written(place: str | None) -> NameHit | None:
    """The place that a dateline names: a town, its state, or the seat of the United Nations."""
    hit = town_written(place)
    if hit is not None and hit.country == _WORLD:
        return replace(hit, kind=NameKind.PLACE, key=_SEAT, name=_SEAT, country="USA")
    known = hit is not None and hit.kind in GROUND and hit.country is not None
    return hit if known else None


def ground(read: tuple[Sentence, ...]) -> str | None:
    """The country of most places that an article names: three at least, and three in five."""
    hits = (hit for sentence in read for hit in sentence.hits if _is_place(hit, sentence.text))
    return _most(hits, least=GROUND_PLACES, share=GROUND_SHARE)


def _is_place(hit: NameHit, text: str) -> bool:
    """Whether a name is that of a place: "Hanoi says" speaks of a state, "in Hanoi" does not."""
    if hit.kind is not NameKind.CAPITAL:
        return hit.kind is NameKind.PLACE
    return _AT.search(text, 0, hit.start) is not None


def front(read: tuple[Sentence, ...]) -> str | None:
    """The country of most places that stand beside rebels or insurgents: where they fight."""
    fought = [s for s in read if _FIGHTERS.search(s.text)]
    hits = (hit for sentence in fought for hit in (*places_in(sentence), *_lands(sentence)))
    return _most(hits, least=FRONT_PLACES, share=FRONT_SHARE)


def _backed_from_abroad(read: tuple[Sentence, ...], named: frozenset[str]) -> str | None:
    """Where rebels fight who are told by their backer: of the lands of such the only one named."""
    for told, lands in _BACKED:
        here = lands & named
        if len(here) == 1 and any(told.search(s.text) for s in read):
            return next(iter(here))
    return None


def two_states(named: Counter[str]) -> frozenset[str]:
    """The two states that an article is about: each named often, no third half as often."""
    told = [*named.most_common(3), ("", 0), ("", 0), ("", 0)]
    (_, least), (_, third) = told[1], told[2]
    clear = least >= OFTEN and least >= 2 * third
    return frozenset(code for code, _ in told[:2]) if clear else frozenset()


def named_in(read: tuple[Sentence, ...]) -> frozenset[str]:
    """The states and organisations that an article names."""
    kinds = NATION_KINDS
    return frozenset(h.country for s in read for h in s.hits if h.kind in kinds and h.country)


def base(place: str | None, *, named: Counter[str]) -> str | None:
    """The state of a dateline's town, where it is one of the two that are most spoken of."""
    town = home_town(place)
    home = town.country if town is not None else None
    return home if home in dict(named.most_common(2)) else None


def _host(place: str | None, read: tuple[Sentence, ...], *, named: Counter[str]) -> str | None:
    """The state of a dateline's capital that an article never names: "the ministry" is its own.

    The lead must begin with a body that has no state, or have one and name no other state's but
    behind a border: "near the border with Mali, the army said"; or play in a town of the state.
    """
    home = home_state(place)
    if home is None or home in named or not read:
        return None
    text = read[0].text
    nations = (h for h in read[0].hits if h.kind in NATION_KINDS)
    told = [h for h in nations if not _EDGE.search(text, 0, h.start)]
    body = _BODY.search(text) if not told else _BODY.match(text)
    lands = {h.country for h in places_in(read[0])}
    return home if body is not None or (not told and lands == {home}) else None


def _states(read: tuple[Sentence, ...]) -> Counter[str]:
    """How often an article names each state."""
    return Counter(
        hit.country
        for sentence in read
        for hit in sentence.hits
        if hit.kind in NATION_KINDS and hit.country is not None and country(hit.country)
    )


def _lands(sentence: Sentence) -> Iterable[NameHit]:
    """Countries told as where something is: "in eastern Ukraine"."""
    return (
        hit
        for hit in sentence.hits
        if hit.kind is NameKind.COUNTRY and _WITHIN.search(sentence.text[: hit.start])
    )


def _most(hits: Iterable[NameHit], *, least: int, share: float) -> str | None:
    """The country of most hits, where they are enough and it has its share."""
    places = [hit.country for hit in hits if hit.country is not None]
    if len(places) < least:
        return None
    country, count = max(Counter(places).items(), key=lambda item: (item[1], item[0]))
    return country if count >= share * len(places) else None
