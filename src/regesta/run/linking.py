"""Links over the whole register."""

from contextlib import closing
from pathlib import Path

from regesta.link import link
from regesta.run.version import linked_by
from regesta.store import links, open_register, query
from regesta.store.query import Counts


def link_register(register: Path, *, run: int | None = None) -> Counts:
    """Link all readings, unless the links fit the pages and are ours; what the register holds.

    `run` is the number of the run that read pages before, None for a linking alone.
    """
    with closing(open_register(register, write=True)) as db:
        if links.linked_by(db) != linked_by():
            made = link(query.readings(db))
            links.save_links(db, made, linked_by=linked_by(), run=run)
        return query.counts(db)
