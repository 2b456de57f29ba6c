"""Golden cases of who holds what."""

import pytest
from tests.read.events.telling import Case, cases, held, read_text

PEOPLE = cases("people.md")


@pytest.mark.parametrize("case", PEOPLE, ids=[case.name for case in PEOPLE])
def test_tenures_of_a_text(case: Case) -> None:
    assert held(read_text(case.text, published=case.published).tenures) == sorted(case.expected)
