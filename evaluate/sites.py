"""Sites composed of single articles in invented templates, read with and without each other.

    python -m evaluate.sites [--articles FILE.jsonl ...] [--pages 9] [--only WORD]

Every template of site_templates.py prints each article once, so many pages to a site. Shown are the
article F1 (word 4-grams of the body) and the titles found of evaluate.composed, and the share of
lines that are what the template says: the site's own in no article, bodies in a body, other
articles' headlines teasers; `extra` are articles that nobody wrote, for each page.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from evaluate.composed import EXAMPLES, articles_of, scores_of
from evaluate.later_sites import LATER
from evaluate.layouts import Told
from evaluate.site_templates import BODY, SITE, TEASER, TITLE, Template
from evaluate.site_templates import TEMPLATES as FIRST
from regesta.model import Article, Label, Page, SiteLines
from regesta.read.articles import cut
from regesta.read.pagetext import page_text
from regesta.text.sites import learn, lines_of

NO_NEWS = frozenset((Label.FURNITURE, Label.PROMO, Label.COPYRIGHT, Label.PUBLISHER))


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of a site: its text, the article on it, and what each line is."""

    page: Page
    told: Told
    lines: tuple[tuple[str, int, int], ...]  # kind, start and end in the text

    @property
    def text(self) -> str:
        """The page's text."""
        return self.page.body.decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one site scored."""

    body: float
    title: float
    right: Counter[str]
    wanted: Counter[str]
    extra: float
    wrong: Counter[tuple[str, str]]

    def share(self, kind: str) -> float:
        """The part of the lines of a kind that are what they should be; 1 where there are none."""
        return self.right[kind] / self.wanted[kind] if self.wanted[kind] else 1.0


def print_page(told: Told, *, template: Template, number: int) -> Printed:
    """One page of a site."""
    text, lines = "", []
    for kind, words in template.lay(told, number):
        lines.append((kind, len(text), len(text) + len(words)))
        text += f"{words}\n"
    page = Page(
        name=f"{template.name}-{number}",
        body=text.encode(),
        media_type="text/plain",
        url=f"https://{template.host}/news/{number}",
    )
    return Printed(page, told, tuple(line for line in lines if line[1] < line[2]))


def learned(pages: Sequence[Page]) -> list[SiteLines]:
    """What the site of these pages repeats on each."""
    known = sorted((lines_of(page, site="") for page in pages), key=lambda lines: lines.page)
    found = {lines.page: learn(known).of(lines) for lines in known}
    return [found[page.id] for page in pages]


def result(printed: Sequence[Printed], *, sites: Sequence[SiteLines | None]) -> Result:
    """How the pages of a site are read, with what the site repeats or without."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    scores = []
    extra = 0
    for one, site in zip(printed, sites, strict=True):
        found = _read(one.page, site=site)
        scores += scores_of(found, text=one.text, articles=[one.told])
        labels = _labels(found)
        for kind, start, end in one.lines:
            wanted[kind] += 1
            fits = _is_right(kind, labels=labels.get((start, end), ()))
            right[kind] += fits
            wrong[kind, one.text[start:end]] += not fits
        teasers = sum(kind == TEASER for kind, _, _ in one.lines)
        extra += max(len(found) - 1 - teasers, 0)
    return Result(
        body=sum(score.body for score in scores) / len(scores),
        title=sum(score.title for score in scores) / len(scores),
        right=right,
        wanted=wanted,
        extra=extra / len(printed),
        wrong=+wrong,
    )


def _read(page: Page, *, site: SiteLines | None) -> tuple[Article, ...]:
    return cut(page_text(page, site=site)).articles


def _labels(found: Sequence[Article]) -> dict[tuple[int, int], tuple[Label, ...]]:
    """The labels of the lines that stand in articles."""
    labels: dict[tuple[int, int], tuple[Label, ...]] = {}
    for article in found:
        for piece in article.pieces:
            place = (piece.span.start, piece.span.end)
            labels[place] = (*labels.get(place, ()), piece.label)
    return labels


def _is_right(kind: str, *, labels: tuple[Label, ...]) -> bool:
    if kind == SITE:
        return NO_NEWS.issuperset(labels)
    if kind in (TITLE, TEASER):
        return Label.TITLE in labels
    return kind != BODY or Label.BODY in labels


@click.command()
@click.option("--articles", multiple=True, type=click.Path(exists=True, path_type=Path))
@click.option("--pages", default=9, show_default=True, help="Pages of a site.")
@click.option("--only", default="", help="Templates whose names hold this word.")
@click.option("--wrong", is_flag=True, help="List the lines that are wrong with the other pages.")
def main(articles: tuple[Path, ...], pages: int, only: str, wrong: bool) -> None:
    """Print the scores of every template, without and with what its site repeats."""
    told = articles_of(articles or (EXAMPLES,))
    print(f"{len(told)} articles, {pages} pages a site; without, then with the other pages")
    for template in (*FIRST, *LATER):
        if only not in template.name:
            continue
        printed = [print_page(one, template=template, number=n) for n, one in enumerate(told)]
        sites = [printed[start : start + pages] for start in range(0, len(printed), pages)]
        sites = [site for site in sites if len(site) == pages]
        flat = [one for site in sites for one in site]
        alone = result(flat, sites=[None] * len(flat))
        known = [lines for site in sites for lines in learned([one.page for one in site])]
        for name, scored in ((template.name, alone), ("", result(flat, sites=known))):
            print(f"  {name:12} {shown(scored)}")
        for (kind, line), times in scored.wrong.most_common() if wrong else ():
            print(f"    {times} times {kind}: {line[:90]}")


def shown(scored: Result) -> str:
    """The scores on one line."""
    lines = "  ".join(f"{kind} {scored.share(kind):.3f}" for kind in (SITE, BODY, TITLE, TEASER))
    return f"F1 {scored.body:.3f}  found {scored.title:.3f}  {lines}  extra {scored.extra:.2f}"


if __name__ == "__main__":
    main()
