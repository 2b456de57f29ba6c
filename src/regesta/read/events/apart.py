"""Deeds told in one breath that were done one by one: "separate meetings with A and B"."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model import Event, EventType, Party
from regesta.read.events.candidate import Candidate
from regesta.read.events.rallies import ON_THE_GROUND
from regesta.read.events.roles import role_heads
from regesta.read.tree import Token

_SEPARATE = frozenset({"separate", "individual", "one-on-one"})
_SEPARATELY = frozenset({"separately", "individually"})


def one_by_one(event: Event, candidate: Candidate) -> tuple[Event, ...]:
    """The event, or one for each whom its one host met on his own, for each land of a protest."""
    if event.type is EventType.PROTEST and all(p.rule == ON_THE_GROUND for p in event.actors):
        return tuple(_in_one_land(event, doer) for doer in event.actors)
    if event.type is not EventType.CONSULT or not _is_apart(candidate):
        return (event,)
    host = candidate.codes((*candidate.subject_heads, *role_heads(candidate, "light")))
    everybody = (*event.actors, *event.recipients)
    hosts = tuple(p for p in everybody if p.country in host)
    others = tuple(p for p in everybody if p.country not in host)
    if len(host) != 1 or not hosts or len({p.country for p in others}) < 2:
        return (event,)
    return tuple(_with_one(event, other, hosts=hosts) for other in others)


def _in_one_land(event: Event, doer: Party) -> Event:
    """ "rallied in Rome and Athens": what the people of one land did there."""
    there = event.where if event.where is not None and event.where.country == doer.country else None
    return replace(event, actors=(doer,), where=there)


def _with_one(event: Event, other: Party, *, hosts: tuple[Party, ...]) -> Event:
    visited = other in event.recipients
    return replace(
        event,
        actors=hosts if visited else (*hosts, other),
        recipients=(other,) if visited else (),
    )


def _is_apart(candidate: Candidate) -> bool:
    beside = {c.lower_ for word in _words(candidate) for c in word.children}
    return bool(beside & (_SEPARATE | _SEPARATELY))


def _words(candidate: Candidate) -> Iterator[Token]:
    """The predicate, its objects, and the verb that carries a noun."""
    yield candidate.token
    yield from candidate.object_heads
    if candidate.token.dep_ == "dobj":
        yield candidate.token.head
