"""Runs with the fake reader."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from regesta.model import Page, Trouble
from regesta.run import Progress, Reader, Summary, read_pages
from regesta.settings import Settings
from regesta.store import open_register

HERE = str(Path(__file__).parent)


def make_pages(*texts: str) -> list[Page]:
    return [
        Page(name=f"{number:04}.txt", body=text.encode(), media_type="text/plain")
        for number, text in enumerate(texts)
    ]


@pytest.fixture
def pages() -> Callable[..., list[Page]]:
    return make_pages


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regesta.db"


@pytest.fixture
def read(path: Path) -> Callable[..., Summary]:
    """Read pages with the fake reader; other keywords are settings."""

    def run(
        pages: list[Page | Trouble],
        *,
        function: str = "fake_reader:read_page",
        made_by: str = "v1",
        register: Path = path,
        progress: Progress | None = None,
        **set_to: object,
    ) -> Summary:
        settings = Settings(**{"workers": 1, "page_seconds": 20.0} | set_to)
        reader = Reader(function=function, made_by=made_by, paths=(HERE,))
        return read_pages(
            pages,
            settings=settings,
            register=register,
            inputs=("test",),
            reader=reader,
            progress=progress,
        )

    return run


def dump_register(path: Path, *, runs: bool = False) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, sorted; the articles' row numbers, which mean nothing, left out.

    Which run brought what is only asked for with the `runs`.
    """
    with closing(open_register(path)) as db:
        names = [
            name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        content = [
            name
            for name in names
            if not name.startswith("article_words") and (runs or name not in {"runs", "arrivals"})
        ]
        return {name: sorted(_rows(db, name), key=repr) for name in content}


def _rows(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    rows = db.execute(f"SELECT * FROM {table}").fetchall()
    return [row[1:] for row in rows] if table in {"articles", "article_happenings"} else rows


@pytest.fixture
def dump() -> Callable[..., dict[str, list[tuple[object, ...]]]]:
    return dump_register
