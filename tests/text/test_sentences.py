import re
import time
from pathlib import Path

import pytest

from regesta.text.sentences import MAX_LENGTH, RULES, split_sentences

CASES = Path(__file__).parents[1] / "cases" / "sentences.md"
CASE = re.compile(r"^## ([^\n]+)\n```\n(.*?)\n```\n```\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def real(line: str) -> str:
    return line.replace(r"\r", "\r").replace(r"\n", "\n").replace(r"\s", " ")


def cases() -> list[tuple[str, str, list[str]]]:
    found = CASE.findall(CASES.read_text(encoding="utf-8"))
    return [(name, real(text), [*map(real, out.split("\n"))]) for name, text, out in found]


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def test_every_case_of_the_file_is_read():
    assert len(cases()) == CASES.read_text(encoding="utf-8").count("\n## ") >= 40


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=[case[0] for case in cases()])
def test_case(name, text, expected):
    assert words(text) == expected


def test_spans_of_a_part_point_into_the_whole():
    text = "Before it. The fleet left. It came back. After it."
    spans = split_sentences(text, start=11, end=41)
    assert [text[start:end] for start, end in spans] == ["The fleet left.", "It came back."]


def test_what_stands_outside_the_part_does_not_matter():
    text = 'He said "go. The end.'
    inner = split_sentences(text, start=13)
    assert inner == tuple((a + 13, b + 13) for a, b in split_sentences(text[13:]))


def test_empty_and_blank_texts_have_no_sentences():
    assert split_sentences("") == ()
    assert split_sentences(" \n\t ") == ()


def test_a_text_without_stops_is_cut_at_spaces():
    text = "word " * 2_000
    pieces = words(text)
    assert all(len(piece) <= MAX_LENGTH for piece in pieces)
    assert " ".join(pieces) == text.strip()


def test_a_text_without_spaces_is_cut_too():
    assert [len(piece) for piece in words("x" * 3_200)] == [1_500, 1_500, 200]


@pytest.mark.parametrize(
    "filling",
    [" ", "\n", "\r", ".", '"', '." ', ".'A", "a.\n", "A.", "[1]", "(", "…", "\r\r a", "aaa.Aaa"],
)
def test_long_runs_of_one_thing_take_linear_time(filling):
    text = filling * (20_000 // len(filling))
    began = time.process_time()
    split_sentences(text)
    assert time.process_time() - began < 5  # quadratic code takes minutes


def test_every_rule_has_its_own_name():
    assert len({name for name, _ in RULES}) == len(RULES)
