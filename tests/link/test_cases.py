import re
from pathlib import Path

import pytest

from regesta.link import link

CASES = Path(__file__).parents[1] / "cases" / "link.md"
CASE = re.compile(r"^## ([^\n]+)\n```\n(.*?)\n```\n```\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
FOUND = CASE.findall(CASES.read_text(encoding="utf-8"))


def test_every_case_of_the_file_is_read():
    assert len(FOUND) == CASES.read_text(encoding="utf-8").count("\n## ") >= 15


@pytest.mark.parametrize(("name", "articles", "expected"), FOUND, ids=[c[0] for c in FOUND])
def test_case(case, told, name, articles, expected):
    pages = case(articles)
    assert told(link(pages.readings), pages) == expected.split("\n")
