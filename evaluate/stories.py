"""Score stories against gold: B-cubed and pairwise.

python -m evaluate.stories --gold GOLD.jsonl [--wrong]
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from evaluate.bare import article_id, lines, reading
from evaluate.clusters import b_cubed, pairwise
from regesta.link import link
from regesta.model import Links

Rows = Sequence[Mapping[str, Any]]


def score(rows: Rows, *, links: Links) -> dict[str, float]:
    """B-cubed and pairwise agreement of the stories of `links` with the field `story`."""
    found = _found(links)
    gold = {article_id(row): row["story"] for row in rows}
    cubed, paired = b_cubed(found, gold=gold), pairwise(found, gold=gold)
    return {
        "stories.b-cubed.precision": cubed.precision,
        "stories.b-cubed.recall": cubed.recall,
        "stories.b-cubed.f1": cubed.f1,
        "stories.pairwise.f1": paired.f1,
    }


def _found(links: Links) -> dict[str, str]:
    return {article: story.id for story in links.stories for article in story.articles}


def wrong(rows: Rows, *, links: Links) -> Iterator[str]:
    """Gold stories that were split and found stories that hold several gold ones, with titles."""
    found = _found(links)
    of_gold: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    of_found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        of_gold[row["story"]].append(row)
        of_found[found[article_id(row)]].append(row)
    for story, members in sorted(of_gold.items()):
        parts = Counter(found[article_id(row)] for row in members)
        if len(parts) > 1:
            yield f"SPLIT {story}: {sorted(parts.values(), reverse=True)}"
            yield from (f"    {found[article_id(r)][-4:]} {_shown(r)}" for r in members)
    for members in of_found.values():
        if len({row["story"] for row in members}) > 1:
            yield "MIXED"
            yield from (f"    {_shown(row)}  [{row['story']}]" for row in members)


def _shown(row: Mapping[str, Any]) -> str:
    return f"{(row.get('published') or '')[:10]} {row['title'][:80]}"


@click.command()
@click.option("--gold", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--wrong", "show_wrong", is_flag=True, help="Show the stories that differ.")
def main(gold: Path, show_wrong: bool) -> None:
    """Print the scores of one gold file."""
    rows = lines(gold)
    links = link(reading(row) for row in rows)
    for name, value in score(rows, links=links).items():
        print(f"{name:28} {value:.3f}")
    if show_wrong:
        print("\n".join(wrong(rows, links=links)))


if __name__ == "__main__":
    main()
