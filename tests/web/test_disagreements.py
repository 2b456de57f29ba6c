"""Sources that disagree, from raw pages to the register, `regesta why` and the desk."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from regesta.cli.commands import run
from regesta.link import link
from regesta.model import Dispute, Page, Slot
from regesta.read import read_page
from regesta.store import open_register
from regesta.store.links import save_links
from regesta.store.write import save_readings

CASES = Path(__file__).parents[1] / "cases" / "disagreements.md"
PAGES = re.findall(r"^```page\n(.*?)^```$", CASES.read_text(), re.MULTILINE | re.DOTALL)

EXPECTED = {
    (Slot.WHEN, "2026-10-12", "2026-10-09"),
    (Slot.WHERE, "Mombasa", "Arusha"),
    (Slot.DEED, "asserted", "denied"),
    (Slot.QUANTITY, "3", "5"),
    (Slot.WHEN, "2026-06-08", "2026-06-09"),
}


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Dispute, ...]]:
    """A register of all the pages, and its disputes."""
    pages = [
        Page(name=f"{n}.txt", body=text.encode(), media_type="text/plain")
        for n, text in enumerate(PAGES)
    ]
    pairs = [(page, read_page(page, made_by="test")) for page in pages]
    links = link(reading for _, reading in pairs)
    path = tmp_path_factory.mktemp("disputed") / "disputed.db"
    with closing(open_register(path, write=True)) as db:
        save_readings(db, pairs)
        save_links(db, links, linked_by="test")
    return path, links.disputes


def test_a_day_a_town_a_number_and_a_denial_are_disputed_but_no_scope(disputed: Any) -> None:
    _, disputes = disputed
    found = {(each.slot, *(side.value for side in each.sides)) for each in disputes}
    assert found == EXPECTED
    assert len(disputes) == len(EXPECTED)


def test_why_shows_both_words_of_each(disputed: Any, capsys: pytest.CaptureFixture[str]) -> None:
    path, disputes = disputed
    for dispute in disputes:
        for happening in dispute.happenings:
            assert run(["why", happening, "--register", str(path)]) == 0
            said = capsys.readouterr().out
            assert f"disputed {dispute.slot.value}" in said
            for side in dispute.sides:
                assert side.value in said
                for claim in side.claims:
                    assert claim.article in said
                    assert claim.reporter in said


def test_the_desk_shows_both_words_of_each(disputed: Any, open_desk: Callable[[Path], Any]) -> None:
    path, disputes = disputed
    desk = open_desk(path)
    listed = desk.get("/disagreements").text
    assert desk.get("/disagreements.json").json()["total"] == len(EXPECTED)
    for dispute in disputes:
        for happening in dispute.happenings:
            assert f'href="/happenings/{happening}"' in listed
            shown = desk.get(f"/happenings/{happening}").text
            for side in dispute.sides:
                for claim in side.claims:
                    assert claim.reporter in shown
