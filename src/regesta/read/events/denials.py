"""What a sentence of its own denies: "B says that A shelled it. A denied the report." """

from collections.abc import Sequence
from dataclasses import replace

from regesta.model import Event, EventType, Modality
from regesta.read.events.scope import sides

_REACH = 4  # deeds back; a denial stands close to what it denies
_DENIED = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.COOPERATE,
        EventType.AID,
        EventType.MOBILIZE,
        EventType.CONSULT,
    }
)


def as_denied(event: Event, *, before: Sequence[Event]) -> Event:
    """A bare denial as the denier's deed that was told last: not done, on the denier's word.

    Day and place are those of the denied telling, not of the denial; they stay empty.
    """
    if event.rule != "deny.claim":
        return event
    own = sides(event.actors)
    told = (e for e in reversed(before[-_REACH:]) if e.type in _DENIED and sides(e.actors) & own)
    deed = next((e for e in told if e.modality is Modality.ACTUAL), None)
    if deed is None:
        return event
    return replace(
        deed,
        modality=Modality.NEGATED,
        background=event.background,
        deed=event.deed,
        when=None,
        where=None,
        evidence=event.evidence,
        said_by=event.actors,
        rule="deny.claim.told-before",
    )
