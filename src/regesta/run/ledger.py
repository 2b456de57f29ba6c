"""The register as one run sees it: what is read already, what gets written, what was counted."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from regesta.model import Page, Trouble
from regesta.run.crew import Done
from regesta.run.orders import Orders
from regesta.run.summary import Summary
from regesta.store.pack import Arrival, arrival
from regesta.store.query import stored_page
from regesta.store.register import writing
from regesta.store.sites import save_lines
from regesta.store.write import begin_run, end_run, save_readings, save_troubles

Progress = Callable[[Summary], None]
"""Told after every part how far the run is."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Writes for one run; a run that changes nothing leaves no trace in the register."""

    db: sqlite3.Connection
    inputs: Sequence[str]
    orders: Orders
    progress: Progress
    summary: Summary
    under_way: dict[str, Arrival]
    started: str
    run: int | None = None

    def to_read(self, page: Page) -> Page | None:
        """The page as it is to be read, None when its reading stands or is under way.

        A page that arrived before under a smaller name is read under that one.
        """
        before = self.under_way.get(page.id)
        stored = stored_page(self.db, page.id)
        if before is None and stored is not None:
            if stored.made_by in self.orders.current:
                before = arrival(stored.page)
            else:
                page = min(page, stored.page, key=arrival)
        if before is not None and before <= arrival(page):
            self.skip()
            return None
        self.under_way[page.id] = arrival(page)
        return page

    def skip(self) -> None:
        """Count a page whose reading stands."""
        self.summary = replace(self.summary, skipped=self.summary.skipped + 1)
        self.progress(self.summary)

    def keep(self, done: Done) -> None:
        """Write a part in one transaction."""
        if not done:
            return
        with writing(self.db):
            save_readings(
                self.db, ((task.page, reading) for task, reading in done), run=self._begun
            )
            save_lines(self.db, [task.lines for task, _ in done if task.lines is not None])
        for task, _ in done:
            self.under_way.pop(task.page.id, None)
        self.summary = self.summary.plus(reading for _, reading in done)
        self.progress(self.summary)

    def keep_trouble(self, trouble: Trouble) -> None:
        """Write a trouble of an input that never became a page."""
        save_troubles(self.db, (trouble,), run=self._begun)
        self.summary = replace(self.summary, troubles=self.summary.troubles + 1)

    def close(self) -> None:
        """Note that the run has come to its end."""
        if self.run is not None:
            end_run(self.db, self.run, finished=now(), counts=asdict(self.summary))

    def _begun(self) -> int:
        """The number of this run, which begins with the first thing that is new."""
        if self.run is None:
            self.run = begin_run(
                self.db, started=self.started, inputs=self.inputs, made_by=self.orders.made_by
            )
        return self.run


def now() -> str:
    """The time, ISO 8601 UTC to the second. Only for notes about runs, never for dates of news."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
