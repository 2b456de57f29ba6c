"""A verb's auxiliaries, and those it shares: "will restore ties and ease the embargo"."""

from regesta.read.tree import Token


def carrier(verb: Token) -> Token:
    """The verb that says the auxiliaries of one that is joined to it; else the verb itself."""
    found = verb
    while found.dep_ == "conj" and not any(c.dep_ == "aux" for c in found.children):
        if found.head.pos_ != "VERB" or any(c.dep_ == "nsubj" for c in found.children):
            break
        found = found.head
    return found


def would_have(verb: Token) -> bool:
    """ "would have hit B": not told as what will come."""
    return {"would", "have"} <= {c.lower_ for c in verb.children if c.dep_ == "aux"}
