"""Deeds that a story beside their own tells, too: as its history, or in passing."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from regesta.link.bars import compatible
from regesta.link.common import COMMON_WORDS
from regesta.link.deeds import TWO_SIDED, all_codes, codes, same_kind
from regesta.link.engine import Engine, fixed
from regesta.link.groups import average_link, components
from regesta.link.joins import Pair, paired, sharing
from regesta.link.kinds import DAILY, kind
from regesta.link.likeness import alike, on_two_days
from regesta.link.told import Deed, Told, joined
from regesta.model import Story

THRESHOLD = 0.8
"""Score at which a deed told as history is the deed of another story."""

PASSING_THRESHOLD = 0.55
"""Score for news that one page is about and another, of the same days, speaks of. Set by hand: all
that it joins of newscluster.jsonl, the demo and the affairs is right; at .50 two charges by one
state are joined."""

PASSING_DAYS = 3
PASSING_WORDS = 2
"""Words that such two have in common at least, one of them not COMMON_WORDS."""


def join_elsewhere(
    deeds: Sequence[Deed], *, engine: Engine, stories: Iterable[Story]
) -> list[Deed]:
    """The deeds, those that are one joined."""
    home = {id: story.id for story in stories for id in story.articles}
    homes = [home[deed[0].article.id] for deed in deeds]
    recalled, passing = _keyed(deeds, forms=_recalled_forms), _keyed(deeds, forms=_passing_forms)
    history = {number for number, deed in enumerate(deeds) if all_history(deed)}
    scores = dict(_recalls(deeds, pairs=sharing(engine, recalled, of=history)))
    apart = [(i, j) for i, j in sharing(engine, passing) if homes[i] != homes[j]]
    for pair in _passed(deeds, pairs=apart):
        scores[pair] = max(scores.get(pair, 0), fixed(THRESHOLD))
    strong = [pair for pair, score in scores.items() if score >= fixed(THRESHOLD)]
    chained = components(engine, len(deeds), paired(strong)).tolist()
    together = sharing(engine, ((i, (chained[i], key)) for i, key in (*recalled, *passing)))
    barred = [(i, j) for i, j in together if not _one_deed(deeds[i], deeds[j])]
    return joined(deeds, groups=average_link(len(deeds), scores, threshold=THRESHOLD, apart=barred))


def all_history(deed: Deed) -> bool:
    """Whether every telling recalls the deed."""
    return all(told.event.background for told in deed)


def _keyed(
    deeds: Sequence[Deed], *, forms: Callable[[Told], Iterator[Hashable]]
) -> list[tuple[int, Hashable]]:
    """The numbers of the deeds, each with what its tellings may have in common with others."""
    return [
        (number, key)
        for number, deed in enumerate(deeds)
        for key in {key for told in deed for key in forms(told)}
    ]


def _recalled_forms(told: Told) -> Iterator[Hashable]:
    """Type, sides and date, to the month or better; of history also the kind that comes seldom."""
    event = told.event
    if event.when is not None and len(event.when.value) >= len("2025-08"):
        yield (event.type, event.modality, _sides(told), event.when.day)
    if event.background and same_kind(event, event):
        yield (kind(event.type, event.mode), event.modality, _sides(told))


def _passing_forms(told: Told) -> Iterator[Hashable]:
    """Type, sides and days about the page's, of news of two sides; not of what is done daily."""
    event, day = told.event, told.article.day
    daily = event.type in DAILY or event.background
    if day is not None and not daily and len(all_codes(event)) > 1:
        for days in (day // PASSING_DAYS, day // PASSING_DAYS + 1):
            yield (event.type, event.modality, _sides(told), days)


def _sides(told: Told) -> Hashable:
    sides = codes(told.event.actors), codes(told.event.recipients)
    return sides[0] | sides[1] if told.event.type in TWO_SIDED else sides


def _recalls(deeds: Sequence[Deed], *, pairs: Iterable[Pair]) -> Iterator[tuple[Pair, int]]:
    """The scores of pairs of which one is history; a day's many strikes are not compared."""
    for i, j in pairs:
        if _one_deed(deeds[i], deeds[j]):
            scores = (alike(a.event, b.event) for a in deeds[i] for b in deeds[j])
            yield (i, j), fixed(max(scores))


def _passed(deeds: Sequence[Deed], *, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of different stories of which one is told in passing by the other's."""
    for i, j in pairs:
        if any(_passes(a, b) for a in deeds[i] for b in deeds[j]) and _one_deed(deeds[i], deeds[j]):
            yield i, j


def _passes(left: Told, right: Told) -> bool:
    """Whether two pages of the same days tell news of the same sides in words of their own."""
    ours, theirs = left.event, right.event
    if not _at_once(left, right) or on_two_days(ours, theirs):
        return False
    words = set(ours.words) & set(theirs.words)
    if len(words) < PASSING_WORDS or words <= COMMON_WORDS:
        return False
    return alike(ours, theirs) >= PASSING_THRESHOLD


def _at_once(left: Told, right: Told) -> bool:
    first, second = left.article.day, right.article.day
    near = first is not None and second is not None and abs(first - second) <= PASSING_DAYS
    return near and not set(_passing_forms(left)).isdisjoint(_passing_forms(right))


def _one_deed(left: Deed, right: Deed) -> bool:
    """Whether nothing keeps the tellings apart; no article tells one deed as two."""
    return all(
        compatible(a.event, b.event) and a.article.id != b.article.id for a in left for b in right
    )
