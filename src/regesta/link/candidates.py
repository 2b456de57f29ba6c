"""Which pairs of articles are worth a look: a join on heavy words within a window of days."""

from collections.abc import Iterator

import narwhals as nw

from regesta.link.engine import NO_DAY, ONE, Engine, Table
from regesta.link.joins import following, in_blocks, parted

KEYS = 40
"""The heaviest words of an article are its keys: 30 to 60 gave the same stories."""

LEAST_WEIGHT = ONE // 20
"""A lighter word is no key: half of the articles have it, and it tells nothing of two."""

SHARED_KEYS = 2
LEAST_LIKE = ONE * ONE // 100
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


def candidates(engine: Engine, *, words: Table, days: Table) -> Iterator[Table]:
    """Pairs (left, right) of articles that share enough keys, left < right.

    `words` are rows of (article, word, weight), `days` of (article, day); articles are numbered in
    time order. One table has all pairs of a run of left articles.
    """
    keys = within_reach(heaviest(words).join(days, on="article"))
    return in_blocks(engine, keys, join=alike, most=BLOCK_PAIRS)


def heaviest(words: Table) -> Table:
    """The keys of each article, of equal weights the first words."""
    heavy = words.filter(nw.col("weight") >= LEAST_WEIGHT).with_columns(light=-nw.col("weight"))
    rank = nw.col("word").cum_count().over("article", order_by=["light", "word"])
    return heavy.with_columns(rank=rank).filter(nw.col("rank") <= KEYS)


def within_reach(keys: Table) -> Table:
    """Keys (article, word, weight, day) with how far each reaches among the later carriers.

    An undated article stands on the last day that the word was told: so it is within reach of those
    whose window is open to all dated ones.
    """
    dated = nw.when(nw.col("day") < NO_DAY).then(nw.col("day"))
    told = keys.with_columns(day=dated, last=dated.max().over("word"))
    told = told.with_columns(
        day=nw.coalesce("day", "last", nw.lit(0)), carriers=nw.len().over("word")
    )
    rare = nw.col("carriers") <= RARE_CARRIERS
    last_day = nw.when(rare).then(NO_DAY).otherwise(nw.col("day") + WINDOW_DAYS)
    reach = nw.when(rare).then(RARE_CARRIERS).otherwise(NEXT_CARRIERS)
    told = told.select(
        "word", "article", "weight", "day", "carriers", last_day=last_day, reach=reach
    )
    later = nw.min_horizontal(nw.col("carriers") - nw.col("place"), nw.col("reach"))
    return parted(told, key="word", item="article").with_columns(joins=later)


def alike(left: Table, right: Table) -> Table:
    """The pairs of both sides that share enough."""
    shared = following(left, right, key="word").filter(nw.col("day_right") <= nw.col("last_day"))
    shared = shared.rename({"article": "left", "article_right": "right"})
    pairs = shared.group_by("left", "right").agg(
        nw.len().alias("shared"),
        (nw.col("weight") * nw.col("weight_right")).sum().cast(nw.Int64).alias("like"),
    )
    enough = (nw.col("shared") >= SHARED_KEYS) & (nw.col("like") >= LEAST_LIKE)
    return pairs.filter(enough).select("left", "right")
