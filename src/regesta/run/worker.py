"""What happens inside a worker process."""

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from multiprocessing import parent_process
from pathlib import Path
from typing import IO

from regesta.model import Reading
from regesta.model.codec import encode
from regesta.run import orders as stand_ins
from regesta.run.fit import fit
from regesta.run.limits import PageTimeout, time_limit
from regesta.run.orders import Orders, Reader, RunError, Task

ReadPage = Callable[..., Reading]

_IN_HAND, _TRACE = "in-hand", "trace"
"""Files each worker leaves in a folder: the page in hand, and where it stood at the hard limit."""


COLLECT_AFTER = 10_000  # new objects; a look each 700, as Python has it, cost a thirtieth


def start_worker() -> None:
    """Ctrl-C is for the parent; a parent that is gone takes its workers with it."""
    rarely_collect()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def rarely_collect() -> None:
    """Look for objects in rings less often: reading makes many, all of which go with their page."""
    gc.set_threshold(COLLECT_AFTER, 20, 10)


def read_part(tasks: tuple[Task, ...], *, orders: Orders, folder: Path) -> tuple[bytes, ...]:
    """The encoded reading of each page, in order; bad pages and bugs become troubles."""
    return tuple(_read_one(task, orders=orders.of(task.site), folder=folder) for task in tasks)


def pages_in_hand(folder: Path) -> set[str]:
    """Ids of the pages that workers, alive or dead, had in hand last."""
    return {note.read_text(encoding="ascii") for note in folder.glob(f"{_IN_HAND}-*")} - {""}


def pages_hung(folder: Path) -> set[str]:
    """Ids of the pages that were cut off at the hard limit, with their process."""
    return {
        trace.with_name(trace.name.replace(_TRACE, _IN_HAND)).read_text(encoding="ascii")
        for trace in folder.glob(f"{_TRACE}-*")
        if trace.stat().st_size
    }


def _read_one(task: Task, *, orders: Orders, folder: Path) -> bytes:
    page = task.page
    site = {"site": task.site} if task.site.lines else {}
    read = _function(orders.reader)  # before the note: a reader that dies on import blames no page
    (folder / f"{_IN_HAND}-{os.getpid()}").write_text(page.id, encoding="ascii")
    try:
        with time_limit(orders.page_seconds, trace=_trace_file(folder)):
            return encode(fit(read(page, made_by=orders.made_by, **site)))
    except PageTimeout:
        return encode(stand_ins.too_slow(page, orders=orders))
    except (Exception, SystemExit) as error:  # noqa: BLE001  # the one place that may
        _raise_if_machine(error)
        return encode(stand_ins.bug(page, orders=orders, message=_where(error)))


def _raise_if_machine(error: BaseException) -> None:
    """A missing language model is no fault of the page: the run ends and says so."""
    from regesta.read.parser import ModelError  # imports spaCy: not where the program starts

    if isinstance(error, ModelError):
        raise RunError(str(error)) from None


def _where(error: BaseException) -> str:
    """Type, message and innermost line, without paths of this machine."""
    said = str(error).encode("utf-8", "backslashreplace").decode("utf-8")
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__}: {said} ({place})"


@lru_cache(maxsize=1)
def _function(reader: Reader) -> ReadPage:
    sys.path[:0] = [path for path in reader.paths if path not in sys.path]
    module, _, name = reader.function.partition(":")
    function: ReadPage = getattr(import_module(module), name)
    return function


@lru_cache(maxsize=1)
def _trace_file(folder: Path) -> IO[bytes]:
    """Open as long as the process lives: the hard limit writes to it at the very end."""
    return (folder / f"{_TRACE}-{os.getpid()}").open("wb")


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
