"""Passages that articles share: template text taken out, then a join on sorted fingerprints."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from regesta.link.common import COMMON_WORDS
from regesta.link.keys import ArticleKeys
from regesta.link.weights import Numbers, ranges

TEMPLATE_SUBJECTS = 3
"""A passage in so many articles of one publisher on different subjects is template, not copy."""

SET_PHRASE_SUBJECTS = 5
"""A passage in articles of any publisher on so many subjects is boilerplate of the trade."""

COMMON_PASSAGE = 400
"""A passage in more articles than this is a set phrase; one in each reprint of a copy is not."""

BLOCK_PAIRS = 4_000_000
"""Pairs of carriers that are counted together."""

LEAST_PASSAGES = 3
"""Fewer shared passages are chance or a set phrase."""

LEAVINGS_WORDS = 20
"""Fewer content words that tell no deed may be all that is left of a page: they are shared only
with an article whose title has a word of its own title."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles share: passages in common, and the part of each that they are.

    `alike` is the part of all runs of three words, which outlast the changing of words.
    """

    shared: int
    left: float
    right: float
    alike_left: float = 0.0
    alike_right: float = 0.0

    @property
    def share(self) -> float:
        """The share of the article that shares more."""
        return max(self.left, self.right)

    def turned(self) -> "Overlap":
        """The same, seen from the right."""
        return Overlap(self.shared, self.right, self.left, self.alike_right, self.alike_left)


Flags = NDArray[np.bool_]
Overlaps = Mapping[tuple[str, str], Overlap]
OwnPassages = Mapping[str, tuple[int, ...]]


def overlaps(articles: Sequence[ArticleKeys], *, own: OwnPassages) -> Overlaps:
    """Shared passages of all pairs of articles (ids in the order of `articles`) that have enough.

    A join on sorted passages: pairs that share nothing are never looked at.
    """
    passages, holders = _columns(own[article.id] for article in articles)
    order = np.lexsort((holders, passages))
    passages, holders = passages[order], holders[order]
    edges = np.flatnonzero(np.concatenate(([True], passages[1:] != passages[:-1], [True])))
    sizes = np.diff(edges)
    kept = (sizes > 1) & (sizes <= COMMON_PASSAGE)
    ends = np.repeat(edges[1:][kept], sizes[kept])
    places, _ = ranges(edges[:-1][kept], edges[1:][kept])
    codes, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    for block in _blocks(ends - places - 1):
        seconds, inner = ranges(places[block] + 1, ends[block])
        firsts = np.repeat(holders[places[block]], np.diff(inner))
        pairs, often = np.unique(firsts * len(articles) + holders[seconds], return_counts=True)
        codes, counts = _added((codes, counts), (pairs, often))
    enough = counts >= LEAST_PASSAGES
    found = {}
    for code, count in zip(codes[enough].tolist(), counts[enough].tolist(), strict=True):
        one, other = (articles[number] for number in divmod(code, len(articles)))
        left, right = one.id, other.id
        if not leavings(one, other):
            found[left, right] = Overlap(
                count, count / len(own[left]), count / len(own[right]), *_alike(one, other)
            )
    return found


def leavings(left: ArticleKeys, right: ArticleKeys) -> bool:
    """Whether what two articles share may be what their pages have left."""
    left_over = any(a.length < LEAVINGS_WORDS and not a.events for a in (left, right))
    return left_over and set(left.title_words).isdisjoint(right.title_words)


def _blocks(sizes: Numbers) -> Iterator[slice]:
    """Runs of passages with about BLOCK_PAIRS pairs, which bounds the memory."""
    totals = np.cumsum(sizes)
    begin = 0
    while begin < len(sizes):
        before = totals[begin - 1] if begin else 0
        end = int(np.searchsorted(totals, before + BLOCK_PAIRS, side="right"))
        yield slice(begin, max(begin + 1, end))
        begin = max(begin + 1, end)


def _added(
    left: tuple[Numbers, Numbers], right: tuple[Numbers, Numbers]
) -> tuple[Numbers, Numbers]:
    """Two lists of codes with counts as one; a code of both has the sum."""
    codes, place = np.unique(np.concatenate((left[0], right[0])), return_inverse=True)
    counts = np.zeros(len(codes), dtype=np.int64)
    np.add.at(counts, place, np.concatenate((left[1], right[1])))
    return codes, counts


def _columns(passages: Iterable[Iterable[int]]) -> tuple[Numbers, Numbers]:
    """All passages, and beside each the number of the article that has it."""
    found, sizes = array("q"), []
    for of_article in passages:
        before = len(found)
        found.extend(of_article)
        sizes.append(len(found) - before)
    return np.array(found, dtype=np.int64), np.repeat(np.arange(len(sizes)), sizes)


def own_passages(articles: Iterable[ArticleKeys]) -> OwnPassages:
    """Article id -> its passages, less those that are template text of its publisher.

    Template stands under different leads on different subjects: a reprint keeps the lead, and an
    update with a new lead keeps words of the title.
    """
    articles = list(articles)
    titled = [article for article in articles if article.title_words]
    outlets = _template(
        [article for article in titled if article.publisher],
        group=lambda article: article.outlet,
        least=TEMPLATE_SUBJECTS,
    )
    trade = _template(titled, group=lambda article: "", least=SET_PHRASE_SUBJECTS)
    return {
        article.id: tuple(
            passage
            for passage in article.passages
            if ("", passage) not in trade
            and (not article.publisher or (article.outlet, passage) not in outlets)
        )
        for article in articles
    }


def _template(
    articles: Sequence[ArticleKeys], *, group: Callable[[ArticleKeys], str], least: int
) -> set[tuple[str, int]]:
    """Passages, each with its group, that stand in the group on so many subjects."""
    groups: dict[str, int] = {}
    passages, holders = _columns(article.passages for article in articles)
    numbers = [groups.setdefault(group(article), len(groups)) for article in articles]
    grouped = np.array(numbers, dtype=np.int64)[holders]
    order = np.lexsort((holders, passages, grouped))
    new = np.any(np.diff(np.stack((passages, grouped))[:, order], axis=1) != 0, axis=0)
    edges = np.flatnonzero(np.concatenate(([True], new, [True])))
    sizes = np.diff(edges)
    if not len(order):
        return set()
    carried = np.empty(len(order), dtype=np.int64)
    carried[order] = np.repeat(sizes, sizes)
    leads = _leads(passages, holders, own=carried < least)
    names = list(groups)
    found: set[tuple[str, int]] = set()
    for run in np.flatnonzero(sizes >= least).tolist():
        places = order[edges[run] : edges[run + 1]]
        carriers = holders[places].tolist()
        by_lead = {leads.get(number): articles[number] for number in reversed(carriers)}
        if len(by_lead) >= least and _subjects(list(by_lead.values())[::-1], least=least):
            found.add((names[grouped[places[0]]], int(passages[places[0]])))
    return found


def _leads(passages: Numbers, holders: Numbers, *, own: Flags) -> dict[int, int]:
    """Number of an article -> the first passage that is its own; none for a reprint."""
    numbers, first = np.unique(holders[own], return_index=True)
    return dict(zip(numbers.tolist(), passages[own][first].tolist(), strict=True))


def _subjects(by_lead: Iterable[ArticleKeys], *, least: int) -> bool:
    """Whether `least` of the articles have titles with no word in common."""
    picked: list[frozenset[str]] = []
    for article in by_lead:
        title = frozenset(article.title_words) - COMMON_WORDS
        if title and all(title.isdisjoint(other) for other in picked):
            picked.append(title)
        if len(picked) >= least:
            return True
    return False


def _alike(left: ArticleKeys, right: ArticleKeys) -> tuple[float, float]:
    common = len(np.intersect1d(left.phrases, right.phrases, assume_unique=True))
    return common / max(1, len(left.phrases)), common / max(1, len(right.phrases))
