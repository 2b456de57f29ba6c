"""What "since February" tells of a deed that was done again and again: at most its year."""

from dataclasses import replace

from regesta.model import When
from regesta.read.clauses import clause_of
from regesta.read.events.candidate import ATTACKS, Candidate
from regesta.read.tree import Token

_MANY = frozenset({"several", "many", "numerous", "multiple", "countless"})
_SUMS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens"})
_WHILE = frozenset({"during", "in", "over"})
_DEEDS = ATTACKS | {
    "test", "launch", "drill", "visit", "meeting", "protest", "complaint", "warning", "note",
    "shipment", "delivery", "convoy", "incursion", "violation", "sortie", "round",
}  # fmt: skip
_YEAR = len("2014")


def over_time(known: When, token: Token, candidate: Candidate) -> When | None:
    """The date of a deed: that from which it came again is no day of it, its year may be.

    `token` stands for the words of the date.
    """
    if not any(t.lower_ == "since" for t in (token, token.head)) or not _came_again(candidate):
        return known
    year, now = known.value[:_YEAR], candidate.scene.on
    if now is None or not now.startswith(year):
        return None
    return replace(known, value=year, rule=f"{known.rule}.since")


def _came_again(candidate: Candidate) -> bool:
    """ "thirty times", "dozens of times", "repeatedly", "in 14 tests", "nine tests"."""
    return any(
        t.lower_ == "repeatedly" or (t.tag_ == "NNS" and _is_told(t, candidate) and _is_counted(t))
        for t in clause_of(candidate.token).subtree
    )


def _is_told(noun: Token, candidate: Candidate) -> bool:
    """Whether a plural is that of the deed."""
    inside = noun.dep_ == "pobj" and noun.head.lower_ in _WHILE
    named = noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_.lower() in _DEEDS
    return noun == candidate.token or noun.lemma_ == "time" or inside or named


def _is_counted(noun: Token) -> bool:
    of_many = noun.head.lower_ == "of" and noun.head.head.lower_ in _SUMS
    return of_many or any(c.dep_ == "nummod" or c.lower_ in _MANY for c in noun.lefts)
