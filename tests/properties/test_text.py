from hypothesis import given
from hypothesis import strategies as st

from regesta.text import (
    decode,
    fold,
    looks_binary,
    mojibake,
    shingles,
    split_sentences,
    winnow,
    words,
)

LINES = st.text(alphabet="aB. \n\"'?!…Xy1,’”“-\r\t—")
TEXTS = st.one_of(st.text(), LINES)
SPACES = st.text(alphabet=" \n\t\u00a0", max_size=5)
WORDS = st.lists(st.sampled_from(["fleet", "Oslo", "été", "no", "17", "harbour's"]), max_size=40)


@given(TEXTS)
def test_sentences_are_ordered_trimmed_and_cover_all_that_is_not_space(text):
    at = 0
    for start, end in split_sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_sentences_of_a_part_are_those_of_the_cut_text(text, start, length):
    cut = text[start : start + length]
    expected = tuple((a + start, b + start) for a, b in split_sentences(cut))
    assert split_sentences(text, start=start, end=start + length) == expected


@given(st.text())
def test_folded_offsets_lead_back(text):
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end]).text


@given(st.text())
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(st.text())
def test_words_are_ordered_and_hold_no_space(text):
    at = 0
    for start, end in words(text):
        assert at <= start < end <= len(text)
        assert not any(char.isspace() for char in text[start:end])
        at = end


@given(
    st.binary(), st.sampled_from([None, "utf-8", "gbk", "windows-1252", "no such"]), st.booleans()
)
def test_any_bytes_decode(raw, charset, html):
    decoded = decode(raw, charset=charset, html=html)
    assert isinstance(decoded.text, str)
    assert decoded.rule
    assert bool(decoded.damage) == ("\ufffd" in decoded.text)
    looks_binary(raw)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_decodes_unchanged(text):
    assert decode(text.encode()).text == text


@given(st.text())
def test_mojibake_spans_are_ordered(text):
    spans = mojibake(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(WORDS, SPACES, SPACES)
def test_shingles_do_not_depend_on_white_space_around_and_between(pieces, before, between):
    plain = " ".join(pieces)
    spaced = before + (" " + between).join(pieces) + before
    assert [one.hash for one in shingles(plain)] == [one.hash for one in shingles(spaced)]


@given(WORDS, st.integers(1, 6))
def test_winnowing_leaves_no_window_empty(pieces, window):
    every = shingles(" ".join(pieces))
    kept = set(winnow(every, window=window))
    assert kept <= set(every)
    for at in range(len(every) - window + 1):
        assert kept & set(every[at : at + window])
