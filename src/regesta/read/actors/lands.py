"""The state on whose ground a phrase or a clause plays, by the places that it names."""

from collections.abc import Iterator

from regesta.knowledge import NameHit, NameKind, country
from regesta.model import Party, Sector
from regesta.read.actors.pointing import pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    child,
    complements,
    core,
    governors,
    prepositions,
    reachable,
)
from regesta.read.tree import Token

LOCATIVE = ("in", "near", "around", "outside", "inside", "across", "over", "at", "throughout")
# Parts of a land that are named by what follows: "the city of X", "the frontline areas of Y".
REGIONS = frozenset(
    {"city", "town", "village", "region", "province", "district", "territory", "island", "port",
     "capital", "municipality", "county", "area", "part", "suburb", "outskirt", "north", "south",
     "east", "west", "centre", "center", "neighbourhood", "neighborhood", "state", "peninsula",
     "valley", "camp", "enclave"}
)  # fmt: skip
# Who speaks for one state in another, or for nobody.
_MISSIONS = frozenset({"embassy", "consulate", "mission", "commission"})
_POSTED = _MISSIONS | frozenset(
    {"diplomat", "envoy", "ambassador", "negotiator", "mediator", "observer", "correspondent"}
)
# Who is sent: by the state named first, to the one named after it.
SENT = frozenset({"envoy", "ambassador", "representative", "negotiator", "mediator", "mission"})
# Who serves in one place: "Kharkiv's mayor", "a Lagos court".
_LOCAL = frozenset(
    {"governor", "premier", "mayor", "police", "court", "prosecutor", "judge", "official",
     "authority", "parliament", "assembly", "lawmaker", "councillor", "government"}
)  # fmt: skip
_PREMISES = frozenset(
    {"office", "bureau", "headquarters", "branch", "studio", "newsroom", "premise", "residence",
     "villa", "apartment", "flat", "warehouse"}
)  # fmt: skip
_TOWNS = frozenset({NameKind.PLACE, NameKind.CAPITAL})
_LANDS = _TOWNS | {NameKind.COUNTRY}


def place_of(noun: Token, scene: Scene) -> NameHit | None:
    """The town, region or country that a noun is or stands in: "Nablus", "the city of Nablus"."""
    bare = noun.lemma_.lower() in REGIONS
    inside = reachable(noun) if bare else [noun]
    kinds = NATION_KINDS | {NameKind.PLACE} if bare else _LANDS
    found = (scene.hit_at(t, kinds) for t in inside)
    return next((hit for hit in found if hit is not None and hit.country is not None), None)


def land_around(heads: tuple[Token, ...], scene: Scene) -> str | None:
    """The one state of the places that words have behind "in", "near" and the like."""
    codes = {hit.country for hit in _places(heads, scene)}
    return codes.pop() if len(codes) == 1 else None


def _places(heads: tuple[Token, ...], scene: Scene) -> Iterator[NameHit]:
    for head in heads:
        if head.lemma_.lower() in _PREMISES:  # "police searched the Lima office of X"
            towns = tuple(c for c in head.lefts if c.dep_ == "compound")
            yield from scene.hits(towns, _TOWNS)
        for preposition in prepositions(head, *LOCATIVE, "from"):
            for noun in complements(preposition):
                hit = place_of(noun, scene)
                if hit is None and noun.pos_ == "NOUN":  # "in an ambush near X", "from a mine in X"
                    yield from _places((noun,), scene)
                elif hit is not None and preposition.lower_ != "from":
                    yield hit


def of_its_place(head: Token, scene: Scene) -> str | None:
    """ "Kharkiv's mayor", "Lagos state officials", "a Lagos court": of the state it lies in.

    "Officials in the capital" are of the state that the report comes from, or is about,
    "authorities there" of that of the places just told, or of whom the last sentence spoke besides.
    """
    if head.lemma_.lower() not in _LOCAL:
        return None
    if any(_is_the_capital(t) for p in prepositions(head, "in") for t in complements(p)):
        return scene.base or scene.ground or scene.discourse.home(sentence=scene.sentence.index)
    if any(c.lower_ == "there" and c.i == head.i + 1 for c in head.rights):
        return _told_there(head, scene)
    before = tuple(t for t in core(head) if t != head and t.pos_ == "PROPN")
    codes = {hit.country for hit in scene.hits(before, _TOWNS)}
    return codes.pop() if len(codes) == 1 else None


def _told_there(head: Token, scene: Scene) -> str | None:
    """The state that "there" means: of the last place, else of the last words before it."""
    inside = (t for t in head.doc[: head.i] if t.dep_ == "pobj" and t.head.lower_ in LOCATIVE)
    here = [t for t in inside if t.pos_ == "PROPN"]
    if here:  # a town that no table knows is none before it
        hit = place_of(here[-1], scene)
        return hit.country if hit is not None else None
    if scene.places:
        return scene.places[-1].country
    before = scene.sentence.index - 1
    named = [s for s in scene.discourse.seen if s.sentence == before and not s.leading
             and s.party.sector is not Sector.CVL]  # fmt: skip
    led = {s.party.country for s in scene.discourse.seen if s.sentence == before and s.leading}
    codes = {s.party.country for s in named} - led
    code = codes.pop() if len(codes) == 1 else None
    return code if code is not None and country(code) is not None else None


def _is_the_capital(noun: Token) -> bool:
    """ "the capital", which no word names."""
    return noun.lower_ == "capital" and len(core(noun)) == len(("the", "capital"))


def is_posted(head: Token, scene: Scene) -> bool:
    """ "diplomats in New York": where they are posted, which does not say whose they are."""
    if head.lemma_.lower() not in _POSTED or not any(prepositions(head, "in", "at")):
        return False
    bare = head.lower_ == "commission" and not any(c.lower_ == "high" for c in head.lefts)
    if bare or (head.lemma_.lower() in _MISSIONS and head.dep_ != "nsubj"):
        return False  # "opened an embassy in X": with X
    theirs = scene.hits(core(head), NATION_KINDS) or child(head, "poss")
    return not theirs and not any(prepositions(head, "of", "from"))


def mission_in(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The embassy in Canberra": of the state whose envoys were told of, which is not the host."""
    if head.lemma_.lower() not in _MISSIONS or not any(c.lower_ == "the" for c in head.lefts):
        return ()
    places = (t for p in prepositions(head, "in", "at") for t in complements(p))
    hosts = frozenset(hit.country for t in places if (hit := place_of(t, scene)) is not None)
    known = scene.discourse.envoys(sentence=scene.sentence.index, beside=hosts)
    return (pointed(known, core(head), scene, rule="coreference.mission"),) if known else ()


def land_told_of(head: Token, scene: Scene) -> str | None:
    """ "A, where a court freed a spy", "A, from where B fled after police let him go": A."""
    clauses = (g for g in governors(head) if g.dep_ in ("relcl", "pcomp"))
    for clause in clauses:
        if any(t.lower_ == "where" for t in clause.lefts):
            noun = clause.head if clause.dep_ == "relcl" else clause.head.head
            hit = scene.hit_at(noun, _LANDS)
            return hit.country if hit is not None else None
    return None
