from regesta.link.engine import fixed
from regesta.link.groups import average_link


def joined(size, pairs, **limits):
    scores = {pair: fixed(score) for pair, score in pairs.items()}
    return average_link(size, scores, **limits)


def test_one_strong_pair_does_not_pull_two_groups_together():
    pairs = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8}
    assert joined(4, pairs, threshold=0.3) == [(0, 1), (2, 3)]


def test_groups_whose_members_are_alike_throughout_join():
    pairs = {(i, j): 0.4 for i in range(4) for j in range(i + 1, 4)}
    assert joined(4, pairs, threshold=0.3) == [(0, 1, 2, 3)]


def test_a_bar_holds_for_the_whole_group():
    pairs = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.8}
    assert joined(3, pairs, threshold=0.1, apart=[(0, 2)]) == [(0, 1), (2,)]


def test_ties_go_to_the_smaller_items():
    pairs = {(1, 2): 0.5, (0, 1): 0.5}
    assert joined(3, pairs, threshold=0.4) == [(0, 1), (2,)]


def test_nothing_scored_nothing_joined():
    assert joined(2, {}, threshold=0.1) == [(0,), (1,)]
    assert joined(0, {}, threshold=0.1) == []


def test_two_tight_groups_need_more_than_the_threshold_between_them():
    pairs = {(i, j): 0.2 for i in range(4) for j in range(i + 1, 4)} | {(0, 1): 0.6, (2, 3): 0.6}
    assert joined(4, pairs, threshold=0.1, cohesion=0.5) == [(0, 1), (2, 3)]
    assert joined(4, pairs, threshold=0.1) == [(0, 1, 2, 3)]
    assert joined(3, pairs_of(pairs, below=3), threshold=0.1, cohesion=0.5) == [(0, 1, 2)]


def pairs_of(pairs, *, below):
    return {pair: score for pair, score in pairs.items() if max(pair) < below}
