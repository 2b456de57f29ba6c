"""The desk in Debian's chromium: by keys, by mouse, without JavaScript, and in a picture."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from regesta.web import make_app

CHROMIUM = Path("/usr/bin/chromium")
PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.png"
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
NOW = "2023-05-01T09:00:00Z"
SCREENS = ("/", "/stories", "/search?q=iran", "/troubles", "/nothing-here")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed"),
]


@pytest.fixture(scope="module")
def address(news: Path) -> Iterator[str]:
    """The desk over `news`, served on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(make_app(news, now=lambda: NOW), log_level="critical"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield launched
        launched.close()


class Watch:
    """What a page said and asked for while it was driven."""

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        context.on("console", lambda message: self.said.append(message.text))
        context.on("weberror", lambda error: self.said.append(str(error.error)))
        context.on("request", lambda request: self.asked.append(request.url))

    def check(self, address: str) -> None:
        """No complaint (but of a missing page asked for on purpose), no request elsewhere."""
        assert [words for words in self.said if "404" not in words] == []
        assert self.asked
        assert [url for url in self.asked if not url.startswith(f"{address}/")] == []


def open_page(browser: Browser, address: str, **context: object) -> tuple[Page, Watch]:
    opened = browser.new_context(base_url=address, **context)  # type: ignore[arg-type]
    watch = Watch(opened)
    page = opened.new_page()
    page.set_default_timeout(10_000)
    return page, watch


def walk(page: Page) -> None:
    """Desk, happening, event, reader, anatomy, raw, story, by mouse."""
    page.goto("/")
    page.get_by_role("link", name="Iran and Saudi Arabia to restore ties").first.click()
    page.get_by_role("heading", name="Why this count").wait_for()
    page.get_by_role("link", name="slot by slot").first.click()
    page.get_by_role("link", name="Beijing", exact=True).click()
    assert page.locator(":target").inner_text() == "Beijing"
    assert page.locator("mark.actor").first.inner_text() == "Iran"
    page.get_by_role("link", name="Page anatomy").click()
    page.get_by_text("promo.newsletter").wait_for()
    page.get_by_role("link", name="Raw", exact=True).click()
    page.get_by_role("link", name="Download the original bytes").wait_for()
    page.get_by_role("link", name="its story").click()
    page.get_by_role("heading", name="Who reports").wait_for()


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_a_walk_with_and_without_javascript(
    browser: Browser, address: str, javascript: bool
) -> None:
    page, watch = open_page(browser, address, java_script_enabled=javascript)
    walk(page)
    page.goto("/")
    page.get_by_label("Actor").fill("Iran")
    page.get_by_label("Modality").select_option("negated")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".row").count() == 1
    page.get_by_label("Search the articles").fill("embassies")
    page.get_by_role("button", name="Search").click()
    assert page.locator("mark.hit").inner_text() == "embassies"
    watch.check(address)
    page.context.close()


def test_a_walk_by_keys(browser: Browser, address: str) -> None:
    page, watch = open_page(browser, address, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/")
    for key in ("j", "j", "k", "j"):
        page.keyboard.press(key)
    assert page.locator(":focus").inner_text() == "Cairo's top diplomat heads for Ankara"
    page.keyboard.press("o")
    page.wait_for_url("**/happenings/*")
    page.keyboard.press(".")
    page.get_by_text("Citation copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Nile Gazette. “Cairo's top diplomat heads for Ankara”. 6 Apr 2023.")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/stories")
    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("embassies")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=embassies")
    watch.check(address)
    page.context.close()


def test_every_screen_fits_its_window_and_has_landmarks_and_labels(
    browser: Browser, address: str
) -> None:
    page, watch = open_page(browser, address)
    for screen in (*SCREENS, *records(page)):
        page.goto(screen)
        assert faults(page) == [], screen
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Skip to the content"
        for width in (360, 768, 1280, 3840):
            page.set_viewport_size({"width": width, "height": 900})
            wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            assert not page.evaluate(wide), (screen, width)
    watch.check(address)
    page.context.close()


FAULTS = """() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const found = ["main", "header.top", "footer", "form[role=search]", "h1"]
    .filter((what) => all(what).length !== 1);
  const ids = all("[id]").map((one) => one.id);
  return [
    ...found,
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
    ...all("a").filter((a) => !a.textContent.trim()).map((a) => "unnamed link " + a.href),
    ...all("input, select").filter((f) => !f.labels.length).map((f) => "unlabelled " + f.name),
    ...all("a[href^='#']").filter((a) => !document.getElementById(a.hash.slice(1)))
      .map((a) => "dead " + a.hash),
  ];
}"""


def faults(page: Page) -> list[str]:
    """Landmarks that are not there exactly once, doubled ids, links and fields without a name."""
    return list(page.evaluate(FAULTS))


def records(page: Page) -> list[str]:
    """Addresses of one record of every kind."""
    page.goto("/")
    first = "Iran and Saudi Arabia to restore ties"
    happening = page.get_by_role("link", name=first).first.get_attribute("href")
    assert happening
    page.goto(happening)
    found = [happening]
    for kind in ("stories", "articles", "events"):
        href = page.locator(f'main a[href^="/{kind}/"]').first.get_attribute("href")
        assert href
        found.append(href)
    return [*found, f"{found[2]}?view=anatomy", f"{found[2]}?view=raw"]


def test_hostile_titles_run_nothing_in_a_browser(browser: Browser, address: str) -> None:
    page, watch = open_page(browser, address)
    page.goto("/search?q=" + "%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'run'%22%3E")
    assert page.title() != "run"
    assert page.locator("img").count() == 0
    watch.check(address)
    page.context.close()


@pytest.mark.skipif(
    not os.environ.get("REGESTA_SCREENSHOT"), reason="REGESTA_SCREENSHOT is not set"
)
def test_the_picture_of_the_readme(browser: Browser, address: str) -> None:
    """Draws docs/screenshot.png anew: the desk, as the README shows it."""
    page, watch = open_page(
        browser, address, viewport={"width": 1280, "height": 960}, color_scheme="light"
    )
    page.goto("/")
    PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=PICTURE)
    watch.check(address)
    assert PICTURE.stat().st_size > 20_000
    page.context.close()
