"""regesta check: whether the register is whole and every citation still quotes its page."""

from pathlib import Path

import click

from regesta.cli.options import register_option, settings
from regesta.cli.screen import count, plain
from regesta.store.check import check_register


@click.command("check")
@register_option
def command(register: Path | None) -> int:
    """Check the file, every citation, the word index and the links.

    The exit code is 1 when something is wrong.
    """
    path = settings(register=register).register
    problems = check_register(path)
    for problem in problems:
        click.echo(plain(problem))
    click.echo(f"{path}: {count(len(problems), one='problem')}.")
    return 1 if problems else 0
