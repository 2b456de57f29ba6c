"""Deeds of which an article tells one: where another tells one, too, it is the same."""

from collections import Counter
from collections.abc import Iterable, Mapping

from regesta.link.deeds import codes
from regesta.link.keys import EventKeys
from regesta.link.kinds import DAILY, RECURRING, kind
from regesta.link.told import Told
from regesta.model import EventType

SINGLE = frozenset({EventType.REQUEST, EventType.REJECT, EventType.MOBILIZE, EventType.AID})
"""Types that one outlet reports once of a state where another does: what it wants or refuses, what
it sends. Promises, charges, threats, talks and blows are several."""

Crowd = Mapping[tuple[str, EventType | None, str], int]
"""Article, type and doer -> how many such events the article tells; of any type, by None."""


def crowd(told: Iterable[Told]) -> Crowd:
    """How many of one type each article tells of each doer."""
    told = list(told)
    keys = [key for each in told for key in _keys(each)]
    return Counter([*keys, *((article, None, code) for article, _, code in keys)])


def bystander(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether each is the one thing that its article tells of the doers at all, and of one type.

    Who stands by does one thing in an affair, and of both pages it is the same. Blows and what
    comes again are several all the same, and history is another affair's.
    """
    ours, theirs = left.event, right.event
    if ours.type is not theirs.type or ours.type in DAILY or _comes_again(ours, theirs):
        return False
    same = codes(ours.actors) == codes(theirs.actors)
    return same and all(
        among[each.article.id, None, code] == 1
        for each in (left, right)
        for code in codes(each.event.actors)
    )


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


def _keys(told: Told) -> Iterable[tuple[str, EventType | None, str]]:
    for code in codes(told.event.actors):
        yield told.article.id, told.event.type, code
