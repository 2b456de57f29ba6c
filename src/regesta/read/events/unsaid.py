"""Words that are told as not said, and so tell nothing: "declined to say whether it would"."""

from regesta.knowledge.frames import Frame
from regesta.model import EventType, Modality
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import is_aim, subject
from regesta.read.direct import first_person
from regesta.read.events.candidate import Candidate
from regesta.read.events.stance import Standing
from regesta.read.events.standing import VERBAL
from regesta.read.events.undone import gives_less
from regesta.read.events.unreal import is_tied
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

_WILL = frozenset({"will", "would", "wo"})
# Deeds that are the other way round where there is less of them: "will buy less gas".
_GIVEN = frozenset({EventType.AGREE, EventType.AID, EventType.COOPERATE})
_PAST = frozenset({"did", "has", "have", "had", "was", "were"})


def is_unsaid(candidate: Candidate, frame: Frame, state: Standing) -> bool:
    """Whether a negated deed is only one that nobody has done or spoken of.

    "Has not said whether it will", "we do not drop bombs"; "said it would share less with them" is
    no promise to share.
    """
    verb = candidate.token
    if frame.type in _GIVEN and verb.pos_ == "VERB" and any(map(gives_less, _promised(verb))):
        return True
    if state.modality is not Modality.NEGATED or verb.pos_ not in ("VERB", "AUX"):
        return False
    if frame.type in VERBAL and verb.lemma_.lower() in SPEECH:
        return True
    if state.rule != "negation":
        return False
    if frame.mode == "visit" and any(c.lower_ == "since" for c in verb.rights):
        return True  # "has not visited B since May": when he last did
    if any(c.dep_ == "advcl" and is_aim(c) for c in verb.rights):
        return True  # "did not test it to start a war": tested it, for another end
    helpers = auxiliaries(verb)
    if first_person(subject(verb)) and not helpers & (_PAST | _WILL):
        return True
    return bool(helpers & _WILL) and is_tied(verb)


def _promised(verb: Token) -> tuple[Token, ...]:
    """A verb and those that tell what it says, promises or agrees to."""
    return (verb, *(c for c in verb.children if c.dep_ in ("ccomp", "xcomp")))
