"""CSV that opens in a spreadsheet without running what a page wrote."""

import csv
import io

import pytest

from regesta.web.tables import csv_text


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '=HYPERLINK("http://x","y")'],
)
def test_formulas_are_disarmed(cell: str) -> None:
    read = list(csv.reader(io.StringIO(csv_text(("title",), [(cell,)]), newline="")))
    assert read[1] == [f"'{cell}"]


def test_plain_cells_stay_as_they_are() -> None:
    rows = [("Minsk, again", 3, -2, True, None, ("BLR", "IRN"), 'said "no"')]
    read = list(csv.reader(io.StringIO(csv_text(tuple("abcdefg"), rows), newline="")))
    assert read[1] == ["Minsk, again", "3", "-2", "yes", "", "BLR; IRN", 'said "no"']


def test_a_list_that_begins_like_a_formula_is_disarmed() -> None:
    assert csv_text(("a",), [(("=x", "y"),)]).endswith("'=x; y\r\n")
