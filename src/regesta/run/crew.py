"""Worker processes that read parts, and what happens when one of them dies."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Set
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import active_children, get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from regesta.model import Reading
from regesta.model.codec import decode
from regesta.run.orders import Orders, RunError, Task, too_slow, worker_died
from regesta.run.worker import pages_hung, pages_in_hand, read_part, start_worker

PARTS_A_WORKER = 2
"""Parts under way for each worker: one in hand, one waiting; memory does not follow the input."""

Part = tuple[Task, ...]
Done = tuple[tuple[Task, Reading], ...]


@dataclass(slots=True, kw_only=True)
class _Queue:
    """Parts to come, parts to do again, and parts under way."""

    coming: Iterator[Part]
    again: deque[Part] = field(default_factory=deque)
    running: dict[Future[tuple[bytes, ...]], Part] = field(default_factory=dict)

    def next(self) -> Part | None:
        return self.again.popleft() if self.again else next(self.coming, None)


def read_parts(parts: Iterable[Part], *, orders: Orders) -> Iterator[Done]:
    """The parts with their readings, in any order, as they get done.

    When a worker dies the pool is made anew. A page that was cut off at the hard limit becomes a
    trouble at once; when none was, the pages in hand are read once more, each in a process of its
    own, and one that dies there too becomes a trouble. Raises RunError when workers do not start.
    """
    queue = _Queue(coming=iter(parts))
    broken = True
    while broken:
        with TemporaryDirectory(prefix="regesta-") as name:
            folder = Path(name)
            try:
                with _pool(orders.workers) as pool:
                    yield from _work(pool, queue, orders=orders, folder=folder)
                broken = False
            except BrokenProcessPool:
                yield from _recover(queue, orders=orders, folder=folder)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that are gone when the block is left, at once when it is left by an error."""
    before = set(active_children())
    pool = ProcessPoolExecutor(
        max_workers=workers, mp_context=get_context("spawn"), initializer=start_worker
    )
    try:
        yield pool
    except BaseException:
        for child in set(active_children()) - before:
            child.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown(wait=True)


def _work(
    pool: ProcessPoolExecutor, queue: _Queue, *, orders: Orders, folder: Path
) -> Iterator[Done]:
    while True:
        _submit(pool, queue, orders=orders, folder=folder)
        if not queue.running:
            return
        for future in wait(queue.running, return_when=FIRST_COMPLETED).done:
            raw = future.result()
            yield _decoded(queue.running.pop(future), raw)


def _submit(pool: ProcessPoolExecutor, queue: _Queue, *, orders: Orders, folder: Path) -> None:
    while len(queue.running) < orders.workers * PARTS_A_WORKER:
        part = queue.next()
        if part is None:
            return
        try:
            with _interrupts_held():
                future = pool.submit(read_part, part, orders=orders, folder=folder)
        except BrokenProcessPool:
            queue.again.appendleft(part)
            raise
        queue.running[future] = part


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes that start meanwhile never see Ctrl-C, not even before `start_worker`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _decoded(part: Part, raw: tuple[bytes, ...]) -> Done:
    return tuple((task, decode(one, Reading)) for task, one in zip(part, raw, strict=True))


def _recover(queue: _Queue, *, orders: Orders, folder: Path) -> Iterator[Done]:
    """Keep what got done, settle the pages that may have killed a worker, do the rest again."""
    unfinished: list[Part] = []
    for future, part in queue.running.items():
        if future.cancelled() or future.exception() is not None:
            unfinished.append(part)
        else:
            yield _decoded(part, future.result())
    queue.running.clear()
    here = {task.page.id for part in unfinished for task in part}
    hung = pages_hung(folder) & here
    suspects = hung or (pages_in_hand(folder) & here) or here
    for part in unfinished:
        yield tuple(
            (task, _too_slow(task, orders=orders) if hung else _read_alone(task, orders=orders))
            for task in part
            if task.page.id in suspects
        )
    queue.again.extend(_without(unfinished, suspects))


def _without(parts: Iterable[Part], ids: Set[str]) -> Iterator[Part]:
    for part in parts:
        rest = tuple(task for task in part if task.page.id not in ids)
        if rest:
            yield rest


def _too_slow(task: Task, *, orders: Orders) -> Reading:
    return too_slow(task.page, orders=orders.of(task.site))


def _read_alone(task: Task, *, orders: Orders) -> Reading:
    with TemporaryDirectory(prefix="regesta-") as name:
        folder = Path(name)
        try:
            with _pool(1) as pool:
                with _interrupts_held():
                    future = pool.submit(read_part, (task,), orders=orders, folder=folder)
                raw = future.result()
        except BrokenProcessPool as error:
            if task.page.id in pages_hung(folder):
                return _too_slow(task, orders=orders)
            if task.page.id in pages_in_hand(folder):
                return worker_died(task.page, orders=orders.of(task.site))
            raise RunError("Worker processes die before they read a page.") from error
        return decode(raw[0], Reading)
