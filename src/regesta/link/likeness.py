"""How much speaks for it that two events which nothing shuts out are one deed."""

from collections.abc import Callable

from regesta.link.deeds import (
    LEAST_SAID,
    MANIFOLD,
    TWO_SIDED,
    all_codes,
    bare,
    codes,
    nested,
    own_words,
    persons,
    same_figure,
    same_kind,
    shared_words,
)
from regesta.link.keys import EventKeys, days_of
from regesta.link.kinds import DAILY, kind
from regesta.model import QUADS, Modality, PlacePrecision, Quad

UNNAMED = 0.75
"""What the same doers are worth when one does not say to whom, or to all of them; .65 to .85 are
alike."""

MONTH, YEAR = 0.6, 0.1
"""What the same month and the same year are worth, of 1 for the same day."""

MANY = 3
"""So many parties or more seldom come together twice; weights of .10 to .20 are alike."""

HALF = 0.5
"""Share of the actors of a promise that the other needs more than, to be meant for being alone."""

NEIGHBOURS = -0.5
"""Neighbouring days may be of one deed, yet most such are two; -.3 to -.8 are alike."""


def _parties(left: EventKeys, right: EventKeys) -> float:
    """Share of all parties that both name; a side that one leaves open counts UNNAMED for itself,
    and so do those of the same doers' that one does not name.
    """
    shared = _shared(all_codes(left), all_codes(right))
    ours, theirs = codes(left.recipients), codes(right.recipients)
    if left.type in (TWO_SIDED - MANIFOLD) | DAILY or ours == theirs or not nested(ours, theirs):
        return shared
    return max(shared, UNNAMED * _shared(codes(left.actors), codes(right.actors)))


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs)


def _parties_of_fewer(left: EventKeys, right: EventKeys) -> float:
    """Share of the parties of the one with fewer: a short report leaves parties out."""
    ours, theirs = all_codes(left), all_codes(right)
    return len(ours & theirs) / min(len(ours), len(theirs))


def _many_parties(left: EventKeys, right: EventKeys) -> float:
    """1 for MANY parties or more that both name: two meet often, three seldom."""
    return float(len(all_codes(left) & all_codes(right)) >= MANY)


def _persons(left: EventKeys, right: EventKeys) -> float:
    """Share of the countries for which either names a person, where both name the same.

    That one and the same speaks, of nobody and in no words of its own, says nothing: ministers
    speak daily.
    """
    open_ended = not (left.recipients and right.recipients)
    if is_speech(left) and open_ended and not own_words(left, right):
        return 0.0
    ours, theirs = persons(left), persons(right)
    return len(ours.keys() & theirs) / len(ours.keys() | theirs) if ours or theirs else 0.0


def is_speech(event: EventKeys) -> bool:
    """Whether ministers do the like daily: what they charge, want, refuse, promise and praise."""
    return QUADS[event.type] is Quad.VERBAL_CONFLICT or event.type in MANIFOLD


def _date(left: EventKeys, right: EventKeys) -> float:
    """1 for the same day, less for the same month or year; two days in a row count against it."""
    if on_two_days(left, right):
        return NEIGHBOURS
    if left.when is None or right.when is None:
        return 0.0
    return {4: YEAR, 7: MONTH}.get(min(len(left.when.day), len(right.when.day)), 1.0)


def on_two_days(left: EventKeys, right: EventKeys) -> bool:
    """Whether two deeds that nothing bars are of two days in a row, as far as is said.

    What one dates to the day after the other's telling is such, too.
    """
    if left.when and right.when:
        size = min(len(left.when.day), len(right.when.day))
        return left.when.day[:size] != right.when.day[:size]
    dated, told = (left, right) if left.when else (right, left)
    if dated.when is None or told.news is None or told.modality is not Modality.ACTUAL:
        return False
    return days_of(dated.when.day)[0] > told.news


def others_join_in(left: EventKeys, right: EventKeys) -> bool:
    """Whether half of those who promise or praise, or more, have no part in the other."""
    manifold = left.type in MANIFOLD and right.type in MANIFOLD
    return manifold and _shared(codes(left.actors), codes(right.actors)) <= HALF


