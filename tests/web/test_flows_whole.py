"""The desk as a whole in a browser: newcomers, keys of the door, weight, paper, no JavaScript."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browsing import CLIPBOARD, IN_A_BROWSER, opened, press

pytestmark = IN_A_BROWSER

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
FIRST_PAGES = 6  # of the examples: one story with its copies
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
    pages = sorted(map(str, EXAMPLES.iterdir()))[:FIRST_PAGES]
    command = [sys.executable, "-c", "from regesta.cli import main; main()", "read", *pages]
    subprocess.run(
        [*command, "--workers", "1", "--register", str(path)], check=True, capture_output=True
    )
    return path


def check_copied(page: Page) -> None:
    """A citation with its id was copied, and the reasons of its count stand on the screen."""
    page.get_by_text("Citation copied.").wait_for()
    assert "Regesta h-" in page.evaluate("navigator.clipboard.readText()")
    expect(page.get_by_role("heading", name="Why this count")).to_be_in_viewport()
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
        press(page, "j s")
        page.get_by_text("Starred.").wait_for()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_stands_without_javascript(browser: Browser, address: str, part: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        answer = page.goto(part)
        assert answer
        assert answer.status == 200
        assert page.get_by_role("heading", level=1).inner_text()


def test_the_first_load_is_light(browser: Browser, address: str) -> None:
    """Everything the desk needs, unpacked: the page, its styles, scripts and icon."""
    with opened(browser, address) as page:
        sizes = []
        page.on("response", lambda answer: sizes.append((answer.url, len(answer.body()))))
        page.goto("/", wait_until="networkidle")
        assert len(sizes) >= 6
        assert sum(size for _, size in sizes) <= FIRST_LOAD_MOST, sizes


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_legible_in_both_schemes(browser: Browser, address: str, scheme: str) -> None:
    """The drawn colours, not only the written ones: every text against the body's ground."""
    with opened(browser, address, color_scheme=scheme) as page:
        for part in PARTS:
            page.goto(part)
            assert page.evaluate(PALE) == [], part


PALE = """() => {
  const light = (rgb) => {
    const parts = rgb.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255);
    const linear = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$|transparent/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const own = (one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((one) => own(one) && one.checkVisibility() && !one.closest("svg, .unseen, .skip"))
    .map((one) => {
      const [a, b] = [light(getComputedStyle(one).color), light(ground(one))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), one.outerHTML.slice(0, 90)];
    })
    .filter(([ratio]) => ratio < 4.5);
}"""
