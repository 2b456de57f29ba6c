"""Talks and trips told of before: whom the doer meets at "the talks", who calls them off."""

from regesta.model import Party
from regesta.read.actors.parties import resolve
from regesta.read.actors.pointing import pointed
from regesta.read.clauses import core, governors, subject
from regesta.read.events.candidate import Candidate
from regesta.read.events.meetings import MEETINGS
from regesta.read.events.roles import role_heads
from regesta.read.tree import Token


def met_before(candidate: Candidate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom the doer meets at "the talks" or on "the trip" that were told of before."""
    noun = candidate.token.pos_ in ("NOUN", "PROPN")
    heads = (candidate.token,) if noun else candidate.object_heads
    heads = (*heads, *role_heads(candidate, "ccompsubj"))
    known = next((h for h in heads if _points_to_meeting(h)), None)
    scene = candidate.scene
    met = scene.discourse.meeting(sentence=scene.sentence.index) if known is not None else ()
    own = {p.country for p in actors}
    if known is None or not own <= {p.country for p in met}:
        return ()
    tokens = core(known)
    others = (p for p in met if p.country not in own)
    return tuple(pointed(p, tokens, scene, rule="coreference.meeting") for p in others)


def canceller(candidate: Candidate) -> tuple[Party, ...]:
    """ "X said the talks might be called off": X, where X is one of those who are to meet."""
    scene = candidate.scene
    if not any(_points_to_meeting(head) for head in candidate.object_heads):
        return ()
    met = {p.country for p in scene.discourse.meeting(sentence=scene.sentence.index)}
    for verb in governors(candidate.token):
        head = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
        found = resolve(head, scene) if head is not None else ()
        if found:
            return tuple(p for p in found if p.country in met)
    return ()


def _points_to_meeting(noun: Token) -> bool:
    lefts = {c.lower_ for c in noun.lefts}
    return noun.lemma_.lower() in MEETINGS and bool(lefts & {"the", "this", "that", "these"})
