"""The day of a deed that is told where words only point to it: "Tuesday's test"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.model import Event, EventType, Modality, When
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, is_negated
from regesta.read.events.candidate import ATTACKS
from regesta.read.events.history import TIMES_OVER, recalls
from regesta.read.events.taken_as_known import is_answered
from regesta.read.events.windows import heads_in
from regesta.read.tree import Token
from regesta.text.hinted import holds_any

_DAY = len("2014-05-01")
_REACH = 8  # sentences between the deed and the words that point to it
NAMES = {
    EventType.ASSAULT: ATTACKS
    | {"bombing", "shelling", "blast", "explosion", "assault", "raid"}
    | {"collision", "ambush", "clash", "shootout", "firefight"},
    EventType.MOBILIZE: frozenset({"test", "launch", "firing", "deployment", "liftoff"}),
    EventType.RETREAT: frozenset({"release", "withdrawal", "pullout", "swap", "handover"}),
    EventType.COERCE: frozenset({"arrest", "seizure", "raid", "detention", "deportation"}),
    EventType.CONSULT: frozenset({"visit", "meeting", "talk", "summit", "trip", "call"})
    | {"discussion", "negotiation", "consultation"},
}
_HAPPENS = frozenset({"happen", "occur", "unfold"})
_HELD = frozenset({"hold", "host", "convene", "stage", "launch", "conduct"})
_IN_MANY = frozenset({"talks", "discussions", "negotiations", "consultations"})
_HINTS = ("happened", "occurred", "unfolded", "took place")
_HAPPENED = re.compile(
    r"\b(?:the|this|that) (?:\w+ ){0,2}[a-z]+\b[^,;]{0,60}?"
    r"\b(?:happened|occurred|unfolded|took place)\b",
    re.IGNORECASE,
)
_POINTING = frozenset({"the", "this", "that"})
_ONE_MORE = frozenset({"latest", "new", "newest", "second", "third", "next", "other", "previous"})


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
        for event in (e for e in alike if e.when is None and not _is_many(e, scenes)):
            others = {id(s) for e in alike if e is not event for s in beside[e.deed]}
            own = (s for s in beside[event.deed] if id(s) not in others)
            days = {
                d.value: d for scene in own for d in _pointed(scene, names) if _is_new(d, scene)
            }
            if len(days) == 1 and not taken & days.keys():
                dated = replace(event, when=next(iter(days.values())))
                told = tuple(dated if e is event else e for e in told)
    return told


def _is_new(day: When, scene: Scene) -> bool:
    """Whether a day may be that of news: "the October 7 attack" of months ago is another."""
    return not recalls((day,), on=scene.on)


def _is_many(event: Event, scenes: tuple[Scene, ...]) -> bool:
    """ "met three times": no one day is that of all."""
    own = (s.sentence.text for s in scenes if s.sentence.span in event.evidence)
    return any(TIMES_OVER.search(text) for text in own)


def tells_when(text: str) -> bool:
    """Whether a sentence may tell of what it points to when it was: "the raid took place on"."""
    return holds_any(text, hints=_HINTS) and _HAPPENED.search(text) is not None


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
    beside = day.head.head if day.head.dep_ == "prep" and day.head.lower_ == "on" else day.head
    noun = _happening(beside) or beside
    many = noun.tag_ == "NNS" and noun.lower_ not in _IN_MANY
    if noun.lemma_.lower() not in names or noun.pos_ != "NOUN" or many or is_answered(noun):
        return False
    owned = day.dep_ == "poss" and noun == day.head
    return owned or points_back(noun)


def _happening(verb: Token) -> Token | None:
    """ "The raid happened on Sunday", "the meeting, held on May 3": what the verb is about."""
    if verb.pos_ != "VERB" or is_negated(verb):
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in _HELD:
        return verb.head
    takes = verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children)
    happens = verb.tag_ == "VBD" and (verb.lemma_ in _HAPPENS or takes)
    return child(verb, "nsubj") if happens else None


def points_back(noun: Token) -> bool:
    """ "the test", "that raid": what is known from before; "the latest raid" is not."""
    said = {c.lower_ for c in noun.lefts}
    return not said.isdisjoint(_POINTING) and said.isdisjoint(_ONE_MORE)
