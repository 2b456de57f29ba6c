from hypothesis import given
from hypothesis import strategies as st

from regesta.link.alignment import align

LEFT = "Early today the ore line between Kiruna and Narvik was cut again. Nobody was hurt."
RIGHT = "NARVIK: The ore line between Kiruna, and Narvik was cut by snow. Then came the plough."


def test_shared_words_are_found_on_both_sides():
    (shared,) = align(LEFT, RIGHT)
    assert LEFT[slice(*shared.left)] == "the ore line between Kiruna and Narvik was cut"
    assert RIGHT[slice(*shared.right)] == "The ore line between Kiruna, and Narvik was cut"


def test_a_passage_is_taken_where_it_goes_on_longest():
    said = "the joint office watches over the works until the last tunnel opens"
    short, long = said.rsplit(" ", 3)[0], said
    (shared,) = align(said, f"{short}. Later {long}.")
    assert shared.right[1] - shared.right[0] == len(long)


def test_five_words_are_chance():
    assert align("the ore line was cut", "the ore line was cut") == ()


@given(st.text(), st.text(min_size=40))
def test_a_text_that_holds_another_is_found_whole(before, said):
    for shared in align(said, f"{before} {said}"):
        assert 0 <= shared.left[0] < shared.left[1] <= len(said)
    assert align(said, "") == ()
