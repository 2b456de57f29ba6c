"""What is told and never was: "dismissed claims that it had armed B", "it is not true that A
attacked", "the novel tells how A invades B"."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, is_negated, prepositions, subject
from regesta.read.tree import Token

_CLAIMS = words_of("CLAIM")
_DISMISSING = frozenset(
    {"dismiss", "refute", "rebut", "disprove", "dispute", "repudiate", "contest", "brush", "wave",
     "shrug", "bat", "laugh", "debunk", "discredit", "retract", "take_back"}
)  # fmt: skip
_STORIES = _CLAIMS | {"story", "tale", "news", "account", "notion", "narrative", "statement"}
_LAUGHS = frozenset({"laugh", "scoff", "sneer", "mock"})
_DOUBTS = frozenset({"doubt", "disbelieve"})
_RETRACTS = frozenset(
    {"withdraw", "retract", "correct", "debunk", "disprove", "invent", "fabricate", "discredit",
     "refute", "deny", "dismiss", "make_up", "take_back", "disown", "disavow"}
)  # fmt: skip
_BACKS_OUT = frozenset(
    {"retract", "backtrack", "recant", "backpedal", "disavow", "take_back", "row_back", "walk_back",
     "climb_down"}
)  # fmt: skip
_PROVES = frozenset({"be", "prove", "turn", "appear", "seem"})
_BEARS_OUT = frozenset(
    {"bear", "support", "confirm", "back", "prove", "substantiate", "corroborate", "suggest"}
)
_NOTHING = frozenset({"nothing", "nobody", "none", "no"})
_TRUE = frozenset({"true", "correct", "accurate", "right"})
_CONCEIVABLE = frozenset({"possible", "likely", "unlikely", "conceivable", "probable"})
_UNTRUE = frozenset(
    {"false", "untrue", "incorrect", "inaccurate", "baseless", "groundless", "unfounded", "lie",
     "fabrication", "fiction", "nonsense", "hoax", "invention", "fake"}
)  # fmt: skip
_WRONG = _UNTRUE | {"wrong", "mistaken", "mistake", "error", "myth", "misleading", "slander"}
_FAKED = frozenset(
    {"fake", "faked", "doctored", "manipulated", "fabricated", "forged", "staged", "bogus",
     "ai-generated", "computer-generated", "generated", "deepfake", "fictional", "satirical"}
)  # fmt: skip


def is_disowned(lower: Token, governor: Token) -> bool:
    """Whether a claim stands beside words that call it untrue.

    "Rejected as false the charge that it had armed B", "reports that A had struck B proved false",
    "nothing bears out the tale that A struck B", "the report of a strike was withdrawn"; "doubt
    that A could strike B" too.
    """
    word = governor.lemma_.lower()
    if word in _DOUBTS and lower.dep_ == "ccomp" and lower.lemma_.lower() not in _STORIES:
        return governor.pos_ == "VERB" and not is_negated(governor)
    if lower.lower_ == "about" and lower.dep_ == "prep" and word in _REMARKS:
        return child(lower, "pcomp") is not None  # "said about talking with B"
    if lower.lemma_.lower() not in _STORIES:
        return word in _LAUGHS and lower.dep_ in ("ccomp", "prep") and not is_negated(governor)
    if lower.dep_ in ("nsubj", "nsubjpass") and not is_negated(governor):
        retracted = lower.dep_ == "nsubjpass" and _takes_back(governor, _RETRACTS)
        return retracted or (word in _PROVES and bool(_called(governor) & _WRONG))
    if lower.dep_ not in ("dobj", "nsubjpass"):
        return False
    if governor.pos_ == "ADJ":
        return word in _UNTRUE
    named = (c for p in prepositions(governor, "as") for c in p.children)
    if any(c.lower_ in _UNTRUE for c in named):
        return True
    return _takes_back(governor, _DISMISSING) or (word in _BEARS_OUT and _is_nothing(governor))


def _takes_back(verb: Token, words: frozenset[str]) -> bool:
    """Whether a verb, with its particle, is one of dismissing: "take back", "make up"."""
    beside = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")]
    lemma = verb.lemma_.lower()
    return lemma in words or any(f"{lemma}_{part}" in words for part in beside)


def _called(verb: Token) -> set[str]:
    """What "was", "proved" or "turned out to be" says that its subject is."""
    below = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.lemma_ == "be")]
    said = (c for v in below for c in v.children if c.dep_ in ("acomp", "attr", "oprd"))
    return {c.lemma_.lower() for c in said}


def _is_nothing(verb: Token) -> bool:
    """ "nothing bears it out", "no evidence supports it"."""
    what = subject(verb)
    return what is not None and any(t.lower_ in _NOTHING for t in (what, *what.children))


def is_taken_back(told: Token, saying: Token) -> bool:
    """ "said it had hit B but took this back", wherever the parse hangs what follows."""
    later = (c for verb in (told, saying) for c in verb.rights if c.dep_ == "conj")
    return any(_takes_back(c, _BACKS_OUT) for c in later)


def is_untrue(lower: Token, verb: Token) -> bool:
    """Whether a clause is said not to be true: "it is not true that A attacked".

    "Called it a lie that A attacked" too.
    """
    named = verb.dep_ in ("oprd", "attr", "dobj", "ccomp") and verb.lemma_.lower() in _UNTRUE
    if named and lower.dep_ in ("relcl", "acl", "ccomp"):
        it = (c.lower_ for c in verb.head.children if c.dep_ in ("nsubj", "dobj"))
        return "it" in it and any(c.lower_ == "that" for c in lower.children)
    if verb.lemma_ != "be" or lower.dep_ not in ("ccomp", "csubj", "advcl"):
        return False
    words = {c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "attr")}
    return bool(words & (_TRUE if is_negated(verb) else _UNTRUE))


_REMARKS = frozenset({"say", "comment", "remark", "ask", "tell"})
# What is only spoken or thought of: "talked of expelling B".
_MUSES = frozenset(
    {"hint", "speak", "talk", "think", "muse", "dream", "mutter", "joke", "whisper", "fantasise",
     "say", "comment", "remark", "look", "toy", "flirt", "play", "wrestle", "agonise", "lean",
     "reflect", "deliberate"}
)  # fmt: skip


_ON = frozenset({"of", "at", "about", "with", "into", "towards", "toward", "over", "on"})


def is_conceivable(lower: Token, verb: Token) -> bool:
    """ "it is possible that A shelled B", "a meeting of A and B is unlikely".

    "Hinted at shelling B", "is looking at sending troops" too.
    """
    if lower.dep_ == "prep" and lower.lower_ in _ON:
        return verb.lemma_ in _MUSES and child(lower, "pcomp") is not None
    noun = lower.dep_ == "nsubj" and lower.pos_ == "NOUN"
    it = any(c.lower_ == "it" for c in verb.lefts) and lower.dep_ in ("ccomp", "csubj", "advcl")
    if verb.lemma_ != "be" or not (noun or it):
        return False
    words = {c.lemma_.lower() for c in verb.children if c.dep_ == "acomp"}
    return not words.isdisjoint(_CONCEIVABLE)


def is_made_up(saying: Token) -> bool:
    """Whether who tells it is a fake: "a doctored video showed A doing it"."""
    teller = subject(saying)
    if teller is None:
        return False
    marks = {c.lower_ for c in teller.lefts if c.dep_ in ("amod", "compound")}
    return teller.lower_ in ("deepfake", "hoax") or bool(marks & _FAKED)
