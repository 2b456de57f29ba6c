"""Stories of one affair: their news are so much the same that their events are compared, too.

Pages of one affair fall into several stories when each leads with another of its deeds; what they
tell besides is one all the same.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from regesta.link.bars import compatible
from regesta.link.deeds import all_codes, codes, family
from regesta.link.engine import Engine
from regesta.link.joins import Pair, neighbours
from regesta.link.keys import EventKeys, day_number
from regesta.link.kinds import DAILY
from regesta.link.likeness import alike, on_two_days
from regesta.link.told import Deed, Told, of_two_matters

STRONG = 0.55
"""Score at which news of two stories tie them."""

FAINT = 0.4
"""Score of deeds of one type by the same to the same in other words, which tie them by half: not
blows, of which any two stories of a war have the same."""

LEAST_DEEDS = 2
"""So many deeds of each are news of the other, too; of faint ones twice so many."""

MOST_OF_THEM = 1.5
"""So many are enough between stories about the same two states."""

NEAR_DAYS = 4
"""The pages that tell such news are at most so far apart."""

RECALLED_DAYS = 14
"""What the later page tells as known from before, or with the same day, may be so long ago."""

MAIN = 0.2
FEW_STORIES = 6
WEEK = 7
"""Two states that make up MAIN of the news of so few stories within RECALLED_DAYS have one affair
with each other. Blind affairs of a fortnight fell into three or four such stories (F1 .85 without,
.91 with); in newscluster.jsonl nothing was joined by it. Quarrels of one week about three things
(tests/affairs: apron, corentyne, sluice) stay apart, alone and among 3,000 articles of other news,
but for two demands of one minister."""

REACH = 50
"""A deed is held against so many of the next of its form, which keeps its cost flat."""


Dyad = tuple[str, str]


def tied(
    deeds: Sequence[Deed], *, engine: Engine, home: Sequence[int], near: Collection[Pair]
) -> list[Pair]:
    """The pairs of stories, by number, that tell LEAST_DEEDS of the same; `home` is each deed's.

    Of those `near` each other otherwise MOST_OF_THEM are enough.
    """
    met: dict[Pair, list[tuple[Pair, float]]] = defaultdict(list)
    for i, j in neighbours(engine, _keyed(deeds), reach=REACH):
        share = _one_news(deeds[i], deeds[j]) if home[i] != home[j] else 0.0
        if share:
            first, second = sorted((i, j), key=lambda number: home[number])
            met[home[first], home[second]].append(((first, second), share))
    sure = {
        stories
        for stories, pairs in met.items()
        if _enough(pairs, least=MOST_OF_THEM if stories in near else LEAST_DEEDS)
    }
    beside = {story: _others(story, ties=ties) for story, ties in by_story(sure).items()}
    return sorted(sure | {(a, b) for a, b in met if beside.get(a, _NONE) & beside.get(b, _NONE)})


_NONE: frozenset[int] = frozenset()


def _others(story: int, *, ties: Iterable[Pair]) -> frozenset[int]:
    return frozenset(number for tie in ties for number in tie) - {story}


def _enough(pairs: Iterable[tuple[Pair, float]], *, least: float) -> bool:
    """Whether the deeds of either side add up to `least`, each as much as its best pair."""
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for pair, share in pairs:
        for side, deed in zip(best, pair, strict=True):
            side[deed] = max(share, side.get(deed, 0.0))
    return all(sum(side.values()) >= least for side in best)


def of_two_states(deeds: Sequence[Deed], *, home: Sequence[int]) -> Mapping[Pair, frozenset[str]]:
    """The pairs of stories, by number, that are about states which few others are about."""
    about: dict[Dyad, list[tuple[int, int, int]]] = defaultdict(list)
    main = _main(deeds, home=home)
    for story, (first, last) in _days(deeds, home=home).items():
        for two in main[story]:
            about[two].append((first, last, story))
    found: dict[Pair, frozenset[str]] = {}
    for two, stories in about.items():
        for pair in _near_in_time(sorted(stories)):
            found[pair] = found.get(pair, frozenset()) | set(two)
    return found


def _near_in_time(stories: Sequence[tuple[int, int, int]]) -> Iterator[Pair]:
    """The pairs of stories (first day, last day, number) that follow soon, neither in a crowd."""
    days = [first for first, _, _ in stories]
    few = [each for each in stories if _about(each[0], days=days) <= FEW_STORIES]
    firsts = [first for first, _, _ in few]
    for place, (_, last, story) in enumerate(few):
        for _, _, other in few[place + 1 : bisect_right(firsts, last + WEEK)]:
            yield min(story, other), max(story, other)


def _about(day: int, *, days: Sequence[int]) -> int:
    """How many of `days`, ascending, lie within RECALLED_DAYS of one."""
    return bisect_right(days, day + RECALLED_DAYS) - bisect_left(days, day - RECALLED_DAYS)


def _main(deeds: Sequence[Deed], *, home: Sequence[int]) -> Mapping[int, Sequence[Dyad]]:
    """By story the pairs of states that its news are about."""
    told: dict[int, Counter[Dyad]] = defaultdict(Counter)
    number: Counter[int] = Counter()
    for deed, story in zip(deeds, home, strict=True):
        news = (all_codes(each.event) for each in deed if not each.event.background)
        dyads = {two for codes in news for two in combinations(sorted(codes), 2)}
        told[story].update(dyads)
        number[story] += bool(dyads)
    return {
        story: [two for two in dyads if dyads[two] >= MAIN * number[story]]
        for story, dyads in told.items()
    }


def _days(deeds: Sequence[Deed], *, home: Sequence[int]) -> Mapping[int, tuple[int, int]]:
    """By story the first and the last day on which it tells news."""
    found: dict[int, tuple[int, int]] = {}
    for deed, story in zip(deeds, home, strict=True):
        news = [each.article.day for each in deed if not each.event.background]
        for day in (day for day in news if day is not None):
            first, last = found.get(story, (day, day))
            found[story] = min(first, day), max(last, day)
    return found


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
        for most in (NEAR_DAYS, RECALLED_DAYS):
            for days in (day // most, day // most + 1):
                yield family(event.type), event.modality, two, most, days
    if event.when is not None and day_number(event.when.value) is not None:
        for party in parties:
            yield family(event.type), event.modality, party, event.when.day


def _one_news(left: Deed, right: Deed) -> float:
    """How much two deeds tie their stories: 1, a half, or not at all."""
    return max(_alike(a, b) for a in left for b in right)


def _alike(left: Told, right: Told) -> float:
    ours, theirs = left.event, right.event
    if not _near(left, right):
        return 0.0
    if ours.background or theirs.background or not compatible(ours, theirs):
        return 0.0
    if on_two_days(ours, theirs) or of_two_matters(left, right):
        return 0.0
    score = alike(ours, theirs)
    if score >= STRONG:
        return 1.0
    return 0.5 if score >= FAINT and _of_one_form(ours, theirs) else 0.0


def _near(left: Told, right: Told) -> bool:
    """Whether the two are told within days, or the later as known from before."""
    first, second = left.article.day, right.article.day
    if first is None or second is None:
        return False
    later = left if first > second else right
    ours, theirs = left.event.when, right.event.when
    dated = ours is not None and theirs is not None and ours.day == theirs.day
    return abs(first - second) <= (RECALLED_DAYS if later.event.recalled or dated else NEAR_DAYS)


def _of_one_form(left: EventKeys, right: EventKeys) -> bool:
    """Whether one type is done by the same to the same, or together, and seldom."""
    sides = codes(left.actors), codes(left.recipients)
    both = (all(sides) or len(sides[0]) > 1) and sides == (
        codes(right.actors),
        codes(right.recipients),
    )
    return both and left.type is right.type and left.type not in DAILY


def by_story(ties: Iterable[Pair]) -> Mapping[int, Sequence[Pair]]:
    """The number of a story -> its ties."""
    found: dict[int, list[Pair]] = defaultdict(list)
    for tie in ties:
        for story in tie:
            found[story].append(tie)
    return found
