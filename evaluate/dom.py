"""HTML pages composed of several articles in many shapes: is the main one clean, are others found?

    python -m evaluate.dom [--articles FILE.jsonl ...] [--only WORD]

Every way to hold the main article is met with every way to hold the others. A main is clean when
nearly all of it and nearly nothing else is returned (4-grams: recall .9, precision .97). Others
count as found when an article of their title has their text.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from pathlib import Path

import click

from evaluate.composed import EXAMPLES, articles_of
from evaluate.dom_shapes import MORE_MAINS, MORE_OTHERS
from evaluate.layouts import Told
from regesta.model import Article, Page, Role
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

RECALL, PRECISION = 0.9, 0.97
_OTHERS = 3
_MENU = (
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
    "</header>"
)
_FOOT = "<footer><p>About us</p><p>© 2031 Quayside Reader. All rights reserved.</p></footer>"


def _paragraphs(told: Told, *, tag: str = "p") -> str:
    return "".join(f"<{tag}>{escape(part)}</{tag}>" for part in told.paragraphs)


def _breaks(told: Told) -> str:
    return "<br><br>".join(escape(part) for part in told.paragraphs)


def _head(told: Told, *, tag: str = "h1") -> str:
    return f"<{tag}>{escape(told.title)}</{tag}>"


def _short(told: Told) -> str:
    """The first paragraphs of an article, as a card holds them."""
    return "".join(f"<p>{escape(part)}</p>" for part in told.paragraphs[:2])


Main = Callable[[Told, str], str]
MAINS: dict[str, Main] = {
    "article": lambda a, more: f"<main><article>{_head(a)}{_paragraphs(a)}</article>{more}</main>",
    "inside": lambda a, more: f"<main><article>{_head(a)}{_paragraphs(a)}{more}</article></main>",
    "soup": lambda a, more: (
        f'<div class="x1"><div class="x2"><div>{_head(a)}</div><div class="x3">'
        f"{_paragraphs(a, tag='div')}</div></div></div>{more}"
    ),
    "nested": lambda a, more: (
        f'<div id="app"><div class="page"><div class="row"><div class="col main"><section><div>'
        f'{_head(a)}<span class="by">By Ann Lee</span></div><div class="body"><div>{_paragraphs(a)}'
        f'</div></div></section></div><div class="col side">{more}</div></div></div></div>'
    ),
    "breaks": lambda a, more: (
        f'<div class="content">{_head(a)}<div class="text">{_breaks(a)}</div></div>{more}'
    ),
    "before": lambda a, more: (
        f'{more}<main>{_head(a)}<div class="story">{_paragraphs(a)}</div></main>'
    ),
    "no-heading": lambda a, more: (
        f'<div class="content"><div class="headline">{escape(a.title)}</div>'
        f"{_paragraphs(a)}</div>{more}"
    ),
    "table": lambda a, more: (
        f"<table><tr><td>{_head(a, tag='h2')}{_paragraphs(a)}</td></tr></table>{more}"
    ),
    **MORE_MAINS,
}


@dataclass(frozen=True, slots=True)
class Others:
    """How other articles stand on a page; `full`: with their whole text, else its beginning."""

    write: Callable[[Sequence[Told]], str]
    full: bool = False


def _each(shape: Callable[[Told], str], *, around: str = "{}") -> Callable[[Sequence[Told]], str]:
    return lambda others: around.replace("{}", "".join(map(shape, others)))


OTHERS: dict[str, Others] = {
    "aside-cards": Others(
        _each(
            lambda a: f'<div class="card">{_head(a, tag="h3")}{_short(a)}</div>',
            around="<aside>{}</aside>",
        )
    ),
    "article-cards": Others(
        _each(
            lambda a: f'<article class="card">{_head(a, tag="h2")}{_short(a)}</article>',
            around='<section class="related"><h2>More stories</h2>{}</section>',
        )
    ),
    "scroll": Others(_each(lambda a: f"<article>{_head(a)}{_paragraphs(a)}</article>"), full=True),
    "scroll-divs": Others(
        _each(lambda a: f'<div class="next-article">{_head(a, tag="h2")}{_paragraphs(a)}</div>'),
        full=True,
    ),
    "related-soup": Others(
        _each(
            lambda a: f'<div><a href="/n/{a.number}">{escape(a.title)}</a>{_short(a)}</div>',
            around="<div><div>Related</div>{}</div>",
        )
    ),
    "related-list": Others(
        _each(
            lambda a: f"<li>{_head(a, tag='h4')}{_short(a)}</li>",
            around="<h3>Read next</h3><ul>{}</ul>",
        )
    ),
}


OTHERS |= {name: Others(write, full=full) for name, (write, full) in MORE_OTHERS.items()}


def compose(told: Sequence[Told], *, main: Main, others: Others) -> str:
    """A page: the first article is the main one."""
    title = escape(told[0].title)
    head = f'<title>{title} | Quayside Reader</title><meta property="og:title" content="{title}">'
    body = main(told[0], others.write(told[1:]))
    return f'<html lang="en"><head>{head}</head><body>{_MENU}{body}{_FOOT}</body></html>'


def score(html: str, *, told: Sequence[Told], full: bool) -> tuple[bool, int]:
    """Whether the main article is clean, and how many of the others are found."""
    source = page_text(Page(name="page.html", body=html.encode(), media_type="text/html"))
    found = cut(source).articles
    mains = [article for article in found if article.role is Role.MAIN]
    clean = bool(mains) and _is_clean(_grams(_body(mains[0], source.text)), told[0].line)
    right = 0
    for other in told[1:]:
        wanted = _grams(other.line if full else " ".join(other.paragraphs[:2]))
        right += any(
            article.role is not Role.MAIN
            and article.title == other.title
            and sum((_grams(_whole(article, source.text)) & wanted).values())
            >= 0.8 * sum(wanted.values())
            for article in found
        )
    return clean, right


def _body(article: Article, text: str) -> str:
    return " ".join(span.words(text) for span in article.body)


def _whole(article: Article, text: str) -> str:
    return " ".join(piece.span.words(text) for piece in article.pieces)


def _is_clean(got: Counter[tuple[str, ...]], line: str) -> bool:
    wanted = _grams(line)
    both = sum((got & wanted).values())
    return both >= RECALL * sum(wanted.values()) and both >= PRECISION * sum(got.values())


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(tuple(words[place : place + 4]) for place in range(max(1, len(words) - 3)))


@click.command()
@click.option("--articles", multiple=True, type=click.Path(exists=True, path_type=Path))
@click.option("--only", default="")
@click.option("--pages", default=5, show_default=True, help="Pages of each shape.")
def main(articles: tuple[Path, ...], only: str, pages: int) -> None:
    """Print clean mains and others found, shape by shape."""
    told = articles_of(articles or (EXAMPLES,))
    clean = right = total = 0
    for number, ((name, shape), (kind, others)) in enumerate(
        product(MAINS.items(), OTHERS.items())
    ):
        if only not in f"{name}/{kind}":
            continue
        here, found = 0, 0
        for page in range(pages):
            at = number * 31 + page * 7
            group = [told[(at + 53 * step) % len(told)] for step in range(_OTHERS + 1)]
            html = compose(group, main=shape, others=others)
            fine, hits = score(html, told=group, full=others.full)
            here, found = here + fine, found + hits
        print(
            f"  {name + '/' + kind:28} clean {here} of {pages}  others {found} of {pages * _OTHERS}"
        )
        clean, right, total = clean + here, right + found, total + pages
    print(f"clean mains {clean} of {total}, others {right} of {total * _OTHERS}")


if __name__ == "__main__":
    main()
