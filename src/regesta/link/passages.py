"""Passages that articles share: template text taken out, then a join on fingerprints."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import narwhals as nw
import numpy as np

from regesta.link.common import COMMON_WORDS
from regesta.link.engine import Columns, Engine, Table, rows
from regesta.link.joins import in_blocks
from regesta.link.keys import ArticleKeys

TEMPLATE_SUBJECTS = 3
"""A passage in so many articles of one publisher on different subjects is template, not copy."""

SET_PHRASE_SUBJECTS = 5
"""A passage in articles of any publisher on so many subjects is boilerplate of the trade."""

TRADE = ""
"""The group of all outlets."""

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


Overlaps = Mapping[tuple[str, str], Overlap]
OwnPassages = Mapping[str, tuple[int, ...]]


def overlaps(articles: Sequence[ArticleKeys], *, engine: Engine, own: OwnPassages) -> Overlaps:
    """Shared passages of all pairs of articles (ids in the order of `articles`) that have enough.

    A join on passages: pairs that share nothing are never looked at.
    """
    carried = carriers(engine.read(_columns(own[article.id] for article in articles)))
    tables = in_blocks(engine, carried, join=common, most=BLOCK_PAIRS)
    columns = engine.map(lambda pairs: pairs, tables)
    found = {}
    shared = (columns[name].tolist() for name in ("left", "right", "shared"))
    for i, j, count in zip(*shared, strict=True):
        one, other = articles[i], articles[j]
        left, right = one.id, other.id
        if not leavings(one, other):
            found[left, right] = Overlap(
                count, count / len(own[left]), count / len(own[right]), *_alike(one, other)
            )
    return found


def carriers(told: Table) -> Table:
    """The passages (article, passage) that may be shared, with how many others each `joins`."""
    carriers = nw.len().over("passage")
    others = told.with_columns(joins=carriers - 1)
    return others.filter(nw.col("joins") > 0, nw.col("joins") < COMMON_PASSAGE)


def common(left: Table, right: Table) -> Table:
    """The pairs (left, right, shared) of both sides with enough passages in common, sorted."""
    met = left.join(right, on="passage").filter(nw.col("article") < nw.col("article_right"))
    met = met.rename({"article": "left", "article_right": "right"})
    pairs = met.group_by("left", "right").agg(nw.len().alias("shared"))
    return pairs.filter(nw.col("shared") >= LEAST_PASSAGES).sort("left", "right")


def leavings(left: ArticleKeys, right: ArticleKeys) -> bool:
    """Whether what two articles share may be what their pages have left."""
    either = left_over(left) or left_over(right)
    return either and set(left.title_words).isdisjoint(right.title_words)


def left_over(article: ArticleKeys) -> bool:
    """Whether an article may be no more than what its page has left."""
    return article.length < LEAVINGS_WORDS and not article.events


def _columns(passages: Iterable[Iterable[int]]) -> Columns:
    """All passages, and beside each the number of the article that has it."""
    found, sizes = array("q"), []
    for of_article in passages:
        before = len(found)
        found.extend(of_article)
        sizes.append(len(found) - before)
    holders = np.repeat(np.arange(len(sizes)), sizes)
    return {"article": holders, "passage": np.array(found, dtype=np.int64)}


def own_passages(articles: Iterable[ArticleKeys], *, engine: Engine) -> OwnPassages:
    """Article id -> its passages, less those that are template text of its publisher.

    Template stands under different leads on different subjects: a reprint keeps the lead, and an
    update with a new lead keeps words of the title.
    """
    articles = list(articles)
    template = _template([a for a in articles if a.title_words], engine=engine)
    return {
        article.id: tuple(
            passage
            for passage in article.passages
            if (TRADE, passage) not in template
            and (not article.publisher or (article.outlet, passage) not in template)
        )
        for article in articles
    }


def _template(titled: Sequence[ArticleKeys], *, engine: Engine) -> set[tuple[str, int]]:
    """Passages that stand on so many subjects, each with its outlet or with TRADE."""
    groups = {TRADE: 0}
    published = [a for a in titled if a.publisher]
    of_outlet = [groups.setdefault(a.outlet, len(groups)) for a in published]
    columns = _columns(a.passages for a in (*titled, *published))
    number = {a.id: i for i, a in enumerate(titled)}
    whose = np.array([*range(len(titled)), *(number[a.id] for a in published)], dtype=np.int64)
    group = np.array([*([0] * len(titled)), *of_outlet], dtype=np.int64)[columns["article"]]
    told = {"article": whose[columns["article"]], "passage": columns["passage"], "group": group}
    table = engine.read({**told, "at": np.arange(len(group))})
    carried = rows(engine, under_leads(engine.save(counted(table))))
    names = list(groups)
    found: dict[tuple[str, int], list[ArticleKeys]] = defaultdict(list)
    for home, passage, first in zip(*(c.tolist() for c in carried.values()), strict=True):
        found[names[home], passage].append(titled[first])
    return {
        (name, passage)
        for (name, passage), by_lead in found.items()
        if _subjects(by_lead, least=SET_PHRASE_SUBJECTS if name == TRADE else TEMPLATE_SUBJECTS)
    }


def counted(told: Table) -> Table:
    """The passages (article, passage, group, at), each with its `carriers` in the group.

    `least` is how many of them make template of it; group 0 is that of all outlets.
    """
    trade = nw.col("group") == 0
    return told.with_columns(
        carriers=nw.len().over("group", "passage"),
        least=nw.when(trade).then(SET_PHRASE_SUBJECTS).otherwise(TEMPLATE_SUBJECTS),
    )


def under_leads(counted: Table) -> Table:
    """Passages that stand in so many of a group's texts: (group, passage, first), sorted.

    There is a row for each text, with its first article. Articles that begin alike are one text:
    with the same passage of those that few carry; all that have none of those are one, too.
    """
    carriers, least = nw.col("carriers"), nw.col("least")
    own = counted.filter(carriers < least)
    leads = own.filter(nw.col("at") == nw.col("at").min().over("group", "article"))
    leads = leads.select("group", "article", lead=nw.col("passage"))
    spread = counted.filter(carriers >= least).join(leads, on=["group", "article"], how="left")
    article = nw.col("article")
    texts = spread.group_by("group", "passage", "least", "lead").agg(
        article.min().alias("first"), article.max().alias("last")
    )
    texts = texts.filter(nw.len().over("group", "passage") >= nw.col("least"))
    return texts.sort("group", "passage", "last").select("group", "passage", "first")


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
