"""Questions about people: as events, quotes and offices name them."""

import sqlite3
from collections.abc import Sequence

from regesta.model import Tenure
from regesta.store.query.article_questions import (
    ARTICLE_COLUMNS,
    ARTICLE_SOURCE,
    as_article_row,
    decode_text,
)
from regesta.store.query.desk_rows import PersonRow, PersonView, Tally
from regesta.store.query.names import folded, slug
from regesta.store.query.quote_questions import NAMES_OF, count_quotes, of_whom
from regesta.store.query.rows import TenureRow
from regesta.store.register import one_view

ALIASES_SHOWN = 30
OFFICES_SHOWN = 200
_STAND_INS = ("pronoun", "coreference", "office", "speaker")
"""Families of rules whose words stand in for a name ("he", "the two leaders") and are none."""


def persons(
    db: sqlite3.Connection,
    *,
    words: str | None = None,
    country: str | None = None,
    limit: int,
    offset: int = 0,
) -> tuple[PersonRow, ...]:
    """People with those words in their names, of a country or organisation, by happenings."""
    condition, values = _asked(words, country)
    with one_view(db):
        rows = db.execute(
            f"SELECT value, size FROM terms t WHERE {condition}"
            " ORDER BY size DESC, value LIMIT ? OFFSET ?",
            (*values, limit, offset),
        ).fetchall()
        return tuple(_person_row(db, name, happenings=size) for name, size in rows)


def count_persons(
    db: sqlite3.Connection, *, words: str | None = None, country: str | None = None
) -> int:
    """How many there are."""
    condition, values = _asked(words, country)
    sql = f"SELECT count(*) FROM terms t WHERE {condition}"
    return int(db.execute(sql, values).fetchone()[0])


def _asked(words: str | None, country: str | None) -> tuple[str, tuple[str, ...]]:
    named = [f" {word} " for word in folded(words or "").split()]
    conditions = ["kind = 'person'"]
    if named:
        has = " AND ".join("instr(' ' || folded || ' ', ?)" for _ in named)
        conditions.append(f"({has} OR value IN (SELECT person FROM namings WHERE {has}))")
    values = (*named, *named)
    if country is not None:
        conditions.append(_OF_COUNTRY)
        values = (*values, country)
    return " AND ".join(conditions), values


_OF_COUNTRY = "value IN (SELECT person FROM person_countries WHERE country = ?)"


def person(db: sqlite3.Connection, slug: str) -> PersonView | None:
    """The person of that slug; of several whose names read alike the one with most happenings."""
    with one_view(db):
        row = db.execute(
            "SELECT value, size FROM terms WHERE kind = 'person' AND folded = ?"
            " ORDER BY size DESC, value LIMIT 1",
            (folded(slug.replace("-", " ")),),
        ).fetchone()
        row = row or _by_other_name(db, folded(slug.replace("-", " ")))
        if row is None:
            return None
        return PersonView(
            row=_person_row(db, row[0], happenings=row[1]),
            offices=offices_of(db, person=row[0], limit=OFFICES_SHOWN),
            aliases=_aliases(db, row[0]),
            countries=_countries(db, row[0]),
        )


def _by_other_name(db: sqlite3.Connection, words: str) -> tuple[str, int] | None:
    """The person whom pages also call by those words, with the number of happenings."""
    row = db.execute(
        "SELECT t.value, t.size FROM namings n JOIN terms t ON t.kind = 'person'"
        " AND t.value = n.person WHERE n.folded = ? ORDER BY t.size DESC, t.value LIMIT 1",
        (words,),
    ).fetchone()
    return None if row is None else (str(row[0]), int(row[1]))


def _person_row(db: sqlite3.Connection, name: str, *, happenings: int) -> PersonRow:
    tenures = db.execute(
        f"SELECT count(*) FROM tenures WHERE person IN {NAMES_OF}", (name, name)
    ).fetchone()[0]
    return PersonRow(
        slug=slug(name),
        name=name,
        happenings=happenings,
        quotes=count_quotes(db, person=name),
        tenures=tenures,
    )


def _aliases(db: sqlite3.Connection, name: str) -> tuple[Tally, ...]:
    rows = db.execute(
        f"SELECT text, count(*) FROM event_parties WHERE person IN {NAMES_OF}"
        " AND substr(rule, 1, instr(rule || '.', '.') - 1) NOT IN (?, ?, ?, ?)"
        " GROUP BY text ORDER BY count(*) DESC, text LIMIT ?",
        (name, name, *_STAND_INS, ALIASES_SHOWN),
    )
    return tuple(Tally(value=text, happenings=number) for text, number in rows)


def _countries(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    rows = db.execute(
        f"SELECT country FROM event_parties WHERE person IN {NAMES_OF} AND country IS NOT NULL"
        f" UNION SELECT country FROM tenures WHERE person IN {NAMES_OF} ORDER BY 1",
        (name,) * 4,
    )
    return tuple(country for (country,) in rows)


def offices_of(
    db: sqlite3.Connection, *, person: str | None = None, country: str | None = None, limit: int
) -> tuple[TenureRow, ...]:
    """Offices of a person or of a country, in the words of the newest articles first."""
    condition, values = of_whom("t.person", person, "t.country", country)
    rows = db.execute(
        "SELECT t.record, p.text, p.made_by,"
        f" {ARTICLE_COLUMNS} FROM ("
        f"  SELECT page, position FROM tenures t WHERE {condition}"
        "  ORDER BY seen DESC, page, position LIMIT ?"
        ") shown JOIN tenures t ON t.page = shown.page AND t.position = shown.position,"
        f" {ARTICLE_SOURCE} WHERE a.id = t.article ORDER BY t.seen DESC, t.page, t.position",
        (*values, limit),
    )
    return tuple(_tenure_row(row) for row in rows)


def _tenure_row(row: Sequence[str]) -> TenureRow:
    record, text, made_by, *columns = row
    tenure = decode_text(record, Tenure)
    return TenureRow(
        tenure=tenure,
        words=tenure.span.words(text),
        article=as_article_row(columns),
        made_by=made_by,
    )
