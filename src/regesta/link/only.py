"""Deeds of which an article tells one: where another tells one, too, it is the same."""

from collections import Counter
from collections.abc import Iterable, Mapping

from regesta.link.deeds import codes
from regesta.link.keys import EventKeys
from regesta.link.kinds import RECURRING, kind
from regesta.link.told import Told
from regesta.model import EventType

SINGLE = frozenset({EventType.REQUEST, EventType.REJECT, EventType.MOBILIZE, EventType.AID})
"""Types that one outlet reports once of a state where another does: what it wants or refuses, what
it sends. Promises, charges, threats, talks and blows are several."""

Crowd = Mapping[tuple[str, EventType, str], int]
"""Article, type and doer -> how many such events the article tells."""


def crowd(told: Iterable[Told]) -> Crowd:
    """How many of one type each article tells of each doer."""
    return Counter(key for each in told for key in _keys(each))


def only(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether each is all that its article tells of the type by the same doers.

    History, weapons tested and goods shipped come again, and one state denies and declines many
    things: a refusal must say whose wish it meets. A kind of which only one is speaks against it.
    """
    ours, theirs = left.event, right.event
    if ours.type is not theirs.type or ours.type not in SINGLE or _comes_again(ours, theirs):
        return False
    if ours.mode and theirs.mode and kind(ours.type, ours.mode) != kind(theirs.type, theirs.mode):
        return False
    same = codes(ours.actors) == codes(theirs.actors)
    return same and all(among[key] == 1 for each in (left, right) for key in _keys(each))


def _comes_again(left: EventKeys, right: EventKeys) -> bool:
    if left.background or right.background:
        return True
    if left.type is EventType.REJECT:
        return not (left.recipients or right.recipients)
    return left.mode in RECURRING or right.mode in RECURRING


def _keys(told: Told) -> Iterable[tuple[str, EventType, str]]:
    for code in codes(told.event.actors):
        yield told.article.id, told.event.type, code
