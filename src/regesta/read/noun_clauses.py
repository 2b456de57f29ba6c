"""Clauses and names that hang on a noun of will, of words or of blows, put back on it."""

from regesta.knowledge.frames import words_of
from regesta.read.misplaced import DAY_WORDS
from regesta.read.tree import Token, hang

# What somebody sets his mind on: "A's decision to VERB", "the refusal of A to VERB".
WILLED = frozenset(
    {"commitment", "promise", "pledge", "vow", "offer", "decision", "plan", "proposal", "threat",
     "intention", "intent", "undertaking", "readiness", "willingness", "refusal", "assurance",
     "desire", "wish", "move", "bid", "attempt", "resolve", "reluctance", "determination"}
)  # fmt: skip
# "used the decision of A to strike B": the aim is that of who uses it.
_EXPLOITS = frozenset({"use", "exploit", "invoke", "cite", "take", "seize", "need"})
_DIRECTED = (words_of("ATTACK") | words_of("SANCTION") | {"threat", "aggression", "accusation"}) - {
    "siege"
}
_NO_GROUND = frozenset(
    {"order", "economy", "currency", "sovereignty", "credibility", "reputation", "democracy"}
)
_WORDED = frozenset(
    {"statement", "resolution", "letter", "draft", "text", "motion", "bill", "law", "message",
     "note", "declaration", "communique", "petition", "document", "amendment", "proposal"}
)  # fmt: skip
_TOWARDS = frozenset({"on", "against", "upon", "towards", "toward"})


def take_will(verb: Token) -> None:
    """ "regretted the decision of A and B to leave C": what they decided, no aim of who regrets."""
    first = verb.left_edge
    if verb.dep_ not in ("advcl", "acl", "relcl") or first.lower_ != "to" or not first.i:
        return
    noun = verb.doc[first.i - 1]
    while noun.pos_ in ("NOUN", "PROPN", "ADP") and noun.head.i < noun.i:
        if noun.lemma_.lower() in WILLED and any(c.lower_ in ("of", "by") for c in noun.rights):
            break
        noun = noun.head
    if noun.lemma_.lower() not in WILLED or noun is verb.head or noun.head.lemma_ in _EXPLOITS:
        return
    hang(verb, noun, "acl")


def give_doer(of: Token) -> None:
    """ "the strikes of A on B", as some papers write for "by A": what has whom it falls on, too."""
    noun = of.head
    if of.dep_ != "prep" or noun.lemma_.lower() not in _DIRECTED:
        return
    if any(c.dep_ == "poss" or c.lower_ == "by" for c in noun.children):
        return
    low = (c for doer in of.rights for c in doer.rights)
    behind = (c for c in (*noun.rights, *low) if c.dep_ == "prep" and c.i > of.i)
    towards = next((c for c in behind if c.lower_ in _TOWARDS and _names_state(c)), None)
    if towards is not None and _names_state(of):
        of.lower_ = "by"
        hang(towards, noun, "prep")


def _names_state(preposition: Token) -> bool:
    """Whether a preposition brings a name, or what is somebody's by name; days are no names."""
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.lower_ in DAY_WORDS or noun.lemma_.lower() in _DIRECTED | _NO_GROUND:
        return False  # "the threat of a strike by A on B"
    if any(c.dep_ == "nummod" for c in noun.children):  # "on May 5"
        return False
    words = (noun, *(c for c in noun.lefts if c.dep_ in ("amod", "compound", "poss", "nmod")))
    return any(t.text[:1].isupper() or t.lower_ in ("its", "his", "their") for t in words)


def take_wording(verb: Token) -> None:
    """ "vetoed a draft calling for a truce": the draft calls, read as what is done by vetoing."""
    noun = verb.doc[verb.i - 1] if verb.i else verb
    own = any(c.dep_ in ("nsubj", "mark", "aux") for c in verb.children)
    beside = noun.dep_ == "dobj" and noun.head is verb.head and noun.lemma_.lower() in _WORDED
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and beside and not own:
        hang(verb, noun, "acl")
