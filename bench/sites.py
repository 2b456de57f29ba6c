"""What is asked of a site's pages before they are read: seconds for 10,000 of them, and memory.

python -m bench.sites [--pages N ...] [--sites 50]      each size in a process of its own

Pages are news that nobody wrote in invented templates. They are held and then handed out as they
would be to the workers, unread; a sample of them is read, for the share of a run.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import click
from bench._newsroom import Newsroom
from bench.reading import cpu, peak_megabytes, read_all, warm_up

from regesta.model import Page
from regesta.run.ledger import Ledger
from regesta.run.orders import Orders, Reader
from regesta.run.sites import Sites
from regesta.run.summary import Summary
from regesta.settings import Settings
from regesta.store import open_register

SIZES = (10_000, 100_000)
SENTENCES = 24  # in an article
MENU, FOOT = 40, 30  # lines above and below it
TOLD = 500  # articles, told on more pages with other names of their own
SAMPLE = 40  # pages read


def made(number: int, *, sites: int) -> Iterator[Page]:
    """Pages of sites, one after another of each."""
    room = Newsroom(1)
    told = [room.sentences(room.subject(), number=SENTENCES) for _ in range(TOLD)]
    for page in range(number):
        site = page % sites
        menu = [f"Part {line} of site {site}" for line in range(MENU)]
        foot = [f"Below {line} stands site {site}" for line in range(FOOT)]
        body = [f"{sentence[:-1]} at {page}." for sentence in told[page % TOLD]]
        text = "\n".join([*menu, f"Headline {page}", *body, *foot])
        url = f"https://site{site}.example/{page}"
        yield Page(name=f"{page}.txt", body=text.encode(), media_type="text/plain", url=url)


def begun(path: Path) -> Ledger:
    """A run over a new register, with the reader that ships."""
    return Ledger(
        db=open_register(path, write=True),
        inputs=(),
        orders=Orders.from_settings(Settings(), reader=Reader()),
        progress=lambda summary: None,
        summary=Summary(),
        under_way={},
        started="",
    )


def measure(number: int, *, sites: int) -> str:
    """Hold and hand out so many pages; one line of figures."""
    held = handed = 0.0
    sample: list[Page] = []
    with TemporaryDirectory() as name:
        ledger = begun(Path(name) / "bench.db")
        with closing(ledger.db):
            waiting = Sites(ledger=ledger)
            before = peak_megabytes()
            for page in made(number, sites=sites):
                started = process_time()
                waiting.hold(page)
                held += process_time() - started
                sample += [page] * (len(sample) < SAMPLE)
            started = process_time()
            repeated = sum(len(task.site.lines) for task in waiting.tasks())
            handed = process_time() - started
            more = peak_megabytes() - before
    warm_up(sample)
    reading = cpu(lambda: read_all(sample)) / SAMPLE
    asked = (held + handed) / number
    return (
        f"{number:>8,} pages of {sites} sites: held in {held / number * 10_000:.1f} CPU-s for"
        f" 10,000, handed out in {handed / number * 10_000:.1f}; {asked / (asked + reading):.1%}"
        f" of a run; {more:.0f} MB more; {repeated / number:.0f} lines of a page repeated"
    )


@click.command()
@click.option("--pages", type=int, multiple=True, help="Sizes; 10,000 and 100,000 by default.")
@click.option("--sites", default=50, show_default=True)
@click.option("--alone", is_flag=True, help="Measure one size in this process.")
def main(pages: tuple[int, ...], sites: int, alone: bool) -> None:
    """Print a line a size."""
    sizes = pages or SIZES
    if alone:
        print(measure(sizes[0], sites=sites))
        return
    for size in sizes:
        command = [sys.executable, "-m", "bench.sites", "--alone", f"--pages={size}"]
        subprocess.run([*command, f"--sites={sites}"], check=True)


if __name__ == "__main__":
    main()
