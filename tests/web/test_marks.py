"""Overlapping spans become well-nested marks that lose no word."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from regesta.web.marks import CLOSE, OPEN, WORDS, Mark, Token, draw

TEXT = "Iran and Saudi Arabia agreed in Beijing"

spans = st.tuples(st.integers(-3, 45), st.integers(-3, 45)).map(sorted)
marks = st.lists(
    st.builds(
        lambda span, kind: Mark(start=span[0], end=span[1], kind=kind, anchor=f"{kind}{span}"),
        spans,
        st.sampled_from(["actor", "deed", "quote", "evidence"]),
    ),
    max_size=8,
)


def outline(tokens: Sequence[Token]) -> str:
    """Tokens as a line: "[actor Iran] and"."""
    signs = {OPEN: lambda t: f"[{t.mark.kind} ", CLOSE: lambda t: "]", WORDS: lambda t: t.words}
    return "".join(signs[token.what](token) for token in tokens)


def mark(words: str, kind: str) -> Mark:
    start = TEXT.index(words)
    return Mark(start=start, end=start + len(words), kind=kind)


def test_marks_inside_one_another_nest() -> None:
    drawn = tuple(
        draw(TEXT, start=0, end=len(TEXT), marks=[mark("Iran", "actor"), mark(TEXT, "evidence")])
    )
    assert outline(drawn) == "[evidence [actor Iran] and Saudi Arabia agreed in Beijing]"


def test_marks_that_cross_are_split_at_the_boundary() -> None:
    crossing = [mark("Saudi Arabia agreed", "quote"), mark("Arabia agreed in", "deed")]
    drawn = tuple(draw(TEXT, start=9, end=len(TEXT), marks=crossing))
    assert outline(drawn) == "[quote Saudi [deed Arabia agreed]][deed  in] Beijing"
    assert [t.first for t in drawn if t.what == OPEN] == [True, True, False]


def test_same_words_in_two_slots_are_marked_twice() -> None:
    drawn = tuple(draw(TEXT, start=0, end=4, marks=[mark("Iran", "said"), mark("Iran", "actor")]))
    assert outline(drawn) == "[actor [said Iran]]"


@given(marks=marks, start=st.integers(0, 20), length=st.integers(0, 25))
def test_no_word_is_lost_and_every_mark_covers_its_own(
    marks: list[Mark], start: int, length: int
) -> None:
    end = min(len(TEXT), start + length)
    stack: list[Mark] = []
    covered: dict[Mark, set[int]] = {m: set() for m in marks}
    firsts: list[Mark] = []
    at = start
    for token in draw(TEXT, start=start, end=end, marks=marks):
        if token.what == OPEN and token.mark:
            stack.append(token.mark)
            firsts += [token.mark] if token.first else []
        elif token.what == CLOSE:
            assert stack.pop() == token.mark
        else:
            assert token.words == TEXT[at : at + len(token.words)]
            assert token.words
            for open_mark in stack:
                covered[open_mark] |= set(range(at, at + len(token.words)))
            at += len(token.words)
    assert at == end
    assert stack == []
    assert len(firsts) == len(set(firsts))
    for m, places in covered.items():
        assert places == set(range(max(m.start, start), min(m.end, end)))
