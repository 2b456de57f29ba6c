"""What a sentence of its own denies: "B says that A shelled it. A denied the report." """

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from regesta.model import Event, EventType, Modality, Span
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


def as_denied(
    event: Event,
    *,
    before: Sequence[Event],
    blows: Sequence[Event] = (),
    near: AbstractSet[Span] = frozenset(),
) -> Event:
    """A bare denial as the denier's deed that others told last: not done, on the denier's word.

    Where an accusation stands between, the charge is what is denied; who denies a part in it denies
    the last of the `blows` of nobody known. A charge is denied close to where it stands, in the
    sentences `near`. Day and place are those of the denied telling, not of
    the denial; they stay empty.
    """
    if event.rule not in ("deny.claim", "deny.charge", "deny.part", "deny.report"):
        return event
    own = sides(event.actors)
    told = before[-_REACH:]
    if near and event.rule in ("deny.claim", "deny.charge"):
        told = [e for e in told if not near.isdisjoint(e.evidence)]
    deed = _told_of(own, before=told) or _boasted(event, before=told)
    if event.rule == "deny.report":
        deed = deed or _reported_of(own, before=before)
    if event.rule == "deny.part":
        deed = deed or _unclaimed(event, blows)
    if deed is None:
        return event
    return replace(
        deed,
        modality=Modality.NEGATED,
        background=event.background,
        deed=event.deed,
        when=None,
        where=None,
        evidence=tuple(sorted({*deed.evidence, *event.evidence})),
        said_by=event.actors,
        rule="deny.claim.told-before",
    )


def _unclaimed(event: Event, blows: Sequence[Event]) -> Event | None:
    """The last blow of nobody known, as one of the denier's that did not hit his own."""
    last = blows[-1] if blows else None
    if last is None or sides(last.recipients) & sides(event.actors):
        return None
    return replace(last, actors=event.actors)


def _told_of(own: frozenset[str], *, before: Sequence[Event]) -> Event | None:
    """The last deed done by the denier alone that somebody else vouches for."""
    for event in reversed(before):
        if event.type is EventType.ACCUSE and sides(event.recipients) & own:
            return None
        told = event.type in _DENIED and sides(event.actors) == own
        vouched = bool(event.said_by) and not sides(event.said_by) & own
        if told and vouched and event.modality is Modality.ACTUAL:
            return event
    return None


def _boasted(event: Event, *, before: Sequence[Event]) -> Event | None:
    """ "A said it had bombed B, a claim that B denied": what A has said of itself."""
    claimants = sides(event.recipients)
    for told in reversed(before):
        its_own = sides(told.actors) == claimants and sides(told.said_by) <= claimants
        done = told.type in _DENIED and told.modality is Modality.ACTUAL
        if told.evidence == event.evidence and its_own and done:
            return told
    return None


def _reported_of(own: frozenset[str], *, before: Sequence[Event]) -> Event | None:
    """The deed of the denier alone that "the reports" can mean, whoever vouches for it.

    The last of those told close before, or the only one that the article has told of him.
    """
    done = [
        event
        for event in before
        if event.type in _DENIED
        and sides(event.actors) == own
        and event.modality in (Modality.ACTUAL, Modality.POSSIBLE)
        and not event.background
        and not sides(event.said_by) & own
    ]
    near = [event for event in done if event in before[-_REACH:]]
    if near:
        return near[-1]
    return done[0] if len(done) == 1 else None
