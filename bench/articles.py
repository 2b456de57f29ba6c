"""How many articles a second of CPU are cut out of text dumps, layout by layout.

python -m bench.articles [--articles 400] [--rounds 3]

The articles are invented, 1 to 4 kB each, five a page (see bench/_html_pages.py for the
sentences); the layouts are those of evaluate/layouts.py.
"""

import argparse
import time
from random import Random

from bench._html_pages import NAMES, headline, sentence
from evaluate.composed import DATES, TIMES, compose, pages_of
from evaluate.layouts import LAYOUTS, Told

from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text
from regesta.run.worker import rarely_collect

GOAL = 2_000


def main() -> None:
    """Print a row a layout: the best of the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rarely_collect()  # as the workers of `regesta read`
    told = [invented(number) for number in range(options.articles)]
    size = sum(len(one.line) for one in told) / len(told)
    print(f"{len(told)} articles of {size:.0f} characters; articles a second, goal {GOAL}")
    all_articles, all_time = 0, 0.0
    for layout in LAYOUTS:
        pages = [
            Page(
                name="dump.txt",
                body=compose(group, layout=layout).encode(),
                media_type="text/plain",
            )
            for group in pages_of(told, per_page=5)
        ]
        best = min(_cpu(pages) for _ in range(options.rounds))
        all_articles, all_time = all_articles + len(told), all_time + best
        print(f"  {layout.name:32} {len(told) / best:7.0f}")
    print(f"  {'all':32} {all_articles / all_time:7.0f}")


def invented(number: int) -> Told:
    """An article of 1 to 4 kB, always the same one for a number."""
    chance = Random(number)
    wanted = chance.randint(1_000, 4_000)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < wanted:
        paragraphs.append(" ".join(sentence(chance) for _ in range(chance.randint(1, 3))))
    return Told(
        title=f"{headline(chance)} for {chance.choice(NAMES)}",
        publisher=f"{chance.choice(NAMES)} Courier",
        paragraphs=tuple(paragraphs),
        ago=chance.choice(TIMES),
        day=chance.choice(DATES),
    )


def _cpu(pages: list[Page]) -> float:
    start = time.process_time()
    for page in pages:
        cut(page_text(page))
    return time.process_time() - start


if __name__ == "__main__":
    main()
