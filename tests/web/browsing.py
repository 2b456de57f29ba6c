"""Driving Debian's chromium: a served desk, a watched page."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect
from starlette.applications import Starlette

PATIENCE = 30_000  # milliseconds: a busy machine may take its time, a broken desk still fails
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed"),
]
CLIPBOARD = ["clipboard-read", "clipboard-write"]

expect.set_options(timeout=PATIENCE)


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """The address of an app that is served on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


class Watch:
    """What a page said and asked for while it was driven."""

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        context.on("console", lambda message: self.said.append(message.text))
        context.on("weberror", lambda error: self.said.append(str(error.error)))
        context.on("request", lambda request: self.asked.append(request.url))

    def check(self, address: str, *, refused: str = "404") -> None:
        """No complaint (but of an answer refused on purpose), no request elsewhere."""
        assert [words for words in self.said if refused not in words] == []
        assert self.asked
        assert [url for url in self.asked if not url.startswith(f"{address}/")] == []


@contextmanager
def opened(
    browser: Browser, address: str, *, refused: str = "404", **context: object
) -> Iterator[Page]:
    """A page in a profile of its own; afterwards nothing may have gone wrong in it."""
    profile = browser.new_context(base_url=address, **context)  # type: ignore[arg-type]
    watch = Watch(profile)
    page = profile.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    watch.check(address, refused=refused)
    profile.close()


def press(page: Page, keys: str) -> None:
    """Keys one after the other: "j j o"."""
    for key in keys.split():
        page.keyboard.press(key)


def ready(page: Page) -> None:
    """Wait until htmx answers forms; before that they go the long way, as without JavaScript."""
    page.locator("#marking[data-htmx-powered]").wait_for(state="attached")
