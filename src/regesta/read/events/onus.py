"""Whose turn it is said to be: "the onus is on X to act", "outside powers should keep out"."""

from regesta.read.clauses import complements, prepositions, subject
from regesta.read.tree import Token

_ONUS = frozenset({"onus", "burden", "ball", "responsibility"})
_STATES = frozenset({"country", "power", "state", "government", "nation", "actor", "party"})
_OUTSIDE = frozenset({"third", "foreign", "outside", "external", "other", "all", "western"})


def up_to(verb: Token) -> tuple[Token, ...]:
    """ "the onus is on X to act", "it is up to X": whose turn it is said to be."""
    doer = subject(verb)
    if doer is None or verb.lemma_ not in ("be", "lie", "rest", "remain", "fall"):
        return ()
    if doer.lemma_.lower() in _ONUS:
        names: tuple[str, ...] = ("on", "upon", "with", "in")
    else:
        names = ("to",) if any(c.lower_ == "up" for c in verb.children) else ()
    time = next((c for c in verb.children if c.dep_ == "attr" and c.lemma_ == "time"), None)
    near = [*prepositions(verb, *names), *(prepositions(time, "for") if time is not None else ())]
    near.extend(p for c in verb.children if c.lower_ == "up" for p in prepositions(c, *names))
    turn = (c for c in time.children if c.dep_ in ("relcl", "acl")) if time is not None else ()
    called = [s for c in turn for s in c.children if s.dep_ == "nsubj"]
    called.extend(o for c in verb.children if _is_turn(c) for o in c.children if o.dep_ == "poss")
    return (*called, *(t for p in near for t in complements(p)))


def _is_turn(noun: Token) -> bool:
    """ "it is now X's turn to act"."""
    own = noun.dep_ == "attr" and noun.lemma_ in ("turn", "move", "responsibility", "duty", "job")
    return own and any(c.dep_ in ("relcl", "acl") and c.tag_ == "VB" for c in noun.children)


def is_any_other(doer: Token) -> bool:
    """ "outside powers should keep out": whoever is not of the land."""
    kinds = {c.lower_ for c in doer.children if c.dep_ in ("amod", "compound")}
    return doer.lemma_.lower() in _STATES and not _OUTSIDE.isdisjoint(kinds)
