"""Stories: articles about one happening or one chain of closely tied ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

import narwhals as nw
import numpy as np

from regesta.link.bars import compatible
from regesta.link.candidates import candidates
from regesta.link.deeds import family
from regesta.link.engine import NO_DAY, ONE, Columns, Engine, Table, fixed
from regesta.link.groups import linked_groups
from regesta.link.keys import ArticleKeys, EventKeys, day_number
from regesta.link.passages import Overlaps, OwnPassages, leavings, left_over
from regesta.link.weights import Rows, cosines, weigh
from regesta.model import Copy, EventType, PlacePrecision, Role, Story

THRESHOLD = 0.10
"""Mean score at which groups are joined. With the weights below tuned on newscluster.jsonl (383
articles) and on ten samples of 15 to 60 of them; .08 to .12 differ there by less than .02."""

COHESION = 0.5
"""Two groups of several articles need this share of the mean score inside the looser one, too: two
happenings of a saga are like each other, but less than the tellings of each. .4 and .6 are worse by
.01 to .03 on newscluster.jsonl, and none at all by .05 on `bench.stories`."""

LEAST_NAMES = 2
"""Fewer name words say nothing by being absent elsewhere."""

FREE_DAYS = 3
GAP_LOSS = 0.07
"""Beyond FREE_DAYS a pair loses this share of its score with each doubling of the gap: sagas fall
apart by date, a late page about the same deed still joins. Tuned as THRESHOLD; 0 to .09 tried."""

UNDATED = 0.7
"""Factor for a pair with an undated article, as for a gap of two months: it joins on strong
evidence only. Set on the demo's pages, where .85 joined headlines of one person's week."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article with what pairs are decided by.

    `standing` is the share of its passages that are its publisher's template text; `left_over` when
    it may be no more than what its page has left; `news` are its events that are no history,
    `deeds` their families of types with a party, `countries`, `towns` and `days` those of the news.
    """

    article: ArticleKeys
    outlet: str
    names: frozenset[str]
    standing: float
    left_over: bool
    news: tuple[EventKeys, ...]
    deeds: frozenset[tuple[EventType, str]]
    countries: frozenset[str]
    towns: frozenset[str]
    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class Two:
    """Two articles to be decided on, and what LIKENESS gives for their texts."""

    left: Sketch
    right: Sketch
    like: float


def _standing_text(two: Two) -> float:
    """The part of the likeness that one publisher's template text makes up."""
    standing = min(two.left.standing, two.right.standing)
    return standing if standing and two.left.outlet == two.right.outlet else 0.0


def _leavings(two: Two) -> float:
    """1 when what they share may be what their pages have left."""
    either = two.left.left_over or two.right.left_over
    return float(either and leavings(two.left.article, two.right.article))


def _shared_deeds(two: Two) -> float:
    """1 when two or more of the news of one are also told by the other, by type and parties."""
    if two.left.deeds.isdisjoint(two.right.deeds):
        return 0.0
    told = sum(any(compatible(a, b) for b in two.right.news) for a in two.left.news)
    return min(told, 2) / 2


def _other_parties(two: Two) -> float:
    """1 when both tell deeds of known countries and have none in common."""
    return _apart(two.left.countries, two.right.countries)


def _no_common_name(two: Two) -> float:
    """1 when both name people, places or bodies and have no such word in common."""
    left, right = two.left.names, two.right.names
    return float(min(len(left), len(right)) >= LEAST_NAMES and left.isdisjoint(right))


def _other_places(two: Two) -> float:
    """1 when both tell deeds in cities or sites and have none in common."""
    return _apart(two.left.towns, two.right.towns)


def _apart(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left and right) and left.isdisjoint(right))


def _other_days(two: Two) -> float:
    """1 when both date their news to the day and no two days are within FREE_DAYS."""
    left, right = two.left.days, two.right.days
    near = any(abs(a - b) <= FREE_DAYS for a in left for b in right)
    return float(bool(left and right) and not near)


LIKENESS: tuple[tuple[str, float], ...] = (("near", 0.80), ("titled", 0.30), ("copied", 0.30))
"""Rows of (column, weight): the cosines of the words and of the titles and the share of passages in
common, each 0 to 1. The first two were tuned on newscluster.jsonl (B-cubed F1 of cosine alone .949,
with titles .966)."""

