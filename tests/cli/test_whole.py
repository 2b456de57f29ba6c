"""Whole runs in other processes: any number of workers, a kill in the middle, damaged inputs."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.damage import GOOD, HTML, spoil

from regesta.export import KINDS, lines
from regesta.store import open_register

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
COMMAND = (sys.executable, "-c", "from regesta.cli import main; main()")
PAGES = 64  # two parts: a kill falls between them
LONGEST = 120


def regesta(*arguments: str | Path) -> str:
    """Run a command to its end; what it printed. It must exit 0 and leave no traceback."""
    ended = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stdout


def exports(register: Path) -> dict[str, str]:
    """Everything the register exports, by kind."""
    with closing(open_register(register)) as db:
        return {what: "".join(lines(db, what=what, format="jsonl")) for what in KINDS}


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.split("\n") if line]


def test_the_register_does_not_depend_on_the_workers(tmp_path):
    one, four = tmp_path / "one.db", tmp_path / "four.db"
    pages = sorted(EXAMPLES.iterdir())
    pages = [*pages[::4], EXAMPLES / "15-wire-prisoner-exchange.txt"]  # disputes the count of 17
    regesta("read", *pages, "--workers", "1", "--register", one)
    regesta("read", *reversed(pages), "--workers", "4", "--register", four)
    found = exports(one)
    assert found == exports(four)
    assert all(found.values()), "every kind of record is in the examples"
    assert_cited(rows(found["events"]))
    again = four.read_bytes()
    regesta("read", *pages, "--workers", "2", "--register", four)
    assert four.read_bytes() == again, "reading twice changes nothing"
    assert "0 problems" in regesta("check", "--register", one)


def assert_cited(events: list[dict]) -> None:
    """Every span of an event from a text file quotes the file itself."""
    texts = [event for event in events if event["name"].endswith(".txt")]
    assert texts
    for event in texts:
        text = (EXAMPLES / event["name"]).read_bytes().decode()
        cited = [*event["evidence"], *event["actors"], *event["recipients"], *event["said_by"]]
        for part in cited:
            assert text[part["start"] : part["end"]] == part["text"]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of short pages, no two alike."""
    folder = tmp_path / "pages"
    folder.mkdir()
    lands = ("Norway", "Finland", "Kenya", "Peru", "Japan", "Egypt", "Chile", "Ghana")
    for number in range(PAGES):
        one, other = lands[number % 8], lands[(number // 8 + number + 1) % 8]
        text = (
            GOOD.replace("Norway", one)
            .replace("Finland", other)
            .replace("6,", f"{number % 28 + 1},")
        )
        (folder / f"{number:03}.txt").write_text(f"{text}It was meeting number {number}.\n")
    return folder


def test_a_killed_run_goes_on_where_it_was(tmp_path, many):
    whole, cut = tmp_path / "whole.db", tmp_path / "cut.db"
    regesta("read", many, "--workers", "1", "--register", whole)
    arguments = ["read", str(many), "--workers", "1", "--register", str(cut)]
    running = subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + LONGEST
    while not stored(cut) and running.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait(timeout=LONGEST) == -signal.SIGKILL, "it was over before the kill"
    assert 0 < stored(cut) < PAGES
    regesta(*arguments)
    found = exports(whole)
    assert exports(cut) == found
    assert len(rows(found["articles"])) == PAGES
    assert found["events"]


def stored(register: Path) -> int:
    """Pages in the register so far; 0 as long as there is none."""
    if not register.exists():
        return 0
    db = sqlite3.connect(f"file:{register}?mode=ro", uri=True, timeout=10)
    try:
        return db.execute("SELECT count(*) FROM pages").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        db.close()


def test_damaged_inputs_are_troubles_and_good_pages_are_read(tmp_path):
    folder = tmp_path / "crawl"
    damaged = spoil(folder, rounds=3)
    assert damaged == 61
    (folder / "a-good.txt").write_text(GOOD)
    (folder / "z-good.html").write_text(HTML)
    register = tmp_path / "regesta.db"
    said = regesta("read", folder, "--workers", "1", "--register", register)
    found = exports(register)
    for name in ("a-good.txt", "z-good.html"):
        events = [row for row in rows(found["events"]) if row["name"] == name]
        assert events, name
    troubles = regesta("troubles", "--limit", "10000", "--register", register)
    assert "bad-0-14.jsonl" in troubles
    assert "bug" not in said
    assert "worker-died" not in said
    assert "0 problems" in regesta("check", "--register", register)


def test_ctrl_c_ends_a_run_with_130_and_keeps_what_was_read(tmp_path, many):
    register = tmp_path / "regesta.db"
    arguments = ["read", str(many), "--workers", "1", "--register", str(register)]
    running = subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until = time.monotonic() + LONGEST
    while not stored(register) and running.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=LONGEST)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert "goes on from there" in err
    assert 0 < stored(register) < PAGES
