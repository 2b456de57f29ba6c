"""The records of the examples composed into every layout of evaluate/composed.py."""

import pytest
from evaluate.composed import (
    EXAMPLES,
    LATER,
    LAYOUTS,
    Layout,
    articles_of,
    compose,
    page_f1,
    pages_of,
)

SAME_STORY = 0.8
"""Neighbours that tell one story, with nothing but their headlines between them, are not parted."""


@pytest.mark.parametrize(
    ("least", "layout"),
    [(least, layout) for _, least, layout in (*LAYOUTS, *LATER)],
    ids=[name for name, _, _ in (*LAYOUTS, *LATER)],
)
def test_layout(least: float, layout: Layout) -> None:
    scores = [
        score
        for group in pages_of(articles_of((EXAMPLES,)), per_page=3)
        for score in page_f1(compose(group, layout=layout), articles=group)
    ]
    assert sum(scores) / len(scores) >= (least if least > 0.9 else min(least, SAME_STORY))
