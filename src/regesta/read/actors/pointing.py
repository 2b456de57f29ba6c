"""A party that is known in the words that point to it here; how phrases are understood."""

from collections.abc import Callable
from dataclasses import replace

from regesta.model import Party, Sector
from regesta.read.actors.scene import Scene
from regesta.read.tree import Token

Resolve = Callable[[Token, Scene], tuple[Party, ...]]


def pointed(known: Party, tokens: tuple[Token, ...], scene: Scene, *, rule: str) -> Party:
    """A known party in the words that point to it here."""
    return replace(known, span=scene.sentence.words(tokens), text=scene.text_of(tokens), rule=rule)


def as_state(party: Party) -> Party:
    """The state of a person: "the two countries" are not their leaders."""
    if party.person is None:
        return party
    return replace(party, name=party.country or party.name, person=None, office=None)


def as_country(party: Party) -> Party:
    """The state of a person or an army: "the two countries" are not their troops."""
    state = as_state(party)
    return replace(state, sector=Sector.GOV) if state.sector is Sector.MIL else state
