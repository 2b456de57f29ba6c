"""Pages into the register."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from regesta.model import Given, Page, Trouble
from regesta.run.crew import Part, read_parts
from regesta.run.ledger import Ledger, Progress, now
from regesta.run.linking import link_register
from regesta.run.orders import Orders, Reader, Task, too_large
from regesta.run.sites import Sites
from regesta.run.summary import Summary
from regesta.settings import Settings
from regesta.store import open_register

PART_PAGES = 32
PART_BYTES = 8_000_000
"""A part is full at either; it is what one worker takes and one transaction writes."""

FIRST_PART_PAGES = 4
"""The first parts are smaller, each by so much larger than the one before: a few pages, too, are
shared among the workers, and something is to be seen soon."""


def read_pages(
    pages: Iterable[Page | Trouble],
    *,
    settings: Settings,
    register: Path | None = None,
    inputs: Sequence[str] = (),
    reader: Reader | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Read pages into the register (settings.register unless given) and link it.

    Pages whose reading stands are skipped, so a run that was killed goes on where it was. What is
    in the register afterwards depends on the pages alone, not on their order, on parts or
    workers. Ctrl-C raises KeyboardInterrupt with all finished parts written. Raises RegisterError
    and RunError.
    """
    path = register or settings.register
    orders = Orders.from_settings(settings, reader=reader or Reader())
    with closing(open_register(path, write=True)) as db:
        ledger = Ledger(
            db=db,
            inputs=inputs,
            orders=orders,
            progress=progress or _silent,
            summary=Summary(),
            under_way={},
            started=now(),
        )
        sites = Sites(ledger=ledger)
        parts = _parts(_unread(pages, ledger=ledger, sites=sites))
        for done in read_parts(parts, orders=orders):
            ledger.keep(done)
        sites.settle()
        ledger.close()
    link_register(path, run=ledger.run)
    return ledger.summary


def _silent(summary: Summary) -> None:
    """Nobody wants to know."""


def _unread(pages: Iterable[Page | Trouble], *, ledger: Ledger, sites: Sites) -> Iterator[Task]:
    """Pages a worker has to read, those of sites last; everything else is settled here."""
    orders = ledger.orders
    for came in pages:
        if isinstance(came, Trouble):
            ledger.keep_trouble(_storable_trouble(came))
            continue
        page = _storable_page(came)
        large = len(came.body) > orders.max_page_bytes
        if not large and sites.hold(page):
            continue
        unread = ledger.to_read(page)
        if unread is not None and large:
            ledger.keep(((Task(page=unread), too_large(unread, orders=orders)),))
        elif unread is not None:
            yield Task(page=unread)
    yield from sites.tasks()


def _parts(tasks: Iterable[Task]) -> Iterator[Part]:
    part: list[Task] = []
    size, full = 0, FIRST_PART_PAGES
    for task in tasks:
        part.append(task)
        size += len(task.page.body)
        if len(part) >= full or size >= PART_BYTES:
            yield tuple(part)
            part, size = [], 0
            full = min(full + FIRST_PART_PAGES, PART_PAGES)
    if part:
        yield tuple(part)


def _storable_page(page: Page) -> Page:
    given = page.given
    return replace(
        page,
        name=_storable(page.name) or "",
        url=_storable(page.url),
        media_type=_storable(page.media_type) or "",
        charset=_storable(page.charset),
        given=Given(
            title=_storable(given.title),
            published=_storable(given.published),
            publisher=_storable(given.publisher),
            language=_storable(given.language),
        ),
    )


def _storable_trouble(trouble: Trouble) -> Trouble:
    page, message = _storable(trouble.page) or "", _storable(trouble.message) or ""
    return replace(trouble, page=page, message=message)


def _storable(text: str | None) -> str | None:
    """File names may hold bytes that are no text; they are written as \\udcxx."""
    return text and text.encode("utf-8", "backslashreplace").decode("utf-8")
