"""What a clause tells alone it tells beside others, too."""

from evaluate.side_by_side import composed, score


def test_deeds_told_side_by_side_are_those_of_each_clause():
    rows = score(list(composed(each=6))).values()
    wanted = sum(row[0] for row in rows)
    lost, extra = (sum(row[at].total() for row in rows) for at in (1, 2))
    assert wanted > 200
    assert lost <= 0.02 * wanted
    assert extra <= 0.02 * wanted
