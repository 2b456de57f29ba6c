"""Acronyms that an article gives its own meaning: "the Philippine Coast Guard (PCG)".

What stands in the brackets is called by what stands before them from then on: a body of the state
that its name tells, or whatever the tables know by the whole name. Where the name tells no state,
the acronym means whom the name was taken for (`actors/again.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from regesta.knowledge import NameHit, NameKind, Office, names, offices
from regesta.model import Sector

_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][^\s().,;:!?\"“”]*)"
_INTRODUCED = re.compile(
    rf"(?P<name>{_WORD}(?: (?:(?:of|for|the|and|&) ){{0,2}}{_WORD}){{1,9}})"
    r"(?: \((?:the |or |also )?[\"“']?(?P<bracket>[A-Z][A-Za-z&.-]{1,9})[\"”']?\)"
    r"|, (?:or|known as|known as the) (?:the )?(?P<behind>[A-Z][A-Z&-]{1,8}),)"
)
_KEPT = 16  # articles whose acronyms are kept: of one, every sentence asks
_SMALL = frozenset({"of", "for", "the", "and", "to", "in", "on", "&"})
_STATES = frozenset({NameKind.COUNTRY, NameKind.DEMONYM})
_WHOLE = frozenset({NameKind.SEAT, NameKind.ORGANISATION, NameKind.GROUP})
_OF_STATE = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY, Sector.PTY})
_BEHIND = re.compile(r" (?:of|in) (?:the )?$")
# Bodies that may be called by their field, whatever it is, and those that no state has.
_BODIES = frozenset(
    {"force", "forces", "guard", "guards", "army", "navy", "ministry", "department", "council",
     "agency", "bureau", "authority", "police", "service", "services", "directorate", "staff",
     "administration", "military", "corps", "intelligence", "secretariat", "cabinet"}
)  # fmt: skip
_NOT_OF_STATE = frozenset(
    {"liberation", "resistance", "insurgent", "revolutionary", "rebel", "islamic", "free",
     "movement", "front", "union", "association", "business", "trade", "refugee", "rights",
     "church", "churches", "congress", "news", "football", "olympic", "press", "students",
     "workers"}
)  # fmt: skip


def acronyms_in(view: str, *, article: str, taken: tuple[NameHit, ...]) -> tuple[NameHit, ...]:
    """The names of a stretch of an article, its own acronyms read as it means them.

    `taken` are the names that the tables know there: an acronym that the article explains is none
    of them.
    """
    meant = _meanings(article)
    if not meant:
        return taken
    found = [hit for short, one in meant for hit in _uses(view, short, one)]
    kept = [hit for hit in taken if not any(h.start < hit.end and hit.start < h.end for h in found)]
    return tuple(sorted((*kept, *found), key=lambda hit: hit.start)) if found else taken


def _uses(view: str, short: str, meant: NameHit) -> Iterator[NameHit]:
    """Where an acronym stands in a view."""
    at = view.find(short)
    while at >= 0:
        end = at + len(short)
        before, after = view[at - 1 : at], view[end : end + 1]
        if not (before.isalnum() or before in ("-", "/", "@", "#") or after.isalnum()):
            tail = _word_at(view, end + 1) if after == "-" else ""
            yield replace(meant, start=at, end=end, compound=after == "-", tail=tail)
        at = view.find(short, end)


def _word_at(view: str, start: int) -> str:
    match = re.compile(r"\w*").match(view, start)
    return match.group().lower() if match is not None else ""


@lru_cache(maxsize=_KEPT)
def _meanings(article: str) -> tuple[tuple[str, NameHit], ...]:
    """What each acronym of an article means; none that is explained in two ways."""
    found: dict[str, set[NameHit]] = {}
    for match in _INTRODUCED.finditer(article) if "(" in article or ", or " in article else ():
        short = (match["bracket"] or match["behind"]).rstrip(".")
        if sum(map(str.isupper, short)) < len("AB"):
            continue
        meant = _meant(match, short, article)
        if meant is not None:
            found.setdefault(short, set()).add(meant)
    return tuple((short, next(iter(one))) for short, one in found.items() if len(one) == 1)


def _meant(match: re.Match[str], short: str, article: str) -> NameHit | None:
    """Whom the words before an acronym mean: a name of the tables, or a body of one state."""
    start, end = match.span("name")
    near = article[max(0, start - 60) : end + 60]
    shift = max(0, start - 60)
    hits = [h for h in names().find(near) if h.country is not None]
    whole = [h for h in hits if h.end + shift == end and h.kind in _WHOLE]
    if whole and (whole[0].kind is not NameKind.SEAT or _says_its_state(match["name"], whole[0])):
        return replace(whole[0], start=0, end=0)
    inside = [h for h in hits if start <= h.start + shift < end and h.kind in _STATES]
    owners = inside or [
        h
        for h in hits
        if h.kind in _STATES | {NameKind.CAPITAL}
        and (near[h.end : start - shift] in (" ", "'s ", "’s ") or _stands_behind(h, near, match))
    ]
    codes = {h.country for h in owners}
    body = _body(match["name"], short, [(h.start + shift, h.end + shift) for h in inside], start)
    if body is None or len(codes) != 1:
        return None
    return NameHit(
        start=0,
        end=0,
        kind=NameKind.SEAT,
        key=short,
        name=short,
        country=codes.pop(),
        sector=body.sector,
    )


def _says_its_state(name: str, seat: NameHit) -> bool:
    """Whether a seat's name tells its state: "the Foreign Office (FO)" may be of many."""
    words = (hit for word in name.split() for hit in names().find(word))
    return any(hit.kind in _STATES and hit.country == seat.country for hit in words)


def _stands_behind(hit: NameHit, near: str, match: re.Match[str]) -> bool:
    """ "the Border Security Force (BSF) of India"."""
    tail = match.group()[match.end("name") - match.start() :]
    at = near.find(tail)
    between = near[at + len(tail) : hit.start]
    return at >= 0 and hit.start > at and _BEHIND.fullmatch(between) is not None


def _body(name: str, short: str, states: list[tuple[int, int]], start: int) -> Office | None:
    """The body of state that a name ends in, the names of states in it left out."""
    words = [
        word
        for at, word in _words(name)
        if not any(first <= at + start < last for first, last in states)
    ]
    plain = [word.lower().strip(",.'’") for word in words]
    if not _NOT_OF_STATE.isdisjoint(plain) or not _abbreviates(short, name):
        return None
    while plain and plain[-1] in _SMALL:
        plain = plain[:-1]
    found = offices().lookup(" ".join(plain))
    if found is not None and found.sector in _OF_STATE:
        return found
    last = plain[-1] if plain else ""
    return Office(name="government", sector=Sector.GOV, phrase=last) if last in _BODIES else None


def _words(name: str) -> Iterator[tuple[int, str]]:
    return ((match.start(), match.group()) for match in re.finditer(r"[^\s-]+", name))


def _abbreviates(short: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name, small words left out or not."""
    initials = [(word[0].lower(), word in _SMALL) for _, word in _words(name)]
    letters = short.replace(".", "").replace("&", "").lower()
    reached = [len(letters)]
    for initial, small in reversed(initials):
        last = reached[-1]
        if last and letters[last - 1] == initial:
            reached.append(last - 1)
        elif not small and last < len(letters):
            break
    return reached[-1] == 0