FEATURES: tuple[tuple[str, float, Callable[[Two], float]], ...] = (
    ("standing-text", -0.80, _standing_text),
    ("leavings", -1.00, _leavings),
    ("shared-deeds", 0.06, _shared_deeds),
    ("no-common-name", -0.06, _no_common_name),
    ("other-parties", -0.04, _other_parties),
    ("other-places", -0.03, _other_places),
    ("other-days", -0.06, _other_days),
)
"""Rows of (name, weight, measure from 0 to 1), added to LIKENESS. No-common-name was tuned as that
was (-.03 to -.06 are alike); the others are set by hand, small, so that they tip a doubtful pair
and never carry one."""

_MEASURES = tuple((weight, measure) for _, weight, measure in FEATURES)

LEAST_LIKE = 0.04
"""What words, title and passages must add up to: with less no pair reaches THRESHOLD, whatever
its deeds. .05 still changed no story of newscluster.jsonl."""


def decide(two: Two) -> float:
    """The score of two articles: the weighed features, less the loss for the days between."""
    score = two.like
    for weight, measure in _MEASURES:
        score += weight * measure(two)
    return score * _nearness(two.left.article.day, two.right.article.day)


def group_stories(
    articles: Sequence[ArticleKeys],
    *,
    engine: Engine,
    shared: Overlaps,
    own: OwnPassages,
    copies: Iterable[Copy],
) -> tuple[Story, ...]:
    """Every article in exactly one story; `articles` sorted by `ArticleKeys.order`.

    A copy stands in the story of its origin, and only origins are compared: two reprints of one
    text would else seem a story by themselves.
    """
    days = [article.day for article in articles]
    counted = ((article.words, article.counts) for article in articles)
    words = weigh(engine, counted, days=days)
    sketches = [_sketch(article, own=own) for article in articles]
    number = {article.id: i for i, article in enumerate(articles)}
    origin = {number[copy.article]: number[copy.origin] for copy in copies if copy.folds}
    pairs = _pairs(engine, words, days=days, copied=_copied(shared, number=number))
    titles = weigh(engine, ((a.title_words, [1] * len(a.title_words)) for a in articles), days=days)
    scored = engine.map(partial(_scored, sketches=sketches, words=words, titles=titles), pairs)
    compared = ~np.isin([scored["left"], scored["right"]], list(origin)).any(axis=0)
    groups = linked_groups(
        engine,
        len(articles),
        {name: column[compared] for name, column in scored.items()},
        threshold=THRESHOLD,
        cohesion=COHESION,
    )
    groups = _with_copies_of(groups, origin=origin)
    return tuple(_story([sketches[i] for i in group], group=group, words=words) for group in groups)


def _copied(shared: Overlaps, *, number: Mapping[str, int]) -> Columns:
    """Pairs (left, right) with the share of passages they have in common."""
    found = [(number[a], number[b], fixed(overlap.share)) for (a, b), overlap in shared.items()]
    columns = np.array(found, dtype=np.int64).reshape(-1, 3)
    return dict(zip(("left", "right", "copied"), columns.T.copy(), strict=True))


def _pairs(
    engine: Engine, words: Rows, *, days: Sequence[int | None], copied: Columns
) -> Iterator[Table]:
    """Pairs (left, right, copied) to be decided on, sorted.

    First those that share passages, whatever words they share, then the candidates.
    """
    known = engine.read(copied)
    yield known.sort("left", "right")
    dated = {"article": np.arange(len(days)), "day": np.array([d or NO_DAY for d in days])}
    carried = {"article": words.articles, "word": words.words, "weight": words.weights}
    found = candidates(engine, words=engine.read(carried), days=engine.read(dated))
    for pairs in found:
        others = pairs.join(known, on=["left", "right"], how="anti")
        yield others.with_columns(copied=nw.lit(0)).sort("left", "right")


