"""The matrix: actors by recipients as a heat map that is a plain table."""

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from math import ceil, log2

from regesta.model import Quad
from regesta.store import query
from regesta.store.query import Want
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask
from regesta.web.screens.desk_screen import wanted

TOP, TOP_MOST = 20, 60  # rows and columns
HEATS = 6  # steps of colour
_DEEP = 15  # happenings that may have the deepest colour where no cell has more


def matrix(ask: Ask) -> Answer:
    """The `top` most frequent actors; `quad` asks for one kind of deed only."""
    top = ask.whole("top", default=TOP, most=TOP_MOST)
    quad = ask.choice("quad", among=tuple(Quad))
    want = replace(wanted(ask), quad=quad)
    found = query.matrix(ask.db, want=want, top=top)
    most = max((count for row in found.cells for count in row), default=0)
    cells = [
        (actor, recipient, count)
        for actor, row in zip(found.codes, found.cells, strict=True)
        for recipient, count in zip(found.codes, row, strict=True)
        if count
    ]
    return Answer(
        template="matrix.html",
        title="Matrix",
        facts={
            **{"matrix": found, "want": want, "top": top, "quad": quad, "most": most},
            **{"quads": tuple(Quad), "filtered": want != Want(), "heat": lambda n: heat(n, most)},
            **{"counts": query.counts(ask.db), "shown": sum(count for _, _, count in cells)},
        },
        record={"codes": found.codes, "cells": found.cells, "outside": found.outside},
        table=Table(header=("actor", "recipient", "happenings"), rows=cells),
    )


def heat(count: int, most: int) -> int:
    """0 for none, then 1 to `HEATS` by doublings: news are few large and many small counts.

    Where the most is small, the deepest steps stay unused, so that one happening looks like one.
    """
    if count < 1:
        return 0
    return max(1, min(HEATS, ceil(log2(count + 1) / log2(max(most, _DEEP) + 1) * HEATS)))


def scale(most: int) -> tuple[tuple[int, str], ...]:
    """The steps of colour that counts up to `most` can have, each with the counts it stands for."""
    counts = range(1, most + 1)
    last = heat(most, most)
    ends = [bisect_right(counts, step, key=lambda n: heat(n, most)) for step in range(last + 1)]
    return tuple(
        (step, f"{low + 1:,}" if low + 1 == high else f"{low + 1:,} to {high:,}")
        for step, (low, high) in enumerate(pairwise(ends), start=1)
        if low < high
    )
