"""Words that are told as not said, and so tell nothing: "declined to say whether it would"."""

from regesta.knowledge.frames import Frame
from regesta.model import Modality
from regesta.read.clauses import first_person, subject
from regesta.read.events.candidate import Candidate
from regesta.read.events.stance import Standing
from regesta.read.events.standing import VERBAL
from regesta.read.going_on import SPEECH

_WILL = frozenset({"will", "would", "wo"})
_PAST = frozenset({"did", "has", "have", "had", "was", "were"})


def is_unsaid(candidate: Candidate, frame: Frame, state: Standing) -> bool:
    """Whether a negated deed is only one that nobody has done or spoken of.

    "Has not said whether it will", "we do not drop bombs".
    """
    verb = candidate.token
    if state.modality is not Modality.NEGATED or verb.pos_ not in ("VERB", "AUX"):
        return False
    if frame.type in VERBAL and verb.lemma_.lower() in SPEECH:
        return True
    if state.rule != "negation":
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    willed = helpers & _WILL
    if first_person(subject(verb)) and not helpers & (_PAST | _WILL):
        return True
    return bool(willed) and any(
        c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children)
        for c in verb.children
    )
