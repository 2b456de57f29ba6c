"""Who does a deed beside its subject: "A, along with B", "A joined B in doing it"."""

from collections.abc import Iterator

from regesta.read.clauses import complements, objects, prepositions, with_conjuncts
from regesta.read.tree import Token

_BY_SIDE = frozenset({"join", "flank", "accompany"})


def alongside(verb: Token, heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """Those whom the words set beside the doers.

    Behind the verb they may stand beside whom it is done to: "blamed A along with B".
    """
    doers = heads[:1]
    near = [t for head in doers for t in _beside(head)]
    near.extend(t for t in _beside(verb) if t.i < verb.i)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "in" and verb.head.head.lemma_ == "join":
        near.extend(t for first in objects(verb.head.head) for t in with_conjuncts(first))
    return tuple(t for t in near if t not in heads)


def _beside(word: Token) -> Iterator[Token]:
    """What stands after "along with", "together with", "alongside" or "joined by" at a word."""
    for c in word.children:
        together = c.lower_ == "with" and any(x.lower_ == "together" for x in c.children)
        if c.dep_ == "prep" and (c.lower_ in ("alongside", "along") or together):
            yield from complements(c)
        elif c.dep_ in ("acl", "advcl") and c.tag_ == "VBN" and c.lemma_ in _BY_SIDE:
            yield from (t for p in prepositions(c, "by") for t in complements(p))
