"""Ships by the letters before their names: "HMS Diamond", "BRP Sierra Madre"."""

from regesta.knowledge import NameHit
from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.scene import STATE_KINDS, Scene
from regesta.read.clauses import core
from regesta.read.tree import Token

SHIP_PREFIX = words_of("SHIP_PREFIX")


def vessel(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "HMS Richmond", "the USS Ronald Reagan": a warship is its navy's, whatever its name."""
    if head.pos_ != "PROPN" or not any(map(_is_of_ship, scene.sentence.hits)):
        return ()
    tokens = core(head)
    prefixes = filter(_is_of_ship, scene.hits(tokens, STATE_KINDS))
    prefix = next(prefixes, None)
    return (scene.party(tokens, prefix, rule="name.ship"),) if prefix is not None else ()


def _is_of_ship(hit: NameHit) -> bool:
    return hit.name.lower() in SHIP_PREFIX
