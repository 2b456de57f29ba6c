"""Whom a deed told by a noun befalls where he stands before it: "A's bombing by B"."""

from regesta.read.clauses import child
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token


def undergone(candidate: Candidate) -> tuple[Token, ...]:
    """The possessor of a deed that a party behind "by" has done."""
    noun = candidate.token
    owner = child(noun, "poss") if noun.pos_ == "NOUN" else None
    done_by = candidate.codes(tuple(candidate.after("by"))) if owner is not None else frozenset()
    return (owner,) if owner is not None and done_by else ()
