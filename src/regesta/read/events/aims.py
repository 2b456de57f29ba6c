"""Aims done with the deed they hang on: "phoned B to ask for a truce", "flew out to meet B"."""

from regesta.knowledge.frames import Frame
from regesta.model import EventType
from regesta.read.events.candidate import Candidate
from regesta.read.events.contacts import speaks_out

# Words to one's own citizens are no deed towards another.
ADDRESSED = frozenset({EventType.THREATEN, EventType.REQUEST, EventType.ACCUSE})
COMES = frozenset({"be", "fly", "travel", "go", "come", "meet", "gather", "arrive"})
_SAID_ALOUD = ADDRESSED | {EventType.SUPPORT, EventType.REJECT}
_CALLED_FOR = frozenset({EventType.REQUEST, EventType.PROTEST})
_CALLING = frozenset({"purpose", "content.call"})


def is_done_with(candidate: Candidate, frame: Frame, *, rule: str) -> bool:
    """Whether what stands as an aim, by the rule of its standing, is as done as what it is for."""
    if rule not in _CALLING:
        return False
    above = candidate.token.head.lemma_.lower()
    if rule == "purpose" and frame.type in _CALLED_FOR:
        return True
    if rule == "purpose" and frame.type is EventType.CONSULT and above in COMES:
        return True
    if frame.type in _SAID_ALOUD and speaks_out(candidate):
        return True  # "rang B to thank him": what a call is made for is said in it
    return frame.mode == "express"  # "flew to A to offer condolences"
