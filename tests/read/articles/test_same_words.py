"""On pages of one article the body is what the extractor finds, word for word."""

import re
from random import Random

import pytest
from bench._html_pages import SHAPES, page, paragraph, single
from lxml import html as lxml_html
from trafilatura import bare_extraction

from regesta.model import Page, Role
from regesta.read.articles import cut
from regesta.read.html.main_text import place
from regesta.read.pagetext import page_text


def our_words(html: str) -> list[str]:
    source = page_text(Page(name="page.html", body=html.encode(), media_type="text/html"))
    (main,) = (one for one in cut(source).articles if one.role is Role.MAIN)
    return " ".join(span.words(source.text) for span in main.body).split()


def extracted_words(html: str, *, title: str) -> list[str]:
    """The extractor's words without the headline and the marks it puts before items and cells."""
    tree = lxml_html.document_fromstring(html)
    text = bare_extraction(tree, favor_precision=True, include_comments=False).text
    text = text.removeprefix(title)
    text = re.sub(r"^\|[-|]+\|$", " ", text, flags=re.MULTILINE)
    return re.sub(r"^\s*-\s|\|", " ", text, flags=re.MULTILINE).split()


@pytest.mark.parametrize("number", range(40))
def test_mixed_bodies_lose_no_word_and_gain_none(number: int) -> None:
    title, html = single(Random(number))
    assert our_words(html) == extracted_words(html, title=title)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_each_shape_between_paragraphs(shape: str) -> None:
    chance = Random(7)
    first, last = paragraph(chance, size=3), paragraph(chance, size=3)
    body = f"<p>{first}</p>{SHAPES[shape](chance)}<p>{last}</p>"
    html = page("Canal vote", f"<article><h1>Canal vote</h1>{body}</article>")
    assert our_words(html) == extracted_words(html, title="Canal vote")


def test_short_lines_are_taken_only_where_they_fit() -> None:
    long = "The board of the canal company met for three hours in the old town hall."
    lines = ["Home", long, "Not yet.", "Share", "A second long line about the flooded cellars."]
    found = place(f"{long} Not yet. {lines[-1]}", lines=lines)
    assert [lines[number] for number in found] == [long, "Not yet.", lines[-1]]


def test_a_line_said_twice_is_taken_where_the_order_fits() -> None:
    one = "Growers want a fund for wet harvests before the autumn."
    two = "The ministry has promised an answer within a fortnight."
    assert place(f"{one} {two}", lines=[two, one, two]) == [1, 2]
