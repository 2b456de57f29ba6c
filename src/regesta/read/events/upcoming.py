"""Deeds that are still to come by their dates: told in the present, on a day ahead."""

import re
from dataclasses import replace
from datetime import date, timedelta

from regesta.model import Basis, Modality, When
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import clause_of
from regesta.read.dates import ahead, resolve
from regesta.read.events.candidate import Candidate
from regesta.read.events.stance import Standing
from regesta.read.events.windows import MOTION, is_held

# Words that set a date ahead of a page which its month or week holds.
_AHEAD = re.compile(r"next|later (?:this|today)|tomorrow", re.IGNORECASE)
_WEEKDAY, _DAYS = "weekday.day", ("day.month-first", "day.day-first")
_HALF_A_YEAR = timedelta(days=183)  # a day of a month without its year is rather the next one
_BACK = re.compile(r"last|past|previous", re.IGNORECASE)
# "flies to X on Sunday": what one does by plan is told in the present.
_ARRANGED = MOTION | {
    "meet",
    "visit",
    "host",
    "receive",
    "open",
    "begin",
    "start",
    "depart",
    "leave",
}


def still_to_come(
    state: Standing, dated: When | None, *, candidate: Candidate, text: str
) -> Standing:
    """ "Next Monday the two meet", "is sending a ship later this month": told in the present."""
    on, past = candidate.scene.on, candidate.token.tag_ in ("VBD", "VBN")
    if on is None or dated is None or past:
        return state
    said = dated.span.words(text) if dated.span is not None else ""
    if dated.day > on[: len(dated.day)] or _AHEAD.match(said):
        return state.at_most(Modality.PLANNED, rule="dated-ahead")
    day = dated.rule == _WEEKDAY or (dated.rule in _DAYS and _is_long_past(dated, on=on))
    arranged = day and not _BACK.search(said) and _is_arranged(candidate)
    if arranged and dated.day < on[: len(dated.day)]:
        return state.at_most(Modality.PLANNED, rule="arranged")
    return state


def _is_long_past(dated: When, *, on: str) -> bool:
    """Whether the next such day is nearer to the page's than the last."""
    return date.fromisoformat(on[:10]) - date.fromisoformat(dated.day) > _HALF_A_YEAR


def _is_arranged(candidate: Candidate) -> bool:
    """Whether the present tells what is to be: "flies to X on Sunday to beg B for help"."""
    verb = clause_of(candidate.token)
    while verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VB":
        verb = clause_of(verb.head)
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in _ARRANGED


def by_tense(dated: When, modality: Modality, *, candidate: Candidate, text: str) -> When:
    """The date on the side of the page's day that modality and tense ask for."""
    if modality in (Modality.PLANNED, Modality.POSSIBLE):
        return _looked_ahead(dated, candidate=candidate, text=text)
    if modality is Modality.ACTUAL:
        return _looked_back(dated, candidate=candidate, text=text)
    return dated


def _looked_back(dated: When, *, candidate: Candidate, text: str) -> When:
    """The date of what was done, where words before it look ahead: "will discuss what A did on".

    A weekday of a past tense is the last such day.
    """
    on, past = candidate.scene.on, candidate.token.tag_ == "VBD"
    weekday = dated.rule == _WEEKDAY and dated.basis is Basis.RELATIVE and dated.span is not None
    if on is None or dated.span is None or not (past and weekday) or dated.day <= on[:10]:
        return dated
    value = resolve(dated.span.words(text), base=on)
    return dated if value is None else replace(dated, value=value)


def _looked_ahead(dated: When, *, candidate: Candidate, text: str) -> When:
    """The date of what is still to come, where the words alone would mean the last such day.

    "broke up when they could not agree" is past.
    """
    on, clause = candidate.scene.on, clause_of(candidate.token)
    past = clause.dep_ == "advcl" and clause.head.tag_ == "VBD"
    past = past or "had" in auxiliaries(candidate.token)  # "would not confirm that it had hit B"
    above = clause.head if clause.dep_ == "xcomp" else clause
    past = past or (is_held(above) and not auxiliaries(above).isdisjoint(("was", "were")))
    if on is None or past or dated.day >= on[: len(dated.day)]:
        return dated
    return ahead(dated, text=text, anchor=on)
