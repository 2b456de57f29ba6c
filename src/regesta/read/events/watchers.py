"""What those who only look on say will come: "B will attack C, said an analyst" is a guess."""

from dataclasses import replace

from regesta.model import Modality
from regesta.read.clauses import complements, core, governors, prepositions, subjects
from regesta.read.events.stance import Standing
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

_WATCHERS = frozenset(
    {"analyst", "expert", "professor", "lecturer", "economist", "historian", "researcher",
     "scholar", "academic", "fellow", "commentator", "columnist", "pundit", "observer", "author",
     "strategist", "specialist", "forecaster", "consultant", "pollster", "scientist", "think-tank",
     "watcher", "psychic", "trader", "bookmaker"}
)  # fmt: skip
_BYGONE = frozenset({"former", "retired", "ex", "one-time", "onetime"})


def guessed(state: Standing, predicate: Token) -> Standing:
    """A deed to come that only a watcher tells of is possible, nobody's plan."""
    if not state.kept or state.modality is not Modality.PLANNED:
        return state
    if not any(map(_watches, _tellers(predicate))):
        return state
    return replace(state, modality=Modality.POSSIBLE, rule="watchers")


def _tellers(predicate: Token) -> tuple[Token, ...]:
    """Who says it, and according to whom it is."""
    above = tuple(governors(predicate))
    saying = (v for v in above if v.lemma_.lower() in SPEECH)
    cited = (t for v in (predicate, *above) for p in prepositions(v, "according")
             for t in complements(p))  # fmt: skip
    return (*(t for v in saying for t in subjects(v)), *cited)


def _watches(teller: Token) -> bool:
    """ "Prof. X", "X, an analyst at Y", "a retired general"."""
    described = (teller, *(c for c in teller.children if c.dep_ == "appos"))
    words = {t.lemma_.lower() for noun in described for t in core(noun)}
    return not words.isdisjoint(_WATCHERS | _BYGONE)
