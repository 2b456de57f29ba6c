"""Words find articles; no input is an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.store.search import count, search


def test_hits_are_newest_first_with_marked_words(full):
    hits = search(full, "syldavia", limit=10)
    assert [hit.name for hit in hits] == ["two.txt", "one.txt"]
    assert hits[0].publisher == "Daily Syldavian"
    assert hits[0].published == "2031-05-07T09:30+02:00"
    assert ("Syldavia", True) in hits[0].snippet
    assert "".join(text for text, _ in hits[0].snippet).startswith("President Ana Sol")
    assert [hit.name for hit in search(full, "syldavia", limit=1, offset=1)] == ["one.txt"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Syldavia", 2),
        ("cafe TEA", 2),
        ('"peace and tea"', 2),
        ('"tea and peace"', 0),
        ("ruri*", 2),
        ("ruri", 0),
        ("tea submarine", 0),
        ("AND", 2),
        ("NOT tea", 0),
        ("title:crowns", 0),
        ("daily", 1),
        ("", 0),
        ('" "', 0),
        ("***", 0),
        ('"peace and', 2),
        ("(tea", 2),
        ("tea)) OR ((", 0),
        ("\0tea\0", 2),
    ],
)
def test_what_users_type(full, words, found):
    assert count(full, words) == found
    assert len(search(full, words, limit=10)) == found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=30))
def test_no_input_is_an_error(full, words):
    assert count(full, words) == len(search(full, words, limit=100))
