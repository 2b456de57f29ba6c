"""What is packed comes back; dates sort by time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import Basis, When
from regesta.store import RegisterError
from regesta.store.pack import pack_bytes, pack_reading, time_order, unpack_bytes, unpack_reading


def when(value):
    return When(value=value, basis=Basis.PAGE, rule="test.date")


@given(raw=st.binary())
def test_bytes_come_back(raw):
    assert unpack_bytes(pack_bytes(raw)) == raw


def test_a_reading_comes_back_with_its_text(pairs):
    for _, reading in pairs:
        assert unpack_reading(pack_reading(reading), text=reading.text) == reading


def test_broken_bytes_are_said_to_be_so():
    with pytest.raises(RegisterError, match="damaged"):
        unpack_bytes(b"no")
    with pytest.raises(RegisterError, match="damaged"):
        unpack_reading(pack_bytes(b"{}"), text="")


@pytest.mark.parametrize(
    ("value", "order"),
    [
        ("2031", "2031"),
        ("2031-05-06", "2031-05-06"),
        ("2031-05-06T01:30+09:00", "2031-05-05T16:30:00"),
        ("2031-05-06T01:30Z", "2031-05-06T01:30:00"),
        ("2031-05-06T01:30", "2031-05-06T01:30:00"),
        ("0001-01-01T00:00+09:00", "0001-01-01T00:00+09:00"),
        ("2031-13-99T01:30", "2031-13-99T01:30"),
    ],
)
def test_clock_times_sort_in_utc(value, order):
    assert time_order(when(value)) == order


def test_no_date_has_no_order():
    assert time_order(None) is None
