"""Dumps composed of single articles in many layouts, and how well they are cut apart again.

    python -m evaluate.composed [--articles FILE.jsonl ...] [--per-page 5] [--only WORD]

Articles are JSONL records with `title`, `text` and `source` or `publisher`; without any the
records of examples/pages are used. Which articles stand together is drawn from their number, the
same each time. Article F1 is over word 4-grams, each article against its best one, used once.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import click

from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages" / "35-corpus.jsonl"
TIMES = ("4 hours ago", "22 minutes ago", "a day ago", "2 days ago", "an hour ago", "3 weeks ago")
DATES = ("May 4, 2024 10:30 IST", "4 May 2024", "2024-05-03", "Friday, May 3, 2024, 8:15 p.m. ET")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article to be composed, with the header that a layout may or may not show."""

    title: str
    publisher: str
    paragraphs: tuple[str, ...]
    ago: str
    day: str

    @property
    def line(self) -> str:
        """The body on one line."""
        return " ".join(self.paragraphs)


Layout = Callable[[Told], list[str]]


def _headed(*head: Callable[[Told], str], blank: bool = False, line: bool = False) -> Layout:
    """Header lines, then the body as paragraphs or on one line, then perhaps a blank line."""

    def lay(told: Told) -> list[str]:
        body = [told.line] if line else [*told.paragraphs]
        return [*(part(told) for part in head), *body, *([""] * blank)]

    return lay


def _title(told: Told) -> str:
    return told.title


def _publisher(told: Told) -> str:
    return told.publisher


def _ago(told: Told) -> str:
    return told.ago


def _day(told: Told) -> str:
    return told.day


def _apart(paragraphs: Iterable[str]) -> list[str]:
    """Paragraphs with a blank line behind each."""
    return [part for paragraph in paragraphs for part in (paragraph, "")]


# Name, least mean F1, layout. A name tells what stands before the body and what follows it.
LAYOUTS: tuple[tuple[str, float, Layout], ...] = (
    ("title+time", 0.97, _headed(_title, _ago)),
    ("title+time/blank", 0.97, _headed(_title, _ago, blank=True)),
    ("time+title", 0.97, _headed(_ago, _title)),
    ("publisher+time+title", 0.97, _headed(_publisher, _ago, _title)),
    ("title+date", 0.97, _headed(_title, _day)),
    ("title+publisher+date/blank", 0.97, _headed(_title, _publisher, _day, blank=True)),
    ("title+publisher-glued-time", 0.97, _headed(_title, lambda a: f"{a.publisher}{a.ago}")),
    (
        "title-twice+publisher+time",
        0.97,
        _headed(
            _title, _title, _publisher, lambda a: f"time{a.ago}", lambda a: f"  • {a.publisher}"
        ),
    ),
    ("title+publisher/blank", 0.97, _headed(_title, _publisher, blank=True)),
    ("title/blank-after", 0.97, _headed(_title, blank=True)),
    ("title+time/line", 0.97, _headed(_title, _ago, line=True)),
    ("title/line", 0.97, _headed(_title, line=True)),
    ("title/line/blank", 0.97, _headed(_title, line=True, blank=True)),
    (
        "title/every-line-blank",
        0.85,
        lambda a: [part for line in (a.title, *a.paragraphs) for part in (line, "")],
    ),
    ("title", 0.85, _headed(_title)),
    ("title+publisher", 0.85, _headed(_title, _publisher)),
    ("glued/title-publisher-time", 0.75, lambda a: [f"{a.title} {a.publisher} {a.ago} {a.line}"]),
    ("glued/title", 0.75, lambda a: [f"{a.title} {a.line}"]),
    ("glued/title-stop", 0.75, lambda a: [f"{a.title}. {a.line}"]),
    ("glued/no-space", 0.75, lambda a: [f"{a.title}{a.publisher}{a.ago}{a.line}"]),
    ("glued/title-no-space", 0.75, lambda a: [f"{a.title}{a.line}"]),
    ("glued/dateline", 0.75, lambda a: [f"{a.title} {a.publisher}, {a.day} - {a.line}"]),
)
# Laid out after the splitter was settled, to see whether it has learned the layouts above.
LATER: tuple[tuple[str, float, Layout], ...] = (
    ("later/rule-between", 0.97, lambda a: [a.title, *a.paragraphs, "-" * 40]),
    ("later/stars-between", 0.97, lambda a: [a.title, "", *a.paragraphs, "", "* * *", ""]),
    ("later/capitals", 0.85, lambda a: [a.title.upper(), *a.paragraphs]),
    ("later/byline-with-date", 0.97, lambda a: [a.title, f"By Ann Lee | {a.day}", *a.paragraphs]),
    ("later/source-at-end", 0.97, lambda a: [a.title, *a.paragraphs, f"Source: {a.publisher}"]),
    ("later/name-bar-time", 0.97, lambda a: [f"{a.publisher} | {a.ago}", a.title, *a.paragraphs]),
    ("later/title-dash-name", 0.85, lambda a: [f"{a.title} - {a.publisher}", *a.paragraphs]),
    (
        "later/marked-down",
        0.97,
        lambda a: [f"## {a.title}", "", f"*{a.publisher}, {a.day}*", "", *_apart(a.paragraphs)],
    ),
    (
        "later/named-fields",
        0.97,
        lambda a: [f"Title: {a.title}", f"Date: {a.day}", f"Text: {a.line}", ""],
    ),
    (
        "later/wrapped",
        0.85,
        lambda a: [a.title, "", *_apart("\n".join(wrap(p, 78)) for p in a.paragraphs)],
    ),
    ("later/glued-bars", 0.75, lambda a: [f"{a.title} | {a.publisher} | {a.ago} | {a.line}"]),
    ("later/two-blanks", 0.97, lambda a: ["", "", a.title, "", *_apart(a.paragraphs)]),
)


