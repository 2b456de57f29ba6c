"""The two countries are not their leaders, though the leaders were named before."""

from tests.read.events.telling import read_text


def test_the_two_countries_are_no_persons():
    read = read_text(
        "Kenyan President Joseph Otieno met Norwegian Prime Minister Eva Holm in Oslo. "
        "The two countries agreed to build a harbour.",
        published="2026-03-10",
    )
    [agreed] = [event for event in read.events if event.type == "AGREE"]
    assert {party.country for party in agreed.actors} == {"KEN", "NOR"}
    assert [party.person for party in agreed.actors] == [None, None]
    [met] = [event for event in read.events if event.type == "CONSULT"]
    assert {party.person for party in met.actors} == {"Joseph Otieno", "Eva Holm"}
