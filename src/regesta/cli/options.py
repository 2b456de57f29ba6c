"""What commands share: the --register option and the open register."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

import click

from regesta.settings import Settings, load_settings
from regesta.store import open_register

MOST_LINES = 1_000_000_000
"""More than any register has rows, and still a number that SQLite takes."""


def limit_option(
    lines: int, *, least: int = 1
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The option --limit: `lines` at most unless said otherwise."""
    return click.option(
        "--limit",
        type=click.IntRange(least, MOST_LINES),
        default=lines,
        show_default=True,
        metavar="N",
        help="Lines at most.",
    )


register_option = click.option(
    "--register",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="The register file; ./regesta.db unless the settings say otherwise.",
)


def settings(**flags: object) -> Settings:
    """Settings from file, environment and the given flags; a flag that is None was not given."""
    return load_settings(flags)


@contextmanager
def opened(register: Path | None) -> Iterator[Connection]:
    """The register, read-only; raises RegisterError when there is none."""
    with closing(open_register(settings(register=register).register)) as db:
        yield db
