"""Actors: countries, organisations and persons, with what they did and who they were when."""

from collections.abc import Iterable

from regesta.store import query
from regesta.store.query import TenureRow, Want
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf, missing
from regesta.web.countries import code_of, name_of
from regesta.web.reader import anchor
from regesta.web.screens.desk_screen import list_record
from regesta.web.standing import standing

_ACTORS = ("code", "happenings", "as_actor", "as_recipient", "last")
_PERSONS = ("slug", "name", "happenings", "quotes", "tenures")
_ROWS_SHOWN = 20  # happenings and quotes on one actor's screen; the rest is one click away


def actors(ask: Ask) -> Answer:
    """Countries, organisations and armed groups, those with most happenings first."""
    here = leaf(ask, total=query.count_actors(ask.db))
    rows = query.actors(ask.db, limit=here.per, offset=here.offset)
    cells = ((name_of(r.code), *(getattr(r, name) for name in _ACTORS)) for r in rows)
    return Answer(
        template="actors.html",
        title="Actors",
        facts={"rows": rows, "leaf": here, "counts": query.counts(ask.db)},
        record=list_record(here, actors=rows),
        table=Table(header=("name", *_ACTORS), rows=cells),
    )


def actor(ask: Ask) -> Answer:
    """One country or organisation; `?on=` asks who held its offices on that day."""
    code = code_of(ask.id)
    view = query.actor(ask.db, code)
    if view is None:
        raise missing("actor", id=ask.id)
    on = ask.day("on")
    rows = query.happenings(ask.db, want=Want(party=code), limit=_ROWS_SHOWN, offset=0)
    facts = {
        **{"view": view, "code": code, "rows": rows, "on": on},
        "offices": holders(row for row in view.offices if on is None or held_on(row, day=on)),
        "quotes": query.quotes(ask.db, country=code, limit=_ROWS_SHOWN),
        "standing": standing(ask, (row.id for row in rows)),
        "anchor": anchor,
    }
    record = {"actor": view, "happenings": rows}
    return Answer(template="actor.html", title=name_of(code), facts=facts, record=record)


def persons(ask: Ask) -> Answer:
    """Persons as the pages name them; `words` looks in the names, `country` is whose they are."""
    words, country = ask.words("words"), ask.words("country")
    code = code_of(country) if country else None
    here = leaf(ask, total=query.count_persons(ask.db, words=words, country=code))
    rows = query.persons(ask.db, words=words, country=code, limit=here.per, offset=here.offset)
    return Answer(
        template="persons.html",
        title="Persons",
        facts={
            **{"rows": rows, "leaf": here, "words": words or "", "country": country or ""},
            "counts": query.counts(ask.db),
        },
        record=list_record(here, persons=rows),
        table=Table(
            header=_PERSONS,
            rows=(tuple(getattr(row, name) for name in _PERSONS) for row in rows),
        ),
    )


def person(ask: Ask) -> Answer:
    """One person: offices with dates and evidence, names, happenings and quotes."""
    view = query.person(ask.db, ask.id)
    if view is None:
        raise missing("person", id=ask.id)
    name = view.row.name
    rows = query.happenings(ask.db, want=Want(person=name), limit=_ROWS_SHOWN, offset=0)
    facts = {
        **{"view": view, "rows": rows, "want": Want(person=name), "anchor": anchor},
        "offices": holders(view.offices),
        "quotes": query.quotes(ask.db, person=name, limit=_ROWS_SHOWN),
        "standing": standing(ask, (row.id for row in rows)),
    }
    record = {"person": view, "happenings": rows, "quotes": facts["quotes"]}
    return Answer(template="person.html", title=name, facts=facts, record=record)


def holders(rows: Iterable[TenureRow]) -> tuple[tuple[TenureRow, ...], ...]:
    """The words about one holding of an office together: same person, office, beginning and end."""
    told: dict[tuple[object, ...], list[TenureRow]] = {}
    for row in rows:
        t = row.tenure
        dates = (when.value if when else None for when in (t.since, t.until))
        told.setdefault((t.person, t.office, t.country, t.former, *dates), []).append(row)
    return tuple(map(tuple, told.values()))


def held_on(row: TenureRow, *, day: str) -> bool:
    """Whether the words may put the person in the office on `day` (an ISO prefix).

    A beginning or end that is not said leaves that side open, except that a "former" holder whose
    end is not said is out from the day of the article on.
    """
    tenure = row.tenure
    since = tenure.since.day if tenure.since else None
    until = tenure.until.day if tenure.until else None
    if until is None and tenure.former:
        until = tenure.seen
        if until is not None and _cut(day, until) >= _cut(until, day):
            return False
    begun = since is None or _cut(since, day) <= _cut(day, since)
    return begun and (until is None or _cut(day, until) <= _cut(until, day))


def _cut(date: str, other: str) -> str:
    """A date as far as both go: the year 2025 may be any of its days."""
    return date[: min(len(date), len(other))]
