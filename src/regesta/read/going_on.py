"""Participles of saying that go on from what was said or told: "X told Y to leave, accusing Z"."""

from regesta.knowledge.frames import words_of
from regesta.read.tree import Token

SPEECH = words_of("SPEECH")
# Deeds of saying that a participle adds to what was said before: "said X, accusing Y of Z".
SPOKEN_ACTS = words_of("SPOKEN_ACTS")


def speaking(verb: Token) -> Token | None:
    """The verb of saying that a participle goes on from: "X said Y was wrong, accusing Z".

    Or of telling: "X told Y to leave, accusing Z".
    """
    clause = verb.head
    while clause.dep_ == "conj":
        clause = clause.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_.lower() not in SPOKEN_ACTS:
        return None
    below = _told_behind(clause, verb)
    if below is not None:
        return below
    apart = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    above = clause.head
    said = clause.dep_ == "ccomp" and above.lemma_.lower() in SPEECH
    told = clause.dep_ == "xcomp" and above.pos_ == "VERB"
    return above if (said or told) and apart and above.i < clause.i < verb.i else None


def _told_behind(clause: Token, verb: Token) -> Token | None:
    """ "A has begun it, X said, calling it hostile": the saying that hangs below its clause."""
    said = (c for c in clause.children if c.dep_ == "parataxis" and clause.i < c.i < verb.i)
    near = [c for c in said if c.lemma_.lower() in SPEECH]
    last = max((t.i for t in near[-1].subtree), default=0) if near else 0
    return near[-1] if near and verb.left_edge.i - last in (1, 2) else None
