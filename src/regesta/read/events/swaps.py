"""The other half of a swap: "A freed two Danes in exchange for its spies": Denmark frees them."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.pointing import as_state, pointed
from regesta.read.agents import agents
from regesta.read.clauses import (
    complements,
    is_negated,
    is_passive,
    objects,
    prepositions,
    subject,
)
from regesta.read.events.candidate import Candidate, measured
from regesta.read.tree import Token

_LETS_GO = words_of("LETTING_GO") | {"let", "send", "swap"}
_TAKING = words_of("TAKING")


def is_swap(candidate: Candidate) -> bool:
    """Whether somebody lets people go "in exchange for" others."""
    verb = _release(candidate)
    return verb is not None and not is_negated(verb) and bool(swapped_by(candidate))


def swappers(candidate: Candidate) -> tuple[Party, ...]:
    """Who lets the others go: who holds them by the words, else whose people come free."""
    scene = candidate.scene
    given = [n for head in candidate.after("for") for n in (head, *measured(head))]
    clauses = (c for n in given for c in n.children if c.dep_ in ("acl", "relcl"))
    held = [c for c in clauses if c.lemma_ in _TAKING and c.tag_ == "VBN"]
    places = (t for c in held for p in prepositions(c, "in", "by") for t in complements(p))
    holders = [p for t in places for p in within(t, scene)]
    freed = holders or [p for t in _freed(candidate) for p in within(t, scene)]
    own = {p.country for t in swapped_by(candidate) for p in within(t, scene)}
    words = (candidate.token,)
    found = {
        p.country: pointed(_of_state(p), words, scene, rule="swap.other")
        for p in freed
        if p.country is not None and p.country not in own
    }
    return tuple(found.values()) if len(found) == 1 else ()


def given_up(candidate: Candidate) -> tuple[Party, ...]:
    """ "The girls were exchanged for four rebels": the girls' state lets the rebels go.

    "The girls" that name no state are those of whomever the rebels last dealt with.
    """
    scene, words = candidate.scene, (candidate.token,)
    taken = {p.country for t in candidate.after("for") for p in within(t, scene) if p.country}
    found = {p.country: p for t in candidate.object_heads for p in within(t, scene)}
    states = [p for code, p in found.items() if code is not None and code not in taken]
    told = any(c.lower_ in ("the", "these") for t in candidate.object_heads for c in t.lefts)
    if not states and told and len(taken) == 1:
        other = scene.discourse.other(taken.pop(), sentence=scene.sentence.index)
        states = [other] if other is not None else []
    return tuple(pointed(_of_state(p), words, scene, rule="swap.given-up") for p in states)


def swapped_by(candidate: Candidate) -> tuple[Token, ...]:
    """Who lets the first ones go."""
    verb = _release(candidate)
    return agents(verb) if verb is not None else ()


def _of_state(party: Party) -> Party:
    """The state that frees somebody for its people; an armed group does it itself."""
    state = as_state(party)
    if party.sector is Sector.REB:
        return state
    return replace(state, name=state.country or state.name, sector=Sector.GOV, office=None)


def _release(candidate: Candidate) -> Token | None:
    """The verb of letting go that "in exchange" hangs on."""
    noun = candidate.token
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "as"):
        return None
    return next((v for v in _above(noun.head) if v.lemma_ in _LETS_GO), None)


def _above(preposition: Token) -> Iterator[Token]:
    """The verb, or the one whose object the preposition was hung on."""
    head = preposition.head
    yield head
    if head.pos_ in ("NOUN", "PROPN") and head.dep_ in ("dobj", "nsubjpass", "pobj"):
        yield head.head if head.dep_ != "pobj" else head.head.head
    elif head.pos_ == "VERB":
        yield head.head


def _freed(candidate: Candidate) -> tuple[Token, ...]:
    verb = _release(candidate)
    if verb is None:
        return ()
    if is_passive(verb):
        found = subject(verb)
        return (found,) if found is not None else ()
    return objects(verb)
