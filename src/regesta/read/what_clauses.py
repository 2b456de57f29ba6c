"""Clauses that "what" opens and that are a verb's object: "condemned what B did"."""

from regesta.read.tree import Token


def what_clause(verb: Token) -> Token | None:
    """The clause right behind the verb, or behind words that say only how: "in strong terms"."""
    own = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)
    clause = next(own, None)
    if clause is not None:
        first = clause.left_edge
        return clause if first.lower_ == "what" and first.i == verb.i + 1 else None
    if any(c.dep_ in ("dobj", "xcomp") for c in verb.children):
        return None
    manner = (c for p in verb.rights if p.dep_ == "prep" and p.lower_ == "in" for c in p.children)
    hung = (c for noun in manner for c in noun.children if c.dep_ == "relcl")
    return next((c for c in hung if c.left_edge.lower_ == "what"), None)
