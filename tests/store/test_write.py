"""Writing: the same again changes nothing, stale readings are replaced, order does not matter."""

import itertools
import sqlite3
from dataclasses import replace

import pytest

from regesta.model import Given, Page, Reading, Trouble
from regesta.store import query
from regesta.store.check import check_register
from regesta.store.links import linked_by, save_links
from regesta.store.query import Want
from regesta.store.search import count
from regesta.store.write import begin_run, end_run, save_readings, save_troubles


def test_writing_the_same_again_changes_nothing(full, pairs, dump):
    before = dump(full)
    assert save_readings(full, pairs) == 0
    assert dump(full) == before
    assert linked_by(full) == "links-1"


def test_a_stale_page_is_replaced_as_a_whole(path, full, pair):
    page, reading = pair("one.txt", made_by="v2")
    bare = replace(reading, events=(), quotes=(), tenures=(), troubles=())
    assert save_readings(full, [(page, bare)]) == 1
    counts = query.counts(full)
    assert (counts.pages, counts.articles, counts.events, counts.quotes) == (3, 2, 1, 1)
    assert count(full, "syldavia") == 2
    assert linked_by(full) is None
    assert check_register(path) == ()


def test_links_without_members_go_with_the_page(path, full, pairs):
    for name in ("one.txt", "two.txt"):
        page, _ = next(pair for pair in pairs if pair[0].name == name)
        empty = Reading(page=page.id, name=name, media_type="text/plain", text="", made_by="v2")
        save_readings(full, [(page, empty)])
    counts = query.counts(full)
    assert (counts.happenings, counts.stories, counts.copies) == (0, 0, 0)
    assert check_register(path) == ()


def test_what_a_stale_page_took_with_it_is_counted_no_more(path, db, pair, links_over):
    both = [pair("one.txt"), pair("two.txt", published="2031-05-07")]
    save_readings(db, both)
    apart = [links_over([one]) for one in both]
    stories = tuple(links.stories[0] for links in apart)
    happenings = tuple(links.happenings[0] for links in apart)
    save_links(db, replace(apart[0], stories=stories, happenings=happenings), linked_by="v1")
    for (page, reading), left in zip(both, (1, 0), strict=True):
        save_readings(db, [(page, replace(reading, events=(), made_by="v2"))])
        assert query.count_happenings(db, want=Want()) == left
        assert query.count_happenings(db, want=Want(actor="RUR")) == left
        assert len(query.happenings(db, want=Want(actor="RUR"), limit=5)) == left
        (types,) = (facet for facet in query.facets(db, want=Want()) if facet.key == "type")
        assert sum(tally.happenings for tally in types.tallies) == left
        assert sum(row.happenings for row in query.dyads(db, want=Want(), limit=5)) == left
    assert check_register(path) == ()


def test_a_run_is_noted_with_what_came_first_with_it(db, pair):
    one, two = pair("one.txt"), pair("two.txt")
    trouble = Trouble(step="sources", code="empty", message="No bytes.", page="a/b.html")
    begun = []

    def run():
        begun.append(begun[0] if begun else begin_run(db, started="2031", inputs=[], made_by="v1"))
        return begun[0]

    save_readings(db, [one], run=lambda: 1)
    save_troubles(db, [trouble], run=lambda: 1)
    assert save_readings(db, [one], run=run) == save_troubles(db, [trouble], run=run) == 0
    assert begun == []
    save_readings(db, [(one[0], replace(one[1], made_by="v2")), two], run=run)
    rows = dict(db.execute("SELECT id, run FROM arrivals"))
    (noted,) = set(begun)
    assert (rows[one[0].id], rows[two[0].id]) == (1, noted)
    assert len(rows) == 5  # two pages with a trouble each, and one input that was none


def arrivals():
    """One addressed page that arrives three times under different names and headers."""
    first = Page(name="b.txt", body=b"x", media_type="text/plain", url="http://zenda.example/1")
    pages = [
        first,
        replace(first, name="a.txt", given=Given(title="T")),
        replace(first, name="a.txt", fetched_at="2031-05-06T00:00:00Z"),
    ]
    empty = Reading(page=first.id, name="", media_type="text/plain", text="x", made_by="v1")
    return [(page, replace(empty, name=page.name)) for page in pages]


def test_of_several_arrivals_the_smallest_is_kept_in_any_order(db, dump):
    dumps = []
    for order in itertools.permutations(arrivals()):
        for one in order:
            save_readings(db, [one])
        dumps.append(dump(db))
        db.execute("DELETE FROM pages")
    assert all(one == dumps[0] for one in dumps)
    (row,) = dumps[0]["pages"]
    assert "a.txt" in row
    assert "2031-05-06T00:00:00Z" in row


def test_a_failing_part_leaves_nothing(db, pairs, dump):
    before = dump(db)
    page, reading = pairs[1]
    twice = replace(reading, events=reading.events * 2)
    with pytest.raises(sqlite3.IntegrityError):
        save_readings(db, [pairs[0], (page, twice)])
    assert dump(db) == before


def test_source_troubles_are_kept_once(db):
    trouble = Trouble(step="sources", code="empty", message="No bytes.", page="a/b.html")
    assert save_troubles(db, [trouble, trouble]) == 1
    assert save_troubles(db, [trouble]) == 0
    (row,) = query.troubles(db, limit=5)
    assert (row.page, row.name, row.code) == (None, "a/b.html", "empty")


def test_links_are_replaced_as_a_whole(full, pairs, links_over, dump):
    before = dump(full)
    save_links(full, links_over(pairs[:2]), linked_by="links-1")
    assert dump(full) == before
    save_links(full, links_over(pairs[:1]), linked_by="links-2")
    assert query.counts(full).copies == 0
    assert linked_by(full) == "links-2"


def test_links_to_nothing_are_refused_and_the_old_ones_stay(full, pair, links_over, dump):
    before = dump(full)
    with pytest.raises(sqlite3.IntegrityError):
        save_links(full, links_over([pair("unknown.txt")]), linked_by="links-2")
    assert dump(full) == before


def test_of_several_origins_the_most_shared_leads(full, pairs, links_over):
    links = links_over(pairs[:2])
    (copy,) = links.copies
    less = replace(copy, origin=copy.article, share=0.1)
    save_links(full, replace(links, copies=(less, copy)), linked_by="links-1")
    view = query.article(full, copy.article)
    assert view.row.copy_of == copy


def test_a_run_is_noted(db):
    run = begin_run(db, started="2031-05-06T00:00:00Z", inputs=["a", "b"], made_by="v1")
    (row,) = db.execute("SELECT finished, inputs FROM runs WHERE id = ?", (run,))
    assert row == (None, '["a","b"]')
    end_run(db, run, finished="2031-05-06T00:01:00Z", counts={"read": 2})
    (row,) = db.execute("SELECT finished, counts FROM runs WHERE id = ?", (run,))
    assert row == ("2031-05-06T00:01:00Z", '{"read":2}')


def test_any_text_comes_back_as_it_was(db):
    text = "a\0b \U0001f54a ﷺ \x1b " + "x" * 100_000
    page = Page(name="odd\n'name\"", body=bytes(range(256)), media_type="text/plain")
    reading = Reading(
        page=page.id, name=page.name, media_type="text/plain", text=text, made_by="v1"
    )
    save_readings(db, [(page, reading)])
    assert list(query.readings(db)) == [reading]
    view = query.page(db, page.id)
    assert (view.text, view.body, view.name) == (text, page.body, page.name)
