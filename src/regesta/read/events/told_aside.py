"""Relative clauses: an older thing recalled beside the news, or news of its own."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import ISSUES, WRITTEN, child, core, one_of, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.events.recalling import DAYS_BEFORE
from regesta.read.events.speakers import SPEECH
from regesta.read.events.summed import sums_up
from regesta.read.events.windows import goes_on
from regesta.read.tree import Token

_INSIDE = frozenset({"in", "at", "during"})
_FROM = frozenset({"with", "by", "from"})
_TIMES = frozenset({"day", "night", "morning", "evening", "week", "month", "time", "moment"})
_THEY = frozenset({"he", "she", "it", "they"})
_WRITINGS = words_of("MEDIUM")
_YOUNG = frozenset({"child", "boy", "girl", "teenager", "baby", "student", "young", "schoolboy"})
_AFTER = "1993"
_GONE = frozenset({"soviet", "soviets", "ussr", "ottoman", "ottomans", "nazi", "prussian"})
# "ex-Soviet states", "Soviet-era tanks", "neo-Nazi groups" are of today.
_ONLY_BEFORE = frozenset({"ex", "post", "former", "era", "made", "style", "neo", "built", "born"})
_ONCE = frozenset({"first", "once", "originally", "initially", "before", "then"})


def is_aside(predicate: Token) -> bool:
    """A past deed in a relative clause: "X, who (officials said) allowed Y to ..." recalls.

    "X is among those who allowed ..." is news of X.
    """
    saying = predicate.head
    below = predicate.dep_ in ("ccomp", "xcomp") and saying.dep_ == "relcl"
    if below and saying.lemma_ in SPEECH:
        own = {c.lower_ for c in predicate.children if c.dep_ in ("nsubj", "nsubjpass")}
        return (
            own <= {"who", "which"}
            and predicate.tag_ in ("VBD", "VBN")
            and saying.left_edge.lower_ in ("who", "which")
        )
    if one_of(predicate.head) != predicate.head or _is_fresh(predicate) or goes_on(predicate):
        return False
    if sums_up(predicate.head) or _is_ruling(predicate.head):  # "A did it, a move that B condemned"
        return False
    carried_on = any(c.lower_ in ("where", "when", "after") for c in predicate.children)
    carried_on = carried_on or predicate.left_edge.lower_ in ("where", "when", "after")
    carried_on = carried_on or predicate.head.lemma_ in _TIMES  # "the same day X did it"
    return predicate.dep_ == "relcl" and predicate.tag_ in ("VBD", "VBN") and not carried_on


def row(verb: Token) -> Token:
    """ "A, which imposed a ban and cut off B": the verb that the one joined to it goes with."""
    first = verb.head
    doer = child(first, "nsubj", "nsubjpass")
    if verb.dep_ != "conj" or first.dep_ != "relcl" or doer is None or child(verb, "nsubj"):
        return verb
    apart = any(c.text == "," for c in first.rights if c.i < verb.i)
    return first if doer.lower_ in ("who", "which") and not apart else verb


def is_said_there(predicate: Token) -> bool:
    """ "..., said A, who urged B to talk", "a speech in which A thanked B": words of the news.

    So are those of who does what the sentence tells ("arrested men whom it accused of spying"),
    a statement's, and where somebody was at the time. What others said of it recalls: "an offer
    that B had turned down".
    """
    first, told_of = predicate.left_edge, predicate.head
    if first.pos_ == "ADP":
        return first.lower_ in _INSIDE
    doer = child(predicate, "nsubj")
    if not _ONCE.isdisjoint(c.lower_ for c in predicate.children):
        return False  # "who once met B"
    if doer is not None and predicate.tag_ == "VBD":
        own = doer.lower_ in _THEY or told_of.lemma_.lower() in _WRITINGS
        if own or predicate.lemma_ == "be":
            return True
    apart = first.i > 0 and first.doc[first.i - 1].text == ","
    near = told_of.dep_ == "nsubj" or (told_of.dep_ == "pobj" and told_of.head.lower_ in _FROM)
    return apart and near and doer is not None and doer.lower_ in ("who", "which")


def is_of_a_life(predicate: Token) -> bool:
    """ "He was 19 when B's forces stormed A": a time that somebody's age then tells."""
    told = predicate.head
    marked = any(c.lower_ in ("when", "before", "after") for c in predicate.children)
    if not marked or told.lemma_ != "be" or told.tag_ != "VBD":
        return False
    ages = (c for c in told.children if c.dep_ in ("attr", "acomp"))
    return any(c.pos_ == "NUM" or c.lemma_ in _YOUNG or _is_old(c) for c in ages)


def _is_old(age: Token) -> bool:
    """ "19 years old"."""
    return age.lower_ == "old" and any(c.lemma_ == "year" for c in age.lefts)


def is_of_the_gone(candidate: Candidate) -> bool:
    """ "Soviet tanks left Prague", "the Ottoman siege of Vienna": of a state that is no more."""
    heads = (candidate.token, *candidate.subject_heads)
    words = {t.lower_ for head in heads if head.pos_ != "VERB" for t in core(head)}
    gone = (candidate.scene.on or "") > _AFTER
    return gone and bool(words & _GONE) and words.isdisjoint(_ONLY_BEFORE)


def _is_ruling(text: Token) -> bool:
    """ "signed an order that put three groups under curbs": what a text now issued does."""
    issued = text.dep_ == "dobj" and text.head.lemma_.lower() in ISSUES
    return issued and text.lemma_.lower() in WRITTEN | {"rule", "regulation", "edict"}


def _is_fresh(predicate: Token) -> bool:
    """ "who met B only two days earlier", "X, whose minister called it": news beside news."""
    owners = (c for t in subjects(predicate) for c in t.lefts if c.dep_ == "poss")
    if predicate.tag_ == "VBD" and any(owner.lower_ == "whose" for owner in owners):
        return True
    return DAYS_BEFORE.search(" ".join(t.text for t in predicate.subtree)) is not None
