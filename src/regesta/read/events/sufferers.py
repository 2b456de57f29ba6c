"""Whom a deed told by a noun befalls: "A's bombing by B", "A lost ten men in battles with B"."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, complements, is_passive, objects, prepositions, subject
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

SUFFERS = frozenset({"die", "perish", "come", "burn", "collapse", "suffer", "fall"})
_MEN = words_of("SOLDIERS") | words_of("PEOPLE") | {"life", "limb", "tank", "fighter"}
# What a count leaves to the noun told before it: "one cook was shot and two others cut".
_AIMS = frozenset({"target", "victim", "object"})
_LOSSES = frozenset({"death", "killing", "wounding", "maiming", "loss"})
_IN = frozenset({"in", "by", "from", "during"})
_MORE = frozenset({"other", "others", "dozen", "more", "several"})


def undergone(candidate: Candidate) -> tuple[Token, ...]:
    """The possessor of a deed that a party behind "by" has done."""
    noun = candidate.token
    owner = child(noun, "poss") if noun.pos_ == "NOUN" else None
    done_by = candidate.codes(tuple(candidate.after("by"))) if owner is not None else frozenset()
    return (owner,) if owner is not None and done_by else ()


def targeted(noun: Token) -> Token | None:
    """ "A was the target of a strike by B", "the deaths of four A citizens in a B strike": A."""
    aim = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in _IN and aim.lemma_.lower() in _LOSSES:
        return next((t for p in prepositions(aim, "of") for t in complements(p)), None)
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or aim.lemma_.lower() not in _AIMS:
        return None
    verb = aim.head
    return subject(verb) if aim.dep_ in ("attr", "pobj", "oprd") and verb.pos_ != "NOUN" else None


def is_hurt(verb: Token) -> bool:
    """ "Was wounded in", "was reported wounded in"."""
    reported = verb.dep_ == "xcomp" and verb.tag_ == "VBN" and is_passive(verb.head)
    return reported or is_passive(verb)


def befallen(verb: Token) -> Token | None:
    """Whom it befell; of "a cook was shot and two were cut" the two are cooks too."""
    found = subject(verb.head if verb.dep_ == "xcomp" else verb)
    counted = found is not None and (found.pos_ == "NUM" or found.lemma_.lower() in _MORE)
    beside = verb.head
    if counted and verb.dep_ == "conj" and is_passive(beside):
        return subject(beside)
    return found


def suffers(verb: Token) -> bool:
    """ "Died in", "lost ten men in" a blow: that which befalls whoever does it."""
    if verb.lemma_ == "lose":
        return any(t.lemma_.lower() in _MEN for t in objects(verb))
    return verb.lemma_ in SUFFERS and verb.pos_ == "VERB"
