"""Objects that stand behind what is made of them, or whom they are for.

"Rejected as baseless the remarks of B", "discussed with B the war".
"""

from regesta.read.tree import Token, hang

_JUDGES = frozenset(
    {"reject", "dismiss", "describe", "regard", "denounce", "condemn", "view", "brand", "decry",
     "label", "see", "consider", "hail", "praise", "welcome", "criticise", "criticize", "deplore",
     "slam", "characterise", "characterize", "treat", "rule", "declare", "deem", "brush", "term",
     "wave", "paint", "portray"}
)  # fmt: skip
_BEFORE = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})


def put_object_back(as_: Token) -> None:
    """ "rejected as baseless the remarks", whose parse hangs the remarks below "as": they are what.

    The verdict stays with "as", as in "rejected the remarks as baseless".
    """
    verb = as_.head if as_.head.lemma_ in _JUDGES else as_.head.head
    at = as_.i + 1
    if as_.lower_ != "as" or verb.lemma_ not in _JUDGES or at >= len(as_.doc) or as_.i < verb.i:
        return
    verdict = as_.doc[at]
    if verdict.pos_ not in ("ADJ", "VERB") or any(c.dep_ == "dobj" for c in verb.children):
        return
    noun = _governed(as_) or _governed(verdict)
    if noun is None or not _is_whole(noun, verdict):
        return
    hang(as_, verb, "prep")
    hang(verdict, as_, "amod")
    hang(noun, verb, "dobj")


def take_object(preposition: Token) -> None:
    """ "discussed with the envoy the war", "conveyed to B the thanks of A": no name of the envoy's.

    The parse sets beside the envoy what no comma parts from him.
    """
    verb, noun = preposition.head, _governed(preposition)
    done = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    if noun is None or verb.pos_ != "VERB" or preposition.i < verb.i or done:
        return
    thing = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if thing is None or thing.pos_ != "NOUN" or thing.doc[thing.left_edge.i - 1].is_punct:
        return
    if thing.left_edge.dep_ in ("det", "poss") and thing.left_edge is not thing:
        hang(thing, verb, "dobj")


def _governed(token: Token) -> Token | None:
    return next((c for c in token.rights if c.dep_ in ("pobj", "dobj")), None)


def _is_whole(noun: Token, verdict: Token) -> bool:
    """Whether a noun phrase begins anew behind the verdict: "the remarks", "Peru's claim"."""
    own = [c for c in noun.lefts if c.dep_ in _BEFORE and c.i > verdict.i]
    first = min(own, key=lambda t: t.i, default=noun)
    opens = first.dep_ in ("det", "poss") or first.pos_ == "PROPN" or noun.pos_ == "PROPN"
    return opens and noun.i > verdict.i + 1
