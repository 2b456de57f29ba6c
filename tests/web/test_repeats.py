"""Why a line was taken for the site's own is said with numbers."""

from contextlib import closing

import pytest

from regesta.cli.show import page as show_page
from regesta.model import Page
from regesta.read import read_page
from regesta.store import open_register
from regesta.store.sites import begin_waiting, save_lines
from regesta.store.write import save_readings
from regesta.text.sites import learn, lines_of
from regesta.web.repeats import repeats

TOWNS = ("Arbon", "Bregen", "Corvo", "Delmar")


def made(town, number):
    text = (
        f"{town} opens its harbour after six years of work\n"
        f"The harbour of {town} was opened on Monday by its mayor before a crowd of dockers.\n"
        f"Ships of every size can call at {town} now, its engineer told the crowd.\n"
        f"{'Pass it on to a friend at sea' if number else 'Tides'}\nWord from the docks\n"
    )
    url = f"https://www.dockpost.example/{number}"
    return Page(name=f"{number}.txt", body=text.encode(), media_type="text/plain", url=url)


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "sites.db"
    pages = [made(town, number) for number, town in enumerate(TOWNS)]
    pages.append(Page(name="alone.txt", body=pages[0].body, media_type="text/plain"))
    known = [lines_of(one, site="dockpost.example") for one in pages[:4]]
    learned = learn(sorted(known, key=lambda lines: lines.page))
    sites = {lines.page: learned.of(lines) for lines in known}
    with closing(open_register(path, write=True)) as db:
        begin_waiting(db)
        readings = [(p, read_page(p, made_by="v1", site=sites.get(p.id))) for p in pages]
        save_readings(db, readings)
        save_lines(db, known)
    return path


def test_a_repeated_line_tells_on_how_many_pages(register):
    one = made(TOWNS[1], 1)
    with closing(open_register(register)) as db:
        said = repeats(db, one.id)
        shown = list(show_page(db, one.id))
    where = "of 4 pages of dockpost.example"
    assert said.of("Pass it on to a friend at sea", rule="site.repeated") == f"on 3 {where}"
    assert said.of("Word from the docks", rule="site.repeated") == f"on 4 {where}"
    assert said.of("Pass it on to a friend at sea", rule="few-words") == ""
    assert said.of("Tides", rule="site.repeated") == ""
    (line,) = [line for line in shown if "Pass it on" in line]
    assert line.endswith(f"[site.repeated] on 3 {where}")


def test_a_page_without_a_site_tells_nothing(register):
    with closing(open_register(register)) as db:
        alone = next(id for id, url in db.execute("SELECT id, url FROM pages") if url is None)
        assert repeats(db, alone).of("Word from the docks", rule="site.repeated") == ""
        assert not any("site." in line for line in show_page(db, alone))


def test_the_anatomy_shows_it(register, open_desk):
    with closing(open_register(register)) as db:
        (id,) = db.execute(
            "SELECT a.id FROM articles a JOIN pages p ON p.id = a.page WHERE p.name = '1.txt'"
        ).fetchone()
    said = open_desk(register).get(f"/articles/{id}?view=anatomy").text
    assert "on 3 of 4 pages of dockpost.example" in said
