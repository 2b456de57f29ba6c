"""Whom a deed that names nobody is for, and whom it cannot be said to fall on."""

from regesta.knowledge.frames import Frame
from regesta.model import EventType, Party
from regesta.read.actors.parties import resolve
from regesta.read.actors.strangers import unexplained
from regesta.read.events.candidate import Candidate
from regesta.read.events.harmed import protest_abroad
from regesta.read.events.left_open import STRUCK
from regesta.read.events.provoked import answered_by_threat, provokers
from regesta.read.events.standins import last_dealt_with, other_of_two


def unsaid_target(
    candidate: Candidate, frame: Frame, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Whom a penalty or a threat of response that names nobody is for."""
    if frame.type is EventType.THREATEN:
        return answered_by_threat(candidate, actors)
    return _aimed_at(candidate, actors) if frame.type is EventType.SANCTION else ()


def _aimed_at(candidate: Candidate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a penalty is meant for, where its own words say it of nobody."""
    named = (t for n in ("to", "on", "against", "from", "for", "with") for t in candidate.after(n))
    if not all(candidate.scene.is_dated(token) for token in named):  # but for "on Friday"
        return ()
    found = provokers(candidate, actors) or other_of_two(candidate, actors)
    return found or last_dealt_with(candidate, actors)


def is_of_nobody_known(candidate: Candidate, frame: Frame) -> bool:
    """ "Commandos killed John Roe in X": where a person is hit does not say whose he is."""
    heads, scene = candidate.object_heads, candidate.scene
    if frame.type not in STRUCK or scene.strangers or not heads:
        return False
    names = (unexplained(head, scene) or "" for head in heads)
    whole = all(len(name.split()) > 1 for name in names)
    return whole and not any(resolve(head, scene) for head in heads)


def befalls(candidate: Candidate, frame: Frame) -> bool:
    """Whether a deed without a named recipient falls on the land where it is done."""
    if frame.type in STRUCK:
        return not is_of_nobody_known(candidate, frame)
    return frame.mode == "withdraw" or protest_abroad(candidate, frame)
