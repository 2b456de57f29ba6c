"""Whose "the army", "the government" is in a clause of fighters: that of the land they fight in.

"The army shelled RSF positions", told after a sentence that America led, is Sudan's army.
"""

from collections.abc import Iterator

from regesta.knowledge import NameKind, country, offices, organisation
from regesta.model import EventType, Party, Sector
from regesta.read.actors.homes import of_fighters
from regesta.read.actors.lands import land_around
from regesta.read.actors.party_kinds import called, is_of_state
from regesta.read.actors.pointing import Resolve
from regesta.read.actors.scene import Scene
from regesta.read.clauses import (
    clause_of,
    complements,
    core,
    governors,
    objects,
    prepositions,
    subjects,
)
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

_BLOWS = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE, EventType.THREATEN})
_HOSTILE = _BLOWS | {EventType.SANCTION, EventType.ACCUSE}
_GROUPS = frozenset({NameKind.GROUP})
_FOUGHT = frozenset({"government", "army", "military", "troop", "force", "authority", "junta"})
_RULES = frozenset({"government", "authority", "junta"})
_WITH = ("with", "against", "by", "from", "to", "of", "on")
# Who fights more states than the one he is at home in, or another than that.
_ABROAD = frozenset(
    {"HAMAS", "HEZBOLLAH", "PIJ", "PFLP", "AL-AQSA MARTYRS", "ISIS", "ISIS-K", "AL-QAEDA", "HTS",
     "HOUTHIS", "WAGNER", "PKK", "YPG", "SDF", "LRA", "LET", "JEM"}
)  # fmt: skip


def of_its_foes(head: Token, scene: Scene, *, resolve: Resolve) -> str | None:
    """The land of the only fighters in a body's clause, unless another state has fought them.

    A body of that kind that was told of by its state's name goes before, and who led on, where he
    has dealt with that land. Rebels whom only their land names do nothing to it here.
    """
    word = head.lemma_.lower()
    if word not in _FOUGHT:
        return None
    fighters = {code for noun in _beside(head) for code in _fighters(noun, scene, resolve=resolve)}
    if head.dep_ not in ("nsubj", "nsubjpass"):
        fighters = {code for code in fighters if country(code) is None}
    lands = {_home(code) for code in fighters}
    land = lands.pop() if len(lands) == 1 else None
    stage = {scene.ground, scene.base, *_owners(word, scene)} - {None, land}
    if land is None or stage:
        return None
    told = (*scene.discourse.dealings, *scene.discourse.pairs)
    if any(_are_foes(pair[1:], fighters, land) for pair in told):
        return None
    led = scene.discourse.government(sentence=scene.sentence.index)
    return None if led is not None and _quarrels(led, land, scene) else land


def _quarrels(led: Party, land: str, scene: Scene) -> bool:
    """Whether who led on has done something to that land: "A closed its border with B"."""
    dealt = {at for at, *pair in scene.discourse.dealings if {led.country, land} ==
             {p.country for p in pair}}  # fmt: skip
    return any(
        at in dealt and kind in _HOSTILE and any(p.country == led.country for p in by)
        for at, kind, by in scene.discourse.deeds
    )


def is_far_from_home(head: Token, scene: Scene, known: Party) -> bool:
    """Whether an army acts in a land to which nothing told so far has sent that state's forces."""
    if head.lemma_.lower() not in _FOUGHT - _RULES or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = clause_of(head)
    land = land_around((verb, *objects(verb)), scene)
    if land in (None, known.country) or known.country in scene.discourse.forces():
        return False
    return not any(
        kind in _BLOWS and any(p.country == known.country for p in by)
        for _, kind, by in scene.discourse.deeds
    )


def _fighters(noun: Token, scene: Scene, *, resolve: Resolve) -> Iterator[str]:
    """The groups that a phrase names or means, or the land whose rebels it tells of."""
    for party in resolve(noun, scene):
        if party.country is not None and (party.sector is Sector.REB or _leads(party.country)):
            yield party.country
    for hit in scene.hits(core(noun), _GROUPS):
        if hit.country is not None:
            yield hit.country
    office = offices().lookup(noun.lemma_.lower())
    land = of_fighters(noun, scene) if office is not None and office.name == "rebel" else None
    if land is not None:
        yield land


def _leads(code: str) -> bool:
    """Whether who speaks or acts does it for a group: "M23's leader, X"."""
    known = organisation(code)
    return country(code) is None and known is not None and known.sector is Sector.REB


def _owners(word: str, scene: Scene) -> Iterator[str | None]:
    """Whose bodies of that kind were told of by the name of their state: "Kenyan troops"."""
    for party in (s.party for s in scene.discourse.seen if is_of_state(s.party)):
        named = not party.rule.startswith(("coref", "office.foes", "office.home"))
        alike = called(party).rstrip("s") == word if word in _RULES else party.sector is Sector.MIL
        if named and alike:
            yield party.country


def _are_foes(sides: tuple[Party, ...], fighters: set[str], land: str) -> bool:
    """Whether a deed was between these fighters, or their land, and another state."""
    codes = {p.country for p in sides}
    others = {code for code in codes - fighters if country(code or "") is not None}
    return bool(codes & fighters) and bool(others - {land})


def _home(code: str) -> str | None:
    """The land that a group fights in; rebels who are called by a land are at home there."""
    if country(code) is not None:
        return code
    known = organisation(code)
    return known.base if known is not None and code not in _ABROAD else None


def _beside(head: Token) -> Iterator[Token]:
    """Who stands in a body's clause, in those above it, and in what it says."""
    verb = clause_of(head)
    told = (c for c in verb.children if c.dep_ == "ccomp" and verb.lemma_ in SPEECH)
    for clause in (verb, *(g for g in governors(head) if g.pos_ == "VERB" and g != verb), *told):
        yield from (t for t in subjects(clause) if t != head)
        for noun in objects(clause):
            if noun != head:
                yield noun
            yield from (t for p in prepositions(noun, *_WITH) for t in complements(p) if t != head)
        yield from (t for p in prepositions(clause, *_WITH) for t in complements(p) if t != head)
