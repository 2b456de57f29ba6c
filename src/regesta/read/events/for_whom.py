"""Those in whose support something is done: it is not done to them."""

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.inside import within
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_FOR_WHOM = words_of("FOR_WHOM")


def done_for(candidate: Candidate) -> tuple[Party, ...]:
    """ "carried out strikes in support of A", "fought on behalf of A": A."""
    heads = (h for name in ("in", "on") for h in candidate.after(name) if tells_for_whom(h))
    return tuple(party for head in heads for party in within(head, candidate.scene))


def tells_for_whom(head: Token) -> bool:
    """Whether a noun behind "in" or "on" only says with or for whom: "in support of A"."""
    joined = any(c.lower_ in ("of", "with") for c in head.children if c.dep_ == "prep")
    placed = head.dep_ == "pobj" and head.head.lower_ in ("in", "on")
    return placed and joined and head.lemma_ in _FOR_WHOM
