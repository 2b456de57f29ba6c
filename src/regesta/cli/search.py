"""regesta search: articles that hold words."""

from pathlib import Path

import click

from regesta.cli.options import limit_option, opened, register_option
from regesta.cli.screen import count, plain
from regesta.store import search as index


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@limit_option(20)
@register_option
def command(words: tuple[str, ...], limit: int, register: Path | None) -> None:
    """List the articles that hold all WORDS, newest first.

    Words in quotation marks stand next to one another; a closing * looks up beginnings.
    """
    asked = " ".join(words)
    with opened(register) as db:
        found = index.count(db, asked)
        hits = index.search(db, asked, limit=limit)
    for hit in hits:
        click.echo(_line(hit))
    click.echo(f"{count(found, one='article')} found, {len(hits)} shown.", err=True)


def _line(hit: index.Hit) -> str:
    head = (hit.published or "no date", plain(hit.publisher) or "no outlet", plain(hit.title))
    said = "".join(f"[{text}]" if is_match else text for text, is_match in hit.snippet)
    return f"{hit.article}  {' · '.join(head)}\n    {plain(said)}"
