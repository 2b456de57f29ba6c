"""What is only named in passing and is no deed: where troops are based, an errand, a silence.

Nor is a lament for what nobody is said to have done.
"""

from regesta.knowledge import NameKind, organisation
from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Modality
from regesta.read.actors.strangers import is_private
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import (
    child,
    clause_of,
    complements,
    governors,
    objects,
    prepositions,
    subject,
)
from regesta.read.events.aims import COMES
from regesta.read.events.candidate import Candidate
from regesta.read.events.own_affairs import is_own_affair
from regesta.read.events.scope import CUSTODY
from regesta.read.events.stance import Standing
from regesta.read.events.standing import VERBAL
from regesta.read.tree import Token

_POSTED = frozenset({"station", "base", "garrison"})
_HAVING = frozenset({"have", "keep", "maintain"})
# Cities where whoever comes comes to an organisation, not to the state.
_SEATS = frozenset({"York", "Geneva", "Vienna", "Hague", "Brussels", "Strasbourg", "Davos"})
_LEAVES = frozenset({"land", "head", "return", "depart", "leave", "jet"})
_TALKS = words_of("TALKS") | words_of("ENCOUNTER") | words_of("VISIT") | {"day", "week"}
_MEETS = (words_of("MEETVERB") | {"sign", "lobby", "brief"}) - {"attend", "address", "open"}
_ASKING = frozenset(
    {"why", "when", "how", "where", "what", "who", "whom", "whose", "which", "whether", "if"}
)
_QUESTION = 30  # words to the mark of a question
_BLOWS = words_of("ATTACK") | frozenset(
    {"blast", "explosion", "massacre", "shooting", "killing", "murder", "tragedy", "disaster",
     "accident", "crash", "earthquake", "quake", "flood", "fire", "storm", "cyclone", "many",
     "people", "life"}
)  # fmt: skip
_HELPING = frozenset({EventType.AGREE, EventType.AID, EventType.COOPERATE, EventType.SUPPORT})
_LASTS = frozenset({"has", "have", "'ve", "does", "do"})


def is_passing(candidate: Candidate, frame: Frame, state: Standing) -> bool:
    """Whether the words tell how things stand, or why somebody came, and no deed."""
    if frame.mode == "deploy":
        return _is_posted(candidate.token)
    if frame.mode == "visit":
        return _is_errand(candidate)
    if frame.mode in CUSTODY and (_is_of_both(candidate) or _is_by_fighters(candidate, frame)):
        return True
    if frame.mode == "demand" and candidate.token.lemma_ == "ask" and _only_asks(candidate):
        return True
    if is_own_affair(candidate, frame) or (frame.type is EventType.ACCUSE and _laments(candidate)):
        return True
    if frame.type in _HELPING and any(t.lower_ == "consular" for t in candidate.token.subtree):
        return True  # what an embassy does for its own people
    return frame.type in VERBAL and _is_lacking(candidate.token, state)


def _only_asks(candidate: Candidate) -> bool:
    """ "asked why B needs A", '"Will B leave?" he asked': nothing is wanted."""
    clause = candidate.ccomp()
    if clause is None:
        heads = candidate.object_heads
        if any(c.lower_ == "to" for c in candidate.token.rights):  # "asked it to"
            return False
        return any(is_private(h.lemma_) or candidate.codes((h,)) for h in heads)
    opening = {t.lower_ for t in clause.lefts} | {clause.left_edge.lower_}
    ends = any(t.text == "?" for t in clause.doc[clause.i : clause.i + _QUESTION])
    return ends or not opening.isdisjoint(_ASKING)


def _laments(candidate: Candidate) -> bool:
    """ "said it was regrettable that an attack had killed so many in B": B is not to blame."""
    clause = candidate.ccomp()
    words = (clause, *(c for c in clause.children if c.dep_ in ("acomp", "attr"))) if clause else ()
    told = next((c for w in words for c in w.children if c.dep_ == "ccomp"), None)
    what = subject(told) if told is not None else None
    it = subject(clause) if clause is not None else None
    if what is None or it is None or it.lower_ not in ("it", "this"):
        return False
    hurt = any(o.lemma_.lower() in _BLOWS for o in objects(told)) if told is not None else False
    return (what.lemma_.lower() in _BLOWS or hurt) and not candidate.codes((what,))


def _is_of_both(candidate: Candidate) -> bool:
    """ "Both are held in X": two people whom the article did not count, and never two states."""
    held = candidate.object_heads
    both = bool(held) and all(t.lower_ in ("both", "two", "three") for t in held)
    return both and len(candidate.codes(held)) > 1


def _is_by_fighters(candidate: Candidate, frame: Frame) -> bool:
    """ "the American held in X", where an armed group at home in X is told of: held by whom?

    "The Danes held in X were freed by the Taliban" too.
    """
    if not {"in", "in*"} & set(frame.actors.names) or candidate.subject_heads:
        return False
    scene = candidate.scene
    here = {h.country for h in scene.sentence.hits if h.kind is NameKind.GROUP}
    groups = (organisation(code or "") for code in here | scene.discourse.fighters())
    bases = {group.base for group in groups if group is not None}
    freeing = governors(candidate.token)
    by = (t for verb in freeing for p in prepositions(verb, "by") for t in complements(p))
    if not here.isdisjoint(candidate.codes(tuple(by))):
        return True
    return not bases.isdisjoint(candidate.codes(candidate.after("in")))


def _is_posted(verb: Token) -> bool:
    """ "soldiers based in B killed ten"; but "are based in B", "has soldiers stationed in B"."""
    posted = verb.lemma_.lower() in _POSTED and verb.tag_ == "VBN" and verb.dep_ == "acl"
    return posted and not (verb.head.dep_ == "dobj" and verb.head.head.lemma_ in _HAVING)


def _is_errand(candidate: Candidate) -> bool:
    """ "flew to New York to speak": he came for what the organisation there does."""
    verb = candidate.token
    if verb.lemma_.lower() not in COMES | _LEAVES:
        return False
    places = (t for name in ("to", "in", "at", "for", "into") for t in candidate.after(name))
    if not any(t.text in _SEATS for t in places):
        return False
    aims = [c for c in verb.children if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB"]
    if any(c.lemma_.lower() not in _MEETS for c in aims):
        return True
    occasions = (t for t in candidate.after("for") if not candidate.scene.is_dated(t))
    nouns = (t for t in occasions if t.pos_ in ("NOUN", "PROPN"))
    return any(t.lemma_.lower() not in _TALKS for t in nouns)


def _is_lacking(verb: Token, state: Standing) -> bool:
    """ ", which has yet to ratify it", "sorry that B has not condemned it, nor has it mourned"."""
    if state.modality is not Modality.NEGATED or state.rule not in ("negation", "yet-to"):
        return False
    clause = clause_of(verb.head) if state.rule == "yet-to" else verb
    aside = clause.dep_ == "relcl" or (clause.dep_ == "ccomp" and _is_feeling(clause.head))
    aside |= any(c.i and c.doc[c.i - 1].lower_ == "nor" for c in verb.children if c.dep_ == "aux")
    return aside and (state.rule == "yet-to" or bool(auxiliaries(verb) & _LASTS))


def _is_feeling(word: Token) -> bool:
    """ "disappointed that", "is dismayed that"."""
    return word.pos_ == "ADJ" or (word.tag_ == "VBN" and child(word, "auxpass") is not None)
