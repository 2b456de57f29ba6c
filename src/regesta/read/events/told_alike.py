"""The day and land of a deed that another sentence tells: "freed two", "freed on Thursday"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from regesta.knowledge.frames import frames, words_of
from regesta.model import Event, EventType, Modality, Place, When
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import Scene
from regesta.read.agents import agents
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import (
    core,
    is_negated,
    is_passive,
    objects,
    subject,
)
from regesta.read.events.candidate import Candidate
from regesta.read.events.dating import when
from regesta.read.events.history import recalls
from regesta.read.events.scope import sides
from regesta.read.events.settings import located
from regesta.read.tree import Token

_DONE = frozenset({"VBD", "VBN", "VBG"})
_WILLED = frozenset({"will", "would", "could", "may", "might", "should", "can", "must"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_KINDS = frozenset({"amod", "compound", "nmod"})
_ANYBODY = words_of("PEOPLE") | {"people", "person", "civilian", "troop", "force", "target"}
_ONE_THING = (
    words_of("VESSEL"),
    frozenset({"girl", "schoolgirl", "student", "pupil", "hostage", "captive"}),
    frozenset({"man", "suspect", "prisoner", "detainee"}),
)
# Verbs that tell one deed where it is done to the same: "seized", "impounded".
_KIN: tuple[frozenset[str], ...] = (
    words_of("TAKING") - {"keep"},
    words_of("LETTING_GO"),
    frozenset({"meet", "host", "receive", "welcome"}),
    frozenset({"sign", "conclude", "seal", "ink"}),
)


Telling = tuple[int, Token, Scene]
"""A verb of what was done: its place among those of the article, and its sentence."""


def with_slots_told_alike(events: Iterable[Event], scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds, with the one day and the one land of what is told with their verb and object.

    A verb that tells another deed of the article tells nothing of this one.
    """
    told = tuple(events)
    if not any(map(_lacks, told)):
        return told
    tellings = _tellings(scenes, taken=frozenset(e.deed.start for e in told))
    return tuple(_completed(e, scenes, tellings=tellings) if _lacks(e) else e for e in told)


def _lacks(event: Event) -> bool:
    return (event.when is None or event.where is None) and event.modality is Modality.ACTUAL


def _tellings(
    scenes: tuple[Scene, ...], *, taken: frozenset[int]
) -> Mapping[str, Sequence[Telling]]:
    """By lemma the verbs that tell what was done, but for those that tell a deed."""
    found: dict[str, list[Telling]] = defaultdict(list)
    verbs = ((t, scene) for scene in scenes for t in scene.sentence.doc or () if _is_done(t))
    for place, (verb, scene) in enumerate(verbs):
        if scene.sentence.offsets[verb.idx] not in taken:
            found[verb.lemma_].append((place, verb, scene))
    return found


def _is_done(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.tag_ in _DONE


def _completed(
    event: Event, scenes: tuple[Scene, ...], *, tellings: Mapping[str, Sequence[Telling]]
) -> Event:
    own = _verb_of(event, scenes)
    if own is None:
        return event
    lemmas = {own.lemma_}.union(*(kin for kin in _KIN if own.lemma_ in kin))
    near = sorted(
        (each for lemma in lemmas for each in tellings.get(lemma, ())), key=lambda each: each[0]
    )
    days: dict[str, When] = {}
    lands: dict[str | None, Place] = {}
    for _, verb, scene in near:
        if not _is_alike(verb, own) or _by_others(verb, event, scene=scene):
            continue
        candidate = Candidate(token=verb, scene=scene, table=frames())
        day = when(candidate, verbal=False, alone=False, by_others=False)
        if day is not None and event.background is recalls((day,), on=scene.on):
            days[day.value] = day
        place = located(candidate, kind=event.type)
        if place is not None and event.type is not EventType.MOBILIZE:
            lands[place.country] = place
    if event.when is None and len(days) == 1:
        event = replace(event, when=next(iter(days.values())))
    if event.where is None and len(lands) == 1:
        event = replace(event, where=next(iter(lands.values())))
    return event


def _verb_of(event: Event, scenes: tuple[Scene, ...]) -> Token | None:
    for scene in scenes:
        sentence = scene.sentence
        if sentence.doc is not None and sentence.span in event.evidence:
            for token in sentence.doc:
                if token.pos_ == "VERB" and sentence.offsets[token.idx] == event.deed.start:
                    return token
    return None


def _is_alike(verb: Token, own: Token) -> bool:
    """Whether a verb of its kind tells what another tells: done, and to the same."""
    if verb is own or is_negated(verb) or not auxiliaries(verb).isdisjoint(_WILLED):
        return False
    return any(_is_one(a, b) for a in _things(own) for b in _things(verb))


def _is_one(thing: Token, other: Token) -> bool:
    """ "the soldier", "a soldier"; people may be others where no word points to them.

    "The ship" is the tanker of before.
    """
    names = {thing.lemma_.lower(), other.lemma_.lower()}
    if any(
        t.pos_ == "PROPN" and t.lower_ == b.lower_ for a, b in _both(thing, other) for t in core(a)
    ):
        return True  # "the X ship", "the X"
    if thing.pos_ == "PRON" or (len(names) > 1 and not any(names <= one for one in _ONE_THING)):
        return False
    if _is_another(thing, other) or _is_another(other, thing):
        return False
    pointed = any(c.lower_ in _POINTING for t in (thing, other) for c in t.lefts)
    return pointed or (len(names) == 1 and not names <= _ANYBODY) or _known_by(thing, other)


def _both(thing: Token, other: Token) -> tuple[tuple[Token, Token], ...]:
    return (thing, other), (other, thing)


def _known_by(thing: Token, other: Token) -> bool:
    """ "The girls abducted two years ago", "276 girls seized in April": known as those taken."""
    same = thing.lemma_.lower() == other.lemma_.lower()
    return same and all(
        any(c.dep_ in ("acl", "relcl") and c.lemma_ in _KIN[0] for c in t.rights)
        for t in (thing, other)
    )


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
