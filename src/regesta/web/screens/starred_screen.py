"""What people starred: happenings, stories, articles, the newest star first."""

from regesta.store import marks, query
from regesta.store.marks import Starred
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.screens.desk_screen import list_record
from regesta.web.standing import standing

_ADDRESSES = {
    "article": "/articles/",
    "event": "/events/",
    "happening": "/happenings/",
    "story": "/stories/",
}


def starred(ask: Ask) -> Answer:
    """Starred records with their titles; one that went with its page is named by its id."""
    here = leaf(ask, total=marks.count_starred(ask.db))
    rows = marks.starred(ask.db, limit=here.per, offset=here.offset)
    titles = {row.id: _title(ask, row) for row in rows}
    return Answer(
        template="starred.html",
        title="Starred",
        facts={
            **{"rows": rows, "leaf": here, "titles": titles, "addresses": _ADDRESSES},
            **{"standing": standing(ask, titles), "counts": query.counts(ask.db)},
        },
        record=list_record(here, starred=rows),
        table=Table(
            header=("id", "kind", "starred", "title"),
            rows=tuple((row.id, row.kind, row.at, titles[row.id]) for row in rows),
        ),
    )


def _title(ask: Ask, row: Starred) -> str | None:
    """The headline a starred record is known by, None when it is gone or has none."""
    if row.kind == "story":
        told = query.story(ask.db, row.id)
        return told.row.title if told else None
    cited = query.citation(ask.db, row.id)
    return cited.article.title if cited else None
