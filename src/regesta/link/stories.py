"""Stories: articles about one happening or one chain of closely tied ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regesta.link.common import COMMON_WORDS, country_words
from regesta.link.copies import Overlaps, OwnPassages
from regesta.link.deeds import compatible
from regesta.link.groups import average_link
from regesta.link.keys import ArticleKeys, EventKeys, day_number
from regesta.model import Copy, PlacePrecision, Role, Story

THRESHOLD = 0.10
"""Mean score at which groups are joined. With the weights below tuned on newscluster.jsonl (383
articles) and on ten samples of 15 to 60 of them; .08 to .12 differ there by less than .02."""

LEAST_NAMES = 2
"""Fewer name words say nothing by being absent elsewhere."""

UNSEEN = 200
"""So many articles are thought to stand beside a set when words are weighed; in a set of a dozen
pages every word would else look common or rare by chance."""

UNSEEN_COMMON = 20
UNSEEN_COUNTRY = 20
"""So many of the unseen have a word of COMMON_WORDS, and the name of one country; 10 to 40 gave the
same stories."""

NAMED = 0.5
"""A copy that names its origin, but has other words, is as close as one with half its passages."""

RARE_KEYS = 40
"""The heaviest words of an article are its keys: 30 to 60 gave the same stories."""

SHARED_KEYS = 2
WINDOW_DAYS = 30
"""Articles that share common keys are compared within this many days."""

RARE_CARRIERS = 30
"""A key in no more articles than this joins them whatever the days between."""

NEXT_CARRIERS = 200
"""A commoner key joins an article to so many of the next articles in time, which keeps the cost
of an article flat however large the set grows."""

FREE_DAYS = 3
GAP_LOSS = 0.07
"""Beyond FREE_DAYS a pair loses this share of its score with each doubling of the gap: sagas fall
apart by date, a late page about the same deed still joins. Tuned as THRESHOLD; 0 to .09 tried."""

UNDATED = 0.7
"""Factor for a pair with an undated article, as for a gap of two months: it joins on strong
evidence only. Set on the demo's pages, where .85 joined headlines of one person's week."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article's keys with its weighed words; both vectors have length 1 or are empty.

    `standing` is the share of its passages that are its publisher's template text.
    """

    article: ArticleKeys
    words: Mapping[str, float]
    title: Mapping[str, float]
    standing: float


@dataclass(frozen=True, slots=True)
class Two:
    """Two articles to be decided on, and the share of passages they have in common."""

    left: Sketch
    right: Sketch
    copied: float


def _same_words(two: Two) -> float:
    return _cosine(two.left.words, two.right.words)


def _same_title(two: Two) -> float:
    return _cosine(two.left.title, two.right.title)


def _standing_text(two: Two) -> float:
    """The part of the likeness that one publisher's template text makes up."""
    if two.left.article.outlet != two.right.article.outlet:
        return 0.0
    return min(two.left.standing, two.right.standing)


def _shared_deeds(two: Two) -> float:
    """1 when two or more of the news of one are also told by the other, by type and parties."""
    left, right = _news(two.left), _news(two.right)
    told = sum(any(compatible(a, b) for b in right) for a in left)
    return min(told, 2) / 2


def _other_parties(two: Two) -> float:
    """1 when both tell deeds of known countries and have none in common."""
    left, right = _countries(two.left), _countries(two.right)
    return float(bool(left and right) and not left & right)


def _no_common_name(two: Two) -> float:
    """1 when both name people, places or bodies and have no such word in common."""
    left, right = two.left.article.names, two.right.article.names
    return float(min(len(left), len(right)) >= LEAST_NAMES and left.isdisjoint(right))


def _other_places(two: Two) -> float:
    """1 when both tell deeds in cities or sites and have none in common."""
    left, right = _towns(two.left), _towns(two.right)
    return float(bool(left and right) and not left & right)


def _other_days(two: Two) -> float:
    """1 when both date their news to the day and no two days are within FREE_DAYS."""
    left, right = _days(two.left), _days(two.right)
    near = any(abs(a - b) <= FREE_DAYS for a in left for b in right)
    return float(bool(left and right) and not near)


FEATURES: tuple[tuple[str, float, Callable[[Two], float]], ...] = (
    ("same-words", 0.80, _same_words),
    ("same-title", 0.20, _same_title),
    ("shared-passages", 0.30, lambda two: two.copied),
    ("standing-text", -0.80, _standing_text),
    ("shared-deeds", 0.06, _shared_deeds),
    ("no-common-name", -0.06, _no_common_name),
    ("other-parties", -0.04, _other_parties),
    ("other-places", -0.03, _other_places),
    ("other-days", -0.06, _other_days),
)
"""Rows of (name, weight, measure from 0 to 1). The first two were tuned on newscluster.jsonl
(B-cubed F1 of cosine alone .949, with titles .959) and so was no-common-name (-.03 to -.06 are
alike); the others are set by hand, small, so that they tip a doubtful pair and never carry one."""


def decide(two: Two) -> float:
    """The score of two articles: the weighed features, less the loss for the days between."""
    score = sum(weight * measure(two) for _, weight, measure in FEATURES)
    return score * _nearness(two.left.article.day, two.right.article.day)


def group_stories(
    articles: Sequence[ArticleKeys],
    *,
    shared: Overlaps,
    own: OwnPassages,
    copies: Iterable[Copy],
) -> tuple[Story, ...]:
    """Every article in exactly one story; `articles` sorted by `ArticleKeys.order`."""
    sketches = _sketches(articles, own=own)
    copied = _copied(articles, shared=shared, copies=copies)
    scores = {}
    for i, j in sorted(set(_candidates(sketches)) | set(copied)):
        score = decide(Two(sketches[i], sketches[j], copied.get((i, j), 0.0)))
        if score > 0:
            scores[i, j] = score
    groups = average_link(len(articles), scores, threshold=THRESHOLD)
    return tuple(_story([sketches[i] for i in group]) for group in groups)