def _place(left: EventKeys, right: EventKeys) -> float:
    """1 for one place smaller than a country."""
    if left.where is None or right.where is None:
        return 0.0
    small = left.where.precision is not PlacePrecision.COUNTRY
    return float(small and left.where.name == right.where.name)


def _mode(left: EventKeys, right: EventKeys) -> float:
    """1 when the words for the deed mean one thing: called off, cancelled."""
    return float(left.mode == right.mode != "")


def _kind(left: EventKeys, right: EventKeys) -> float:
    """1 for one kind that comes seldom, -1 where the words of only one are of a kind."""
    if left.type is not right.type or not (left.mode and right.mode):
        return 0.0
    ours, theirs = kind(left.type, left.mode), kind(right.type, right.mode)
    return float(same_kind(left, right)) - float((ours is None) != (theirs is None))


def _denial(left: EventKeys, right: EventKeys) -> float:
    """1 for two denials of one mode by the same accused: who denies it again denies the same."""
    denied = left.modality is right.modality is Modality.NEGATED and left.mode == right.mode
    ours, theirs = (codes(e.actors) & codes(e.said_by) for e in (left, right))
    return float(denied and bool(ours) and ours == theirs)


def _background(left: EventKeys, right: EventKeys) -> float:
    return float(left.background != right.background)


def _type(left: EventKeys, right: EventKeys) -> float:
    return float(left.type != right.type)


FEATURES: tuple[tuple[str, float, Callable[[EventKeys, EventKeys], float]], ...] = (
    ("same-parties", 0.20, _parties),
    ("same-parties-of-fewer", 0.20, _parties_of_fewer),
    ("many-parties", 0.10, _many_parties),
    ("same-persons", 0.20, _persons),
    ("same-date", 0.20, _date),
    ("same-place", 0.10, _place),
    ("same-words", 0.50, shared_words),
    ("same-figure", 0.15, same_figure),
    ("same-mode", 0.05, _mode),
    ("same-kind", 0.10, _kind),
    ("same-denial", 0.10, _denial),
    ("one-as-history", -0.10, _background),
    ("related-type", -0.15, _type),
)
"""Rows of (name, weight, measure from 0 to 1) for two events that nothing shuts out."""


def alike(left: EventKeys, right: EventKeys) -> float:
    """The score of two compatible events of one story."""
    return sum(weight * measure(left, right) for _, weight, measure in FEATURES)


def speaks(left: EventKeys, right: EventKeys) -> bool:
    """Whether words, date, persons, place or number are alike, or both sides or kinds are the same.

    A deed of one type by the same two sides is more than the parties alone, but for MANIFOLD. For
    two types that may be one only the words and numbers speak.
    """
    if _both_sides(left, right) or same_kind(left, right):
        return True
    if bare(left, right) and _mode(left, right) and left.type not in DAILY:
        return True
    if same_figure(left, right) or _said_alike(left, right):
        return True
    if left.type is not right.type:
        return False
    alike = max(_persons(left, right), _place(left, right)) >= LEAST_SAID
    return alike or _date(left, right) >= MONTH


def circumstances(left: EventKeys, right: EventKeys) -> bool:
    """Whether place or day are the same, or persons, but for those who speak."""
    if _place(left, right) or _date(left, right) == 1.0:
        return True
    return not is_speech(left) and _persons(left, right) >= LEAST_SAID


def _said_alike(left: EventKeys, right: EventKeys) -> bool:
    """Whether their words are alike; of what is done daily, more than those of every article."""
    if shared_words(left, right) < LEAST_SAID:
        return False
    return left.type not in DAILY or own_words(left, right)


def _both_sides(left: EventKeys, right: EventKeys) -> bool:
    """Whether the two are of one type, by the same doers, to the same or to some of the same.

    Of MANIFOLD that says something only where one of the two says nothing else.
    """
    if left.type != right.type or (left.type in MANIFOLD and not bare(left, right)):
        return False
    if left.type in TWO_SIDED:
        return len(all_codes(left)) > 1 and all_codes(left) == all_codes(right)
    ours, theirs = codes(left.recipients), codes(right.recipients)
    if not (ours and theirs) or codes(left.actors) != codes(right.actors):
        return False
    return nested(ours, theirs)