def _with_copies_of(
    groups: Iterable[Sequence[int]], *, origin: Mapping[int, int]
) -> list[tuple[int, ...]]:
    """The groups of origins, each with the copies of its members."""
    copies: dict[int, list[int]] = defaultdict(list)
    for copy, of in origin.items():
        copies[of].append(copy)
    return sorted(
        tuple(sorted([*group, *(copy for item in group for copy in copies[item])]))
        for group in groups
        if not (len(group) == 1 and group[0] in origin)
    )


def _scored(pairs: Columns, *, sketches: Sequence[Sketch], words: Rows, titles: Rows) -> Columns:
    """Pairs (left, right, copied), sorted, to those with a score above 0: (left, right, score)."""
    left, right = pairs["left"], pairs["right"]
    columns = {
        "near": cosines(words, left=left, right=right),
        "titled": cosines(titles, left=left, right=right),
        "copied": pairs["copied"] / ONE,
    }
    like = np.zeros(len(left))
    for name, weight in LIKENESS:
        like += weight * columns[name]
    enough = np.flatnonzero(like >= LEAST_LIKE)
    rows = (column[enough].tolist() for column in (left, right, like))
    scores = np.array(
        [
            fixed(decide(Two(sketches[i], sketches[j], alike)))
            for i, j, alike in zip(*rows, strict=True)
        ],
        dtype=np.int64,
    )
    kept = scores > 0
    return {"left": left[enough][kept], "right": right[enough][kept], "score": scores[kept]}


def _sketch(article: ArticleKeys, *, own: OwnPassages) -> Sketch:
    news = tuple(event for event in article.events if not event.background)
    parties = [party for event in news for party in (*event.actors, *event.recipients)]
    small = (PlacePrecision.CITY, PlacePrecision.SITE)
    places = (event.where for event in news)
    days = (day_number(event.when.value) for event in news if event.when)
    passages = len(article.passages)
    return Sketch(
        article=article,
        outlet=article.outlet,
        names=frozenset(article.names),
        standing=1 - len(own[article.id]) / passages if passages else 0.0,
        left_over=left_over(article),
        news=news,
        deeds=frozenset(
            (family(event.type), party.code)
            for event in news
            for party in (*event.actors, *event.recipients)
        ),
        countries=frozenset(party.country for party in parties if party.country),
        towns=frozenset(place.name for place in places if place and place.precision in small),
        days=frozenset(day for day in days if day is not None),
    )


def _nearness(left: int | None, right: int | None) -> float:
    return UNDATED if left is None or right is None else _kept_over(abs(left - right))


@cache
def _kept_over(gap: int) -> float:
    """The share of its score that a pair keeps over a gap of days."""
    beyond = max(0, gap - FREE_DAYS)
    return max(0.0, 1 - GAP_LOSS * math.log2(1 + beyond / FREE_DAYS))


def _story(sketches: Sequence[Sketch], *, group: Sequence[int], words: Rows) -> Story:
    """One story of its articles, earliest first."""
    articles = [sketch.article for sketch in sketches]
    days = sorted(article.day for article in articles if article.day is not None)
    return Story(
        seed=articles[0].id,
        title=next((a.title for a in sorted(articles, key=_main_first) if a.title), ""),
        articles=tuple(article.id for article in articles),
        reason=_reason(sketches, group=group, words=words),
        first=date.fromordinal(days[0]).isoformat() if days else None,
        last=date.fromordinal(days[-1]).isoformat() if days else None,
    )


def _main_first(article: ArticleKeys) -> bool:
    return article.role is not Role.MAIN


def _reason(sketches: Sequence[Sketch], *, group: Sequence[int], words: Rows) -> str:
    """What the articles have in common, in one sentence."""
    if len(sketches) == 1:
        return "One article; no other is close enough."
    carried: Counter[str] = Counter()
    weight: dict[str, int] = defaultdict(int)
    for number in group:
        for word, value in words.row(number):
            carried[word] += 1
            weight[word] += value
    most = [word for word in carried if carried[word] >= len(sketches) / 2]
    heaviest = sorted(most, key=lambda word: (-weight[word], word))[:6]
    outlets = len({sketch.outlet for sketch in sketches})
    return (
        f"{len(sketches)} articles of {outlets} outlet{'s' * (outlets != 1)}"
        f" share the words {', '.join(heaviest)}."
    )
