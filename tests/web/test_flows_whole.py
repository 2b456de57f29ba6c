"""The desk as a whole in a browser: newcomers, keys of the door, weight, paper, no JavaScript."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browsing import CLIPBOARD, IN_A_BROWSER, opened, press, ready

pytestmark = IN_A_BROWSER

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
FIRST_PAGES = slice(1, 4)  # of the examples: a wire story with two copies
FIRST_LOAD_MOST = 120 * 1024
PARTS = (
    *("/", "/stories", "/dyads", "/dyads/CHN/RUS", "/actors", "/actors/IRN", "/persons"),
    *("/matrix", "/map", "/disagreements", "/search", "/search?q=a:IRN", "/starred"),
    *("/sources", "/sources?kind=agencies", "/runs", "/troubles"),
)
Serve = Callable[..., str]


@pytest.fixture(scope="session")
def first_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a newcomer has after `regesta read` of some of the example pages."""
    path = tmp_path_factory.mktemp("newcomer") / "x.db"
    pages = sorted(map(str, EXAMPLES.iterdir()))[FIRST_PAGES]
    command = [sys.executable, "-c", "from regesta.cli import main; main()", "read", *pages]
    subprocess.run(
        [*command, "--workers", "1", "--register", str(path)], check=True, capture_output=True
    )
    return path


def check_copied(page: Page) -> None:
    """A citation with its id was copied, and the reasons of its count stand on the screen."""
    page.get_by_text("Citation copied.").wait_for()
    assert "Regesta h-" in page.evaluate("navigator.clipboard.readText()")
    expect(page.get_by_role("heading", name="Why this count")).to_be_visible()
    assert page.locator(":is(.counted, .reasons) > li").count() > 0


def test_a_newcomer_cites_by_keys_alone(
    browser: Browser, first_register: Path, serve_desk: Serve
) -> None:
    with opened(browser, serve_desk(first_register), permissions=CLIPBOARD) as page:
        begun = monotonic()
        page.goto("/")
        press(page, "? Escape j j o")
        page.wait_for_url("**/happenings/*")
        press(page, "w .")
        check_copied(page)
        assert monotonic() - begun < 60


def test_a_newcomer_cites_by_mouse_alone(
    browser: Browser, first_register: Path, serve_desk: Serve
) -> None:
    with opened(browser, serve_desk(first_register), permissions=CLIPBOARD) as page:
        begun = monotonic()
        page.goto("/")
        page.locator(".row .count").first.click()
        page.wait_for_url("**/happenings/*#why")
        page.locator("[data-copy=cite-plain]").click()
        check_copied(page)
        assert monotonic() - begun < 60


def test_a_reachable_desk_opens_only_with_its_key(
    browser: Browser, own_news: Path, serve_desk: Serve
) -> None:
    address = serve_desk(own_news, hosts=("0.0.0.0",), key="open-sesame")
    with opened(browser, address, refused="403") as page:
        page.goto("/stories")
        page.get_by_text("it asks for a key").wait_for()
        page.goto("/stories?token=wrong")
        page.get_by_text("it asks for a key").wait_for()
        page.goto("/stories?per=5&token=open-sesame")
        page.wait_for_url("**/stories?per=5")
        page.get_by_role("link", name="Desk", exact=True).click()
        page.wait_for_url(f"{address}/")
        ready(page)
        press(page, "j s")
        page.get_by_text("Starred.").wait_for()


def test_every_part_stands_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        for part in PARTS:
            answer = page.goto(part)
            assert answer
            assert answer.status == 200, part
            expect(page.get_by_role("heading", level=1), part).not_to_be_empty()


def test_the_first_load_is_light(
    browser: Browser, serve_desk: Serve, page_maker: Any, save_register: Any, alone: Any
) -> None:
    """All that is sent for a full desk: the page with fifty lines, styles, scripts and icon."""
    pages, told = [], []
    for number in range(60):
        sentence = f"Iran met Iraq for the {number}th time to speak of water in the marshes."
        page = page_maker(name=f"{number}", title=f"Marshes, talk {number}", body=(sentence,))
        how = {"actors": (("Iran", "IRN"),), "recipients": (("Iraq", "IRQ"),)}
        told.append(alone(page.tell("CONSULT", "met", sentence=sentence, **how), origins=1))
        pages.append(page)
    address = serve_desk(save_register(pages, happenings=tuple(told)))
    with opened(browser, address) as page:
        answers = []
        page.on("requestfinished", lambda request: answers.append(request))
        page.goto("/", wait_until="networkidle")
        expect(page.locator(".row")).to_have_count(50)
        sent = {request.url: request.sizes()["responseBodySize"] for request in answers}
    assert len(sent) >= 6
    assert sum(sent.values()) <= FIRST_LOAD_MOST, sent


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 250);
})"""


def test_nothing_jumps_while_loading(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        for part in ("/", "/map", "/dyads/CHN/RUS", "/search?q=a:IRN"):
            page.goto(part)
            assert page.evaluate(SHIFTS) == 0, part


def test_a_story_prints_without_the_desk_around_it(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/stories")
        page.locator(".row h2 a").first.click()
        page.wait_for_url("**/stories/*")
        page.emulate_media(media="print", color_scheme="dark")
        for gone in (".top nav", ".find", ".marks", ".paging"):
            for one in page.locator(gone).all():
                expect(one).to_be_hidden()
        expect(page.get_by_role("heading", name="Who reports")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
