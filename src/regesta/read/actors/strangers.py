"""Persons whose country the page does not say: their deeds wait for pages that do."""

import re
from dataclasses import replace

from regesta.knowledge import NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Event, Party, Sector
from regesta.read.actors.namewords import is_capital, name_tokens
from regesta.read.actors.scene import Scene
from regesta.read.actors.titles import NAME, is_name_word, trim
from regesta.read.clauses import child, clause_of
from regesta.read.tree import Token

RULE = "name.stranger"
_MARK = "?"
"""Begins the code that stands for a stranger's country while a sentence is read."""

_PRIVATE = words_of("PRIVATE") | words_of("HUMAN_JOBS")
_NAMES = frozenset(NameKind)
_OWNERS = frozenset({NameKind.COUNTRY, NameKind.ORGANISATION})
_ORG_WORDS = words_of("ORG_WORDS")
_STATESMANLY = words_of("STATESMANLY")
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos"})


def is_private(word: str) -> bool:
    """Whether a word says that somebody speaks for no state: "analyst", "neighbour"."""
    return word.lower() in _PRIVATE


def stranger(head: Token, scene: Scene) -> tuple[Party, ...]:
    """A person's name that nothing on the page explains, where strangers are asked for."""
    name = unexplained(head, scene) if scene.strangers else None
    if name is None:
        return ()
    tokens = name_tokens(head)
    return (
        Party(
            span=scene.sentence.words(tokens),
            text=scene.text_of(tokens),
            name=name,
            country=_MARK + name.split()[-1],
            sector=Sector.GOV,
            person=name,
            rule=RULE,
        ),
    )


def unexplained(head: Token, scene: Scene) -> str | None:
    """What may be a person's name and is none that the tables know."""
    if head.pos_ != "PROPN" or not is_capital(head) or scene.is_dated(head):
        return None
    tokens = name_tokens(head)
    if any(scene.hit_at(token, _NAMES) is not None for token in tokens):
        return None
    words = trim(scene.text_of(tokens)).split()
    while words and not is_name_word(words[0]):
        words = words[1:]
    if not words or not all(map(is_name_word, words)) or words[-1].isupper():
        return None
    if len(words) == 1 and any(c.lower_ == "the" for c in head.lefts):
        return None  # "the Baltic"
    return " ".join(words)


def owned_name(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Kenya's Amina Odhiambo urged ...", "the EU's Jan Roth": whoever speaks or deals for it.

    Only in full, and only in a statesman's part: "Spain's Rafael X beat ..." plays for none.
    """
    owner = child(head, "poss")
    if head.pos_ != "PROPN" or not is_capital(head) or owner is None or owner.pos_ != "PROPN":
        return ()
    whose = scene.hit_at(owner, _OWNERS)
    tokens = name_tokens(head)
    clause = clause_of(head)
    acts = head.dep_ in _PARTS and clause.lemma_.lower() in _STATESMANLY
    if whose is None or whose.country is None or not acts or len(tokens) < 2:
        return ()
    if any(t.lower_ in _ORG_WORDS or scene.hit_at(t, _NAMES) is not None for t in tokens):
        return ()
    name = scene.text_of(tokens)
    if not all(map(is_name_word, name.split())) or name.split()[-1].isupper():
        return ()
    sector = Sector.IGO if whose.kind is NameKind.ORGANISATION else Sector.GOV
    found = scene.described(tokens, country=whose.country, sector=sector, rule="name.owned")
    return (replace(found, person=name),)


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
