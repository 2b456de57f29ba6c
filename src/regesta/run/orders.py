"""What a worker is told, and the readings that stand for pages that could not be read."""

import re
from dataclasses import dataclass, replace

from regesta.model import Page, PageLines, Reading, SiteLines, Trouble
from regesta.run.version import made_by as our_made_by
from regesta.settings import Settings

READ_PAGE = "regesta.read:read_page"

STEP = "run"
NOTHING_REPEATED = SiteLines()
_OF_SITE = re.compile(r" site=[0-9a-f]{12}")


class RunError(Exception):
    """The run cannot go on; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The function that reads a page, as "module:function", and the name its readings carry.

    It is called as `function(page, made_by=made_by)` in a worker process and returns a Reading,
    with `site=` for a page of which other pages of its site repeat lines.
    `paths` are put in front of the worker's import path.
    """

    function: str = READ_PAGE
    made_by: str = ""
    paths: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`made_by`, or our own for the reader that ships with the program."""
        return self.made_by or our_made_by()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A page to read; for one of a site its lines, and which of them the site repeats."""

    page: Page
    lines: PageLines | None = None
    site: SiteLines = NOTHING_REPEATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """All that a worker needs to know."""

    reader: Reader
    made_by: str
    page_seconds: float
    max_page_bytes: int
    workers: int

    @classmethod
    def from_settings(cls, settings: Settings, *, reader: Reader) -> "Orders":
        """The orders of one run."""
        return cls(
            reader=reader,
            made_by=reader.name,
            page_seconds=settings.page_seconds,
            max_page_bytes=settings.max_page_bytes,
            workers=settings.workers,
        )

    @property
    def slow_by(self) -> str:
        """`made_by` of a page that hit the time limit: another limit makes it stale."""
        return f"{self.made_by} page-seconds={self.page_seconds:g}"

    @property
    def large_by(self) -> str:
        """`made_by` of a page that is over the size limit: another limit makes it stale."""
        return f"{self.made_by} max-page-bytes={self.max_page_bytes}"

    @property
    def current(self) -> frozenset[str]:
        """Readings made by one of these are not made again."""
        return frozenset((self.made_by, self.slow_by, self.large_by))

    def of(self, site: SiteLines) -> "Orders":
        """The orders for a page of which its site repeats lines: they are in the name that its
        reading carries, so that other lines make it stale."""
        return replace(self, made_by=f"{self.made_by} site={site.mark}") if site.lines else self

    def made(self, made_by: str) -> bool:
        """Whether a reading is ours, whatever its site repeats."""
        return _OF_SITE.sub("", made_by) in self.current


def too_slow(page: Page, *, orders: Orders) -> Reading:
    """Stands for a page that was cut off."""
    message = f"Reading took longer than {orders.page_seconds:g} seconds and was stopped."
    return _unread(page, made_by=orders.slow_by, code="too-slow", message=message)


def too_large(page: Page, *, orders: Orders) -> Reading:
    """Stands for a page that nobody tries to read."""
    message = f"The page has {len(page.body)} bytes; at most {orders.max_page_bytes} are read."
    return _unread(page, made_by=orders.large_by, code="too-large", message=message)


def worker_died(page: Page, *, orders: Orders) -> Reading:
    """Stands for a page that ended the process that read it, alone, too."""
    message = "The process that read the page died."
    return _unread(page, made_by=orders.made_by, code="worker-died", message=message)


def bug(page: Page, *, orders: Orders, message: str) -> Reading:
    """Stands for a page that met an error in the program; `message` says which and where."""
    return _unread(page, made_by=orders.made_by, code="bug", message=message)


def _unread(page: Page, *, made_by: str, code: str, message: str) -> Reading:
    return Reading(
        page=page.id,
        name=page.name,
        media_type=page.media_type,
        text="",
        made_by=made_by,
        url=page.url,
        fetched_at=page.fetched_at,
        troubles=(Trouble(step=STEP, code=code, message=message, page=page.id),),
    )
