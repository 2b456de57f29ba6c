"""Time and memory of linking: articles a CPU-second as the number of open articles grows.

python -m bench.link [--articles N ...]      each size in a process of its own
"""

import resource
import subprocess
import sys
from time import process_time

import click
from bench._newsroom import stream

from regesta.link import ArticleKeys, keys, link_keys

SIZES = (1_000, 20_000)


def measure(number: int) -> str:
    """Link `number` short articles of ten days; one line of figures."""
    started = process_time()
    articles: list[ArticleKeys] = []
    words = 0
    for reading in stream(number):
        words += len(reading.text.split())
        articles += keys(reading)
    keyed = process_time()
    links = link_keys(articles)
    done = process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{number:>8,} articles of {words // number} words: made and keyed in"
        f" {keyed - started:.1f} s,"
        f" linked in {done - keyed:.1f} CPU-s, {number / (done - keyed):,.0f} articles/CPU-s,"
        f" peak {peak:,.0f} MB; {len(links.stories):,} stories, {len(links.happenings):,}"
        f" happenings, {len(links.copies):,} copies"
    )


@click.command()
@click.option("--articles", type=int, multiple=True, help="Sizes; 1,000 and 20,000 by default.")
@click.option("--alone", is_flag=True, help="Measure one size in this process.")
def main(articles: tuple[int, ...], alone: bool) -> None:
    """Print a line a size."""
    sizes = articles or SIZES
    if alone:
        print(measure(sizes[0]))
        return
    for size in sizes:
        command = [sys.executable, "-m", "bench.link", "--alone", "--articles", str(size)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
