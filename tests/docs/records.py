"""docs/records.md, written from the schema's comments and the export tables.

python -m tests.docs.records      writes it anew
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regesta.export import KINDS
from regesta.store.migrations import MIGRATIONS

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "records.md"
SCHEMA = "\n".join(MIGRATIONS)

TABLE = re.compile(r"CREATE (?:VIRTUAL )?TABLE (\w+)[^(\n]*\(\n(.*?)\n\)[^;]*;", re.DOTALL)
COLUMN = re.compile(r'^ {4}"?([a-z_]+)"?[ ,][^\n]*?(?:-- (.*))?$', re.MULTILINE)
NO_COLUMN = {"content", "tokenize"}

HEAD = """\
# Records: what the register holds and what an export says

This page is written from `src/regesta/store/*.sql` and `src/regesta/export/kinds.py` by
`python -m tests.docs.records`; a test fails when it falls behind.

Everywhere: offsets are code points into the page text, the end exclusive. For `.txt` files the page
text is the decoded file unchanged, for JSONL records the `text` field unchanged, for HTML the
visible blocks, one a line. Dates are ISO 8601 prefixes, and their length is their precision:
`2025` is a year, `2025-08-20` a day. Unknown is `null` or `[]` (in flat files an empty cell), never
a guess. Ids are hashes: the same pages give the same ids on any machine, in any order.

## Exports

`regesta export --what KIND --format FORMAT`. JSON lines hold one object a row. CSV and TSV hold one
cell a column; an object or a list of objects has one column for each of its parts, named
`column_part`, and the items of a list are joined by `|` (a `|` inside an item is written `\\|`, a
backslash `\\\\`). Text that a spreadsheet would take for a formula gets a leading `'`.
"""

TABLES_HEAD = """\
## Tables

One SQLite file. Read it with anything that reads SQLite; write to it only through `regesta`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the schema with its comment and its columns' comments, "" where there is none."""

    name: str
    says: str
    columns: dict[str, str]


def tables() -> tuple[Table, ...]:
    """All tables of the schema, in its order."""
    return tuple(
        Table(
            name=found[1],
            says=_comment_above(SCHEMA[: found.start()]),
            columns={
                name: comment or ""
                for name, comment in COLUMN.findall(found[2])
                if name not in NO_COLUMN
            },
        )
        for found in TABLE.finditer(SCHEMA)
    )


def _comment_above(before: str) -> str:
    lines = before.rstrip("\n").splitlines()
    return lines[-1].removeprefix("-- ") if lines and lines[-1].startswith("-- ") else ""


def lines() -> Iterator[str]:
    """The document line by line."""
    yield HEAD
    for kind in KINDS.values():
        yield f"### {kind.name}\n\n{kind.says}\n\n| column | what it says | parts |\n|---|---|---|"
        for column in kind.columns:
            parts = ", ".join(f"`{part}`" for part in column.parts)
            yield f"| `{column.name}` | {column.says} | {parts} |"
        yield ""
    yield TABLES_HEAD
    for table in tables():
        yield f"### {table.name}\n\n{table.says}\n\n| column | what it says |\n|---|---|"
        for name, comment in table.columns.items():
            yield f"| `{name}` | {comment.replace('|', chr(92) + '|')} |"
        yield ""


def document() -> str:
    """The whole document."""
    return "\n".join(lines()).rstrip() + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
