"""Opening, migrating, and what a reader sees while a writer writes."""

import itertools
import os
import re
import sqlite3
from contextlib import closing

import pytest

from regesta.store import RegisterError, open_register, query
from regesta.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, version
from regesta.store.write import save_readings

SCHEMA = MIGRATIONS[0]


def test_a_reader_needs_a_register(path):
    with pytest.raises(RegisterError, match="There is no register at"):
        open_register(path)
    assert not path.exists()


def test_an_empty_file_becomes_a_register_for_a_writer_only(path):
    path.touch()
    with pytest.raises(RegisterError, match="is empty"):
        open_register(path)
    open_register(path, write=True).close()
    open_register(path).close()


@pytest.mark.parametrize("write", [False, True])
def test_other_files_are_left_alone(path, write):
    path.write_bytes(b"Dear diary, nothing happened today. " * 40)
    with pytest.raises(RegisterError, match="is not a register"):
        open_register(path, write=write)
    assert path.read_bytes().startswith(b"Dear diary")


@pytest.mark.parametrize("write", [False, True])
def test_other_databases_are_left_alone(path, write):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(RegisterError, match="not a register of Regesta"):
        open_register(path, write=write)
    with closing(sqlite3.connect(path)) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["recipes"]


def test_a_folder_is_no_register(tmp_path):
    with pytest.raises(RegisterError):
        open_register(tmp_path)
    with pytest.raises(RegisterError):
        open_register(tmp_path, write=True)


def test_the_file_says_what_it_is(db):
    assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert version(db) == len(MIGRATIONS)


def test_an_older_register_is_brought_up_by_a_writer(path, full):
    full.close()
    newer = (
        *MIGRATIONS,
        "CREATE TABLE extra (article TEXT); -- one\nINSERT INTO extra SELECT id FROM articles;",
    )
    with pytest.raises(RegisterError, match="older Regesta"):
        open_register(path, migrations=newer)
    with closing(open_register(path, write=True, migrations=newer)) as db:
        assert version(db) == len(newer)
        assert db.execute("SELECT count(*) FROM extra").fetchone()[0] == 2
        migrate(db, migrations=newer)
        assert db.execute("SELECT count(*) FROM extra").fetchone()[0] == 2
    with pytest.raises(RegisterError, match="newer Regesta"):
        open_register(path)


def test_a_failing_migration_leaves_the_register_as_it_was(path, full):
    full.close()
    broken = (*MIGRATIONS, "CREATE TABLE extra (article TEXT); INSERT INTO nowhere VALUES (1);")
    with pytest.raises(RegisterError):
        open_register(path, write=True, migrations=broken)
    with closing(open_register(path)) as db:
        assert version(db) == len(MIGRATIONS)
        assert query.counts(db).pages == 3


def test_a_reader_works_while_a_writer_writes(path, db, pairs):
    save_readings(db, pairs[:1])
    with closing(open_register(path)) as reader:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM pages")
        assert query.counts(reader).pages == 1
        db.execute("ROLLBACK")
        save_readings(db, pairs[1:])
        assert query.counts(reader).pages == 3


def test_a_reader_cannot_write(path, full):
    with closing(open_register(path)) as reader, pytest.raises(sqlite3.OperationalError):
        reader.execute("DELETE FROM pages")


def test_a_register_on_a_read_only_medium_can_be_read(path, full, monkeypatch):
    full.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    log = path.with_name(f"{path.name}-wal")
    log.touch()  # what a reader leaves behind
    with closing(open_register(path)) as reader:
        assert query.counts(reader).pages == 3
        assert sorted(os.listdir(path.parent)) == [path.name, log.name]


def test_odd_file_names_are_fine(tmp_path):
    path = tmp_path / "été #1 ?mode=rw %41.db"
    open_register(path, write=True).close()
    open_register(path).close()
    assert "été #1 ?mode=rw %41.db" in os.listdir(tmp_path)


def schema_lines():
    return "".join(MIGRATIONS).splitlines()


def test_every_table_and_column_has_a_comment():
    lines = schema_lines()
    tables = columns = 0
    for before, line in itertools.pairwise(lines):
        if line.startswith("CREATE") and "TABLE" in line:
            tables += 1
            assert before.startswith("-- "), line
        if re.match(r'    ("end"|[a-z_]+),? ', line) and " = " not in line:
            columns += 1
            assert re.search(r"-- \S", line), line
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db)
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("article_words_")
        ]
        assert tables == len(names)
        held = sum(len(db.execute(f"PRAGMA table_info({name})").fetchall()) for name in names)
    assert columns == held
