"""What can be set, with what holds when nothing is."""

import os
from dataclasses import dataclass, field
from pathlib import Path


def _cores() -> int:
    """Cores this process may use; fewer than the machine has inside a container."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run and the desk need to know.

    `page_seconds` is the longest one page may take, `max_page_bytes` the largest body that is
    read; a page over either limit becomes a trouble and is read again when the limit is changed.
    """

    register: Path = Path("regesta.db")
    workers: int = field(default_factory=_cores)
    page_seconds: float = 30.0
    max_page_bytes: int = 20_000_000
    host: str = "127.0.0.1"
    port: int = 8765
