"""Tests told without whose they are: "the May launch", "a missile flew over the island".

In an article that tells of one state's tests only they are its own.
"""

from collections.abc import Iterable
from dataclasses import replace

from regesta.model import Event, Modality
from regesta.read.events.answered_for import UNDONE
from regesta.read.events.candidate import Candidate
from regesta.read.events.retold import POINTING
from regesta.read.events.scope import sides
from regesta.read.tree import Token

TEST = "test-weapon"
# What stands before one that was made, not before any that may be.
_ONE = frozenset({"det", "poss", "nummod", "amod"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)
_AFTER = frozenset({"after", "before", "since", "following", "by"})
# What a state is called where no word says which.
_STATE = frozenset({"regime", "state", "country", "nation", "it", "they"})
_DONE = frozenset({Modality.ACTUAL, Modality.PLANNED})


def is_open_test(event: Event, candidate: Candidate) -> bool:
    """Whether a test that names nobody is told as one that was made."""
    if event.mode != TEST:
        return False
    token = candidate.token
    if token.pos_ in ("NOUN", "PROPN"):
        return _is_one(token)
    if token.tag_ == "VBG" and not (token.dep_ == "pcomp" and token.head.lower_ in _AFTER):
        return False  # "firing missiles is rare"
    heads = candidate.subject_heads
    return all(candidate.in_class(h, "@WEAPON") or h.lemma_.lower() in _STATE for h in heads)


def _is_one(noun: Token) -> bool:
    """ "another launch", "a flurry of tests"; "the launches" have been told before."""
    before = [c for c in noun.lefts if c.dep_ in _ONE]
    known = any(c.lower_ in POINTING for c in before)
    counted = any(c.lower_ in _ORDINALS for c in before)
    told = noun.dep_ not in ("compound", "nmod") and UNDONE.isdisjoint(c.lower_ for c in before)
    return told and bool(before) and (counted or not known)


def of_the_only_tester(events: Iterable[Event], tests: Iterable[Event]) -> tuple[Event, ...]:
    """The tests that name nobody as those of the one state that the article tells to test."""
    known = [e for e in events if e.mode == TEST and e.modality in _DONE]
    if len({sides(e.actors) for e in known}) != 1:
        return ()
    by = known[0].actors
    return tuple(
        replace(
            test,
            actors=tuple(replace(p, span=test.deed, rule="coreference.tester") for p in by),
        )
        for test in tests
    )
