"""Golden cases of direct speech."""

import pytest
from tests.read.events.telling import Case, cases, read_text, spoken

QUOTES = cases("quotes.md")


@pytest.mark.parametrize("case", QUOTES, ids=[case.name for case in QUOTES])
def test_quotes_of_a_text(case: Case) -> None:
    found = read_text(case.text, published=case.published)
    assert list(spoken(found.quotes, text=case.text)) == list(case.expected)
