"""regesta read: pages into the register."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from regesta.cli.options import opened, register_option, settings
from regesta.cli.screen import count
from regesta.run import read_pages, show_progress, told
from regesta.sources import pages
from regesta.store import query


@click.command("read")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--workers", type=int, metavar="N", help="Processes that read; one a core.")
@click.option("--page-seconds", type=float, metavar="S", help="Longest time for one page; 30.")
@register_option
def command(
    inputs: tuple[str, ...], workers: int | None, page_seconds: float | None, register: Path | None
) -> None:
    """Read INPUTS (files, folders, - for standard input) into the register and link them."""
    chosen = settings(workers=workers, page_seconds=page_seconds, register=register)
    coming = pages(inputs, stdin=sys.stdin.buffer, max_bytes=chosen.max_page_bytes)
    try:
        with show_progress() as progress:
            done = read_pages(coming, settings=chosen, inputs=inputs, progress=progress)
    except KeyboardInterrupt:
        click.echo("What was read is kept; the same command goes on from there.", err=True)
        raise
    click.echo(f"This run: {told(done)}.", err=True)
    click.echo(f"{chosen.register}: {', '.join(holdings(chosen.register))}.")


def holdings(register: Path) -> Iterator[str]:
    """What the register holds, a part a kind; troubles by code."""
    with opened(register) as db:
        counts, troubles = query.counts(db), query.count_troubles(db)
    yield count(counts.pages, one="page")
    yield count(counts.articles, one="article")
    yield count(counts.events, one="event")
    yield count(counts.stories, one="story", many="stories")
    yield count(counts.happenings, one="happening")
    codes: Counter[str] = Counter()
    for (_, code), number in troubles.items():
        codes[code] += number
    told = ", ".join(f"{code} {number:,}" for code, number in sorted(codes.items()))
    yield count(counts.troubles, one="trouble") + (f" ({told})" if told else "")
