"""Who stands across from whom: "the army chief rang his Indian counterpart" is not India's."""

from dataclasses import replace

from regesta.model import Party
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, core
from regesta.read.tree import Token

_ACROSS = frozenset({"counterpart", "homologue", "opposite number"})
_OWN = frozenset({"his", "her", "its", "their"})


def not_facing(found: tuple[Party, ...], head: Token, scene: Scene) -> tuple[Party, ...]:
    """The parties that words without a state were taken for, unless the sentence speaks against it.

    Whose counterpart is Indian is not of India: of the other state of the story, else unknown.
    """
    across = _counterparts(head, scene) if found else frozenset()
    if across.isdisjoint(p.country for p in found):
        return found
    others = scene.two - across or ({scene.base} - {None} - across)
    if len(found) != 1 or len(others) != 1 or found[0].person is not None:
        return ()
    return (replace(found[0], country=next(iter(others)), rule="office.other-side"),)


def _counterparts(head: Token, scene: Scene) -> frozenset[str | None]:
    """The states whose men the sentence calls somebody's counterparts, behind the words."""
    told = (t for t in head.doc[head.i :] if t.lemma_.lower() in _ACROSS)
    theirs = (t for t in told if (whose := child(t, "poss")) is not None and whose.lower_ in _OWN)
    return frozenset(hit.country for t in theirs for hit in scene.hits(core(t), NATION_KINDS))
