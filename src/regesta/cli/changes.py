"""regesta changes: what linkings merged, split, added or removed, and why."""

from pathlib import Path

import click

from regesta.cli.options import opened, register_option
from regesta.cli.screen import count, plain
from regesta.store import query


@click.command("changes")
@click.argument("id", required=False)
@click.option("--limit", type=int, default=50, show_default=True, metavar="N", help="Lines.")
@register_option
def command(id: str | None, limit: int, register: Path | None) -> None:
    """List what changed in stories and happenings, newest first; of ID only if given."""
    with opened(register) as db:
        found = query.changes(db, id=id, limit=max(0, limit))
        total = query.count_changes(db)
    for row in found:
        run = f"run {row.run}" if row.run is not None else "link"
        others = f" ({', '.join(row.others)})" if row.others else ""
        click.echo(
            f"{row.number}  {run}  {row.kind} {row.id} {row.what}{others}: {plain(row.reason)}"
        )
    if id is None:
        click.echo(f"{count(total, one='change')} in all.")
