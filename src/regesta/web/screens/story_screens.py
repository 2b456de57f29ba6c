"""Stories: what happened, and who says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from regesta.store import query
from regesta.store.query import ArticleRow, DisputeRow, StoryView
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf, missing
from regesta.web.charts import report_line
from regesta.web.screens.desk_screen import list_record
from regesta.web.shown import clip
from regesta.web.standing import standing

_HEADER = ("id", "title", "first", "last", "articles", "happenings", "publishers", "reason")


@dataclass(slots=True, kw_only=True)
class Told:
    """An article with the articles that copy it, each with its own copies."""

    article: ArticleRow
    copies: list["Told"] = field(default_factory=list)


def stories(ask: Ask) -> Answer:
    """All stories, newest first."""
    counts = query.counts(ask.db)
    here = leaf(ask, total=counts.stories)
    rows = query.stories(ask.db, limit=here.per, offset=here.offset)
    return Answer(
        template="stories.html",
        title="Stories",
        facts={
            **{"rows": rows, "leaf": here, "counts": counts},
            "standing": standing(ask, (row.id for row in rows)),
        },
        record=list_record(here, stories=rows),
        table=Table(
            header=_HEADER,
            rows=(tuple(getattr(row, name) for name in _HEADER) for row in rows),
        ),
    )


def story(ask: Ask) -> Answer:
    """One story: its happenings, its articles grouped by origin, quotes and raw pages."""
    view = query.story(ask.db, ask.id)
    if view is None:
        raise missing("story", id=ask.id)
    pages = {row.page: row for row in view.articles}
    return Answer(
        template="story.html",
        title=clip(view.row.title, 120),
        facts={
            "story": view,
            "lines": flat(by_origin(view.articles)),
            "pages": tuple(pages.values()),
            "line": report_line(view.articles),
            "disputes": _disputes(ask, view),
            "deeds": {row.id: row for row in view.happenings},
            "backing": query.story_backing(ask.db, view.row.id),
            "standing": standing(ask, (view.row.id, *(row.id for row in view.happenings))),
        },
        record=view,
    )


def _disputes(ask: Ask, view: StoryView) -> tuple[DisputeRow, ...]:
    """The disputes of the story's happenings, each once."""
    found = (d for row in view.happenings for d in query.disputes(ask.db, row.id))
    return tuple({dispute.id: dispute for dispute in found}.values())


def by_origin(articles: Iterable[ArticleRow]) -> tuple[Told, ...]:
    """Articles under the one they copy, in the order given.

    A copy whose origin is not among `articles`, or whose origins lead back to itself, stands
    alone: nothing is lost from the list.
    """
    told = {row.id: Told(article=row) for row in articles}
    origin = {
        row.article.id: row.article.copy_of.origin
        for row in told.values()
        if row.article.copy_of and row.article.copy_of.origin in told
    }
    top = []
    for id, row in told.items():
        if id in origin and not _returns(id, origin=origin):
            told[origin[id]].copies.append(row)
        else:
            top.append(row)
    return tuple(top)


def _returns(id: str, *, origin: dict[str, str]) -> bool:
    """Whether following the origins from an article leads back to it."""
    at, seen = origin.get(id), set[str]()
    while at is not None and at not in seen:
        if at == id:
            return True
        seen.add(at)
        at = origin.get(at)
    return False


def flat(told: Sequence[Told], *, depth: int = 0) -> tuple[tuple[int, ArticleRow], ...]:
    """The tree as lines with their indentation, for drawing without recursion limits."""
    lines: list[tuple[int, ArticleRow]] = []
    waiting = [(depth, row) for row in reversed(told)]
    while waiting:
        level, row = waiting.pop()
        lines.append((level, row.article))
        waiting += [(level + 1, copy) for copy in reversed(row.copies)]
    return tuple(lines)
