"""Whose "its" is: the doer's own, that of whoever answers, or what is faulted in another."""

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.nearer import over_its
from regesta.read.actors.plurals import PAIRED_PEOPLE, PAIRED_STATES
from regesta.read.actors.pointing import Resolve
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, clause_of, governors, objects, subject, subjects
from regesta.read.tree import Token

_HOSTILE = (words_of("VIOLENT") - {"use", "deploy"}) | words_of("HOSTILE")
# Verbs whose object "it" is a state; elsewhere it is a deed or a thing.
_TAKES_PARTY = frozenset(
    {"accuse", "blame", "urge", "attack", "invade", "sanction", "threaten", "warn", "ask", "tell",
     "bomb", "arm", "supply", "provide"}
)  # fmt: skip
_HOLDS = frozenset(
    {"arrest", "detain", "jail", "hold", "indict", "charge", "sentence", "imprison", "try",
     "convict", "deport"}
)  # fmt: skip
_FAULTS = frozenset(
    {"condemn", "denounce", "criticise", "criticize", "slam", "blast", "deplore", "decry",
     "protest", "cite", "lambast", "lambaste"}
)  # fmt: skip
_FAULTED = (words_of("ATTACK") | {"test", "launch", "annexation", "provocation"}) - {"campaign"}
_TURNS_DOWN = frozenset({"reject", "refuse", "spurn", "rebuff", "decline", "accept", "turn"})
_OFFERED = frozenset({"offer", "proposal", "invitation", "demand", "request", "overture", "plea"})
_RELATED = frozenset({"neighbour", "neighbor", "ally", "rival", "foe", "counterpart", "party"})


def takes_party(verb: Token) -> bool:
    return verb.lemma_ in _TAKES_PARTY


def one(head: Token | None, scene: Scene, *, resolve: Resolve) -> Party | None:
    if head is None or head.pos_ == "PRON":
        return None
    parties = resolve(head, scene)
    return parties[0] if len(parties) == 1 else None


def vouched(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A did B, its ministry said": the possessor is the doer of what is vouched for."""
    if head.dep_ != "poss" or head.head.dep_ != "nsubj":
        return None
    verb = head.head.head
    told = verb.head if verb.dep_ == "parataxis" else child(verb, "ccomp")
    if told is None or told.i > verb.i:
        return None
    return one(subject(told), scene, resolve=resolve)


def held(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A held X after he struck a guard": what somebody is held for is his own deed."""
    clause = clause_of(head)
    for verb in governors(clause):
        if head.dep_ not in ("nsubj", "nsubjpass") or verb.i > head.i:
            return None
        if verb.lemma_ in _HOLDS and clause.dep_ in ("advcl", "pcomp"):
            held = [o for o in (child(verb, "nsubjpass"), *objects(verb)) if o is not None]
            found = one(held[0], scene, resolve=resolve) if len(held) == 1 else None
            if found is not None or not held or held[0].pos_ != "PRON":
                return found
    return None


def own_subject(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A recalled its envoy": a possessor points to the subject of its own clause."""
    if head.dep_ != "poss":
        return None
    own = subject(clause_of(head))
    if own is None or own == head.head or head in own.subtree:
        return None
    verb = clause_of(head)
    taken_to_task = over_its(head, verb)
    if taken_to_task is not None:
        return one(taken_to_task, scene, resolve=resolve)
    if verb.dep_ == "ccomp" and verb.lemma_ in _HOSTILE:  # "A said B had fired at its ground"
        own = subject(verb.head) or own
    holder = child(own, "poss")  # "X's remarks came as his envoy ..."
    return one(own, scene, resolve=resolve) or one(holder, scene, resolve=resolve)


def of_another(head: Token, scene: Scene, *, own: str | None, resolve: Resolve) -> bool:
    """ "A's president accused its government", "A denounced its raids": not A's own."""
    verb, done = head.head.head, head.head.lemma_.lower()
    whole = done in (PAIRED_STATES | PAIRED_PEOPLE) - _RELATED and takes_party(verb)
    faulted = verb.lemma_ in _FAULTS and done in _FAULTED
    faulted = faulted or (verb.lemma_ in _TURNS_DOWN and done in _OFFERED)
    if head.lower_ != "its" or head.head.dep_ != "dobj" or not (whole or faulted):
        return False
    return any(p.country == own for t in subjects(verb) for p in resolve(t, scene))


def dealt_with(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A blamed B and turned its offer down": to whom the verb before is done."""
    verb = head.head.head
    before = objects(verb.head) if verb.dep_ == "conj" else ()
    return one(before[0], scene, resolve=resolve) if len(before) == 1 else None
