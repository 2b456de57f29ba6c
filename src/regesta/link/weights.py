"""Words of all articles as numbered rows of weights: compact, whatever the order of input."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from regesta.link.common import COMMON_WORDS, country_words

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]

UNSEEN = 200
"""So many articles are thought to stand beside a set when words are weighed; in a set of a dozen
pages every word would else look common or rare by chance."""

SPREAD = 1.5
SPREAD_DAYS = 3
SPREAD_UNSEEN = 3
"""A word that is in the news day after day belongs to a saga, one of few days to a happening: its
rarity grows by SPREAD times the log of all spells of SPREAD_DAYS over those in which it stands,
with SPREAD_UNSEEN more on either side. Chosen with COHESION and SAME_TITLE of stories.py on
newscluster.jsonl (B-cubed .959 without, .966 with) and `bench.stories` (.72 without, .93 with);
1 to 1.5 and 2 to 5 unseen are alike."""

UNSEEN_COMMON = 20
UNSEEN_COUNTRY = 20
"""So many of the unseen have a word of COMMON_WORDS, and the name of one country; 10 to 40 gave the
same stories."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Row i is `words[starts[i]:starts[i + 1]]`, ascending numbers, with their `weights`.

    A row has length 1 or is empty. `names` are the words by number, in alphabetical order.
    """

    starts: Numbers
    words: Numbers
    weights: Weights
    names: Sequence[str]

    def row(self, number: int) -> Iterator[tuple[str, float]]:
        """The words of one row with their weights."""
        span = slice(self.starts[number], self.starts[number + 1])
        pairs = zip(self.words[span].tolist(), self.weights[span].tolist(), strict=True)
        return ((self.names[word], weight) for word, weight in pairs)


Counted = tuple[Sequence[str], Sequence[int]]
"""The words of one article and how often each stands there."""


def weigh(articles: Iterable[Counted], *, days: Sequence[int | None]) -> Rows:
    """Damped count times rarity, each row scaled to length 1; `days` are those of the articles.

    Rarity is inverse document frequency, with more for words of few days.
    """
    numbers: dict[str, int] = {}
    found, counts = array("q"), array("H")
    sizes: list[int] = []
    for carried, often in articles:
        found.extend(numbers.setdefault(word, len(numbers)) for word in carried)
        counts.extend(often)
        sizes.append(len(carried))
    names = sorted(numbers)
    rank = np.empty(len(names), dtype=np.int64)
    for place, name in enumerate(names):
        rank[numbers[name]] = place
    words = rank[np.array(found, dtype=np.int64)]
    rows = np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((words, rows))
    words, rows = words[order], rows[order]
    damped = _damped(np.array(counts, dtype=np.int64)[order])
    rarity = _rarity(words, names=names, articles=len(sizes))
    rarity += SPREAD * _briefness(words, rows, number=len(names), days=days)
    weights = damped * rarity[words]
    squares = np.bincount(rows, weights=weights * weights, minlength=len(sizes))
    lengths = np.sqrt(squares)
    lengths[lengths == 0] = 1.0
    starts = np.concatenate(([0], np.cumsum(np.array(sizes, dtype=np.int64))))
    return Rows(starts, words, weights / lengths[rows], names)


def _rarity(words: Numbers, *, names: Sequence[str], articles: int) -> Weights:
    """The log of all articles over those with the word, the unseen among them."""
    carriers = np.bincount(words, minlength=len(names))
    unseen = np.array([_unseen(name) for name in names], dtype=np.int64)
    total = articles + UNSEEN
    return _logs(total, carriers + 1 + unseen)


def _briefness(
    words: Numbers, rows: Numbers, *, number: int, days: Sequence[int | None]
) -> Weights:
    """The log of all spells of days over those with the word; undated articles do not count."""
    spells = np.array([-1 if day is None else day // SPREAD_DAYS for day in days], dtype=np.int64)
    dated = spells[rows] >= 0
    spells = spells[rows[dated]]
    scale = int(spells.max(initial=0)) + 1
    told = np.bincount(np.unique(words[dated] * scale + spells) // scale, minlength=number)
    return _logs(len(np.unique(spells)) + SPREAD_UNSEEN, told + SPREAD_UNSEEN)


def _logs(total: int, parts: Numbers) -> Weights:
    """`math.log` of total / part; numpy's may differ in the last digit by machine."""
    table = {part: math.log(total / part) for part in np.unique(parts).tolist()}
    return np.array([table[part] for part in parts.tolist()])


def _damped(counts: Numbers) -> Weights:
    """1 + log of each count, by `math.log`."""
    most = int(counts.max(initial=1))
    table = np.array([0.0, *(1 + math.log(count) for count in range(1, most + 1))])
    return table[counts]


def _unseen(word: str) -> int:
    """The unseen articles that are thought to have the word."""
    if word in COMMON_WORDS:
        return UNSEEN_COMMON
    return UNSEEN_COUNTRY if word in country_words() else 0


def cosines(rows: Rows, *, number: int, others: Numbers, scratch: Weights) -> Weights:
    """The cosine of one row with each of the others; `scratch` is all zeros, one a word."""
    if not len(others):
        return np.zeros(0)
    own = slice(rows.starts[number], rows.starts[number + 1])
    scratch[rows.words[own]] = rows.weights[own]
    places, bounds = ranges(rows.starts[others], rows.starts[others + 1])
    products = rows.weights[places] * scratch[rows.words[places]]
    scratch[rows.words[own]] = 0.0
    return summed(products, bounds)


def ranges(starts: Numbers, stops: Numbers) -> tuple[Numbers, Numbers]:
    """All numbers from each start to its stop, and where each range begins among them."""
    sizes = stops - starts
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    shift = np.repeat(starts - bounds[:-1], sizes)
    return np.arange(bounds[-1]) + shift, bounds


def summed(values: Weights, bounds: Numbers) -> Weights:
    """The sum of each range of `values`; 0 for an empty one."""
    totals = np.concatenate(([0.0], np.cumsum(values)))
    return totals[bounds[1:]] - totals[bounds[:-1]]
