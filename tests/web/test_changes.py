"""Forms of the desk: who may send them, what they change, where they lead."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from regesta.store import marks, open_register
from regesta.web.changes import BODY_MOST
from regesta.web.seals import is_seal, make_seal, make_secret, word_of

FORM = "application/x-www-form-urlencoded"
ID = "h-0123456789abcdef"


def first(desk: Any) -> str:
    return str(desk.get("/desk.json").json()["happenings"][0]["id"])


def test_a_mark_is_kept_in_the_register(own_desk: Any, own_news: Path) -> None:
    id = first(own_desk)
    answer = own_desk.post("/marks", {"read": id, "back": "/?type=AID"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?type=AID"
    own_desk.post("/marks", {"star": id})
    db = open_register(own_news)
    assert marks.marked(db, [id]) == marks.Marks(read=frozenset({id}), starred=frozenset({id}))
    db.close()
    own_desk.post("/marks", {"unread": id})
    own_desk.post("/marks", {"unstar": id})
    assert "data-read" not in own_desk.get(f"/happenings/{id}").text


def test_htmx_gets_the_buttons_as_they_are_now(own_desk: Any) -> None:
    id = first(own_desk)
    answer = own_desk.post("/marks", {"read": id}, hx_request="true")
    assert answer.status_code == 200
    assert f'id="marks-{id}" data-read hx-swap-oob="true"' in answer.text
    assert f'name="unread" value="{id}"' in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize("show", ["unread", "starred"])
def test_the_desk_shows_what_is_marked(own_desk: Any, show: str) -> None:
    before = own_desk.get(f"/desk.json?show={show}").json()["total"]
    own_desk.post("/marks", {"read": first(own_desk)})
    own_desk.post("/marks", {"star": first(own_desk)})
    after = own_desk.get(f"/desk.json?show={show}").json()["total"]
    assert after - before == {"unread": -1, "starred": 1}[show]
    assert own_desk.get(f"/?show={show}").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"read": ""},
        {"read": "p-0123456789abcdef"},
        {"read": f"{ID} <script>"},
        {"star": " ".join(f"h-{n:016x}" for n in range(1_001))},
    ],
)
def test_a_mark_on_nothing_is_a_sentence(own_desk: Any, fields: dict[str, str]) -> None:
    assert own_desk.post("/marks", fields).status_code == 400


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil", "", "/\nx"])
def test_the_way_back_stays_on_the_desk(own_desk: Any, back: str) -> None:
    answer = own_desk.post("/marks", {"read": first(own_desk), "back": back})
    assert answer.headers["location"] == "/"


def test_queries_are_saved_and_forgotten(own_desk: Any) -> None:
    assert own_desk.post("/queries", {"name": " My  query ", "q": "a:IRN"}).status_code == 303
    html = own_desk.get("/search").text
    assert '<a href="/search?q=a%3AIRN" title="a:IRN">My query</a>' in html
    own_desk.post("/queries/forget", {"name": "My query"})
    assert "My query" not in own_desk.get("/search").text


def test_a_query_that_means_nothing_is_not_saved(own_desk: Any) -> None:
    answer = own_desk.post("/queries", {"name": "x", "q": "type:DANCE"})
    assert answer.status_code == 400
    assert "This query is not saved" in answer.text
    assert own_desk.post("/queries", {"name": "", "q": "a:IRN"}).status_code == 400
    assert own_desk.post("/queries", {"name": "x" * 81, "q": "a:IRN"}).status_code == 400


# Who may send them


def forms(desk: Any, fields: dict[str, str], **headers: str) -> int:
    content = urlencode({"read": ID, **fields})
    told = {"content-type": FORM, **headers}
    return int(desk.ask("POST", "/marks", content=content, **told).status_code)


def test_a_form_without_the_word_is_refused(own_desk: Any, own_news: Path) -> None:
    word = own_desk.word()
    assert forms(own_desk, {"word": word}) == 303
    assert forms(own_desk, {}) == 403
    assert forms(own_desk, {"word": ""}) == 403
    assert forms(own_desk, {"word": word[:-1] + ("0" if word[-1] != "0" else "1")}) == 403
    own_desk.cookies.clear()
    assert forms(own_desk, {"word": word}) == 403


def test_a_word_of_another_seal_is_refused(own_desk: Any) -> None:
    word = own_desk.word()
    own_desk.cookies.clear()
    assert own_desk.word() != word
    assert forms(own_desk, {"word": word}) == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(own_desk: Any, headers: dict[str, str]) -> None:
    assert forms(own_desk, {"word": own_desk.word()}, **headers) == 403


@pytest.mark.parametrize("origin", ["null", "http://127.0.0.1:8765"])
def test_a_form_of_this_desk_is_taken(own_desk: Any, origin: str) -> None:
    how = {"origin": origin, "sec_fetch_site": "same-origin"}
    assert forms(own_desk, {"word": own_desk.word()}, **how) == 303


def test_only_forms_are_taken_and_only_small_ones(own_desk: Any) -> None:
    post = {"method": "POST", "path": "/marks"}
    json = own_desk.ask(**post, content="{}", content_type="application/json")
    assert json.status_code == 415
    huge = own_desk.ask(**post, content="read=" + "x" * BODY_MOST, content_type=FORM)
    assert huge.status_code == 413
    many = own_desk.ask(**post, content="a=1&" * 50, content_type=FORM)
    assert many.status_code == 400
    assert own_desk.get("/marks").status_code == 405


def test_cookies_are_strict_and_out_of_reach_of_scripts(own_desk: Any) -> None:
    told = own_desk.get("/").headers.get_list("set-cookie")
    (seal,) = [line for line in told if line.startswith("regesta_seal_8765=")]
    assert "HttpOnly" in seal
    assert "SameSite=strict" in seal
    assert all("HttpOnly" in line for line in told)


def test_seals_are_signed() -> None:
    secret, other = make_secret(), make_secret()
    seal = make_seal(secret)
    assert is_seal(seal, secret=secret)
    assert not is_seal(seal, secret=other)
    assert not is_seal(seal.partition(".")[0], secret=secret)
    assert not is_seal("", secret=secret)
    assert not is_seal("é.é", secret=secret)
    assert word_of(seal, secret=secret) != word_of(make_seal(secret), secret=secret)


def test_a_register_that_cannot_be_written_says_so(own_desk: Any, own_news: Path) -> None:
    word = own_desk.word()
    own_news.unlink()
    answer = own_desk.ask(
        "POST", "/marks", content=urlencode({"word": word, "read": ID}), content_type=FORM
    )
    assert answer.status_code == 503
    assert "There is no register at" in answer.text
    assert not own_news.exists()


# Visits


def test_the_first_visit_has_no_news_and_is_noted(own_desk: Any) -> None:
    html = own_desk.get("/").text
    assert "Since your last visit" not in html
    assert 'hx-post="/visits" hx-trigger="load"' in html
    assert 'hx-trigger="load"' not in own_desk.get("/").text


def test_what_came_after_the_last_visit_is_new(
    own_desk: Any, own_news: Path, late_news: Any, open_desk: Any
) -> None:
    own_desk.post("/visits", {"upto": upto(own_news)})
    late_news(own_news)
    desk = open_desk(own_news)
    assert "1 new happening" in desk.get("/").text
    assert desk.get("/desk.json?show=new").json()["total"] == 1
    assert "Doha steps in" in desk.get("/?show=new").text
    assert desk.get("/search.json?q=is:new").json()["total"] == 1
    desk.post("/visits", {"upto": upto(own_news), "anew": "yes"})
    assert "nothing new." in desk.get("/").text


def upto(path: Path) -> str:
    db = open_register(path)
    number = marks.linking(db)
    db.close()
    return str(number)


@pytest.mark.parametrize("number", ["", "-1", "x", "9" * 30])
def test_a_visit_must_say_what_it_saw(own_desk: Any, number: str) -> None:
    assert own_desk.post("/visits", {"upto": number}).status_code == 400


@pytest.mark.parametrize("told", ["", "x", "-1.x", "9" * 40, "1.2023-05-01T09:00:00Z"])
def test_any_cookie_is_borne(own_desk: Any, told: str) -> None:
    own_desk.cookies.set("regesta_since_8765", told, domain="127.0.0.1")
    assert own_desk.get("/").status_code == 200
