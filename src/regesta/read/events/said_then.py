"""The day of words whose own sentence has none: that on which their speaker is told to speak."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from regesta.model import Event, Modality, Sector, When
from regesta.read.actors.scene import Scene
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import child
from regesta.read.events.scope import sides
from regesta.read.events.speakers import SPEECH, speakers
from regesta.read.events.standing import VERBAL
from regesta.read.events.windows import dated_by, heads_in
from regesta.read.tree import Token

_DAY = len("2014-05-01")
_QUOTED = frozenset('"“”«»')
_REACH = 1  # sentences to either side
_ADDRESSES = frozenset({"address", "speech", "message", "interview", "broadcast", "sermon"})
_POINTING = frozenset({"the", "that", "this", "same"})
_WRITES = SPEECH | {"tweet", "speak", "declare"}


@dataclass(frozen=True, slots=True)
class Saying:
    """That somebody of a state spoke on a day: `sentence` is the index of where it is told."""

    sentence: int
    side: str
    when: When


def with_days_of_speech(events: Iterable[Event], scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds, those done by words on the one day on which the sentences beside say so."""
    told = tuple(events)
    open_ = [e for e in told if _lacks_day(e)]
    if not open_:
        return told
    said = tuple(saying for scene in scenes for saying in _sayings(scene))
    said += tuple(_addresses(scenes))
    places = {scene.sentence.span: scene.sentence.index for scene in scenes}
    closed = {s.sentence.span for s in scenes if s.sentence.dates}
    open_ = [e for e in open_ if not closed.intersection(e.evidence) and not _perfect(e, scenes)]
    return tuple(
        _on_day(e, said, at=frozenset(places[s] for s in e.evidence if s in places))
        if e in open_
        else e
        for e in told
    )


def _lacks_day(event: Event) -> bool:
    own = sides(event.actors)
    party = (p for p in event.said_by if p.country is not None and p.sector is not Sector.MED)
    others = any(p.country not in own for p in party)
    spoken = event.type in VERBAL and event.modality is Modality.ACTUAL and not others
    return spoken and event.when is None and not event.background and len(own) == 1


def _perfect(event: Event, scenes: tuple[Scene, ...]) -> bool:
    """ "has since warned": at some time up to now."""
    for scene in scenes:
        sentence = scene.sentence
        if sentence.doc is not None and sentence.span in event.evidence:
            for token in sentence.doc:
                if sentence.offsets[token.idx] == event.deed.start:
                    return bool(auxiliaries(token) & {"has", "have", "had"})
    return False


def _on_day(event: Event, said: tuple[Saying, ...], *, at: frozenset[int]) -> Event:
    own = sides(event.actors)
    near = [
        s.when for s in said if s.side in own and any(abs(s.sentence - i) <= _REACH for i in at)
    ]
    days = {when.value for when in near}
    return replace(event, when=near[0]) if len(days) == 1 else event


def _sayings(scene: Scene) -> Iterator[Saying]:
    """Who is told to speak in a sentence, with the day."""
    sentence = scene.sentence
    if sentence.doc is None:
        return
    days = [d for d in sentence.dates if len(d.value) == _DAY and d.span is not None]
    for verb in sentence.doc if days else ():
        if verb.lemma_.lower() not in _WRITES or verb.tag_ not in ("VBD", "VBZ"):
            continue
        if not _QUOTED.intersection(sentence.text) and child(verb, "ccomp", "parataxis") is None:
            continue  # "added new sanctions on Monday"
        on = [d for d in days if any(dated_by(t, verb) for t in heads_in(d.span, scene))]
        if len(on) == 1:
            for party in speakers(verb, scene):
                if party.country is not None:
                    yield Saying(sentence.index, party.country, on[0])


def _addresses(scenes: tuple[Scene, ...]) -> Iterator[Saying]:
    """Who is told to speak in an address of a day, and where words point back to that address."""
    days: dict[tuple[str, str], When] = {}
    for scene in scenes:
        for noun in scene.sentence.doc or ():
            verb = noun.head.head
            held = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during")
            if noun.lemma_.lower() not in _ADDRESSES or not held or verb.pos_ != "VERB":
                continue
            own = [
                d
                for d in scene.sentence.dates
                if noun in heads_in(d.span, scene) or _within(d, noun, scene)
            ]
            for side in sides(speakers(verb, scene)):
                key = (side, noun.lemma_.lower())
                if len(own) == 1 and len(own[0].value) == _DAY:
                    days[key] = own[0]
                elif own or not _points_back(noun) or key not in days:
                    continue
                yield Saying(scene.sentence.index, side, days[key])


def _points_back(noun: Token) -> bool:
    """ "in his address", "in the speech": the one that was told before."""
    return any(c.lower_ in _POINTING or c.tag_ == "PRP$" for c in noun.lefts)


def _within(known: When, noun: Token, scene: Scene) -> bool:
    """ "in a speech on Monday", "in Monday's speech"."""
    return any(
        t in noun.subtree or dated_by(t, noun.head.head) for t in heads_in(known.span, scene)
    )
