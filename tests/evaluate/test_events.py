"""Section 5 of the codebook, rule by rule."""

import pytest
from evaluate.deeds import Deed, from_row
from evaluate.events import LEVELS, agrees, match, report
from evaluate.gold import GoldArticle
from evaluate.reading import Pair

STRICT, QUAD, ANY = (same for _, same in LEVELS)


def deed(type="ACCUSE", actors="A", recipients="B", evidence=((0, 100),), **slots) -> Deed:
    """A deed with one country a letter; "?" is a party whose country nobody knows."""
    values = {"modality": "actual", "background": False, "when": None, "where": None}
    values |= {"said_by": frozenset(), "parties": ""} | slots
    sides = [frozenset("" if c == "?" else c for c in side) for side in (actors, recipients)]
    return Deed(type=type, actors=sides[0], recipients=sides[1], evidence=evidence, **values)


def pair(gold, found) -> Pair:
    article = GoldArticle(key="p", deeds=tuple(gold), quotes=())
    return Pair(page="p", text="", gold=article, deeds=tuple(found))


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (deed(), deed(), True),
        (deed(), deed(actors="AC"), True),
        (deed(), deed(actors="C"), False),
        (deed(), deed(recipients=""), True),
        (deed(recipients=""), deed(recipients="C"), True),
        (deed(), deed(recipients="C"), False),
        (deed(), deed(actors="B", recipients="A"), False),
        (deed(actors=""), deed(actors="A"), False),
        (deed(actors="?"), deed(actors="?"), True),
        (deed(actors="?"), deed(actors="A"), False),
        (deed("CONSULT"), deed("CONSULT", actors="B", recipients="A"), True),
        (deed("CONSULT"), deed("CONSULT", actors="AB", recipients=""), True),
        (deed("CONSULT", "AB", "C"), deed("CONSULT", "A", "B"), True),
        (deed("CONSULT"), deed("CONSULT", "A", "C"), False),
        (deed("CONSULT"), deed("CONSULT", "C", "A"), False),
        (deed(), deed(evidence=((10, 95),)), True),
        (deed(), deed(evidence=((90, 190),)), False),
        (deed(), deed(evidence=((200, 300), (0, 90))), True),
        (deed(), deed(evidence=()), False),
    ],
)
def test_what_agrees(gold, found, right):
    assert agrees(gold, found) is right


def test_each_gold_event_matches_once():
    laid = pair([deed()], [deed(), deed()])
    result = report([laid])
    assert (result.levels["strict"].right, result.levels["strict"].found) == (1, 2)
    assert result.levels["strict"].precision == 0.5


def test_a_wrong_type_of_the_same_quad_counts_only_loosely():
    laid = pair([deed("ACCUSE")], [deed("REJECT")])
    assert match(laid, same=STRICT) == {}
    assert match(laid, same=QUAD) == match(laid, same=ANY) == {0: 0}
    assert report([laid]).confusion == {("ACCUSE", "REJECT"): 1}


def test_slots_are_judged_on_matches_only():
    gold = [deed(when="2025-08-20", said_by=frozenset({"R"})), deed("AID", "C", "D")]
    found = [deed(when="2025-08", said_by=frozenset({"R", ""}))]
    result = report([pair(gold, found)])
    assert result.slots["when"].right == 0
    assert result.slots["said by"].right == result.slots["where"].right == 1
    assert result.slots["when"].wanted == 1


def test_rows_of_gold_and_of_an_export_read_alike():
    row = {
        "type": "AID",
        "modality": "actual",
        "background": False,
        "actors": [{"text": "Ruritania", "country": "RUR"}, {"text": "rebels", "country": ""}],
        "recipients": [],
        "when": "2031-05-06",
        "where": None,
        "said_by": [],
        "evidence": [{"start": 3, "end": 9}],
    }
    exported = row | {"when": {"value": "2031-05-06T10:00Z"}, "where": {"country": None}}
    exported["actors"] = [
        {"text": "Ruritania", "country": "RUR"},
        {"text": "rebels", "country": None},
    ]
    assert from_row(row) == from_row(exported)


def test_nothing_found_is_no_error():
    result = report([pair([deed()], [])])
    assert result.levels["strict"].f1 == result.levels["strict"].precision == 0.0
