"""The joins over columns, held against plain loops that say the same."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.link import candidates as joined
from regesta.link.groups import average_link, components, linked_groups
from regesta.link.weights import cosines, weigh

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 1).map(lambda score: round(score, 3)),
    max_size=40,
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from("abcdefghijklmnop"), st.integers(1, 5), max_size=9),
    min_size=1,
    max_size=14,
)
DAYS = st.lists(st.one_of(st.none(), st.integers(730_000, 730_090)), min_size=14, max_size=14)


@given(PAIRS, st.floats(0.05, 0.9))
def test_groups_by_parts_are_the_groups_of_all(scores, threshold):
    pairs = list(scores.items())
    left = np.array([i for (i, _), _ in pairs], dtype=np.int64)
    right = np.array([j for (_, j), _ in pairs], dtype=np.int64)
    values = np.array([score for _, score in pairs], dtype=np.float64)
    expected = average_link(12, scores, threshold=threshold)
    assert linked_groups(12, left, right, values, threshold=threshold) == expected


def test_components_are_named_by_their_smallest():
    assert components(6, [(4, 5), (1, 4), (0, 2)]) == [0, 1, 0, 3, 1, 1]


@settings(deadline=None)
@given(ROWS)
def test_rows_have_length_one_and_cosines_are_products(rows):
    weighed = weigh(((list(row), list(row.values())) for row in rows), days=[None] * len(rows))
    vectors = [dict(weighed.row(number)) for number in range(len(rows))]
    for vector in vectors:
        assert not vector or abs(sum(w * w for w in vector.values()) - 1) < 1e-9
    others = np.arange(len(rows))
    blank = np.zeros(len(weighed.names))
    for number, vector in enumerate(vectors):
        found = cosines(weighed, number=number, others=others, scratch=blank)
        expected = [sum(w * o.get(word, 0.0) for word, w in vector.items()) for o in vectors]
        assert np.allclose(found, expected)
        assert not blank.any()


def test_words_of_every_day_weigh_less_than_those_of_one():
    rows = [{"saga": 1, "happening": 1, f"own{day}": 1} for day in (1, 1, 2, 3)]
    del rows[2]["happening"], rows[3]["happening"]
    rows += [{"happening": 1, f"own{number}": 1} for number in (4, 5)]
    days = [730_000, 730_001, 730_010, 730_020, 730_000, 730_001]
    weighed = weigh(((list(row), list(row.values())) for row in rows), days=days)
    first = dict(weighed.row(0))
    assert first["saga"] < first["happening"]
    undated = weigh(((list(row), list(row.values())) for row in rows), days=[None] * 6)
    first = dict(undated.row(0))
    assert first["saga"] == first["happening"]


@settings(max_examples=80, deadline=None)
@given(ROWS, DAYS, st.integers(1, 6), st.integers(1, 4))
def test_candidates_are_those_of_a_plain_join(rows, days, rare, following):
    days = sorted(days[: len(rows)], key=lambda day: (day is None, day or 0))
    weighed = weigh(((list(row), list(row.values())) for row in rows), days=days)
    before = joined.RARE_CARRIERS, joined.NEXT_CARRIERS, joined.BLOCK_PAIRS
    joined.RARE_CARRIERS, joined.NEXT_CARRIERS, joined.BLOCK_PAIRS = rare, following, 7
    try:
        found = {
            (i, j) for i, others in joined.candidates(weighed, days=days) for j in others.tolist()
        }
        assert found == plain_join(weighed, days=days)
    finally:
        joined.RARE_CARRIERS, joined.NEXT_CARRIERS, joined.BLOCK_PAIRS = before


def plain_join(weighed, *, days):
    carriers: dict[str, list[int]] = {}
    vectors = [dict(weighed.row(number)) for number in range(len(days))]
    for number, vector in enumerate(vectors):
        for word, weight in vector.items():
            if weight >= joined.LEAST_WEIGHT:
                carriers.setdefault(word, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    likeness: Counter[tuple[int, int]] = Counter()
    for word, numbers in carriers.items():
        for i, j in reached(numbers, days=days):
            shared[i, j] += 1
            likeness[i, j] += vectors[i][word] * vectors[j][word]
    return {
        pair
        for pair, count in shared.items()
        if count >= joined.SHARED_KEYS and likeness[pair] >= joined.LEAST_LIKE
    }


def reached(numbers, *, days):
    common = len(numbers) > joined.RARE_CARRIERS
    for place, i in enumerate(numbers):
        following = numbers[place + 1 :]
        for j in following[: joined.NEXT_CARRIERS] if common else following:
            dated = None not in (days[i], days[j])
            if common and dated and days[j] - days[i] > joined.WINDOW_DAYS:
                break
            yield i, j
