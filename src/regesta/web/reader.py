"""An article and a page as blocks of drawn text; pure functions of records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from regesta.model import Article, Event, Label, PageText, Piece, Quote, Span
from regesta.web.marks import Mark, Token, draw
from regesta.web.shown import LABEL_WORDS

# A browser slows down on longer text; the rest is told about and stays downloadable.
READER_SHOWN = 200_000  # code points of one page
UNLABELLED = "not labelled"

# What the reader leaves out because the head of the screen says it, or nobody wrote it to be read.
_LEFT_OUT = {
    Label.TITLE,
    Label.TITLE_REPEAT,
    Label.PUBLISHER,
    Label.AUTHOR,
    Label.AGENCY,
    Label.TIME,
    Label.PROMO,
    Label.COPYRIGHT,
    Label.COMMENT,
    Label.FURNITURE,
    Label.BODY,  # the body comes from Article.body
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or piece: `label` says what it is, `rule` which row of the table said so.

    `article` is the number of its article on the page (from 1), None for furniture. `note` says
    more about the rule where there is more to say.
    """

    label: str
    span: Span
    tokens: tuple[Token, ...]
    rule: str = ""
    article: int | None = None
    note: str = ""


def slot_spans(event: Event) -> Iterator[tuple[str, Span, str]]:
    """Every cited slot of an event as (kind, span, what it was read as)."""
    yield "deed", event.deed, event.type
    yield from (("actor", p.span, _read_as(p.name, p.country)) for p in event.actors)
    yield from (("recipient", p.span, _read_as(p.name, p.country)) for p in event.recipients)
    if event.where:
        yield "place", event.where.span, _read_as(event.where.name, event.where.country)
    if event.when and event.when.span:
        yield "date", event.when.span, event.when.value
    yield from (("said", p.span, _read_as(p.name, p.country)) for p in event.said_by)
    yield from (("evidence", span, event.type) for span in event.evidence)


def anchor(kind: str, span: Span) -> str:
    """The id of one marked span on a reader screen."""
    return f"{kind}-{span.start}-{span.end}"


def event_marks(events: Iterable[Event], *, quotes: Iterable[Quote] = ()) -> tuple[Mark, ...]:
    """The coloured spans of a text; the same words in the same slot are marked once.

    Events are numbered from 1 in the order given.
    """
    found: dict[tuple[str, int, int], list[tuple[str, str]]] = {}
    for number, event in enumerate(events, 1):
        for kind, span, read_as in slot_spans(event):
            found.setdefault((kind, span.start, span.end), []).append((read_as, str(number)))
    for quote in quotes:
        said = quote.speaker.name if quote.speaker else "speaker not said"
        found.setdefault(("quote", quote.span.start, quote.span.end), []).append((said, ""))
    return tuple(
        Mark(
            start=start,
            end=end,
            kind=kind,
            label="; ".join(_once(read_as for read_as, _ in notes)),
            anchor=f"{kind}-{start}-{end}",
            of=" ".join(_once(number for _, number in notes if number)),
        )
        for (kind, start, end), notes in found.items()
    )


def drawn(span: Span, *, words: str, marks: Iterable[Mark]) -> tuple[Token, ...]:
    """One sentence with the marks that touch it, when only its own words are at hand."""
    moved = (
        replace(m, start=m.start - span.start, end=m.end - span.start, anchor="", of="")
        for m in marks
    )
    return tuple(draw(words, start=0, end=len(words), marks=moved))


