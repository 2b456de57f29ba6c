"""Citations: three forms, each with outlet, headline, date, words, address and register id."""

from dataclasses import replace

import pytest

from regesta.model import Basis, Span, When
from regesta.store.query import ArticleRow
from regesta.web.citation import cite

ROW = ArticleRow(
    id="a-1",
    page="p-1",
    name="ties.txt",
    url="https://meridian.example/ties_1",
    role="main",
    title="Ties restored & more",
    publisher="Meridian Wire",
    agency=None,
    published=When(value="2023-03-10T08:00Z", basis=Basis.META, rule="x"),
    story=None,
    copy_of=None,
)
WORDS = ((Span(page="p-1", start=0, end=9), "They agreed 100%."),)


def test_the_plain_line() -> None:
    assert cite(ROW, evidence=WORDS, id="h-1").plain == (
        "Meridian Wire. “Ties restored & more”. 10 Mar 2023, 08:00 UTC. “They agreed 100%.” "
        "https://meridian.example/ties_1. Regesta h-1."
    )


def test_the_chicago_note() -> None:
    assert cite(ROW, evidence=WORDS, id="h-1").chicago == (
        "“Ties restored & more,” Meridian Wire, March 10, 2023. “They agreed 100%.” "
        "https://meridian.example/ties_1. Register entry h-1."
    )


def test_the_bibtex_entry() -> None:
    assert cite(ROW, evidence=WORDS, id="h-1").bibtex == (
        "@misc{h-1,\n"
        "  title = {Ties restored \\& more},\n"
        "  organization = {Meridian Wire},\n"
        "  date = {2023-03-10},\n"
        "  year = {2023},\n"
        "  url = {https://meridian.example/ties_1},\n"
        "  note = {“They agreed 100\\%.” Regesta h-1}\n"
        "}"
    )


@pytest.mark.parametrize(
    ("value", "chicago"), [("2023", ", 2023."), ("2023-03", ", March 2023."), (None, ", n.d.")]
)
def test_a_date_is_no_more_precise_than_it_is_known(value: str | None, chicago: str) -> None:
    when = When(value=value, basis=Basis.META, rule="x") if value else None
    cited = cite(replace(ROW, published=when), evidence=(), id="a-1")
    assert f"Meridian Wire{chicago}" in cited.chicago
    assert ("no date" in cited.plain) is (value is None)
    assert ("date =" in cited.bibtex) is (value is not None)


def test_what_the_page_does_not_say_is_left_out() -> None:
    bare = replace(ROW, title=None, publisher=None, url=None, published=None)
    cited = cite(bare, evidence=(), id="a-1")
    assert cited.plain == "no date. ties.txt. Regesta a-1."
    assert cited.chicago == "n.d. ties.txt. Register entry a-1."
    assert cited.bibtex == "@misc{a-1,\n  howpublished = {ties.txt},\n  note = {Regesta a-1}\n}"


def test_hostile_words_stay_inside_their_field() -> None:
    evil = replace(ROW, title="x}, evil = {y\\input{z}\u202e", url="javascript:alert(1)")
    cited = cite(evil, evidence=(), id="a-1")
    assert "title = {x\\}, evil = \\{y\\textbackslash{}input\\{z\\}\ufffd}" in cited.bibtex
    assert "url =" not in cited.bibtex
    assert "\u202e" not in cited.plain + cited.chicago + cited.bibtex


def test_a_url_cannot_end_its_field() -> None:
    cited = cite(replace(ROW, url="https://a.example/}{\\x"), evidence=(), id="a-1")
    assert "url = {https://a.example/%7D%7B%5Cx}" in cited.bibtex
