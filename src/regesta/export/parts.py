"""Records as the objects that exports hold: dates, parties, places, spans, numbers."""

from regesta.model import Dateline, KeyPoint, Party, Place, Quantity, Related, Span, Topic, When
from regesta.store.query import CarrierRow, ClaimRow, Words

SPAN = ("start", "end")
QUOTED = ("start", "end", "text")
WHEN = ("value", "precision", "basis", "rule", "start", "end")
PARTY = (
    "text",
    "name",
    "country",
    "sector",
    "person",
    "office",
    "start",
    "end",
    "rule",
)
PLACE = ("text", "name", "country", "lat", "lon", "precision", "start", "end", "rule")
QUANTITY = ("what", "value", "unit", "bound", "text", "start", "end")
DATELINE = ("place", "date", "start", "end")
CARRIER = ("article", "name", "outlet", "reason", "copy_of", "copy_kind", "copy_reason")
TOPIC = ("name", "code", "words")
RELATED = ("story", "relation", "score", "reason")
POINT = ("article", "start", "end", "text", "happenings")
CLAIM = (
    "value",
    "event",
    "article",
    "name",
    "reporter",
    "said_by",
    "start",
    "end",
    "text",
    "sentence",
)


def span(where: Span | None) -> dict[str, object] | None:
    """Offsets in code points of the page text, the end exclusive."""
    return None if where is None else {"start": where.start, "end": where.end}


def spans(many: tuple[Span, ...]) -> list[object]:
    """Offsets of several spans."""
    return [span(one) for one in many]


def quoted(words: Words) -> list[object]:
    """Spans with the words they quote."""
    return [{"start": where.start, "end": where.end, "text": text} for where, text in words]


def quoted_one(where: Span, *, words: Words) -> dict[str, object]:
    """A span with its words, cut from a quoted span that covers it; None when none does."""
    for outer, text in words:
        if outer.covers(where):
            cut = text[where.start - outer.start : where.end - outer.start]
            return {"start": where.start, "end": where.end, "text": cut}
    return {"start": where.start, "end": where.end, "text": None}


def when(date: When | None) -> dict[str, object] | None:
    """A date with how precise it is and how it is known; no offsets when it has no words."""
    if date is None:
        return None
    return {
        "value": date.value,
        "precision": date.precision,
        "basis": date.basis.value,
        "rule": date.rule,
        "start": date.span.start if date.span else None,
        "end": date.span.end if date.span else None,
    }


def party(one: Party | None) -> dict[str, object] | None:
    """A party as written and as resolved."""
    if one is None:
        return None
    return {
        "text": one.text,
        "name": one.name,
        "country": one.country,
        "sector": one.sector.value,
        "person": one.person,
        "office": one.office,
        "start": one.span.start,
        "end": one.span.end,
        "rule": one.rule,
    }


def parties(many: tuple[Party, ...]) -> list[object]:
    """Several parties, in the event's own order."""
    return [party(one) for one in many]


def place(where: Place | None) -> dict[str, object] | None:
    """The place of a deed; `lat` and `lon` in degrees."""
    if where is None:
        return None
    return {
        "text": where.text,
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision.value,
        "start": where.span.start,
        "end": where.span.end,
        "rule": where.rule,
    }


def quantities(many: tuple[Quantity, ...]) -> list[object]:
    """Numbers with what they count; whole numbers without a decimal point."""
    return [
        {
            "what": one.what,
            "value": int(one.value) if one.value.is_integer() else one.value,
            "unit": one.unit,
            "bound": one.bound,
            "text": one.text,
            "start": one.span.start,
            "end": one.span.end,
        }
        for one in many
    ]


def dateline(line: Dateline | None) -> dict[str, object] | None:
    """Place and date of a dateline as written."""
    if line is None:
        return None
    where = {"start": line.span.start, "end": line.span.end}
    return {"place": line.place, "date": line.date, **where}


def carrier(row: CarrierRow) -> dict[str, object]:
    """An article under an origin, with the copy that put it there."""
    copy = row.article.copy_of
    return {
        "article": row.article.id,
        "name": row.article.name,
        "outlet": row.outlet,
        "reason": row.reason,
        "copy_of": copy.origin if copy else None,
        "copy_kind": copy.kind if copy else None,
        "copy_reason": copy.reason if copy else None,
    }


def claim(row: ClaimRow, *, value: str) -> dict[str, object]:
    """Who claims a value, with the exact words."""
    return {
        "value": value,
        "event": row.event,
        "article": row.article.id,
        "name": row.article.name,
        "reporter": row.reporter,
        "said_by": list(row.said_by),
        "start": row.span.start,
        "end": row.span.end,
        "text": row.words,
        "sentence": row.sentence,
    }


def topics(many: tuple[Topic, ...]) -> list[object]:
    """Topics with their QCodes, None where we know none, and the words they were told by."""
    return [{"name": one.name, "code": one.code, "words": list(one.words)} for one in many]


def related(many: tuple[Related, ...]) -> list[object]:
    """Near stories, the nearest first."""
    return [
        {
            "story": one.story,
            "relation": one.relation.value,
            "score": one.score,
            "reason": one.reason,
        }
        for one in many
    ]


def key_points(many: tuple[KeyPoint, ...], *, words: Words) -> list[object]:
    """Sentences with their words; None where the page has gone."""
    said = dict(words)
    return [
        {
            "article": one.article,
            "start": one.span.start,
            "end": one.span.end,
            "text": said.get(one.span),
            "happenings": list(one.happenings),
        }
        for one in many
    ]
