from dataclasses import replace

import pytest

from regesta.link import keys
from regesta.model import Reading, Span


def told(case, line: str, *, event: str, verb: str = ""):
    """The keys of the event of one sentence, with its verb as the deed."""
    head = "@ a | 2025-09-10 | Harbour Times | Snow tunnels of Kiruna\n"
    reading: Reading = case(f"{head}{line}\n! {event}").readings[0]
    at = reading.text.index(verb)
    deed = Span(page=reading.page, start=at, end=at + len(verb))
    events = tuple(replace(each, deed=deed) for each in reading.events)
    return keys(replace(reading, events=events))[0].events[0]


@pytest.mark.parametrize(
    ("event", "kept"),
    [("AGREE actual as promise FIN >", False), ("REQUEST actual as ask FIN >", True)],
)
def test_the_verb_of_a_promise_is_no_word_of_its_matter(case, event, kept):
    found = told(case, "Finland promised to guard herds.", event=event, verb="promised")
    assert ("promised" in found.words) is kept
    assert {"guard", "herd"} <= set(found.words)


def test_a_year_is_no_number_of_things(case):
    line = "Denmark praised the 1953 accord and 1953 two herders, 1900 sheep and 1,953 dogs."
    found = told(case, line, event="SUPPORT actual as praise DNK > NOR")
    assert [figure.text for figure in found.figures] == ["2", "1,900", "1,953"]
