"""Reading a parse as clauses: who stands where around a verb."""

import pytest

from regesta.read.clauses import (
    clause_of,
    complements,
    core,
    governors,
    is_passive,
    objects,
    prepositions,
    subject,
    subject_of_noun,
    with_conjuncts,
)
from regesta.read.parser import parse
from regesta.read.tree import Doc, Token

SUBJECTS = (
    ("Norway expelled a diplomat.", "expelled", "Norway"),
    ("Norway met Chile and signed an accord.", "signed", "Norway"),
    ("Norway said it was ready, adding that talks would follow.", "adding", "Norway"),
    ("The minister who signed the accord left.", "signed", "minister"),
    ("The minister wants to visit Chile.", "visit", "minister"),
    ("Norway urged Chile to sign the accord.", "sign", "Chile"),
    ("Norway was ready to sign the accord.", "sign", "Norway"),
    ("Norway's decision to expel the envoy came late.", "expel", "Norway"),
    ("Chile left after visiting Norway.", "visiting", "Chile"),
    ("Bomb the bridge!", "Bomb", None),
)
OBJECTS = (
    ("Norway expelled a diplomat.", "expelled", ("diplomat",)),
    ("The diplomat whom Norway expelled flew home.", "expelled", ("diplomat",)),
    ("The accord Norway signed was short.", "signed", ("accord",)),
    ("Norway gave Chile a ship.", "gave", ("Chile", "ship")),
    ("Norway apologised.", "apologised", ()),
)
PASSIVES = (
    ("The diplomat was expelled by Norway.", "expelled", True),
    ("The diplomat expelled by Norway flew home.", "expelled", True),
    ("The diplomat was expelled and jailed by Norway.", "jailed", True),
    ("Norway has expelled the diplomat.", "expelled", False),
    ("Norway expelled the diplomat.", "expelled", False),
)
JOINED = "Norway, Chile and Peru signed the accord with Fiji and Samoa in Suva."
NESTED = "Norway said that Chile had attacked a ship which Peru sold."


@pytest.fixture(scope="module")
def parsed() -> dict[str, Doc]:
    """All sentences of this file, parsed in one batch."""
    texts = [row[0] for rows in (SUBJECTS, OBJECTS, PASSIVES) for row in rows]
    texts.extend((JOINED, NESTED, "Norway's plan failed.", "The new Chilean army chief left."))
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, parse(unique), strict=True))


def _word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_subject(parsed: dict[str, Doc], text: str, verb: str, expected: str | None) -> None:
    found = subject(_word(parsed[text], verb))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(("text", "verb", "expected"), OBJECTS)
def test_objects(parsed: dict[str, Doc], text: str, verb: str, expected: tuple[str, ...]) -> None:
    assert tuple(t.text for t in objects(_word(parsed[text], verb))) == expected


@pytest.mark.parametrize(("text", "verb", "expected"), PASSIVES)
def test_passive(parsed: dict[str, Doc], text: str, verb: str, expected: bool) -> None:
    assert is_passive(_word(parsed[text], verb)) is expected


def test_joined_nominals_are_given_in_order(parsed: dict[str, Doc]) -> None:
    doc = parsed[JOINED]
    assert [t.text for t in with_conjuncts(_word(doc, "Norway"))] == ["Norway", "Chile", "Peru"]


def test_a_preposition_gives_all_that_it_governs(parsed: dict[str, Doc]) -> None:
    doc = parsed[JOINED]
    found = [
        t.text
        for head in (_word(doc, "signed"), _word(doc, "accord"))
        for preposition in prepositions(head, "with")
        for t in complements(preposition)
    ]
    assert found == ["Fiji", "Samoa"]


def test_a_preposition_of_another_name_is_not_given(parsed: dict[str, Doc]) -> None:
    assert list(prepositions(_word(parsed[JOINED], "signed"), "against")) == []


def test_governors_end_at_the_root(parsed: dict[str, Doc]) -> None:
    chain = [t.text for t in governors(_word(parsed[NESTED], "sold"))]
    assert chain == ["ship", "attacked", "said"]


def test_a_word_belongs_to_the_nearest_clause(parsed: dict[str, Doc]) -> None:
    doc = parsed[NESTED]
    assert clause_of(_word(doc, "Peru")).text == "sold"
    assert clause_of(_word(doc, "ship")).text == "attacked"
    assert clause_of(_word(doc, "Norway")).text == "said"


def test_a_noun_is_owned_by_its_possessor(parsed: dict[str, Doc]) -> None:
    owner = subject_of_noun(_word(parsed["Norway's plan failed."], "plan"))
    assert owner is not None
    assert owner.text == "Norway"


def test_core_leaves_out_what_follows_the_head(parsed: dict[str, Doc]) -> None:
    doc = parsed["The new Chilean army chief left."]
    assert [t.text for t in core(_word(doc, "chief"))] == [
        "The", "new", "Chilean", "army", "chief",
    ]  # fmt: skip
    assert "which" not in [t.text for t in core(_word(parsed[NESTED], "ship"))]
