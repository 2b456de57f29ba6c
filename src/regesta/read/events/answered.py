"""Calls that stand beside their answer: "rejected Brussels' call to repeal it", "heeded its plea".

The answer is one deed, the call of another's is a second: a wish of one's own that is dropped is
none.
"""

from regesta.knowledge.frames import Frame, words_of
from regesta.model import Party
from regesta.read.actors.parties import resolve
from regesta.read.agents import agents
from regesta.read.clauses import clause_of, subjects
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


def is_behest(frame: Frame) -> bool:
    """ "will meet on Friday at the request of X": X has asked, on a day that is not said."""
    return frame.name.startswith("noun.behest")


def asked_at(candidate: Candidate) -> tuple[Party, ...]:
    """ "B will meet at A's request": B, who does what was asked, was asked."""
    heads = agents(clause_of(candidate.token))
    return tuple(p for head in heads for p in resolve(head, candidate.scene))
