"""Date phrases: golden cases, single phrases, and what must never be made up."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import Basis
from regesta.read.dates import ahead, find_dates, resolve
from regesta.read.dates.timeline import time_line

CASES = re.findall(
    r"## (\S+)\n```text\nanchor: (\S+)\n(.*?)\n```\n```dates\n(.*?)\n```",
    (Path(__file__).parents[2] / "cases" / "dates.md").read_text(encoding="utf-8"),
    re.DOTALL,
)
BASE = "2024-05-09T12:00:00Z"  # a Thursday


@pytest.mark.parametrize(
    ("anchor", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_golden_case(anchor: str, text: str, expected: str) -> None:
    found = find_dates(
        text, page="p", start=0, end=len(text), anchor=None if anchor == "none" else anchor
    )
    lines = [f"{when.span.words(text)} | {when.value} | {when.rule}" for when in found if when.span]
    assert "\n".join(lines) == expected.replace("(none)", "")


def test_every_heading_of_the_file_is_a_case() -> None:
    text = (Path(__file__).parents[2] / "cases" / "dates.md").read_text(encoding="utf-8")
    assert len(CASES) == text.count("\n## ")


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("7 hours ago", "2024-05-09T05:00Z"),
        ("an hour ago", "2024-05-09T11:00Z"),
        ("time45 minutes ago", "2024-05-09T11:15Z"),
        ("Evening Post3 hours ago", "2024-05-09T09:00Z"),
        ("Evening Postan hour ago", "2024-05-09T11:00Z"),
        ("5h", "2024-05-09T07:00Z"),
        ("3d ago", "2024-05-06"),
        ("2 weeks ago", "2024-04-25"),
        ("just now", "2024-05-09T12:00Z"),
        ("Published: May 6, 2024 07:30 pm IST", "2024-05-06T19:30+05:30"),
        ("3 Mar 2024 14:05 BST", "2024-03-03T14:05+01:00"),
        ("Mon, 4 Mar 2024 10:00:00 GMT", "2024-03-04T10:00Z"),
        ("January 5, 2024 at 9 a.m. ET", "2024-01-05T09:00-05:00"),
        ("July 5, 2024 at 9 a.m. ET", "2024-07-05T09:00-04:00"),
        ("2 June 2023 18:00 CST", "2023-06-02T18:00"),
        ("2024-05-04 May 4, 2024 2:15 PM", "2024-05-04T14:15"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("31.12.2023 18:45 Uhr", "2023-12-31T18:45"),
        ("7 февраля 2024, 13:05", "2024-02-07T13:05"),
        ("hace 2 horas", "2024-05-09T10:00Z"),
        ("vor 3 Stunden", "2024-05-09T09:00Z"),
        ("il y a 5 minutes", "2024-05-09T11:55Z"),
        ("2024年2月7日 8時05分", "2024-02-07T08:05"),
        ("lundi 6 mai 2024", "2024-05-06"),
    ],
)
def test_phrase(phrase: str, value: str) -> None:
    assert resolve(phrase, base=BASE) == value


@pytest.mark.parametrize(
    "phrase",
    [
        *("May", "March", "Sun", "second", "7 GW", "T-72", "04/05/2024", "31 February 2024"),
        *("9.99", "last week", "next week", "earlier this week", "the previous week"),
    ],
)
def test_nothing_is_made_up(phrase: str) -> None:
    assert resolve(phrase, base=BASE) is None


@pytest.mark.parametrize("phrase", ["yesterday", "on Monday", "5 hours ago", "June 3", "in July"])
def test_no_anchor_no_date(phrase: str) -> None:
    assert resolve(phrase, base=None) is None


def test_ahead_reads_the_same_words_forward() -> None:
    text = "They meet on Monday."
    (when,) = find_dates(text, page="p", start=0, end=len(text), anchor="2024-05-09")
    assert (when.value, when.basis) == ("2024-05-06", Basis.RELATIVE)
    forward = ahead(when, text=text, anchor="2024-05-09")
    assert (forward.value, forward.rule) == ("2024-05-13", "weekday.day.ahead")


def test_absolute_dates_do_not_move_ahead() -> None:
    text = "They met on 3 June 2023."
    (when,) = find_dates(text, page="p", start=0, end=len(text), anchor="2024-05-09")
    assert ahead(when, text=text, anchor="2024-05-09") == when


@pytest.mark.parametrize(
    ("line", "time", "before"),
    [
        ("6 hours ago", "6 hours ago", ""),
        ("time9 minutes ago", "9 minutes ago", ""),
        ("Coast Courier • 2 days ago", "2 days ago", "Coast Courier"),
        ("Updated: 3 May 2024, 10:30 IST", "3 May 2024, 10:30 IST", ""),
        ("By Ana Reis | 3 May 2024", "3 May 2024", "By Ana Reis"),
    ],
)
def test_time_line(line: str, time: str, before: str) -> None:
    found = time_line(line)
    assert found is not None
    assert (line[found.start : found.end], found.before) == (time, before)


@pytest.mark.parametrize("line", ["Nation Today", "Talks resume", "12 killed in port fire"])
def test_no_time_line(line: str) -> None:
    assert time_line(line) is None


@given(st.text(max_size=200), st.sampled_from([None, "2024-02-29", BASE, "2024", "nonsense"]))
def test_spans_quote_the_text_and_lie_inside(text: str, anchor: str | None) -> None:
    found = find_dates(text, page="p", start=0, end=len(text), anchor=anchor)
    places = [(when.span.start, when.span.end) for when in found if when.span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
