"""Blows of fighters whom an article never names: "militants attacked A's consulate".

They are another side than the state they strike, whoever they are: an armed group of no known name.
Where the article tells of a group that strikes, or of another state that struck the same one, the
blow may be theirs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.knowledge import country
from regesta.model import Event, EventType, Modality, Party, Sector, Span
from regesta.read.events.merge import only_placed, same_deed, together
from regesta.read.events.scope import is_of_group, sides
from regesta.text import hinted

RULE = "fighters.unnamed"
_BLOWS = frozenset({"attack", "kill", "abduct", "capture", "fire", "destroy"})
# Fighters by what they fight for, and the ways of striking that are only theirs.
_FIGHTERS = hinted(
    r"\b(?:militants?|militant gunm[ae]n|jihadists?|jihadis?|islamists?|insurgents?|extremists?"
    r"|terrorists?|terror|suicide (?:attack(?:er)?|bomb(?:er|ing)?|blast)s?)\b",
    *("militant", "jihadi", "islamist", "insurgent", "extremist", "terror", "suicide "),
)
# Who may be no more than criminals, unless it is a state's servants whom they strike.
_ARMED = re.compile(r"\b(?:gunmen|attackers|assailants|armed men)\b", re.IGNORECASE)
_EDGE = re.compile(r"\bnear the [\w ]+ (?:border|frontier)\b")
_SERVING = frozenset({Sector.MIL, Sector.GOV})


def of_unnamed_fighters(
    events: Sequence[Event], unclaimed: Iterable[Event], *, text: str
) -> tuple[Event, ...]:
    """The blows that no event of the article may claim, each once, with its fighters as doers."""
    blows = [e for e in events if e.type is EventType.ASSAULT]
    if any(is_of_group(p) for e in blows if not e.background for p in e.actors):
        return ()
    struck = {s for e in blows for s in _struck(e)}
    found: list[Event] = []
    for blow in unclaimed:
        if not _may_be_told(blow) or struck & (hit := sides(blow.recipients)) or not hit:
            continue
        by = _fighters(blow, text=text)
        if by is None:
            continue
        told = replace(blow, actors=(by,))
        at = next((i for i, known in enumerate(found) if _is_one(known, told)), None)
        if at is None:
            found.append(told)
        else:
            found[at] = together(found[at], told)
    return tuple(found)


def _struck(event: Event) -> frozenset[str]:
    """Who may be hit by a blow whose doer is known."""
    return sides(event.recipients) | sides(event.actors)


def _may_be_told(blow: Event) -> bool:
    done = blow.type is EventType.ASSAULT and blow.modality is Modality.ACTUAL
    states = [p for p in blow.recipients if country(p.country or "") is not None]
    bare = not blow.actors and not blow.background
    return done and bare and blow.mode in _BLOWS and bool(states)


def _fighters(blow: Event, *, text: str) -> Party | None:
    """The words of its sentence that say who struck, or how."""
    sentence = blow.evidence[0]
    words = text[sentence.start : sentence.end]
    if _EDGE.search(words):
        return None  # "near the A border": on whose side nobody says
    match = _FIGHTERS.search(words)
    served = not only_placed(blow.recipients)
    if match is None and served and any(p.sector in _SERVING for p in blow.recipients):
        match = _ARMED.search(words)
    if match is None:
        return None
    span = Span(
        page=sentence.page, start=sentence.start + match.start(), end=sentence.start + match.end()
    )
    return Party(
        span=span, text=match[0], name=match[0], country=None, sector=Sector.REB, rule=RULE
    )


def _is_one(known: Event, told: Event) -> bool:
    """Whether two blows of unnamed fighters are one: the same state, no other day or place."""
    of_one = replace(known, actors=known.recipients), replace(told, actors=told.recipients)
    first, second = (replace(event, recipients=()) for event in of_one)
    return same_deed(first, second)
