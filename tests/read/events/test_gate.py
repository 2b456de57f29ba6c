"""Which sentences are worth parsing."""

import pytest

from regesta.knowledge import names
from regesta.knowledge.frames import frames
from regesta.read.actors.discourse import REACH
from regesta.read.events.conditions import sets_met, ways, ways_in
from regesta.read.events.gate import Signs, people_named, signs, worth_parsing
from regesta.read.events.nominal import VERBS


def _signs(text: str, *, people: tuple[str | None, ...] = ()) -> Signs:
    return signs(text, hits=names().find(text), people=people)


@pytest.mark.parametrize(
    "text",
    [
        "Norway expelled two diplomats.",
        "Oslo hit back at Stockholm with tariffs.",
        "He met the envoy on Monday.",
        "The minister signed their treaty.",
        "The two sides exchanged fire.",
        "NATO held an exercise.",
        "Hamas freed four hostages, the army said.",
        "Norway said it would pay Sweden back in kind and strike first.",
    ],
)
def test_sides_and_the_words_of_a_frame_pass(text: str) -> None:
    assert _signs(text).may_tell


@pytest.mark.parametrize(
    "text",
    [
        "The weather was mild all week.",
        "Norway lies beside Sweden.",
        "Bakers signed a card for their guild.",
        "Tickets sold out in minutes.",
    ],
)
def test_no_side_or_no_whole_frame_is_left_out(text: str) -> None:
    assert not _signs(text).may_tell


def test_a_known_person_is_a_side() -> None:
    text = "Haugland signed the treaty with Sweden."
    assert _signs(text).named == {"SWE"}
    assert _signs(text, people=("NOR",)).named == {"NOR", "SWE"}
    assert _signs(text, people=(None,)).may_tell


@pytest.mark.parametrize(
    "verb",
    ["met", "withdrew from", "struck", "expelled", "flew to", "threatens", "urging", "sanctioned"],
)
def test_predicates_are_known_in_every_form(verb: str) -> None:
    assert _signs(f"Norway, a minister said, {verb} Chile.").strong


def test_every_frame_has_a_way_to_pass() -> None:
    assert {lemma for _, lemma in frames().rows} | VERBS.keys() == ways().keys()
    for lemma, known in ways().items():
        for way in known:
            words = [lemma, *(min(one_of) for one_of in way.words)]
            found = ways_in(words, met=sets_met(words))
            assert any(one.covers(way) for one in found), (lemma, way)


def test_an_article_that_hardly_names_two_states_is_read_only_where_it_does() -> None:
    strong, weak = _signs("Norway expelled Sweden's envoy."), _signs("He rejected their demand.")
    nothing = _signs("The weather was mild.")
    assert worth_parsing([strong, weak, nothing]) == (True, True, False)
    assert worth_parsing([strong, weak, *[nothing] * 20]) == (True, *[False] * 21)
    assert worth_parsing([weak, *[nothing] * 19]) == (False,) * 20


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Norway accused Sweden of theft.", True),
        ("Norway test-fired a missile.", True),
        ("Norway welcomed the truce.", False),
        ("It test-fired a missile.", False),
        ("The two sides exchanged fire.", False),
    ],
)
def test_an_article_that_seldom_names_two_states_takes_one_where_one_is_enough(
    text: str, worth: bool
) -> None:
    strong, nothing = _signs("Norway expelled Sweden's envoy."), _signs("The weather was mild.")
    assert worth_parsing([strong, strong, _signs(text), *[nothing] * 17])[2] is worth
    assert worth_parsing([*[strong] * 4, _signs(text), *[nothing] * 15])[4]


@pytest.mark.parametrize(
    ("before", "text", "worth"),
    [
        ("Norway met Chile.", "He met their envoy.", True),
        ("Norway is cold.", "He met their envoy.", False),
        ("Norway is cold.", "It test-fired a missile.", True),
        ("The weather was mild.", "It test-fired a missile.", False),
        ("The weather was mild.", "Haugland rejected the demand.", False),
        ("The weather was mild.", "The envoy of Norway rejected what Haugland demanded.", True),
        ("Norway is cold.", "The rebels captured the town.", True),
        ("The weather was mild.", "NATO ministers met in the evening.", True),
        ("Korea is cold.", "The North rejected the demand.", True),
    ],
)
def test_what_points_needs_sides_named_before(before: str, text: str, worth: bool) -> None:
    assert worth_parsing([_signs(before), _signs(text)])[1] is worth


def test_sides_named_long_before_are_not_pointed_to() -> None:
    met, pointing = _signs("Norway met Chile."), _signs("He met their envoy.")
    nothing = [_signs("The weather was mild.")] * REACH
    assert worth_parsing([met, *nothing[1:], pointing])[-1]
    assert not worth_parsing([met, *nothing, pointing])[-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lavrov spoke on Monday.", {"Lavrov"}),
        ("The lavrov of the story is a fish.", set()),
        ("Haugland spoke on Monday.", {"Haugland"}),
        ("Nobody spoke on Monday.", set()),
    ],
)
def test_surnames_of_the_page_and_of_the_seed_list(text: str, found: set[str]) -> None:
    assert people_named(text, known=frozenset({"Haugland"})) == found
