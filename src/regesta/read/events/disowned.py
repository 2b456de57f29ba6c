"""What is told and never was: "dismissed claims that it had armed B", "it is not true that A
attacked", "the novel tells how A invades B", "would have hit B if it had fired"."""

from regesta.knowledge.frames import words_of
from regesta.read.auxiliaries import would_have
from regesta.read.clauses import is_negated, subject
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
_WORKS = frozenset(
    {"novel", "thriller", "satire", "sketch", "fiction", "cartoon", "comic", "fantasy", "sitcom",
     "deepfake", "hoax", "screenplay"}
)  # fmt: skip
_FAKED = frozenset(
    {"fake", "faked", "doctored", "manipulated", "fabricated", "forged", "staged", "bogus",
     "ai-generated", "computer-generated", "generated", "deepfake", "fictional", "satirical"}
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


def is_made_up(saying: Token) -> bool:
    """Whether who tells it is a work of fiction or a fake: "a doctored video showed A doing it"."""
    teller = subject(saying)
    if teller is None:
        return False
    marks = {c.lower_ for c in teller.lefts if c.dep_ in ("amod", "compound")}
    return teller.lemma_.lower() in _WORKS or bool(marks & _FAKED)


def is_counterfactual(verb: Token) -> bool:
    """ "would have hit B if it had fired", "would have hit B had it fired"."""
    if not would_have(verb):
        return False
    had = (t for t in verb.doc if t.lower_ == "had" and t.dep_ == "aux")
    turned = any(any(c.dep_ == "nsubj" and c.i > t.i for c in t.head.children) for t in had)
    return turned or any(t.lower_ == "if" for t in verb.doc)
