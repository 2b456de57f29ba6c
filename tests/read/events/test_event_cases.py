"""Golden cases of events, and sentences that tell none."""

import pytest
from tests.read.events.telling import CASES, Case, cases, read_text, told

from regesta.model import Modality

EVENT_CASES = tuple(case for path in sorted(CASES.glob("events*.md")) for case in cases(path.name))
MISSED = 3  # sentences without an event that may be coded as done; the codebook allows none


@pytest.mark.parametrize("case", EVENT_CASES, ids=[case.name for case in EVENT_CASES])
def test_events_of_a_text(case: Case) -> None:
    found = read_text(case.text, published=case.published)
    assert told(found.events, text=case.text, expected=case.expected) == sorted(case.expected)


def _sentences_without_an_event() -> list[str]:
    lines = (CASES / "no_events.md").read_text(encoding="utf-8").split("\n")
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def test_sentences_without_an_event_are_not_coded_as_done() -> None:
    offenders = {}
    for text in _sentences_without_an_event():
        done = tuple(e for e in read_text(text).events if e.modality is Modality.ACTUAL)
        if done:
            offenders[text] = told(done, text=text, expected=())
    assert len(offenders) <= MISSED, "\n".join(f"{t}\n    {e}" for t, e in offenders.items())


def test_the_file_of_no_events_is_read_whole() -> None:
    assert len(set(_sentences_without_an_event())) >= 110
