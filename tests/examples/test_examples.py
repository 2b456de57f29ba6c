"""The example pages are whole, and their gold points at the words it claims to point at."""

import gzip
import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from regesta.model import EventType, Modality, Sector

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGES = EXAMPLES / "pages"
GOLD = EXAMPLES / "gold"
FILES = sorted(path.name for path in PAGES.iterdir())
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH = "|".join(MONTHS)
DAY = "|".join(WEEKDAYS)
# Words that move a date away from the weekday named beside it.
SHIFTS = re.compile(r"\b(after|before|later|earlier|eve|since|following)\b", re.IGNORECASE)
# What a page of the layout cannot lack.
SIGNS = {
    "aggregator dump": "Related Articles\n",
    "glued aggregator dump": "ARTICLE CONTINUES AFTER ADVERTISEMENT",
    "wire page": "\n--",
    "rewrite with source line": "\nSource: ",
    "text article": "\n",
    "HTML article": "<article>",
    "HTML article, other language": 'lang="',
    "HTML with cards": "<aside",
    "live blog": "liveBlogUpdate",
    "JSONL records": '"published"',
    "WARC archive": "WARC/1.0",
    "old-style HTML": "©",
}


def decoded(name: str) -> str:
    """The page's text: UTF-8, or windows-1252 for the pages of the old layout."""
    raw = (PAGES / name).read_bytes()
    if name.endswith(".gz"):
        raw = gzip.decompress(raw)
    encoding = "cp1252" if "oldstyle" in name else "utf-8"
    return raw.decode(encoding, errors="replace" if name.endswith(".gz") else "strict")


@cache
def records() -> dict[str, dict[str, str]]:
    lines = decoded("35-corpus.jsonl").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def text_of(key: str) -> str:
    """What the offsets of a gold entry point into: a text page, or a record's text."""
    known = records()
    return known[key]["text"] if key in known else decoded(key)


@cache
def gold_articles() -> dict[str, Any]:
    return json.loads((GOLD / "articles.json").read_text(encoding="utf-8"))


