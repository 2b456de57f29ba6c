"""Whom "they" means in a speaker's words, where his sentence or the one before names one state.

It stands over against "us", or is whom he last dealt with: "X spoke of Y.
'They must repay us,' he said."
"""

from regesta.model import Party
from regesta.read.actors.parties import resolve
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import as_country, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_NEAR = 1  # sentences back
_US = frozenset({"us", "we", "our", "me", "ours"})
_CLOSED = frozenset({"nsubj", "nsubjpass"})
_NAMES = _CLOSED | {"dobj", "pobj", "conj"}


def other_side(head: Token, candidate: Candidate) -> tuple[Party, ...]:
    """The one other state that "they" can be; () where two or none are spoken of.

    A plural noun that stands before it in its sentence may be meant as well: then nobody is.
    """
    scene = candidate.scene
    if head.lower_ != "they" or _may_be_others(head):
        return ()
    own = candidate.codes(candidate.subject_heads)
    here = _people_before(head, scene)
    others = (_named(scene) | {p.country for p in here if p.country is not None}) - own
    if len(own) != 1 or len(others) != 1:
        return ()
    code = next(iter(others))
    dealt = scene.discourse.other(next(iter(own)), sentence=scene.sentence.index)
    if not _beside_us(head) and (dealt is None or dealt.country != code):
        return ()  # the migrants from Y, the rebels in Y
    seen = (*here, *(s.party for s in reversed(scene.discourse.seen)))
    known = next((p for p in seen if p.country == code), None)
    if known is None or not is_of_state(known):
        return ()
    return (pointed(as_country(known), (head,), scene, rule="pronoun.other-side"),)


def _people_before(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The persons that the sentence names before: "saying that X treated him well"."""
    names = (t for t in head.doc[: head.i] if t.pos_ == "PROPN" and t.dep_ in _NAMES)
    return tuple(p for t in names for p in resolve(t, scene) if p.person is not None)


def _named(scene: Scene) -> frozenset[str]:
    """The states and organisations that the sentence and the one before speak of."""
    hits = scene.sentence.hits
    here = frozenset(h.country for h in hits if h.kind in NATION_KINDS and h.country)
    return here | scene.discourse.countries(sentence=scene.sentence.index, reach=_NEAR)


def _beside_us(head: Token) -> bool:
    """ "they must repay us": the other state stands over against the speaker's own."""
    return any(t.lower_ in _US for t in head.head.subtree)


def _may_be_others(head: Token) -> bool:
    """Whether people told of before in the sentence can be "they"."""
    return any(
        t.tag_ in ("NNS", "NNPS") and t.dep_ in _CLOSED and t.pos_ == "NOUN"
        for t in head.doc[: head.i]
    )
