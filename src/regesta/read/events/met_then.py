"""The day and place of what those who met did next: "hosted B on Friday. They signed an accord."

Only what is told right behind their meeting, of the same sides, in the plain past and without a
day of its own, is of its day; signing and talking are done where they met, too.
"""

from collections.abc import Iterable
from dataclasses import replace

from regesta.model import Event, EventType, Modality
from regesta.read.actors.scene import Scene
from regesta.read.auxiliaries import auxiliaries
from regesta.read.events.scope import sides
from regesta.read.tree import Token

_DONE_THERE = frozenset({EventType.SUPPORT, EventType.CONSULT})
_AT_TABLE = frozenset({"sign", "discuss"})
_FAR = frozenset({"phone", "mediate"})
_NOT_THEN = frozenset({"has", "have", "had", "will", "would", "is", "are"})


def with_days_of_meetings(events: Iterable[Event], scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds, those right behind a meeting of the same sides with its day and place."""
    told = tuple(events)
    by_start = sorted(told, key=lambda event: event.deed.start)
    at = {event.id: _scene_of(event, scenes) for event in told}
    whole: dict[str, Event] = {}
    for place, event in enumerate(by_start):
        scene = at[event.id]
        if scene is None or not _may_be_then(event, scene):
            continue
        before = by_start[place - 1] if place else None
        led = at[before.id] if before is not None else None
        if before is None or led is None or not _is_meeting(before, event):
            continue
        if scene.sentence.index - led.sentence.index != 1:
            continue
        there = before.where if event.where is None and event.mode in _AT_TABLE else event.where
        whole[event.id] = replace(event, when=event.when or before.when, where=there)
    return tuple(whole.get(event.id, event) for event in told)


def _is_meeting(before: Event, event: Event) -> bool:
    """Whether the deed told last is a meeting of all who do this one."""
    met = before.type is EventType.CONSULT and before.modality is Modality.ACTUAL
    own = sides((*event.actors, *event.recipients))
    return (
        met
        and before.mode not in _FAR
        and not before.background
        and len(own) > 1
        and sides((*before.actors, *before.recipients)) == own
    )


def _may_be_then(event: Event, scene: Scene) -> bool:
    """Whether a deed of no day is told in the plain past, in a sentence that names no day."""
    verb = _verb_of(event, scene)
    return (
        event.type in _DONE_THERE
        and event.mode not in _FAR
        and event.modality is Modality.ACTUAL
        and event.when is None
        and not event.background
        and not scene.sentence.dates
        and verb is not None
        and verb.tag_ in ("VBD", "VBN")
        and auxiliaries(verb).isdisjoint(_NOT_THEN)
    )


def _scene_of(event: Event, scenes: tuple[Scene, ...]) -> Scene | None:
    start = event.deed.start
    spans = ((s, s.sentence.span) for s in scenes)
    return next((s for s, span in spans if span.start <= start < span.end), None)


def _verb_of(event: Event, scene: Scene) -> Token | None:
    words = scene.sentence.doc or ()
    start = event.deed.start
    return next((t for t in words if scene.sentence.offsets[t.idx] == start), None)
