"""Serving: what is checked before a socket is opened, and where the desk listens."""

from pathlib import Path
from typing import Any

import pytest
import uvicorn

from regesta.settings import Settings
from regesta.store import RegisterError
from regesta.web import serve


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


def test_the_host_it_listens_on_is_one_it_answers_to(news: Path, started: Any, reader: Any) -> None:
    serve(Settings(register=news, host="192.0.2.7", port=9000))
    ((app, how),) = started
    assert (how["host"], how["port"]) == ("192.0.2.7", 9000)
    assert reader(app).get("/", host="192.0.2.7:9000").status_code == 200
    assert reader(app).get("/", host="192.0.2.8:9000").status_code == 400
