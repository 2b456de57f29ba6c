"""Dumps composed of single articles in many layouts, and how well they are cut apart again.

    python -m evaluate.composed [--articles FILE.jsonl ...] [--per-page 5] [--only WORD]

Articles are JSONL records with `title`, `text` and `source` or `publisher`; without any the
records of examples/pages are used. Which articles stand together is drawn from their number, the
same each time. Article F1 is over word 4-grams, one to one, the pairs most alike first.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from evaluate.latest_layouts import LATEST
from evaluate.layouts import LAYOUTS, Layout, Told
from evaluate.more_layouts import MORE
from evaluate.newest_layouts import NEWEST
from regesta.model import Article, Label, Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages" / "35-corpus.jsonl"
TIMES = ("4 hours ago", "22 minutes ago", "a day ago", "2 days ago", "an hour ago", "3 weeks ago")
DATES = ("May 4, 2024 10:30 IST", "4 May 2024", "2024-05-03", "Friday, May 3, 2024, 8:15 p.m. ET")


_HEADER = frozenset(
    {
        Label.TITLE,
        Label.TITLE_REPEAT,
        Label.TIME,
        Label.PUBLISHER,
        Label.AUTHOR,
        Label.KEY_POINT,
        Label.FURNITURE,
    }
)


@dataclass(frozen=True, slots=True)
class Taken:
    """An article as it was cut out: its body, and all of it but the header."""

    title: str | None
    body: Counter[tuple[str, ...]]
    whole: Counter[tuple[str, ...]]

    @classmethod
    def of(cls, article: Article, *, text: str) -> "Taken":
        inner = [piece.span for piece in article.pieces if piece.label not in _HEADER]
        return cls(
            title=article.title,
            body=_grams(" ".join(span.words(text) for span in article.body)),
            whole=_grams(" ".join(span.words(text) for span in inner)),
        )


@dataclass(frozen=True, slots=True)
class Score:
    """How well one article was cut out: F1 of its body, F1 of all its pieces, title found.

    News texts carry captions, posts and promos of their own, which the reader labels as such: they
    count as lost in `body`, not in `whole`.
    """

    body: float
    whole: float
    title: bool


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
                number=number,
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
    lines = (line for told in articles for line in layout.lay(told))
    return "\n".join((*layout.head, *lines, *layout.foot))


def page_scores(text: str, *, articles: Sequence[Told]) -> list[Score]:
    """The score of each article of a page."""
    return scores_of(_cut(text), text=text, articles=articles)


def scores_of(cut_out: Sequence[Article], *, text: str, articles: Sequence[Told]) -> list[Score]:
    """The score of each article, given what was found; the pairs most alike are matched first."""
    found = [Taken.of(article, text=text) for article in cut_out]
    wanted = [_grams(told.line) for told in articles]
    pairs = sorted(
        (
            (_f1(grams, taken.body), -here, -there)
            for here, grams in enumerate(wanted)
            for there, taken in enumerate(found)
        ),
        reverse=True,
    )
    best: dict[int, int] = {}
    for _, here, there in pairs:
        if -here not in best and -there not in best.values():
            best[-here] = -there
    return [
        _score(told, grams=grams, taken=found[best[here]] if here in best else None)
        for here, (told, grams) in enumerate(zip(articles, wanted, strict=True))
    ]


def _score(told: Told, *, grams: Counter[tuple[str, ...]], taken: Taken | None) -> Score:
    if taken is None:
        return Score(body=0.0, whole=0.0, title=False)
    return Score(
        body=_f1(grams, taken.body),
        whole=_f1(grams, taken.whole),
        title=_same_title(taken.title, told.title),
    )


def _cut(text: str) -> tuple[Article, ...]:
    page = Page(name="dump.txt", body=text.encode(), media_type="text/plain")
    return cut(page_text(page)).articles


def _same_title(found: str | None, told: str) -> bool:
    """A title with its marks, its number or its publisher around it is the title."""
    return found is not None and told.casefold() in found.casefold()


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
    print(f"{len(told)} articles, {per_page} a page: F1 of bodies, of all pieces; titles right")
    for layout in (*LAYOUTS, *MORE, *NEWEST, *LATEST):
        if only not in layout.name:
            continue
        scores = [
            score
            for group in pages_of([layout.keep(one) for one in told], per_page=per_page)
            for score in page_scores(compose(group, layout=layout), articles=group)
        ]
        body, whole, title = (
            sum(getattr(score, part) for score in scores) / len(scores)
            for part in ("body", "whole", "title")
        )
        low = sum(score.whole < 0.8 for score in scores)
        mark = "" if body >= layout.least else "  below" if whole >= layout.least else "  BELOW"
        print(
            f"  {layout.name:28} {body:.3f} {whole:.3f}  goal {layout.least:.2f}"
            f"  titles {title:.3f}  {low} below .8{mark}"
        )


if __name__ == "__main__":
    main()
