"""The day of a deed that another sentence tells with its verb: "freed two", "freed on Thursday"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.knowledge.frames import frames, words_of
from regesta.model import Event, Modality, When
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import Scene
from regesta.read.agents import agents
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import (
    is_negated,
    is_passive,
    objects,
    subject,
)
from regesta.read.events.candidate import Candidate
from regesta.read.events.dating import when
from regesta.read.events.history import recalls
from regesta.read.events.scope import sides
from regesta.read.tree import Token

_DONE = frozenset({"VBD", "VBN", "VBG"})
_WILLED = frozenset({"will", "would", "could", "may", "might", "should", "can", "must"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_KINDS = frozenset({"amod", "compound", "nmod"})
_ANYBODY = words_of("PEOPLE") | {"people", "person", "civilian", "troop", "force", "target"}


def with_days_told_alike(events: Iterable[Event], scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds, those of no day with the one day of what is told with their verb and object.

    A verb that tells another deed of the article tells nothing of this one.
    """
    told = tuple(events)
    taken = frozenset(e.deed.start for e in told)
    return tuple(_dated(e, scenes, taken=taken) if _lacks_day(e) else e for e in told)


def _lacks_day(event: Event) -> bool:
    return event.when is None and event.modality is Modality.ACTUAL


def _dated(event: Event, scenes: tuple[Scene, ...], *, taken: frozenset[int]) -> Event:
    own = _verb_of(event, scenes)
    if own is None:
        return event
    found: dict[str, When] = {}
    for scene in scenes:
        for verb in scene.sentence.doc or () if scene.sentence.dates else ():
            if scene.sentence.offsets[verb.idx] in taken or not _is_alike(verb, own):
                continue
            if _by_others(verb, event, scene=scene):
                continue
            known = _day_of(verb, scene)
            if known is not None and event.background is recalls((known,), on=scene.on):
                found[known.value] = known
    return replace(event, when=next(iter(found.values()))) if len(found) == 1 else event


def _verb_of(event: Event, scenes: tuple[Scene, ...]) -> Token | None:
    for scene in scenes:
        sentence = scene.sentence
        if sentence.doc is not None and sentence.span in event.evidence:
            for token in sentence.doc:
                if token.pos_ == "VERB" and sentence.offsets[token.idx] == event.deed.start:
                    return token
    return None


def _is_alike(verb: Token, own: Token) -> bool:
    """Whether a verb tells what another tells: the same done to the same, and done."""
    if verb is own or verb.lemma_ != own.lemma_ or verb.pos_ != "VERB" or verb.tag_ not in _DONE:
        return False
    if is_negated(verb) or not auxiliaries(verb).isdisjoint(_WILLED):
        return False
    return any(_is_one(a, b) for a in _things(own) for b in _things(verb))


def _is_one(thing: Token, other: Token) -> bool:
    """ "the soldier", "a soldier"; people may be others where no word points to them."""
    if thing.lemma_.lower() != other.lemma_.lower() or thing.pos_ == "PRON":
        return False
    if _is_another(thing, other) or _is_another(other, thing):
        return False
    pointed = any(c.lower_ in _POINTING for t in (thing, other) for c in t.lefts)
    return pointed or thing.lemma_.lower() not in _ANYBODY


def _is_another(thing: Token, other: Token) -> bool:
    """ "the Turkish missile" is none of which only "a missile" is said."""
    mine, theirs = ({c.lower_ for c in t.lefts if c.dep_ in _KINDS} for t in (thing, other))
    pointed = any(c.lower_ in _POINTING for c in thing.lefts)
    return pointed and bool(mine - theirs) and any(c.lower_ in ("a", "an") for c in other.lefts)


def _things(verb: Token) -> Iterator[Token]:
    if is_passive(verb):
        done_to = subject(verb)
        yield from (done_to,) if done_to is not None else ()
    else:
        yield from objects(verb)


def _by_others(verb: Token, event: Event, *, scene: Scene) -> bool:
    """Whether its words name another doer."""
    named = sides(tuple(p for t in agents(verb) for p in resolve(t, scene)))
    return bool(named) and not named & sides(event.actors)


def _day_of(verb: Token, scene: Scene) -> When | None:
    candidate = Candidate(token=verb, scene=scene, table=frames())
    return when(candidate, verbal=False, alone=False, by_others=False)
