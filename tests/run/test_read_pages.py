"""Runs: what is read, skipped and redone, and what befalls bad pages."""

import random
from contextlib import closing
from dataclasses import replace

import pytest

from regesta.model import Page, Trouble
from regesta.run import RunError, Summary
from regesta.store import open_register, query
from regesta.store.check import check_register


def codes(path):
    """Which page has which trouble, the fake reader's own left out."""
    with closing(open_register(path)) as db:
        rows = query.troubles(db, limit=1000)
    return {row.name: row.code for row in rows if row.step != "fake"}


def test_pages_are_read_and_linked(path, read, pages):
    summary = read(pages("one", "two", ""))
    assert summary == Summary(read=3, articles=2, events=2, troubles=3)
    with closing(open_register(path)) as db:
        counts = query.counts(db)
        assert (counts.pages, counts.articles) == (3, 2)
        assert counts.happenings >= 1
        assert db.execute("SELECT count(*) FROM runs WHERE finished IS NOT NULL").fetchone() == (1,)
    assert check_register(path) == ()


def test_reading_twice_changes_nothing(path, read, pages, dump):
    trouble = Trouble(step="sources", code="empty", message="No bytes.", page="bad.html")
    read([*pages("one", "two"), trouble])
    before = dump(path, runs=True)
    bytes_before = path.read_bytes()
    assert read([*pages("one", "two"), trouble]) == Summary(skipped=2, troubles=1)
    assert dump(path, runs=True) == before
    assert path.read_bytes() == bytes_before


def test_ctrl_c_is_kept_from_workers_from_their_start(path, read, pages):
    """Those of the pool and one that reads a page again, alone."""
    mark = path.with_name("mark")
    read(pages("interrupts", f"die-once {mark}"))
    assert codes(path) == {}


def test_nothing_to_read(path, read):
    assert read([]) == Summary()
    assert check_register(path) == ()


def test_stale_pages_are_redone(path, read, pages):
    read(pages("one", "two"))
    assert read(pages("one", "three"), made_by="v2").read == 2
    with closing(open_register(path)) as db:
        made = dict(db.execute("SELECT text, made_by FROM pages"))
    assert made == {"one": "v2", "two": "v1", "three": "v2"}
    assert check_register(path) == ()


def odd_pages(pages):
    texts = [f"page number {number}" for number in range(90)]
    texts[3], texts[40], texts[70] = "fault here", "exit now", ""
    found = pages(*texts)
    addressed = [replace(page, url=f"http://zenda.example/{page.name}") for page in found[:10]]
    renamed = [replace(page, name=f"x{page.name}") for page in addressed]
    troubles = [Trouble(step="sources", code="odd", message="Odd.", page=f"{n}") for n in range(3)]
    return [*renamed, *addressed, *found, *found[:5], *troubles]


@pytest.mark.slow
def test_the_register_depends_on_the_pages_alone(tmp_path, read, pages, dump):
    dumps = []
    for number, workers in enumerate((1, 3)):
        came = odd_pages(pages)
        random.Random(number).shuffle(came)
        register = tmp_path / f"{number}.db"
        read(came, workers=workers, register=register)
        dumps.append(dump(register))
        assert check_register(register) == ()
    assert dumps[0] == dumps[1]


def test_a_page_with_two_names_keeps_the_smaller(path, read):
    page = Page(name="b", body=b"x", media_type="text/plain", url="http://zenda.example/")
    assert read([page]).read == 1
    assert read([replace(page, name="c")]).skipped == 1
    assert read([replace(page, name="a")]).read == 1
    assert read([replace(page, name="c")], made_by="v2").read == 1
    with closing(open_register(path)) as db:
        assert db.execute("SELECT name, made_by FROM pages").fetchall() == [("a", "v2")]


def test_bugs_are_counted_and_the_run_goes_on(path, read, pages):
    summary = read(pages("good", "fault x", "exit x", "recurse x", "twice told"))
    assert (summary.read, summary.bugs) == (5, 3)
    assert codes(path) == {
        "0001.txt": "bug",
        "0002.txt": "bug",
        "0003.txt": "bug",
        "0004.txt": "unfit",
    }
    with closing(open_register(path)) as db:
        (said,) = (row.message for row in query.troubles(db, limit=50) if row.name == "0001.txt")
        assert query.counts(db).events == 2
    assert said.startswith(r"ValueError: no such \ud800 thing (fake_reader.py:")


def test_too_large_pages_are_kept_unread_until_the_limit_changes(path, read, pages):
    came = pages("x" * 100, "small")
    assert read(came, max_page_bytes=50) == Summary(read=2, articles=1, events=1, troubles=2)
    assert codes(path) == {"0000.txt": "too-large"}
    assert read(came, max_page_bytes=50).skipped == 2
    assert read(came, max_page_bytes=500) == Summary(
        read=1, skipped=1, articles=1, events=1, troubles=1
    )
    assert codes(path) == {}


def test_names_that_are_no_text_are_stored(path, read, pages):
    odd = replace(pages("one")[0], name="caf\udce9.txt", url="x\ud800")
    trouble = Trouble(step="sources", code="odd", message="\udcff", page="\udce9.html")
    read([odd, trouble])
    assert read([odd, trouble]).skipped == 1
    with closing(open_register(path)) as db:
        assert db.execute("SELECT name, url FROM pages").fetchall() == [
            (r"caf\udce9.txt", r"x\ud800")
        ]


def test_a_missing_language_model_ends_the_run(read, pages):
    with pytest.raises(RunError, match="No model"):
        read(pages("good", "no-model here"))


def test_workers_that_cannot_start_end_the_run(read, pages):
    with pytest.raises(RunError, match="Worker processes die"):
        read(pages("good", "better"), function="dead_reader:read_page")


def test_a_reader_that_is_not_there_ends_the_run(read, pages):
    with pytest.raises(ModuleNotFoundError):
        read(pages("good"), function="no_such_reader:read_page")


@pytest.mark.slow
def test_hanging_pages_are_cut_off(path, read, pages):
    came = pages("good one", "hang for ever", "stubborn one", "hold the line", "good three")
    assert read(came, page_seconds=1.0).read == 5
    assert codes(path) == dict.fromkeys(("0001.txt", "0002.txt", "0003.txt"), "too-slow")
    assert read(came, page_seconds=1.0).skipped == 5
    assert check_register(path) == ()


@pytest.mark.slow
def test_dying_workers_cost_one_page(path, read, pages, tmp_path):
    texts = [f"good {number}" for number in range(40)]
    texts[5], texts[20] = "die now", f"die-once {tmp_path / 'mark'}"
    summary = read(pages(*texts), workers=2)
    assert (summary.read, summary.articles) == (40, 39)
    assert codes(path) == {"0005.txt": "worker-died"}
    assert check_register(path) == ()
