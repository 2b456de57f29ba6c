"""Whom a penalty in force weighs upon: "A's tariffs have hurt B"."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import objects, with_conjuncts
from regesta.read.tree import Token

_PENALTIES = words_of("SANCTION")
_WEIGHS = frozenset(
    {"hit", "hurt", "cost", "cripple", "squeeze", "batter", "devastate", "damage", "strangle",
     "choke", "dent", "hobble", "ravage", "pinch", "deprive", "deny", "weaken", "wreck", "sap",
     "starve", "plunge", "ruin", "harm"}
)  # fmt: skip


def weighed_down(penalty: Token) -> tuple[Token, ...]:
    """Whom it hurts; nobody where it only may."""
    verb = penalty.head
    if penalty.lemma_.lower() not in _PENALTIES:
        return ()
    if penalty.dep_ == "nsubj" and verb.lemma_ in _WEIGHS and not _only_may(verb):
        near = [c for c in verb.children if c.dep_ == "dative"]
        heads = [head for head in (*near, *objects(verb)) if not _is_its(head)]
        return tuple(t for head in heads for t in with_conjuncts(head))
    return ()


def _is_its(noun: Token) -> bool:
    """ "its shoppers": those of the penalty's own land."""
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.lefts)


def _only_may(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "neg") and c.tag_ in ("MD", "TO", "RB") for c in verb.children)
