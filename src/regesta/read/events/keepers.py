"""Who did what only those can who hold the ground: "was expelled from B", "refused entry to B".

The words leave the doer out and name the land: it is its state, or the union that one was put out
of, as long as it was done to another's people.
"""

from collections.abc import Iterator

from regesta.knowledge import NameHit, NameKind, country
from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.lands import land_around, place_of
from regesta.read.actors.parties import resolve, resolve_all
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import as_state, pointed
from regesta.read.actors.scene import Scene
from regesta.read.clauses import (
    child,
    complements,
    core,
    is_passive,
    objects,
    prepositions,
    subjects,
)
from regesta.read.events.candidate import OBTAINS, Candidate, measured
from regesta.read.events.occasions import kept_objects
from regesta.read.events.speakers import speakers, speech_verb
from regesta.read.tree import Token

# What a state's officers do on its ground, and at whose gate.
_POWERS = frozenset(
    {"arrest", "hold", "deport", "execute", "sentence", "expel", "ban", "release", "suspend",
     "board", "seize", "fine"}
)  # fmt: skip
_AT_THE_GATE = "refuse-entry"
# What rebels may do as well, where they are spoken of.
_BY_REBELS = frozenset({"arrest", "hold", "execute", "release", "board", "seize"})
_OUT_OF = ("from", "of")
_ON = ("in", "at", "near", "outside", "off")
_TO = ("to", "into", "with", "in", "at")
_ENTERS = frozenset({"enter", "visit", "reenter", "re-enter", "leave"})
_LEAVES = frozenset({"leave", "quit", "depart", "exit"})
_LOCKUPS = words_of("LOCKUP")
_LAND = frozenset({"country", "kingdom", "republic", "nation", "emirate", "territory", "soil"})
_GROUND = _LAND | _LOCKUPS | {"market", "airspace", "sky", "water", "port", "airport", "capital"}
_HOLDERS = frozenset(
    {NameKind.COUNTRY, NameKind.CAPITAL, NameKind.PLACE, NameKind.DEMONYM, NameKind.ORGANISATION}
)
_HOLDING = frozenset({EventType.COERCE})
_TAKING = words_of("TAKING")
_ORDERED = frozenset(
    {"send", "deploy", "dispatch", "mobilise", "mobilize", "scramble", "move", "put", "rush",
     "place", "station", "reinforce"}
)  # fmt: skip
_BOUND = ("to", "into", "off", "near", "along", "toward", "towards", "around", "on")
_OF_DEFENCE = frozenset({"pentagon", "defence", "defense", "military", "army", "navy"})
_AHEAD = frozenset({"will", "would"})
_WILLED = frozenset(
    {(EventType.MOBILIZE, "deploy"), (EventType.AID, "give"), (EventType.RETREAT, "withdraw")}
)
_LATELY = 4  # sentences back to the arrest
_HOSTAGES = frozenset({"hostage", "captive"})


