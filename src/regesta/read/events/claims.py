"""What is made of a charge or demand that is set behind its clause: ", a charge that B denied".

Also where no noun stands for it: ", which B denied".
"""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import (
    child,
    governors,
    is_passive,
    objects,
    set_apart,
    subjects,
    with_conjuncts,
)
from regesta.read.events.candidate import Candidate
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

_NAMING = frozenset({"call", "brand", "term", "dub", "label", "deem"})  # "called it a smear"
_CHARGES = words_of("CLAIM") | words_of("CALLS") | words_of("INVITATION") | words_of("PROPOSED")
_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "rebut", "contest"})
_UNTRUE = words_of("UNTRUE")
_POINTING = frozenset({"it", "he", "she", "they"})  # the charged: no charge is denied by its maker


def claimed(candidate: Candidate) -> bool:
    """Whether the verb says what somebody makes of a charge: "a charge that B calls a smear"."""
    verb, noun = candidate.token, candidate.token.head
    own = child(verb, "nsubj")
    if verb.dep_ not in ("relcl", "acl") or own is None:
        return False
    if own.pos_ == "PRON" and (own.lower_ not in _POINTING or not deniers(candidate)):
        return False
    if any(c.lower_ == "which" and c.dep_ == "dobj" and _is_apart(c) for c in verb.children):
        return _is_denial(verb)
    if noun.lemma_.lower() not in _CHARGES or any(c.lower_ == "whose" for c in noun.lefts):
        return False
    told = [o for o in objects(verb) if o != noun] if verb.lemma_ not in _NAMING else []
    return _is_apart(noun.left_edge) and not told


def _is_apart(first: Token) -> bool:
    """Whether a phrase or clause that begins with a word stands behind a comma."""
    return first.i > 0 and first.doc[first.i - 1].text == ","


def _is_denial(verb: Token) -> bool:
    """ "which B denies", "which B called a lie": what was said before is not true."""
    named = (c for c in verb.children if c.dep_ in ("dobj", "oprd", "acomp"))
    untrue = any(t.lemma_.lower() in _UNTRUE for t in named)
    return verb.lemma_ in _DENYING or (verb.lemma_ in _NAMING and untrue)


def deniers(candidate: Candidate) -> tuple[Token, ...]:
    """Who denies it: "it" is whom the charge above was made against."""
    own = child(candidate.token, "nsubj")
    if own is None or own.pos_ != "PRON":
        return tuple(with_conjuncts(own)) if own is not None else ()
    for verb in _above(candidate):
        said = child(verb, "ccomp") if verb.lemma_.lower() in SPEECH else None
        charged = subjects(said) if said is not None else objects(verb)
        if charged and candidate.codes(charged):
            return charged
    return ()


def _above(candidate: Candidate) -> list[Token]:
    """The verbs above the charge that are told of somebody who does them, the nearest first."""
    above = (g for g in governors(candidate.token) if g.pos_ in ("VERB", "AUX"))
    above = (verb for verb in above if not set_apart(verb, candidate.token))
    return [verb for verb in above if not is_passive(verb)]


def claimants(candidate: Candidate) -> tuple[Token, ...]:
    """Who made the charge or demand: who does what the sentence tells, not who denies it."""
    own = candidate.codes(deniers(candidate))
    for verb in reversed(_above(candidate)):
        found = subjects(verb)
        if found and not candidate.codes(found) & own:
            return found
    return ()
