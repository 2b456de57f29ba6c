import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.knowledge import NameHit, names

CASES = Path(__file__).parents[1] / "cases" / "names.md"
_CASE = re.compile(r"^## (\S+)\n```text\n(.*?)\n```\n```hits\n(.*?)```", re.M | re.S)


def cases() -> list[tuple[str, str, str]]:
    return _CASE.findall(CASES.read_text("utf-8"))


def shown(text: str, hit: NameHit) -> str:
    cells = [text[hit.start : hit.end], hit.kind.value, hit.key, str(hit.country)]
    if hit.compound:
        cells.append(hit.tail or "-")
    return " | ".join(cells)


def test_every_case_is_read() -> None:
    assert len(cases()) == CASES.read_text("utf-8").count("\n## ") > 20


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=[c[0] for c in cases()])
def test_names_in_text(name: str, text: str, expected: str) -> None:
    assert [shown(text, hit) for hit in names().find(text)] == expected.splitlines(), name


WORDS = st.sampled_from(
    ["Russia", "US", "the", "Guinea", "-", "’s", "South", "Sudan", "pro-", "Élysée", "\n", ".", "ß"]
)


@given(st.lists(WORDS).map(" ".join) | st.text())
def test_hits_are_ordered_apart_and_inside(text: str) -> None:
    hits = names().find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))
