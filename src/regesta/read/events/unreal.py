"""What has not come about: what is told as a term, a forecast, a time that may come, a world that
did not: "once B withdraws", "on condition that B withdraws", "but for a call A would have struck".
"""

from collections.abc import Set as AbstractSet
from itertools import pairwise

from regesta.knowledge.frames import words_of
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import is_negated
from regesta.read.direct import in_direct_speech
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

_ARMS = words_of("WEAPON") | words_of("HARDWARE") | words_of("WARSHIP")
_WOULD = frozenset({"would", "'d", "’d"})
_COULD = frozenset({"could", "might"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
OUGHT = frozenset({"should", "must", "ought"})
_WILLED = _WILL | _WOULD | {"may", "might", "can", "could", "ca", "should", "must"}
_COMING = frozenset({"when", "once", "whenever", "until", "till"})
_PRESENT = frozenset({"VBZ", "VBP"})
_TERMS = frozenset({"condition", "proviso", "assumption", "understanding", "event", "case"})
_WANTS = frozenset({"need", "want", "require", "demand", "insist", "seek", "expect"})
_PROVIDED = frozenset({"provided", "providing", "assuming", "supposing", "presuming"})
_AS = frozenset({"though", "if"})
_CALLS_OFF = frozenset({"neither", "nor", "not", "n't", "never"})
# "Will meet B when he visits A": the visit that is set is planned, not a term.
_COMES = frozenset(
    {"visit", "travel", "come", "go", "arrive", "fly", "meet", "host", "gather", "sit", "attend",
     "hold", "take", "convene", "begin", "start", "resume", "open", "return", "head", "receive"}
)  # fmt: skip
FORECASTS = frozenset(
    {"predict", "forecast", "bet", "wager", "reckon", "anticipate", "foresee", "speculate",
     "prophesy", "guess", "project"}
)  # fmt: skip


def is_counterfactual(verb: Token) -> bool:
    """ "would have hit B if it had fired", "had it fired", "but for a call", "without A's help".

    What a weapon can do is as little done: "a missile that could wipe out B".
    """
    if _is_power(verb):
        return True
    helpers = auxiliaries(verb)
    if "have" not in helpers or not helpers & (_WOULD | _COULD):
        return False
    return (
        _is_turned(verb)
        or any(t.lower_ == "if" for t in verb.doc)
        or (bool(helpers & _WOULD) and _is_saved(verb))
    )


def _is_power(verb: Token) -> bool:
    """ "a missile that could wipe out B": what arms can do, which nobody says they will."""
    can = bool(auxiliaries(verb) & {"can", "could"})
    return can and verb.dep_ == "relcl" and verb.head.lemma_.lower() in _ARMS


def _is_bidden(verb: Token) -> bool:
    """ "told the army to strike B": what somebody is to do."""
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    told = verb.dep_ == "ccomp" or (
        verb.dep_ == "xcomp" and any(c.dep_ == "dobj" and c.i < verb.i for c in verb.head.rights)
    )
    return told and verb.tag_ == "VB" and to and verb.head.lemma_ == "tell"


def _is_turned(verb: Token) -> bool:
    """ "had it fired", anywhere beside."""
    had = (t for t in verb.doc if t.lower_ == "had" and t.dep_ == "aux")
    return any(any(c.dep_ == "nsubj" and c.i > t.i for c in t.head.children) for t in had)


def _is_saved(verb: Token) -> bool:
    """ "but for a call from C", "without the help of C", "otherwise"."""
    if any(c.lower_ == "otherwise" for c in verb.children):
        return True
    for preposition in (c for c in verb.children if c.dep_ == "prep"):
        before = verb.doc[preposition.i - 1].lower_ if preposition.i > 0 else ""
        if preposition.lower_ == "without" or (preposition.lower_ == "for" and before == "but"):
            return True
    return False


def is_forecast(verb: Token) -> bool:
    """ "by May A will have left", "will leave if B does": what is worked out, not what is set."""
    helpers = auxiliaries(verb)
    return ("have" in helpers and bool(helpers & _WILL)) or is_tied(verb)


def is_foretold(verb: Token) -> bool:
    """ "said it would leave": not "would leave if B did", nor what "would" is quoted with."""
    first = verb
    while first.dep_ == "conj":  # "said it would stay and fight"
        first = first.head
    told = first.dep_ == "ccomp" and first.head.lemma_ in SPEECH
    return told and not in_direct_speech(verb) and not is_tied(verb)


def is_tied(verb: Token) -> bool:
    """ "will open it only if B leaves"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(m.lower_ in ("if", "unless") for c in clauses for m in c.children)


def is_awaited(clause: Token, verb: Token) -> bool:
    """ "will end once B withdraws": what waits for a time that may not come."""
    if clause.tag_ not in _PRESENT and not _is_perfect(clause):
        return False
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    only = any(c.lower_ == "when" and clause.doc[c.i - 1].lower_ == "only" for c in clause.lefts)
    return only or (bool(marks & _COMING) and bool(auxiliaries(verb) & _WILLED))


def is_willed(verb: Token) -> bool:
    """ "will", "would"."""
    return any(c.lower_ in _WILL | {"would"} for c in verb.children if c.dep_ == "aux")


def waits_for(clause: Token, verb: Token, marks: AbstractSet[str]) -> bool:
    """ "will not talk until B leaves", "withholds it until B leaves", "needs it before B acts".

    "Should think twice before it acts" too.
    """
    present = clause.tag_ in _PRESENT
    if "until" in marks:
        return present or is_negated(verb) or is_willed(verb)
    if "while" in marks:  # "will not stand by while B takes it"
        return present and is_willed(verb) and is_negated(verb)
    wanted = verb.lemma_.lower() in _WANTS or bool(auxiliaries(verb) & OUGHT)
    return "before" in marks and present and wanted


def is_ahead(clause: Token) -> bool:
    """ "before B leaves", "would go before B left": what is still to come."""
    return clause.tag_ in _PRESENT or is_willed(clause.head)


def is_set_visit(clause: Token) -> bool:
    """Whether what is awaited is a coming together, which has a time of its own."""
    return clause.lemma_ in _COMES


def _is_perfect(clause: Token) -> bool:
    return clause.tag_ == "VBN" and bool(auxiliaries(clause) & {"has", "have"})


def is_term(clause: Token) -> bool:
    """ "on condition that B leaves", "in the event that B leaves", "provided that B leaves".

    What somebody is told to do is no more: "told the army to strike B".
    """
    if _is_bidden(clause):
        return True
    above = clause.head
    if above.lower_ in ("soon", "long") and clause.dep_ == "advcl":
        return clause.tag_ in _PRESENT and above.head.tag_ != "VBD"  # "as long as B holds it"
    if clause.dep_ == "pcomp":
        return above.lower_ in _PROVIDED or _is_without(above)
    if above.lower_ in _PROVIDED and clause.dep_ in ("ccomp", "advcl"):
        return above.tag_ in ("VBG", "VBN", "VBD", "IN") and above.dep_ in ("prep", "advcl", "mark")
    if any(c.lower_ in _PROVIDED and c.dep_ == "mark" for c in clause.children):
        return True
    told = clause.dep_ in ("acl", "ccomp", "relcl")
    named = above.lemma_.lower() in _TERMS and above.dep_ == "pobj"
    that = any(c.lower_ == "that" for c in clause.children)
    return told and named and that and above.head.lower_ in ("on", "in", "under")


def _is_without(preposition: Token) -> bool:
    """ "Without testing a bomb, A will be forgotten": a case that is only put."""
    verb = preposition.head
    open_ = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return preposition.lower_ == "without" and open_ and preposition.i < verb.i


def is_likened(clause: Token) -> bool:
    """ "as though A had attacked B": what is only likened to what is."""
    marks = [c for c in clause.children if c.dep_ in ("mark", "advmod")]
    return any(
        one.lower_ == "as" and other.lower_ in _AS and other.i == one.i + 1
        for one, other in pairwise(marks)
    )


def is_undenied(verb: Token) -> bool:
    """ "neither confirmed nor denied", "did not deny": a denial that is none."""
    both = any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    joined = (verb, *(t for t in (verb.head,) if verb.dep_ == "conj" and both))
    if any(c.lower_ in _CALLS_OFF for v in joined for c in v.children):
        return True
    return _is_declined(verb)


def _is_declined(verb: Token) -> bool:
    """ "refused to deny", "would not confirm or deny"."""
    above = verb.head
    while above.dep_ == "conj":
        above = above.head
    first = verb if verb.dep_ == "xcomp" else verb.head
    declines = above.lemma_ in ("decline", "refuse") or first.head.lemma_ in ("decline", "refuse")
    return declines and verb.tag_ == "VB"
