"""The invented sites written as HTML: how much of their templates stays in articles there.

    python -m evaluate.site_html [--articles FILE.jsonl ...]

Nothing is learned from other pages here: this is what such learning could win (decisions/0005).
`parts` marks header and footer, `blocks` has headings, paragraphs and bare blocks, in
`paragraphs` every line is one, menus too.
"""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import click

from evaluate.composed import EXAMPLES, articles_of
from evaluate.later_sites import LATER
from evaluate.layouts import Told
from evaluate.site_templates import BODY, SITE, TEMPLATES, TITLE, Template
from evaluate.sites import NO_NEWS
from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

Lines = Sequence[tuple[str, str]]


def parts(lines: Lines) -> str:
    """What stands above the headline is the header, what stands below the text the footer."""
    kinds = [kind for kind, _ in lines]
    first, last = kinds.index(TITLE), len(kinds) - kinds[::-1].index(BODY)
    head, text, foot = lines[:first], lines[first:last], lines[last:]
    return (
        f"<header>{blocks(head)}</header><main><article>{blocks(text)}</article></main>"
        f"<footer>{blocks(foot)}</footer>"
    )


def blocks(lines: Lines) -> str:
    """Every line in an element of its own."""
    tags = {TITLE: "h1", BODY: "p"}
    return "".join(_element(tags.get(kind, "div"), words) for kind, words in lines)


def paragraphs(lines: Lines) -> str:
    """Nothing but paragraphs below the headline."""
    return "".join(_element("h1" if kind == TITLE else "p", words) for kind, words in lines)


def _element(tag: str, words: str) -> str:
    return f"<{tag}>{escape(words)}</{tag}>"


SHAPES: tuple[Callable[[Lines], str], ...] = (parts, blocks, paragraphs)


def left_in(told: Told, *, template: Template, number: int, shape: Callable[[Lines], str]) -> int:
    """How many of the site's own lines stand in an article of a page."""
    lines = [*template.lay(told, number)]
    head = f"<!doctype html><html><head><title>{escape(told.title)}</title></head>"
    body = f"{head}<body>{shape(lines)}</body></html>".encode()
    source = page_text(Page(name=f"{number}.html", body=body, media_type="text/html"))
    inside = {
        line
        for article in cut(source).articles
        for piece in article.pieces
        if piece.label not in NO_NEWS
        for line in piece.span.words(source.text).splitlines()
    }
    return sum(kind == SITE and words in inside for kind, words in lines)


@click.command()
@click.option("--articles", multiple=True, type=click.Path(exists=True, path_type=Path))
def main(articles: tuple[Path, ...]) -> None:
    """Print how many of the sites' lines stay in articles, for each way of writing them."""
    told = articles_of(articles or (EXAMPLES,))
    templates = (*TEMPLATES, *LATER)
    whole = sum(
        kind == SITE
        for template in templates
        for number, one in enumerate(told)
        for kind, _ in template.lay(one, number)
    )
    for shape in SHAPES:
        left = sum(
            left_in(one, template=template, number=number, shape=shape)
            for template in templates
            for number, one in enumerate(told)
        )
        print(f"  {shape.__name__:12} {left} of {whole} lines of {len(templates)} sites")


if __name__ == "__main__":
    main()
