"""Nouns that sum up the deed told before them: "A closed the border, a move condemned by B"."""

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.parties import resolve_all
from regesta.read.clauses import governors
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_SUMS = words_of("ANY_DEED") | words_of("HAILED") | {
    "call", "sentence", "claim", "remark", "comment", "setback", "shift", "turn", "milestone",
    "blow", "success", "retreat", "concession", "reversal", "takeover", "threat", "surprise",
}  # fmt: skip
_PARTING = frozenset({",", "-", "–", "—", "--"})


def sums_up(noun: Token) -> bool:
    """Whether a noun is set behind a clause that it names: ", a move", "- a step"."""
    start = noun.left_edge
    many = start is noun and noun.tag_ == "NNS"  # "..., moves that B condemned"
    opens = (many or start.lower_ in ("a", "an")) and start.i > 0
    return opens and start.doc[start.i - 1].text in _PARTING and noun.lemma_.lower() in _SUMS


def summed_up(noun: Token, candidate: Candidate) -> tuple[Party, ...]:
    """Who did what a noun before the verdict sums up; () where it sums up none."""
    if not sums_up(noun) or candidate.token.i < noun.i:
        return ()
    clause = next((g for g in governors(noun) if g.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause.i > noun.i:
        return ()
    done = Candidate(token=clause, scene=candidate.scene, table=candidate.table)
    own = candidate.codes(candidate.subject_heads)
    found = (p for head in done.subject_heads for p in resolve_all(head, candidate.scene))
    return tuple(p for p in found if p.country not in own)
