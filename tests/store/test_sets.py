"""Sets of happenings: packed and unpacked they are the same, and counting agrees with counting."""

from hypothesis import given
from hypothesis import strategies as st

from regesta.store.query.sets import (
    Counter,
    bits_of,
    newest,
    pack_numbers,
    unpack_bits,
)

NUMBERS = st.sets(st.integers(min_value=1, max_value=700))


@given(NUMBERS)
def test_what_is_packed_comes_back(numbers):
    ordered = sorted(numbers)
    packed = pack_numbers(ordered)
    assert len(packed) <= 1 + 16 * len(ordered)
    assert unpack_bits(packed) == bits_of(ordered)


@given(NUMBERS, NUMBERS)
def test_counting_agrees_with_python(left, right):
    packed = pack_numbers(sorted(right))
    counter = Counter(bits_of(left), top=700)
    assert counter.count(packed) == len(left & right)


@given(NUMBERS, st.integers(0, 50), st.integers(0, 50))
def test_the_newest_are_the_highest(numbers, limit, offset):
    ordered = sorted(numbers, reverse=True)
    assert newest(bits_of(numbers), limit=limit, offset=offset) == ordered[offset:][:limit]


def test_a_counter_knows_when_it_counts_all():
    assert Counter(bits_of([1, 2, 3]), top=3).counts_all
    assert not Counter(bits_of([1, 3]), top=3).counts_all
    assert Counter(0, top=0).counts_all
