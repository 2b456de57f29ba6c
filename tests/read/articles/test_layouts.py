"""The records of the examples composed into every layout of evaluate/layouts.py."""

import pytest
from evaluate.composed import EXAMPLES, articles_of, compose, page_scores, pages_of
from evaluate.layouts import FIRST, LATER, Layout

SAME_STORY = 0.8
"""Neighbours that tell one story, with nothing but their headlines between them, are not parted."""


@pytest.mark.parametrize("layout", [*FIRST, *LATER], ids=lambda layout: layout.name)
def test_layout(layout: Layout) -> None:
    scores = [
        score.body
        for group in pages_of(articles_of((EXAMPLES,)), per_page=3)
        for score in page_scores(compose(group, layout=layout), articles=group)
    ]
    least = layout.least if layout.least > 0.9 else min(layout.least, SAME_STORY)
    assert sum(scores) / len(scores) >= least
