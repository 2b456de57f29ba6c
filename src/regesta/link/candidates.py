"""Which pairs of articles are worth a look: a join on heavy words within a window of days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from regesta.link.weights import Numbers, Rows, Weights, ranges, summed

KEYS = 40
"""The heaviest words of an article are its keys: 30 to 60 gave the same stories."""

LEAST_WEIGHT = 0.05
"""A lighter word is no key: half of the articles have it, and it tells nothing of two."""

SHARED_KEYS = 2
LEAST_LIKE = 0.01
"""A pair shares so many keys, with at least this product of weights; .01 changed no story of
newscluster.jsonl, .02 split some (B-cubed F1 .954 for .959)."""

WINDOW_DAYS = 30
"""Articles that share common keys are compared within this many days."""

RARE_CARRIERS = 30
"""A key in no more articles than this joins them whatever the days between."""

NEXT_CARRIERS = 100
"""A commoner key joins an article to so many of the next articles in time, which keeps the cost
of an article flat however large the set grows; 60 to 200 gave the same stories."""

BLOCK_PAIRS = 2_000_000
"""Shared keys that are looked at together, which bounds the memory."""

UNDATED = 10**7
"""Stands for the day of an article without one; after all ordinals of days."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys by word, then by article; key k joins its article to those of keys k + 1 to stops[k].

    `by_article` lists the keys article by article, `bounds` where each article's begin in it.
    """

    articles: Numbers
    weights: Weights
    stops: Numbers
    by_article: Numbers
    bounds: Numbers


def candidates(rows: Rows, *, days: Sequence[int | None]) -> Iterator[tuple[int, Numbers]]:
    """Each article with those after it that share enough keys; articles stand in time order."""
    keyed = _keyed(rows, days=np.array([UNDATED if d is None else d for d in days]))
    sizes = (keyed.stops - np.arange(len(keyed.stops)) - 1)[keyed.by_article]
    for first, last in _blocks(sizes, bounds=keyed.bounds):
        yield from _in_block(keyed, first=first, last=last)


def _keyed(rows: Rows, *, days: Numbers) -> Keyed:
    number = len(rows.starts) - 1
    article = np.repeat(np.arange(number), np.diff(rows.starts))
    heaviest = np.lexsort((rows.words, -np.round(rows.weights, 9), article))
    rank = np.arange(len(heaviest)) - rows.starts[article[heaviest]]
    chosen = heaviest[(rank < KEYS) & (rows.weights[heaviest] >= LEAST_WEIGHT)]
    chosen = chosen[np.lexsort((article[chosen], rows.words[chosen]))]
    holder = article[chosen]
    by_article = np.argsort(holder, kind="stable")
    bounds = np.searchsorted(holder[by_article], np.arange(number + 1))
    stops = _stops(rows.words[chosen], days=days[holder] if number else holder)
    return Keyed(holder, rows.weights[chosen], stops, by_article, bounds)


def _stops(words: Numbers, *, days: Numbers) -> Numbers:
    """For each key the end of those it is joined to; `words` ascend, and `days` within a word."""
    if not len(words):
        return words
    begins = np.flatnonzero(np.concatenate(([True], words[1:] != words[:-1])))
    ends = np.concatenate((begins[1:], [len(words)]))
    group = np.repeat(np.arange(len(begins)), ends - begins)
    every = ends[group]
    scale = 2 * UNDATED
    moments = group * scale + days
    near = np.searchsorted(moments, moments + WINDOW_DAYS, side="right")
    dated = np.searchsorted(moments, group * scale + UNDATED, side="left")
    near = np.where(near >= dated, every, near)  # no dated one is out of reach: nor are the others
    near = np.minimum(near, np.arange(len(words)) + 1 + NEXT_CARRIERS)
    return np.where((ends - begins)[group] <= RARE_CARRIERS, every, np.minimum(near, every))


def _blocks(sizes: Numbers, *, bounds: Numbers) -> Iterator[tuple[int, int]]:
    """Runs of articles with about BLOCK_PAIRS shared keys, at least one article each."""
    totals = np.concatenate(([0], np.cumsum(sizes)))[bounds]
    first, number = 0, len(bounds) - 1
    while first < number:
        full = int(np.searchsorted(totals, totals[first] + BLOCK_PAIRS, side="right")) - 1
        last = min(number, max(first + 1, full))
        yield first, last
        first = last


def _in_block(keyed: Keyed, *, first: int, last: int) -> Iterator[tuple[int, Numbers]]:
    """The articles `first` to `last` with their candidates."""
    keys = keyed.by_article[keyed.bounds[first] : keyed.bounds[last]]
    places, inner = ranges(keys + 1, keyed.stops[keys])
    if not len(places):
        return
    whose = np.repeat(keys, np.diff(inner))
    number = len(keyed.bounds) - 1
    codes = (keyed.articles[whose] - first) * number + keyed.articles[places]
    products = keyed.weights[whose] * keyed.weights[places]
    order = np.argsort(codes, kind="stable")
    codes, products = codes[order], products[order]
    edges = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1], [True])))
    enough = (np.diff(edges) >= SHARED_KEYS) & (summed(products, edges) >= LEAST_LIKE)
    left, right = np.divmod(codes[edges[:-1]][enough], number)
    parts = np.searchsorted(left, np.arange(last - first + 1))
    for article in range(last - first):
        others = right[parts[article] : parts[article + 1]]
        if len(others):
            yield first + article, others
