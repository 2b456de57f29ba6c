"""What a screen hands back, and how it becomes HTML, JSON or CSV."""

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

from regesta.model import QUADS, Article, Event, EventType, Modality, Quad, Quote
from regesta.model.codec import plain
from regesta.store import marks, open_register
from regesta.store.query import Want
from regesta.web import countries, shown
from regesta.web.folder import HERE
from regesta.web.keys import KEYS, PARTS
from regesta.web.slots import KINDS, SLOTS
from regesta.web.standing import Standing
from regesta.web.tables import Cell, csv_text
from regesta.web.wants import FACETS, in_path, narrowed, rows_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list as a table: what `.csv` answers."""

    header: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One screen's content: `facts` for the template, `record` for `.json`, `table` for `.csv`."""

    template: str
    title: str
    facts: Mapping[str, object]
    record: object
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the reader is: which part of the desk, and the same screen in other forms.

    `here` is the screen's own address, `word` what its forms carry ("" where there are none), and
    `upto` the linking that this screen shows, None when this visit is written down already.
    """

    part: str
    json: str | None = None
    csv: str | None = None
    here: str = "/"
    word: str = ""
    upto: int | None = None


def _environment() -> Environment:
    """Templates escape everything, and a name that is not there is an error, never a blank."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters |= {"tame": shown.tame, "clip": shown.clip, "day": shown.day, "title": shown.title}
    env.filters |= {"percent": shown.percent}
    env.filters |= {"link": shown.link, "number": shown.number, "country": countries.name_of}
    env.globals |= {
        "many": shown.many,
        "date_note": shown.date_note,
        "known_by": shown.known_by,
        "KINDS": KINDS,
        "SLOTS": SLOTS,
        "BASIS": shown.BASIS_WORDS,
        "LABELS": shown.LABEL_WORDS,
        "MODALITIES": shown.MODALITY_WORDS,
        "MODALITY_TELLS": shown.MODALITY_TELLS,
        "TYPES": tuple(EventType),
        "TYPE_TELLS": shown.TYPE_TELLS,
        "QUADS": QUADS,
        "ACTUAL": Modality.ACTUAL,
        "QUAD_NAMES": tuple(Quad),
        "PARTS": PARTS,
        "KEYS": KEYS,
        "DISPUTED": shown.DISPUTED_WORDS,
        "value_of": shown.value,
        "VOUCHED": shown.VOUCHED_WORDS,
        "FACETS": FACETS,
        "Want": Want,
        "narrowed": narrowed,
        "rows_url": rows_url,
        "in_path": in_path,
    }
    return env


_TEMPLATES = _environment()
_WITH_ID = (Article, Event, Quote)


def html(answer: Answer, *, address: Address, status: int = 200) -> Response:
    """The screen as a page; no control character or direction override gets out unseen."""
    template = _TEMPLATES.get_template(answer.template)
    text = template.render(answer.facts, page_title=answer.title, address=address)
    return Response(shown.quiet(text), status_code=status, media_type="text/html")


def button_html(register: Path, *, ids: Sequence[str]) -> Response:
    """The mark buttons of `ids` as they are now: what htmx puts in place of the old ones."""
    with closing(open_register(register)) as db:
        marked = Standing(marks=marks.marked(db, ids))
    template = _TEMPLATES.get_template("marks.html")
    text = template.render(ids=ids, standing=marked)
    return Response(text, media_type="text/html")


def as_json(record: object, *, status: int = 200) -> Response:
    """The record as indented JSON."""
    text = json.dumps(jsonable(record), ensure_ascii=False, indent=1)
    raw = text.encode("utf-8", "replace") + b"\n"
    return Response(raw, status_code=status, media_type="application/json")


def as_csv(table: Table, *, name: str) -> Response:
    """The table as a file to save; the byte order mark tells Excel that it is UTF-8."""
    raw = ("\ufeff" + csv_text(table.header, table.rows)).encode("utf-8", "replace")
    told = {"content-disposition": f'attachment; filename="regesta-{name}.csv"'}
    return Response(raw, media_type="text/csv", headers=told)


def jsonable(record: object) -> object:
    """`codec.plain`, with the id added to articles, events and quotes, which work theirs out."""
    if isinstance(record, Mapping):
        return {str(key): jsonable(value) for key, value in record.items()}
    if isinstance(record, list | tuple):
        return [jsonable(value) for value in record]
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        fields = {f.name: jsonable(getattr(record, f.name)) for f in dataclasses.fields(record)}
        return {"id": record.id, **fields} if isinstance(record, _WITH_ID) else fields
    return plain(record)
