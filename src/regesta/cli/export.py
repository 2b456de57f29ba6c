"""regesta export: records as files that others can load."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from regesta.cli.options import opened, register_option
from regesta.export import FORMATS, KINDS, lines


@click.command("export")
@click.option("--what", type=click.Choice(tuple(KINDS)), required=True, help="Kind of records.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="Form."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="File to write, whole or not at all; standard output otherwise.",
)
@register_option
def command(what: str, form: str, output: Path | None, register: Path | None) -> None:
    """Write records of one kind, in the same order on any machine."""
    with opened(register) as db:
        rows = lines(db, what=what, format=form)
        if output is None:
            _print(rows)
        else:
            _replace(output, rows=rows)


def _print(rows: Iterator[str]) -> None:
    """UTF-8 and bare line ends whatever the terminal's locale says."""
    for row in rows:
        sys.stdout.buffer.write(row.encode())


def _replace(output: Path, *, rows: Iterator[str]) -> None:
    """Write beside `output`, then rename: a reader sees the old file or the whole new one."""
    if not output.parent.is_dir():
        raise click.ClickException(f"There is no folder {output.parent} to write into.")
    try:
        _write_beside(output, rows=rows)
    except OSError as error:
        error.filename = str(output)  # the file that was asked for, not the one beside it
        raise


def _write_beside(output: Path, *, rows: Iterator[str]) -> None:
    part = NamedTemporaryFile(  # noqa: SIM115 - renamed, not closed, at the end of the block
        "w", encoding="utf-8", newline="", dir=output.parent, prefix=".regesta-", delete=False
    )
    try:
        with part:
            part.writelines(rows)
        os.chmod(part.name, 0o666 & ~_mask())
        os.replace(part.name, output)
    except BaseException:
        os.unlink(part.name)
        raise


def _mask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
