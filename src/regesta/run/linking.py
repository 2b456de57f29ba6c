"""Links over the whole register."""

from contextlib import closing
from pathlib import Path

from regesta.link import link
from regesta.run.version import linked_by
from regesta.store import links, open_register, query
from regesta.store.query import Counts


def link_register(register: Path) -> Counts:
    """Link all readings, unless the links fit the pages and are ours; what the register holds."""
    with closing(open_register(register, write=True)) as db:
        if links.linked_by(db) != linked_by():
            links.save_links(db, link(query.readings(db)), linked_by=linked_by())
        return query.counts(db)
