"""Dyads, actors, matrix, map, search, sources and runs over HTTP: each number leads to its rows."""

import csv
import io
import re
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.web.made import happening, save

from regesta.model import (
    Carrier,
    Claim,
    Confirmation,
    Dispute,
    Links,
    Origin,
    Side,
    Slot,
    Voucher,
)
from regesta.store import open_register
from regesta.store.query.person_questions import offices_of
from regesta.web.screens.actor_screens import held_on, holders
from regesta.web.screens.matrix_screen import HEATS, heat, scale


def said(html: str) -> str:
    """The text of a page, without its markup, white space folded."""
    spaced = re.sub(r"</(td|th|b|h\d|li|span|a)>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", spaced)).split())


def table(desk: Any, address: str) -> list[dict[str, str]]:
    text = desk.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def rows_behind(desk: Any, href: str) -> int:
    """How many happenings a link to the search screen leads to."""
    path, _, query = unescape(href).partition("?")
    assert path == "/search"
    return int(desk.get(f"/search.json?{query}").json()["total"])


# Dyads


def test_dyads_are_counted_by_kind(desk: Any) -> None:
    rows = {(row["actor"], row["recipient"]): row for row in table(desk, "/dyads.csv")}
    assert rows["CHN", "RUS"]["material cooperation"] == "1"
    assert rows["EU", "RUS"]["verbal conflict"] == "1"
    assert len(rows) == desk.get("/dyads.json").json()["total"]
    assert [(row["actor"], row["recipient"]) for row in table(desk, "/dyads.csv?party=EU")] == [
        ("EU", "RUS")
    ]
    assert "No pair has such a party" in desk.get("/dyads?party=Atlantis").text


def test_every_piece_of_a_chart_leads_to_as_many_rows(desk: Any) -> None:
    html = desk.get("/dyads/IRN/RUS").text + desk.get("/dyads/TUR/FIN").text
    pieces = re.findall(r'<a href="(/search[^"]+)"><rect[^>]*><title>[^<]*?: (\d+) [io]n', html)
    assert pieces
    for href, count in pieces:
        assert rows_behind(desk, href) == int(count)


def test_conflict_lies_below_the_axis_and_cooperation_above(desk: Any) -> None:
    for dyad, above in (("CHN/RUS", True), ("EU/RUS", False)):
        html = desk.get(f"/dyads/{dyad}").text
        (zero,) = set(re.findall(r'class="zero" d="M34 ([\d.]+)H', html))
        tops = re.findall(r'<rect data-quad="[^"]+" x="[\d.]+" y="([\d.]+)"[^>]*><title>\w+,', html)
        assert tops
        assert all((float(top) < float(zero)) is above for top in tops), dyad


def test_a_dyad_says_what_it_could_not_draw_and_of_how_many(desk: Any) -> None:
    nothing = said(desk.get("/dyads/EU/RUS?step=day").text)
    assert "None of these happenings has a date that a timeline could place" in nothing
    mixed = said(desk.get("/dyads/CHN/RUS").text)
    assert "all happenings of the register on that day, at most 1 happening" in mixed
    drawn = desk.get("/dyads/CHN/RUS").text
    assert "1 on 26 Feb 2023, of 1 in the register" in drawn
    assert "1 happening of the whole register on 26 Feb 2023" in drawn


def test_the_table_is_what_is_drawn(desk: Any) -> None:
    cells = table(desk, "/dyads/CHN/RUS.csv")
    drawn = re.findall(r'<a href="/search[^>]+><rect', desk.get("/dyads/CHN/RUS").text)
    assert len(cells) == len(drawn) == 1
    assert cells[0]["all"] >= cells[0]["happenings"] == "1"
    assert desk.get("/dyads/CHN/RUS?view=table").text.count("<tr><th") == 2


def test_a_pair_the_register_does_not_know_is_an_empty_state(desk: Any) -> None:
    html = desk.get("/dyads/FRA/BRA").text
    assert "Nothing in the register says what one of them did to the other" in html
    assert desk.get("/dyads/France/Brazil").status_code == 200


# Actors and persons


