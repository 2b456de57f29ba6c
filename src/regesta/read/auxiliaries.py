"""A verb's auxiliaries, those it shares, the word that opens its clause."""

from regesta.read.tree import Token


def auxiliaries(verb: Token) -> frozenset[str]:
    """The words that help a verb: "had", "been" of "had been struck"."""
    return frozenset(c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))


def opens_with_that(verb: Token) -> bool:
    """Whether a clause tells what is so: "(the news) that X has left"."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


def carrier(verb: Token) -> Token:
    """The verb that says the auxiliaries of one joined to it: "will restore ties and ease the
    embargo"; else the verb itself."""
    found = verb
    while found.dep_ == "conj" and not any(c.dep_ == "aux" for c in found.children):
        if found.head.pos_ != "VERB" or any(c.dep_ == "nsubj" for c in found.children):
            break
        found = found.head
    return found


def would_have(verb: Token) -> bool:
    """ "would have hit B": not told as what will come."""
    return {"would", "have"} <= {c.lower_ for c in verb.children if c.dep_ == "aux"}
