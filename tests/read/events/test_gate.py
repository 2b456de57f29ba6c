"""Which sentences are worth parsing."""

import pytest

from regesta.knowledge import names
from regesta.read.events.gate import can_hold_event, names_person


def _passes(text: str, *, person_named: bool = False) -> bool:
    return can_hold_event(text, hits=names().find(text), person_named=person_named)


@pytest.mark.parametrize(
    "text",
    [
        "Norway expelled two diplomats.",
        "Oslo hit back with tariffs.",
        "He met the envoy on Monday.",
        "The minister signed the treaty.",
        "The two sides exchanged fire.",
        "NATO held an exercise.",
        "Hamas freed four hostages.",
    ],
)
def test_a_party_and_a_predicate_pass(text: str) -> None:
    assert _passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was mild all week.",
        "Norway lies beside Sweden.",
        "Bakers signed a card for their guild.",
        "Tickets sold out in minutes.",
    ],
)
def test_no_party_or_no_predicate_is_left_out(text: str) -> None:
    assert not _passes(text)


def test_a_known_person_is_a_party() -> None:
    text = "Haugland signed the treaty."
    assert not _passes(text)
    assert _passes(text, person_named=True)


@pytest.mark.parametrize(
    "verb",
    ["met", "withdrew from", "struck", "expelled", "flew to", "threatens", "urging", "sanctioned"],
)
def test_predicates_are_known_in_every_form(verb: str) -> None:
    assert _passes(f"Norway, a minister said, {verb} Chile.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Lavrov spoke on Monday.", True),
        ("The lavrov of the story is a fish.", False),
        ("Nobody spoke on Monday.", False),
    ],
)
def test_names_of_the_seed_list(text: str, named: bool) -> None:
    assert names_person(text) is named
