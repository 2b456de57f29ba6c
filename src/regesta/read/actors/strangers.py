"""Persons whose country the page does not say: their deeds wait for pages that do."""

import re
from dataclasses import replace

from regesta.knowledge import NameKind
from regesta.model import Event, Party, Sector
from regesta.read.actors.namewords import is_capital, name_tokens
from regesta.read.actors.scene import Scene
from regesta.read.actors.titles import NAME, is_name_word, trim
from regesta.read.tree import Token

RULE = "name.stranger"
_MARK = "?"
"""Begins the code that stands for a stranger's country while a sentence is read."""

_NAMES = frozenset(NameKind)


def stranger(head: Token, scene: Scene) -> tuple[Party, ...]:
    """A person's name that nothing on the page explains, where strangers are asked for."""
    if not scene.strangers or head.pos_ != "PROPN" or not is_capital(head) or scene.is_dated(head):
        return ()
    tokens = name_tokens(head)
    if any(scene.hit_at(token, _NAMES) is not None for token in tokens):
        return ()
    name = trim(scene.text_of(tokens))
    words = name.split()
    while words and not is_name_word(words[0]):
        words = words[1:]
    if not words or not all(map(is_name_word, words)) or words[-1].isupper():
        return ()
    name = " ".join(words)
    return (
        Party(
            span=scene.sentence.words(tokens),
            text=scene.text_of(tokens),
            name=name,
            country=_MARK + words[-1],
            sector=Sector.GOV,
            person=name,
            rule=RULE,
        ),
    )


def is_pending(event: Event) -> bool:
    """Whether a stranger does the deed, or has it done to him."""
    return any(party.rule == RULE for party in (*event.actors, *event.recipients))


def as_pending(event: Event, *, text: str) -> Event:
    """The event with its strangers by their fullest name on the page, and without a country."""
    return replace(
        event,
        actors=tuple(_unknown(party, text=text) for party in event.actors),
        recipients=tuple(_unknown(party, text=text) for party in event.recipients),
        said_by=tuple(_unknown(party, text=text) for party in event.said_by),
    )


def _unknown(party: Party, *, text: str) -> Party:
    if party.rule != RULE:
        return party
    name = _fullest(party.name, text=text)
    return replace(party, country=None, name=name, person=name)


def _fullest(name: str, *, text: str) -> str:
    """The longest name of the text that ends in this one: "Berg" may be "Jane Berg" elsewhere."""
    if " " in name:
        return name
    longer = (trim(found) for found in re.findall(rf"\b{NAME} {re.escape(name)}\b", text))
    whole = [one for one in longer if all(map(is_name_word, one.split()))]
    return max(whole, key=len, default=name)
