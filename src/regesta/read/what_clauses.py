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


def thing_called(above: Token) -> Token | None:
    """ "fired what it said was a missile", "fired at what it called a base": missile and base."""
    clause = what_clause(above) if above.pos_ in ("VERB", "AUX") else _below(above)
    while clause is not None:
        named = next((c for c in clause.children if c.dep_ in ("attr", "oprd")), None)
        if named is not None and named.pos_ in ("NOUN", "PROPN") and named.lower_ != "what":
            return named
        clause = next((c for c in clause.children if c.dep_ in ("xcomp", "ccomp")), None)
    return None


def _below(preposition: Token) -> Token | None:
    clauses = (c for c in preposition.children if c.dep_ == "pcomp")
    return next((c for c in clauses if c.left_edge.lower_ == "what"), None)


def cleft(clause: Token) -> tuple[Token, Token] | None:
    """ "It is A that broke the truce": A, and what is said of it; None for any other clause."""
    it = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in clause.children)
    named = next((c for c in clause.children if c.dep_ == "attr"), None)
    if not it or named is None or clause.lemma_ != "be":
        return None
    beside = (*clause.rights, *named.rights)
    told = (c for c in beside if c.dep_ in ("ccomp", "relcl", "advcl") and c.i > named.i)
    return next(((named, c) for c in told if _is_of_it(c)), None)


def _is_of_it(clause: Token) -> bool:
    own = (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    return any(c.lower_ in ("that", "who", "which") for c in own)
