"""Gold files as records: articles with their words, deeds and quotes.

Three forms are read, told apart by their keys: one article a line with its `text`
(events_dev.jsonl); the same with `text_in` instead, the file of ../shared/gold whose record of that
`id` has the text (its publisher's, so it is not copied here); and one page a line with its articles
(events_pages.jsonl), whose bodies stand in `pages_articles.json` or `articles.json` beside it and
whose pages stand in the folder `pages` beside the gold's.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from evaluate.deeds import Deed, Interval, from_row

TEXTS = Path(__file__).parents[2] / "shared" / "gold"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """Direct speech: the sentence it stands in, the speaker as named, and its first words."""

    sentence: Interval
    speaker: str
    starts_with: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One annotated article; `body` is empty when the article is the whole page.

    `key` is how happenings name it: the record's id, or "page#number".
    """

    key: str
    deeds: tuple[Deed, ...]
    quotes: tuple[GoldQuote, ...]
    title: str = ""
    body: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPage:
    """A page to read and what a careful person found on it.

    The page is the one called `name` in `folder`, unless `record` holds it as a JSONL record does.
    """

    name: str
    articles: tuple[GoldArticle, ...]
    folder: Path
    record: Mapping[str, str | None] | None = None


def load(path: Path, *, pages: Path | None = None) -> tuple[GoldPage, ...]:
    """All pages of a gold file; raises ValueError on a line of no known form."""
    folder = pages or pages_of(path)
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    bodies = _bodies(path.parent)
    return tuple(_page(record, bodies=bodies, folder=folder) for record in records)


def pages_of(path: Path) -> Path:
    """The folder `pages` that stands beside the folder of a gold file."""
    return path.resolve().parent.parent / "pages"


def _page(
    record: Mapping[str, Any], *, bodies: Mapping[str, list[list[Interval]]], folder: Path
) -> GoldPage:
    if "text_in" in record:
        record = {**_texts(TEXTS / record["text_in"])[record["id"]], **record}
    if "text" in record:
        fields = ("id", "url", "title", "text", "published", "publisher")
        given = {field: record.get(field) or None for field in fields}
        article = _article(record, key=record["id"], body=())
        return GoldPage(name=record["id"], articles=(article,), folder=folder, record=given)
    if "page" not in record:
        raise ValueError(f"no 'text', 'text_in' or 'page' in a gold line: {sorted(record)}")
    name = record["page"]
    articles = tuple(
        _article(
            item,
            key=f"{name}#{item['article']}",
            body=tuple(_body(item, bodies=bodies.get(name, []))),
        )
        for item in record["articles"]
    )
    return GoldPage(name=name, articles=articles, folder=folder)


@lru_cache(maxsize=4)
def _texts(path: Path) -> dict[str, dict[str, Any]]:
    """The records of a file by their id; raises ValueError where it is not there."""
    if not path.exists():
        raise ValueError(f"the texts of this gold stand in {path}, which is not there")
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {record["id"]: {**record, "publisher": record.get("source")} for record in records}


def _article(item: Mapping[str, Any], *, key: str, body: tuple[Interval, ...]) -> GoldArticle:
    return GoldArticle(
        key=key,
        deeds=tuple(from_row(event) for event in item["events"]),
        quotes=tuple(_quotes(item)),
        title=item.get("title") or "",
        body=body,
    )


def _quotes(item: Mapping[str, Any]) -> Iterator[GoldQuote]:
    for quote in item.get("quotes", ()):
        sentence = (quote["sentence"]["start"], quote["sentence"]["end"])
        yield GoldQuote(
            sentence=sentence,
            speaker=quote["speaker"] or "",
            starts_with=quote.get("starts_with") or "",
        )


def _bodies(folder: Path) -> dict[str, list[list[Interval]]]:
    found: dict[str, list[list[Interval]]] = {}
    for path in (folder / "articles.json", folder / "pages_articles.json"):
        pages = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        for name, page in pages.items():
            spans = [article.get("body_spans") or () for article in page["articles"]]
            found[name] = [[(start, end) for start, end in body] for body in spans]
    return found


def _body(item: Mapping[str, Any], *, bodies: list[list[Interval]]) -> list[Interval]:
    index = item.get("article", 0)
    return bodies[index] if index < len(bodies) else []
