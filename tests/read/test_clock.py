"""Texts that are a day ahead of their page's date, and those that are not."""

import pytest

from regesta.model import Given, Page
from regesta.read import read_page

REST = (
    "Fishing crews in the north of Japan were told to stay below deck, and trains stood still for "
    "an hour. The navy of Japan said that it had found no wreckage at sea."
)


def days(text: str) -> tuple[list[str | None], list[str]]:
    page = Page(
        name="page.txt",
        body=f"Test over the sea\n\n{text} {REST}\n".encode(),
        media_type="text/plain",
        given=Given(published="2017-08-28"),
    )
    reading = read_page(page, made_by="test")
    told = [e.when.value if e.when else None for e in reading.events if e.type == "MOBILIZE"]
    return told, [t.code for t in reading.troubles if t.code == "a-day-ahead"]


def test_a_day_named_twice_in_the_east_is_the_day_after_the_pages():
    told, troubles = days(
        "North Korea fired a missile over Japan early on Tuesday. Tokyo called the launch on "
        "Tuesday a grave threat."
    )
    assert told[:1] == ["2017-08-29"]
    assert troubles == ["a-day-ahead"]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile over Japan last Tuesday. Tokyo called the launch on Tuesday a "
        "grave threat.",
        "North Korea fired a missile over Japan on Tuesday. Tokyo called the launch a threat.",
        "Peru fired a missile off Chile on Tuesday. Chile called the launch on Tuesday a threat.",
        "North Korea will fire a missile over Japan on Tuesday. Tokyo called the launch on Tuesday "
        "a grave threat.",
    ],
    ids=["last-week", "named-once", "in-the-west", "ahead"],
)
def test_the_same_day_of_last_week_or_one_to_come_moves_no_clock(text):
    assert days(text)[1] == []
