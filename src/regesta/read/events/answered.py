"""Calls that stand beside their answer: "rejected Brussels' call to repeal it", "heeded its plea".

The answer is one deed, the call of another's is a second: a wish of one's own that is dropped is
none.
"""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import subjects
from regesta.read.events.candidate import Candidate
from regesta.read.events.told import doers
from regesta.read.tree import Token

ANSWERS = words_of("ANSWERING")
ASKED = words_of("ASKED_FOR")


def is_answered(noun: Token) -> bool:
    """Whether a call is the object of the verb that answers it."""
    beside = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in ANSWERS
    return beside and noun.lemma_.lower() in ASKED


def answerers(noun: Token) -> tuple[Token, ...]:
    """Who answers a call: of whom it was asked."""
    return subjects(noun.head) if is_answered(noun) else ()


def of_another(candidate: Candidate) -> bool:
    """Whether the call that is answered is another's than the answerer's."""
    noun = candidate.token
    if not is_answered(noun):
        return False
    asking = {p.country for p in doers(noun, candidate)} - {None}
    return bool(asking - candidate.codes(answerers(noun)))
