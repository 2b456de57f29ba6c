"""Damage: what is told, what is left alone, and which places no deed may be read across."""

import pytest

from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.articles.damage import damaged_joints, find_damage
from regesta.read.pagetext import page_text


def codes(text: str) -> list[str]:
    return [trouble.code for trouble in find_damage(text, page="p")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Grants will support the in 2031, the board said.", "damaged-joint"),
        ("The dam fills by autumn,\" engineer Ana Reis the second dam is ready.", None),
        ("It fills by autumn,\" Chief Engineer Ana Reis the second dam is ready.", "damaged-joint"),
        ("Tickets go on sale on August visitors pay more.", "damaged-joint"),
        ("Sales fell to 41 per Harbour Works has a loan.", "damaged-joint"),
        ("The board of President Ahmadi's the start of the drought came.", "damaged-joint"),
        ("The lock was closed.Boats waited for days.", "glued-sentences"),
        ("They waited.\"Boats are cheap,\" she said.", "glued-sentences"),
    ],
)  # fmt: skip
def test_damage_is_seen(text: str, code: str | None) -> None:
    assert codes(text) == ([code] if code else [])


@pytest.mark.parametrize(
    "text",
    [
        "That is Ahmadi's the kind of plan that fails.",
        "She read it on harbour.example.Com and left.",
        "The will of the people and the by-law were read out.",
        "Shares fell 4 per cent on March the first.",
        "The in-house lawyers and the on-site doctors left.",
        "R&D grew; AT&T did not.",
        "It ended 3.5 to 2.1 in the U.S. Senate.",
        "Café owners in São Paulo paid £5.",
    ],
)
def test_what_is_only_odd_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_joints_of_an_article_are_its_own() -> None:
    text = (
        "Board lends two cranes to the shipyard\n3 hours ago\n"
        "The harbour board will support the in 2031, and two cranes were lent to the shipyard.\n\n"
        "Growers ask for a fund\n4 hours ago\n"
        "Local growers asked for a fund because their fields stood under water.Nobody answered."
    )
    found = cut(page_text(Page(name="p", body=text.encode(), media_type="text/plain")))
    first, second = found.articles
    (joint,) = damaged_joints(first, troubles=found.troubles)
    assert joint.words(text) == "the in"
    assert damaged_joints(second, troubles=found.troubles) == ()
    assert "glued-sentences" in {trouble.code for trouble in found.troubles}
