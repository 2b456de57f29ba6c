"""Commands: what they print, and one sentence with exit code 2 for what a user did wrong."""

import csv
import json
import os
import socket
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from regesta import __version__
from regesta.cli import main
from regesta.export import KINDS
from regesta.store import open_register, query


def ids(register: Path) -> dict[str, str]:
    """One id of each kind, of the page one.txt."""
    db = open_register(register)
    event = next(row for row in query.event_rows(db) if row.article.name == "one.txt")
    quote = next(row for row in query.quote_rows(db) if row.article.name == "one.txt")
    db.close()
    found = {"page": event.event.page, "article": event.article.id, "event": event.event.id}
    found |= {"story": event.article.story, "happening": event.happening}
    return found | {"quote": quote.quote.id}


def test_version(regesta):
    assert regesta("--version") == (0, f"regesta {__version__}\n", "")


def test_the_package_runs_as_a_module():
    ended = subprocess.run(
        (sys.executable, "-m", "regesta", "--version"), capture_output=True, text=True, check=True
    )
    assert ended.stdout == f"regesta {__version__}\n"


def test_without_a_command_it_says_what_there_is(regesta):
    said = regesta()
    assert said.code == 0
    assert all(name in said.out for name in ("read", "serve", "search", "show", "export"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nonsense",), "No such command"),
        (("search", "tea"), "There is no register at regesta.db"),
        (("show", "e-1", "--register", "nowhere.db"), "nowhere.db"),
        (("export", "--what", "events", "--format", "xlsx"), "xlsx"),
        (("export", "--what", "everything"), "everything"),
        (("export", "--format", "csv"), "--what"),
        (("read",), "INPUTS"),
        (("read", "no-such-folder"), "no-such-folder"),
        (("read", ".", "--workers", "0"), "workers"),
        (("read", ".", "--page-seconds", "soon"), "page"),
        (("serve", "--port", "70000"), "70000"),
        (("serve", "--no-browser"), "There is no register"),
        (("link",), "There is no register"),
        (("search", "tea", "--limit", "9" * 20), "limit"),
        (("troubles", "--limit", "9" * 20), "limit"),
        (("changes", "--limit", "9" * 20), "limit"),
        (("changes", "--limit", "-1"), "limit"),
    ],
)
def test_wrong_use_is_one_sentence(regesta, tmp_path, arguments, sentence):
    said = regesta(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("regesta: ")
    assert said.err.count("\n") == 1
    assert sentence in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["text.db", "other.db"])
def test_a_file_that_is_no_register_is_refused_and_left_alone(regesta, tmp_path, name):
    path = tmp_path / name
    if name == "other.db":
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE mine (words TEXT)")
        db.close()
    else:
        path.write_text("My diary, which is no register at all.\n" * 50)
    before = path.read_bytes()
    (tmp_path / "page.txt").write_text("Words.\n")
    for arguments in (("search", "tea"), ("check",), ("read", "page.txt")):
        said = regesta(*arguments, "--register", str(path))
        assert (said.code, said.out) == (2, "")
        assert name in said.err
        assert said.err.count("\n") == 1
    assert path.read_bytes() == before


def test_bad_settings_are_one_sentence(regesta, tmp_path, monkeypatch):
    (tmp_path / "regesta.toml").write_text("workers = 'many'\n")
    assert "workers" in regesta("troubles").err
    (tmp_path / "regesta.toml").write_text("wokers = 2\n")
    assert "wokers" in regesta("troubles").err
    (tmp_path / "regesta.toml").unlink()
    monkeypatch.setenv("REGESTA_PORT", "high")
    said = regesta("serve", "--no-browser")
    assert said.code == 2
    assert "port" in said.err


def test_a_port_in_use_is_one_sentence(regesta, register):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = regesta("serve", "--no-browser", "--port", str(taken.getsockname()[1]))
    assert said.code == 2
    assert "cannot listen on 127.0.0.1" in said.err
    assert said.err.count("\n") == 1


def test_search_marks_the_words(regesta, register):
    said = regesta("search", "peace", "tea")
    assert said.code == 0
    assert "[peace]" in said.out
    assert "2 articles found, 2 shown." in said.err
    assert regesta("search", "peace", "--limit", "1").err == "2 articles found, 1 shown.\n"


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "title:x", "*", "''", "\x00"])
def test_any_words_may_be_searched(regesta, register, words):
    said = regesta("search", words)
    assert said.code == 0
    assert "found" in said.err


def test_show_tells_every_kind(regesta, register):
    for kind, id in ids(register).items():
        said = regesta("show", id)
        assert said.code == 0, said.err
        assert said.out.startswith(f"{kind} {id}")
        assert regesta("show", id[:10]).out == said.out


def test_an_event_is_shown_slot_by_slot(regesta, register):
    out = regesta("show", ids(register)["event"]).out
    assert '"President Ana Sol"' in out
    assert "[test.party]" in out
    assert '"met"' in out
    assert "on whose word: not said" in out
    assert "evidence" in out


def test_a_happening_gives_its_reasons(regesta, register):
    out = regesta("show", ids(register)["happening"]).out
    assert "why: the second is a reprint" in out
    assert "2 articles, 1 independent origin" in out


