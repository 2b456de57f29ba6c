"""How well one grouping of the same items agrees with another."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

Grouping = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0.0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(found: Grouping, *, gold: Grouping) -> Agreement:
    """B-cubed over the items of `gold` (Bagga and Baldwin 1998); an item not found stands alone."""
    ours, theirs = _members(found, gold=gold), _members(gold, gold=gold)
    precision = recall = 0.0
    for item in gold:
        common = len(ours[_group(found, item)] & theirs[gold[item]])
        precision += common / len(ours[_group(found, item)])
        recall += common / len(theirs[gold[item]])
    return Agreement(precision / len(gold), recall / len(gold)) if gold else Agreement(0.0, 0.0)


def pairwise(found: Grouping, *, gold: Grouping) -> Agreement:
    """Over pairs of items of `gold`: together in the one, together in the other."""
    ours, theirs = _members(found, gold=gold), _members(gold, gold=gold)
    right = sum(_pairs(len(mine & true)) for mine in ours.values() for true in theirs.values())
    ours_all = sum(_pairs(len(group)) for group in ours.values())
    theirs_all = sum(_pairs(len(group)) for group in theirs.values())
    return Agreement(
        right / ours_all if ours_all else 0.0, right / theirs_all if theirs_all else 0.0
    )


def _members(grouping: Grouping, *, gold: Grouping) -> dict[Hashable, set[str]]:
    members: dict[Hashable, set[str]] = defaultdict(set)
    for item in gold:
        members[_group(grouping, item)].add(item)
    return members


def _group(grouping: Grouping, item: str) -> Hashable:
    return grouping.get(item, ("alone", item))


def _pairs(number: int) -> int:
    return number * (number - 1) // 2