def articles_of(paths: Sequence[Path]) -> list[Told]:
    """The records that hold a title and a text of some length; each title once."""
    found: dict[str, Told] = {}
    for path in paths:
        for number, row in enumerate(map(json.loads, path.read_text("utf-8").splitlines())):
            parts = [re.sub(r"\s+", " ", part).strip() for part in row["text"].split("\n")]
            kept = tuple(part for part in parts if part)
            size = sum(map(len, kept))
            title = re.sub(r"\s+", " ", row.get("title") or "").strip()
            if not 500 <= size <= 6000 or not 15 <= len(title) <= 160 or len(kept) < 2:
                continue
            source = row.get("publisher") or row.get("source") or "Harbour Post"
            found[title] = Told(
                title=title,
                publisher=_name(source),
                paragraphs=kept,
                ago=TIMES[number % len(TIMES)],
                day=DATES[number % len(DATES)],
            )
    return list(found.values())


def _name(source: str) -> str:
    """ "northgate-courier.example" reads "Northgate Courier"."""
    if "." not in source:
        return source
    parts = source.removeprefix("www.").split(".")
    return max(parts, key=len).replace("-", " ").title()


def pages_of(articles: Sequence[Told], *, per_page: int) -> Iterator[list[Told]]:
    """Every article once, neighbours far apart in the file and now and then close together."""
    step = next(n for n in (37, 41, 43, 47) if len(articles) % n)
    order = [articles[place * step % len(articles)] for place in range(len(articles))]
    for start in range(0, len(order) - 1, per_page):
        yield order[start : start + per_page]


def compose(articles: Sequence[Told], *, layout: Layout) -> str:
    """The text of one page."""
    return "\n".join(line for told in articles for line in layout(told))


def page_f1(text: str, *, articles: Sequence[Told]) -> list[float]:
    """The F1 of each article of a page."""
    page = Page(name="dump.txt", body=text.encode(), media_type="text/plain")
    found = [
        _grams(" ".join(span.words(text) for span in article.body))
        for article in cut(page_text(page)).articles
    ]
    scores = []
    for told in articles:
        wanted = _grams(told.line)
        best = max(found, key=lambda grams: _f1(wanted, grams), default=None)
        scores.append(_f1(wanted, best) if best is not None else 0.0)
        if best is not None:
            found.remove(best)
    return scores


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(tuple(words[place : place + 4]) for place in range(max(1, len(words) - 3)))


def _f1(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    size = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / size if size else 0.0


@click.command()
@click.option("--articles", multiple=True, type=click.Path(exists=True, path_type=Path))
@click.option("--per-page", default=5, show_default=True)
@click.option("--only", default="", help="Layouts whose names hold this word.")
def main(articles: tuple[Path, ...], per_page: int, only: str) -> None:
    """Print the mean article F1 of every layout."""
    told = articles_of(articles or (EXAMPLES,))
    print(f"{len(told)} articles, {per_page} a page")
    for name, least, layout in (*LAYOUTS, *LATER):
        if only not in name:
            continue
        scores = [
            score
            for group in pages_of(told, per_page=per_page)
            for score in page_f1(compose(group, layout=layout), articles=group)
        ]
        mean = sum(scores) / len(scores)
        low = sum(score < 0.8 for score in scores)
        mark = "" if mean >= least else "  BELOW"
        print(f"  {name:32} {mean:.3f}  goal {least:.2f}  {low} below .8{mark}")


if __name__ == "__main__":
    main()
