"""Opening the register: one file, one writer, any number of readers."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from regesta.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, version

WRITER_WAITS = 60.0
READER_WAITS = 10.0
"""Seconds to wait for a lock; a reader needs one only while a register is first made."""

CHECKPOINT_PAGES = 8_000
"""Database pages (4 KiB each) the log may hold before they go into the file. Tuned on 6,000 pages
of 5 KB text: SQLite's own 1,000 writes a third more bytes and took 22 s instead of 8 s."""


class RegisterError(Exception):
    """The register cannot be used as asked; the message is one sentence for the user."""


def open_register(
    path: Path, *, write: bool = False, migrations: Sequence[str] = MIGRATIONS
) -> sqlite3.Connection:
    """A connection in autocommit mode; read-only unless `write`, which makes and migrates.

    Raises RegisterError for a missing file, a file that is no register, a register made by a
    newer Regesta, and, without `write`, a register that an older Regesta made.
    """
    try:
        db = _connect(path, write=write)
    except sqlite3.OperationalError as error:
        raise RegisterError(f"{path} cannot be opened as a register: {error}.") from error
    try:
        _check_identity(db, path=path, write=write, newest=len(migrations))
        if write:
            _prepare_writer(db, migrations=migrations)
    except sqlite3.Error as error:
        db.close()
        raise RegisterError(_plain_reason(error, path=path)) from error
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction that holds the write lock from its start; all of it or nothing.

    Inside another one it is part of that.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


@contextmanager
def one_view(db: sqlite3.Connection) -> Iterator[None]:
    """One short read transaction: all questions inside see the same register."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(path, timeout=WRITER_WAITS, isolation_level=None)
    if not path.is_file():
        raise RegisterError(f"There is no register at {path}; `regesta read` makes one.")
    fixed = "&immutable=1" if _is_on_fixed_medium(path) else ""
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=ro{fixed}",
        uri=True,
        timeout=READER_WAITS,
        isolation_level=None,
        check_same_thread=False,
    )


def _is_on_fixed_medium(path: Path) -> bool:
    """A reader wants to write beside the log; where nobody can write, no log is none to miss."""
    log = Path(f"{path}-wal")
    holds_log = log.exists() and log.stat().st_size > 0
    return not os.access(path.parent, os.W_OK) and not holds_log


def _check_identity(db: sqlite3.Connection, *, path: Path, write: bool, newest: int) -> None:
    """A new, empty file is fit to become a register; to a reader it is none yet."""
    steps = version(db)
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables or steps:
            raise RegisterError(f"{path} is a database, but not a register of Regesta.")
        if not write:
            raise RegisterError(f"{path} is empty; `regesta read` makes a register.")
    elif steps > newest:
        raise RegisterError(f"{path} was made by a newer Regesta; update the program to use it.")
    elif steps < newest and not write:
        raise RegisterError(f"{path} was made by an older Regesta; `regesta read` updates it.")


def _prepare_writer(db: sqlite3.Connection, *, migrations: Sequence[str]) -> None:
    """WAL lets readers go on while we write; NORMAL loses nothing when the process is killed."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    db.execute("PRAGMA foreign_keys = ON")
    migrate(db, migrations=migrations)


def _plain_reason(error: sqlite3.Error, *, path: Path) -> str:
    if "not a database" in str(error):
        return f"{path} is not a register of Regesta."
    return f"{path} cannot be used as a register: {error}."
