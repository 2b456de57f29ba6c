"""Pages of sites: what a register holds depends on the set of pages, however they came."""

import random
from contextlib import closing
from dataclasses import replace

import pytest

from regesta.export import KINDS, lines
from regesta.model import Page
from regesta.run import read_pages
from regesta.settings import Settings
from regesta.store import open_register, query
from regesta.store.check import check_register

TOWNS = ("Arbon", "Bregen", "Corvo", "Delmar", "Elling", "Farum", "Gotha", "Horn", "Imst", "Jever")


def page(town, number, *, host="dockpost.example", also=""):
    text = (
        f"Word from the docks since the flood\n"
        f"{town} opens its harbour\n"
        f"The harbour of {town} was opened on Monday by its mayor before a crowd.\n"
        f"Ships of every size can call at {town} now, its engineer told the crowd.\n"
        f"Fishermen from {town} had waited for the second pier since theirs burned.\n"
        f"{also}Dock Street 4\n"
    )
    url = f"https://{host}/{number}"
    return Page(name=f"{number}.txt", body=text.encode(), media_type="text/plain", url=url)


def some_sites():
    """One of ten pages, of which four carry a line more; one of three, one of two."""
    ten = [page(t, n, also="Pass it on\n" * (n % 3 == 0)) for n, t in enumerate(TOWNS)]
    three = [page(t, n, host="fen.example") for n, t in enumerate(TOWNS[:3])]
    return [*ten, *three, *(page(t, n, host="upland.example") for n, t in enumerate(TOWNS[:2]))]


def repeated(path):
    """How many of a page's lines its site repeats, by address; pages without any left out."""
    with closing(open_register(path)) as db:
        rows = db.execute(
            "SELECT url, record ->> 'author' FROM articles a JOIN pages p ON p.id = a.page"
        ).fetchall()
    return {url.removeprefix("https://"): int(said.split()[0]) for url, said in rows if said}


@pytest.fixture
def at_once(tmp_path, read, dump):
    """The register of some sites, read in one run."""
    path = tmp_path / "at-once.db"
    read(some_sites(), register=path)
    return dump(path)


def same(first, second):
    """Whether two registers hold the same; what linking changed tells of runs, not of pages."""
    return {k: v for k, v in first.items() if k != "changes"} == {
        k: v for k, v in second.items() if k != "changes"
    }


def test_pages_are_read_with_what_their_site_repeats(path, read):
    assert read(some_sites()).read == 15
    found = repeated(path)
    assert {n for n in range(10) if found[f"dockpost.example/{n}"] == 3} == {0, 3, 6, 9}
    assert {found[f"dockpost.example/{n}"] for n in range(10)} == {2, 3}
    assert [found[f"fen.example/{n}"] for n in range(3)] == [2, 2, 2]
    assert "upland.example/0" not in found
    assert check_register(path) == ()


@pytest.mark.slow
def test_ten_runs_of_one_page_are_one_run_of_ten(path, read, dump, at_once):
    for one in some_sites():
        read([one])
    assert same(dump(path), at_once)
    assert check_register(path) == ()


@pytest.mark.slow
def test_the_order_of_pages_and_the_workers_do_not_matter(tmp_path, read, dump, at_once):
    for number in range(2):
        came = some_sites()
        random.Random(number).shuffle(came)
        register = tmp_path / f"{number}.db"
        read(came[:7], register=register)
        read(came, register=register, workers=2)
        assert same(dump(register), at_once)


def test_reading_again_changes_nothing(path, read):
    read(some_sites())
    before = path.read_bytes()
    again = read(some_sites())
    assert (again.read, again.skipped) == (0, 15)
    assert path.read_bytes() == before


def test_a_page_is_read_again_only_when_its_own_lines_count_otherwise(path, read):
    ten = some_sites()[:10]
    read(ten)
    assert read([page("Karow", 10), page("Lund", 11)]).read == 2
    more = read([page("Mals", 12)])  # "Pass it on" stands on 4 of 13 pages now
    assert more.read == 1 + 4
    assert set(repeated(path).values()) == {2}


