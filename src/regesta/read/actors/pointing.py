"""A party that is known in the words that point to it here; how phrases are understood."""

from collections.abc import Callable
from dataclasses import replace

from regesta.model import Party, Sector
from regesta.read.actors.scene import Scene
from regesta.read.clauses import clause_of, subjects
from regesta.read.going_on import speaking
from regesta.read.tree import Token

Resolve = Callable[[Token, Scene], tuple[Party, ...]]
_TOWARDS = frozenset({"to", "against", "on", "with", "toward", "towards", "at"})


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


def doers_beside(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """Who does what is done to a phrase or towards it: "A halted aid to the country" is not to A.

    None where the phrase stands elsewhere: "A's ministry said protests in the country had ended".
    """
    if head.dep_ == "nsubj" and _is_told(head.head):  # "A urged the country to leave"
        return clause_doers(head.head.head, scene, resolve=resolve)
    towards = head.dep_ == "pobj" and head.head.lower_ in _TOWARDS
    if not towards and head.dep_ not in ("dobj", "dative"):
        return frozenset()
    return clause_doers(head, scene, resolve=resolve)


def _is_told(verb: Token) -> bool:
    """Whether a verb is an infinitive that another asks or makes its subject do."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return to and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"


def clause_doers(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """Countries and organisations of the subjects of a word's own clause."""
    clause = clause_of(head)
    doers = subjects(speaking(clause) or clause)
    return frozenset(p.country for t in doers for p in resolve(t, scene))
