"""Nearer nouns that a pronoun may mean: where one stands, what was said before is not meant."""

from regesta.knowledge.frames import words_of
from regesta.read.actors.discourse import is_individual
from regesta.read.actors.pointing import Resolve
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    clause_of,
    complements,
    core,
    governors,
    objects,
    prepositions,
    subjects,
)
from regesta.read.tree import Token

HUMANS = words_of("PRISONER") | words_of("PEOPLE") | words_of("REBELS") | words_of("ATTACKERS")
_LEADING = frozenset({"nsubj", "nsubjpass", "poss"})
_REASONS = frozenset({"because", "since", "after", "as", "for"})
_GROUNDS = words_of("CLAIM") | words_of("SUSPICION") | {"ground", "belief"}
_ANSWERS = words_of("FAULTING") | words_of("PUNISHING")
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})


def is_quoted(head: Token) -> bool:
    """Whether a word stands behind a mark that opens and none that closes."""
    return sum(token.is_quote for token in head.doc[: head.i]) % 2 == 1


def other_many(head: Token, scene: Scene, *, resolve: Resolve) -> bool:
    """Whether "they" may be a plural that is no party: "mayors ... as they campaign"."""
    many = (
        t
        for t in head.doc[: head.i]
        if t.tag_ == "NNS" and t.dep_ in STANDING and head not in t.subtree
    )
    return any(not resolve(t, scene) for t in many)


def spoken_of_beside(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """The states that the clause of "they" does something to, and those of who says so."""
    verb = clause_of(head)
    beside = [t for t in objects(verb) if t != head]
    beside.extend(t for p in prepositions(verb, "on", "at", "against") for t in complements(p))
    for above in governors(verb):
        beside.extend(t for t in subjects(above) if t != head)
    nouns = [t for t in beside if t.pos_ != "PRON"]
    named = [p.country for t in nouns for p in resolve(t, scene)]
    inside = [hit.country for t in nouns for hit in scene.hits(core(t), NATION_KINDS)]
    return frozenset((*named, *inside))


def answered_for(head: Token) -> Token | None:
    """ "A seized B because it had ...", "on suspicion that it had ...": B, which A answers."""
    clause = clause_of(head)
    mark = next((c for c in clause.children if c.dep_ == "mark"), None)
    if mark is None or head.dep_ != "nsubj" or clause.dep_ not in ("advcl", "acl", "ccomp"):
        return None
    grounds = mark.lower_ == "that" and mark.i > 0 and mark.doc[mark.i - 1].lemma_ in _GROUNDS
    verb = clause_of(clause.head)
    if not (grounds or mark.lower_ in _REASONS) or verb.lemma_ not in _ANSWERS:
        return None
    nouns = (t for t in objects(verb) if t.dep_ == "dobj" and t.i < head.i and t.pos_ != "PRON")
    return next(nouns, None)


def nearest_human(head: Token, scene: Scene, *, resolve: Resolve) -> Token | None:
    """Who led a clause, or owned something, before "he" in the sentence: a human being or name."""
    own = frozenset(subjects(clause_of(head))) if head.dep_ in STANDING else frozenset()
    leading = (t for t in reversed(head.doc[: head.i]) if t.dep_ in _LEADING and t not in own)
    for token in leading:
        if token.tag_ == "NN" and token.lemma_.lower() in HUMANS:
            return token
        if token.pos_ != "PRON" and any(map(is_individual, resolve(token, scene))):
            return token
    return None
