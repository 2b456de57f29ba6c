"""Deeds that a noun takes for granted whatever is wished for above it."""

from regesta.knowledge.frames import Frame
from regesta.model import EventType
from regesta.read.clauses import child, governors
from regesta.read.events.answered import of_another
from regesta.read.events.candidate import Candidate

_AVERTS = frozenset({"prevent", "avert", "avoid", "deter", "forestall", "preclude", "thwart"})


def presupposed(candidate: Candidate, frame: Frame) -> bool:
    """Whether a noun takes its deed for granted: "condemned the strikes", "their war on Y"."""
    if frame.pos == "N" and frame.type in (EventType.REQUEST, EventType.THREATEN):
        return of_another(candidate) or _is_averted(candidate)  # "averted the threat of a raid"
    if frame.mode == "test-weapon" and frame.pos == "N":  # "over the North's third nuclear test"
        owner = child(candidate.token, "poss")
        return owner is not None and owner.pos_ == "PROPN"
    if frame.pos != "N" or frame.type not in (EventType.ASSAULT, EventType.SANCTION):
        return False
    words = list(candidate.token.lefts)
    if _is_averted(candidate):
        return False
    if any(c.lower_ in ("no", "any", "a", "an", "further", "new", "more", "future") for c in words):
        return False
    owned = any(c.dep_ == "poss" for c in words)
    return owned or any(c.lower_ in ("the", "this", "these", "that", "those") for c in words)


def _is_averted(candidate: Candidate) -> bool:
    return any(g.lemma_ in _AVERTS for g in governors(candidate.token))
