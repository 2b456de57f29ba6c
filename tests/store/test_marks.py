"""People's marks: kept apart from what runs write, and from one visit to the next."""

import os
import sqlite3
from contextlib import closing

import pytest

from regesta.store import RegisterError, marks, open_register, query
from regesta.store.links import save_links
from regesta.store.query import Want
from regesta.store.write import save_readings

AT, LATER = "2031-05-08T09:00:00Z", "2031-05-09T09:00:00Z"


@pytest.fixture
def ids(full):
    """The one happening, its story and an article."""
    (happening,) = query.happenings(full, want=Want(), limit=5)
    view = query.happening(full, happening.id)
    return happening.id, happening.story, view.reports[0].article.id


def test_read_and_unread(path, full, ids):
    with marks.marking(path) as db:
        marks.set_read(db, ids, read=True, at=AT)
        marks.set_read(db, ids[:1], read=True, at=LATER)
        marks.set_read(db, ids[1:2], read=False, at=LATER)
    assert marks.marked(full, ids).read == {ids[0], ids[2]}
    assert query.count_happenings(full, want=Want(unread=False)) == 1
    assert query.count_happenings(full, want=Want(unread=True)) == 0
    with marks.marking(path) as db:
        marks.set_read(db, ids, read=False, at=LATER)
    assert query.count_happenings(full, want=Want(unread=True)) == 1


def test_stars_say_what_they_are_on(path, full, ids):
    with marks.marking(path) as db:
        marks.set_star(db, ids[0], starred=True, at=AT)
        marks.set_star(db, ids[1], starred=True, at=LATER)
        marks.set_star(db, "s-gone", starred=True, at=AT)
    found = marks.starred(full, limit=5)
    assert [(star.id, star.kind) for star in found] == [
        (ids[1], "story"),
        (ids[0], "happening"),
        ("s-gone", None),
    ]
    assert marks.starred(full, limit=1, offset=1) == found[1:2]
    assert marks.count_starred(full) == 3
    assert marks.marked(full, ids).starred == {ids[0], ids[1]}
    assert query.count_happenings(full, want=Want(starred=True)) == 1
    with marks.marking(path) as db:
        marks.set_star(db, ids[0], starred=False, at=LATER)
    assert query.count_happenings(full, want=Want(starred=True)) == 0
    assert query.count_happenings(full, want=Want(starred=False)) == 1


def test_saved_queries_by_name(path, full):
    with marks.marking(path) as db:
        marks.save_query(db, name="tea", query="a:BLR", at=AT)
        marks.save_query(db, name="border", query="type:AGREE", at=AT)
        marks.save_query(db, name="tea", query="a:IRN", at=LATER)
    assert [(one.name, one.query) for one in marks.saved(full)] == [
        ("border", "type:AGREE"),
        ("tea", "a:IRN"),
    ]
    with marks.marking(path) as db:
        marks.forget_query(db, name="tea")
    assert [one.name for one in marks.saved(full)] == ["border"]


def test_new_since_the_last_visit(path, db, pair, links_over):
    first, second = pair("one.txt"), pair("two.txt", published="2031-05-07")
    save_readings(db, [first])
    save_links(db, links_over([first]), linked_by="v1")
    assert marks.last_visit(db) is None
    with marks.marking(path) as open_db:
        marks.visit(open_db, at=AT, upto=marks.linking(open_db))
    seen = marks.last_visit(db)
    assert (seen.at, seen.upto) == (AT, 1)
    assert marks.news(db, since=seen.upto) == marks.News(happenings=0, stories=0)
    save_readings(db, [second])
    apart = links_over([first]), links_over([second])
    both = type(apart[0])(
        stories=tuple(links.stories[0] for links in apart),
        happenings=tuple(links.happenings[0] for links in apart),
    )
    save_links(db, both, linked_by="v1")
    assert marks.news(db, since=seen.upto) == marks.News(happenings=1, stories=1)
    assert marks.news(db, since=0) == marks.News(happenings=2, stories=2)
    (row,) = query.happenings(db, want=Want(new_since=seen.upto), limit=5)
    new, old = both.happenings[1], both.happenings[0]
    assert row.id == new.id
    assert [story.id for story in query.stories(db, limit=5, new_since=1)] == [new.story]
    assert len(query.stories(db, limit=5, new_since=0)) == 2
    ids = [new.id, old.id, new.story, old.story, new.articles[0], old.articles[0]]
    assert marks.new_ids(db, ids, since=seen.upto) == {new.id, new.story, new.articles[0]}
    assert marks.linking(db) == 2


def test_a_happening_that_gains_a_report_is_not_new(db, pair, links_over):
    first, second = pair("one.txt"), pair("two.txt", published="2031-05-07")
    save_readings(db, [first])
    save_links(db, links_over([first]), linked_by="v1")
    save_readings(db, [second])
    save_links(db, links_over([first, second]), linked_by="v1")
    assert marks.news(db, since=1) == marks.News(happenings=0, stories=0)


def test_reading_anew_makes_nothing_new_and_keeps_the_marks(path, full, pair, links_over, ids):
    with marks.marking(path) as db:
        marks.set_star(db, ids[0], starred=True, at=AT)
        marks.set_read(db, ids, read=True, at=AT)
        marks.visit(db, at=AT, upto=1)
    again = [
        pair("one.txt", made_by="v2"),
        pair("two.txt", publisher="Daily Syldavian", published="2031-05-07", made_by="v2"),
    ]
    save_readings(full, again)
    save_links(full, links_over(again), linked_by="links-2")
    assert marks.linking(full) == 1
    assert marks.news(full, since=1).happenings == 0
    assert marks.marked(full, ids).starred == {ids[0]}
    assert query.count_happenings(full, want=Want(starred=True, unread=False)) == 1


def test_linking_again_without_new_pages_gives_no_number(full, pairs, links_over):
    save_links(full, links_over(pairs[:2]), linked_by="links-2")
    assert marks.linking(full) == 1


def test_marks_need_a_register_that_is_there_and_free(path, tmp_path, full, monkeypatch):
    with pytest.raises(RegisterError, match="no register"), marks.marking(tmp_path / "no.db"):
        pass
    assert not (tmp_path / "no.db").exists()
    monkeypatch.setattr(marks, "MARK_WAITS", 1)
    full.execute("BEGIN IMMEDIATE")
    with pytest.raises(RegisterError, match="being written"), marks.marking(path):
        pass
    full.execute("ROLLBACK")
    with marks.marking(path) as db:
        marks.set_star(db, "s-1", starred=True, at=AT)
    assert marks.count_starred(full) == 1
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(RegisterError, match="cannot be written"), marks.marking(path):
        pass


def two_marks(path, *, upto):
    with marks.marking(path) as db:
        marks.set_star(db, "s-1", starred=True, at=AT)
        marks.visit(db, at=AT, upto=upto)


def test_a_failing_mark_leaves_nothing(path, full):
    with pytest.raises(sqlite3.IntegrityError):
        two_marks(path, upto=None)
    assert marks.count_starred(full) == 0
    two_marks(path, upto=1)
    assert marks.count_starred(full) == 1


def test_marks_are_read_without_writing(path, full):
    with closing(open_register(path)) as reader:
        assert marks.saved(reader) == ()
        assert marks.linking(reader) == 1
        assert marks.count_starred(reader) == 0
