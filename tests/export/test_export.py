"""Exports: the contract of the JSON lines, and flat files that spreadsheets can be trusted with."""

import csv
import json
from io import StringIO
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.export import FORMATS, KINDS, lines
from regesta.export.columns import STARTS_A_FORMULA, cell

CONTRACT = (
    "id happening article page name url publisher published type mode modality background actors"
    " recipients when where said_by quantities evidence rule origins articles made_by"
)
ARTICLE_CONTRACT = (
    "name role title publisher agency dateline published language key_points hashtags"
    " source_line body copy_of story"
)


def objects(db, what):
    return [json.loads(line) for line in lines(db, what=what, format="jsonl")]


def table(db, *, what, format):
    text = "".join(lines(db, what=what, format=format))
    delimiter = "\t" if format == "tsv" else ","
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_events_keep_the_contract(db):
    for row in objects(db, "events"):
        assert set(CONTRACT.split()) <= set(row)
        assert set(row["published"]) >= {"value", "precision", "basis"}
        assert set(row["actors"][0]) >= {"text", "name", "country", "sector", "person", "office"}
        assert set(row["where"]) >= {"text", "name", "country", "lat", "lon", "precision"}


def test_what_an_event_says(db):
    row = next(row for row in objects(db, "events") if row["name"] == "two.txt")
    assert row["published"]["value"] == "2031-05-07T09:30+02:00"
    assert row["published"]["precision"] == "minute"
    assert row["when"]["value"] == "2031-05-05"
    assert [actor["country"] for actor in row["actors"]] == ["RUR"]
    assert [party["name"] for party in row["recipients"]] == ["Bor"]
    assert row["deed"]["text"] == "met"
    assert (row["said_by"], row["quantities"], row["url"]) == ([], [], None)
    assert (row["origins"], row["articles"]) == (1, 2)


def test_every_span_with_words_quotes_the_page(db, texts):
    rows = [row for what in ("events", "articles") for row in objects(db, what)]
    quoted = [(row["name"], part) for row in rows for part in spans(row) if part.get("text")]
    assert len(quoted) == 10  # per event: deed, evidence, two parties, place
    for name, part in quoted:
        assert texts[name][part["start"] : part["end"]] == part["text"]


def spans(value):
    if isinstance(value, dict):
        if value.get("start") is not None:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


def test_articles_keep_the_contract(db):
    rows = objects(db, "articles")
    assert all(set(ARTICLE_CONTRACT.split()) <= set(row) for row in rows)
    one, two = sorted(rows, key=lambda row: row["name"])
    assert (one["copy_of"], two["copy_of"]) == (None, one["id"])
    assert (two["copy_kind"], two["copy_share"]) == ("reprint", 0.9)
    assert one["story"] == two["story"] == objects(db, "stories")[0]["id"]
    assert all(part["end"] > part["start"] for part in one["body"])


def test_quotes_stories_happenings_and_tenures(db, texts):
    for quote in objects(db, "quotes"):
        span = quote["span"]
        assert texts[quote["name"]][span["start"] : span["end"]] == quote["words"]
        assert quote["speaker"]["name"] == "Ana Sol"
    (story,) = objects(db, "stories")
    (happening,) = objects(db, "happenings")
    events = objects(db, "events")
    assert story["happenings"] == [happening["id"]]
    assert sorted(happening["events"]) == sorted(event["id"] for event in events)
    assert {event["happening"] for event in events} == {happening["id"]}
    assert happening["reasons"] == ["the second is a reprint"]
    assert {tenure["words"] for tenure in objects(db, "tenures")} == {"President Ana Sol"}


@pytest.mark.parametrize(("what", "format"), list(product(KINDS, FORMATS)))
def test_every_line_ends_and_the_order_stands(db, what, format):
    first = list(lines(db, what=what, format=format))
    assert first == list(lines(db, what=what, format=format))
    assert all(line.endswith("\n") for line in first)


@pytest.mark.parametrize("what", KINDS)
def test_flat_rows_say_what_the_objects_say(db, what):
    nested = objects(db, what)
    for format in ("csv", "tsv"):
        flat = table(db, what=what, format=format)
        assert len(flat) == len(nested) > 0
        for row, whole in zip(flat, nested, strict=True):
            assert tuple(row) == KINDS[what].flat
            for column in KINDS[what].columns:
                value = whole[column.name]
                if isinstance(value, str):
                    assert row[column.name] == value
                if isinstance(value, list) and column.parts:
                    part = column.parts[0]
                    said = "|".join(str(item[part]) for item in value)
                    assert row[f"{column.name}_{part}"] == said


@pytest.mark.parametrize("what", KINDS)
def test_an_empty_register_exports_a_header_and_no_rows(nothing, what):
    assert list(lines(nothing, what=what, format="jsonl")) == []
    assert "".join(lines(nothing, what=what, format="csv")).strip().split(",") == list(
        KINDS[what].flat
    )


def test_an_unknown_format_or_kind_is_refused(db):
    with pytest.raises(ValueError, match="xlsx"):
        lines(db, what="events", format="xlsx")
    with pytest.raises(KeyError):
        lines(db, what="nothing", format="csv")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (-3.5, -3.5),
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2", "'-2"),
        ("＝cmd", "'＝cmd"),
        ("a=b", "a=b"),
        (["a|b", "c\\d", None], "a\\|b|c\\\\d|"),
        (["=x", "y"], "'=x|y"),
        ([], ""),
    ],
)
def test_cells(value, written):
    assert cell(value) == written


@given(st.text() | st.lists(st.text()))
def test_no_text_becomes_a_formula(value):
    assert not str(cell(value)).startswith(STARTS_A_FORMULA)


@given(st.lists(st.text(min_size=1), min_size=1))
def test_lists_can_be_taken_apart_again(items):
    written = str(cell(["-", *items])).removeprefix("'")
    parts, current, escaped = [], "", False
    for letter in written:
        if escaped or letter not in "\\|":
            current, escaped = current + letter, False
        elif letter == "\\":
            escaped = True
        else:
            parts, current = [*parts, current], ""
    assert [*parts, current] == ["-", *items]
