"""What an event claims stands in the words it cites; held over every golden text."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.read.events.telling import cases, read_text

from regesta.model import Event, Reading, Span


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    """Every text of the golden files, read."""
    files = ("events.md", "people.md", "quotes.md")
    return tuple(read_text(c.text, published=c.published) for f in files for c in cases(f))


def _spans(event: Event) -> Iterator[Span]:
    yield event.deed
    yield from event.evidence
    yield from (p.span for p in (*event.actors, *event.recipients, *event.said_by))
    yield from (q.span for q in event.quantities)
    if event.where is not None:
        yield event.where.span
    if event.when is not None and event.when.span is not None:
        yield event.when.span


def test_every_place_lies_in_the_text_and_holds_words(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        for event in reading.events:
            for span in _spans(event):
                assert 0 <= span.start < span.end <= len(reading.text)
                assert span.words(reading.text).strip()


def test_parties_are_called_what_their_words_say(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        for event in reading.events:
            for party in (*event.actors, *event.recipients, *event.said_by):
                assert party.text == party.span.words(reading.text).replace("\n", " ")


def test_the_deed_stands_in_its_evidence(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        for event in reading.events:
            assert any(sentence.covers(event.deed) for sentence in event.evidence)


def test_nobody_does_a_deed_to_itself(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        for event in reading.events:
            sides = [{p.country for p in s if p.country} for s in (event.actors, event.recipients)]
            assert not sides[0] & sides[1]


def test_every_event_and_quote_has_its_own_id(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        ids = [e.id for e in reading.events]
        assert len(set(ids)) == len(ids)
        ids = [q.id for q in reading.quotes]
        assert len(set(ids)) == len(ids)


def test_quotes_do_not_overlap(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        spans = [q.span for q in reading.quotes]
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_what_is_read_does_not_depend_on_earlier_readings() -> None:
    for case in cases("events.md")[:20]:
        once, again = (read_text(case.text, published=case.published) for _ in range(2))
        assert once == again


@pytest.mark.parametrize(
    "text",
    ["", " ", '"', "...", "\n\n", "Iran, " * 400, "(" * 99 + "Iran" + ")" * 99, "“Iran said " * 99],
    ids=["empty", "space", "mark", "stops", "breaks", "names", "brackets", "open-marks"],
)
def test_odd_texts_are_read_and_tell_nothing(text: str) -> None:
    assert read_text(text, published="2025-06-26").events == ()
