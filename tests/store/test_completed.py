"""An event that another page completed stands in the register as long as that page does."""

from dataclasses import replace

from regesta.export import lines
from regesta.link import link
from regesta.model import Page
from regesta.read import read_page
from regesta.store import query
from regesta.store.check import check_register
from regesta.store.links import save_links
from regesta.store.write import save_readings

EARLY = "Varnas accused France of piracy on Monday. Turkey and Spain are on one sea.\n"
LATE = "ATHENS - Greek Foreign Minister Jane Varnas visited Cyprus on Friday.\n"


def pair(name: str, text: str):
    header = f"{name}\nMarch 10, 2026\n\n" if name else ""
    page = Page(name=name, body=(header + text).encode(), media_type="text/plain")
    return page, read_page(page, made_by="v1")


def linked(db, *pairs):
    save_readings(db, pairs)
    save_links(db, link(query.readings(db)), linked_by="test")
    return [row.event for row in query.event_rows(db) if row.event.type == "ACCUSE"]


def test_a_later_page_completes_an_earlier_one_and_takes_it_along(db, path):
    early, late = pair("Ships", EARLY), pair("Trips", LATE)
    assert linked(db, early) == []
    [event] = linked(db, late)
    assert event.actors[0].country == "GRC"
    view = query.event(db, event.id)
    [known] = view.known_from
    assert known.words in LATE
    assert "Jane Varnas" in known.words
    assert [e.id for e in query.article(db, event.article).events] == [event.id]
    assert any(event.id in line for line in lines(db, what="events", format="jsonl"))
    assert check_register(path) == ()

    assert linked(db) == [event]
    plain = replace(late[1], tenures=(), made_by="v2")
    save_readings(db, [(late[0], plain)])
    assert query.event(db, event.id) is None
    assert check_register(path) == ()
    assert linked(db) == []
