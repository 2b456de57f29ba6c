"""Penalties that a resolution or law lays on another state: "a resolution capping B's imports".

The deed is the passing of it; what its participle or clause tells is its content.
"""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.inside import within
from regesta.read.clauses import complements, objects, prepositions, with_conjuncts
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_TEXTS = words_of("DECREE")
_CURBS = words_of("CURBING")
_SEARCHES = frozenset({"inspect", "impound", "seize", "search", "expel", "freeze", "repatriate"})
_ORDERS = frozenset({"require", "oblige", "order", "compel", "direct", "instruct"})


def measures(candidate: Candidate) -> tuple[Token, ...]:
    """The verbs of a passed text that lay something on a state: "capping", "which bars"."""
    texts = [t for t in (*candidate.object_heads, *candidate.after("for")) if _is_text(t)]
    if not texts:
        return ()
    near = (p for h in (*texts, candidate.token) for p in h.children if p.dep_ == "prep")
    days = (t for p in near for t in complements(p))
    heads = (*texts, candidate.token, *filter(candidate.scene.is_dated, days))
    hung = (
        c
        for head in heads
        for c in head.children
        if c.i > head.i
        and (c.dep_ in ("acl", "relcl", "advcl") or (c.dep_, c.tag_) == ("prep", "VBG"))
        and not _is_marked(c, head)
    )
    verbs = [v for c in hung for v in with_conjuncts(c) if _curbs(v)]
    return tuple(verbs)


def _is_text(noun: Token) -> bool:
    return noun.lemma_.lower() in _TEXTS


def _is_marked(verb: Token, head: Token) -> bool:
    """ "passed it after barring B": a clause of time, not what the text says."""
    return head.pos_ in ("VERB", "AUX") and (
        verb.tag_ != "VBG" or any(c.dep_ == "mark" or c.dep_ == "nsubj" for c in verb.children)
    )


def _curbs(verb: Token) -> bool:
    """Whether a verb curbs, or orders others to curb or search."""
    if verb.lemma_ in _CURBS:
        return True
    if verb.lemma_ not in _ORDERS:
        return False
    return any(t.lemma_ in _CURBS | _SEARCHES for t in verb.subtree if t.tag_ == "VB")


def penalised(candidate: Candidate) -> tuple[Party, ...]:
    """On whom the measures are laid: what they are done to, else whoever they name."""
    own = candidate.codes(candidate.subject_heads)
    for heads in map(tuple, _places(measures(candidate))):
        found = tuple(p for h in heads for p in within(h, candidate.scene))
        named = tuple(p for p in found if p.country is not None and p.country not in own)
        if named:
            return named
    return ()


def _places(verbs: tuple[Token, ...]) -> Iterator[list[Token]]:
    """Where the punished may stand, the nearest first."""
    done = [o for verb in verbs for o in objects(verb)]
    yield done
    for names in (("on", "against", "to", "from", "into", "of"), ("for", "by", "with", "in")):
        heads = (*verbs, *done)
        yield [t for h in heads for p in prepositions(h, *names) for t in complements(p)]
    yield [t for verb in verbs for t in verb.subtree if t.pos_ in ("NOUN", "PROPN")]
