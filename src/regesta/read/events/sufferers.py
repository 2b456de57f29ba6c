"""Whom a deed told by a noun befalls: "A's bombing by B", "A lost ten men in battles with B"."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, objects
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

SUFFERS = frozenset({"die", "perish", "come", "burn", "collapse", "suffer", "fall"})
_MEN = words_of("SOLDIERS") | words_of("PEOPLE") | {"life", "limb", "tank", "fighter"}


def undergone(candidate: Candidate) -> tuple[Token, ...]:
    """The possessor of a deed that a party behind "by" has done."""
    noun = candidate.token
    owner = child(noun, "poss") if noun.pos_ == "NOUN" else None
    done_by = candidate.codes(tuple(candidate.after("by"))) if owner is not None else frozenset()
    return (owner,) if owner is not None and done_by else ()


def suffers(verb: Token) -> bool:
    """ "Died in", "lost ten men in" a blow: that which befalls whoever does it."""
    if verb.lemma_ == "lose":
        return any(t.lemma_.lower() in _MEN for t in objects(verb))
    return verb.lemma_ in SUFFERS and verb.pos_ == "VERB"
