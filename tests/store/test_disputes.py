from dataclasses import replace

import pytest

from regesta.model import Links, Voucher
from regesta.store import query
from regesta.store.changes import compare
from regesta.store.links import save_links
from regesta.store.write import save_readings


@pytest.fixture
def linked(db, pair, links_over):
    pairs = [pair("a.txt"), pair("b.txt", publisher="The Hentzau Herald", published="2031-05-07")]
    save_readings(db, pairs)
    links = links_over(pairs)
    save_links(db, links, linked_by="links-1")
    return db, pairs, links


def test_the_origins_of_a_happening_are_told_with_their_copies(linked):
    db, pairs, links = linked
    (origin,) = query.confirmations(db, links.happenings[0].id)
    assert (origin.reporter, origin.sources) == ("The Zenda Post", ("RUR",))
    assert origin.vouched is Voucher.PARTY
    first, second = origin.carriers
    assert (first.article.id, first.reason) == (pairs[0][1].articles[0].id, "")
    assert second.reason == "reprint of it"
    assert second.article.copy_of.origin == first.article.id
    assert tuple(query.confirmation_rows(db)) == (origin,)
    assert query.confirmations(db, "h-nowhere") == ()


def test_a_dispute_puts_the_words_side_by_side(linked):
    db, _, links = linked
    (dispute,) = query.disputes(db, links.happenings[0].id)
    assert (dispute.slot, [side.value for side in dispute.sides]) == (
        "where",
        ["Zenda", "Strelsau"],
    )
    claim = dispute.sides[0].claims[0]
    assert (claim.words, claim.said_by) == ("Zenda", ("RUR",))
    assert claim.words in claim.sentence
    assert query.disputes(db) == (dispute,)
    assert query.disputes(db, limit=5, offset=1) == ()
    assert query.disputes(db, "h-nowhere") == ()
    assert query.count_disputes(db) == 1


def test_a_dispute_of_two_happenings_is_found_from_both(linked):
    db, _, links = linked
    other = replace(links.happenings[0], seed=links.happenings[0].events[-1])
    (dispute,) = links.disputes
    dispute = replace(dispute, happenings=(links.happenings[0].id, other.id))
    links = replace(links, happenings=(*links.happenings, other), disputes=(dispute,))
    save_links(db, links, linked_by="links-1")
    assert [row.id for row in query.disputes(db, other.id)] == [dispute.id]


def test_articles_that_go_take_their_words_with_them(linked, pair):
    db, pairs, links = linked
    page, reading = pairs[1]
    save_readings(
        db, [(page, replace(reading, articles=(), events=(), quotes=(), tenures=(), made_by="v2"))]
    )
    (origin,) = query.confirmations(db, links.happenings[0].id)
    assert [carrier.article.page for carrier in origin.carriers] == [pairs[0][0].id]
    (dispute,) = query.disputes(db)
    assert [len(side.claims) for side in dispute.sides] == [1, 0]


def test_the_first_linking_changes_nothing_and_neither_does_the_same_again(linked):
    db, _, links = linked
    save_links(db, links, linked_by="links-1")
    assert (query.changes(db), query.count_changes(db)) == ((), 0)


def test_what_a_linking_changes_is_told_with_its_run(linked, pair, links_over):
    db, pairs, links = linked
    pairs = [*pairs, pair("c.txt", published="2031-05-08")]
    save_readings(db, pairs)
    save_links(db, links_over(pairs), linked_by="links-1", run=3)
    changes = query.changes(db)
    assert [(c.run, c.kind, c.what) for c in changes] == [
        (3, "happening", "grew"),
        (3, "story", "grew"),
    ]
    assert changes[1].reason == ("By other pages: 1 article came; there were 2, there are 3.")
    assert query.changes(db, id=links.stories[0].id) == (changes[1],)
    assert query.changes(db, limit=1) == (changes[0],)


def test_other_rules_are_named_as_the_cause(linked):
    db, _, links = linked
    alone = replace(links.stories[0], seed=links.stories[0].articles[1])
    links = replace(
        links, stories=(alone,), happenings=(replace(links.happenings[0], story=alone.id),)
    )
    save_links(db, links, linked_by="links-2")
    (change,) = query.changes(db)
    assert (change.what, change.id) == ("renamed", alone.id)
    assert change.reason.startswith("By other rules: ")


def groups(**members):
    return {id: tuple(ids) for id, ids in members.items()}


def told(before, after):
    reasons = dict.fromkeys(after, "Words.")
    return [(c.what, c.id, c.others) for c in compare("story", before, after, reasons=reasons)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (groups(s="ab"), groups(s="ab"), []),
        (groups(s="ab"), groups(s="ab", t="c"), [("added", "t", ())]),
        (groups(s="ab", t="c"), groups(s="ab"), [("removed", "t", ())]),
        (groups(s="ab", t="c"), groups(s="abc"), [("merged", "s", ("t",))]),
        (
            groups(s="abc"),
            groups(s="ab", t="c"),
            [("split", "s", ("t",))],
        ),
        (groups(s="ab"), groups(r="rab"), [("renamed", "r", ("s",))]),
        (groups(s="ab"), groups(s="abc"), [("grew", "s", ())]),
        (groups(s="ab"), groups(s="a"), [("shrank", "s", ())]),
        (
            groups(s="ab", t="cd"),
            groups(s="ac", t="bd"),
            [
                ("split", "s", ("t",)),
                ("merged", "s", ("t",)),
                ("split", "t", ("s",)),
                ("merged", "t", ("s",)),
            ],
        ),
    ],
)
def test_what_became_of_groups(before, after, expected):
    assert told(before, after) == expected


def test_links_without_anything_behind_them_are_saved(db):
    save_links(db, Links(), linked_by="links-1")
    assert query.disputes(db) == ()
    assert list(query.confirmation_rows(db)) == []
