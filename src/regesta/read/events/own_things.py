"""Whose a deed is that is told by the doer's own thing: "A's troops were sent to B".

A force that was moved, a penalty that was lifted, aid that was cut are their owner's to move, lift
and cut, where no words say who else did it.
"""

from regesta.knowledge.frames import Frame
from regesta.model import EventType, Party
from regesta.read.actors.inside import within
from regesta.read.actors.parties import resolve, resolve_all
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.clauses import complements, core, prepositions
from regesta.read.events.aiding import is_civil
from regesta.read.events.candidate import Candidate, measured
from regesta.read.events.scope import acting
from regesta.read.tree import Token

_FORCES = ("@TROOPS", "@SOLDIERS", "@VESSEL", "@HARDWARE", "@WEAPON")
_MEASURES = ("@SANCTION", "@PENALTIES", "@MEASURE")
_GIFTS = ("@AID", "@AIDMONEY", "@SUPPLIES", "@GOODS", "@HARDWARE")
_PORTS = "@PORTAGE"  # "A's ports were closed to B's ships"
# By the type of what is done, the things that are its doer's own.
_OWN: dict[EventType, tuple[str, ...]] = {
    EventType.MOBILIZE: _FORCES,
    EventType.RETREAT: (*_FORCES, *_MEASURES),
    EventType.CONCEDE: (*_FORCES, *_MEASURES),
    EventType.SANCTION: (*_MEASURES, *_GIFTS, _PORTS),
    EventType.COERCE: (_PORTS,),
    EventType.AID: (*_GIFTS, *_FORCES),
    EventType.COOPERATE: ("@INFO",),
}
# What is done to a thing by another than its owner: "an A ship was let in".
_LETS = frozenset({"let", "allow", "permit", "admit", "invite"})
_ENVOYS = ("@DIPLOMAT", "@ENVOY")
_UPON = ("on", "against", "to", "over")
# Modes in which a thing is another's: a captive is freed, arms are given up by those beaten.
_OF_OTHERS = frozenset({"release", "exchange", "expel", "summon", "disarm", "surrender"})


def owners_of_things(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """ "Two A frigates were sent to B", "A's aid to B was cut", "A sanctions on B were lifted"."""
    own = _ENVOYS if frame.mode == "recall" else _OWN.get(frame.type)
    if own is None or candidate.token.lemma_ in _LETS:
        return ()
    if frame.mode in _OF_OTHERS or not candidate.passive or candidate.subject_heads:
        return ()
    found = []
    for head in candidate.object_heads:
        for noun in (head, *measured(head)):
            traded = frame.type is EventType.MOBILIZE and is_civil(noun)
            owned = any(candidate.in_class(noun, name) for name in own) and not traded
            if owned and _is_aimed(noun, candidate):
                found.extend(_owners(noun, candidate))
    return acting(tuple({p.country: p for p in found}.values()), frame)


def _is_aimed(noun: Token, candidate: Candidate) -> bool:
    """Whether a penalty says on whom: "Russian sanctions" alone may be on Russia."""
    if candidate.in_class(noun, _PORTS):
        return any(within(t, candidate.scene) for t in candidate.after("to"))
    if not any(candidate.in_class(noun, name) for name in _MEASURES):
        return True
    upon = (t for name in _UPON for t in candidate.after(name))
    return any(within(t, candidate.scene) for t in upon)


def _owners(noun: Token, candidate: Candidate) -> list[Party]:
    """The state or organisation before a noun, as its owner or as what it is; "aid from A"."""
    scene, tokens = candidate.scene, tuple(t for t in core(noun) if t != noun)
    possessors = [t for t in tokens if t.dep_ == "poss"]
    if possessors:
        return [p for t in possessors for p in resolve_all(t, scene)]
    found = [
        p for f in prepositions(noun, "from") for t in complements(f) for p in resolve(t, scene)
    ]
    for hit in scene.hits(tokens, NATION_KINDS):
        covered = tuple(t for t in tokens if hit.start <= t.idx < hit.end)
        if hit.country is not None and covered:
            found.append(scene.party(covered, hit, rule="thing.owner"))
    return found
