"""The docs say what is there: commands, options, tables, columns, exports, settings."""

import re
import sqlite3

import click
import pytest
from tests.docs.records import DOCUMENT, ROOT, SCHEMA, document, tables

from regesta.cli.commands import COMMANDS
from regesta.export import FORMATS, KINDS
from regesta.settings import Settings

COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    found = re.search(rf"^## regesta {name}\n(.*?)(?=^## |\Z)", COMMANDS_PAGE, re.M | re.S)
    assert found is not None, f"docs/commands.md has no section for {name}"
    return found[1]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_is_documented(command: click.Command) -> None:
    text = section(command.name or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            for option in (*parameter.opts, *parameter.secondary_opts):
                assert f"`{option}" in text, f"{command.name} {option}"
        else:
            assert parameter.make_metavar(click.Context(command)).strip("[].") in text


def test_no_command_is_documented_that_does_not_exist() -> None:
    told = re.findall(r"^## regesta (\w+)$", COMMANDS_PAGE, flags=re.MULTILINE)
    assert sorted(told) == sorted(command.name or "" for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_option_is_documented_that_does_not_exist(command: click.Command) -> None:
    told = set(re.findall(r"`(--[a-z-]+)", section(command.name or "")))
    there = {option for parameter in command.params for option in parameter.opts}
    assert told <= there


def test_every_command_and_option_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.help
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help, parameter.name


def test_every_setting_kind_and_format_is_documented() -> None:
    for name in (*Settings.__dataclass_fields__, *KINDS, *FORMATS):
        assert f"`{name}`" in COMMANDS_PAGE, name


def test_the_schema_is_read_whole() -> None:
    """What the pattern finds is what SQLite finds, so no table or column can slip by."""
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    listed = db.execute(
        "SELECT name, type FROM pragma_table_list WHERE type IN ('table','virtual')"
    )
    names = {name for name, _ in listed if not name.startswith("sqlite_")}
    there = {name: [row[1] for row in db.execute(f'PRAGMA table_info("{name}")')] for name in names}
    db.close()
    assert {table.name: list(table.columns) for table in tables()} == there


def test_every_table_and_column_has_a_comment() -> None:
    silent = [table.name for table in tables() if not table.says]
    silent += [
        f"{table.name}.{name}"
        for table in tables()
        for name, comment in table.columns.items()
        if not comment
    ]
    assert silent == []


def test_every_export_column_says_what_it_is() -> None:
    assert all(column.says for kind in KINDS.values() for column in kind.columns)


def test_the_records_page_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m tests.docs.records"