def article_blocks(article: Article, *, text: str, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The article as it reads: body paragraphs, and captions and the like between them."""
    shown = _within(_reading_lines(article, text=text))
    return tuple(
        Block(label=label, span=line, tokens=_tokens(line, text=text, marks=marks))
        for line, label in shown
    )


def is_cut(article: Article, *, text: str) -> bool:
    """Whether the reader shows less than the whole article."""
    lengths = (line.end - line.start for line, _ in _reading_lines(article, text=text))
    return sum(lengths) > READER_SHOWN


def _reading_lines(article: Article, *, text: str) -> Iterator[tuple[Span, str]]:
    """The lines of an article with the label of the piece they stand in, in page order."""
    parts: list[tuple[Span, str]] = [(span, Label.BODY) for span in article.body]
    parts += [
        (piece.span, piece.label)
        for piece in article.pieces
        if piece.label not in _LEFT_OUT and not any(b.covers(piece.span) for b in article.body)
    ]
    parts.sort(key=lambda part: (part[0].start, -part[0].end))
    return ((line, label) for span, label in parts for line in _lines(span, text=text))


def anatomy_blocks(
    page: PageText,
    *,
    articles: Sequence[Article],
    furniture: Sequence[Piece],
    marks: Sequence[Mark],
) -> tuple[Block, ...]:
    """The whole page, piece by piece; words that no rule labelled are blocks without a rule.

    A piece inside a larger one (a dateline in a body) is drawn as a mark in it.
    """
    owned: list[tuple[Piece, int | None]] = [
        (piece, number) for number, article in enumerate(articles, 1) for piece in article.pieces
    ]
    owned += [(piece, None) for piece in furniture]
    owned.sort(key=lambda pair: (pair[0].span.start, -pair[0].span.end))
    inner = [*marks, *_inner_marks(piece for piece, _ in owned)]
    blocks: list[Block] = []
    at, limit = 0, min(len(page.text), READER_SHOWN)
    for piece, number in owned:
        start, end = max(at, piece.span.start), min(piece.span.end, limit)
        if end > start:
            blocks += _gap(page, start=at, end=start, marks=inner)
            span = Span(page=page.page, start=start, end=end)
            tokens = _tokens(span, text=page.text, marks=inner)
            blocks.append(
                Block(label=piece.label, span=span, tokens=tokens, rule=piece.rule, article=number)
            )
            at = end
    return (*blocks, *_gap(page, start=at, end=limit, marks=inner))


def _inner_marks(pieces: Iterable[Piece]) -> Iterator[Mark]:
    """Pieces that lie inside the piece before them, as marks. Input is sorted by start."""
    outer: Span | None = None
    for piece in pieces:
        if outer is not None and outer.covers(piece.span):
            note = f"{LABEL_WORDS.get(piece.label, piece.label)} ({piece.rule})"
            yield Mark(start=piece.span.start, end=piece.span.end, kind="piece", label=note)
        else:
            outer = piece.span


def _gap(page: PageText, *, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Block]:
    """Words between two pieces, when there are any."""
    if page.text[start:end].strip():
        span = Span(page=page.page, start=start, end=end)
        tokens = _tokens(span, text=page.text, marks=marks)
        yield Block(label=UNLABELLED, span=span, tokens=tokens)


def _lines(span: Span, *, text: str) -> Iterator[Span]:
    """The lines of a span that hold words, without the white space around them."""
    at = span.start
    for line in span.words(text).splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words)
            yield Span(page=span.page, start=start, end=start + len(words))
        at += len(line)


def _within(lines: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """As many lines as a screen takes; the last one is cut at the limit."""
    left = READER_SHOWN
    for span, label in lines:
        if left <= 0:
            return
        end = min(span.end, span.start + left)
        yield Span(page=span.page, start=span.start, end=end), label
        left -= end - span.start


def _tokens(span: Span, *, text: str, marks: Sequence[Mark]) -> tuple[Token, ...]:
    """The drawn words of one block."""
    touching = [m for m in marks if m.start < span.end and m.end > span.start]
    return tuple(draw(text, start=span.start, end=span.end, marks=touching))


def _read_as(name: str, country: str | None) -> str:
    """ "Aleksandr Lukashenko, BLR"; a code is not said twice."""
    return f"{name}, {country}" if country and country != name else name


def _once(notes: Iterable[str]) -> tuple[str, ...]:
    """Each note once, in the order they came."""
    return tuple(dict.fromkeys(notes))
