"""Deeds told by who was the first to do them: "A was the first state to recognise B"."""

from regesta.read.tree import Token

_RANKED = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})
_COPULAS = frozenset({"be", "become"})


def ranked_doer(verb: Token) -> Token | None:
    """ "the first minister to VERB": the noun that the infinitive says something of."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux"):
        return None
    noun: Token | None = verb.head
    if verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in _COPULAS:
        many = (t for c in verb.head.children if c.lower_ == "among" for t in c.children)
        noun = next((c for c in (*verb.head.children, *many) if _says_what(c)), None)
    elif verb.dep_ not in ("relcl", "acl"):
        return None
    if noun is None or not (_says_what(noun) or noun.dep_ == "appos"):
        return None
    ranked = noun.lower_ in _RANKED or any(c.lower_ in _RANKED for c in noun.children)
    return noun if ranked else None


def _says_what(noun: Token) -> bool:
    """What one is said to be: "was the first", "was among the first"."""
    return noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ == "among")
