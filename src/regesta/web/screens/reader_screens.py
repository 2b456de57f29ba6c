"""The reader: an article with its coloured words, the page's anatomy, and the raw page."""

from collections.abc import Iterable
from dataclasses import replace

from starlette.exceptions import HTTPException

from regesta.model import Event, PageText
from regesta.store import query
from regesta.store.query import ArticleView, PageView
from regesta.web.answers import Answer
from regesta.web.asks import Ask, missing, wrong
from regesta.web.citation import cite
from regesta.web.reader import (
    READER_SHOWN,
    anatomy_blocks,
    article_blocks,
    event_marks,
    is_cut,
)
from regesta.web.repeats import repeats
from regesta.web.shown import clip
from regesta.web.slots import places
from regesta.web.standing import standing

_VIEWS = ("text", "anatomy", "raw")


def article(ask: Ask) -> Answer:
    """One article: `?view=` text (the default), anatomy or raw."""
    view = query.article(ask.db, ask.id)
    if view is None:
        raise missing("article", id=ask.id)
    how = ask.params.get("view") or "text"
    if how not in _VIEWS:
        raise wrong(f"An article has no view “{how[:40]}”; it has {', '.join(_VIEWS)}.")
    title = clip(view.row.title or "No headline", 120)
    facts = {
        **{"view": view, "row": view.row, "article": view.record, "how": how},
        "cut": is_cut(view.record, text=view.text) if how == "text" else _long(view.text),
        "shown": READER_SHOWN,
        "citation": cite(view.row, evidence=(), id=view.row.id),
        "standing": standing(ask, (view.row.id,)),
        **_FACTS[how](ask, view),
    }
    return Answer(template=f"reader_{how}.html", title=title, facts=facts, record=_record(view))


def _reading(ask: Ask, view: ArticleView) -> dict[str, object]:
    """The article's blocks and its events in the order of their words."""
    events = _in_order(view.events)
    marks = event_marks(events, quotes=view.quotes)
    return {
        "blocks": article_blocks(view.record, text=view.text, marks=marks),
        "events": events,
        "quotes": sorted(view.quotes, key=lambda quote: quote.span),
        "href": places(view),
    }


def _anatomy(ask: Ask, view: ArticleView) -> dict[str, object]:
    """Every piece of the whole page, of this and of the other articles on it."""
    page = _page(ask, view)
    others = [query.article(ask.db, row.id) for row in page.articles]
    articles = sorted((o for o in others if o), key=lambda other: other.record.span)
    text = PageText(page=page.id, text=view.text)
    marks = event_marks(view.events, quotes=view.quotes)
    blocks = anatomy_blocks(
        text,
        articles=[other.record for other in articles],
        furniture=page.furniture,
        marks=marks,
    )
    said = repeats(ask.db, page.id)
    noted = [
        replace(block, note=said.of(block.span.words(view.text), rule=block.rule))
        for block in blocks
    ]
    return {"blocks": noted, "articles": articles}


def _raw(ask: Ask, view: ArticleView) -> dict[str, object]:
    """The page's text as it stands."""
    return {"page": _page(ask, view), "text": view.text[:READER_SHOWN]}


_FACTS = {"text": _reading, "anatomy": _anatomy, "raw": _raw}


def _page(ask: Ask, view: ArticleView) -> PageView:
    """The page an article stands on."""
    page = query.page(ask.db, view.row.page)
    if page is None:
        raise HTTPException(404, "The page of this article is no longer in the register.")
    return page


def _in_order(events: Iterable[Event]) -> list[Event]:
    """Events as the article tells them."""
    return sorted(events, key=lambda event: (event.deed, event.id))


def _long(text: str) -> bool:
    """Whether a page is longer than a screen shows."""
    return len(text) > READER_SHOWN


def _record(view: ArticleView) -> dict[str, object]:
    """The article for `.json`: its own text, not the whole page's."""
    start, end = view.record.span.start, view.record.span.end
    return {
        **{"row": view.row, "article": view.record, "text": view.text[start:end]},
        **{"events": view.events, "quotes": view.quotes, "happenings": view.happenings},
        "made_by": view.made_by,
    }


def page(ask: Ask) -> Answer:
    """One page as it came: where from, how read, which articles it holds."""
    view = query.page(ask.db, ask.id)
    if view is None:
        raise missing("page", id=ask.id)
    record = {
        **{"id": view.id, "name": view.name, "url": view.url, "media_type": view.media_type},
        **{"charset": view.charset, "fetched_at": view.fetched_at, "made_by": view.made_by},
        **{"bytes": len(view.body), "text": view.text, "articles": view.articles},
    }
    facts = {"page": view, "cut": _long(view.text), "shown": READER_SHOWN}
    return Answer(template="page.html", title=clip(view.name, 120), facts=facts, record=record)
