"""Pages written to harm: whatever they hold is shown as text."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.web.made import save

from regesta.model import (
    Claim,
    Dispute,
    KeyPoint,
    Links,
    Side,
    Slot,
    Span,
    Story,
    Topic,
    Trouble,
)

EVIL = "<script>alert(1)</script> <img src=x onerror=alert(2)> \"'><svg onload=alert(3)>"
SCRIPTS = ["/static/desk.js", "/static/vendor/htmx.min.js"]
SENTENCE = f"Iran {EVIL} met \u202eRussia\u202c in Baku{{{{ 7*7 }}}} on Monday."


class Elements(HTMLParser):
    """Every element with its attributes, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser.seen


def hostile_story(article: str, *, span: Span) -> Story:
    """A story of one article, hostile in every field."""
    return Story(
        seed=article,
        title=f"\u202e {EVIL}",
        articles=(article,),
        reason=EVIL,
        topics=(Topic(name=EVIL, code=None, words=(EVIL,)),),
        hashtags=(f"#{EVIL}",),
        key_points=(KeyPoint(article=article, span=span, happenings=()),),
    )


@pytest.fixture
def hostile(
    page_maker: Any, tmp_path: Path, alone: Any, open_desk: Any
) -> tuple[Any, dict[str, str]]:
    """A desk over a page and links that are hostile in every field, and its addresses."""
    page = page_maker(
        name=f"{EVIL}.txt",
        title=f"=cmd() \u202e {EVIL}",
        outlet=f"Outlet {EVIL}",
        agency=EVIL,
        url="javascript:alert(4)",
        body=(SENTENCE, "“Never say <b>never</b> again,” they said."),
        furniture=f"Buy {EVIL}",
    )
    event = page.tell(
        "CONSULT",
        f"{EVIL} met",
        sentence=SENTENCE,
        actors=((f"Iran {EVIL}", "IRN"), ("Russia", EVIL)),
        said_by=((f"{EVIL} met \u202eRussia", EVIL),),
        where=("Baku{{ 7*7 }}", EVIL),
    )
    page.quote("Never say <b>never</b> again,")
    page.office(f"{EVIL} met", person=f"Ann {EVIL}", office=EVIL, country="IRN", since="2021")
    told = alone(event, origins=1, reasons=(f"because {EVIL}",))
    story = hostile_story(page.article.id, span=page.span(SENTENCE))
    told = replace(told, story=story.id)
    claim = Claim(
        event=event.id,
        article=page.article.id,
        span=event.deed,
        reporter=EVIL,
        said_by=(EVIL,),
    )
    sides = tuple(Side(value=f"{number} {EVIL}", claims=(claim,)) for number in "12")
    dispute = Dispute(
        happenings=(told.id,), slot=Slot.QUANTITY, what=EVIL, sides=sides, reason=EVIL
    )
    links = Links(happenings=(told,), stories=(story,), disputes=(dispute,))
    register = tmp_path / "hostile.db"
    trouble = Trouble(step="articles", code="evil", message=EVIL, page=EVIL)
    save(register, pages=[page], links=links, troubles=(trouble,))
    desk = open_desk(register)
    desk.post("/marks", {"star": told.id})
    desk.post("/queries", {"name": EVIL, "q": f'outlet:"{EVIL}"'})
    article = f"/articles/{page.article.id}"
    addresses = {
        "desk": "/",
        "filtered": f"/?actor={EVIL.replace(' ', '+')}",
        "happening": f"/happenings/{told.id}",
        "event": f"/events/{event.id}",
        "reader": article,
        "anatomy": f"{article}?view=anatomy",
        "raw": f"{article}?view=raw",
        "page": f"/pages/{page.page.id}",
        "search": "/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "missing": "/stories/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "dyads": "/dyads",
        "dyad": f"/dyads/IRN/{quote(EVIL, safe='')}",
        "actors": "/actors",
        "actor": "/actors/IRN",
        "matrix": "/matrix",
        "stories": "/stories",
        "story": f"/stories/{story.id}",
        "disagreements": "/disagreements",
        "persons": "/persons",
        "troubles": "/troubles",
        "starred": "/starred",
        "saved": "/search",
        "map": "/map",
        "sources": "/sources",
        "keys": "/search?q=" + quote(f'a:IRN outlet:"{EVIL}" {EVIL}'),
        "facets": "/search?q=a:IRN",
        "wrong": "/?type=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    }
    return desk, addresses


SCREENS = (
    *("desk", "filtered", "happening", "event", "reader", "anatomy"),
    *("raw", "page", "search", "missing", "wrong", "dyads", "dyad", "actors", "actor"),
    *("matrix", "map", "sources", "keys", "facets", "stories", "story", "disagreements"),
    *("persons", "troubles", "starred", "saved"),
)


@pytest.mark.parametrize("screen", SCREENS)
def test_hostile_words_are_only_words(hostile: tuple[Any, dict[str, str]], screen: str) -> None:
    desk, addresses = hostile
    answer = desk.get(addresses[screen])
    seen = elements(answer.text)
    scripts = [attrs for tag, attrs in seen if tag == "script"]
    assert [attrs.get("src") for attrs in scripts] == SCRIPTS
    assert not [tag for tag, _ in seen if tag in ("img", "b ", "iframe", "style", "base")]
    for tag, attrs in seen:
        assert tag != "svg" or "viewbox" in attrs  # ours have one, the hostile one has not
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "formaction", "hx-get", "hx-post"):
            address = attrs.get(name) or ""
            assert re.match(r"(/(?!/)|#|\?|$)", address), address
    assert "\u202e" not in answer.text
    assert "49" not in re.findall(r"Baku[^<]*", answer.text)


