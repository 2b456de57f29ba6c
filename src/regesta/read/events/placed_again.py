"""The place of a deed that another sentence tells: where a rocket rose or flew, "the raid in X"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.model import Event, Modality, Place
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, clause_of, complements, is_negated, prepositions
from regesta.read.events.dated_again import NAMES, is_named, near, points_back
from regesta.read.events.grounds import GROUND, inside, place_in, placed, town_at
from regesta.read.events.soil import LAUNCHED, is_own_pad, on_own_pad
from regesta.read.tree import Token

_FLOWN = "place.flown-over"
_AGAIN = "place.told-again"
_WEAPONS = frozenset(
    {"missile", "rocket", "projectile", "satellite", "warhead", "device", "weapon", "launcher"}
)
_RISES = frozenset({"launch", "fire", "blast", "lift", "shoot", "rise"})
_FLIES = frozenset({"fly", "pass", "travel", "soar", "sail", "streak", "cross", "overfly", "arc"})
_OVER = ("over", "through", "across", "above")
_HAPPENS = frozenset({"happen", "occur", "unfold", "take"})
_HELD = frozenset({"hold", "host", "convene", "stage"})
_AT = ("in", "at", "near", "outside", "inside")


def with_places_pointed_to(events: Iterable[Event], scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds, the only one of its kind with the one place that other words tell of it."""
    told = tuple(_where_it_flew(e, scenes) for e in events)
    news = [e for e in told if e.modality is Modality.ACTUAL and not e.background]
    for kind, names in NAMES.items():
        alike = [e for e in news if e.type is kind and is_named(e)]
        if len(alike) != 1 or alike[0].where is not None:
            continue
        whole = _with(alike[0], _told(alike[0], names, scenes=scenes))
        told = tuple(whole if e is alike[0] else e for e in told)
    return told


def _where_it_flew(event: Event, scenes: tuple[Scene, ...]) -> Event:
    """A launch with what its own words tell of the flight: "tested missiles that flew over X"."""
    if event.mode != "test-weapon" or event.where is not None:
        return event
    own = (s for s in scenes if s.sentence.span in event.evidence)
    places = [p for scene in own for p in _of_flight(scene, event, own=True)]
    return _with(event, places)


def _with(event: Event, places: Iterable[Place]) -> Event:
    """A deed with the place told: first where it began, then where it was, then where it flew."""
    found = tuple(places)
    for rule in (LAUNCHED, _AGAIN, _FLOWN):
        alike = [p for p in found if p.rule == rule]
        if alike:
            one = len({p.country for p in alike}) == 1
            return replace(event, where=alike[0]) if one else event
    return event


def _told(event: Event, names: frozenset[str], *, scenes: tuple[Scene, ...]) -> Iterator[Place]:
    for scene in near(event, scenes):
        yield from _where_it_was(scene, names)
        if event.mode == "test-weapon":
            yield from _of_flight(scene, event, own=scene.sentence.span in event.evidence)


def _where_it_was(scene: Scene, names: frozenset[str]) -> Iterator[Place]:
    """ "the raid in X", "the blast took place near X"."""
    for noun in scene.sentence.doc or ():
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in names | {"incident"}:
            continue
        if noun.tag_ == "NNS" or not points_back(noun):
            continue
        verb = noun.head
        happens = verb.lemma_ in _HAPPENS and noun.dep_ == "nsubj" and not is_negated(verb)
        held = (c for c in noun.rights if c.dep_ == "acl" and c.lemma_ in _HELD)
        for head in (noun, *((verb,) if happens else ()), *held):
            for preposition in prepositions(head, *_AT):
                yield from _named(preposition, scene, rule=_AGAIN)
        yield from (p for f in prepositions(noun, "from") for p in _named(f, scene, rule=LAUNCHED))


def _of_flight(scene: Scene, event: Event, *, own: bool) -> Iterator[Place]:
    """ "The missile flew over X", "the rocket rose from X"; in its `own` words any will do."""
    for verb in scene.sentence.doc or ():
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _RISES | _FLIES or is_negated(verb):
            continue
        thing = _flying(verb)
        if thing is None or thing.lemma_.lower() not in _WEAPONS:
            continue
        if not (own or points_back(thing)) or verb.tag_ not in ("VBD", "VBN"):
            continue
        if verb.lemma_.lower() in _RISES:
            for start in prepositions(verb, "from"):
                yield from _named(start, scene, rule=LAUNCHED)
                pads = (t for t in complements(start) if is_own_pad(t, scene))
                yield from (p for t in pads if (p := on_own_pad(event.actors, t, scene)))
        else:
            for way in prepositions(verb, *_OVER):
                yield from _named(way, scene, rule=_FLOWN)


def _flying(verb: Token) -> Token | None:
    """What rose or flew: "tested missiles in May that flew", wherever the parse hung the clause."""
    if verb.dep_ != "relcl":
        return child(verb, "nsubj", "nsubjpass")
    if verb.head.lemma_.lower() in _WEAPONS:
        return verb.head
    return child(clause_of(verb.head), "dobj")


def _named(preposition: Token, scene: Scene, *, rule: str) -> Iterator[Place]:
    heads = list(complements(preposition))
    below = child(preposition.head, "dobj") if preposition.dep_ == "prt" else None
    for head in (*heads, *((below,) if below is not None else ())):
        hit = scene.hit_at(head, GROUND) or inside(head, scene) or placed(head, scene)
        hit = hit or town_at(head, scene)
        if hit is not None and hit.country is not None:
            yield replace(place_in(scene, hit, head), rule=rule)
