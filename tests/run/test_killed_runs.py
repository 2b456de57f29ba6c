"""A run may end at any moment; the next one goes on where it was."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from regesta.store import RegisterError, open_register, query
from regesta.store.check import check_register

RUN = str(Path(__file__).with_name("one_run.py"))
PAGES = 200

pytestmark = pytest.mark.slow


def start(path):
    return subprocess.Popen(
        [sys.executable, RUN, str(path), str(PAGES), "2"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def stored(path):
    """Pages in the register so far, as a reader sees them while the run goes on."""
    try:
        with closing(open_register(path)) as db:
            return query.counts(db).pages
    except RegisterError:
        return 0


def wait_for_pages(path, run, *, at_least):
    deadline = time.monotonic() + 60
    while stored(path) < at_least:
        assert run.poll() is None, run.stderr.read().decode()
        assert time.monotonic() < deadline
        time.sleep(0.05)


def members(session):
    """Processes of a session that still live."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(status.parent.name))
    return found


def wait_until_gone(session):
    deadline = time.monotonic() + 20
    while members(session):
        assert time.monotonic() < deadline, "workers outlived their run"
        time.sleep(0.05)


def test_kill_9_and_go_on(tmp_path, dump):
    path, calm = tmp_path / "killed.db", tmp_path / "calm.db"
    with start(path) as run:
        wait_for_pages(path, run, at_least=60)
        run.send_signal(signal.SIGKILL)
    if Path("/proc").exists():
        wait_until_gone(run.pid)
    before = stored(path)
    assert 60 <= before < PAGES
    assert check_register(path) == ()
    with closing(sqlite3.connect(path)) as db:
        first = dict(db.execute("SELECT id, rowid FROM pages"))
    for register in (path, calm):
        with start(register) as run:
            assert run.wait(60) == 0, run.stderr.read().decode()
    with closing(sqlite3.connect(path)) as db:
        rows = dict(db.execute("SELECT id, rowid FROM pages"))
        runs = [row[0] for row in db.execute("SELECT finished IS NULL FROM runs ORDER BY id")]
    assert first.items() <= rows.items()  # what stood was not written again
    assert runs == [1, 0]
    assert dump(path) == dump(calm)
    assert check_register(path) == ()


def test_ctrl_c_stops_cleanly(tmp_path):
    path = tmp_path / "stopped.db"
    with start(path) as run:
        wait_for_pages(path, run, at_least=32)
        os.killpg(run.pid, signal.SIGINT)
        said = run.stderr.read().decode()
        assert run.wait(20) == -signal.SIGINT
    assert said.count("KeyboardInterrupt") == 1, said
    wait_until_gone(run.pid)
    assert stored(path) >= 32
    assert check_register(path) == ()
