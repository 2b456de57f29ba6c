"""The check finds what is wrong and only that."""

import pytest

from regesta.store import RegisterError
from regesta.store.check import check_register


def test_a_sound_register_has_no_problems(path, full):
    assert check_register(path) == ()


def test_a_missing_register_is_a_user_error(path):
    with pytest.raises(RegisterError):
        check_register(path)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE pages SET text = substr(text, 1, 40)", "outside its page"),
        ("UPDATE pages SET text = upper(text)", "does not quote"),
        ("UPDATE pages SET text = upper(text)", "for 'PRESIDENT ANA SOL' on its page"),
        ("UPDATE articles SET title = 'Other words'", "word index"),
        ("DELETE FROM articles", "points at something"),
        ("DELETE FROM happening_events", "has no event"),
        ("DELETE FROM story_articles", "has no article"),
        ("UPDATE terms SET members = x'02', size = 2 WHERE kind = 'type'", "counts do not fit"),
        ("UPDATE totals SET rows = 7 WHERE name = 'articles'", "counts do not fit"),
        ("DELETE FROM terms WHERE kind = 'actor'", "counts do not fit"),
        ("UPDATE pages SET reading = x'00'", "damaged"),
        ("UPDATE pages SET reading = (SELECT body FROM pages LIMIT 1)", "damaged"),
    ],
)
def test_harm_is_found(path, full, harm, said):
    full.execute("PRAGMA foreign_keys = OFF")
    full.execute(harm)
    problems = check_register(path)
    assert any(said in problem for problem in problems), problems


def test_a_damaged_file_is_found(path, full):
    full.close()
    raw = bytearray(path.read_bytes())
    for place in range(3 * 4096, len(raw), 4096):
        raw[place : place + 200] = b"\xff" * 200
    path.write_bytes(raw)
    try:
        problems = check_register(path)
    except RegisterError:
        return
    assert problems