@cache
def gold_rows() -> list[dict[str, Any]]:
    lines = (GOLD / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def annotated() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Every annotated article with its page's key and text."""
    for row in gold_rows():
        text = text_of(row["page"])
        for article in row["articles"]:
            yield row["page"], article, text


def table() -> dict[str, str]:
    """File to layout, as the table of examples/README.md says."""
    rows = re.findall(
        r"^\| (\d\d-\S+) \| ([^|]+) \|",
        (EXAMPLES / "README.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    return dict(rows)


def packer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_warc", EXAMPLES / "make_warc.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_lists_exactly_the_pages_in_at_least_eight_layouts() -> None:
    assert sorted(table()) == FILES
    assert len(FILES) >= 34
    assert set(table().values()) == set(SIGNS)
    assert len(SIGNS) >= 8


@pytest.mark.parametrize("name", FILES)
def test_a_page_decodes_and_bears_the_sign_of_its_layout(name: str) -> None:
    text = decoded(name)
    assert len(text.split()) > 100
    assert SIGNS[table()[name]] in text


@pytest.mark.parametrize("name", FILES)
def test_weekdays_on_a_page_agree_with_the_calendar(name: str) -> None:
    text = decoded(name)
    spoken = [
        (day, f"{year}-{MONTHS.index(month) + 1:02}-{int(number):02}")
        for day, month, number, year in re.findall(
            rf"({DAY}),? \(?({MONTH}) (\d+), (\d{{4}})", text
        )
    ]
    spoken += [
        (day, f"{year}-{MONTHS.index(month) + 1:02}-{int(number):02}")
        for day, number, month, year in re.findall(rf"({DAY}),? (\d+) ({MONTH}) (\d{{4}})", text)
    ]
    for day, value in spoken:
        assert WEEKDAYS[date.fromisoformat(value).weekday()] == day, value


def test_the_archive_is_what_the_sources_give() -> None:
    packed = (PAGES / "36-crawl.warc.gz").read_bytes()
    made = packer().archive()
    # Another zlib may compress otherwise; the records must be the same.
    assert gzip.decompress(packed) == gzip.decompress(made)
    assert decoded("36-crawl.warc.gz").count("WARC-Type: response") == 3
    assert decoded("36-crawl.warc.gz").count("WARC-Type: conversion") == 1


def test_gold_is_large_enough() -> None:
    articles = [article for _, article, _ in annotated()]
    assert len(articles) >= 20
    assert sum(len(article["events"]) for article in articles) >= 110
    assert sum(len(article["quotes"]) for article in articles) >= 40
    assert sum(key.endswith(".txt") for key in gold_articles()) >= 12


@pytest.mark.parametrize("key", sorted(gold_articles()))
def test_bodies_are_exact_spans_in_reading_order(key: str) -> None:
    entry, text = gold_articles()[key], text_of(key)
    assert entry["chars"] == len(text)
    end = 0
    for article in entry["articles"]:
        assert article["title"] in (text if key.endswith(".txt") else records()[key]["title"])
        assert bool(article["body_spans"]) == (article["kind"] != "headline-only")
        for start, stop in article["body_spans"]:
            assert end <= start < stop <= len(text)
            assert not text[start].isspace()
            assert not text[stop - 1].isspace()
            end = stop
        for fragment in article.get("fragments", []):
            assert text[slice(*fragment["span"])] == fragment["text"]


def test_every_line_of_a_page_has_a_label() -> None:
    pages = {key: entry for key, entry in gold_articles().items() if key.endswith(".txt")}
    for key, entry in pages.items():
        lines = text_of(key).splitlines()
        assert [label == "blank" for label in entry["line_labels"].values()] == [
            not line for line in lines
        ]


def test_evidence_stands_in_the_body_and_is_not_cut_at_a_space() -> None:
    for page, article, text in annotated():
        spans = gold_articles()[page]["articles"][article["article"]]["body_spans"]
        cited = [cite for event in article["events"] for cite in event["evidence"]]
        cited += [quote["sentence"] for quote in article["quotes"]]
        for cite in cited:
            words = text[cite["start"] : cite["end"]]
            assert any(start <= cite["start"] < cite["end"] <= end for start, end in spans)
            assert words == words.strip()
            assert words[-1] in ".?!\"'"


def test_events_are_named_by_the_codebook_and_by_their_own_evidence() -> None:
    for _, article, text in annotated():
        for event in article["events"]:
            EventType(event["type"])
            Modality(event["modality"])
            words = [text[cite["start"] : cite["end"]] for cite in event["evidence"]]
            assert words
            assert event["actors"]
            named = [*event["actors"], *event["recipients"], *event["said_by"]]
            named += [event["where"]] if event["where"] else []
            for party in named:
                Sector(party.get("sector", ""))
                assert any(party["text"] in sentence for sentence in words), party


def test_quotes_start_with_the_words_given() -> None:
    for _, article, text in annotated():
        for quote in article["quotes"]:
            sentence = text[quote["sentence"]["start"] : quote["sentence"]["end"]]
            assert quote["starts_with"] in sentence
            assert len(quote["starts_with"].split()) >= 3
            assert quote["speaker"]


def test_days_in_gold_agree_with_the_weekdays_of_their_evidence() -> None:
    checked = 0
    for _, article, text in annotated():
        for event in article["events"]:
            if len(event["when"] or "") != 10:
                continue
            day = date.fromisoformat(event["when"])
            words = " ".join(text[cite["start"] : cite["end"]] for cite in event["evidence"])
            spoken = re.findall(DAY, words)
            if f"{MONTHS[day.month - 1]} {day.day}" in words or SHIFTS.search(words) or not spoken:
                continue
            assert WEEKDAYS[day.weekday()] in spoken, (event["when"], words)
            checked += 1
    assert checked > 30


def test_happenings_hold_every_event_once_and_join_events_of_one_type() -> None:
    events = {
        (f"{page}#{article['article']}", index): event["type"]
        for page, article, _ in annotated()
        for index, event in enumerate(article["events"])
    }
    happenings = json.loads((GOLD / "happenings.json").read_text(encoding="utf-8"))
    members = [[tuple(member) for member in row["events"]] for row in happenings]
    assert sorted(member for row in members for member in row) == sorted(events)
    for row in members:
        assert len({events[member] for member in row}) == 1, row
        assert len({article for article, _ in row}) == len(row), row
    assert sum(len(row) >= 4 for row in members) >= 5
    assert sum(len(row) >= 2 for row in members) >= 30
