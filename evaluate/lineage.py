"""Score copies and the count of independent origins against gold.

python -m evaluate.lineage --gold GOLD.jsonl [--wrong]
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from evaluate.bare import article_id, lines, reading
from evaluate.clusters import b_cubed
from regesta.link import ArticleKeys, keys
from regesta.link.copies import find_copies
from regesta.link.engine import Duck
from regesta.link.origins import LEAST_WORDS, find_origins
from regesta.link.passages import overlaps, own_passages
from regesta.model import Copy

Rows = Sequence[Mapping[str, Any]]


def score(rows: Rows, *, copies: Iterable[Copy], origins: Mapping[str, str]) -> dict[str, float]:
    """Copy groups against `text_origin`, and the error of origins a story against `info_origin`.

    `origins` maps an article to the name of whose reporting it carries; an article that it does
    not hold confirms nothing.
    """
    gold = {article_id(row): f"{row['story']}|{row['text_origin']}" for row in rows}
    roots = {copy.article: copy.origin for copy in copies if copy.folds}
    found = {id: roots.get(id, id) for id in gold}
    cubed = b_cubed(found, gold=gold)
    errors = [abs(ours - true) for _, ours, true in counts(rows, origins=origins)]
    return {
        "copies.b-cubed.precision": cubed.precision,
        "copies.b-cubed.recall": cubed.recall,
        "copies.b-cubed.f1": cubed.f1,
        "origins.mean-error": sum(errors) / len(errors) if errors else 0.0,
    }


def counts(rows: Rows, *, origins: Mapping[str, str]) -> list[tuple[str, int, int]]:
    """(story, origins found, origins in gold); a page that gold calls no article counts none."""
    ours: dict[str, set[str]] = defaultdict(set)
    true: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if article_id(row) in origins:
            ours[row["story"]].add(origins[article_id(row)])
        if row["info_origin"] != "NOT_AN_ARTICLE":
            true[row["story"]].add(row["info_origin"])
    return [(story, len(ours[story]), len(true[story])) for story in sorted(true)]


def trace(rows: Rows) -> tuple[tuple[Copy, ...], dict[str, str]]:
    """The copies among the rows, and the origin's name of each article that can confirm."""
    articles: list[ArticleKeys] = sorted(
        (each for row in rows for each in keys(reading(row))), key=lambda each: each.order
    )
    with closing(Duck()) as engine:
        shared = overlaps(articles, engine=engine, own=own_passages(articles, engine=engine))
    copies = find_copies(articles, shared=shared)
    origins = find_origins(articles, copies=copies)
    solid = {article.id for article in articles if article.length >= LEAST_WORDS}
    return copies, {id: origin.name for id, origin in origins.items() if id in solid}


@click.command()
@click.option("--gold", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--wrong", "show_wrong", is_flag=True, help="Show every article's origin.")
def main(gold: Path, show_wrong: bool) -> None:
    """Print the scores of one gold file."""
    rows = lines(gold)
    copies, origins = trace(rows)
    for name, value in score(rows, copies=copies, origins=origins).items():
        print(f"{name:28} {value:.3f}")
    if show_wrong:
        kinds = {copy.article: f"{copy.kind} {copy.share}" for copy in copies}
        for row in sorted(rows, key=lambda row: row["story"]):
            id = article_id(row)
            print(
                f"{row['story'][:12]:12} {row['source']:22} text {row['text_origin']:20} "
                f"info {row['info_origin']:20} ours {origins.get(id)} {kinds.get(id, '')}"
            )


if __name__ == "__main__":
    main()
