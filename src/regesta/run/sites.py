"""Pages of sites: held until all pages of a run have come, then read with what their site repeats.

What a site repeats follows from the pages in the register and in the run, whatever their order, so
pages read before are read again when lines of their own have become the site's, or no longer are.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from regesta.model import Page, PageLines
from regesta.run.ledger import Ledger
from regesta.run.orders import Task
from regesta.store import sites as store
from regesta.store.pack import arrival
from regesta.store.query import stored_page
from regesta.text.sites import MOST_LEARNED, Learned, learn, lines_of, site_of


@dataclass(slots=True, kw_only=True)
class Sites:
    """The pages of sites in one run."""

    ledger: Ledger
    held: int = 0
    walked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Older registers lack the lines of what they hold."""
        db = self.ledger.db
        store.begin_waiting(db)
        if not store.lines_are_known(db):
            store.fill_in(db, filter(None, map(_lines_of, store.pages_with_address(db))))

    def hold(self, page: Page) -> bool:
        """Whether a page is one of a site; then it waits, or its reading stands."""
        site = site_of(page)
        if site is None:
            return False
        stored = stored_page(self.ledger.db, page.id)
        if stored is not None:
            if self.ledger.orders.made(stored.made_by) and arrival(stored.page) <= arrival(page):
                self.ledger.skip()
                return True
            page = min(page, stored.page, key=arrival)
        if store.wait_with(self.ledger.db, page, lines=lines_of(page, site=site)):
            self.held += 1
            self.ledger.progress(replace(self.ledger.summary, waiting=self.held))
        else:
            self.ledger.skip()
        return True

    def tasks(self) -> Iterator[Task]:
        """Every page that waits, and those in the register whose own lines count otherwise now."""
        for site in store.sites_due(self.ledger.db):
            yield from self._tasks_of(site)
            self.walked.append(site)

    def settle(self) -> None:
        """Note that all tasks are done."""
        store.settle(self.ledger.db, self.walked)

    def _tasks_of(self, site: str) -> Iterator[Task]:
        db = self.ledger.db
        ids = store.pages_of_site(db, site)
        learned = learn(filter(None, (store.lines_at_hand(db, id) for id in ids[:MOST_LEARNED])))
        for id in ids:
            lines = store.lines_at_hand(db, id)
            if lines is not None:
                yield from self._task(lines, learned=learned)

    def _task(self, lines: PageLines, *, learned: Learned) -> Iterator[Task]:
        db, own = self.ledger.db, learned.of(lines)
        page = store.waiting_page(db, lines.page)
        if page is None:
            made_by = store.made_by(db, lines.page)
            orders = self.ledger.orders
            if made_by is None or not orders.made(made_by) or made_by in orders.of(own).current:
                return
            stored = stored_page(db, lines.page)
            page = stored.page if stored is not None else None
        if page is not None:
            yield Task(page=page, lines=lines, site=own)


def _lines_of(page: Page) -> PageLines | None:
    site = site_of(page)
    return lines_of(page, site=site) if site is not None else None
