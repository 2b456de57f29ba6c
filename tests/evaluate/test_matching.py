"""The matching is the largest there is and the best of these, held against trying everything."""

from itertools import combinations, permutations

from evaluate.matching import largest
from hypothesis import given
from hypothesis import strategies as st

WORTHS = st.lists(st.dictionaries(st.integers(0, 4), st.integers(-3, 9)), max_size=5)


def by_trying(worths):
    """The number of pairs of the largest matching, and the most that so many are worth."""
    for size in range(len(worths), 0, -1):
        sums = [
            sum(worths[a][b] for a, b in zip(lefts, rights, strict=True))
            for lefts in combinations(range(len(worths)), size)
            for rights in permutations(range(5), size)
            if all(b in worths[a] for a, b in zip(lefts, rights, strict=True))
        ]
        if sums:
            return size, max(sums)
    return 0, 0


@given(WORTHS)
def test_no_other_matching_is_larger_and_none_as_large_is_better(worths):
    found = largest(worths)
    assert (len(found), sum(worths[a][b] for a, b in found.items())) == by_trying(worths)
    assert len(set(found.values())) == len(found)


def test_taking_the_best_first_would_lose_a_pair():
    assert largest([{0: 9, 1: 1}, {0: 5}]) == {0: 1, 1: 0}


def test_who_comes_first_does_not_take_what_suits_another_better():
    assert largest([{0: 5, 1: 4}, {0: 9, 1: 2}]) == {0: 1, 1: 0}
