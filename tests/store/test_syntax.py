"""The search box: keys become a want, words stay words, nothing fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import EventType, Modality, Quad
from regesta.store.query import KEYS, Want, parse, written


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", Want()),
        ("border treaty", Want(words="border treaty")),
        ('"border treaty" tea', Want(words='"border treaty" tea')),
        ("a:BLR r:irn", Want(actor="BLR", recipient="IRN")),
        ("a:Belarus p:UN", Want(actor="BLR", party="UN")),
        ('a:"United States"', Want(actor="USA")),
        ("type:agree modality:Planned", Want(type="AGREE", modality="planned")),
        ('quad:"material conflict"', Want(quad="material conflict")),
        ("said-by:Belta outlet:post", Want(said_by="Belta", outlet="post")),
        ('person:"Sergey Lavrov" tea', Want(person="Sergey Lavrov", words="tea")),
        ("after:2025-08-01 before:2025", Want(after="2025-08-01", before="2025")),
        ("during:2025-08", Want(during="2025-08")),
        ("origins:>=2 articles:3", Want(origins=(2, None), articles=(3, 3))),
        ("origins:>2", Want(origins=(3, None))),
        ("origins:<2 articles:<=4", Want(origins=(None, 1), articles=(None, 4))),
        ("origins:2..4", Want(origins=(2, 4))),
        ("is:unread is:starred is:background", Want(unread=True, starred=True, background=True)),
        ("is:disputed", Want(disputed=True)),
        ("is:read is:current", Want(unread=False, background=False)),
        ("is:new", Want(new_since=7)),
        ("country:SYR place:Zenda", Want(country="SYR", place="Zenda")),
        ("https://zenda.example/a:b", Want(words="https://zenda.example/a:b")),
        ("at 12:30 sharp:", Want(words="at 12:30 sharp:")),
    ],
)
def test_what_is_asked(text, want):
    parsed = parse(text, new_since=7)
    assert (parsed.want, parsed.notes) == (want, ())


@pytest.mark.parametrize(
    ("text", "want", "said"),
    [
        ("colour:red", Want(words="colour:red"), "“colour:” is no key"),
        ("type:DANCE tea", Want(words="tea"), "“DANCE” is no type"),
        ("after:soon", Want(), "“soon” is no date"),
        ("after:2025-13", Want(), "“2025-13” is no date"),
        ("origins:many", Want(), "“many” is no number"),
        ("is:blue", Want(), "“is:blue” is not known"),
        ("a:", Want(), "“a:” has no value"),
        ('a:""', Want(), "“a:” has no value"),
        ("a:BLR a:IRN", Want(actor="BLR"), "was given before"),
        ("is:new", Want(), "before the first visit"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(text, want, said):
    parsed = parse(text)
    assert parsed.want == want
    (note,) = parsed.notes
    assert said in note
    assert note.endswith(".")


@given(st.text(max_size=80))
def test_nothing_fails(text):
    parse(text)


@given(st.lists(st.sampled_from([*(f"{key.name}:" for key in KEYS), '"', ">", "2", " ", "x"])))
def test_nothing_like_a_query_fails(parts):
    parse("".join(parts))


NAMES = st.text("abc Ünde-", min_size=1, max_size=12).map(str.strip).filter(bool)
RANGES = st.one_of(
    st.tuples(st.integers(0, 99), st.none()),
    st.tuples(st.integers(0, 9), st.integers(10, 99)),
    st.integers(0, 99).map(lambda number: (number, number)),
)


@given(
    st.builds(
        Want,
        actor=st.none() | st.sampled_from(["BLR", "UN", "HAMAS"]),
        type=st.none() | st.sampled_from([str(type) for type in EventType]),
        quad=st.none() | st.sampled_from([str(quad) for quad in Quad]),
        modality=st.none() | st.sampled_from([str(one) for one in Modality]),
        background=st.none() | st.booleans(),
        after=st.none() | st.sampled_from(["2025", "2025-08", "2025-08-20"]),
        during=st.none() | st.sampled_from(["2025", "2025-08", "2025-08-20"]),
        said_by=st.none() | NAMES,
        person=st.none() | NAMES,
        origins=st.none() | RANGES,
        unread=st.none() | st.booleans(),
        starred=st.none() | st.just(True),
        new_since=st.none() | st.just(3),
        words=st.none() | st.sampled_from(["tea", '"green tea" cup']),
    )
)
def test_what_is_written_is_read_back(want):
    parsed = parse(written(want), new_since=3)
    assert (parsed.want, parsed.notes) == (want, ())


def test_every_key_says_what_it_is_and_its_example_is_read():
    for key in KEYS:
        parsed = parse(f"{key.name}:{key.example}")
        assert parsed.notes == (), key
        assert parsed.want != Want()
        assert key.says
