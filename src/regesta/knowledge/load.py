"""Tables of facts: tab-separated package data with a comment line, a header and `|` lists."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from types import MappingProxyType

Row = MappingProxyType[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of `data/{table}.tsv`, each a read-only mapping from column name to cell.

    Raises ValueError with table and line where a row has another number of cells than the header.
    """
    (_, head), *body = lines(table)
    columns = head.split("\t")
    return tuple(_row(columns, line, place=f"{table}.tsv line {n}") for n, line in body)


def lines(table: str) -> list[tuple[int, str]]:
    """The lines of a table with their numbers, the header first, comments left out."""
    raw = (resources.files("regesta.knowledge") / "data" / f"{table}.tsv").read_text("utf-8")
    return [(n, line) for n, line in enumerate(raw.split("\n"), 1) if line and line[0] != "#"]


def _row(columns: list[str], line: str, *, place: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise ValueError(f"{place}: {len(cells)} cells, the header has {len(columns)}")
    return MappingProxyType(dict(zip(columns, cells, strict=True)))


def parts(cell: str) -> tuple[str, ...]:
    """The alternatives of a cell: "Kyiv|Kiev" -> ("Kyiv", "Kiev")."""
    return tuple(part for part in cell.split("|") if part)


def known(cell: str) -> str | None:
    """A cell's text, None when it is empty."""
    return cell or None


def names_of(row: Row) -> Iterator[str]:
    """The name of a row, then its aliases."""
    yield row["name"]
    yield from parts(row["aliases"])
