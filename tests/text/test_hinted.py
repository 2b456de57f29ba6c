"""Patterns behind a quick look find what they would find alone."""

import re

import pytest

from regesta.read.dates import RULES, find_dates
from regesta.read.events.gate import signs
from regesta.read.sentences import is_tokenised
from regesta.text import Hinted, hinted


def test_a_match_is_the_patterns_own() -> None:
    two = hinted(r"\b(?:boats?|ferries)\b", "boat", "ferr")
    text = "Two FERRIES and a boat lay in the harbour."
    found = two.search(text)
    assert found is not None
    assert found.group() == "FERRIES"
    later = two.search(text, 12)
    assert later is not None
    assert later.group() == "boat"
    assert two.search(text, 12, 18) is None
    assert two.search("The harbour lay empty.") is None


def test_hints_alone_are_no_match() -> None:
    assert hinted(r"\bboats?\b", "boat").search("The boathouse burned.") is None


@pytest.mark.parametrize(
    "words",
    [
        "this spring", "last weekend", "over the past week", "this month", "next year", "yesterday",
        "tomorrow", "last night", "this morning", "Tuesday", "three days ago", "hace 3 dias",
        "on Christmas Eve", "on May 4", "in 2014", "3 дня назад",
    ],
)  # fmt: skip
def test_every_date_rule_that_can_match_is_tried(words: str) -> None:
    """What a rule reads, it reads behind its needs too."""
    text = f"The envoys of both towns met in the old hall {words} and signed the lease."
    for rule in RULES:
        needed = rule.needs is None or rule.needs.search(text) is not None
        assert needed or rule.pattern.search(text) is None, rule.name
    assert find_dates(text, page="p", start=0, end=len(text), anchor="2020-05-12")


@pytest.mark.parametrize("who", ["The rebels", "Two gunmen", "The militia", "The North"])
def test_sides_that_one_name_hides_are_seen(who: str) -> None:
    assert signs(f"{who} of Norway burned the bridge.", hits=(), people=()).split


def test_words_set_apart_by_a_dump_are_seen() -> None:
    assert is_tokenised("They did n't come.")
    assert is_tokenised("They did n’t come.")
    assert is_tokenised("The state - run mill closed.")
    assert not is_tokenised("They didn't come to the state-run mill.")


def test_two_patterns_alike_are_two() -> None:
    one, other = Hinted(re.compile("a"), ("a",)), Hinted(re.compile("a"), ("a",))
    assert one != other
