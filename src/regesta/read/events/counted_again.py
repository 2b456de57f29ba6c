"""What a bare number counts that was counted before: "expelled 12 envoys, and B threw out four"."""

from regesta.read.tree import Token

_MANY = frozenset({"NNS", "NNPS"})
_BEHIND = frozenset({"more", "other", "others", "each", "apiece", "further"})
_COUNTED_BY = frozenset({"nummod", "quantmod"})


def counted_before(number: Token) -> Token | None:
    """The last plural noun with a number before it, for a number that has no noun of its own.

    Not for a sum, a year, a share or an hour.
    """
    if number.pos_ != "NUM" or number.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return None
    if any(c.lower_ not in _BEHIND and not _is_scale(c) for c in number.children):
        return None
    for token in reversed(number.doc[: number.i]):
        counted = any(c.dep_ in _COUNTED_BY and c.pos_ == "NUM" for c in token.lefts)
        if token.tag_ in _MANY and token.pos_ in ("NOUN", "PROPN") and counted:
            return token
    return None


def _is_scale(token: Token) -> bool:
    """ "about", "at least", "more than": words that only weigh a number."""
    return token.dep_ in ("advmod", "quantmod", "punct", "cc", "det") and token.pos_ != "SYM"