def _copied(
    articles: Sequence[ArticleKeys], *, shared: Overlaps, copies: Iterable[Copy]
) -> dict[tuple[int, int], float]:
    """By numbers of articles: the share of passages in common, at least NAMED for a copy."""
    number = {article.id: i for i, article in enumerate(articles)}
    found = {
        (min(number[a], number[b]), max(number[a], number[b])): overlap.share
        for (a, b), overlap in shared.items()
    }
    for copy in copies:
        i, j = sorted((number[copy.article], number[copy.origin]))
        found[i, j] = max(found.get((i, j), 0.0), NAMED)
    return found


def _sketches(articles: Sequence[ArticleKeys], *, own: OwnPassages) -> list[Sketch]:
    in_texts = Counter(word for article in articles for word in article.words)
    in_titles = Counter(word for article in articles for word in article.title_words)
    total = len(articles) + UNSEEN
    return [
        Sketch(
            article,
            _vector(dict(zip(article.words, article.counts, strict=True)), in_texts, total),
            _vector(dict.fromkeys(article.title_words, 1), in_titles, total),
            1 - len(own[article.id]) / len(article.passages) if article.passages else 0.0,
        )
        for article in articles
    ]


def _vector(counts: Mapping[str, int], carriers: Mapping[str, int], total: int) -> dict[str, float]:
    """Damped count times inverse document frequency, scaled to length 1."""
    weights = {
        word: (1 + math.log(count)) * math.log(total / (carriers[word] + 1 + _unseen(word)))
        for word, count in counts.items()
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _unseen(word: str) -> int:
    """The unseen articles that are thought to have the word."""
    if word in COMMON_WORDS:
        return UNSEEN_COMMON
    return UNSEEN_COUNTRY if word in country_words() else 0


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Exactly rounded sum, so that the order of the words does not matter."""
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(weight * right[word] for word, weight in left.items() if word in right)


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough keys: rare ones over any gap, others within the window."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        heaviest = sorted(sketch.words.items(), key=lambda item: (-item[1], item[0]))
        for word, _ in heaviest[:RARE_KEYS]:
            index[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for carriers in index.values():
        shared.update(_within_window(carriers, sketches=sketches))
    return (pair for pair, count in shared.items() if count >= SHARED_KEYS)


def _within_window(
    carriers: Sequence[int], *, sketches: Sequence[Sketch]
) -> Iterator[tuple[int, int]]:
    """Pairs of carriers of one key; `carriers` ascend, and so do their days, undated ones last."""
    if len(carriers) <= RARE_CARRIERS:
        yield from ((i, j) for at, i in enumerate(carriers) for j in carriers[at + 1 :])
        return
    days = [sketches[i].article.day for i in carriers]
    for at, i in enumerate(carriers):
        for other in range(at + 1, min(at + 1 + NEXT_CARRIERS, len(carriers))):
            left, right = days[at], days[other]
            if left is not None and right is not None and right - left > WINDOW_DAYS:
                break
            yield (i, carriers[other])


def _nearness(left: int | None, right: int | None) -> float:
    if left is None or right is None:
        return UNDATED
    beyond = max(0, abs(left - right) - FREE_DAYS)
    return max(0.0, 1 - GAP_LOSS * math.log2(1 + beyond / FREE_DAYS))


def _news(sketch: Sketch) -> list[EventKeys]:
    return [event for event in sketch.article.events if not event.background]


def _countries(sketch: Sketch) -> set[str]:
    return {
        party.country
        for event in _news(sketch)
        for party in (*event.actors, *event.recipients)
        if party.country
    }


def _towns(sketch: Sketch) -> set[str]:
    small = (PlacePrecision.CITY, PlacePrecision.SITE)
    places = (event.where for event in _news(sketch))
    return {place.name for place in places if place and place.precision in small}


def _days(sketch: Sketch) -> set[int]:
    values = (day_number(event.when.value) for event in _news(sketch) if event.when)
    return {value for value in values if value is not None}


def _story(sketches: Sequence[Sketch]) -> Story:
    """One story of its articles, earliest first."""
    articles = [sketch.article for sketch in sketches]
    days = sorted(article.day for article in articles if article.day is not None)
    return Story(
        seed=articles[0].id,
        title=next((a.title for a in sorted(articles, key=_main_first) if a.title), ""),
        articles=tuple(article.id for article in articles),
        reason=_reason(sketches),
        first=date.fromordinal(days[0]).isoformat() if days else None,
        last=date.fromordinal(days[-1]).isoformat() if days else None,
    )


def _main_first(article: ArticleKeys) -> bool:
    return article.role is not Role.MAIN


def _reason(sketches: Sequence[Sketch]) -> str:
    """What the articles have in common, in one sentence."""
    if len(sketches) == 1:
        return "One article; no other is close enough."
    carried = Counter(word for sketch in sketches for word in sketch.words)
    weight: dict[str, float] = defaultdict(float)
    for sketch in sketches:
        for word, value in sketch.words.items():
            weight[word] += value
    most = [word for word in carried if carried[word] >= len(sketches) / 2]
    heaviest = sorted(most, key=lambda word: (-round(weight[word], 9), word))[:6]
    outlets = len({sketch.article.outlet for sketch in sketches})
    return (
        f"{len(sketches)} articles of {outlets} outlet{'s' * (outlets != 1)}"
        f" share the words {', '.join(heaviest)}."
    )
