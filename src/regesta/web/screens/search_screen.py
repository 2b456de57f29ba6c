"""Search: one box for words, keys like a:BLR, and ids."""

import re
from collections.abc import Mapping
from dataclasses import replace

from regesta.store import marks, query
from regesta.store.query import Want
from regesta.store.query.syntax import KEYS, Parsed, parse
from regesta.store.search import count
from regesta.store.search import search as find_words
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.reader import anchor
from regesta.web.screens.desk_screen import happening_table, list_record
from regesta.web.standing import standing

_ID = re.compile(r"[aehpqs]-[0-9a-f]{16}")
_HITS = ("id", "title", "publisher", "published", "name", "snippet")
_PLACES = {
    "page": "/pages/",
    "article": "/articles/",
    "event": "/events/",
    "story": "/stories/",
    "happening": "/happenings/",
}
_KINDS = ("articles", "happenings")
FACETS_SHOWN = 8  # values of one facet; the others are counted


def search(ask: Ask) -> Answer:
    """What matches `q`. Plain words look in articles, keys among happenings, unless `in` says."""
    q = ask.words("q")
    parsed = parse(q or "", new_since=ask.visitor.since)
    only_words = replace(parsed.want, words=None) == Want() and not parsed.notes
    kind = ask.choice("in", among=_KINDS) or ("articles" if only_words else "happenings")
    form = _articles if kind == "articles" else _happenings
    facts = {
        **{"q": q, "parsed": parsed, "kind": kind, "only_words": only_words},
        **{"syntax_keys": KEYS, "saved": marks.saved(ask.db)},
        "known": _known(ask, q) if q and _ID.fullmatch(q) else None,
        "counts": query.counts(ask.db),
    }
    return form(ask, facts=facts, parsed=parsed)


def _articles(ask: Ask, *, facts: Mapping[str, object], parsed: Parsed) -> Answer:
    """Articles that hold all of the words."""
    words = parsed.want.words
    here = leaf(ask, total=count(ask.db, words) if words else 0)
    hits = find_words(ask.db, words, limit=here.per, offset=here.offset) if words else ()
    happenings = query.count_happenings(ask.db, want=parsed.want) if facts["q"] else 0
    rows = [
        (h.article, h.title, h.publisher, h.published, h.name, "".join(w for w, _ in h.snippet))
        for h in hits
    ]
    return Answer(
        template="search_articles.html",
        title=f"Search: {facts['q']}" if facts["q"] else "Search",
        facts={
            **facts,
            **{"hits": hits, "leaf": here},
            "totals": {"articles": here.total, "happenings": happenings},
        },
        record={"words": words, "notes": parsed.notes, **list_record(here, hits=hits)},
        table=Table(header=_HITS, rows=rows),
    )


def _happenings(ask: Ask, *, facts: Mapping[str, object], parsed: Parsed) -> Answer:
    """Happenings that match the keys, with the values they could be narrowed to."""
    want, words = parsed.want, parsed.want.words
    asked_for = leaf(ask, total=0)
    found = query.found(
        ask.db, want=want, limit=asked_for.per, offset=asked_for.offset, most=FACETS_SHOWN
    )
    if not facts["q"]:
        found = replace(found, total=0, happenings=(), facets=())
    here, rows = replace(asked_for, total=found.total), found.happenings
    articles = count(ask.db, words) if words else 0
    return Answer(
        template="search_happenings.html",
        title=f"Search: {facts['q']}" if facts["q"] else "Search",
        facts={
            **facts,
            **{"rows": rows, "facets": found.facets, "want": want, "leaf": here},
            "totals": {"articles": articles, "happenings": found.total},
            "standing": standing(ask, (row.id for row in rows)),
        },
        record={
            **{"query": facts["q"], "notes": parsed.notes},
            **list_record(here, happenings=rows),
            "facets": found.facets,
        },
        table=happening_table(rows),
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
