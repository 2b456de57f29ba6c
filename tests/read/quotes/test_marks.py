"""Quotation marks: where direct speech begins and ends."""

import pytest

from regesta.read.quotes.marks import MAX_LENGTH, quoted


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text, start=0, end=len(text))]


@pytest.mark.parametrize(
    "text",
    [
        'She said: "We go at dawn."',
        "She said: “We go at dawn.”",
        "She said: „We go at dawn.“",
        "She said: «We go at dawn.»",
        "She said: 'We go at dawn.'",
        "She said: ‘We go at dawn.’",
    ],
)
def test_every_kind_of_mark(text: str) -> None:
    assert _words(text) == ["We go at dawn."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No marks at all stand here.",
        'A "red line" was crossed.',
        "The ministers' talks and the miners' strike went on.",
        "It isn't, wasn't and won't be so.",
        "In the '60s and the '70s it rained.",
        '"This one is never closed',
        '" "',
    ],
)
def test_what_is_no_speech(text: str) -> None:
    assert _words(text) == []


def test_three_words_are_speech_and_two_are_not() -> None:
    assert _words('"We will go" and "we go"') == ["We will go"]


def test_an_apostrophe_inside_single_marks_closes_nothing() -> None:
    assert _words("He said: 'We can't go to Oslo's port.'") == ["We can't go to Oslo's port."]


def test_marks_inside_marks_are_part_of_the_speech() -> None:
    assert _words("“He said ‘we go at once’ and left,” she said.") == [
        "He said ‘we go at once’ and left,"
    ]


def test_a_mark_never_closed_does_not_reach_into_the_next_paragraph() -> None:
    text = '"We go at dawn and the rest\n\nThe minister said "we stay at home" again.'
    assert _words(text) == ["we stay at home"]


def test_only_the_asked_part_is_searched() -> None:
    text = '"We go at dawn." "They go at noon."'
    at = text.index('"They')
    assert [text[s:e] for s, e in quoted(text, start=at, end=len(text))] == ["They go at noon."]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "x" * 50 + ' "We go at dawn."'
    assert list(quoted(text, start=40, end=len(text))) == [(52, 66)]


def test_speech_longer_than_any_quotation_is_a_mark_never_closed() -> None:
    assert _words('"' + "word " * MAX_LENGTH + 'end"') == []
