"""Serving: what is checked before a socket is opened, and where the desk listens."""

from pathlib import Path
from typing import Any

import pytest
import uvicorn

from regesta.settings import Settings
from regesta.store import RegisterError
from regesta.web import address, key_for, serve


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """What uvicorn was asked to run."""
    asked: list[tuple[Any, dict[str, Any]]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: asked.append((app, how)))
    return asked


def test_a_missing_register_is_told_before_anything_listens(tmp_path: Path, started: Any) -> None:
    with pytest.raises(RegisterError, match="There is no register at"):
        serve(Settings(register=tmp_path / "none.db"))
    assert started == []


def test_a_file_that_is_no_register_is_told(tmp_path: Path, started: Any) -> None:
    path = tmp_path / "notes.db"
    path.write_text("shopping list\n" * 100)
    with pytest.raises(RegisterError):
        serve(Settings(register=path))
    assert started == []


def test_the_desk_listens_on_this_machine_only_by_default(news: Path, started: Any) -> None:
    serve(Settings(register=news))
    ((_, how),) = started
    assert (how["host"], how["port"]) == ("127.0.0.1", 8765)


def test_a_desk_that_others_can_reach_has_a_key(news: Path, started: Any, reader: Any) -> None:
    settings = Settings(register=news, host="192.0.2.7", port=9000)
    key = key_for(settings)
    assert key is not None
    assert len(key) >= 32
    assert address(settings, key=key) == f"http://192.0.2.7:9000/?token={key}"
    serve(settings, key=key)
    ((app, how),) = started
    assert (how["host"], how["port"]) == ("192.0.2.7", 9000)
    guest = reader(app)
    assert guest.get("/", host="192.0.2.7:9000").status_code == 403
    assert guest.get(f"/?token={key}", host="192.0.2.8:9000").status_code == 400
    assert guest.get(f"/?token={key}", host="192.0.2.7:9000").status_code == 303
    assert guest.get("/", host="192.0.2.7:9000").status_code == 200


def test_no_key_is_no_reachable_desk(news: Path, started: Any) -> None:
    with pytest.raises(ValueError, match="needs a key"):
        serve(Settings(register=news, host="0.0.0.0"))
    assert started == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.1.2.3"])
def test_a_desk_of_this_machine_needs_no_key(news: Path, host: str) -> None:
    assert key_for(Settings(register=news, host=host)) is None


@pytest.mark.parametrize(
    ("host", "where"),
    [
        ("127.0.0.1", "http://127.0.0.1:8765/"),
        ("0.0.0.0", "http://127.0.0.1:8765/"),
        ("::", "http://[::1]:8765/"),
        ("desk.lan", "http://desk.lan:8765/"),
    ],
)
def test_the_address_is_one_that_this_machine_can_open(host: str, where: str) -> None:
    assert address(Settings(host=host), key=None) == where
