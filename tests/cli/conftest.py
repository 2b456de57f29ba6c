"""Running commands in this process, over a small register that is made without reading."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.store.conftest import make_links, make_pair

from regesta.cli.commands import run
from regesta.store import open_register
from regesta.store.links import save_links
from regesta.store.write import save_readings


class Said(NamedTuple):
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def regesta(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Said]:
    """`regesta(*arguments)` in an empty folder, without settings from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("REGISTER", "WORKERS", "PAGE_SECONDS", "MAX_PAGE_BYTES", "HOST", "PORT"):
        monkeypatch.delenv(f"REGESTA_{name}", raising=False)

    def command(*arguments: str) -> Said:
        capfdbinary.readouterr()
        code = run(arguments)
        said = capfdbinary.readouterr()
        return Said(code, said.out.decode(), said.err.decode())

    return command


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """regesta.db in the folder where `regesta` runs: two pages that tell one meeting."""
    path = tmp_path / "regesta.db"
    db = open_register(path, write=True)
    pairs = [make_pair("one.txt"), make_pair("two\x1b[31m.txt", publisher="Daily Syldavian")]
    save_readings(db, pairs)
    save_links(db, make_links(pairs), linked_by="links-1")
    db.close()
    return path
