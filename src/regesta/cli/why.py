"""regesta why: why a happening has so many independent origins, and what they disagree on."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import click

from regesta.cli.options import opened, register_option
from regesta.cli.screen import count, plain
from regesta.link.alignment import align
from regesta.model import Copy
from regesta.store import query
from regesta.store.query import ArticleRow, CarrierRow, DisputeRow, OriginRow

Lines = Iterator[str]


@click.command("why")
@click.argument("happening")
@click.option("--passages", is_flag=True, help="Show the words that copies share, on both sides.")
@register_option
def command(happening: str, passages: bool, register: Path | None) -> None:
    """Say why HAPPENING counts so many origins: whose reporting, on whose word, which copies."""
    with opened(register) as db:
        found = query.find(db, happening) if happening else None
        if found is None or found[0] != "happening":
            raise click.ClickException(f"There is no happening {plain(happening)!r}.")
        for line in why(db, found[1], passages=passages):
            click.echo(line)


def why(db: Connection, id: str, *, passages: bool) -> Lines:
    """The count, each origin with its articles, and what sources disagree on."""
    view = query.happening(db, id)
    assert view is not None, "found a moment ago"
    row = view.row
    sides = [", ".join(side) or "?" for side in (row.actors, row.recipients)]
    yield f"happening {row.id}  {row.type} {row.modality}  {sides[0]} → {sides[1]}"
    yield f"  {plain(row.evidence)}"
    origins = query.confirmations(db, id)
    told = count(row.articles, one="article")
    yield f"{count(len(origins), one='independent origin')} behind {told}"
    for number, origin in enumerate(origins, 1):
        yield from _origin(number, origin)
        copies = [carrier.article.copy_of for carrier in origin.carriers if passages]
        for copy in filter(None, copies):
            yield from _passages(db, copy)
    for dispute in query.disputes(db, id):
        yield from _dispute(dispute)


def _origin(number: int, origin: OriginRow) -> Lines:
    word = f" on the word of {' and '.join(map(plain, origin.sources))}" if origin.sources else ""
    yield f"{number}. {plain(origin.reporter)}{word} ({origin.vouched.value})"
    for carrier in origin.carriers:
        yield from _carrier(carrier)


def _carrier(carrier: CarrierRow) -> Lines:
    why = f" — {plain(carrier.reason)}" if carrier.reason else " — its own reporting"
    yield f"   {_article(carrier.article)}{why}"
    copy = carrier.article.copy_of
    if copy is not None:
        yield f"     {copy.kind} of {copy.origin}, {copy.share:.0%}: {plain(copy.reason)}"


def _passages(db: Connection, copy: Copy) -> Lines:
    """The words that both articles have, with where they stand on either page."""
    left, right = query.article(db, copy.article), query.article(db, copy.origin)
    if left is None or right is None:
        return
    starts = left.record.span.start, right.record.span.start
    texts = (
        left.record.span.words(left.text),
        right.record.span.words(right.text),
    )
    yield f"   {copy.article} and {copy.origin} share"
    for shared in align(*texts):
        (a, b), (c, d) = shared.left, shared.right
        where = f"{a + starts[0]}-{b + starts[0]} = {c + starts[1]}-{d + starts[1]}"
        yield f"     {where}: {plain(texts[0][a:b])}"


def _dispute(dispute: DisputeRow) -> Lines:
    what = f" of {plain(dispute.what)}" if dispute.what else ""
    yield f"disputed {dispute.slot}{what}: {plain(dispute.reason)}"
    for side in dispute.sides:
        yield f"  {plain(side.value)}"
        for claim in side.claims:
            word = f", on the word of {' and '.join(map(plain, claim.said_by))}"
            yield f"     {_article(claim.article)}{word if claim.said_by else ''}"
            where = f"{claim.span.start}-{claim.span.end}"
            yield f"       {where}: {plain(claim.sentence)}"


def _article(row: ArticleRow) -> str:
    published = row.published.value if row.published else "no date"
    return f"{row.id}  {published} · {plain(row.publisher) or 'no outlet'} · {plain(row.title)}"
