"""Dismay told without a verb: "Deeply dismayed that B lets it go on", somebody wrote."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, subject, with_conjuncts
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_UPSET = words_of("UPSET") | {"sad", "ashamed", "sorry"}
_BARE = frozenset({"acomp", "amod", "advcl", "oprd", "dep", "ccomp", "parataxis", "conj"})


def upset_at(candidate: Candidate) -> tuple[Token, ...]:
    """Who does what the speaker, who is the only one that can feel it, is dismayed at."""
    verb = candidate.token
    for word in verb.subtree:
        inside = child(word, "ccomp")
        doer = subject(inside) if inside is not None else None
        if doer is not None and _is_felt(word, verb):
            return tuple(with_conjuncts(doer))
    return ()


def _is_felt(word: Token, verb: Token) -> bool:
    """Whether a word of dismay hangs bare on the verb of saying, not on somebody who feels it."""
    if word.lower_ not in _UPSET or word.dep_ not in _BARE or child(word, "nsubj") is not None:
        return False
    head = word.head
    return head == verb or (head.pos_ in ("NOUN", "ADJ", "VERB") and child(head, "nsubj") is None)
