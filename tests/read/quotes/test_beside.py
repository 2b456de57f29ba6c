"""Which sentences with a quotation are worth a parse."""

import pytest

from regesta.read.quotes.beside import may_say


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('The envoy had described the deal as "a first step".', True),
        ('Of the talks she wrote that "nobody gained".', True),
        ('The town of "seven hills" lies by the river.', False),
        ('The firm sold its "smart" lamps by the dozen.', False),
    ],
)
def test_a_verb_of_saying_in_any_form_may_say_who_speaks(text: str, says: bool) -> None:
    assert may_say(text) is says