class StopError(Exception):
    """Ends a run in the middle."""


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 9, 13])
def test_a_run_that_was_cut_off_goes_on(path, read, dump, at_once, after):
    def stop(summary):
        if summary.read >= after:
            raise StopError

    with pytest.raises(StopError):
        read(some_sites(), progress=stop)
    assert check_register(path) == ()
    read(some_sites())
    assert same(dump(path), at_once)


@pytest.mark.slow
def test_what_a_cut_off_run_left_is_settled_by_the_next(tmp_path, path, read, dump):
    """The run that was cut off knew of pages that never came again."""

    def stop(summary):
        if summary.read >= 4:
            raise StopError

    with pytest.raises(StopError):
        read(some_sites()[:10], progress=stop)
    read([page("Oslo", 0, host="elsewhere.example")])
    with closing(open_register(path)) as db:
        left = [id for (id,) in db.execute("SELECT id FROM pages")]
    calm = tmp_path / "calm.db"
    came = [*some_sites()[:10], page("Oslo", 0, host="elsewhere.example")]
    read([one for one in came if one.id in left], register=calm)
    assert 1 < len(left) < len(came)
    assert same(dump(path), dump(calm))


def test_a_page_that_comes_twice_is_read_once_under_its_smaller_name(path, read):
    one = page("Arbon", 0)
    done = read([replace(one, name="b"), replace(one, name="a"), replace(one, name="c")])
    assert (done.read, done.skipped) == (1, 2)
    assert read([replace(one, name="0")]).read == 1
    assert read([replace(one, name="d")]).skipped == 1
    with closing(open_register(path)) as db:
        assert db.execute("SELECT name FROM pages").fetchall() == [("0",)]


def test_stale_pages_wait_for_their_turn_but_count(path, read):
    """What other rules read is read again when it comes again, and stands on its site meanwhile."""
    read(some_sites()[:9], made_by="v1")
    assert read([some_sites()[9]], made_by="v2").read == 1
    with closing(open_register(path)) as db:
        made = {name for (name,) in db.execute("SELECT substr(made_by, 1, 2) FROM pages")}
    assert made == {"v1", "v2"}
    assert repeated(path)["dockpost.example/9"] == 3


def test_bad_pages_of_a_site_cost_themselves_only(path, read):
    bad = [replace(one, body=b"fault here\n" + one.body) for one in some_sites()[:4]]
    came = [*bad, *some_sites()[4:10]]
    assert read(came).bugs == 4
    assert read(came).skipped == 10
    assert check_register(path) == ()


def test_marks_of_people_survive(path, read):
    read(some_sites()[:2])
    with closing(open_register(path, write=True)) as db:
        (id,) = db.execute("SELECT id FROM articles ORDER BY id").fetchone()
        db.execute("INSERT INTO stars VALUES (?, '2031-01-01T00:00:00Z')", (id,))
        before = db.execute("SELECT * FROM arrivals ORDER BY id").fetchall()
    assert read(some_sites()[2:3]).read == 3
    with closing(open_register(path)) as db:
        assert query.find(db, id) == ("article", id)
        assert db.execute("SELECT id FROM stars").fetchall() == [(id,)]
        assert set(before) <= set(db.execute("SELECT * FROM arrivals").fetchall())


def test_an_older_register_gets_the_lines_of_its_pages(path, read, dump, at_once):
    read(some_sites()[:9])
    with closing(open_register(path, write=True)) as db:
        db.execute("DELETE FROM page_lines")
        db.execute("DELETE FROM state WHERE name = 'lines_known'")
    read(some_sites())
    assert same(dump(path), at_once)


@pytest.mark.slow
def test_readings_and_exports_are_the_same_however_pages_came(tmp_path):
    """With the reader that ships, one run against three."""
    whole, parts = tmp_path / "whole.db", tmp_path / "parts.db"
    settings = Settings(workers=1)
    came = some_sites()[:6]
    read_pages(came, settings=settings, register=whole)
    for some in (came[4:], came[:1], came[1:4]):
        read_pages(some, settings=settings, register=parts)
    told = []
    for path in (whole, parts):
        with closing(open_register(path)) as db:
            readings = db.execute("SELECT id, made_by, reading FROM pages ORDER BY id").fetchall()
            rows = [list(lines(db, what=kind, format="jsonl")) for kind in KINDS]
            told.append((readings, rows))
    assert told[0] == told[1]
    assert all(" site=" in made_by for _, made_by, _ in told[0][0])
