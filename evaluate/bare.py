"""A gold line as a reading of one article, made without the reader: link is scored alone."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from regesta.model import Article, Basis, Event, Reading, Role, Span, When


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    with path.open(encoding="utf-8") as rows:
        return [json.loads(row) for row in rows if row.strip()]


def reading(row: Mapping[str, Any], *, events: tuple[Event, ...] = ()) -> Reading:
    """One article over the whole text; publisher is the field `source` or `publisher`."""
    published = row.get("published")
    text = row["text"]
    span = Span(page=row["id"], start=0, end=len(text))
    article = Article(
        page=row["id"],
        role=Role.MAIN,
        span=span,
        rule="given",
        title=row.get("title") or None,
        publisher=row.get("source") or row.get("publisher"),
        url=row.get("url") or None,
        source_line=row.get("source_line"),
        published=When(value=published, basis=Basis.GIVEN, rule="given") if published else None,
        body=(span,),
    )
    return Reading(
        page=row["id"],
        name=row["id"],
        media_type="text/plain",
        text=text,
        made_by="gold",
        url=row.get("url") or None,
        articles=(article,),
        events=events,
    )


def article_id(row: Mapping[str, Any]) -> str:
    """The id that the article of `reading` has."""
    return reading(row).articles[0].id
