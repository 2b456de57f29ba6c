"""The largest one-to-one matching between two lists, and of such matchings the best one."""

from collections.abc import Mapping, Sequence

Worths = Sequence[Mapping[int, float]]


def largest(worths: Worths) -> dict[int, int]:
    """Left index to right index; `worths[i]` are the rights that left i may take, with their worth.

    No other matching has more pairs, and none with as many is worth more in sum: each step goes
    along the augmenting path that gains most.
    """
    taken: dict[int, int] = {}  # right to left
    while (path := _best_path(worths, taken=taken)) is not None:
        taken.update((right, left) for left, right in path)
    return {left: right for right, left in sorted(taken.items(), key=lambda pair: pair[1])}


def _best_path(worths: Worths, *, taken: Mapping[int, int]) -> list[tuple[int, int]] | None:
    """The pairs that the best augmenting path puts in the place of others; None without a path."""
    given = {left: right for right, left in taken.items()}
    gains = {left: 0.0 for left in range(len(worths)) if left not in given}
    came: dict[int, int] = {}  # right -> the left it was reached from
    best: dict[int, float] = {}
    grown = True
    while grown:
        grown = False
        for left, gain in list(gains.items()):
            for right, worth in worths[left].items():
                better = gain + worth > best.get(right, float("-inf")) + 1e-9
                if not better or given.get(left) == right:
                    continue
                best[right], came[right] = gain + worth, left
                grown = True
                holder = taken.get(right)
                if holder is not None:
                    gains[holder] = gain + worth - worths[holder][right]
    free = [right for right in best if right not in taken]
    if not free:
        return None
    right: int | None = max(free, key=lambda one: (best[one], -one))
    path = []
    while right is not None:
        left = came[right]
        path.append((left, right))
        right = given.get(left)
    return path
