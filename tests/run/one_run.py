"""A run in a process of its own, to be killed: REGISTER PAGES WORKERS."""

import sys
from pathlib import Path

from regesta.model import Page
from regesta.run import Reader, read_pages
from regesta.settings import Settings

if __name__ == "__main__":
    register, pages, workers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    read_pages(
        (
            Page(name=f"{number:04}", body=b"slow page %d" % number, media_type="text/plain")
            for number in range(pages)
        ),
        settings=Settings(workers=workers),
        register=register,
        inputs=("one_run",),
        reader=Reader(
            function="fake_reader:read_page", made_by="v1", paths=(str(Path(__file__).parent),)
        ),
    )
