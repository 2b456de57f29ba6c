"""Deeds of which an article tells one: where another tells one, too, it is the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from regesta.knowledge import countries
from regesta.link.deeds import codes
from regesta.link.keys import EventKeys
from regesta.link.kinds import DAILY, RECURRING, kind
from regesta.link.told import Told
from regesta.link.words import words
from regesta.model import QUADS, EventType, Quad

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
    comes again are several all the same, history is another affair's, and who leads the news has
    something against many.
    """
    ours, theirs = left.event, right.event
    if ours.type is not theirs.type or ours.type in DAILY or _comes_again(ours, theirs):
        return False
    blind = QUADS[ours.type] is Quad.VERBAL_CONFLICT and not (ours.recipients or theirs.recipients)
    if blind and (_leads(left) or _leads(right)):
        return False
    same = codes(ours.actors) == codes(theirs.actors)
    return same and all(
        among[each.article.id, None, code] == 1
        for each in (left, right)
        for code in codes(each.event.actors)
    )


def _leads(told: Told) -> bool:
    """Whether a doer stands in the title of the article."""
    title = set(told.article.title_words)
    return any(not title.isdisjoint(_called(code)) for code in codes(told.event.actors))


@cache
def _called(code: str) -> frozenset[str]:
    """The words by which a title names a state; those of another body's code."""
    known = countries().get(code)
    names = (known.name, *known.adjectives, *known.capitals) if known else (code,)
    return frozenset(word for name in names for word in words(name))


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
