"""The day of a deed that is told where words only point to it: "Tuesday's test"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.model import Event, EventType, Modality, When
from regesta.read.actors.scene import Scene
from regesta.read.events.candidate import ATTACKS
from regesta.read.events.windows import heads_in
from regesta.read.tree import Token

_DAY = len("2014-05-01")
_REACH = 8  # sentences between the deed and the words that point to it
NAMES = {
    EventType.ASSAULT: ATTACKS | {"bombing", "shelling", "blast", "explosion", "assault", "raid"},
    EventType.MOBILIZE: frozenset({"test", "launch", "firing", "deployment", "liftoff"}),
    EventType.RETREAT: frozenset({"release", "withdrawal", "pullout", "swap", "handover"}),
    EventType.COERCE: frozenset({"arrest", "seizure", "raid", "detention", "deportation"}),
    EventType.CONSULT: frozenset({"visit", "meeting", "talk", "summit", "trip", "call"}),
}
_POINTING = frozenset({"the", "this", "that"})


def with_days_pointed_to(events: Iterable[Event], scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds, each with the one day that words near it tell, where they can point to no other.

    A day that is known to be another's is not taken.
    """
    told = tuple(events)
    news = [e for e in told if e.modality is Modality.ACTUAL and not e.background]
    for kind, names in NAMES.items():
        alike = [e for e in news if e.type is kind and is_named(e)]
        taken = {e.when.value for e in alike if e.when is not None}
        beside = {e.deed: list(near(e, scenes)) for e in alike}
        for event in (e for e in alike if e.when is None):
            others = {id(s) for e in alike if e is not event for s in beside[e.deed]}
            own = (s for s in beside[event.deed] if id(s) not in others)
            days = {d.value: d for scene in own for d in _pointed(scene, names)}
            if len(days) == 1 and not taken & days.keys():
                dated = replace(event, when=next(iter(days.values())))
                told = tuple(dated if e is event else e for e in told)
    return told


def is_named(event: Event) -> bool:
    """Whether the nouns of its kind can be its own: a drill is no launch."""
    return event.type is not EventType.MOBILIZE or event.mode == "test-weapon"


def near(event: Event, scenes: tuple[Scene, ...]) -> Iterator[Scene]:
    """The sentences around a deed that may point to it."""
    at = [s.sentence.index for s in scenes if s.sentence.span in event.evidence]
    for scene in scenes:
        if scene.recalled and scene.sentence.span not in event.evidence:
            continue  # "during that visit" of years ago
        if any(abs(scene.sentence.index - i) <= _REACH for i in at):
            yield scene


def _pointed(scene: Scene, names: frozenset[str]) -> Iterator[When]:
    sentence = scene.sentence
    for known in sentence.dates if sentence.doc is not None else ():
        span = known.span
        if span is None or len(known.value) != _DAY:
            continue
        if any(_is_pointing(t, names) for t in heads_in(span, scene)):
            yield known


def _is_pointing(day: Token, names: frozenset[str]) -> bool:
    noun = day.head.head if day.head.dep_ == "prep" and day.head.lower_ == "on" else day.head
    if noun.lemma_.lower() not in names or noun.pos_ != "NOUN" or noun.tag_ == "NNS":
        return False
    owned = day.dep_ == "poss" and noun == day.head
    return owned or points_back(noun)


def points_back(noun: Token) -> bool:
    """ "the test", "that raid": what is known from before."""
    return any(c.lower_ in _POINTING for c in noun.lefts)
