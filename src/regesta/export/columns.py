"""A column of an export: its name, what it says, and how it is read from a row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """`read` gives a scalar, a list of scalars, or, with `parts`, an object or a list of them.

    A flat file has one column for each part, named `column_part`.
    """

    name: str
    says: str
    read: Callable[[Row], object]
    parts: tuple[str, ...] = ()

    @property
    def flat(self) -> tuple[str, ...]:
        """Names of the columns that a flat file has for this one."""
        return tuple(f"{self.name}_{part}" for part in self.parts) or (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Row]):
    """What can be exported: `rows` come in a fixed order, the same for the same register."""

    name: str
    says: str
    rows: Callable[[Any], Iterator[Row]]
    columns: tuple[Column[Row], ...]

    @property
    def flat(self) -> tuple[str, ...]:
        """Names of all columns of a flat file."""
        return tuple(name for column in self.columns for name in column.flat)


def nested(kind: Kind[Row], *, row: Row) -> dict[str, object]:
    """A row as one JSON object."""
    return {column.name: column.read(row) for column in kind.columns}


def cells(kind: Kind[Row], *, row: Row) -> Iterator[str | int | float]:
    """A row as the cells of a flat file, in the order of `Kind.flat`."""
    for column in kind.columns:
        yield from _cells(column.read(row), parts=column.parts)


def _cells(value: object, *, parts: Sequence[str]) -> Iterator[str | int | float]:
    if not parts:
        yield cell(value)
    for part in parts:
        if isinstance(value, Mapping):
            yield cell(value[part])
        else:
            yield cell([item[part] for item in _items(value)])


def _items(value: object) -> Iterable[Mapping[str, object]]:
    return value if isinstance(value, list) else ()


def cell(value: object) -> str | int | float:
    """A value as one cell: empty when unknown, true or false, lists joined by `|`.

    A `|` inside an item is written `\\|`. Text that a spreadsheet would run gets a leading `'`.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        return _harmless("|".join(_item(item) for item in value))
    return _harmless(str(value))


def _item(value: object) -> str:
    return str("" if value is None else value).replace("\\", "\\\\").replace("|", "\\|")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
