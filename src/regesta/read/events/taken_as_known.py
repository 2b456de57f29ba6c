"""Deeds that a speaker only points to as known: the writer tells them, on nobody's word."""

from regesta.read.clauses import child, clause_of, prepositions
from regesta.read.events.candidate import Candidate
from regesta.read.events.speakers import speech_verb
from regesta.read.tree import Token

# "in response to A's test", "ahead of the talks", "as part of the visit": what words bring them.
_BRINGERS = {
    "to": frozenset({"response", "answer", "reaction", "retaliation", "reply"}),
    "for": frozenset({"retaliation", "revenge", "reprisal", "payback", "punishment"}),
    "of": frozenset({"ahead", "part", "eve", "anniversary", "advance"}),
}
_BEFORE = frozenset({"before", "since", "until"})
_SET = frozenset({"the", "this", "that", "these", "those", "latest", "next", "last", "recent"})


def taken_as_known(candidate: Candidate, *, history: bool) -> bool:
    """Whether a deed inside somebody's words is what these take as known.

    "A said the sailors seized by B in May were freed": that they were freed is A's word. "A said
    it did so in response to B's test", "..., before next week's talks between B and C" too.
    """
    token = candidate.token
    if speech_verb(token) is None:
        return False
    if token.pos_ in ("NOUN", "PROPN"):
        answered = token.dep_ == "pobj" and token.head.lower_ == "for"
        return (answered or _is_set(token)) and _is_brought(token)
    return (history and _tells_of_noun(token)) or _said_while(token)


def _tells_of_noun(verb: Token) -> bool:
    """ "the girls abducted by B", "those who were seized in May": which ones are spoken of."""
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and any(prepositions(verb, "by"))
    return verb.dep_ == "relcl" and verb.tag_ in ("VBD", "VBN")


def _is_set(noun: Token) -> bool:
    """Whether a noun is one that is known: "the", "A's", "his latest"."""
    return any(c.dep_ == "poss" or c.lower_ in _SET for c in noun.lefts)


def _is_brought(noun: Token) -> bool:
    before = noun.dep_ == "pobj" and noun.head.lower_ in _BEFORE
    return before or is_answered(noun)


def is_answered(noun: Token) -> bool:
    """ "in reply to the raid", "revenge for the strike": what a deed goes with or answers."""
    preposition = noun.head
    if noun.dep_ != "pobj":
        return False
    words = _BRINGERS.get(preposition.lower_, frozenset())
    named = {preposition.head.lower_, *(c.lower_ for c in preposition.head.lefts)}
    return not words.isdisjoint(named)


def _said_while(verb: Token) -> bool:
    """ "hinted that talks were held, while hosting B": what the speaker did when he said so."""
    while_ = any(c.lower_ == "while" for c in verb.children)
    bare = verb.tag_ == "VBG" and child(verb, "nsubj", "aux") is None
    apart = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    return verb.dep_ == "advcl" and while_ and bare and apart and clause_of(verb.head) != verb
