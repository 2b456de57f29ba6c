"""What is to be done in spite of what others think: "they will build it, no matter what B says".

Whoever says so defies the others, whatever it is that they will do.
"""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.read.actors.parties import resolve_all
from regesta.read.clauses import subject, with_conjuncts
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_ASKS = frozenset({"what", "how", "who", "whatever", "however", "whether"})
_MINDED = words_of("MINDED")
_OTHERS = frozenset({"other", "others", "anyone", "anybody", "else"})


def defied(candidate: Candidate) -> tuple[Token, ...]:
    """Those whose words, will or deeds are said not to matter: "whatever A or B may think"."""
    for clause in _clauses(candidate.token):
        doer = subject(clause)
        if doer is not None and doer.lower_ != "it":
            return tuple(with_conjuncts(doer))
    return ()


def defies(candidate: Candidate) -> bool:
    """Whether they are others than the speaker: another state by name, or "others"."""
    own = candidate.codes(candidate.subject_heads)
    heads = defied(candidate)
    named = {p.country for h in heads for p in resolve_all(h, candidate.scene)}
    return any(h.lemma_.lower() in _OTHERS for h in heads) or bool(named - own - {None})


def _clauses(verb: Token) -> Iterator[Token]:
    """The clauses that are set aside, of verbs that tell what somebody says, wants or does."""
    for word in verb.subtree:
        if word.lemma_ not in _MINDED or not _ASKS & {c.lower_ for c in word.lefts}:
            continue
        opened = word.left_edge
        if opened.lower_ == "whatever" or _is_set_aside(word):
            yield word


def _is_set_aside(clause: Token) -> bool:
    """ "no matter what ...", "regardless of what ..."."""
    before = [clause.doc[i] for i in range(max(0, clause.left_edge.i - 2), clause.left_edge.i)]
    words = [t.lower_ for t in before]
    return words == ["no", "matter"] or words == ["regardless", "of"] or words[1:] == ["regardless"]
