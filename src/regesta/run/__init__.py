"""Runs: worker processes, limits, progress, resuming; the only place that reads the clock."""

from regesta.run.ledger import Progress
from regesta.run.linking import link_register
from regesta.run.orders import Reader, RunError
from regesta.run.progress import show_progress, told
from regesta.run.reading import read_pages
from regesta.run.summary import Summary
from regesta.run.version import linked_by, made_by

__all__ = [
    "Progress",
    "Reader",
    "RunError",
    "Summary",
    "link_register",
    "linked_by",
    "made_by",
    "read_pages",
    "show_progress",
    "told",
]
