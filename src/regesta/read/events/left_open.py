"""Deeds that a sentence tells without who did them, sorted by what may still say who it was."""

from dataclasses import replace

from regesta.model import Event, EventType, Modality
from regesta.read.events.candidate import Candidate
from regesta.read.events.retold import is_doerless
from regesta.read.events.sofar import Deeds
from regesta.read.events.tested import is_open_test

# Blows whose target may be named only by where it stands.
STRUCK = frozenset({EventType.ASSAULT, EventType.COERCE})


def set_aside(found: Deeds, event: Event, candidate: Candidate) -> Deeds:
    """The deeds of a sentence with one more that lacks its doer, where another may name him."""
    bare = not event.actors and event.modality is Modality.ACTUAL
    test = bare and is_open_test(event, candidate)
    if test and candidate.token.pos_ == "NOUN":  # "the fourth test" is not the one just told
        return replace(found, tests=(*found.tests, event))
    if is_doerless(event, candidate):
        return replace(found, doerless=(*found.doerless, event))
    if event.actors:
        return found
    if event.type in STRUCK:
        return replace(found, unclaimed=(*found.unclaimed, event))
    return replace(found, tests=(*found.tests, event)) if test else found
