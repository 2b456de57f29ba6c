"""What is only named in passing and is no deed: where troops are based, an errand, a silence.

Nor is it one that a state means to look to its own defence.
"""

from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Modality
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import child, clause_of, objects, prepositions
from regesta.read.events.aims import COMES
from regesta.read.events.candidate import Candidate
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
_LASTS = frozenset({"has", "have", "'ve", "does", "do"})

# What a state promises or is ready to do that is done for nobody but itself.
_WATCHES = frozenset(
    {"prepare", "brace", "monitor", "watch", "analyse", "analyze", "study", "review", "examine",
     "follow", "track", "assess", "fight", "defeat", "destroy", "crush", "repel", "resist",
     "counter", "confront", "deter", "withstand"}
)  # fmt: skip
_GUARDS = frozenset(
    {"defend", "protect", "guard", "secure", "safeguard", "shield", "strengthen", "bolster",
     "fortify", "reinforce", "tighten", "beef", "uphold", "preserve", "assert"}
)  # fmt: skip
_GUARDED = words_of("BORDER") | frozenset(
    {"defence", "defense", "security", "army", "military", "force", "citizen", "people", "nation",
     "country", "sovereignty", "independence", "territory", "interest", "integrity", "soil",
     "itself", "himself", "herself", "themselves", "ourselves", "population", "homeland"}
)  # fmt: skip
_GOES_ON = frozenset({"continue", "go", "keep", "remain", "do"})


def is_passing(candidate: Candidate, frame: Frame, state: Standing) -> bool:
    """Whether the words tell how things stand, or why somebody came, and no deed."""
    if frame.mode == "deploy":
        return _is_posted(candidate.token)
    if frame.mode == "visit":
        return _is_errand(candidate)
    if frame.type is EventType.AGREE and _looks_to_itself(candidate):
        return True
    return frame.type in VERBAL and _is_lacking(candidate.token, state)


def _looks_to_itself(candidate: Candidate) -> bool:
    """ "ready to defend itself", "vowed to prepare for attacks", "will monitor the strait"."""
    verb = _promised(candidate)
    while verb is not None and verb.lemma_.lower() in _GOES_ON:
        verb = child(verb, "xcomp", "acomp")
    if verb is None or len(candidate.codes(candidate.subject_heads)) > 1:
        return False  # what two promise to do together is agreed
    if verb.lemma_.lower() in _WATCHES:
        return not any(
            candidate.foreign((t,)) for p in prepositions(verb, "with") for t in p.children
        )
    things = objects(verb)
    own = (t.dep_ == "poss" and t.pos_ == "PRON" for thing in things for t in thing.children)
    itself = any(t.lower_.endswith(("self", "selves")) for t in things)
    guarded = any(t.lemma_.lower() in _GUARDED for t in things)
    return verb.lemma_.lower() in _GUARDS and guarded and (itself or any(own))


def _promised(candidate: Candidate) -> Token | None:
    """The verb of what is promised: "vowed to VERB", "a pledge to VERB", "we will VERB"."""
    own = candidate.token
    below = candidate.xcomp() or candidate.ccomp()
    nouns = (own, *candidate.object_heads) if own.pos_ == "NOUN" else candidate.object_heads
    meant = (c for t in nouns for c in t.children if c.dep_ in ("acl", "xcomp") and c.tag_ == "VB")
    return below or next(meant, own if own.pos_ == "VERB" else None)


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
