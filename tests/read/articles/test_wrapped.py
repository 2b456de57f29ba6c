"""Prose broken at a width of its own is joined to paragraphs; headlines and times are not."""

from textwrap import wrap

import pytest

from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

TITLES = ("Herring fleet stays in port for a third week", "Orchestra finds drums in a barn")
BODIES = (
    (
        "Forty boats stayed in port for a third week on Monday because the price of herring no "
        "longer pays for the fuel, their owners said after a meeting in the old customs house.",
        "The ministry offered a loan against the next season, which the crews refused, since most "
        "of them still owe money for the winter before last and for new nets.",
        "Buyers from the canneries came to the quay all the same and left with empty lorries.",
    ),
    (
        "The drums that an orchestra lost on tour eleven years ago lay under straw in a barn near "
        "Lund, wrapped in a flag and quite dry, a restorer told the orchestra's newsletter.",
        "Nobody knows who put them there, although the farmer remembers a lorry that stopped one "
        "night in March and a driver who asked him for the way to the ferry.",
        "The first concert with the old drums is planned for the autumn.",
    ),
)


@pytest.mark.parametrize("width", [50, 60, 72])
@pytest.mark.parametrize("time", [(), ("3 hours ago",)])
def test_paragraphs_are_whole_and_headlines_alone(width: int, time: tuple[str, ...]) -> None:
    lines = []
    for title, body in zip(TITLES, BODIES, strict=True):
        lines += [title, *time, *(line for part in body for line in wrap(part, width))]
    text = "\n".join(lines)
    page = Page(name="dump.txt", body=text.encode(), media_type="text/plain")
    found = cut(page_text(page)).articles
    assert [article.title for article in found] == list(TITLES)
    told = [" ".join(span.words(text) for span in article.body).split() for article in found]
    assert told == [" ".join(body).split() for body in BODIES]
