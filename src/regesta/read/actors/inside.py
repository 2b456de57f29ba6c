"""Parties inside a phrase whose head names none: "strikes on Iranian sites", "its embassy"."""

from dataclasses import replace

from regesta.knowledge import NameKind, offices
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.holdings import rebels_inside
from regesta.read.actors.lands import is_posted
from regesta.read.actors.office_words import office_phrase
from regesta.read.actors.parties import (
    named,
    resolve,
    resolve_all,
)
from regesta.read.actors.persons import person_named
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.auxiliaries import opens_with_that
from regesta.read.clauses import child, complements, core, prepositions, reachable, with_conjuncts
from regesta.read.tree import Token

_MEDIATES = frozenset({"broker", "mediate", "facilitate"})
_AT = ("in", "at")
_POINTERS = frozenset({"group", "movement", "militia", "bloc", "alliance", "junta", "kingdom"})
_BLOWS = words_of("ATTACK") | words_of("BLOW")
_HELPS = frozenset({"train", "arm", "equip", "fund", "finance", "advise", "back", "supply"})
_OWNED = words_of("SITE") | words_of("TROOPS") | words_of("VESSEL") | words_of("DIPLOMAT")


def within(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The parties of a phrase; where its head names none, the first nation inside it.

    "strikes on Iranian nuclear facilities" names Iran as the side that was struck.
    """
    found = resolve_all(head, scene) or rebels_inside(head, scene)
    if found or is_posted(head, scene):
        return found
    holder = child(head, "poss") if head.lemma_.lower() in _OWNED else None
    if holder is not None and holder.pos_ == "PRON":  # "its embassy in Rome"
        owners = resolve(holder, scene)
        if len(owners) == 1:
            return (replace(owners[0], span=scene.sentence.words((holder,)), text=holder.text),)
        if head.lemma_.lower() == "fighter":  # "on their fighters in A": none of A's
            return ()
    inside = _without_venue(head)
    for token in inside:
        hit = scene.hit_at(token, NATION_KINDS)
        if hit is not None and hit.country is not None:
            covered = tuple(t for t in head.subtree if hit.start <= t.idx < hit.end)
            party = scene.party(covered or (token,), hit, rule=f"inside.{hit.kind.value}")
            return (_as_headed(party, head, scene), *_joined_inside(token, scene))
        named_owner = person_named(token, scene) if token.dep_ == "poss" else ()
        owner = named_owner or _owner_described(token, scene)
        if owner:
            return owner
    for token in inside:
        if token.dep_ == "poss":
            owners = resolve(token, scene)
            if len(owners) == 1 or (owners and token.pos_ != "PRON"):
                return owners
    return _doer_inside(head, scene) or _place_inside(head, scene)


def _without_venue(head: Token) -> list[Token]:
    """The words of a phrase; of what is brokered not where: "mediated the talks in Doha"."""
    inside = reachable(head)
    if head.dep_ != "dobj" or head.head.lemma_ not in _MEDIATES:
        return inside
    at = tuple(prepositions(head, *_AT))
    venues = {*at, *(t for p in at for place in complements(p) for t in core(place))}
    return [t for t in inside if t not in venues]


def _owner_described(token: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the kingdom's push", "a site of the group": whose it is, told by a noun that points."""
    of = token.dep_ == "pobj" and token.head.lower_ == "of" and token.lemma_.lower() in _POINTERS
    if token.pos_ != "NOUN" or not (token.dep_ == "poss" or of):
        return ()
    owners = resolve(token, scene)
    return owners if len(owners) == 1 else ()


def _doer_inside(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the measures taken by Peru": who did what the phrase is about."""
    nouns = reachable(head)
    told = [c for c in head.children if c.dep_ == "acl" and opens_with_that(c)]
    if told:  # "the news that X has asked for Y"
        return tuple(
            p for c in told for s in c.children if s.dep_ == "nsubj" for p in resolve_all(s, scene)
        )
    clauses = (c for t in nouns for c in t.children if c.dep_ == "acl" and c.tag_ == "VBN")
    if head.head.lemma_ in _HELPS:  # "trains rebels armed by A": they are not A's
        return ()
    near = (t for c in clauses for p in prepositions(c, "by") for t in complements(p))
    return tuple(p for t in near for p in resolve_all(t, scene))


def _joined_inside(first: Token, scene: Scene) -> tuple[Party, ...]:
    """The nations joined to one inside a phrase: "exemptions for Argentina, Brazil and Chile"."""
    others = [t for t in with_conjuncts(first) if t != first]
    return tuple(p for t in others for p in named(t, scene))


def _place_inside(head: Token, scene: Scene) -> tuple[Party, ...]:
    for token in _without_venue(head):
        if token.dep_ == "compound" and token.head == head and head.lemma_ in _BLOWS:
            continue  # "condemned the Kabul bombing": that is where it fell
        hit = scene.hit_at(token, frozenset({NameKind.PLACE}))
        if hit is not None and hit.country is not None:
            covered = tuple(t for t in head.subtree if hit.start <= t.idx < hit.end)
            party = scene.party(covered or (token,), hit, rule="inside.place")
            return (_as_headed(party, head, scene),)
    return ()


def _as_headed(party: Party, head: Token, scene: Scene) -> Party:
    """A nation inside a phrase with the sector of the body or people that the phrase is about."""
    office = offices().lookup(office_phrase(head, scene) or head.lemma_.lower())
    if office is None or party.sector is not Sector.GOV:
        return party
    return replace(party, sector=office.sector)
