"""An event that another page completed shows the words that say who its person is."""

from contextlib import closing
from pathlib import Path
from typing import Any

from regesta.link import link
from regesta.model import Page
from regesta.read import read_page
from regesta.store import open_register, query
from regesta.store.links import save_links
from regesta.store.write import save_readings

TEXTS = (
    "Ships\nMarch 10, 2026\n\nVarnas accused France of piracy. Turkey and Spain share a sea.\n",
    "Trips\nMarch 12, 2026\n\nGreek Foreign Minister Jane Varnas visited Cyprus on Friday.\n",
)


def test_the_words_of_the_other_page_are_shown(tmp_path: Path, open_desk: Any) -> None:
    path = tmp_path / "r.db"
    pages = [
        Page(name=f"{n}.txt", body=t.encode(), media_type="text/plain") for n, t in enumerate(TEXTS)
    ]
    with closing(open_register(path, write=True)) as db:
        save_readings(db, [(page, read_page(page, made_by="v1")) for page in pages])
        save_links(db, link(query.readings(db)), linked_by="test")
        [event] = [row.event for row in query.event_rows(db) if row.event.type == "ACCUSE"]
    desk = open_desk(path)
    html = desk.get(f"/events/{event.id}").text
    assert "Jane Varnas is known from" in html
    assert ">Greek Foreign Minister Jane Varnas</a>" in html
    [known] = desk.get(f"/events/{event.id}.json").json()["known_from"]
    assert (known["person"], known["office"]) == ("Jane Varnas", "foreign minister")
