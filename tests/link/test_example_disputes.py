"""The pages of the demo on which two outlets disagree, with their deeds marked by hand."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from evaluate.bare import article_id, reading

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
