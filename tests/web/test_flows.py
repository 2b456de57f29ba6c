"""What people do at the desk, in a browser: triage, filters, citations, charts."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browsing import CLIPBOARD, IN_A_BROWSER, opened, press, ready

pytestmark = IN_A_BROWSER

TIES = "Iran and Saudi Arabia to restore ties after talks in Beijing"
CAIRO = "Cairo's top diplomat heads for Ankara"
Serve = Callable[..., str]


def happening(page: Page, title: str = TIES) -> None:
    """Open the happening of that headline from the desk."""
    page.goto("/")
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url("**/happenings/*")


def row(page: Page, title: str) -> Any:
    return page.locator("li.row", has=page.get_by_role("link", name=title, exact=True)).first


# Filters


def test_filters_work_in_place(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        ready(page)
        page.evaluate("window.before = true")
        page.get_by_label("Type").select_option("AID")
        expect(page.locator(".row")).to_have_count(2)
        expect(page).to_have_url(f"{address}/?type=AID")
        page.get_by_label("Actor").fill("Iran")
        press(page, "Enter")
        expect(page.locator(".row")).to_have_count(1)
        page.wait_for_url("**/?actor=Iran&type=AID")
        assert page.evaluate("window.before") is True
        expect(page.get_by_role("heading", level=1)).to_have_text("Happenings that match")


def test_back_leads_out_of_a_filter(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        ready(page)
        page.get_by_label("Type").select_option("AID")
        expect(page.locator(".row")).to_have_count(2)
        page.go_back()
        expect(page.locator(".row")).to_have_count(8)


def test_a_filter_that_means_nothing_is_answered_with_a_sentence(
    browser: Browser, address: str
) -> None:
    with opened(browser, address, refused="400") as page:
        page.goto("/")
        ready(page)
        page.get_by_label("From").fill("yesterday")
        press(page, "Enter")
        page.get_by_text("“yesterday” is no date").wait_for()


# Read, star, save


def test_m_marks_as_read_and_unread_in_place(
    browser: Browser, own_news: Path, serve_desk: Serve
) -> None:
    with opened(browser, serve_desk(own_news)) as page:
        page.goto("/")
        ready(page)
        press(page, "j m")
        page.get_by_text("Marked as read.").wait_for()
        first = page.locator(".row").first
        expect(first.locator(".marks[data-read]")).to_have_count(1)
        page.reload()
        ready(page)
        expect(first.locator(".marks[data-read]")).to_have_count(1)
        press(page, "j m")
        page.get_by_text("Marked as unread.").wait_for()
        expect(first.locator(".marks[data-read]")).to_have_count(0)
        expect(page.locator(":focus")).to_have_count(1)


def test_a_star_keeps_a_line(browser: Browser, own_news: Path, serve_desk: Serve) -> None:
    with opened(browser, serve_desk(own_news)) as page:
        page.goto("/")
        ready(page)
        row(page, CAIRO).get_by_role("button", name="Star").click()
        page.get_by_text("Starred.").wait_for()
        page.get_by_role("link", name="starred", exact=True).click()
        expect(page.locator(".row")).to_have_count(1)
        page.goto("/starred")
        page.get_by_role("link", name=CAIRO).click()
        page.wait_for_url("**/happenings/*")
        ready(page)
        press(page, "s")
        page.get_by_text("Star taken away.").wait_for()
        page.goto("/starred")
        page.get_by_text("Nothing is starred yet").wait_for()


def test_a_marks_the_whole_page_as_read(
    browser: Browser, own_news: Path, serve_desk: Serve
) -> None:
    with opened(browser, serve_desk(own_news)) as page:
        page.goto("/")
        ready(page)
        press(page, "Shift+A")
        expect(page.locator(".marks[data-read]")).to_have_count(8)
        page.get_by_role("link", name="unread", exact=True).click()
        page.get_by_text("Everything here is read.").wait_for()


def test_marks_and_saved_queries_need_no_javascript(
    browser: Browser, own_news: Path, serve_desk: Serve
) -> None:
    with opened(browser, serve_desk(own_news), java_script_enabled=False) as page:
        page.goto("/?type=AID")
        row(page, "Tehran repeats its denial").get_by_role("button", name="Read").click()
        expect(page.locator(".marks[data-read]")).to_have_count(1)
        expect(page).to_have_url(re.compile(r"/\?type=AID$"))
        row(page, "Tehran repeats its denial").get_by_role("button", name="Star").click()
        expect(page.get_by_role("button", name="Star", pressed=True)).to_have_count(1)
        page.goto("/search?q=a:IRN")
        page.get_by_text("Save this query").click()
        page.get_by_label("Save it as").fill("Tehran")
        page.get_by_role("button", name="Save").click()
        page.wait_for_url("**/search?q=a%3AIRN")
        page.goto("/search")
        page.get_by_role("link", name="Tehran", exact=True).click()
        expect(page.locator(".row")).to_have_count(2)
        page.get_by_role("button", name="Forget Tehran").click()
        expect(page.get_by_role("link", name="Tehran", exact=True)).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_what_is_new_since_the_last_visit(
    browser: Browser, own_news: Path, serve_desk: Serve, javascript: bool, late_news: Any
) -> None:
    address = serve_desk(own_news)
    with opened(browser, address) as page:
        with page.expect_response("**/visits"):
            page.goto("/")
        expect(page.get_by_text("Since your last visit")).to_have_count(0)
    late_news(own_news)
    with opened(browser, address, java_script_enabled=javascript) as page:
        page.goto("/")
        page.get_by_text("Since your last visit").wait_for()
        page.get_by_role("link", name="1 new happening").click()
        expect(page.locator(".row")).to_have_count(1)
        expect(page.locator(".row .new")).to_have_text("new")
        page.reload()
        expect(page.locator(".row")).to_have_count(1)
        page.goto("/")
        page.get_by_role("button", name="Seen").click()
        page.get_by_text("nothing new.").wait_for()
        expect(page.locator(".row .new")).to_have_count(0)


# Keys


def test_the_help_sheet_opens_and_closes(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        sheet = page.locator("#keys")
        expect(sheet).to_be_hidden()
        press(page, "?")
        expect(sheet).to_be_visible()
        expect(sheet).to_contain_text("why this count")
        press(page, "Escape")
        expect(sheet).to_be_hidden()
        page.get_by_role("button", name="Keys").click()
        expect(sheet).to_be_visible()
        sheet.get_by_role("button", name="Close").click()
        expect(sheet).to_be_hidden()


def test_the_help_sheet_needs_no_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        page.goto("/map")
        page.get_by_role("button", name="Keys").click()
        expect(page.locator("#keys")).to_be_visible()


def test_shift_shows_the_keys_without_moving_anything(browser: Browser, address: str) -> None:
    hint = "getComputedStyle(document.querySelector('[data-go=s]'), '::after').content"
    place = "document.querySelector('.row').getBoundingClientRect().top"
    with opened(browser, address) as page:
        page.goto("/")
        before = page.evaluate(place)
        assert page.evaluate(hint) == "none"
        page.keyboard.down("Shift")
        assert page.evaluate(hint) == '"g s"'
        assert page.evaluate(place) == before
        page.keyboard.up("Shift")
        assert page.evaluate(hint) == "none"


def test_g_and_a_letter_go_to_every_part(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/search")
        links = page.locator("[data-go]")
        parts = [
            (link.get_attribute("data-go"), link.get_attribute("href")) for link in links.all()
        ]
        assert len(parts) == 10
        for letter, href in parts:
            press(page, f"g {letter}")
            page.wait_for_url(f"{address}{href}")


def test_h_and_l_turn_pages(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/?per=3")
        press(page, "l")
        page.wait_for_url("**/?per=3&page=2")
        press(page, "l")
        page.wait_for_url("**/?per=3&page=3")
        press(page, "h")
        page.wait_for_url("**/?per=3&page=2")


def test_letters_in_a_field_are_only_letters(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        press(page, "/ j g s ?")
        expect(page.get_by_label("Search the register")).to_have_value("jgs?")
        expect(page).to_have_url(f"{address}/")
        press(page, "Escape j")
        expect(page.locator(".row :focus")).to_have_count(1)


def test_v_opens_the_original_in_a_new_tab(browser: Browser, address: str) -> None:
    asked: list[str] = []
    profile = browser.new_context(base_url=address)
    profile.on("request", lambda request: asked.append(request.url))
    profile.route("https://**", lambda route: route.abort())
    page = profile.new_page()
    happening(page)
    with page.expect_popup() as popup:
        press(page, "v")
    popup.value.wait_for_load_state()
    assert popup.value.evaluate("window.opener") is None
    assert [url for url in asked if not url.startswith(address)] == [
        "https://meridian.example/2023/03/10/ties"
    ]
    profile.close()


def test_w_leads_to_the_reasons(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        press(page, "w")
        page.get_by_text("open a happening").wait_for()
        press(page, "j w")
        page.wait_for_url("**/happenings/*#why")
        page.get_by_role("heading", name="Why this count").wait_for()
        press(page, "w")
        expect(page.locator(":focus")).to_have_text("Why this count")


# Citation


def test_citations_are_copied_in_each_form(browser: Browser, address: str) -> None:
    copied = "navigator.clipboard.readText()"
    with opened(browser, address, permissions=CLIPBOARD) as page:
        happening(page)
        press(page, ".")
        page.get_by_text("Citation copied.").wait_for()
        assert page.evaluate(copied).startswith(f"Meridian Wire. “{TIES}”. 10 Mar 2023. “Iran")
        press(page, "b")
        page.wait_for_function(f"{copied}.then((words) => words.startsWith('@misc{{h-'))")
        press(page, "n")
        page.wait_for_function(f"{copied}.then((words) => words.includes('March 10, 2023'))")
        press(page, ">")
        sheet = page.locator("#cite-forms")
        expect(sheet).to_be_visible()
        sheet.get_by_role("button", name="Copy").nth(1).click()
        page.wait_for_function(f"{copied}.then((words) => words.startsWith('@misc{{h-'))")
        sheet.get_by_role("button", name="Copy").nth(2).click()
        page.wait_for_function(f"{copied}.then((words) => words.includes('March 10, 2023'))")
        press(page, "Escape")
        expect(sheet).to_be_hidden()


def test_a_browser_that_may_not_copy_selects_the_words(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
        happening(page)
        press(page, ".")
        page.get_by_text("copy it by hand").wait_for()
        page.wait_for_function("getSelection().toString().includes('Meridian Wire.')")


def test_citations_stand_on_the_screen_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        happening(page)
        expect(page.locator("#cite-plain")).to_contain_text("Meridian Wire.")
        page.get_by_role("button", name="BibTeX, Chicago note").click()
        expect(page.locator("#cite-form-bibtex")).to_be_visible()
        expect(page.get_by_role("button", name="Copy")).to_have_count(0)


# The reader


def test_words_and_events_light_up_together(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        happening(page)
        page.get_by_role("link", name=TIES).first.click()
        page.wait_for_url("**/articles/*")
        page.locator("mark.deed", has_text="hosted").hover()
        lit = page.locator(".margin-events .lit")
        expect(lit).to_contain_text("consult")
        expect(page.locator("mark.actor.lit")).to_have_text(["China"])
        press(page, "k")
        expect(lit).to_contain_text("agree")
        expect(page.locator("mark.actor.lit")).to_have_text(["Iran", "Saudi Arabia"])
        press(page, "j")
        expect(lit).to_contain_text("consult")


def test_slots_of_the_margin_lead_to_their_words(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        happening(page)
        page.get_by_role("link", name=TIES).first.click()
        page.locator(".margin-slots").get_by_role("link", name="Saudi Arabia").click()
        expect(page.locator(":target")).to_have_text("Saudi Arabia")


# Charts


def test_a_bar_leads_to_the_rows_behind_it(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/dyads")
        page.get_by_role("link", name=re.compile("^European Union .* Russia$")).click()
        bar = page.locator("svg.chart a").first
        told = bar.locator("title").text_content() or ""
        count = re.search(r": (\d+) [io]n", told)
        assert count
        bar.click()
        page.wait_for_url("**/search?*")
        expect(page.locator(".row")).to_have_count(int(count[1]))


def test_a_dyad_has_a_table_and_a_csv_of_what_is_drawn(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False, accept_downloads=True) as page:
        page.goto("/dyads/CHN/RUS")
        drawn = page.locator("svg.chart a").count()
        assert drawn > 0
        with page.expect_download() as download:
            page.get_by_role("link", name="CSV of exactly what is drawn").click()
        lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
        assert len(lines) - 1 == drawn
        page.get_by_role("link", name="Table").click()
        expect(page.locator("tbody tr")).to_have_count(drawn)


def test_the_map_leads_to_what_happened_there(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/map")
        assert page.locator("path.land").count() > 150
        expect(page.locator("circle.dot")).to_have_count(0)  # test places carry no coordinates
        page.get_by_role("link", name="China: 1 happening").click()
        expect(page.locator(".row")).to_have_count(1)
        expect(page.locator(".row")).to_contain_text("Beijing")


def test_the_matrix_leads_to_the_dyad(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/matrix")
        ready(page)
        page.get_by_label("Kind").select_option("verbal cooperation")
        expect(page.locator("td[data-heat]")).to_have_count(3)
        page.locator('td[data-heat] a[title="Egypt to Turkey"]').click()
        page.wait_for_url("**/dyads/EGY/TUR?quad=verbal%20cooperation")
        expect(page.get_by_role("heading", level=1)).to_have_text("Egypt and Turkey")


def test_search_narrows_by_facets(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        press(page, "/")
        page.keyboard.type("r:RUS")
        press(page, "Enter")
        expect(page.locator(".row")).to_have_count(3)
        page.locator(".facets").get_by_role("link", name=re.compile("^aid")).click()
        expect(page.locator(".row")).to_have_count(2)
        expect(page).to_have_url(re.compile("type(:|%3A)AID"))
        expect(page.get_by_label("Search the register")).to_have_value(re.compile("r:RUS"))


def test_offices_are_told_for_a_day(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        page.goto("/actors/CHN")
        page.get_by_label("On", exact=True).fill("2022-06-01")
        page.locator("#f-on + button").click()
        page.get_by_text("No page says who held an office of China on 1 Jun 2022").wait_for()
        page.goto("/actors/CHN?on=2023-06-01")
        page.locator(".offices").get_by_role("link", name="Wang Yi").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Wang Yi")
        expect(page.locator(".offices")).to_contain_text("from Jan 2023")
        page.get_by_text("This is a victory for dialogue,").wait_for()
