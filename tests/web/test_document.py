"""docs/desk.md names every screen, key, filter and part that there is, and no other."""

import re
from pathlib import Path

from regesta.web.keys import KEYS, PARTS
from regesta.web.screens import SCREENS
from regesta.web.screens.desk_screen import SHOWS

TEXT = (Path(__file__).parents[2] / "docs" / "desk.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    section = TEXT.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_screen_is_told_with_its_forms() -> None:
    told = {
        address: cells[-1].startswith("yes")
        for cells in rows("Screens and their addresses")
        for address in re.findall(r"`(/[^`?]*)`", cells[0])
    }
    assert told == {screen.path: screen.list for screen in SCREENS}


def test_every_key_is_told_as_the_sheet_tells_it() -> None:
    told = {" ".join(re.findall(r"`([^`]+)`", keys)): does for keys, does in rows("Keys")}
    for _, strokes in KEYS[:2]:
        for keys, does in strokes:
            assert keys in told, keys
            assert does in (told[keys], "this sheet", "leave a field, close this sheet"), keys
    letters, names = next((k, does) for k, does in told.items() if k.startswith("g "))
    assert letters.split()[1:] == [letter for *_, letter in PARTS]
    assert names.split(", ") == [words.lower() for _, _, words, _ in PARTS]


def test_every_show_is_told() -> None:
    for show in SHOWS:
        assert f"`{show}`" in TEXT
