"""How long one page may take: a soft limit that raises, a hard one that ends the process."""

import faulthandler
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import IO

HARD_FACTOR = 2.0
"""The hard limit in soft limits: time for Python code to notice the soft one."""


class PageTimeout(BaseException):
    """A page took too long. No `except Exception` on the way up may swallow it."""


@contextmanager
def time_limit(seconds: float, *, trace: IO[bytes]) -> Iterator[None]:
    """Raise PageTimeout in the body after `seconds`; main thread only.

    Code that does not come back to Python (a C loop that holds the interpreter) is ended with its
    process after HARD_FACTOR times as long, and `trace` is written to, by a thread that needs no
    interpreter. Where the system has no timer signal there is only the hard limit.
    """
    armed = True

    def ring(signum: int, frame: FrameType | None) -> None:
        if armed:
            raise PageTimeout

    soft = hasattr(signal, "setitimer")
    if soft:
        signal.signal(signal.SIGALRM, ring)
    faulthandler.dump_traceback_later(seconds * HARD_FACTOR, exit=True, file=trace.fileno())
    try:
        try:
            if soft:
                signal.setitimer(signal.ITIMER_REAL, seconds)
            yield
        finally:
            armed = False
    finally:  # a ring between the two lines above still comes through here
        if soft:
            signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
