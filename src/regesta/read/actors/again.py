"""Those told again by words that would else be read as an office of their own."""

from collections.abc import Callable

from regesta.model import Party
from regesta.read.actors.juntas import junta
from regesta.read.actors.pointing import pointed
from regesta.read.actors.portraits import countryman, native
from regesta.read.actors.regional import regional
from regesta.read.actors.relations import foe
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.actors.unions import native_group
from regesta.read.clauses import core
from regesta.read.tree import Token


def abbreviated(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The DFA": whom the text gave the acronym for, the last time that it did."""
    known = dict(scene.discourse.short).get(head.text) if scene.discourse.short else None
    if known is None or scene.hit_at(head, NATION_KINDS) is not None:
        return ()
    return (pointed(known, core(head), scene, rule="coreference.acronym"),)


WAYS: tuple[Callable[[Token, Scene], tuple[Party, ...]], ...] = (
    abbreviated,
    native,
    countryman,
    foe,
    junta,
    regional,
    native_group,
)


def again(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Whom the first way that knows the words says they mean."""
    return next(filter(None, (way(head, scene) for way in WAYS)), ())
