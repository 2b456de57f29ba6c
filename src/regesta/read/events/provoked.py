"""Whom a penalty hits that names nobody: who did what it answers, "recalled its envoy after B ...".

And who decreed one that the words tell of nobody: "visas will be denied to B, the ministry said".
"""

from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge.frames import Frame
from regesta.model import EventType, Party, Sector
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import as_state, pointed
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.clauses import complements, is_passive, objects, prepositions, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.events.scope import side, sides
from regesta.read.events.speakers import speakers, speech_verb
from regesta.read.events.told import doers
from regesta.read.tree import Token

_AFTER = frozenset({"after", "when", "because", "until", "since"})
_OVER = ("over", "after", "following")
_FOR = frozenset({"response", "retaliation", "reply", "answer", "reaction", "protest", "revenge"})
_BLAMING = frozenset({"accuse", "blame", "condemn", "denounce", "criticise", "criticize"})
_RESPONDS = frozenset({"respond", "retaliate", "reciprocate", "reply", "hit", "strike", "answer"})
_HOSTILE = frozenset({EventType.SANCTION, EventType.ASSAULT, EventType.COERCE})
_NEAR, _WHOLE_ARTICLE = 5, 400  # sentences back to what is answered, and to the measure
_PRIVATE = frozenset({Sector.CVL, Sector.BUS, Sector.MED, Sector.REB})


def provokers(candidate: Candidate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The one other side that did what is punished, or that is blamed for it."""
    own = sides(actors)
    told = [p for p in _provoking(candidate) if p.country is not None and p.sector not in _PRIVATE]
    found = {side(p): p for p in reversed(told) if side(p) not in own}
    return tuple(found.values()) if len(found) == 1 else ()


def _provoking(candidate: Candidate) -> Iterator[Party]:
    verb = candidate.token
    if verb.pos_ != "VERB":
        return
    for clause in (c for c in verb.children if c.dep_ == "advcl"):
        marked = any(m.lower_ in _AFTER for m in clause.children if m.dep_ in ("mark", "advmod"))
        blames = clause.tag_ == "VBG" and clause.lemma_ in _BLAMING
        heads = objects(clause) if blames else subjects(clause) if marked else ()
        if not is_passive(clause):
            yield from (p for t in heads for p in resolve_all(t, candidate.scene))
    for thing in _reasons(verb):
        yield from doers(thing, candidate)


def _reasons(verb: Token) -> Iterator[Token]:
    """ "over B's raid", "in response to the raid by B"."""
    yield from (t for p in prepositions(verb, *_OVER) for t in complements(p))
    answers = (t for p in prepositions(verb, "in") for t in complements(p))
    named = (t for t in answers if t.lemma_.lower() in _FOR)
    yield from (
        t for a in named for p in prepositions(a, "to", "for", "at", "over") for t in complements(p)
    )


def answered_by_threat(candidate: Candidate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "promised to retaliate": against whoever was last told to have done a hostile deed."""
    verb = candidate.xcomp() or candidate.ccomp()
    if verb is None or verb.lemma_.lower() not in _RESPONDS or objects(verb):
        return ()
    own, scene = sides(actors), candidate.scene
    found = provokers(replace(candidate, token=verb), actors)
    named = candidate.scene.sentence.hits
    if found or any(h.kind in NATION_KINDS and h.country not in own for h in named):
        return found
    told = (d for d in reversed(scene.discourse.deeds) if scene.sentence.index - d[0] <= _NEAR)
    deeds = [(kind, by) for _, kind, by in told if kind in _HOSTILE and not sides(by) & own]
    foes = {p.country: p for kind, by in deeds for p in by if kind is deeds[0][0]}
    return tuple(pointed(p, (verb,), scene, rule="threat.answered") for p in foes.values())


def levied(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Whose duties they are that "took effect", and who "was exempted": the one who imposed any."""
    bare = candidate.passive and not candidate.subject_heads
    if frame.name != "tariff.starts" and not (frame.mode == "exempt" and bare):
        return ()
    scene, hit = candidate.scene, candidate.codes(candidate.object_heads)
    kinds = frozenset({EventType.SANCTION})
    told = scene.discourse.doers(kinds, sentence=scene.sentence.index, reach=_WHOLE_ARTICLE)
    verb = (candidate.token,)
    levying = [p for p in told if p.country not in hit]
    return tuple(pointed(p, verb, scene, rule="measure.told") for p in levying)


def decreed(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Who says that a penalty on others will be or was imposed: a state's or a union's own word."""
    verb = speech_verb(candidate.token)
    bare = candidate.passive and not candidate.subject_heads and candidate.token.dep_ != "acl"
    if frame.type is not EventType.SANCTION or verb is None or not bare:
        return ()
    said = speakers(verb, candidate.scene)
    ruling = [p for p in said if is_of_state(p) or p.sector is Sector.IGO]
    hit = candidate.codes(candidate.object_heads)
    if len(said) != 1 or not ruling or (hit and hit <= sides(said)):
        return ()
    return (pointed(as_state(ruling[0]), (verb,), candidate.scene, rule="decreed.own"),)
