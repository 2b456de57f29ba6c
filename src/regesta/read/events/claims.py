"""What is made of a charge or demand that is set behind its clause: ", a charge that B denied"."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, governors, is_passive, objects, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_NAMING = frozenset({"call", "brand", "term", "dub", "label", "deem"})  # "called it a smear"
_CHARGES = words_of("CLAIM") | words_of("CALLS")


def claimed(candidate: Candidate) -> bool:
    """Whether the verb says what somebody makes of a charge: "a charge that B calls a smear"."""
    verb, noun = candidate.token, candidate.token.head
    if verb.dep_ not in ("relcl", "acl") or noun.lemma_.lower() not in _CHARGES:
        return False
    own = child(verb, "nsubj")
    told = [o for o in objects(verb) if o != noun] if verb.lemma_ not in _NAMING else []
    apart = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","
    return apart and own is not None and own.pos_ != "PRON" and not told


def claimants(candidate: Candidate) -> tuple[Token, ...]:
    """Who made the charge or demand: who does what the sentence tells, not who denies it."""
    own = candidate.codes(candidate.subject_heads)
    above = [g for g in governors(candidate.token.head) if g.pos_ in ("VERB", "AUX")]
    for verb in reversed([v for v in above if not is_passive(v)]):
        found = subjects(verb)
        if found and not candidate.codes(found) & own:
            return found
    return ()
