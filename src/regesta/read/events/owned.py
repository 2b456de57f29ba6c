"""Whose a thing is that is taken, told behind it: "a ship belonging to A", "a plant owned by B"."""

from collections.abc import Iterator

from regesta.read.clauses import complements, objects, prepositions, subjects
from regesta.read.events.candidate import Candidate, measured
from regesta.read.tree import Token

# What ties a thing to somebody, and the words that lead to whom.
_TIES = {
    "belong": ("to",), "own": ("by",), "run": ("by",), "operate": ("by",), "charter": ("by",),
    "use": ("by",), "lease": ("by", "to"), "rent": ("by",), "manage": ("by",), "control": ("by",),
    "register": ("in", "to"), "link": ("to",), "tie": ("to",), "connect": ("to",),
    "hold": ("by",), "occupy": ("by",),
}  # fmt: skip
_BEARING = frozenset({"carry", "bring", "bear", "transport", "haul"})
_HAS = frozenset({"have", "keep", "maintain", "retain", "leave"})
_SAILS = frozenset({"fly", "sail"})  # "flying A's flag", "sailing under a B flag"
TYING = frozenset(_TIES) | _BEARING | _SAILS


def owners(candidate: Candidate) -> tuple[Token, ...]:
    """Whose the object is by the participle or clause behind it, and whose goods it carries."""
    heads = (n for head in candidate.object_heads for n in (head, *measured(head)))
    clauses = (c for n in heads for c in n.children if c.dep_ in ("acl", "relcl"))
    return tuple(owner for clause in clauses for owner in _owners(clause))


def havers(candidate: Candidate) -> tuple[Token, ...]:
    """ "A has 1,000 troops stationed in B": whose the troops are that the participle tells of."""
    noun = candidate.token.head
    told = candidate.token.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.lemma_ in _HAS
    return subjects(noun.head) if told else ()


def is_own(candidate: Candidate) -> bool:
    """ "defended its record": the doer's own thing, and no party as "its ally B" is."""
    heads = candidate.object_heads
    own = any(c.dep_ == "poss" and c.pos_ == "PRON" for head in heads for c in head.lefts)
    return own and not candidate.codes(heads)


def _owners(clause: Token) -> Iterator[Token]:
    names = _TIES.get(clause.lemma_, ())
    yield from (t for p in prepositions(clause, *names) for t in complements(p))
    if clause.lemma_ in _BEARING and clause.tag_ != "VBN":
        yield from objects(clause)
    if clause.lemma_ in _SAILS:
        under = (t for p in prepositions(clause, "under") for t in complements(p))
        yield from (
            t for t in (*objects(clause), *under) if t.lemma_ in ("flag", "colour", "color")
        )
