"""Whether a report tells many deeds as one: "14 missiles in six tests since January"."""

import re

from regesta.model import Event, EventType, Modality
from regesta.text.numbers import SMALL_NUMBERS

_WRITTEN = "|".join(list(SMALL_NUMBERS)[1:])
_NUMBER = rf"(?:\d[\d,.]*|(?:{_WRITTEN})(?:-\w+)?|an? (?:hundred|thousand|dozen))"
_MANY = rf"(?:{_NUMBER}|several|many|numerous|repeated|dozens of|scores of|hundreds of|a series of)"

_ROUNDS = re.compile(
    rf"\b{_MANY} (?:[\w-]+ ){{0,2}}?(?:rounds|times|meetings|calls|conversations|visits|summits)\b"
    r"|\b(?:repeatedly|twice)\b",
    re.IGNORECASE,
)
"""How many meetings are told as one."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SO_FAR = re.compile(
    r"\bsince (?:early |mid-?|late )?"
    rf"(?:{_MONTHS}|\d{{4}}|last|the (?:start|beginning|outbreak|war|invasion))\b"
    r"|\b(?:so far|to date|(?<!earlier )(?<!later )this year)\b"
    r"|\b(?:in|over|during|for) the (?:past|last)"
    r" (?:[\w-]+ ){0,2}(?:days|weeks|months|years?|decade)\b"
    r"|\bin recent (?:days|weeks|months|years)\b|\bmost of the\b"
)
"""Over what time a sum runs."""

_COUNTED = re.compile(
    rf"(?<!the )(?<!these )(?<!both )\b{_MANY} "
    r"(?!(?:[\w-]+ )?(?:hours|days|weeks|months|years|decades|kilomet|miles))"
    r"(?:[\w-]+ ){0,2}?[a-z]+s\b"
    r"|\b(?:repeatedly|most of the)\b",
    re.IGNORECASE,
)
"""What is summed up: several of a kind, but no span of time or of road, nor "the two armies"."""

_EVER = re.compile(
    r"\b(?:has|have|had)\b(?: [\w-]+){1,3}?"
    r" (?:dozens|scores|hundreds|a (?:series|string|number) of|many|numerous|repeated)\b"
)
"""What somebody has done many times over, at whatever times."""

_TESTS = re.compile(
    rf"(?<!the )\b{_MANY} (?:(?![\w-]*(?:s|ed|men) )[\w-]+ ){{0,3}}?"
    r"(?:tests|launches|drills|exercises)\b",
    re.IGNORECASE,
)
"""Each of which is a deed by itself, where strikes may be one blow; of "40 men began drills" the
men are many."""

_END = re.compile(r"[,;:—–](?!\d)|\.(?= |$)")

SUMMED = frozenset(
    {
        EventType.MOBILIZE,
        EventType.ASSAULT,
        EventType.AID,
        EventType.SANCTION,
        EventType.RETREAT,
        EventType.CONSULT,
    }
)
"""Types of which sums are told; who is held since March was taken once, and trade goes on."""

LASTING = frozenset({"deploy", "reinforce", "mobilise", "alert"})
"""Modes of a deed that goes on: so many soldiers stand there since March."""

_DAY = len("2025-08-20")


def told_as_one(event: Event, *, told: str) -> bool:
    """Whether many deeds are told as one; `told` is the first sentence of the evidence."""
    if event.type is EventType.CONSULT and _ROUNDS.search(told):
        return True
    if event.modality is not Modality.ACTUAL or event.type not in SUMMED or event.mode in LASTING:
        return False
    if event.when is not None and len(event.when.value) >= _DAY:
        return False
    clause = _clause(event, told=told)
    if event.type is EventType.MOBILIZE and _TESTS.search(clause):
        return True
    return bool(_EVER.search(clause) or (_SO_FAR.search(clause) and _COUNTED.search(clause)))


def _clause(event: Event, *, told: str) -> str:
    """The words from mark to mark around the deed; all of the sentence where it has no words."""
    start = event.deed.start - event.evidence[0].start if event.evidence else -1
    if not 0 <= start < len(told) or event.deed.start == event.deed.end:
        return told
    before = [mark.end() for mark in _END.finditer(told, 0, start)]
    after = _END.search(told, start)
    return told[before[-1] if before else 0 : after.start() if after else len(told)]
