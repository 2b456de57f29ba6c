"""A draft to an Article: its pieces, its exact body spans, and what its header says."""

import re
from dataclasses import dataclass, field
from operator import attrgetter

from regesta.model import Article, Dateline, Label, Piece, Span
from regesta.read.articles import datelines, words
from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    HASHTAG,
    KEY_POINT,
    PUBLISHER,
    SIGN_OFF,
    SOURCE,
    TIME,
)
from regesta.read.articles.fragments import Where, carve
from regesta.read.articles.group import Draft
from regesta.read.articles.language import language_of
from regesta.read.articles.lines import Line, unmarked
from regesta.read.articles.marks import list_marks
from regesta.read.source import Source

_LABELS = {label.value: label for label in Label}
_AGENCY = re.compile(words.AGENCY)
_SIGNED = re.compile(r"\((?!With\b|Additional\b)[A-Z][\w. ]{1,24}\)$|[-–—]{2}\s?[A-Z]{3,14}\b")
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\(\S+\)")  # as Markdown writes it


Told = dict[str, list[Line]]
"""The lines of an article that are no text, by their label."""


@dataclass(slots=True)
class Parts:
    """What the lines of one draft gave."""

    pieces: list[Piece] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    dateline: Dateline | None = None
    agency: str | None = None
    tail: str = ""  # words of sign-off and copyright


def label_of(line: Line) -> Label:
    """The public label of a line; the splitter's inner ones are furniture."""
    return _LABELS.get(line.label, Label.FURNITURE)


def piece_of(line: Line, *, page: str) -> Piece:
    """A whole line as one piece."""
    return Piece(
        label=label_of(line), span=Span(page=page, start=line.start, end=line.end), rule=line.rule
    )


def build(draft: Draft, *, source: Source, titles: tuple[str, ...]) -> Article:
    """The article without its publication date."""
    parts = _parts(draft, page=source.page, titles=titles)
    told = _by_label(draft)
    title = _title(draft.title.text) if draft.title is not None else None
    sample = " ".join(
        source.text[span.start : min(span.end, span.start + 800)] for span in parts.body[:3]
    )
    pieces = sorted(parts.pieces, key=attrgetter("span.start"))  # no two overlap
    return Article(
        page=source.page,
        role=draft.role,
        span=Span(page=source.page, start=pieces[0].span.start, end=pieces[-1].span.end),
        rule="lines" if not source.blocks else "blocks",
        title=title,
        publisher=_publisher(told, parts=parts),
        author=_author(told),
        agency=parts.agency,
        dateline=parts.dateline,
        time_text=_time_text(told, parts=parts),
        language=language_of(sample, declared=source.meta.language) if sample else None,
        key_points=tuple(_of(told, KEY_POINT)),
        hashtags=tuple(tag for line in _of(told, HASHTAG) for tag in re.findall(r"#[\w-]+", line)),
        source_line=_source_line(told),
        body=tuple(parts.body),
        pieces=tuple(pieces),
    )


def _clean(text: str) -> str:
    return " ".join(text.split())


def _title(text: str) -> str:
    """A headline without the marks that make it one in plain text, unless nothing else is left."""
    bare = _clean(text)
    linked = _LINK.fullmatch(bare)
    bare = linked["words"] if linked is not None else bare
    if words.HEADING_MARK.match(bare):
        bare = bare.strip("#=* ")
    return bare


def _by_label(draft: Draft) -> Told:
    """The lines of a draft that tell what an article says of itself, by their label."""
    told: Told = {}
    for line in draft.lines:
        if line.label != BODY:
            told.setdefault(line.label, []).append(line)
    return told


def _of(told: Told, label: str) -> list[str]:
    return [_clean(unmarked(line)) for line in told.get(label, ())]


def _parts(draft: Draft, *, page: str, titles: tuple[str, ...]) -> Parts:
    """Pieces of every line; lines of text are carved."""
    parts = Parts()
    body = draft.body
    marks = {id(body[place]): size for place, size in list_marks(body).items()}
    inner = Where(titles=titles)
    for line in draft.lines:
        if line.label != BODY:
            parts.pieces.append(piece_of(line, page=page))
            if line.label in (SIGN_OFF, "copyright"):
                parts.tail += f" {line.text}"
            continue
        first, last, mark = line is body[0], line is body[-1], marks.get(id(line), 0)
        where = Where(first, last, mark, titles) if first or last or mark else inner
        _carve(line, where=where, parts=parts, page=page)
    if parts.agency is None:
        signed = _AGENCY.search(parts.tail) or _SIGNED.search(parts.tail)
        parts.agency = signed.group().strip(" ()-–—") if signed else None
    return parts


def _carve(line: Line, *, where: Where, parts: Parts, page: str) -> None:
    cuts = carve(line.text, where=where)
    if not cuts and not (line.text[0].isspace() or line.text[-1].isspace()):
        span = Span(page=page, start=line.start, end=line.start + len(line.text))
        parts.body.append(span)
        parts.pieces.append(Piece(label=Label.BODY, span=span, rule=line.rule))
        return
    place = 0
    for cut in cuts:
        _body(line, place, cut.start, parts=parts, page=page)
        bare = line.text[cut.start : cut.end].rstrip()
        first = line.start + cut.start
        span = Span(page=page, start=first, end=first + len(bare))
        parts.pieces.append(Piece(label=cut.label, span=span, rule=cut.rule))
        if cut.label is Label.DATELINE:
            _note_dateline(line.text, span=span, parts=parts)
        elif cut.label in (Label.COPYRIGHT, Label.SIGN_OFF):
            parts.tail += f" {bare}"
        place = cut.end
    _body(line, place, len(line.text), parts=parts, page=page)


def _note_dateline(text: str, *, span: Span, parts: Parts) -> None:
    found = datelines.opening(text)
    if found is None:
        return
    parts.dateline = Dateline(span=span, place=found.place, date=found.date)
    known = _AGENCY.match(found.agency or "")
    parts.agency = known.group() if known else found.agency


def _body(line: Line, first: int, last: int, *, parts: Parts, page: str) -> None:
    """The stretch of a line that is the article's own words, without outer white space."""
    raw = line.text[first:last]
    bare = raw.strip()
    if not bare:
        return
    start = line.start + first + (raw.index(bare) if len(bare) < len(raw) else 0)
    span = Span(page=page, start=start, end=start + len(bare))
    parts.body.append(span)
    parts.pieces.append(Piece(label=Label.BODY, span=span, rule=line.rule))


def _publisher(told: Told, *, parts: Parts) -> str | None:
    """The header's publisher line; else an agency that both dates and signs the text."""
    named = _of(told, PUBLISHER)
    if named:
        return named[0]
    if parts.agency and parts.dateline is not None and parts.agency in parts.tail:
        return parts.agency
    return None


def _author(told: Told) -> str | None:
    for line in told.get(AUTHOR, ()):
        match = words.BYLINE.fullmatch(line.text)
        return _clean(match["name"] if match else line.text)
    return None


def _time_text(told: Told, *, parts: Parts) -> str | None:
    """The words of the time line, else the dateline's date."""
    for line in told.get(TIME, ()):
        if line.time is not None:
            return line.text[line.time.start : line.time.end]
    return parts.dateline.date if parts.dateline else None


def _source_line(told: Told) -> str | None:
    for line in told.get(SOURCE, ()):
        match = words.SOURCE_LINE.fullmatch(line.text)
        return _clean(match["named"]) if match else None
    return None