def keepers(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """The state on whose ground, out of whose land or at whose gate it was done to others."""
    gate, scene = frame.mode == _AT_THE_GATE, candidate.scene
    noun = candidate.token.pos_ == "NOUN"
    if not (gate or frame.mode in _POWERS) or not (candidate.passive or noun):
        return ()
    if candidate.subject_heads and not noun:
        return ()
    heads = candidate.after("of") if noun else candidate.object_heads
    whose = candidate.codes(heads)
    if frame.mode not in _BY_REBELS:
        whose = whose or _within(candidate)
    if not whose or any(h.lemma_.lower() in _HOSTAGES for h in heads):
        return ()
    rebels = scene.discourse.group(sentence=scene.sentence.index)
    if frame.mode in _BY_REBELS and (rebels is not None or scene.front is not None):
        return ()
    if gate:
        found = (p for noun in _gates(candidate) for p in _host(noun, scene))
    else:
        found = (p for noun in _grounds(candidate) for p in _keeper(noun, scene))
    return tuple(party for party in found if party.country not in whose)[:1]


def _within(candidate: Candidate) -> frozenset[str]:
    """ "The army's chief in A was barred": the states that the words of the object name."""
    named = (p for h in candidate.object_heads for p in within(h, candidate.scene))
    return frozenset(p.country for p in named if p.country is not None)


def jailers(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """ "A arrested two Danes. They were freed in May": who has held them, as long as it is one."""
    if frame.mode != "release" or candidate.subject_heads:
        return ()
    scene = candidate.scene
    if not candidate.passive or not any(map(_points_back, candidate.object_heads)):
        return _hostage_takers(candidate) or _asked_for(candidate)
    held = _took(candidate) or scene.discourse.doers(
        _HOLDING, sentence=scene.sentence.index, reach=_LATELY
    )
    named = tuple(h for h in candidate.object_heads if h.pos_ not in ("NUM", "PRON"))
    whose = candidate.codes(named)
    words = (candidate.token,)
    found = [p for p in held if is_of_state(p) and p.country not in whose]
    jailed = tuple(pointed(as_state(p), words, scene, rule="release.jailer") for p in found)
    return jailed or _hostage_takers(candidate)


def _hostage_takers(candidate: Candidate) -> tuple[Party, ...]:
    """ "Four more hostages are to be freed": by the one armed group that the text has named."""
    noun = candidate.token.pos_ == "NOUN"
    heads = candidate.after("of") if noun else candidate.object_heads
    people = [n for h in heads for n in (h, *measured(h))]
    if not any(n.lemma_.lower() in _HOSTAGES for n in people):
        return ()
    scene = candidate.scene
    groups = {
        s.party.country: s.party for s in scene.discourse.seen if s.party.sector is Sector.REB
    }
    known = tuple(p for p in groups.values() if p.country is not None)
    words = (candidate.token,)
    return tuple(pointed(p, words, scene, rule="release.captor") for p in known if len(known) == 1)


def _asked_for(candidate: Candidate) -> tuple[Party, ...]:
    """ "A's minister flew to B and secured the release of two of A's men": the one state beside."""
    noun, scene = candidate.token, candidate.scene
    if noun.dep_ != "dobj" or noun.head.lemma_ not in OBTAINS:
        return ()
    own = candidate.codes((*subjects(noun.head), *candidate.after("of")))
    before = (h for h in scene.sentence.hits if h.kind in _HOLDERS and h.start < noun.idx)
    codes = {h.country for h in before if h.country is not None} - own
    if not own or len(codes) != 1:
        return ()
    home = codes.pop()
    if country(home) is None:
        return ()
    words = (noun,)
    return (scene.described(words, country=home, sector=Sector.GOV, rule="release.host"),)


def _took(candidate: Candidate) -> tuple[Party, ...]:
    """ "A seized a ship; the crew was freed in May": who took them, in the same sentence."""
    before = (t for t in reversed(candidate.token.doc[: candidate.token.i]))
    taking = next((t for t in before if t.pos_ == "VERB" and t.lemma_ in _TAKING), None)
    if taking is None or is_passive(taking):
        return ()
    return tuple(p for t in subjects(taking) for p in resolve_all(t, candidate.scene))


def announced(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """ "Two ships are being sent there, a Pentagon official said": his own state's ships.

    What a state says will be done is its own to do: "Paris said 400 troops would be deployed".
    """
    verb = speech_verb(candidate.token)
    if verb is None or not candidate.passive or candidate.subject_heads:
        return ()
    said = speakers(verb, candidate.scene)
    if len(said) != 1 or not is_of_state(said[0]):
        return ()
    if not _is_willed(candidate, frame) and not _is_ordered(candidate, frame, by=said[0]):
        return ()
    whose = candidate.codes((*candidate.object_heads, *candidate.after("to")))
    if frame.type is EventType.MOBILIZE:
        whose = candidate.codes(candidate.object_heads)
    words = (verb,)
    found = pointed(as_state(said[0]), words, candidate.scene, rule="announced.own")
    given = frame.type is EventType.AID
    fits = bool(whose) and found.country not in whose if given else whose <= {found.country}
    return (found,) if fits else ()


def _is_ordered(candidate: Candidate, frame: Frame, *, by: Party) -> bool:
    """Whether those who speak for the forces tell where these are sent."""
    own = frame.type is EventType.MOBILIZE and candidate.token.lemma_ in _ORDERED
    return own and _commands(by) and any(candidate.after(name) for name in _BOUND)


def _is_willed(candidate: Candidate, frame: Frame) -> bool:
    """Whether troops, arms or aid are told as what will be sent, given or withdrawn."""
    ahead = any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in candidate.token.children)
    return ahead and (frame.type, frame.mode) in _WILLED


def _commands(party: Party) -> bool:
    """Whether somebody speaks for the forces: the army itself, the ministry of defence."""
    words = f"{party.text} {party.office or ''}".lower().split()
    return party.sector is Sector.MIL or not _OF_DEFENCE.isdisjoint(words)


def _points_back(head: Token) -> bool:
    """ "he", "the two", "the captain": those who have been told of."""
    return head.pos_ == "PRON" or any(c.lower_ in ("the", "both") for c in head.lefts)


def _gates(candidate: Candidate) -> Iterator[Token]:
    """ "refused entry to B", "denied an audience with B's king"."""
    for thing in (candidate.token, *kept_objects(candidate)):
        yield from (t for p in prepositions(thing, *_TO) for t in complements(p))


def _grounds(candidate: Candidate) -> Iterator[Token]:
    """ "put out of B", "barred from entering B", "seized off B": out of a land before on it."""
    verb = candidate.token
    particle = child(verb, "prt", "advmod")
    out = (verb, particle) if particle is not None and particle.lower_ == "out" else (verb,)
    for head in out:
        for preposition in prepositions(head, *_OUT_OF):
            yield from complements(preposition)
            entering = child(preposition, "pcomp")
            if entering is not None and entering.lemma_ in _ENTERS:
                yield from objects(entering)
    named = (verb, *candidate.after("of")) if verb.pos_ == "NOUN" else (verb,)
    yield from (t for head in named for p in prepositions(head, *_ON) for t in complements(p))
    leaving = (c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.lemma_ in _LEAVES)
    yield from (t for c in leaving for t in objects(c))


def _host(noun: Token, scene: Scene) -> Iterator[Party]:
    yield from _keeper(noun, scene)
    yield from (p for p in resolve(noun, scene) if is_of_state(p))


def _keeper(noun: Token, scene: Scene) -> Iterator[Party]:
    hit = _named(noun, scene)
    if hit is not None and hit.country is not None:
        covered = tuple(t for t in core(noun) if hit.start <= t.idx < hit.end) or (noun,)
        yield scene.party(covered, hit, rule="ground.keeper")
    elif noun.lemma_.lower() in _LAND:
        states = (p for p in resolve(noun, scene) if is_of_state(p))
        yield from (pointed(p, core(noun), scene, rule="ground.keeper") for p in states)


def _named(noun: Token, scene: Scene) -> NameHit | None:
    """The land that a noun is or that its words name: "Nablus", "an Iranian jail"."""
    hit = place_of(noun, scene) or scene.hit_at(noun, _HOLDERS)
    if hit is not None or noun.lemma_.lower() not in _GROUND:
        return hit
    own = scene.hits(core(noun), _HOLDERS)
    if own:
        return own[0]
    code = land_around((noun,), scene)
    near = (h for h in scene.sentence.hits if h.country == code and h.start > noun.idx)
    return next(near, None) if code is not None else None
