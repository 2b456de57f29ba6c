"""Which questions the desk answers, and what every answer carries."""

from pathlib import Path
from typing import Any

import pytest

from regesta.web import make_app
from regesta.web.safety import HEADERS

NOW = "2023-05-01T09:00:00Z"
ADDRESSES = ("/", "/desk.json", "/desk.csv", "/static/desk.css", "/nothing", "/?type=x", "/stories")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_policy(desk: Any, address: str) -> None:
    answer = desk.get(address)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8765", "localhost", "LOCALHOST:1", "localhost.", "[::1]:8765", "[0:0:0:0:0:0:0:1]"],
)
def test_loopback_names_are_answered(desk: Any, host: str) -> None:
    assert desk.get("/", host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost:8765@evil.example",
        "127.0.0.1 evil.example",
        "localhost:port",
        "",
        "10.0.0.7",
    ],
)
def test_other_names_are_refused(desk: Any, host: str) -> None:
    answer = desk.get("/", host=host)
    assert answer.status_code == 400
    assert "another host" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_bound_host_is_answered(news: Path, reader: Any) -> None:
    bound = reader(make_app(news, now=lambda: NOW, hosts=("desk.lan",)))
    assert bound.get("/", host="desk.lan:8765").status_code == 200
    assert bound.get("/", host="other.lan").status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_desk_only_reads(desk: Any, method: str) -> None:
    answer = desk.ask(method, "/")
    assert answer.status_code == 405
    assert "it changes nothing" in answer.text


def test_head_is_answered(desk: Any) -> None:
    answer = desk.ask("HEAD", "/")
    assert answer.status_code == 200
    assert answer.content == b""


def test_a_bug_is_a_sentence_with_the_policy(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("regesta.store.query.counts", broken)
    answer = desk.get("/")
    assert answer.status_code == 500
    assert "this is a bug" in answer.text
    assert "ZeroDivision" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]


@pytest.mark.parametrize(
    "address", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"]
)
def test_static_files_stay_in_their_folder(desk: Any, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    assert "make_app" not in answer.text
