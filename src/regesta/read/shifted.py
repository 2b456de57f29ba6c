"""Objects that stand behind what is made of them: "rejected as baseless the remarks of B"."""

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


def _governed(token: Token) -> Token | None:
    return next((c for c in token.rights if c.dep_ in ("pobj", "dobj")), None)


def _is_whole(noun: Token, verdict: Token) -> bool:
    """Whether a noun phrase begins anew behind the verdict: "the remarks", "Peru's claim"."""
    own = [c for c in noun.lefts if c.dep_ in _BEFORE and c.i > verdict.i]
    first = min(own, key=lambda t: t.i, default=noun)
    opens = first.dep_ in ("det", "poss") or first.pos_ == "PROPN" or noun.pos_ == "PROPN"
    return opens and noun.i > verdict.i + 1
