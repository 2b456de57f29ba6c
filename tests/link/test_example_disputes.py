"""The pages of the demo on which two outlets disagree, with their deeds marked by hand."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from evaluate.bare import article_id, reading

from regesta import sources
from regesta.link import link
from regesta.model import (
    Basis,
    Event,
    EventType,
    Modality,
    Party,
    Quantity,
    Sector,
    Slot,
    Span,
    When,
)
from regesta.read import read_page

PAGES = Path(__file__).parents[2] / "examples" / "pages"


def text_of(name):
    raw = (PAGES / name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        raw = re.sub(r"<(script|style).*?</\1>|<[^>]+>", "\n", raw, flags=re.DOTALL)
    return unescape(raw)


def told(name, *, published, day, deed, type, sides, counted, bound=""):
    """The page with one event: `deed` are its first words, `counted` words, value and what."""
    row = {"id": name, "text": text_of(name), "title": name, "published": published}
    start = row["text"].index(deed)
    end = row["text"].index("\n", start)
    evidence = Span(page=name, start=start, end=end)
    words, value, what = counted
    at = row["text"].index(words, start)
    quantity = Quantity(
        span=Span(page=name, start=at, end=at + len(words)),
        text=words,
        value=value,
        what=what,
        bound=bound,
    )
    actors, recipients = (
        tuple(
            Party(span=evidence, text=code, name=code, rule="test", country=code, sector=Sector.GOV)
            for code in side.split()
        )
        for side in sides
    )
    event = Event(
        page=name,
        article=article_id(row),
        type=type,
        modality=Modality.ACTUAL,
        background=False,
        deed=evidence,
        evidence=(evidence,),
        rule="test",
        actors=actors,
        recipients=recipients,
        when=When(value=day, basis=Basis.RELATIVE, rule="test"),
        quantities=(quantity,),
    )
    return reading(row, events=(event,))


PRISONERS = (
    told(
        "15-wire-prisoner-exchange.txt",
        published="2025-08-24",
        day="2025-08-24",
        deed="Russia and Ukraine exchanged 146",
        type=EventType.RETREAT,
        sides=("RUS UKR", ""),
        counted=("146", 146.0, "prisoner"),
    ),
    told(
        "17-article-exchange-150.html",
        published="2025-08-24T18:02",
        day="2025-08-24",
        deed="Russia and Ukraine exchanged 150 prisoners",
        type=EventType.RETREAT,
        sides=("RUS UKR", ""),
        counted=("150", 150.0, "prisoner"),
    ),
)
DRONES = (
    told(
        "09-wire-poland-drones.txt",
        published="2025-09-10",
        day="2025-09-10",
        deed="Prime Minister Donald Tusk told parliament that 19",
        type=EventType.ASSAULT,
        sides=("RUS", "POL"),
        counted=("19", 19.0, "drone"),
    ),
    told(
        "11-article-drones-twenty-one.html",
        published="2025-09-11",
        day="2025-09-10",
        deed="At least 21 Russian drones",
        type=EventType.ASSAULT,
        sides=("RUS", "POL"),
        counted=("21", 21.0, "drone"),
        bound="at least",
    ),
)


@pytest.mark.parametrize(
    ("readings", "what", "values"),
    [(PRISONERS, "captive", ["146", "150"]), (DRONES, "drone", ["19", "at least 21"])],
    ids=["prisoners", "drones"],
)
def test_the_numbers_of_the_demo_are_disputed(readings, what, values):
    (dispute,) = link(readings).disputes
    assert (dispute.slot, dispute.what) == (Slot.QUANTITY, what)
    assert [side.value for side in dispute.sides] == values
    texts = {each.page: each.text for each in readings}
    for side in dispute.sides:
        (claim,) = side.claims
        assert claim.span.words(texts[claim.span.page]) == side.value.removeprefix("at least ")


def test_the_same_number_on_both_pages_is_no_dispute():
    first, second = DRONES
    (event,) = second.events
    (quantity,) = event.quantities
    same = replace(event, quantities=(replace(quantity, value=19.0),))
    assert link([first, replace(second, events=(same,))]).disputes == ()


@pytest.fixture(scope="module")
def harbour():
    """What is read of the quarrel of Ethiopia and Somalia, and its disputes by slot."""
    names = [str(path) for path in sorted(PAGES.glob("4[0-5]-*.html"))]
    read = [read_page(page, made_by="test") for page in sources.pages(names)]
    return {each.page: each for each in read}, {each.slot: each for each in link(read).disputes}


@pytest.mark.parametrize(
    ("slot", "sides"),
    [
        (Slot.DEED, {"asserted": ("40", "45"), "denied": ("41",)}),
        (Slot.WHEN, {"2025-02-18": ("42",), "2025-02-16": ("44",)}),
        (Slot.WHERE, {"Ankara": ("42",), "Istanbul": ("43",)}),
    ],
)
def test_a_denial_a_day_and_a_town_are_disputed_with_both_sentences(harbour, slot, sides):
    pages, disputes = harbour
    said = {
        side.value: [pages[claim.span.page] for claim in side.claims]
        for side in disputes[slot].sides
    }
    assert {value: tuple(page.name[:2] for page in told) for value, told in said.items()} == sides
    for side in disputes[slot].sides:
        for claim in side.claims:
            words = claim.span.words(pages[claim.span.page].text)
            assert re.search(r"attacked Somali soldiers|met .*Ali Mohamed Omar", words)


def test_six_of_the_fourteen_and_sixty_since_june_are_no_other_number(harbour):
    pages, disputes = harbour
    text = " ".join(page.text for page in pages.values())
    assert re.search(
        r"killed 14 of them.*killed 60 .* since June.*killed six of the 14", text, re.S
    )
    assert Slot.QUANTITY not in disputes