def test_an_actor_shows_deeds_both_ways(desk: Any) -> None:
    html = desk.get("/actors/RUS").text
    assert "3 happenings : 0 as actor , 3 as recipient" in said(html)
    for href, count in re.findall(r'<a href="(/search[^"]+)">(\d+) happenings?</a>', html):
        assert rows_behind(desk, href) == int(count)
    assert desk.get("/actors/Russia").status_code == 200
    assert desk.get("/actors/Atlantis").status_code == 404


def test_offices_carry_their_words(desk: Any) -> None:
    html = desk.get("/actors/CHN").text
    assert "Wang Yi , top diplomat" in said(html)
    assert "Wang Yi has been China's top diplomat since January 2023." in said(html)
    assert "people.office-name" in html
    assert desk.get("/actors/CHN.json").json()["actor"]["offices"][0]["words"]


def test_one_holding_of_an_office_is_told_once(page_maker: Any, save_register: Any) -> None:
    pages = []
    for number, since in enumerate(("2021", "2021", "2023-02"), start=1):
        words = f"Ana Sol has been Ruritania's envoy since {since}"
        page = page_maker(name=f"{number}", title=f"Envoy {number}", body=(f"{words}.",))
        page.published = f"2024-01-0{number}"
        page.office(words, person="Ana Sol", office="envoy", country="RUR", since=since)
        pages.append(page)
    with closing(open_register(save_register(pages))) as db:
        rows = offices_of(db, country="RUR", limit=9)
    assert [len(told) for told in holders(rows)] == [1, 2]
    assert {row.tenure.since.value for row in holders(rows)[1] if row.tenure.since} == {"2021"}


def test_offices_on_a_day() -> None:
    class Row:
        def __init__(self, since: str | None, until: str | None, former: bool, seen: str) -> None:
            def when(value: str | None) -> Any:
                return None if value is None else type("When", (), {"day": value})

            told = {"since": when(since), "until": when(until), "former": former, "seen": seen}
            self.tenure = type("Tenure", (), told)

    def held(day: str, *, since: str | None = None, until: str | None = None, **how: Any) -> bool:
        row = Row(since, until, how.get("former", False), how.get("seen", "2024-05-01"))
        return held_on(row, day=day)  # type: ignore[arg-type]

    assert held("2023-06-01", since="2023-01")
    assert not held("2022-06-01", since="2023-01")
    assert held("2023", since="2023-01")
    assert held("2023-01-15", since="2023-01")
    assert held("2020-01-01", until="2021")
    assert not held("2022-01-01", until="2021")
    assert held("2021-06-01", until="2021")
    assert held("2030-01-01")
    assert not held("2024-05-02", former=True)
    assert held("2024-04-30", former=True)


def test_persons_are_found_by_name_and_country(desk: Any) -> None:
    assert desk.get("/persons.json?words=wang").json()["total"] == 1
    assert desk.get("/persons.json?country=China").json()["total"] == 1
    assert desk.get("/persons.json?country=France").json()["total"] == 0
    html = desk.get("/persons/wang-yi").text
    assert "This is a victory for dialogue," in html
    assert "from Jan 2023" in html
    assert desk.get("/persons/nobody").status_code == 404


# Matrix and map


def test_the_matrix_is_a_table_of_counts(desk: Any) -> None:
    cells = {
        (row["actor"], row["recipient"]): row["happenings"] for row in table(desk, "/matrix.csv")
    }
    assert cells["TUR", "FIN"] == cells["TUR", "NATO"] == "1"
    html = desk.get("/matrix").text
    assert len(re.findall(r"<td data-heat", html)) == len(cells)
    assert "A happening" in said(html) or "a happening" in said(html)
    assert desk.get("/matrix?quad=dancing").status_code == 400
    assert desk.get("/matrix?top=61").status_code == 400
    only = table(desk, "/matrix.csv?quad=material+cooperation")
    assert {(row["actor"], row["recipient"]) for row in only} == {("CHN", "RUS"), ("IRN", "RUS")}


