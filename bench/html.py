"""CPU of taking HTML pages apart, beside trafilatura alone on the same pages in the same run.

python -m bench.html [--pages 12] [--rounds 3]

Sizes in characters; times in milliseconds of CPU a page, the best of the rounds.
"""

import argparse
import time
from collections.abc import Callable
from random import Random

from bench._html_pages import loaded
from trafilatura import extract

from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text
from regesta.run.worker import rarely_collect

SIZES = (5_000, 20_000, 60_000, 150_000, 300_000)
GOAL = 1.6


def main() -> None:
    """Print a row a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rarely_collect()  # as the workers of `regesta read`
    print(f"{'size':>8} {'trafilatura':>12} {'regesta':>9} {'ratio':>6}  goal {GOAL}")
    both = [0.0, 0.0]
    for size in SIZES:
        pages = [loaded(Random(size + number), size=size) for number in range(options.pages)]
        taken = [1e9, 1e9]
        for _ in range(options.rounds):
            for number, run in enumerate((_alone, _ours)):
                taken[number] = min(taken[number], _cpu(run, pages))
        both = [sum(pair) for pair in zip(both, taken, strict=True)]
        alone, ours = (1000 * part / len(pages) for part in taken)
        print(f"{size:>8} {alone:>12.1f} {ours:>9.1f} {ours / alone:>6.2f}")
    print(f"{'all':>8} {'':>12} {'':>9} {both[1] / both[0]:>6.2f}")


def _cpu(run: Callable[[str], object], pages: list[str]) -> float:
    start = time.process_time()
    for html in pages:
        run(html)
    return time.process_time() - start


def _alone(html: str) -> object:
    return extract(html, favor_precision=True, include_comments=False)


def _ours(html: str) -> object:
    page = Page(name="page.html", body=html.encode(), media_type="text/html")
    return cut(page_text(page))


if __name__ == "__main__":
    main()