def test_why_tells_origins_copies_and_disputes(regesta, register):
    said = regesta("show", "h-")
    id = said.out.split()[1]
    said = regesta("why", id, "--passages")
    assert said.code == 0
    assert "1 independent origin behind 2 articles" in said.out
    assert "1. The Zenda Post on the word of RUR (party)" in said.out
    assert "reprint of it" in said.out
    assert "President Ana Sol of Ruritania met King Bor of Syldavia in Zenda on Monday" in said.out
    assert "disputed where: Two towns." in said.out
    assert "\x1b" not in said.out


def test_why_is_asked_of_happenings_only(regesta, register):
    for id in ("s-", "h-nothing", ""):
        said = regesta("why", id)
        assert (said.code, said.out) == (2, "")
        assert "There is no happening" in said.err


def test_changes_are_counted(regesta, register):
    assert regesta("changes") == (0, "0 changes in all.\n", "")
    for kind in ("story", "happening"):
        id = ids(register)[kind]
        assert regesta("changes", id[:6]) == (0, f"No linking changed {id}.\n", "")


def test_changes_of_what_never_was_are_one_sentence(regesta, register):
    for id in ("s-nothing", "h-%", "", ids(register)["event"]):
        said = regesta("changes", id)
        assert (said.code, said.out) == (2, "")
        assert "There is and was no story or happening" in said.err
        assert said.err.count("\n") == 1


@pytest.mark.parametrize("id", ["e-ffff", "", "nonsense", "%", "e-*"])
def test_an_unknown_id_is_one_sentence(regesta, register, id):
    said = regesta("show", id)
    assert (said.code, said.out) == (2, "")
    assert "has the id" in said.err


def test_pages_cannot_steer_the_terminal(regesta, register):
    for arguments in (("search", "peace"), ("show", "p-"), ("troubles",)):
        said = regesta(*arguments)
        assert "\x1b" not in said.out + said.err


@pytest.mark.parametrize("what", KINDS)
def test_export_to_a_file_is_what_goes_to_the_screen(regesta, register, tmp_path, what):
    for form in ("jsonl", "csv", "tsv"):
        arguments = ("export", "--what", what, "--format", form)
        said = regesta(*arguments)
        assert regesta(*arguments, "--output", f"out.{form}") == (0, "", "")
        assert (tmp_path / f"out.{form}").read_bytes() == said.out.encode()
        assert said.out
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    table = StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"), newline="")
    assert len(list(csv.DictReader(table))) == len([json.loads(line) for line in lines]) > 0


def test_a_failed_export_leaves_the_old_file(regesta, register, tmp_path, monkeypatch):
    output = tmp_path / "events.jsonl"
    output.write_text("old\n")
    assert regesta("export", "--what", "events", "--output", "gone/x").code == 2
    monkeypatch.setattr("regesta.cli.export.os.replace", _refuse)
    said = regesta("export", "--what", "events", "--output", str(output))
    assert said.code == 2
    assert output.read_text() == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir() if "db" not in path.name) == [
        output.name
    ]


def _refuse(*_):
    raise PermissionError(13, "Permission denied", "events.jsonl")


@pytest.mark.parametrize("length", [250, 300])
def test_a_file_that_cannot_be_written_is_named_as_asked_for(regesta, register, tmp_path, length):
    name = "e" * length
    said = regesta("export", "--what", "events", "--output", name)
    if length > 255:
        assert said.code == 2
        assert said.err.startswith(f"regesta: {name} cannot be used: ")
    else:
        assert said == (0, "", "")
    left = {path.name for path in tmp_path.iterdir()} - {"regesta.db", "regesta.db-wal"}
    assert left <= {name, "regesta.db-shm"}


def test_ctrl_c_while_the_program_starts_is_quiet(monkeypatch, capsys):
    """As when the import of the commands is interrupted, which takes most of the start."""

    class Interrupting:
        def find_spec(self, name, path=None, target=None):
            if name == "regesta.cli.commands":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "regesta.cli.commands")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main(["troubles"])
    assert ended.value.code == 130
    assert capsys.readouterr().err == "regesta: stopped.\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(register, tmp_path, closed):
    command = (sys.executable, "-c", "from regesta.cli import main; main()")
    for arguments in (("troubles",), ("export", "--what", "events")):
        whole = (*command, *arguments, "--register", str(register))
        ended = subprocess.run(
            ("sh", "-c", f'exec "$@" {closed}', "sh", *whole),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert bool(ended.stdout) == (">&-" not in closed.replace("2>&-", ""))


def test_check_finds_nothing_wrong_and_then_something(regesta, register):
    assert regesta("check") == (0, "regesta.db: 0 problems.\n", "")
    db = open_register(register, write=True)
    db.execute("UPDATE pages SET text = substr(text, 1, 40)")
    db.close()
    said = regesta("check")
    assert said.code == 1
    assert "outside its page" in said.out


def test_troubles_are_counted_and_listed(regesta, register):
    said = regesta("troubles")
    assert "2  text: odd" in said.out
    assert "one.txt: text: odd: Odd bytes." in said.out
    assert regesta("troubles", "--limit", "0").out.count("\n") == 1


def test_a_reader_that_goes_away_ends_it_quietly(register):
    """As in `regesta export ... | head -0`, with more output than a pipe holds."""
    command = [sys.executable, "-c", "from regesta.cli import main; main()"]
    command += ["export", "--what", "events", "--register", str(register)]
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(write)
    assert ended.stderr == b""
    assert ended.returncode == 1
