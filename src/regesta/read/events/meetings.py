"""The nouns of meeting, talk and travel."""

from regesta.knowledge.frames import words_of
from regesta.read.tree import Token

TRIPS = words_of("VISIT")
MEETINGS = words_of("TALKS") | words_of("ENCOUNTER") | TRIPS
_AT_ONCE = frozenset({"at", "in", "for", "during", "on"})


def brings_meeting(preposition: Token) -> bool:
    """ "will raise it at talks with X": a meeting stands as the deed that is done there."""
    if preposition.lower_ not in _AT_ONCE:
        return False
    return any(c.lemma_.lower() in MEETINGS for c in preposition.children if c.dep_ == "pobj")
