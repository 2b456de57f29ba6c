"""Joins of items on what they have in common, as expressions for any engine."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator

import narwhals as nw
import numpy as np

from regesta.link.engine import Columns, Engine, Numbers, Table, rows

Keyed = Iterable[tuple[int, Hashable]]
"""Items with a key of theirs, a row for each key."""

Pair = tuple[int, int]


def in_blocks(
    engine: Engine, keys: Table, *, join: Callable[[Table, Table], Table], most: int
) -> Iterator[Table]:
    """`join` of the keys of some articles with those of all, run by run of articles.

    The column `joins` says how many rows a key is joined to, or a few more; a run has about `most`,
    which bounds the memory.
    """
    keys = engine.save(keys)
    costs = keys.group_by("article").agg(nw.col("joins").sum().cast(nw.Int64)).sort("article")
    found = rows(engine, costs)
    ends = [(first, last - 1) for first, last in _blocks(found["joins"], most=most)]
    for run in found["article"][ends].tolist() or [(0, 0)]:
        yield join(keys.filter(nw.col("article").is_between(*run)), keys)


def _blocks(costs: Numbers, *, most: int) -> Iterator[tuple[int, int]]:
    """Runs (first, last) of items that cost `most` together, at least one item each."""
    totals = np.concatenate(([0], np.cumsum(costs)))
    first = 0
    while first < len(costs):
        full = int(np.searchsorted(totals, totals[first] + most, side="right")) - 1
        last = min(len(costs), max(first + 1, full))
        yield first, last
        first = last


def parted(keys: Table, *, key: str, item: str) -> Table:
    """Rows (key, item, reach) with the item's place among all with the key, ascending.

    A part has so many places as the key reaches; `reach` is the same for all rows of a key.
    """
    keys = keys.with_columns(place=nw.col(item).cum_count().over(key, order_by=item))
    return keys.with_columns(
        part=(nw.col("place") - 1) // nw.col("reach"), until=nw.col("place") + nw.col("reach")
    )


def following(left: Table, right: Table, *, key: str) -> Table:
    """Each row of `left` beside those of `right` with its key that stand within reach after it.

    Both come from `parted`. A row meets only those of its own part and of the next, so the cost of
    a common key grows with its items, not with their square.
    """
    both = nw.concat([left, left.with_columns(part=nw.col("part") + 1)])
    ahead = nw.col("place_right") > nw.col("place")
    near = nw.col("place_right") <= nw.col("until")
    return both.join(right, on=[key, "part"]).filter(ahead & near)


def sharing(engine: Engine, keyed: Keyed, *, of: Collection[int] | None = None) -> list[Pair]:
    """The pairs i < j of items that have a key in common, one of them in `of`, ascending."""
    keyed = list(keyed)
    chosen = np.array([of is None or item in of for item, _ in keyed], dtype=np.int64)
    if not chosen.any():
        return []
    table = engine.read({**_numbered(keyed), "chosen": chosen})
    other = table.select("key", other=nw.col("item"))
    met = table.filter(nw.col("chosen") == 1).join(other, on="key")
    pairs = met.filter(nw.col("item") != nw.col("other")).select(
        left=nw.min_horizontal("item", "other"), right=nw.max_horizontal("item", "other")
    )
    return _listed(engine, pairs)


def neighbours(engine: Engine, keyed: Keyed, *, reach: int) -> list[Pair]:
    """The pairs i < j of items of which j is among the next `reach` with a key of i, ascending."""
    columns = _numbered(keyed)
    reaches = np.full(len(columns["item"]), reach)
    keys = parted(engine.read({**columns, "reach": reaches}), key="key", item="item")
    met = following(keys, keys, key="key")
    return _listed(engine, met.select(left=nw.col("item"), right=nw.col("item_right")))


def paired(pairs: Iterable[Pair]) -> Columns:
    """Pairs as the columns left and right."""
    columns = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    return {"left": columns[:, 0].copy(), "right": columns[:, 1].copy()}


def _numbered(keyed: Keyed) -> Columns:
    numbers: dict[Hashable, int] = {}
    pairs = paired((item, numbers.setdefault(key, len(numbers))) for item, key in keyed)
    return {"item": pairs["left"], "key": pairs["right"]}


def _listed(engine: Engine, pairs: Table) -> list[Pair]:
    found = rows(engine, pairs.unique().sort("left", "right"))
    return list(zip(found["left"].tolist(), found["right"].tolist(), strict=True))