def test_hostile_words_are_still_to_be_read(hostile: tuple[Any, dict[str, str]]) -> None:
    desk, addresses = hostile
    raw = desk.get(addresses["raw"]).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in raw
    assert ">RLO</span>" in raw
    assert "Baku{{ 7*7 }}" in raw
    assert "Forget &lt;script&gt;" in desk.get("/search").text
    for list in ("starred", "disagreements", "troubles", "persons", "stories"):
        assert "&lt;script&gt;alert(1)" in desk.get(f"/{list}").text, list


def test_the_original_is_a_download_of_the_very_bytes(
    hostile: tuple[Any, dict[str, str]],
) -> None:
    desk, addresses = hostile
    answer = desk.get(addresses["page"] + "/original")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert SENTENCE.encode() in answer.content


def test_the_csv_runs_no_formula(hostile: tuple[Any, dict[str, str]]) -> None:
    desk, _ = hostile
    assert "'=cmd()" in desk.get("/desk.csv").text


def test_web_addresses_are_plain_links_that_tell_nothing(
    page_maker: Any, save_register: Callable[..., Path], open_desk: Any
) -> None:
    page = page_maker(name="a", title="Fine", url="https://fine.example/a", body=("Calm seas.",))
    desk = open_desk(save_register([page]))
    seen = elements(desk.get(f"/articles/{page.article.id}").text)
    (outside,) = [a for tag, a in seen if tag == "a" and (a["href"] or "").startswith("http")]
    assert outside["href"] == "https://fine.example/a"
    assert {"noopener", "noreferrer"} <= set((outside["rel"] or "").split())


def test_a_title_of_ten_megabytes_is_cut_on_every_screen(
    page_maker: Any, save_register: Callable[..., Path], alone: Any, open_desk: Any
) -> None:
    page = page_maker(name="long", title="Long words " * 900_000, body=("Iran met Iraq.",))
    event = page.tell("CONSULT", "met", sentence="Iran met Iraq.", actors=(("Iran", "IRN"),))
    told = alone(event, origins=1)
    desk = open_desk(save_register([page], happenings=(told,)))
    article = f"/articles/{page.article.id}"
    for address in ("/", f"/happenings/{told.id}", f"/events/{event.id}", article):
        answer = desk.get(address)
        assert answer.status_code == 200
        assert len(answer.content) < 60_000
    for view in ("anatomy", "raw"):
        answer = desk.get(f"{article}?view={view}")
        assert len(answer.content) < 400_000
        assert "Only the first 200,000 characters" in answer.text
