"""Deeds of persons whose country the page does not say are kept apart from its events."""

import pytest
from tests.read.events.telling import read_text

ABROAD = "Turkey and Spain are on one sea."
CASES = [
    (
        "Varnas met French Foreign Minister Luc Garnier in Paris on Monday.",
        ["CONSULT Varnas None, Luc Garnier FRA > "],
    ),
    (
        "Foreign Minister Orhan Tekin accused France of piracy.",
        ["ACCUSE Orhan Tekin None > France FRA"],
    ),
    (
        "Jane Varnas is a lawyer. Mr. Varnas accused France of piracy.",
        ["ACCUSE Jane Varnas None > France FRA"],
    ),
    ("Greek Foreign Minister Jane Varnas accused France of piracy.", []),
    ("Varnas slept well.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pending(text, expected):
    read = read_text(f"{text} {ABROAD}", published="2026-03-10")
    assert [line(event) for event in read.pending] == expected
    assert len(read.events) == text.count("Greek")
    for event in read.pending:
        for party in (*event.actors, *event.recipients):
            assert party.span.words(read.text) == party.text


def line(event) -> str:
    sides = [
        ", ".join(f"{party.name} {party.country}" for party in side)
        for side in (event.actors, event.recipients)
    ]
    return f"{event.type} {sides[0]} > {sides[1]}"
