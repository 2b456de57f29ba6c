"""Showing how far a run is, on standard error."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TextIO

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from regesta.run.ledger import Progress
from regesta.run.summary import Summary

SECONDS_A_LINE = 5.0
"""How often a line is written where there is no terminal."""


@contextmanager
def show_progress(stream: TextIO | None = None) -> Iterator[Progress]:
    """A live line on a terminal, plain lines now and then elsewhere."""
    out = stream or sys.stderr
    if out.isatty():
        with _live(out) as progress:
            yield progress
    else:
        yield _lines(out)


def told(summary: Summary) -> str:
    """Such as "40 read, 2 skipped, 61 articles, 97 events, 12 quotes, 1 trouble"."""
    numbers = ((field.name, getattr(summary, field.name)) for field in fields(summary))
    return ", ".join(
        f"{number} {name.removesuffix('s') if number == 1 else name}"
        for name, number in numbers
        if number or name in ALWAYS_TOLD
    )


ALWAYS_TOLD = ("read", "troubles")


@contextmanager
def _live(out: TextIO) -> Iterator[Progress]:
    """Sources are read lazily, so nobody knows how many pages there will be."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(file=out), transient=True) as bar:
        task = bar.add_task("reading")
        yield lambda summary: bar.update(task, description=told(summary))


def _lines(out: TextIO) -> Progress:
    last = time.monotonic()

    def progress(summary: Summary) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_A_LINE:
            last = time.monotonic()
            out.write(f"{told(summary)}\n")
            out.flush()

    return progress
