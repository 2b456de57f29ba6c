"""Lists as CSV that a spreadsheet can open without running anything a page wrote."""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | bool | None | Sequence[str]

# A cell that begins like this is a formula to Excel, LibreOffice and Sheets; the full-width
# forms are read as the narrow ones. OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as RFC 4180 text (CRLF, quotes doubled), with a header line."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> str | int | float:
    """One cell: text disarmed by an apostrophe, lists joined by "; ", unknown empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else "; ".join(value)
    text = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
