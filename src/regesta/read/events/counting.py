"""Which deeds count: those in the codebook's scope, by what is told around them."""

from regesta.model import Event, EventType, Party, Sector
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.events.candidate import Candidate
from regesta.read.events.scope import in_scope, is_of_group, sides

YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_NAMED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative"})


def counts(event: Event, candidate: Candidate) -> bool:
    """Whether what is told is in the codebook's scope."""
    if len(sides(event.actors)) > 1 and not event.recipients and _reciprocal(candidate):
        return True
    own, scene = sides(event.actors), candidate.scene
    facing = scene.two - own or {scene.front} & own  # the other state, or the rebels, of a story
    yields = event.type in YIELDING and bool(facing)
    beyond = event.mode == "shoot-down" and bool(scene.named - own)  # another's, named anywhere
    return in_scope(event, abroad=yields or beyond or _abroad(candidate, event.actors))


def _abroad(candidate: Candidate, actors: tuple[Party, ...]) -> bool:
    """Whether the sentence, or one of the two before it, names a state that is not the doer's."""
    own = sides(tuple(p for p in actors if not is_of_group(p)))
    scene = candidate.scene
    here = {h.country for h in scene.sentence.hits if h.kind in NATION_KINDS}
    before = scene.discourse.countries(sentence=scene.sentence.index, reach=2)
    names = (t for t in candidate.token.doc if t.pos_ == "PROPN" and t.dep_ in _NAMED)
    here |= {p.country for t in names for p in resolve(t, scene) if p.person is not None}
    groups = (t for t in candidate.token.doc if t.pos_ == "NOUN" and t.dep_ == "nsubj")
    here |= {p.country for t in groups for p in resolve(t, scene) if p.sector is Sector.REB}
    return bool((here | before) - own - {None})


def _reciprocal(candidate: Candidate) -> bool:
    """ "accused each other", "expelled each other's envoys": all who do it suffer it too."""
    heads = (*candidate.object_heads, *candidate.after("at"), *candidate.after("on"))
    heads = (*heads, *(c for h in candidate.object_heads for c in h.children if c.dep_ == "poss"))
    whole = (t for h in heads for t in h.subtree if h.i > candidate.token.i)
    pairs = ((t.doc[t.i - 1].lower_, t.lower_) for t in whole if t.i)
    each = any(pair in (("each", "other"), ("one", "another")) for pair in pairs)
    return each or any(h.lower_ in ("other", "another") for h in heads)
