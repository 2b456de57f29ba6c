"""The small register of the store's tests, and one made of words that spreadsheets obey."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.conftest import make_links, make_pair

from regesta.model import Page
from regesta.store import open_register
from regesta.store.links import save_links
from regesta.store.write import save_readings


@pytest.fixture
def texts() -> dict[str, str]:
    """Page texts by name."""
    return {name: make_pair(name)[1].text for name in ("one.txt", "two.txt")}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_register(tmp_path / "regesta.db", write=True)
    pairs = [make_pair("one.txt"), make_pair("two.txt", published="2031-05-07T09:30+02:00")]
    save_readings(connection, pairs)
    save_links(connection, make_links(pairs), linked_by="links-1")
    yield connection
    connection.close()


@pytest.fixture
def nothing(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A register without a page."""
    connection = open_register(tmp_path / "empty.db", write=True)
    yield connection
    connection.close()


@pytest.fixture
def page() -> Page:
    return make_pair("one.txt")[0]
