"""Whom "them" means in a sentence that has named many: "arrested two Danes and freed them"."""

from regesta.knowledge import NameKind, offices
from regesta.model import Party, Sector
from regesta.read.actors.nearer import HUMANS, STANDING
from regesta.read.actors.pointing import Resolve, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    NOMINAL,
    child,
    clause_of,
    complements,
    core,
    prepositions,
    subjects,
    with_conjuncts,
)
from regesta.read.tree import Token

THEM = "pronoun.them"
# What is done to human beings, and to no goods that may stand nearer.
_TO_HUMANS = frozenset(
    {"expel", "arrest", "detain", "free", "deport", "jail", "imprison", "urge", "tell", "ask",
     "warn", "accuse", "blame", "thank", "praise", "invite", "condemn", "criticise", "criticize",
     "kill", "wound", "evict", "pardon", "persuade", "order", "beg", "implore", "meet", "host",
     "help", "assure", "interrogate", "summon", "sentence", "torture", "abduct",
     "execute", "behead", "evacuate", "rescue", "threaten", "remind", "congratulate", "question"}
)  # fmt: skip


def the_many(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...] | None:
    """The nearest many before "them" who are not the doers: () where unknown, None where none."""
    noun = meant_by_them(head, scene, resolve=resolve)
    found = _named_by(noun, scene, resolve=resolve) if noun is not None else ()
    if noun is None or not (found or _is_human(noun, scene)):
        return None
    return tuple(pointed(p, (head,), scene, rule=THEM) for p in found)


def meant_by_them(head: Token, scene: Scene, *, resolve: Resolve) -> Token | None:
    """The noun that "them" stands for in its own sentence.

    Goods that stand nearer than people are meant where such a thing can be done to them.
    """
    if head.lower_ != "them" or head.dep_ not in ("dobj", "dative", "pobj", "nsubj"):
        return None
    doers = subjects(clause_of(head))
    own = {p.country for t in doers if t != head for p in resolve(t, scene)}
    for noun in reversed(head.doc[: head.i]):
        if noun.dep_ not in STANDING or not _is_many(noun) or head in noun.subtree:
            continue
        if _only_says(noun, head):
            continue
        found = _named_by(noun, scene, resolve=resolve)
        if noun in doers or own & {p.country for p in found}:
            continue
        goods = not found and not _is_human(noun, scene)
        if not goods or clause_of(head).lemma_ not in _TO_HUMANS:
            return noun
    return None


def is_told_to(head: Token) -> bool:
    """ "accused them": whom a verb is done to that is done to people alone."""
    return head.lower_ == "them" and head.dep_ == "dobj" and head.head.lemma_ in _TO_HUMANS


def _only_says(noun: Token, head: Token) -> bool:
    """ "Experts said A had armed them", "called them spies": who speaks, what they are called."""
    speaks = noun.dep_ == "nsubj" and child(noun.head, "ccomp") is not None
    return (speaks and noun.head.is_ancestor(head)) or noun.head.lower_ == "as"


def _is_many(noun: Token) -> bool:
    joined = any(c.dep_ == "conj" and c.pos_ in NOMINAL for c in noun.children)
    return noun.pos_ in ("NOUN", "PROPN") and (noun.tag_ in ("NNS", "NNPS") or joined)


def _is_human(noun: Token, scene: Scene) -> bool:
    lemma = noun.lemma_.lower()
    people = lemma in HUMANS or offices().lookup(lemma) is not None
    return people or scene.hit_at(noun, frozenset({NameKind.DEMONYM})) is not None


def _named_by(noun: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Those who are many: by what the words resolve to, else by the nation they give people."""
    heads = tuple(t for t in with_conjuncts(noun) if t.pos_ in NOMINAL)
    found = tuple(p for t in heads for p in resolve(t, scene))
    if found:
        plural = noun.tag_ in ("NNS", "NNPS") or len({p.country for p in found}) > 1
        return found if plural else ()
    return tuple(p for t in heads if _is_human(t, scene) for p in _of_a_nation(t, scene))


def _of_a_nation(noun: Token, scene: Scene) -> tuple[Party, ...]:
    """ "two Russian divers", "sailors from Ghana": people by their nation."""
    tokens = core(noun)
    behind = tuple(t for p in prepositions(noun, "from", "of") for t in complements(p))
    hits = scene.hits(tokens, NATION_KINDS) or scene.hits(behind, NATION_KINDS)
    return tuple(
        scene.described(tokens, country=hit.country, sector=Sector.CVL, rule=THEM)
        for hit in hits[-1:]
        if hit.country is not None
    )
