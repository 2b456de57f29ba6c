"""The matching is the largest there is, held against trying everything."""

from itertools import combinations, permutations

from evaluate.matching import largest
from hypothesis import given
from hypothesis import strategies as st

WISHES = st.lists(st.lists(st.integers(0, 4), unique=True), max_size=5)


def by_trying(wishes):
    for size in range(len(wishes), 0, -1):
        for lefts in combinations(range(len(wishes)), size):
            for rights in permutations(range(5), size):
                if all(b in wishes[a] for a, b in zip(lefts, rights, strict=True)):
                    return size
    return 0


@given(WISHES)
def test_no_other_matching_is_larger(wishes):
    found = largest(wishes)
    assert len(found) == by_trying(wishes)
    assert len(set(found.values())) == len(found)
    assert all(right in wishes[left] for left, right in found.items())


def test_taking_the_best_first_would_lose_a_pair():
    assert largest([[0, 1], [0]]) == {0: 1, 1: 0}
