"""The largest one-to-one matching between two lists, by augmenting paths (Kuhn)."""

from collections.abc import Sequence


def largest(wishes: Sequence[Sequence[int]]) -> dict[int, int]:
    """Left index to right index; `wishes[i]` are the rights that left i may take, best first.

    No other matching has more pairs; among equals earlier wishes are preferred, not guaranteed.
    """
    taken: dict[int, int] = {}  # right to left
    for left in range(len(wishes)):
        _place(left, wishes=wishes, taken=taken, tried=set())
    return {left: right for right, left in sorted(taken.items(), key=lambda pair: pair[1])}


def _place(
    left: int, *, wishes: Sequence[Sequence[int]], taken: dict[int, int], tried: set[int]
) -> bool:
    for right in wishes[left]:
        if right in tried:
            continue
        tried.add(right)
        holder = taken.get(right)
        if holder is None or _place(holder, wishes=wishes, taken=taken, tried=tried):
            taken[right] = left
            return True
    return False
