"""Records as files that others can load: JSON lines with all there is, CSV and TSV flat."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from sqlite3 import Connection
from typing import Any

from regesta.export.columns import Kind, cells, nested
from regesta.export.kinds import KINDS

__all__ = ["FORMATS", "KINDS", "lines"]

FORMATS = ("jsonl", "csv", "tsv")


def lines(db: Connection, *, what: str, format: str) -> Iterator[str]:
    """The lines of an export, each with its line end; flat formats begin with the column names.

    `what` is a key of `KINDS`, `format` one of `FORMATS`; KeyError and ValueError otherwise.
    """
    kind = KINDS[what]
    if format not in FORMATS:
        raise ValueError(f"no such format: {format}")
    return _objects(kind, db=db) if format == "jsonl" else _table(kind, db=db, format=format)


def _objects(kind: Kind[Any], *, db: Connection) -> Iterator[str]:
    for row in kind.rows(db):
        yield json.dumps(nested(kind, row=row), ensure_ascii=False, separators=(",", ":")) + "\n"


def _table(kind: Kind[Any], *, db: Connection, format: str) -> Iterator[str]:
    line = StringIO()
    table = csv.writer(line, delimiter="\t" if format == "tsv" else ",", lineterminator="\n")
    table.writerow(kind.flat)
    yield line.getvalue()
    for row in kind.rows(db):
        line.seek(0)
        line.truncate()
        table.writerow(cells(kind, row=row))
        yield line.getvalue()
