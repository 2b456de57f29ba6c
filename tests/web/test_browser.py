"""The desk in Debian's chromium: by keys, by mouse, without JavaScript, and in a picture."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browsing import CLIPBOARD, IN_A_BROWSER, opened, press, ready

PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.png"
SCREENS = (
    *("/", "/stories", "/search?q=iran", "/search?q=a:IRN", "/troubles", "/nothing-here"),
    *("/dyads", "/dyads/IRN/RUS", "/dyads/IRN/RUS?view=table", "/actors", "/actors/CHN"),
    *("/persons", "/persons/wang-yi", "/matrix", "/map", "/disagreements", "/starred"),
    *("/sources", "/runs"),
)

pytestmark = IN_A_BROWSER


def walk(page: Page) -> None:
    """Desk, happening, event, reader, anatomy, raw, story, by mouse."""
    page.goto("/")
    page.get_by_role("link", name="Iran and Saudi Arabia to restore ties").first.click()
    page.get_by_role("heading", name="Why this count").wait_for()
    page.get_by_role("link", name="slot by slot").first.click()
    page.get_by_role("link", name="Beijing", exact=True).click()
    expect(page.locator(":target")).to_have_text("Beijing")
    expect(page.locator("mark.actor").first).to_have_text("Iran")
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
    with opened(browser, address, java_script_enabled=javascript) as page:
        walk(page)
        page.goto("/")
        if javascript:
            ready(page)
        page.get_by_label("Actor").fill("Iran")
        page.get_by_label("Modality").select_option("negated")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**/?actor=Iran*")
        expect(page.locator(".row")).to_have_count(1)
        page.get_by_label("Search the register").fill("embassies")
        page.get_by_role("button", name="Search").click()
        expect(page.locator("mark.hit")).to_have_text("embassies")


def test_a_walk_by_keys(browser: Browser, address: str) -> None:
    with opened(browser, address, permissions=CLIPBOARD) as page:
        page.goto("/")
        press(page, "j j k j")
        expect(page.locator(":focus")).to_have_text("Cairo's top diplomat heads for Ankara")
        press(page, "o")
        page.wait_for_url("**/happenings/*")
        press(page, ".")
        page.get_by_text("Citation copied.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(
            "Nile Gazette. “Cairo's top diplomat heads for Ankara”. 6 Apr 2023."
        )
        press(page, "g s")
        page.wait_for_url("**/stories")
        press(page, "?")
        page.get_by_role("heading", name="Keys").wait_for()
        press(page, "Escape /")
        page.keyboard.type("embassies")
        press(page, "Enter")
        page.wait_for_url("**/search?q=embassies")


def test_every_screen_fits_and_is_legible_and_has_landmarks_and_labels(
    browser: Browser, address: str
) -> None:
    with opened(browser, address) as page:
        for screen in (*SCREENS, *records(page)):
            page.goto(screen)
            assert faults(page) == [], screen
            press(page, "Tab")
            expect(page.locator(":focus")).to_have_text("Skip to the content")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert page.evaluate(PALE) == [], (screen, scheme)
            for width in (360, 3840):
                page.set_viewport_size({"width": width, "height": 900})
                wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                assert not page.evaluate(wide), (screen, width)


FAULTS = """() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const found = ["main", "header.top", "footer", "form[role=search]", "h1"]
    .filter((what) => all(what).length !== 1);
  const ids = all("[id]").map((one) => one.id);
  return [
    ...found,
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
    ...all("a").filter((a) => !a.textContent.trim()).map((a) => "unnamed link " + a.href),
    ...all("input:not([type=hidden]), select").filter((f) => !f.labels.length)
      .map((f) => "unlabelled " + f.name),
    ...all("a[href^='#']").filter((a) => !document.getElementById(a.hash.slice(1)))
      .map((a) => "dead " + a.hash),
  ];
}"""


# The drawn colours, not only the written ones: words too pale for the ground they stand on.
PALE = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => {
    const linear = rgb.map((c) => c / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (one) => {
    if (!one) return [255, 255, 255];
    const [r, g, b, share = 1] = parts(getComputedStyle(one).backgroundColor);
    if (share === 1) return [r, g, b];
    return ground(one.parentElement).map((c, at) => c * (1 - share) + [r, g, b][at] * share);
  };
  const own = (one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((one) => own(one) && one.checkVisibility() && !one.closest("svg, .unseen, .skip"))
    .map((one) => {
      const [a, b] = [light(parts(getComputedStyle(one).color).slice(0, 3)), light(ground(one))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), one.outerHTML.slice(0, 90)];
    })
    .filter(([ratio]) => ratio < 4.5);
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
    with opened(browser, address) as page:
        page.goto("/search?q=" + "%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'run'%22%3E")
        expect(page.get_by_role("heading", level=1)).to_contain_text("<img")
        expect(page).not_to_have_title("run")
        expect(page.locator("img")).to_have_count(0)


@pytest.mark.skipif(
    not os.environ.get("REGESTA_SCREENSHOT"), reason="REGESTA_SCREENSHOT is not set"
)
def test_the_picture_of_the_readme(browser: Browser, address: str) -> None:
    """Draws docs/screenshot.png anew: the desk, as the README shows it."""
    window = {"width": 1280, "height": 960}
    with opened(browser, address, viewport=window, color_scheme="light") as page:
        page.goto("/")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
    assert PICTURE.stat().st_size > 20_000
