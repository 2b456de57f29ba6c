"""Groups out of scored pairs, the same whatever the order the pairs come in."""

import heapq
from collections.abc import Collection, Mapping

import narwhals as nw
import numpy as np

from regesta.link.engine import ONE, Columns, Engine, Numbers, Table, fixed, rows
from regesta.link.weights import runs

Pair = tuple[int, int]
_Entry = tuple[int, int, int, int, int]


def average_link(
    size: int,
    scores: Mapping[Pair, int],
    *,
    threshold: float,
    cohesion: float = 0.0,
    apart: Collection[Pair] = (),
) -> list[tuple[int, ...]]:
    """The items 0..size-1 in groups, each sorted, in order of their smallest item.

    `scores` are billionths, so that sums are the same in any order; `threshold` is 0 to 1.
    The two groups with the highest mean score over all their cross pairs are joined first, until
    no mean reaches `threshold`. A pair without a score counts 0, which is the guard against
    chains: one strong pair does not pull two large groups together. Two groups of several items
    also need `cohesion` times the mean inside the looser of the two: what holds each together
    must go on between them. Groups that hold a pair of `apart` (i < j) are never joined. Ties go
    to the smaller items, so the caller's numbering must not depend on the order of input.
    """
    return _Linkage(size, scores, threshold=threshold, cohesion=cohesion, apart=apart).run()


def components(engine: Engine, size: int, pairs: Columns) -> Numbers:
    """For each of the items 0..size-1 the smallest item that pairs (left, right) chain it to.

    In rounds every item takes the smallest label among its own and its neighbours', then the label
    of the item that the label names, until a round changes nothing.
    """
    found = np.arange(size)
    if not len(pairs["left"]):
        return found
    table = engine.read({name: pairs[name] for name in ("left", "right")})
    turned = table.select(left=nw.col("right"), right=nw.col("left"))
    near = engine.save(nw.concat([table, turned]))
    labels = engine.save(near.select(item=nw.col("left"), label=nw.col("left")).unique())
    changed = True
    while changed:
        labels = engine.save(_nearer(labels, near=near))
        told = rows(engine, labels.sort("item"))
        changed = not np.array_equal(found[told["item"]], told["label"])
        found[told["item"]] = told["label"]
    return found


def linked_groups(
    engine: Engine, size: int, pairs: Columns, *, threshold: float, cohesion: float = 0.0
) -> list[tuple[int, ...]]:
    """What `average_link` makes of the pairs (left, right, score), left < right, in less memory.

    Two groups whose mean reaches the threshold have a pair that does. So no group reaches beyond
    what pairs as strong as that chain together, and each such part is grouped by itself.
    """
    left, right, scores = pairs["left"], pairs["right"], pairs["score"]
    strong = scores >= fixed(threshold)
    home = components(engine, size, {"left": left[strong], "right": right[strong]})
    inside = np.flatnonzero(home[left] == home[right])
    inside = inside[np.argsort(home[left[inside]], kind="stable")]
    alone = np.flatnonzero(np.bincount(home, minlength=size) == 1)
    groups: list[tuple[int, ...]] = [(item,) for item in alone.tolist()]
    members = _members(home.tolist())
    for first, run in runs(home[left[inside]]):
        numbers = {item: place for place, item in enumerate(members[first])}
        columns = (column[inside[run]].tolist() for column in (left, right, scores))
        local = {(numbers[i], numbers[j]): score for i, j, score in zip(*columns, strict=True)}
        grouped = average_link(len(numbers), local, threshold=threshold, cohesion=cohesion)
        groups += [tuple(members[first][place] for place in group) for group in grouped]
    return sorted(groups)


def _members(root: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for item, first in enumerate(root):
        found.setdefault(first, []).append(item)
    return found


def _nearer(labels: Table, *, near: Table) -> Table:
    """The labels after a round."""
    others = near.join(labels, left_on="right", right_on="item").select("left", "label")
    own = labels.select(left=nw.col("item"), label=nw.col("label"))
    least = nw.concat([others, own]).group_by("left").agg(nw.col("label").min())
    named = labels.select(label=nw.col("item"), further=nw.col("label"))
    return least.join(named, on="label").select(item=nw.col("left"), label=nw.col("further"))


class _Linkage:
    """The state of one run: who is in which group, the summed scores between groups and inside."""

    def __init__(
        self,
        size: int,
        scores: Mapping[Pair, int],
        *,
        threshold: float,
        cohesion: float,
        apart: Collection[Pair],
    ) -> None:
        self.threshold = threshold * ONE
        self.cohesion = cohesion
        self.inside = [0] * size
        self.members = {i: [i] for i in range(size)}
        self.version = [0] * size
        self.sums: list[dict[int, int]] = [{} for _ in range(size)]
        self.apart: list[set[int]] = [set() for _ in range(size)]
        for (i, j), score in sorted(scores.items()):
            self.sums[i][j] = self.sums[j][i] = score
        for i, j in apart:
            self.apart[i].add(j)
            self.apart[j].add(i)
        self.heap: list[_Entry] = []
        for i, j in scores:
            self._offer(i, j)

    def run(self) -> list[tuple[int, ...]]:
        while self.heap:
            _, i, j, version_i, version_j = heapq.heappop(self.heap)
            current = i in self.members and j in self.members
            if current and (self.version[i], self.version[j]) == (version_i, version_j):
                self._join(i, j)
        return sorted(tuple(sorted(members)) for members in self.members.values())

    def _offer(self, i: int, j: int) -> None:
        """Put the pair of groups on the heap when it may be joined."""
        i, j = min(i, j), max(i, j)
        mean = self.sums[i][j] / (len(self.members[i]) * len(self.members[j]))
        tie = self.cohesion * min(self._mean_inside(i), self._mean_inside(j))
        if mean >= max(self.threshold, tie) and j not in self.apart[i]:
            heapq.heappush(self.heap, (-round(mean), i, j, self.version[i], self.version[j]))

    def _mean_inside(self, i: int) -> float:
        """The mean score of the pairs of a group; 0 for one item, which has none."""
        size = len(self.members[i])
        return self.inside[i] / (size * (size - 1) / 2) if size > 1 else 0.0

    def _join(self, i: int, j: int) -> None:
        """Move group `j` into group `i` (i < j), with its scores and its bars."""
        self.inside[i] += self.inside[j] + self.sums[i][j]
        self.members[i] += self.members.pop(j)
        self.version[i] += 1
        for k, score in self.sums[j].items():
            del self.sums[k][j]
            if k != i:
                self.sums[i][k] = self.sums[k][i] = self.sums[i].get(k, 0) + score
        for k in self.apart[j]:
            self.apart[k].discard(j)
            self.apart[k].add(i)
            self.apart[i].add(k)
        for k in self.sums[i]:
            self._offer(i, k)
