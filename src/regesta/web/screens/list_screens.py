"""Search and troubles: plain lists."""

import re

from regesta.store import query
from regesta.store.search import count
from regesta.store.search import search as find_words
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.reader import anchor

_ID = re.compile(r"[aehpqs]-[0-9a-f]{16}")
_HITS = ("id", "title", "publisher", "published", "name", "snippet")
_PLACES = {
    "page": "/pages/",
    "article": "/articles/",
    "event": "/events/",
    "story": "/stories/",
    "happening": "/happenings/",
}
_TROUBLES = ("name", "page", "step", "code", "message", "start", "end")


def search(ask: Ask) -> Answer:
    """Articles that hold the words of `q`; an id leads to its record."""
    words = ask.words("q")
    here = leaf(ask, total=count(ask.db, words) if words else 0)
    hits = find_words(ask.db, words, limit=here.per, offset=here.offset) if words else ()
    known = _known(ask, words) if words and _ID.fullmatch(words) else None
    rows = [
        (h.article, h.title, h.publisher, h.published, h.name, "".join(w for w, _ in h.snippet))
        for h in hits
    ]
    return Answer(
        template="search.html",
        title=f"Search: {words}" if words else "Search",
        facts={
            **{"words": words, "hits": hits, "leaf": here, "known": known},
            "counts": query.counts(ask.db),
        },
        record={"words": words, "total": here.total, "page": here.number, "hits": hits},
        table=Table(header=_HITS, rows=rows),
    )


def _known(ask: Ask, id: str) -> dict[str, str] | None:
    """The kind of record an id belongs to, and its address on the desk."""
    found = query.find(ask.db, id)
    if found is None:
        return None
    said = query.quote(ask.db, id)
    if said is None:
        return {"kind": found[0], "href": _PLACES[found[0]] + found[1]}
    href = _PLACES["article"] + said.article.id + "#" + anchor("quote", said.quote.span)
    return {"kind": "quote", "href": href}


def troubles(ask: Ask) -> Answer:
    """Bad input, as it was met: one clear sentence each."""
    kinds = query.count_troubles(ask.db)
    here = leaf(ask, total=sum(kinds.values()))
    rows = query.troubles(ask.db, limit=here.per, offset=here.offset)
    counted = [{"step": step, "code": code, "count": n} for (step, code), n in kinds.items()]
    return Answer(
        template="troubles.html",
        title="Troubles",
        facts={"rows": rows, "leaf": here, "kinds": counted, "counts": query.counts(ask.db)},
        record={"total": here.total, "page": here.number, "kinds": counted, "troubles": rows},
        table=Table(
            header=_TROUBLES,
            rows=(tuple(getattr(row, name) for name in _TROUBLES) for row in rows),
        ),
    )
