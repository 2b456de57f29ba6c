"""Reading beside parsing every sentence with the same model: articles a CPU-second, and memory.

python -m bench.reading [--records FILE.jsonl]

The yardstick is the same model over every sentence of the same articles, in the same run. Without
records the bodies of the example pages are read.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
from spacy.language import Language

from regesta import sources
from regesta.model import Page
from regesta.read import read_page
from regesta.read.parser import plain_model
from regesta.run.worker import rarely_collect
from regesta.text import split_sentences

FOREIGN = "Les deux ministres ont parlé hier soir à la presse dans la capitale du pays voisin. " * 3
BATCH = 16  # sentences a batch, measured best for spaCy's own pipe


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes in this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def parse_all(pages: list[Page], *, pipeline: Language) -> None:
    """Parse every sentence of every page's text with the model as spaCy loads it."""
    for page in pages:
        text = page.body.decode("utf-8", "replace")
        sentences = [text[start:end] for start, end in split_sentences(text)]
        for _ in pipeline.pipe(sentences, batch_size=BATCH):
            pass


def warm_up(pages: list[Page]) -> None:
    """Load what a process loads once, before the clock runs: tables, models, also of languages."""
    foreign = replace(pages[0], body=FOREIGN.encode(), media_type="text/plain")
    read_all([*pages[:3], foreign])


def read_all(pages: list[Page]) -> None:
    """Read every page as `regesta read` does."""
    for page in pages:
        read_page(page, made_by="bench")


def peak_megabytes() -> float:
    """Peak memory of this process, MB (Linux counts kilobytes, macOS bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


@click.command()
@click.option("--records", default="examples/pages", help="file or folder to read")
def main(records: str) -> None:
    """Print both speeds, their ratio and the peak memory."""
    found = [page for page in sources.pages([str(Path(records))]) if isinstance(page, Page)]
    pages = [page for page in found if page.media_type == "text/plain"]
    rarely_collect()
    warm_up(pages)
    reading = cpu(lambda: read_all(pages))
    memory = peak_megabytes()
    pipeline = plain_model()
    parsing = cpu(lambda: parse_all(pages, pipeline=pipeline))
    print(f"pages                     {len(pages)}")
    print(f"read, pages/CPU-s         {len(pages) / reading:.1f}")
    print(f"parse all, pages/CPU-s    {len(pages) / parsing:.1f}")
    print(f"ratio                     {parsing / reading:.2f}")
    print(f"peak memory of reading    {memory:.0f} MB")


if __name__ == "__main__":
    main()