def test_the_scale_of_the_map_says_what_each_colour_stands_for() -> None:
    assert scale(0) == ()
    assert scale(8) == ((2, "1"), (3, "2 to 3"), (4, "4 to 5"), (5, "6 to 8"))
    for most in (1, 15, 16, 700, 12_345):
        steps = scale(most)
        assert {step for step, _ in steps} == {heat(n, most) for n in range(1, most + 1)}
        assert steps[-1][1].endswith(f"{most:,}")


def test_heat_grows_with_the_count() -> None:
    assert heat(0, 9) == 0
    for most in (1, 2, 7, 100, 10_000):
        steps = [heat(count, most) for count in range(1, most + 1)]
        assert steps == sorted(steps)
        assert steps[-1] == HEATS or most < 15
        assert steps[0] >= 1


def test_the_map_fills_countries_and_leads_to_their_rows(desk: Any) -> None:
    html = desk.get("/map").text
    links = re.findall(r'<a href="(/search[^"]+)" aria-label="([^":]+): (\d+) happening', html)
    assert {(name, int(count)) for _, name, count in links} == {("China", 1), ("Turkey", 1)}
    for href, _, count in links:
        assert rows_behind(desk, href) == int(count)
    assert "6 happenings without a place are not drawn" in said(html)
    assert html.count('class="land"') > 170


# Search


@pytest.mark.parametrize(
    ("q", "count"),
    [
        ("a:IRN", 2),
        ("a:IRN type:AID", 1),
        ("r:RUS", 3),
        ("is:background", 1),
        ("modality:planned", 1),
        ("origins:>=2", 1),
        ("place:Ankara", 1),
        ("said-by:Japan", 1),
        ("outlet:Sado", 1),
        ("a:CHN weapons", 1),
    ],
)
def test_keys_narrow_the_happenings(desk: Any, q: str, count: int) -> None:
    found = desk.get(f"/search.json?q={quote(q)}&in=happenings").json()
    assert found["total"] == len(found["happenings"]) == count


def test_facets_count_what_they_lead_to(desk: Any) -> None:
    html = desk.get("/search?q=r:RUS").text
    facets = html[html.index('class="facets"') : html.index("What can be asked")]
    links = re.findall(r'<a href="(/search[^"]+)"><span>[^<]*</span> <b>(\d+)</b>', facets)
    assert len(links) > 6
    for href, count in links:
        assert rows_behind(desk, href) == int(count), href


def test_a_key_that_means_nothing_is_told(desk: Any) -> None:
    answer = desk.get("/search?q=type:DANCE+drones")
    assert answer.status_code == 200
    assert 'class="note"' in answer.text
    assert desk.get("/search.json?q=type:DANCE").json()["notes"]


def test_plain_words_offer_both_tabs(desk: Any) -> None:
    html = said(desk.get("/search?q=drones").text)
    assert "1 happening 1 article" in html
    assert desk.get("/search?q=drones&in=happenings").text.count('class="row"') == 1


def test_the_syntax_is_explained_by_examples_that_work(desk: Any) -> None:
    html = desk.get("/search").text
    examples = re.findall(r'<dt><a href="(/search\?q=[a-z-]+(?:%3A|:)[^"]+)"', html)
    assert len(examples) > 12
    for href in examples:
        answer = desk.get(unescape(href))
        assert answer.status_code == 200
        assert 'class="note"' not in answer.text, href


# Sources, runs, troubles


def test_sources_are_counted(desk: Any) -> None:
    rows = {row["name"]: row for row in table(desk, "/sources.csv")}
    assert rows["Harbour Courier"]["copies"] == rows["Harbour Courier"]["articles"] == "1"
    assert rows["Meridian Wire"]["copies"] == "0"
    assert {row["name"] for row in table(desk, "/sources.csv?kind=agencies")} == {"MW"}
    assert "100 %" in said(desk.get("/sources").text)


def test_a_run_tells_inputs_version_and_troubles(desk: Any) -> None:
    html = said(desk.get("/runs").text)
    assert html.count("1 May 2023, 09:00 UTC") == 1
    assert "news/" in html
    assert "regesta test, rules 1" in html
    assert "2 troubles" in html
    assert desk.get("/troubles.json?run=1").json()["total"] == 2
    assert desk.get("/troubles.json?step=sources&code=empty").json()["total"] == 1
    assert "No trouble of this kind" in desk.get("/troubles?code=none").text


