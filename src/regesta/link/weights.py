"""Words of all articles as numbered rows of weights: compact, whatever the order of input."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from regesta.link.common import COMMON_WORDS, country_words
from regesta.link.engine import ONE, Columns, Engine, Numbers, Table, rows

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

    A row has length ONE or is empty. `names` are the words by number, in alphabetical order.
    """

    starts: Numbers
    words: Numbers
    weights: Numbers
    names: Sequence[str]

    @property
    def articles(self) -> Numbers:
        """For each word the number of the row in which it stands."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def row(self, number: int) -> Iterator[tuple[str, int]]:
        """The words of one row with their weights."""
        span = slice(self.starts[number], self.starts[number + 1])
        pairs = zip(self.words[span].tolist(), self.weights[span].tolist(), strict=True)
        return ((self.names[word], weight) for word, weight in pairs)


UNTOLD = -1
"""Stands for the spell of an article without a day."""

Counted = tuple[Sequence[str], Sequence[int]]
"""The words of one article and how often each stands there."""


def weigh(engine: Engine, articles: Iterable[Counted], *, days: Sequence[int | None]) -> Rows:
    """Damped count times rarity, each row scaled to length ONE; `days` are those of the articles.

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
    holders = np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((words, holders))
    words, holders = words[order], holders[order]
    told = {"word": words, "spell": np.array([_spell(day) for day in days], np.int64)[holders]}
    weights = _damped(np.array(counts, dtype=np.int64)[order])
    weights *= _rarity(told, engine=engine, names=names, articles=len(sizes))[words]
    squares = np.bincount(holders, weights=weights * weights, minlength=len(sizes))
    lengths = np.sqrt(squares)
    lengths[lengths == 0] = 1.0
    starts = np.concatenate(([0], np.cumsum(np.array(sizes, dtype=np.int64))))
    weights = np.rint(ONE * (weights / lengths[holders]))
    return Rows(starts, words, weights.astype(np.int64), names)


def _spell(day: int | None) -> int:
    return UNTOLD if day is None else day // SPREAD_DAYS


def _rarity(told: Columns, *, engine: Engine, names: Sequence[str], articles: int) -> Weights:
    """By word the log of all articles over those with it, the unseen among them.

    SPREAD times the log of all spells of days over those with the word is added.
    """
    unseen = np.array([_unseen(name) for name in names], dtype=np.int64)
    spells = len(np.setdiff1d(told["spell"], [UNTOLD]))
    table = engine.read(told)
    counted = rows(engine, carriers(table))
    rarity = _logs(articles + UNSEEN, counted["carriers"] + 1 + unseen)
    return rarity + SPREAD * _logs(spells + SPREAD_UNSEEN, counted["spells"] + SPREAD_UNSEEN)


def carriers(told: Table) -> Table:
    """Each word of (word, spell), one row an article, with its articles and its spells of days.

    Articles without a day count in no spell.
    """
    undated = (nw.col("spell").min() == UNTOLD).cast(nw.Int64)
    counted = told.group_by("word").agg(
        nw.len().alias("carriers"), nw.col("spell").n_unique().alias("spells"), undated=undated
    )
    return counted.sort("word").select(
        "word", "carriers", spells=nw.col("spells") - nw.col("undated")
    )


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


def cosines(rows: Rows, *, left: Numbers, right: Numbers) -> Weights:
    """The cosine of each row of `left`, which ascend, with that of `right` beside it."""
    scratch = np.zeros(len(rows.names), dtype=np.int64)
    found = np.zeros(len(left))
    for number, run in runs(left):
        own = slice(rows.starts[number], rows.starts[number + 1])
        scratch[rows.words[own]] = rows.weights[own]
        others = right[run]
        places, bounds = ranges(rows.starts[others], rows.starts[others + 1])
        products = rows.weights[places] * scratch[rows.words[places]]
        found[run] = summed(products, bounds) / (ONE * ONE)
        scratch[rows.words[own]] = 0
    return found


def runs(values: Numbers) -> Iterator[tuple[int, slice]]:
    """Each value of an ascending array with the slice where it stands."""
    edges = np.flatnonzero(np.diff(values, prepend=-1, append=-1))
    for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        yield int(values[begin]), slice(begin, end)


def ranges(starts: Numbers, stops: Numbers) -> tuple[Numbers, Numbers]:
    """All numbers from each start to its stop, and where each range begins among them."""
    sizes = stops - starts
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    shift = np.repeat(starts - bounds[:-1], sizes)
    return np.arange(bounds[-1]) + shift, bounds


def summed(values: Numbers, bounds: Numbers) -> Numbers:
    """The sum of each range of `values`; 0 for an empty one.

    The running total may pass 64 bits and wrap around: its differences do not.
    """
    totals = np.concatenate(([0], np.cumsum(values)))
    return totals[bounds[1:]] - totals[bounds[:-1]]
