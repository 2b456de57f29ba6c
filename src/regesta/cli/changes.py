"""regesta changes: what linkings merged, split, added or removed, and why."""

from pathlib import Path
from sqlite3 import Connection

import click

from regesta.cli.options import limit_option, opened, register_option
from regesta.cli.screen import count, plain
from regesta.store import query


@click.command("changes")
@click.argument("id", required=False)
@limit_option(50, least=0)
@register_option
def command(id: str | None, limit: int, register: Path | None) -> None:
    """List what changed in stories and happenings, newest first; of ID only if given."""
    with opened(register) as db:
        whole = None if id is None else _whole(db, id)
        found = query.changes(db, id=whole, limit=limit)
        total = query.count_changes(db)
    for row in found:
        run = f"run {row.run}" if row.run is not None else "link"
        others = f" ({', '.join(row.others)})" if row.others else ""
        click.echo(
            f"{row.number}  {run}  {row.kind} {row.id} {row.what}{others}: {plain(row.reason)}"
        )
    if whole is None:
        click.echo(f"{count(total, one='change')} in all.")
    elif not found:
        click.echo(f"No linking changed {whole}.")


def _whole(db: Connection, id: str) -> str:
    """The id that begins so; one that is gone from the register lives on in the changes."""
    if query.changes(db, id=id, limit=1):
        return id
    there = query.find(db, id) if id else None
    if there is None or there[0] not in ("story", "happening"):
        raise click.ClickException(f"There is and was no story or happening {plain(id)!r}.")
    return there[1]
