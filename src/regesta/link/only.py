"""Deeds of which an article tells one: where another tells one, too, it is the same."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from regesta.knowledge import countries
from regesta.link.deeds import MANIFOLD, TWO_SIDED, all_codes, codes, nested, stage
from regesta.link.keys import EventKeys
from regesta.link.kinds import DAILY, RECURRING, kind
from regesta.link.told import Told
from regesta.link.words import words
from regesta.model import QUADS, EventType, Modality, Quad

SINGLE = frozenset({EventType.REQUEST, EventType.REJECT, EventType.MOBILIZE, EventType.AID})
"""Types that one outlet reports once of a state where another does: what it wants or refuses, what
it sends. Promises, charges, threats, talks and blows are several."""

Form = tuple[EventType, Modality, str, str]
"""Type, stage, and two of the parties, or one and NOBODY."""

NOBODY = ""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many like events are told.

    `affairs`: article -> number of its story, or of all stories tied to it;
    `of_article`: article, type and doer -> how many such events it tells; of any type, by None.
    `of_affair`: affair and form -> how many of them are told by that article which tells most.
    """

    affairs: Mapping[str, int]
    of_article: Mapping[tuple[str, EventType | None, str], int]
    of_affair: Mapping[tuple[int, Form], int]


def crowd(told: Sequence[Told], *, affairs: Mapping[str, int]) -> Crowd:
    """The events of all articles."""
    keys = [key for each in told for key in _keys(each)]
    of_article = Counter([*keys, *((article, None, code) for article, _, code in keys)])
    return Crowd(affairs, of_article, _most(told, affairs=affairs))


def _most(told: Iterable[Told], *, affairs: Mapping[str, int]) -> Mapping[tuple[int, Form], int]:
    """What is told of one alone may be for or against anybody; so counts with each of his forms."""
    forms: dict[str, Counter[Form]] = defaultdict(Counter)
    parties: dict[str, Counter[Form]] = defaultdict(Counter)
    for each in told:
        forms[each.article.id].update(_forms(each.event))
        parties[each.article.id].update(_of_each(each.event))
    most: dict[tuple[int, Form], int] = defaultdict(int)
    for article, counted in forms.items():
        affair = affairs[article]
        for form, number in counted.items():
            type_, stage_, *two = form
            alone = sum(counted[type_, stage_, code, NOBODY] for code in two if two[1])
            most[affair, form] = max(most[affair, form], number + alone)
        for form, number in parties[article].items():
            most[affair, form] = max(most[affair, form], number)
    return most


def _forms(event: EventKeys) -> Iterator[Form]:
    """The forms of an event: with each two of its parties, or with one who is alone."""
    parties, recipients = sorted(all_codes(event)), codes(event.recipients)
    if event.type in TWO_SIDED:
        dyads = list(combinations(parties, 2))
    else:
        dyads = list(product(sorted(codes(event.actors)), sorted(recipients)))
    for one, other in dyads or product(sorted(codes(event.actors)), [NOBODY]):
        yield event.type, stage(event), one, other


def _of_each(event: EventKeys) -> Iterator[Form]:
    """The forms of each of those who may be told alone."""
    for code in _doers(event):
        yield event.type, stage(event), code, NOBODY


def _doers(event: EventKeys) -> frozenset[str]:
    return all_codes(event) if event.type in TWO_SIDED else codes(event.actors)


def sole(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether the two are of one affair no article of which tells two deeds that are like these."""
    ours, theirs = left.event, right.event
    affair = among.affairs[left.article.id]
    if ours.type is not theirs.type or affair != among.affairs[right.article.id]:
        return False
    if not nested(_doers(ours), _doers(theirs)):
        return False
    forms = {*_forms(ours), *_forms(theirs)}
    recipients = codes(ours.recipients), codes(theirs.recipients)
    if ours.type not in TWO_SIDED and recipients[0] != recipients[1]:
        if ours.type in DAILY and not nested(*recipients):
            return False
        forms |= {*_of_each(ours), *_of_each(theirs)}
    return all(among.of_affair[affair, form] == 1 for form in forms)


def one_of_many(left: EventKeys, right: EventKeys) -> bool:
    """Whether one affair has several such deeds, so that only what they are about tells them apart.

    Promises and praise, what comes again, words against nobody, blows at nobody, and a kind of
    which only one of the two is; but what is denied is what the other side tells.
    """
    if left.modality is right.modality is Modality.NEGATED:
        return False
    if left.type in MANIFOLD or left.mode in RECURRING or right.mode in RECURRING:
        return True
    if (kind(left.type, left.mode) is None) != (kind(right.type, right.mode) is None):
        return True
    open_ = [not event.recipients for event in (left, right)]
    verbal = QUADS[left.type] is Quad.VERBAL_CONFLICT
    return all(open_) if verbal else left.type in DAILY and any(open_)


def bystander(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether each is the one thing that its article tells of the doers at all, and of one type.

    Who stands by does one thing in an affair, and of both pages it is the same. Blows and what
    comes again are several all the same, history is another affair's, and who leads the news has
    something against many.
    """
    ours, theirs = left.event, right.event
    if ours.type is not theirs.type or ours.type in DAILY:
        return False
    if ours.background or theirs.background:
        return False
    if ours.type is not EventType.REJECT and _comes_again(ours, theirs):
        return False
    blind = QUADS[ours.type] is Quad.VERBAL_CONFLICT and not (ours.recipients or theirs.recipients)
    if blind and (_leads(left) or _leads(right)):
        return False
    same = codes(ours.actors) == codes(theirs.actors)
    return same and all(
        among.of_article[each.article.id, None, code] == 1
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
    return same and all(among.of_article[key] == 1 for each in (left, right) for key in _keys(each))


def _comes_again(left: EventKeys, right: EventKeys) -> bool:
    if left.background or right.background:
        return True
    if left.type is EventType.REJECT:
        return not (left.recipients or right.recipients)
    return left.mode in RECURRING or right.mode in RECURRING


def _keys(told: Told) -> Iterable[tuple[str, EventType | None, str]]:
    for code in codes(told.event.actors):
        yield told.article.id, told.event.type, code
