"""Bodies of a state told of by who speaks for it: "A's army said jets had hit B"."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge import NameKind, Office, offices
from regesta.model import Party, Sector
from regesta.read.actors.bilateral import facing
from regesta.read.actors.party_kinds import ENVOYS, is_of_state
from regesta.read.actors.pointing import Resolve, as_state
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    clause_of,
    complements,
    core,
    governors,
    objects,
    prepositions,
    reachable,
    subject,
)
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

# Where a blow may fall, and whose what it hits may be.
_GROUNDS = NATION_KINDS | {NameKind.PLACE}
_ONTO = ("in", "on", "at", "near", "across", "inside", "against", "over")
_FORCES = frozenset({"army", "military", "navy", "forces", "troops", "soldiers"})
_POLICE = frozenset({"police"})
_SPEAKING = frozenset({Sector.GOV, Sector.MIL, Sector.NONE})
OPPOSING = frozenset(
    {"enemy", "puppet", "rival", "opposing", "hostile", "invading", "occupying",
     "occupation", "neighbouring", "neighboring"}
)  # fmt: skip


def own_forces(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A's army said jets had hit B": A's jets, as long as it is not A's own that they hit."""
    verb = clause_of(head)
    saying = verb.head
    if head.dep_ != "nsubj" or head.tag_ != "NNS" or verb.dep_ != "ccomp":
        return None
    speaker = subject(saying) if saying.lemma_ in SPEECH else None
    if speaker is None or speaker == head or not OPPOSING.isdisjoint(t.lower_ for t in core(head)):
        return None
    said = resolve(speaker, scene)
    if len(said) != 1 or not is_of_state(said[0]) or not _commands(said[0]):
        return None
    done = tuple(o for v in (verb, *_going_on(verb)) for o in objects(v))
    struck = (*done, *(t for p in prepositions(verb, *_ONTO) for t in complements(p)))
    hit = {h.country for h in scene.hits(tuple(t for o in struck for t in reachable(o)), _GROUNDS)}
    foes = any((o := offices().lookup(t.lemma_.lower())) and o.sector is Sector.REB for t in struck)
    return said[0] if (hit and said[0].country not in hit) or foes else None


def _going_on(verb: Token) -> Iterator[Token]:
    """The verbs joined to one: "bombed caves and killed eleven fighters"."""
    return (c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB")


def _commands(party: Party) -> bool:
    """Whether somebody speaks for the forces of a state."""
    return party.sector is Sector.MIL or "defence" in (party.office or "")


def spoken_for(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "X's spokesman said the government had ...": X's state."""
    for verb in governors(head):
        speaker = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
        for party in resolve(speaker, scene) if speaker is not None and speaker != head else ():
            if party.office == "spokesperson" or party.rule == "office.serving":
                return party
            if party.sector is Sector.MED and party.rule == "office.modifier":
                return replace(party, sector=Sector.GOV)  # "Thai media said the army had left"
    return None


def of_its_speaker(head: Token, scene: Scene, *, office: Office, resolve: Resolve) -> Party | None:
    """ "A's officials said the army had ...": A's, unless another's had been called so.

    Who speaks for the forces of A means his own all the same.
    """
    told = clause_of(head)
    verb = told.head
    if head.dep_ not in ("nsubj", "nsubjpass") or told.dep_ != "ccomp" or verb == told:
        return None
    speaker = subject(verb)
    found = resolve(speaker, scene) if speaker is not None and verb.lemma_ in SPEECH else ()
    own = {
        p.country
        for p in found
        if is_of_state(p) and p.sector in _SPEAKING and p.office not in ENVOYS
    }
    struck = {p.country for t in objects(told) if t != head for p in resolve(t, scene)}
    if len(own) != 1 or own & struck or not own.isdisjoint(facing(head, scene)):
        return None
    words = _POLICE if office.phrase == "police" else _FORCES
    others = scene.discourse.owners_called(words, sentence=scene.sentence.index) - own
    unsure = others and not all(map(_commands, found))
    return None if unsure else replace(as_state(found[0]), sector=office.sector, office=office.name)
