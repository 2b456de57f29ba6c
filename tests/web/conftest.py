"""Registers for the desk, and somebody who asks it."""

import asyncio
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from shutil import copyfile
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette
from tests.web.browsing import ARGUMENTS, CHROMIUM, serving
from tests.web.made import NOW, TROUBLES, PageMaker, happening, other_news, restored_ties, save

from regesta.model import Happening, Links
from regesta.web import make_app


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of ten pages: one story of four articles, six single reports."""
    path = tmp_path_factory.mktemp("news") / "regesta.db"
    told, story, copies, happenings = restored_ties()
    others, more = other_news()
    links = Links(copies=tuple(copies), stories=(story,), happenings=(*happenings, *more))
    save(path, pages=[*told, *others], links=links, troubles=TROUBLES)
    return path


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with nothing in it."""
    path = tmp_path_factory.mktemp("empty") / "regesta.db"
    save(path, pages=[], links=Links())
    return path


@pytest.fixture
def page_maker() -> type[PageMaker]:
    """The builder, for tests that write their own pages."""
    return PageMaker


@pytest.fixture
def save_register(tmp_path: Path) -> Callable[..., Path]:
    """A function from pages and happenings to a register's path."""

    def write(pages: list[PageMaker], *, happenings: tuple[Happening, ...] = ()) -> Path:
        path = tmp_path / "made.db"
        save(path, pages=pages, links=Links(happenings=happenings))
        return path

    return write


@pytest.fixture
def alone() -> Callable[..., Happening]:
    """A function from one event to the happening it alone reports."""
    return happening


class Reader:
    """Asks the desk as a browser on this machine does: one request at a time, keeping cookies."""

    def __init__(self, app: Starlette) -> None:
        self.app = app
        self.cookies = httpx.Cookies()

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, **headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> httpx.Response:
        """A form of the desk; it carries the word of the screen that was last looked at."""
        told = {"content-type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, content=urlencode({"word": self.word(), **fields}), **told)

    def word(self) -> str:
        """What the forms of the desk carry now."""
        found = re.search(r'name="word" value="(\w+)"', self.get("/").text)
        return found[1] if found else ""

    def ask(
        self, method: str, path: str, *, content: str | None = None, **headers: str
    ) -> httpx.Response:
        """In a thread of its own: a browser under test keeps a loop running in this one."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, self._ask(method, path, content, sent)).result()

    async def _ask(
        self, method: str, path: str, content: str | None, headers: dict[str, str]
    ) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        base = "http://127.0.0.1:8765"
        async with httpx.AsyncClient(
            transport=transport, base_url=base, cookies=self.cookies
        ) as client:
            answer = await client.request(method, path, headers=headers, content=content)
            self.cookies = client.cookies
            return answer


@pytest.fixture
def reader() -> type[Reader]:
    """Someone who asks a given app."""
    return Reader


@pytest.fixture
def open_desk() -> Callable[[Path], Reader]:
    """A function from a register to someone who asks its desk."""
    return lambda path, **how: Reader(make_app(path, now=lambda: NOW, **how))


@pytest.fixture
def desk(news: Path) -> Reader:
    """Someone who asks the desk over `news`."""
    return Reader(make_app(news, now=lambda: NOW))


@pytest.fixture
def own_news(news: Path, tmp_path: Path) -> Path:
    """A copy of `news` that a test may change."""
    path = tmp_path / "own.db"
    copyfile(news, path)
    return path


@pytest.fixture
def own_desk(own_news: Path) -> Reader:
    """Someone who asks and changes a desk of their own."""
    return Reader(make_app(own_news, now=lambda: NOW))


@pytest.fixture
def late_news() -> Callable[[Path], None]:
    """A function that adds one more page with one more happening to `news`."""

    def add(path: Path) -> None:
        told, story, copies, happenings = restored_ties()
        others, more = other_news()
        sentence = "Qatar mediated between Iran and Bahrain, Doha said."
        late = PageMaker(name="late.txt", title="Doha steps in", published="2023-05-02")
        late.body = (sentence,)
        mediated = late.tell(
            *("CONSULT", "mediated"), sentence=sentence, actors=(("Qatar", "QAT"),)
        )
        everything = (*happenings, *more, happening(mediated, origins=1))
        links = Links(copies=tuple(copies), stories=(story,), happenings=everything)
        save(path, pages=[*told, *others, late], links=links, troubles=TROUBLES)

    return add


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all flows; each opens a profile of its own."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk over a copy of `news`, for flows that change nothing they would mind finding."""
    path = tmp_path_factory.mktemp("shared") / "regesta.db"
    copyfile(news, path)
    with serving(make_app(path, now=lambda: NOW)) as served:
        yield served


@pytest.fixture
def serve_desk() -> Iterator[Callable[..., str]]:
    """A function from a register to the address of a desk of the test's own."""
    with ExitStack() as open_desks:

        def serve(path: Path, **how: Any) -> str:
            return open_desks.enter_context(serving(make_app(path, now=lambda: NOW, **how)))

        yield serve
