"""The words that belong to a verb: "took in refugees", "brought A and B together"."""

from regesta.read.clauses import child
from regesta.read.tree import Token

_OVER_TO = frozenset({"hand", "turn", "sign"})


def _is_particle(word: Token, verb: Token) -> bool:
    """Whether a word belongs to the verb: "took in refugees", "gave in to", "took X in".

    What only says where or when does not: "took the oath in Oslo".
    """
    if word.dep_ != "prep":
        return word.dep_ in ("prt", "advmod")
    return word.i == verb.i + 1 or child(word, "pobj", "pcomp") is None


def has_particle(verb: Token, wanted: str) -> bool:
    """Whether a particle belongs to the verb; the parse may count with it: "handed over 15 men"."""
    if any(c.lower_ == wanted and _is_particle(c, verb) for c in verb.children):
        return True
    if wanted == "together":  # "brought A and B together in Rome", read as "together in Rome"
        low = (left for c in verb.rights if c.dep_ == "prep" for left in c.lefts)
        return any(left.lower_ == wanted for left in low)
    if verb.lemma_ not in _OVER_TO or wanted != "over" or verb.i + 1 >= len(verb.doc):
        return False
    after = verb.doc[verb.i + 1]
    return after.lower_ == "over" and after.dep_ == "quantmod"
