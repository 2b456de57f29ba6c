"""Who does what a verb tells."""

from regesta.read.clauses import complements, is_passive, prepositions, subjects
from regesta.read.tree import Token


def agents(verb: Token) -> tuple[Token, ...]:
    """The subjects of a verb, or in a passive what "by" brings; a passive may name nobody."""
    if is_passive(verb):
        return tuple(t for p in prepositions(verb, "by") for t in complements(p))
    return tuple(subjects(verb))
