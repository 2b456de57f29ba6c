"""Those told by the order in which two were named: "the former", "the latter"."""

from regesta.model import Party
from regesta.read.actors.pointing import Resolve, pointed
from regesta.read.actors.scene import Scene
from regesta.read.tree import Token

RULE = "coreference.in-order"
REACH = 4  # sentences back to the two
_FIRST, _LAST = "former", "latter"
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})
_NAMED = _PARTS | {"conj", "appos"}
_POINTING = frozenset({"coreference.pair", "coreference.sides", "pronoun.they"})


def in_order(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The first or the last of the two parties named before; () where they are not just two."""
    if head.lower_ not in (_FIRST, _LAST) or head.dep_ not in _PARTS:
        return ()
    if not any(c.lower_ == "the" for c in head.lefts) or any(head.rights):
        return ()
    both = _named_here(head, scene, resolve=resolve)
    both = both if len(both) > 1 else _named_before(scene)
    if len(both) != len((_FIRST, _LAST)):
        return ()
    known = both[0] if head.lower_ == _FIRST else both[1]
    return (pointed(known, (head,), scene, rule=RULE),)


def _named_here(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The two that the sentence names before the words, in their order."""
    before = (t for t in head.doc[: head.i] if t.pos_ in ("PROPN", "NOUN") and t.dep_ in _NAMED)
    return _distinct(tuple(p for t in before for p in resolve(t, scene)))


def _named_before(scene: Scene) -> tuple[Party, ...]:
    """The two that the last sentence with two named, in their order; it stands shortly before.

    "The former ..." is passed over: "the latter" behind it is of the same two.
    """
    index = scene.sentence.index
    for at in range(index - 1, index - 1 - REACH, -1):
        seen = [s.party for s in scene.discourse.seen if s.sentence == at]
        told = _distinct(tuple(p for p in seen if p.rule not in _POINTING))
        if len(told) > 1 and all(p.rule != RULE for p in seen):
            return told
    return ()


def _distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties in the order of their places on the page, each country once."""
    known = sorted((p for p in parties if p.country is not None), key=lambda p: p.span)
    first: dict[str | None, Party] = {}
    for party in known:
        first.setdefault(party.country, party)
    return tuple(first.values())