def test_disagreements_explain_what_would_stand_there(desk: Any) -> None:
    assert (
        "No two sources of this register were found to contradict each other"
        in desk.get("/disagreements").text
    )
    assert table(desk, "/disagreements.csv") == []


def test_starred_lists_what_is_kept(own_desk: Any, own_news: Path) -> None:
    row = own_desk.get("/desk.json").json()["happenings"][0]
    story = own_desk.get("/stories.json").json()["stories"][0]
    for id in (row["id"], story["id"], "h-0000000000000000"):
        own_desk.post("/marks", {"star": id})
    html = said(own_desk.get("/starred").text)
    assert row["headline"] in html
    assert story["title"] in html
    assert "no longer in the register" in html
    assert len(table(own_desk, "/starred.csv")) == 3


# Disagreements and origins


@pytest.fixture
def disputed(page_maker: Any, tmp_path: Path, open_desk: Any) -> tuple[Any, str]:
    """A desk on which two outlets count the dead of one attack differently, and its happening."""
    pages, events = [], []
    for name, count in (("north", "21 people"), ("south", "19 people")):
        sentence = f"Rebels attacked Goma and killed {count}, officials said."
        outlet = f"The {name}"
        page = page_maker(name=name, title=f"Attack, {name}", outlet=outlet)
        page.body = (f"{sentence} By dusk the town lay quiet.",)
        how = {
            "actors": (("Rebels", "M23"),),
            "quantity": (count, float(count[:2]), "people"),
        }
        events.append(page.tell("ASSAULT", "attacked", sentence=sentence, **how))
        pages.append(page)
    told = happening(*events, origins=2)
    sides = tuple(
        Side(
            value=count,
            claims=(
                Claim(
                    event=event.id,
                    article=event.article,
                    span=page.span(f"{count} people"),
                    reporter=page.outlet,
                    said_by=("officials",),
                ),
            ),
        )
        for page, event, count in zip(pages, events, ("21", "19"), strict=True)
    )
    dispute = Dispute(
        happenings=(told.id,),
        slot=Slot.QUANTITY,
        what="people killed",
        sides=sides,
        reason="21 is not 19",
    )
    origins = tuple(
        Origin(
            reporter=page.outlet,
            sources=("officials",),
            vouched=Voucher.UNKNOWN,
            carriers=(Carrier(article=page.article.id, outlet=page.outlet),),
        )
        for page in pages
    )
    stands = Confirmation(happening=told.id, origins=origins)
    links = Links(happenings=(told,), disputes=(dispute,), confirmations=(stands,))
    path = tmp_path / "disputed.db"
    save(path, pages=pages, links=links)
    return open_desk(path), told.id


def test_values_stand_side_by_side_with_their_words(disputed: tuple[Any, str]) -> None:
    desk, id = disputed
    for address in ("/disagreements", f"/happenings/{id}"):
        html = said(desk.get(address).text)
        assert "How many: people killed" in html
        assert "Rebels attacked Goma and killed 21 people, officials said." in html
        assert "Rebels attacked Goma and killed 19 people, officials said." in html
        assert "21 is not 19" in html
        assert "By dusk" not in html
    listed = desk.get("/disagreements").text
    assert re.search("M23 assault Attack, (north|south) How many", said(listed))
    assert listed.count(f'<a href="/happenings/{id}" data-open>') == 1
    rows = table(desk, "/disagreements.csv")
    assert [(row["value"], row["words"], row["said_by"]) for row in rows] == [
        ("21", "21 people", "officials"),
        ("19", "19 people", "officials"),
    ]
    assert desk.get("/disagreements.json").json()["total"] == 1


def test_a_count_names_each_origin(disputed: tuple[Any, str]) -> None:
    desk, id = disputed
    html = said(desk.get(f"/happenings/{id}").text)
    assert "The north on the word of officials (somebody whose side is not told)" in html
    assert desk.get(f"/happenings/{id}").text.count('<ol class="counted">') == 1
    event = re.search(r"/events/e-[0-9a-f]+", desk.get(f"/happenings/{id}").text)
    assert event
    assert "The south on the word of officials" in said(desk.get(event[0]).text)
