"""Sums over columns, held against plain loops that say the same."""

from contextlib import closing

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.link.engine import ONE, Duck, fixed
from regesta.link.groups import average_link, linked_groups
from regesta.link.weights import Rows, cosines, weigh

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 1).map(fixed),
    max_size=40,
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from("abcdefghijklmnop"), st.integers(1, 5), max_size=9),
    min_size=1,
    max_size=14,
)


def weighed(rows: list[dict[str, int]], *, days: list[int | None]) -> Rows:
    with closing(Duck()) as engine:
        return weigh(engine, ((list(row), list(row.values())) for row in rows), days=days)


@settings(max_examples=25)
@given(PAIRS, st.floats(0.05, 0.9))
def test_groups_by_parts_are_the_groups_of_all(scores, threshold):
    rows = np.array([(*pair, score) for pair, score in scores.items()], np.int64).reshape(-1, 3)
    pairs = dict(zip(("left", "right", "score"), rows.T.copy(), strict=True))
    with closing(Duck()) as engine:
        found = linked_groups(engine, 12, pairs, threshold=threshold)
    assert found == average_link(12, scores, threshold=threshold)


@settings(max_examples=25)
@given(ROWS)
def test_rows_have_length_one_and_cosines_are_products(rows):
    found = weighed(rows, days=[None] * len(rows))
    vectors = [dict(found.row(number)) for number in range(len(rows))]
    for vector in vectors:
        assert not vector or abs(sum(w * w for w in vector.values()) - ONE * ONE) < 99 * ONE
    pairs = [(i, j) for i in range(len(rows)) for j in range(len(rows))]
    left, right = np.array(pairs, dtype=np.int64).T
    products = [
        sum(weight * vectors[j].get(word, 0) for word, weight in vectors[i].items())
        for i, j in pairs
    ]
    found_products = cosines(found, left=left, right=right)
    assert np.allclose(found_products, [p / (ONE * ONE) for p in products], rtol=1e-14, atol=0)


def test_words_of_every_day_weigh_less_than_those_of_one():
    rows = [{"saga": 1, "happening": 1, f"own{day}": 1} for day in (1, 1, 2, 3)]
    del rows[2]["happening"], rows[3]["happening"]
    rows += [{"happening": 1, f"own{number}": 1} for number in (4, 5)]
    days = [730_000, 730_001, 730_010, 730_020, 730_000, 730_001]
    first = dict(weighed(rows, days=days).row(0))
    assert first["saga"] < first["happening"]
    first = dict(weighed(rows, days=[None] * 6).row(0))
    assert first["saga"] == first["happening"]
