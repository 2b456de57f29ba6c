"""Stories of one affair: their news are so much the same that their events are compared, too.

Pages of one affair fall into several stories when each leads with another of its deeds; what they
tell besides is one all the same.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from regesta.link.bars import compatible
from regesta.link.deeds import all_codes, codes, family
from regesta.link.engine import Engine
from regesta.link.joins import Pair, neighbours
from regesta.link.keys import EventKeys, day_number
from regesta.link.kinds import DAILY
from regesta.link.likeness import alike, on_two_days
from regesta.link.told import Deed, Told

STRONG = 0.55
"""Score at which news of two stories tie them."""

FAINT = 0.4
"""Score of deeds of one type by the same to the same in other words, which tie them by half: not
blows, of which any two stories of a war have the same."""

LEAST_DEEDS = 2
"""So many deeds of each are news of the other, too; of faint ones twice so many."""

NEAR_DAYS = 4
"""The pages that tell such news are at most so far apart."""

REACH = 50
"""A deed is held against so many of the next of its form, which keeps its cost flat."""


def tied(deeds: Sequence[Deed], *, engine: Engine, home: Sequence[int]) -> list[Pair]:
    """The pairs of stories, by number, that tell LEAST_DEEDS of the same; `home` is each deed's."""
    met: dict[Pair, list[tuple[Pair, float]]] = defaultdict(list)
    for i, j in neighbours(engine, _keyed(deeds), reach=REACH):
        share = _one_news(deeds[i], deeds[j]) if home[i] != home[j] else 0.0
        if share:
            first, second = sorted((i, j), key=lambda number: home[number])
            met[home[first], home[second]].append(((first, second), share))
    sure = {stories for stories, pairs in met.items() if _enough(pairs)}
    beside = {story: _others(story, ties=ties) for story, ties in by_story(sure).items()}
    return sorted(sure | {(a, b) for a, b in met if beside.get(a, _NONE) & beside.get(b, _NONE)})


_NONE: frozenset[int] = frozenset()


def _others(story: int, *, ties: Iterable[Pair]) -> frozenset[int]:
    return frozenset(number for tie in ties for number in tie) - {story}


def _enough(pairs: Iterable[tuple[Pair, float]]) -> bool:
    """Whether the deeds of either side add up to LEAST_DEEDS, each as much as its best pair."""
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for pair, share in pairs:
        for side, deed in zip(best, pair, strict=True):
            side[deed] = max(share, side.get(deed, 0.0))
    return all(sum(side.values()) >= LEAST_DEEDS for side in best)


def _keyed(deeds: Iterable[Deed]) -> Iterator[tuple[int, Hashable]]:
    """The deeds by type: two of the parties and the days of the telling, or one and its own day."""
    for number, deed in enumerate(deeds):
        for key in sorted({key for told in deed for key in _forms(told)}, key=repr):
            yield number, key


def _forms(told: Told) -> Iterator[Hashable]:
    event, day = told.event, told.article.day
    if event.background or day is None:
        return
    parties = sorted(all_codes(event))
    for two in combinations(parties, 2):
        for days in (day // NEAR_DAYS, day // NEAR_DAYS + 1):
            yield family(event.type), event.modality, two, days
    if event.when is not None and day_number(event.when.value) is not None:
        for party in parties:
            yield family(event.type), event.modality, party, event.when.day


def _one_news(left: Deed, right: Deed) -> float:
    """How much two deeds tie their stories: 1, a half, or not at all."""
    return max(_alike(a, b) for a in left for b in right)


def _alike(left: Told, right: Told) -> float:
    ours, theirs = left.event, right.event
    first, second = left.article.day, right.article.day
    if first is None or second is None or abs(first - second) > NEAR_DAYS:
        return 0.0
    if ours.background or theirs.background or not compatible(ours, theirs):
        return 0.0
    if on_two_days(ours, theirs):
        return 0.0
    score = alike(ours, theirs)
    if score >= STRONG:
        return 1.0
    return 0.5 if score >= FAINT and _of_one_form(ours, theirs) else 0.0


def _of_one_form(left: EventKeys, right: EventKeys) -> bool:
    """Whether one type is done by the same to the same, and seldom."""
    sides = codes(left.actors), codes(left.recipients)
    both = all(sides) and sides == (codes(right.actors), codes(right.recipients))
    return both and left.type is right.type and left.type not in DAILY


def by_story(ties: Iterable[Pair]) -> Mapping[int, Sequence[Pair]]:
    """The number of a story -> its ties."""
    found: dict[int, list[Pair]] = defaultdict(list)
    for tie in ties:
        for story in tie:
            found[story].append(tie)
    return found
