"""From what the user names (files, folders, "-") to pages and troubles, in a fixed order."""

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from regesta.model import Page, Trouble
from regesta.sources.kinds import open_pages
from regesta.sources.stream import Readable, Source, input_trouble, unpacked

MAX_BYTES = 10_000_000  # of one page
STANDARD_INPUT = "-"


class SourceError(Exception):
    """An input that the user named cannot be opened; the message is one clear sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What holds for all inputs of one call."""

    fetched_at: str | None
    max_bytes: int


def check_inputs(inputs: Sequence[str]) -> None:
    """Raises SourceError for the first input that does not exist."""
    for one in inputs:
        if one != STANDARD_INPUT and not os.path.lexists(one):
            raise SourceError(f"There is no file or folder {one!r}.")


def pages(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    fetched_at: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Page | Trouble]:
    """Every page of the inputs, and a trouble for what could not be read.

    Folders are read whole, sorted by name, without hidden files. `stdin` is read for "-".
    `fetched_at` (ISO 8601 UTC) holds for pages whose source does not say when it was fetched.
    Raises SourceError before the first page when an input does not exist.
    """
    check_inputs(inputs)
    if STANDARD_INPUT in inputs and stdin is None:
        raise SourceError("There is no standard input to read.")
    return _pages(inputs, stdin, _Terms(fetched_at=fetched_at, max_bytes=max_bytes))


def _pages(
    inputs: Sequence[str], stdin: BinaryIO | None, terms: _Terms
) -> Iterator[Page | Trouble]:
    for one in inputs:
        if one == STANDARD_INPUT and stdin is not None:
            yield from _opened(STANDARD_INPUT, stdin, terms)
        elif os.path.isdir(one):
            yield from _folder(Path(one), terms)
        else:
            yield from _file(Path(one), terms)


def _folder(folder: Path, terms: _Terms) -> Iterator[Page | Trouble]:
    """All files of a folder; those that are no pages (pictures, scripts) in one counted trouble."""
    left_out: Counter[str] = Counter()
    for found in _walk(folder, set()):
        for item in (found,) if isinstance(found, Trouble) else _file(found, terms):
            if isinstance(item, Trouble) and item.code == "not-a-page" and isinstance(found, Path):
                left_out[found.suffix.lower() or "no ending"] += 1
            else:
                yield item
    if left_out:
        endings = ", ".join(f"{ending} {count}" for ending, count in sorted(left_out.items()))
        message = f"files that are no pages: {endings}"
        yield input_trouble(_name(folder), "left-out", message)


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Trouble]:
    """Files below a folder, sorted by name; a folder reached twice (a link) is read once."""
    try:
        here = folder.stat()
        if (here.st_dev, here.st_ino) in seen:
            return
        seen.add((here.st_dev, here.st_ino))
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as fault:
        yield input_trouble(
            _name(folder), "unreadable", f"the folder cannot be read ({_why(fault)})"
        )
        return
    for name in names:
        path = folder / name
        if os.path.isdir(path):
            yield from _walk(path, seen)
        elif _is_device(path):
            yield input_trouble(_name(path), "unreadable", "neither a file nor a folder")
        else:
            yield path


def _is_device(path: Path) -> bool:
    """A pipe, socket or device: opening one that was not named might wait for ever."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # opening it will say what is wrong


def _file(path: Path, terms: _Terms) -> Iterator[Page | Trouble]:
    try:
        file = path.open("rb", buffering=0)
    except OSError as fault:
        yield input_trouble(_name(path), "unreadable", f"the file cannot be opened ({_why(fault)})")
        return
    with file:
        yield from _opened(_name(path), file, terms)


def _opened(name: str, file: Readable, terms: _Terms) -> Iterator[Page | Trouble]:
    stream = unpacked(file)
    yield from open_pages(
        Source(name=name, stream=stream, fetched_at=terms.fetched_at, max_bytes=terms.max_bytes)
    )


def _name(path: Path) -> str:
    """The file's own name; bytes that are no UTF-8 are replaced so that it can be stored."""
    return os.fsencode(path.name or str(path)).decode("utf-8", "replace")


def _why(fault: OSError) -> str:
    return (fault.strerror or type(fault).__name__).lower()
