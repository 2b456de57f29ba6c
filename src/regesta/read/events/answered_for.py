"""Blows and tests told as what another deed answers: "in retaliation for B's airstrikes".

They have been done, whoever speaks of them. Of those that a penalty answers and that name nobody
the punished are the doers: "put sanctions on B in response to missile tests".
"""

from collections.abc import Iterator

from regesta.knowledge.frames import Frame
from regesta.model import Party
from regesta.read.actors.inside import within
from regesta.read.clauses import complements, objects, prepositions, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.misplaced import is_answer
from regesta.read.tree import Token

_TO = frozenset({"to", "for", "over", "at", "against"})
_AFTER = frozenset({"after", "following", "over", "for"})
_PENALISES = frozenset(
    {"impose", "slap", "sanction", "punish", "penalise", "penalize", "freeze", "ban", "cut",
     "slash", "cap", "curb", "restrict", "tighten", "levy", "blacklist", "expand", "toughen"}
)  # fmt: skip
UNDONE = frozenset({"no", "any", "possible", "potential", "future", "further", "planned", "every"})


def is_answered(candidate: Candidate) -> bool:
    """Whether a noun names what a blow or penalty answers: "a reprisal for A's strikes"."""
    return _answer(candidate.token) is not None and _is_told_done(candidate.token)


def punished(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Whose tests they are that name nobody: theirs who are punished for them."""
    noun = _first_joined(candidate.token)
    if frame.mode != "test-weapon" or noun.dep_ != "pobj" or not _is_told_done(candidate.token):
        return ()
    answer = _answer(noun)
    above = answer.head if answer is not None and answer.dep_ == "pobj" else noun.head
    if answer is None and above.lower_ not in _AFTER:
        return ()
    verb = above.head
    while verb.pos_ in ("NOUN", "PROPN", "ADP") and verb.head is not verb:
        verb = verb.head  # the parse hangs "in response" on the last noun before it
    if verb.lemma_.lower() not in _PENALISES:
        return ()
    scene = candidate.scene
    own = {p.country for t in subjects(verb) for p in within(t, scene)}
    hit = [p for t in _hit(verb) for p in within(t, scene) if p.country not in own]
    found = {p.country: p for p in hit if p.country is not None}
    return tuple(found.values()) if len(found) == 1 else ()


def _hit(verb: Token) -> Iterator[Token]:
    """What a penalty falls on: the object, and what "on" and "against" bring."""
    for noun in objects(verb):
        yield noun
        yield from (t for p in prepositions(noun, "on", "against") for t in complements(p))
    yield from (t for p in prepositions(verb, "on", "against") for t in complements(p))


def _answer(noun: Token) -> Token | None:
    """The "retaliation" for which a noun stands, or one that the noun is joined to."""
    noun = _first_joined(noun)
    if noun.dep_ != "pobj" or noun.head.lower_ not in _TO:
        return None
    above = noun.head.head
    return above if is_answer(above) else None


def _first_joined(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun


def _is_told_done(noun: Token) -> bool:
    return UNDONE.isdisjoint(t.lower_ for t in noun.lefts)
