"""Words that only point: pronouns, "the two leaders", "you" in a quotation.

Every rule gets `resolve`, by which the phrase that is pointed to is understood.
"""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from regesta.model import Party
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    clause_of,
    complements,
    core,
    governors,
    prepositions,
    subject,
    with_conjuncts,
)

Resolve = Callable[[Token, Scene], tuple[Party, ...]]

_HE = frozenset({"he", "she", "him", "her", "himself", "herself"})
_YOU = frozenset({"you", "your"})
_PAIRED = frozenset({"two", "both"})
_PAIRED_PEOPLE = frozenset(
    {"leader", "president", "minister", "man", "premier", "official", "diplomat", "general",
     "counterpart", "chief", "king", "head"}
)  # fmt: skip
_PAIRED_STATES = frozenset(
    {"country", "side", "nation", "government", "neighbour", "neighbor", "ally", "party", "state",
     "power", "capital", "rival", "foe"}
)  # fmt: skip


def pronoun(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whom a pronoun points to; () when that is not clear."""
    word = head.lower_
    index = scene.sentence.index
    found: Party | None = None
    personal = word in _HE or (word == "his" and head.dep_ == "poss")
    if personal or word in ("it", "its", "itself"):
        found = _above(head, scene, personal=personal, resolve=resolve)
    if found is not None:
        return (pointed(found, (head,), scene, rule="pronoun.clause"),)
    if personal:
        found = scene.discourse.person(sentence=index)
    elif word in ("it", "its", "itself"):
        found = scene.discourse.state(sentence=index)
    elif word in _YOU:
        return _addressed(head, scene, resolve=resolve)
    elif word in ("they", "them", "their", "both"):
        both = _joined_before(head, scene, resolve=resolve) or scene.discourse.pair(
            sentence=index, persons=False
        )
        return tuple(pointed(p, (head,), scene, rule="pronoun.they") for p in both)
    if found is None:
        return ()
    return (pointed(found, (head,), scene, rule=f"pronoun.{word}"),)


def _addressed(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Who "you" is: whoever the governing verb speaks to, "told X", "said to X"."""
    for verb in governors(head):
        if verb.lemma_ not in ("tell", "say", "assure", "inform", "write"):
            continue
        heads = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < head.i]
        heads.extend(t for p in prepositions(verb, "to") for t in complements(p))
        return tuple(
            pointed(p, (head,), scene, rule="pronoun.you") for h in heads for p in resolve(h, scene)
        )
    return ()


def _joined_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The two joined as a subject earlier in the sentence: "A and B plan ..., their ..."."""
    for token in reversed(list(head.doc[: head.i])):
        if token.dep_ in ("nsubj", "nsubjpass", "dep") and any(
            c.dep_ == "conj" for c in token.children
        ):
            both = tuple(p for t in with_conjuncts(token) for p in resolve(t, scene))
            return both if len({p.country for p in both}) == 2 else ()
    return ()


def _above(head: Token, scene: Scene, *, personal: bool, resolve: Resolve) -> Party | None:
    """The subject of the clause that a pronoun's clause hangs on: "Moscow denied that it ..."."""
    verb = head if head.pos_ in ("VERB", "AUX") else clause_of(head)
    for _ in range(3):
        if verb.head == verb:
            return None
        verb = clause_of(verb.head)
        above = subject(verb)
        if above is None or above == head or above.pos_ == "PRON":
            continue
        parties = resolve(above, scene)
        if len(parties) == 1 and (parties[0].person is not None) == personal:
            return parties[0]
    return None


def pointed(known: Party, tokens: tuple[Token, ...], scene: Scene, *, rule: str) -> Party:
    """A known party in the words that point to it here."""
    return replace(known, span=scene.sentence.words(tokens), text=scene.text_of(tokens), rule=rule)


def paired(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Whom "the two presidents" or "both sides" point to."""
    tokens = core(head)
    if head.lower_ in ("two", "pair", "duo") and any(c.lower_ == "the" for c in head.children):
        both = scene.discourse.pair(sentence=scene.sentence.index, persons=False)
        return tuple(pointed(p, tokens, scene, rule="coreference.pair") for p in both)
    if head.tag_ not in ("NNS", "NNPS") or not any(t.lower_ in _PAIRED for t in tokens):
        return ()
    if scene.hits(tokens, NATION_KINDS):
        return ()
    persons = head.lemma_.lower() in _PAIRED_PEOPLE
    if not persons and head.lemma_.lower() not in _PAIRED_STATES:
        return ()
    index = scene.sentence.index
    both = scene.discourse.pair(sentence=index, persons=persons)
    if persons and not both:  # "the two ministers" of two states whose names were not given
        both = scene.discourse.pair(sentence=index, persons=False)
    return tuple(pointed(p, tokens, scene, rule="coreference.pair") for p in both)
