"""Sides that a place stands for: whose seat, on whose ground."""

from regesta.knowledge import NameKind
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token


def seat(candidate: Candidate) -> tuple[Token, ...]:
    """At whose seat one meets: "held talks at the State Department"."""
    seats = frozenset({NameKind.SEAT})
    return tuple(t for t in candidate.after("at") if candidate.scene.hit_at(t, seats) is not None)


def in_place(candidate: Candidate) -> tuple[Token, ...]:
    """The state on whose ground it was done, where "in" brings its name: "arrested in Poland"."""
    kinds = NATION_KINDS | {NameKind.PLACE}
    return tuple(t for t in candidate.after("in") if candidate.scene.hit_at(t, kinds) is not None)
