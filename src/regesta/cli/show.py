"""regesta show: one page, article, event, quote, story or happening, with its words."""

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import click

from regesta.cli.options import opened, register_option
from regesta.cli.screen import count, plain
from regesta.store import query
from regesta.store.query import ArticleRow, HappeningRow, PageView
from regesta.web.repeats import is_of_site, repeats
from regesta.web.slots import Slot, slots

Lines = Iterator[str]


@click.command("show")
@click.argument("id")
@register_option
def command(id: str, register: Path | None) -> None:
    """Show what stands behind ID (its beginning is enough when no other begins alike)."""
    with opened(register) as db:
        found = query.find(db, id) if id else None
        if found is None:
            raise click.ClickException(f"Nothing in the register has the id {plain(id)!r}.")
        kind, whole = found
        for line in SHOWS[kind](db, whole):
            click.echo(line)


def page(db: Connection, id: str) -> Lines:
    """Where a page came from and what it was cut into."""
    view = query.page(db, id)
    assert view is not None, "found a moment ago"
    yield f"page {view.id}"
    yield from _facts(
        ("name", view.name),
        ("address", view.url),
        ("media type", view.media_type),
        ("fetched", view.fetched_at),
        ("read by", view.made_by),
        ("size", f"{len(view.body):,} bytes, {len(view.text):,} characters of text"),
    )
    for row in view.articles:
        yield f"  {_article(row)}"
    yield from _repeated(db, view)


def _repeated(db: Connection, view: PageView) -> Lines:
    """The lines that are the site's own, because other pages of it have them too."""
    said = repeats(db, view.id)
    records = (query.article(db, row.id) for row in view.articles)
    pieces = [*view.furniture, *(p for found in records if found for p in found.record.pieces)]
    for piece in sorted(filter(is_of_site, pieces), key=lambda piece: piece.span):
        words = piece.span.words(view.text)
        where = f"{piece.span.start}-{piece.span.end}"
        why = plain(said.of(words, rule=piece.rule))
        yield f"  {piece.label.value} {where}: {plain(words)} [{piece.rule}] {why}".rstrip()


def article(db: Connection, id: str) -> Lines:
    """An article with its facts, events and quotes."""
    view = query.article(db, id)
    assert view is not None, "found a moment ago"
    record = view.record
    yield f"article {view.row.id}"
    yield from _facts(
        ("title", record.title),
        ("role", f"{record.role.value} [{record.rule}]"),
        ("page", f"{view.row.page} {view.row.name}"),
        ("outlet", record.publisher),
        ("agency", record.agency),
        ("published", _known(view.row)),
        ("story", view.row.story),
        ("copy of", _copy(view.row)),
    )
    for event in view.events:
        yield f"  {event.id}  {event.type.value}  {plain(event.deed.words(view.text))}"
    for said in view.quotes:
        speaker = said.speaker.name if said.speaker else "not said"
        yield f"  {said.id}  {plain(speaker)}: {plain(said.span.words(view.text))}"


def event(db: Connection, id: str) -> Lines:
    """An event slot by slot: the words, what they were read as, the rule."""
    view = query.event(db, id)
    assert view is not None, "found a moment ago"
    yield f"event {view.event.id}"
    yield from _facts(
        ("type", view.event.type.value),
        ("modality", view.event.modality.value + (", history" if view.event.background else "")),
        ("rule", view.event.rule),
        ("happening", view.happening),
        ("read by", view.made_by),
    )
    for slot in slots(view.event, text=view.text):
        yield from _slot(slot)
    for span, words in view.evidence:
        yield f"  evidence {span.start}-{span.end}: {plain(words)}"
    for known in view.known_from:
        said = f"{plain(known.words)} {known.span.start}-{known.span.end}"
        yield f"  {plain(known.person)} is known from {known.article}: {said}"
    yield f"  in {_article(view.article)}"


def quote(db: Connection, id: str) -> Lines:
    """A quote with its sentence and speaker."""
    view = query.quote(db, id)
    assert view is not None, "found a moment ago"
    said = view.quote
    yield f"quote {said.id}"
    yield from _facts(
        ("words", said.span.words(view.text)),
        ("speaker", said.speaker.name if said.speaker else None),
        ("cue", said.cue.words(view.text) if said.cue else None),
        ("sentence", said.sentence.words(view.text)),
        ("rule", said.rule),
    )
    yield f"  in {_article(view.article)}"


def story(db: Connection, id: str) -> Lines:
    """A story with its articles in time order and its happenings."""
    view = query.story(db, id)
    assert view is not None, "found a moment ago"
    yield f"story {view.row.id}"
    yield from _facts(
        ("title", view.row.title),
        ("days", " to ".join(filter(None, (view.row.first, view.row.last))) or None),
        ("why", view.row.reason),
    )
    for row in view.articles:
        yield f"  {_article(row)}"
    for told in view.happenings:
        yield f"  {_happening(told)}"


def happening(db: Connection, id: str) -> Lines:
    """A happening with its reports and the reasons for its counts."""
    view = query.happening(db, id)
    assert view is not None, "found a moment ago"
    yield f"happening {_happening(view.row)}"
    articles = count(view.row.articles, one="article")
    yield from _facts(
        ("when", f"{view.row.when} ({view.row.basis})" if view.row.when else None),
        ("where", view.row.place),
        ("story", view.row.story),
        ("told by", f"{articles}, {count(view.row.origins, one='independent origin')}"),
    )
    for reason in view.reasons:
        yield f"  why: {plain(reason)}"
    for report in view.reports:
        yield f"  {report.event.id} in {_article(report.article)}"
        for span, words in report.evidence:
            yield f"    {span.start}-{span.end}: {plain(words)}"


SHOWS: dict[str, Callable[[Connection, str], Lines]] = {
    "page": page,
    "article": article,
    "event": event,
    "quote": quote,
    "story": story,
    "happening": happening,
}


def _facts(*facts: tuple[str, str | None]) -> Lines:
    for name, value in facts:
        yield f"  {name}: {plain(value) or 'not said'}"


def _slot(slot: Slot) -> Lines:
    if not slot.cites:
        yield f"  {slot.name}: not said"
    for cite in slot.cites:
        place = f" {cite.span.start}-{cite.span.end}" if cite.span else ""
        words = f'"{plain(cite.words)}"{place}'
        yield f"  {slot.name}: {words} read as {plain(cite.read_as)} [{cite.rule}]"


def _article(row: ArticleRow) -> str:
    head = (_known(row) or "no date", plain(row.publisher) or "no outlet")
    return f"{row.id}  {' · '.join(head)}  {plain(row.title) or 'no title'}"


def _known(row: ArticleRow) -> str | None:
    return f"{row.published.value} ({row.published.basis.value})" if row.published else None


def _copy(row: ArticleRow) -> str | None:
    copy = row.copy_of
    return f"{copy.origin} ({copy.kind}, {copy.share:.0%}): {copy.reason}" if copy else None


def _happening(row: HappeningRow) -> str:
    sides = [", ".join(side) or "?" for side in (row.actors, row.recipients)]
    told = " (history)" if row.background else ""
    return f"{row.id}  {row.type} {row.modality}{told}  {sides[0]} → {sides[1]}"
