"""Ordinary crime: police who arrest unnamed foreigners over theft or drugs do no political deed."""

from regesta.knowledge.frames import words_of
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_PETTY = words_of("PETTY")
# What courts clear people of that no state has to do with.
_COMMON = _PETTY | frozenset(
    {"smuggle", "smuggling", "smuggler", "trafficking", "fraud", "murder", "manslaughter", "rape",
     "laundering", "bribery", "embezzlement", "harassment", "abuse", "kill", "killing", "assault",
     "assaulting", "sexual", "doping", "match-fixing", "tax", "libel", "defamation"}
)  # fmt: skip


def petty(candidate: Candidate) -> bool:
    """ "arrested two Albanians for selling cocaine"; not "jailed the American A for smuggling"."""
    held = candidate.object_heads
    crimes = {t.lemma_.lower() for t in candidate.token.subtree} & _PETTY
    return bool(held and crimes) and all(_is_anybody(head) for head in held)


def common(candidate: Candidate) -> bool:
    """ "cleared a Nigerian pastor of fraud"; not "of spying", "of war crimes"."""
    return bool({t.lemma_.lower() for t in candidate.token.subtree} & _COMMON)


def _is_anybody(head: Token) -> bool:
    """ "two Albanians", "a Syrian", "a Romanian driver", "Nigerians"."""
    marks = {c.lower_ for c in head.lefts}
    counted = any(c.dep_ == "nummod" for c in head.lefts) or bool(marks & {"a", "an"})
    named = any(c.dep_ == "appos" for c in head.children)
    plural = head.tag_ in ("NNS", "NNPS") and "the" not in marks
    return not named and (counted or plural)
