"""Protests told by who gathers and on whose ground, whatever the verb.

Whose people they are is said by their own nation, else by the ground on which they stand; whom they
are against, `grievances.py` says.
"""

from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.lands import REGIONS, place_of
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import complements, core, governors
from regesta.read.events.candidate import Candidate, measured, party_among
from regesta.read.events.grievances import (
    HAPPENS,
    after,
    below,
    clause_words,
    each_once,
    greeted,
    opposed,
)
from regesta.read.tree import Token

_MISSION = words_of("MISSION")
_ERRANDS = words_of("ERRAND")
_WHEREIN = frozenset(
    {"in", "at", "across", "near", "through", "around", "throughout", "outside", "on", "inside"}
)
_BANDS = frozenset({"group", "band", "handful"})
_STREETS = frozenset({"street", "square", "centre", "center", "heart", "road", "avenue"})
_LANDS = frozenset({NameKind.COUNTRY, NameKind.CAPITAL, NameKind.PLACE})
_OWNED_LANDS = _LANDS | {NameKind.DEMONYM}
ON_THE_GROUND = "protest.ground"


def crowd(candidate: Candidate) -> bool:
    """Whether people do it, not a state: "protesters", "Ivorian dockers", "a group of nuns"."""
    named = candidate.subject_heads
    heads = (*named, *(t for h in named if h.lemma_ in _BANDS for t in after(h, "of")))
    if any(candidate.in_class(head, "@CROWD") for head in heads):
        return True
    return any(p.sector is Sector.CVL for p in party_among(candidate, heads))


def opposing(candidate: Candidate) -> bool:
    """Whether the words say of another state that people are against it.

    Who brings flowers to its mission, asks there for a visa or welcomes it is not.
    """
    if any(t.lemma_.lower() in _ERRANDS for t in candidate.token.doc):
        return False
    against = {p.country for p in opposed(candidate)} - {None}
    return bool(against - {p.country for p in _nationals(candidate)})


def rallied(candidate: Candidate) -> tuple[Party, ...]:
    """Whose people they are: by their own nation, else of the lands where they gather."""
    against = {p.country for p in opposed(candidate)}
    own = tuple(p for p in _nationals(candidate) if p.country not in against)
    return own or tuple(p for p in _of_the_ground(candidate) if p.country not in against)


def _nationals(candidate: Candidate) -> tuple[Party, ...]:
    """The nation by which those who gather are called: "Greek dockers", "a crowd of Poles"."""
    scene = candidate.scene
    found: list[Party] = []
    for head in _people(candidate):
        found.extend(p for p in resolve(head, scene) if p.country is not None)
        hits = scene.hits(core(head), NATION_KINDS - {NameKind.CAPITAL})
        found.extend(
            _people_of(h.country, core(head), scene, rule="protest.people")
            for h in hits
            if h.country is not None
        )
    return each_once(found)


def _people(candidate: Candidate) -> tuple[Token, ...]:
    """Those who gather and what they are counted from; of a noun, itself and by whom."""
    if candidate.token.pos_ == "VERB":
        heads = candidate.subject_heads
        return tuple(n for h in heads for n in (h, *after(h, "of", "from")))
    noun = candidate.token
    held = noun.dep_ == "dobj" and noun.head.lemma_ in HAPPENS
    marked = noun.dep_ == "pobj" and noun.head.lower_ == "with"  # "marked the day with a rally"
    verb = noun.head.head if marked else noun.head
    doers: tuple[Token, ...] = ()
    if (held or marked) and greeted(noun) is None:
        doers = replace(candidate, token=verb, behind={}, answers={}).subject_heads
    return (noun, *candidate.after("by"), *doers)


def _of_the_ground(candidate: Candidate) -> tuple[Party, ...]:
    """A party for each land in which the words place them."""
    people, scene = _people(candidate), candidate.scene
    words = core(people[0]) if people else (candidate.token,)
    lands = dict.fromkeys(hit.country for hit in _lands(candidate) if hit.country is not None)
    return tuple(_people_of(land, words, scene, rule=ON_THE_GROUND) for land in lands)


def _people_of(country: str, words: tuple[Token, ...], scene: Scene, *, rule: str) -> Party:
    return scene.described(words, country=country, sector=Sector.CVL, rule=rule)


def _lands(candidate: Candidate) -> tuple[NameHit, ...]:
    """The places of the gathering: those of the nearest words that name one.

    Words that name none leave the places that were named last, if they lie in one land.
    """
    scene = candidate.scene
    hung_on = _wherein(candidate)
    for words in _rings(candidate) if hung_on is None else ():
        found = tuple(hit for word in words for hit in _places_at(word, scene))
        if found:
            return found
    if hung_on is not None:
        return (hung_on,)
    here = {h.country for h in scene.sentence.hits if h.kind in _LANDS}
    before = scene.places if len({h.country for h in scene.places}) == 1 and not here else ()
    return before[-1:]


def _wherein(candidate: Candidate) -> NameHit | None:
    """The place that the clause hangs on: "In Rome, where ...", "X's visit to Rome was met by"."""
    visit = greeted(candidate.token)
    if visit is not None:
        found = (place_of(t, candidate.scene) for t in after(visit, "to", "in"))
        return next((hit for hit in found if hit is not None), None)
    for clause in (candidate.token, *governors(candidate.token)):
        if clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children):
            return place_of(clause.head, candidate.scene)
    return None


def _rings(candidate: Candidate) -> Iterator[tuple[Token, ...]]:
    """Words that may say where, nearest first: of those who gather, of the clause, of others."""
    yield tuple(t for h in _people(candidate) for t in h.subtree if t != candidate.token)
    yield clause_words(candidate)
    for above in governors(candidate.token):
        if above.pos_ in ("VERB", "AUX"):
            yield tuple(below(above))


def _places_at(word: Token, scene: Scene) -> Iterator[NameHit]:
    """ "in Rome and Athens", "in the Greek capital", "on Rome's streets"."""
    if word.pos_ != "ADP" or word.lower_ not in _WHEREIN:
        return
    counted = [n for noun in complements(word) for n in (noun, *measured(noun))]
    for noun in counted:
        hit = place_of(noun, scene)
        if noun.lemma_ in _STREETS:  # "on the streets of X"
            hit = next(filter(None, (place_of(t, scene) for t in after(noun, "of"))), hit)
        if hit is None and noun.lemma_.lower() not in _MISSION and noun.pos_ != "PRON":
            whose = _OWNED_LANDS if noun.lemma_.lower() in REGIONS | _STREETS else _LANDS
            hit = next(reversed(scene.hits(core(noun), whose)), None)
        if hit is not None and not scene.is_dated(noun):
            yield hit
