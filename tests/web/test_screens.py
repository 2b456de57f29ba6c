"""Every address over HTTP: what it says, in each of its forms."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from regesta.web.screens import SCREENS

MAY_BE_EMPTY = ("/starred", "/disagreements")
LISTS = [screen.stem for screen in SCREENS if screen.paged and screen.stem not in MAY_BE_EMPTY]


def rows_of(desk: Any, address: str) -> list[dict[str, str]]:
    answer = desk.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def find(desk: Any, **wanted: str) -> dict[str, Any]:
    """The one happening that the filters leave."""
    query = "&".join(f"{key}={value}" for key, value in wanted.items())
    (row,) = desk.get(f"/desk.json?{query}").json()["happenings"]
    return row


def words(html: str) -> str:
    """The text of a page, without its markup, white space folded."""
    spaced = html.replace("</td>", " ").replace("</th>", " ")
    return " ".join(re.sub(r"<[^>]*>", "", spaced).replace("&#39;", "'").split())


@pytest.fixture
def told(desk: Any) -> dict[str, str]:
    """Addresses of the one happening that four articles tell, and of what stands under it."""
    row = find(desk, type="agree")
    view = desk.get(f"/happenings/{row['id']}.json").json()
    first = view["reports"][0]
    return {
        "happening": f"/happenings/{row['id']}",
        "story": f"/stories/{row['story']}",
        "event": f"/events/{first['event']['id']}",
        "article": f"/articles/{first['article']['id']}",
        "page": f"/pages/{first['article']['page']}",
    }


# The desk


def test_the_desk_shows_who_did_what_to_whom(desk: Any) -> None:
    html = desk.get("/").text
    said = words(html)
    assert '<a class="chip" href="/?actor=TUR" title="Turkey">TUR</a>' in html
    assert "TUR → FIN + NATO support did" in said
    assert "EGY → TUR consult will" in said
    assert "CHN → RUS aid may" in said
    assert "IRN → RUS aid denied background" in said
    assert "2 origins / 4 articles" in said
    assert "1 origin / 1 article" in said
    assert "Feb 2023 month only reported 25 Feb 2023" in said
    assert "date not said reported 6 Apr 2023" in said
    assert "Ankara, Turkey" in said
    assert "place not said" in said


def test_the_desk_is_newest_first(desk: Any) -> None:
    reported = [row["reported"] for row in desk.get("/desk.json").json()["happenings"]]
    assert len(reported) == 8
    assert reported == sorted(reported, reverse=True)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("actor=IRN", 2),
        ("actor=iran", 2),
        ("recipient=Russia", 3),
        ("actor=CHN&recipient=RUS", 1),
        ("type=AID", 2),
        ("type=aid&modality=possible", 1),
        ("modality=planned", 1),
        ("background=yes", 1),
        ("background=no", 7),
        ("words=embassies", 1),
        ("after=2023-04", 2),
        ("before=2023-02-28", 3),
        ("actor=&type=&words=", 8),
        ("actor=Atlantis", 0),
    ],
)
def test_filters_leave_what_they_name(desk: Any, query: str, count: int) -> None:
    record = desk.get(f"/desk.json?{query}").json()
    assert record["total"] == len(record["happenings"]) == count
    assert len(rows_of(desk, f"/desk.csv?{query}")) == count
    assert desk.get(f"/?{query}").text.count('<li class="row"') == count


def test_filters_stay_in_the_form(desk: Any) -> None:
    html = desk.get("/?actor=iran&type=aid&background=yes").text
    assert 'name="actor" value="iran"' in html
    assert '<option value="AID" selected>' in html
    assert '<option value="yes" selected>' in html
    filters = "actor=iran&amp;type=aid&amp;background=yes"
    assert f'href="/desk.csv?{filters}&amp;per=1000"' in html
    assert f'href="/desk.json?{filters}"' in html


def test_pages_of_the_list_keep_the_filters(desk: Any) -> None:
    first = desk.get("/?modality=actual&per=3").text
    assert "page 1 of 2" in first
    assert 'rel="next" data-hint="l" href="/?modality=actual&amp;per=3&amp;page=2"' in first
    assert 'rel="prev"' not in first
    second = desk.get("/?modality=actual&per=3&page=2").text
    assert 'rel="prev" data-hint="h" href="/?modality=actual&amp;per=3"' in second
    assert 'rel="next"' not in second
    rows = [
        row["id"]
        for page in (1, 2)
        for row in desk.get(f"/desk.json?modality=actual&per=3&page={page}").json()["happenings"]
    ]
    assert len(rows) == len(set(rows)) == 5


def test_a_page_past_the_end_leads_back(desk: Any) -> None:
    assert 'This list has 1 page. <a href="/">' in desk.get("/?page=9").text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("type=DANCE", "“DANCE” is no type of the register"),
        ("modality=maybe", "it has actual, planned, possible, negated"),
        ("background=perhaps", "is no background of the register"),
        ("after=yesterday", "write it like 2025-08-20"),
        ("page=0", "“page” must be a whole number from 1"),
        ("page=-1", "“page” must be a whole number"),
        ("page=1e9", "“page” must be a whole number"),
        ("page=٣", "“page” must be a whole number"),
        ("page=99999999999999999999", "“page” must be a whole number"),
        ("per=5000", "from 1 to 1,000"),
        ("words=" + "x" * 301, "longer than 300 characters"),
    ],
)
def test_a_filter_that_means_nothing_is_a_sentence(desk: Any, query: str, sentence: str) -> None:
    html = desk.get(f"/?{query}")
    assert html.status_code == 400
    assert sentence in words(html.text)
    data = desk.get(f"/desk.json?{query}")
    assert data.status_code == 400
    assert sentence in data.json()["error"]


# Stories, happenings, events


def test_stories_are_listed(desk: Any) -> None:
    said = words(desk.get("/stories").text)
    assert "1 story from 10 articles" in said
    assert "11 Mar 2023 since 10 Mar 2023" in said
    assert "Gulf Ledger, Harbour Courier, Meridian Wire, The Evening Lantern" in said
    assert "4 articles 2 happenings" in said


def test_a_story_groups_articles_under_their_origin(desk: Any, told: dict[str, str]) -> None:
    html = desk.get(told["story"]).text
    lines = re.findall(r'class="told depth-(\d)".*?<bdi>(.*?)</bdi>', html, re.DOTALL)
    assert [(depth, title[:12]) for depth, title in lines] == [
        ("0", "Iran and Sau"),
        ("1", "Riyadh and T"),
        ("2", "Iran, Saudi "),
        ("0", "Embassies to"),
    ]
    said = words(html)
    assert "reprint: every passage stands in the older Meridian Wire" in said
    assert "shortened: its one paragraph" in said
    assert "Why together: they tell the same agreement" in said
    assert "“This is a victory for dialogue,” Wang Yi · Meridian Wire" in said
    assert "own.txt no address" in said


def test_a_story_is_furnished_with_key_points_and_topics(desk: Any, told: dict[str, str]) -> None:
    said = words(desk.get(told["story"]).text)
    assert "diplomacy #ties" in said
    assert "In the pages' own words China hosted four days of talks" in said
    assert "When it was reported" in said


def test_a_happening_gives_words_reasons_and_citation(desk: Any, told: dict[str, str]) -> None:
    html = desk.get(told["happening"]).text
    said = words(html)
    assert html.count('<blockquote class="cited">') == 4
    assert '<mark class="m deed" title="deed: AGREE">agreed</mark>' in html
    assert "on the word of the foreign ministry in Riyadh" in said
    assert "no origin of its own" in said
    assert "Beijing, China" in said
    assert "10 Mar 2023 to the day, from the text" in said
    assert (
        "Meridian Wire. “Iran and Saudi Arabia to restore ties after talks in Beijing”. "
        "10 Mar 2023. “Iran and Saudi Arabia agreed in Beijing on 10 March 2023 to restore "
        "diplomatic relations.” https://meridian.example/2023/03/10/ties. Regesta "
        + told["happening"].rpartition("/")[2]
    ) in said


def test_an_event_shows_every_slot_or_says_that_it_is_empty(
    desk: Any, told: dict[str, str]
) -> None:
    html = desk.get(told["event"]).text
    said = words(html)
    for slot in ("actor", "deed", "recipient", "place", "date", "on whose word", "numbers"):
        assert f'<th scope="row">{slot}</th>' in html
    assert "recipient not said" in said
    assert "Beijing Beijing, China (city) place.in" in said
    assert "the article tells it in its own voice" in said
    assert f'<a href="{told["happening"]}">a happening</a>' in html
    assert "share no passage of eight words" in said


def test_slots_link_to_words_that_the_reader_marks(desk: Any, told: dict[str, str]) -> None:
    links = re.findall(r'href="(/articles/[^"#]*)#([a-z]+-\d+-\d+)"', desk.get(told["event"]).text)
    assert len(links) >= 5
    for address, anchor in links:
        assert f'id="{anchor}"' in desk.get(address).text


def test_numbers_are_shown_with_their_hedge(desk: Any) -> None:
    row = find(desk, actor="CHN", type="consult")
    view = desk.get(f"/happenings/{row['id']}.json").json()
    event = desk.get(f"/events/{view['reports'][0]['event']['id']}").text
    assert "about 3 documents about 3 documents" in words(event)


# The reader


def test_the_reader_colours_the_words_of_each_slot(desk: Any, told: dict[str, str]) -> None:
    html = desk.get(told["article"]).text
    marked = re.findall(
        r'<mark class="m (\w+)"(?: data-of="[\d ]+")? id="[^"]+" title="[^"]*">([^<]+)', html
    )
    assert ("actor", "Iran") in marked
    assert ("actor", "Saudi Arabia") in marked
    assert ("deed", "agreed") in marked
    assert ("place", "Beijing") in marked
    assert ("date", "10 March 2023") in marked
    assert ("quote", "This is a victory for dialogue,") in marked


def test_every_link_of_the_margin_leads_to_a_mark(desk: Any, told: dict[str, str]) -> None:
    html = desk.get(told["article"]).text
    anchors = re.findall(rf'href="{told["article"]}#([^"]+)"', html)
    assert len(anchors) > 8
    for anchor in anchors:
        assert html.count(f'id="{anchor}"') == 1


def test_ids_stand_once_on_a_screen(desk: Any, told: dict[str, str]) -> None:
    for address in (*told.values(), f"{told['article']}?view=anatomy", "/", "/stories"):
        ids = re.findall(r'\sid="([^"]+)"', desk.get(address).text)
        assert len(ids) == len(set(ids)), address


def test_the_anatomy_labels_every_piece_with_its_rule(desk: Any, told: dict[str, str]) -> None:
    said = words(desk.get(f"{told['article']}?view=anatomy").text)
    assert "title article 1 lines.title Iran and Saudi Arabia to restore" in said
    assert "publisher article 1 lines.publisher Meridian Wire" in said
    assert "body article 1 lines.body China hosted" in said
    assert "promo promo.newsletter Subscribe" in said


def test_the_raw_view_is_the_text_and_leads_to_the_bytes(desk: Any, told: dict[str, str]) -> None:
    html = desk.get(f"{told['article']}?view=raw").text
    assert "\n“This is a victory for dialogue,” Wang Yi of China told reporters" in html
    assert f'href="{told["page"]}/original"' in html
    original = desk.get(f"{told['page']}/original")
    assert original.content.decode().startswith("Iran and Saudi Arabia to restore ties")


def test_an_unknown_view_is_a_sentence(desk: Any, told: dict[str, str]) -> None:
    answer = desk.get(f"{told['article']}?view=xray")
    assert answer.status_code == 400
    assert "it has text, anatomy, raw" in answer.text


def test_a_page_tells_where_it_came_from(desk: Any, told: dict[str, str]) -> None:
    said = words(desk.get(told["page"]).text)
    assert "20 Apr 2023, 08:00 UTC" in said
    assert "regesta test, rules 1" in said
    assert "1 article on this page" in said


# Search and troubles


def test_search_finds_articles_and_marks_the_words(desk: Any) -> None:
    html = desk.get("/search?q=embassies").text
    assert "Articles with “embassies”" in words(html)
    assert '<mark class="hit">embassies</mark>' in html
    assert 'value="embassies"' in html


def test_search_by_id_leads_to_the_record(desk: Any, told: dict[str, str]) -> None:
    for address in told.values():
        assert f'<a href="{address}"' in desk.get(f"/search?q={address.rpartition('/')[2]}").text
    quote = desk.get(f"{told['article']}.json").json()["quotes"][0]
    found = desk.get(f"/search?q={quote['id']}").text
    assert f'href="{told["article"]}#quote-{quote["span"]["start"]}-' in found


@pytest.mark.parametrize("q", ['"', "*", "NEAR(", "a AND", "-", "title:", "%00", "(((", "'; DROP"])
def test_any_search_is_answered(desk: Any, q: str) -> None:
    assert desk.get(f"/search?q={q}").status_code == 200


def test_search_without_words_teaches(desk: Any) -> None:
    assert "a star looks up beginnings" in desk.get("/search").text
    assert "Try fewer" in desk.get("/search?q=zeppelin").text


def test_troubles_are_counted_and_told(desk: Any) -> None:
    said = words(desk.get("/troubles").text)
    assert "binary 1 in sources" in said
    assert "blank.html sources empty The file holds no bytes." in said
    assert desk.get("/troubles.json").json()["total"] == 2


# Data, empty registers, errors


@pytest.mark.parametrize("stem", LISTS)
def test_every_list_is_json_and_csv(desk: Any, stem: str) -> None:
    query = "?q=iran" if stem == "/search" else ""
    record = desk.get(f"{stem}.json{query}").json()
    (rows,) = [v for k, v in record.items() if isinstance(v, list) and k not in ("kinds", "notes")]
    assert len(rows) == record["total"] == len(rows_of(desk, f"{stem}.csv{query}")) > 0


def test_every_record_is_json(desk: Any, told: dict[str, str]) -> None:
    for kind, address in told.items():
        answer = desk.get(f"{address}.json")
        assert answer.headers["content-type"] == "application/json"
        record = answer.json()
        assert address.rpartition("/")[2] in json.dumps(record), kind


def test_json_spans_quote_the_text_they_point_into(desk: Any, told: dict[str, str]) -> None:
    page = desk.get(f"{told['page']}.json").json()
    event = desk.get(f"{told['event']}.json").json()
    for span, quoted in event["evidence"]:
        assert page["text"][span["start"] : span["end"]] == quoted


def test_screens_of_an_empty_register_teach_the_next_step(
    empty: Path, open_desk: Callable[[Path], Any]
) -> None:
    desk = open_desk(empty)
    for address in (screen.path for screen in SCREENS if "{" not in screen.path):
        answer = desk.get(address)
        assert answer.status_code == 200
        assert "regesta read PAGES" in answer.text, address
    assert desk.get("/desk.json").json()["happenings"] == []
    assert rows_of(desk, "/desk.csv") == []


def test_filters_that_leave_nothing_say_how_to_go_on(desk: Any) -> None:
    assert "No happening matches all of these filters" in desk.get("/?actor=Atlantis").text


@pytest.mark.parametrize("kind", ["stories", "happenings", "events", "articles", "pages"])
def test_an_unknown_id_is_a_sentence(desk: Any, kind: str) -> None:
    html = desk.get(f"/{kind}/x-0123")
    assert html.status_code == 404
    assert "with the id x-0123." in html.text
    data = desk.get(f"/{kind}/x-0123.json")
    assert data.status_code == 404
    assert data.json()["error"].endswith("with the id x-0123.")


def test_an_unknown_address_is_a_sentence(desk: Any) -> None:
    answer = desk.get("/no/such/place")
    assert answer.status_code == 404
    assert "no screen at this address" in answer.text


def test_a_register_that_went_away_is_a_sentence(
    tmp_path: Path, open_desk: Callable[[Path], Any]
) -> None:
    answer = open_desk(tmp_path / "gone.db").get("/")
    assert answer.status_code == 503
    assert "There is no register at" in answer.text


def test_a_damaged_register_is_a_sentence(
    news: Path, tmp_path: Path, open_desk: Callable[[Path], Any]
) -> None:
    whole = news.read_bytes()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(whole[:4096] + b"\x5a" * (len(whole) - 4096))
    answer = open_desk(damaged).get("/")
    assert answer.status_code == 503
    assert "The register could not be read" in answer.text
    assert "regesta check" in answer.text


def test_asking_changes_nothing(empty: Path, open_desk: Callable[[Path], Any]) -> None:
    before = empty.read_bytes()
    for address in ("/", "/stories", "/search?q=x", "/troubles.csv"):
        open_desk(empty).get(address)
    assert empty.read_bytes() == before


def test_a_happening_without_a_headline_is_headed_by_its_evidence(
    page_maker: Any, save_register: Callable[..., Path], alone: Any, open_desk: Any
) -> None:
    page = page_maker(name="a", title="", body=("Iran met Iraq in Basra.",))
    event = page.tell(
        "CONSULT", "met", sentence="Iran met Iraq in Basra.", actors=(("Iran", "IRN"),)
    )
    told = alone(event, origins=1)
    desk = open_desk(save_register([page], happenings=(told,)))
    heading = f'<a href="/happenings/{told.id}" data-open><bdi>Iran met Iraq in Basra.</bdi></a>'
    assert desk.get("/").text.count(heading) == 1
    assert "<h1><bdi>Iran met Iraq in Basra.</bdi></h1>" in desk.get(f"/happenings/{told.id}").text
