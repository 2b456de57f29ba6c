"""regesta link: copies, stories and happenings made anew."""

from pathlib import Path

import click

from regesta.cli.options import opened, register_option, settings
from regesta.cli.read import holdings
from regesta.run import link_register


@click.command("link")
@register_option
def command(register: Path | None) -> None:
    """Make copies, stories and happenings from what was read, where they are not up to date."""
    path = settings(register=register).register
    with opened(path):  # a register that is not there is refused, not made
        pass
    link_register(path)
    click.echo(f"{path}: {', '.join(holdings(path))}.")
