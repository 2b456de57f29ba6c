"""A state's rebels, told by the ground they hold or as a word before a noun."""

from spacy.tokens import Token

from regesta.knowledge import NameKind
from regesta.model import Party, Sector
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import core, reachable

_SIDES = frozenset(
    {"rebel", "opposition", "separatist", "insurgent", "militant", "jihadist", "guerrilla"}
)


def rebels_inside(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "rebel-held areas", "opposition parts of Aleppo": a state's rebels, by their ground."""
    side = next((t for t in core(head) if t != head and t.lemma_.lower() in _SIDES), None)
    if side is None:
        return ()
    kinds = NATION_KINDS | {NameKind.PLACE}
    hits = (scene.hit_at(token, kinds) for token in reachable(head))
    named = next((hit.country for hit in hits if hit is not None), None) or scene.ground
    if named is None:
        return ()
    return (
        Party(
            span=scene.sentence.words((side,)),
            text=side.text,
            name=side.text,
            country=named,
            sector=Sector.REB,
            rule="inside.rebels",
        ),
    )
