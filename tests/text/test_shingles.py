from regesta.text import shingles, winnow

TEXT = (
    "The northern fleet left Bergen on Sunday morning, the harbour master told reporters in Oslo."
)


def test_each_run_of_words_has_its_place():
    every = shingles(TEXT)
    assert len(every) == 15 - 6 + 1
    assert TEXT[every[0].start : every[0].end] == "The northern fleet left Bergen on"
    assert TEXT[every[-1].start : every[-1].end] == "harbour master told reporters in Oslo"


def test_hashes_never_change_between_machines_and_versions():
    assert shingles(TEXT)[0].hash == 186558202013456672


def test_hashes_fit_a_signed_column_and_differ():
    hashes = [one.hash for one in shingles(TEXT)]
    assert len(set(hashes)) == len(hashes)
    assert all(0 <= one < 1 << 63 for one in hashes)


def test_case_accents_and_punctuation_do_not_count():
    plain = shingles("He said the cafe’s door was shut in May")
    other = shingles('"HE SAID: the Café\'s door was shut — in May."')
    assert [one.hash for one in plain] == [one.hash for one in other]


def test_the_order_of_words_counts():
    assert shingles("a b c d e f")[0].hash != shingles("b a c d e f")[0].hash


def test_short_texts_have_none():
    assert shingles("only five words stand here") == ()
    assert winnow(()) == ()


def test_a_shared_passage_is_found_at_its_place():
    other = "Nobody knew why. " + TEXT[4:] + " It rained."
    left = {one.hash: one for one in winnow(shingles(TEXT))}
    shared = [one for one in winnow(shingles(other)) if one.hash in left]
    assert shared
    for one in shared:
        mine = left[one.hash]
        assert TEXT[mine.start : mine.end] == other[one.start : one.end]


def test_winnowing_thins_out():
    every = shingles(TEXT * 20)
    assert len(winnow(every, window=4)) < len(every) * 0.6
    assert winnow(every[:2], window=4) == (min(every[:2]),)
