import pytest
from evaluate.clusters import b_cubed, pairwise

from evaluate import happenings, lineage
from regesta.model import Copy, EventType, Happening, Links, Modality

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2"}


def test_the_same_groups_under_other_names_are_right():
    found = {"a": "x", "b": "x", "c": "x", "d": "y"}
    assert (b_cubed(found, gold=GOLD).f1, pairwise(found, gold=GOLD).f1) == (1.0, 1.0)


def test_one_heap_has_recall_and_little_precision():
    cubed, paired = (score(dict.fromkeys(GOLD, "x"), gold=GOLD) for score in (b_cubed, pairwise))
    assert (cubed.precision, cubed.recall) == (pytest.approx((3 * 0.75 + 0.25) / 4), 1.0)
    assert (paired.precision, paired.recall) == (0.5, 1.0)


def test_what_is_not_found_stands_alone():
    assert b_cubed({}, gold=GOLD).precision == 1.0
    assert b_cubed({}, gold=GOLD).recall == pytest.approx((3 * (1 / 3) + 1) / 4)
    assert pairwise({}, gold=GOLD).f1 == 0.0


def test_origins_err_by_the_count_of_each_story():
    rows = [
        {"id": "1", "text": "x", "story": "s", "text_origin": "AP", "info_origin": "AP"},
        {"id": "2", "text": "y", "story": "s", "text_origin": "AP", "info_origin": "AP"},
        {"id": "3", "text": "z", "story": "t", "text_origin": "T", "info_origin": "T"},
    ]
    ids = [lineage.article_id(row) for row in rows]
    copy = Copy(article=ids[1], origin=ids[0], kind="reprint", share=1.0, reason="the same")
    apart = lineage.score(rows, copies=(), origins={id: id for id in ids})
    folded = lineage.score(
        rows, copies=[copy], origins=dict(zip(ids, ["AP", "AP", "T"], strict=True))
    )
    assert (apart["origins.mean-error"], folded["origins.mean-error"]) == (0.5, 0.0)
    assert apart["copies.b-cubed.f1"] < folded["copies.b-cubed.f1"] == 1.0


def happening(*events: str, articles: int) -> Happening:
    return Happening(
        seed=events[0],
        story=None,
        type=EventType.CONSULT,
        modality=Modality.ACTUAL,
        background=False,
        actors=(),
        recipients=(),
        events=events,
        articles=tuple(f"a{number}" for number in range(articles)),
        origins=2,
        reasons=(),
    )


TALKS = {"label": "talks", "events": [["a", 0], ["b", 0], ["c", 0]], "origins": 2}


def test_gold_events_that_were_not_found_are_left_out():
    names = {("a", 0): "e1", ("b", 0): "e2"}
    links = Links(happenings=(happening("e1", "e2", articles=2),))
    scores = happenings.score([TALKS], names=names, links=links)
    assert scores["happenings.pairwise.f1"] == scores["happenings.articles.right"] == 1.0
    assert "happenings.origins.right" not in scores


def test_numbers_of_articles_and_origins_are_held_against_gold():
    names = {("a", 0): "e1", ("b", 0): "e2", ("c", 0): "e3"}
    whole = Links(happenings=(happening("e1", "e2", "e3", articles=3),))
    part = Links(happenings=(happening("e1", "e2", articles=2), happening("e3", articles=1)))
    scores = [happenings.score([TALKS], names=names, links=links) for links in (whole, part)]
    assert [each["happenings.articles.right"] for each in scores] == [1.0, 0.0]
    assert [each["happenings.origins.right"] for each in scores] == [1.0, 1.0]
    wrong = [{**TALKS, "origins": 3}]
    assert happenings.score(wrong, names=names, links=whole)["happenings.origins.right"] == 0.0
