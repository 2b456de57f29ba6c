"""regesta troubles: what could not be read, counted and listed."""

from pathlib import Path

import click

from regesta.cli.options import limit_option, opened, register_option
from regesta.cli.screen import plain
from regesta.store import query
from regesta.store.query import TroubleRow


@click.command("troubles")
@limit_option(100, least=0)
@register_option
def command(limit: int, register: Path | None) -> None:
    """Count the troubles by step and kind, then list them."""
    with opened(register) as db:
        counted = query.count_troubles(db)
        rows = query.troubles(db, limit=limit, offset=0)
    for (step, code), number in counted.items():
        click.echo(f"{number:7,}  {step}: {code}")
    if not counted:
        click.echo("No troubles.")
    for row in rows:
        click.echo(_line(row))


def _line(row: TroubleRow) -> str:
    place = f":{row.start}" if row.start is not None else ""
    return f"{plain(row.name)}{place}: {row.step}: {row.code}: {plain(row.message)}"
