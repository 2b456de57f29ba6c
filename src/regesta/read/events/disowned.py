"""What is told only to be called untrue: "dismissed claims that it had armed B", "it is not true
that A attacked"."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import is_negated
from regesta.read.tree import Token

_CLAIMS = words_of("CLAIM")
_DISMISSING = frozenset(
    {"dismiss", "refute", "rebut", "disprove", "dispute", "repudiate", "contest", "brush", "wave",
     "shrug", "bat", "laugh", "debunk", "discredit"}
)  # fmt: skip
_TRUE = frozenset({"true", "correct", "accurate", "right"})
_UNTRUE = frozenset(
    {"false", "untrue", "incorrect", "inaccurate", "baseless", "groundless", "unfounded", "lie",
     "fabrication", "fiction", "nonsense", "hoax", "invention", "fake"}
)  # fmt: skip


def is_disowned(lower: Token, governor: Token) -> bool:
    """Whether a claim is the object of words that call it untrue: "rejected as false the charge
    that it had armed B"."""
    if lower.dep_ not in ("dobj", "nsubjpass") or lower.lemma_.lower() not in _CLAIMS:
        return False
    return governor.lemma_.lower() in (_UNTRUE if governor.pos_ == "ADJ" else _DISMISSING)


def is_untrue(lower: Token, verb: Token) -> bool:
    """Whether a clause is said not to be true: "it is not true that A attacked"."""
    if verb.lemma_ != "be" or lower.dep_ not in ("ccomp", "csubj", "advcl"):
        return False
    words = {c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "attr")}
    return bool(words & (_TRUE if is_negated(verb) else _UNTRUE))
