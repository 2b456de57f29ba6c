"""A Want as a set of happenings."""

import sqlite3
from collections.abc import Callable
from typing import Any

from regesta.model import QUADS
from regesta.store.query.names import folded
from regesta.store.query.rows import Want
from regesta.store.query.sets import bits_of, unpack_bits
from regesta.store.search import match_query

Range = tuple[int | None, int | None]


def wanted(db: sqlite3.Connection, want: Want) -> int:
    """The happenings that meet every part of the want, as a set of their numbers."""
    bits = everything(db)
    for field, find in _PARTS:
        asked = getattr(want, field)
        if asked is not None and bits:
            bits &= find(db, asked)
    for field, find_marked in _EITHER_WAY:
        asked = getattr(want, field)
        if asked is not None and bits:
            bits &= find_marked(db) if asked else ~find_marked(db)
    return bits


def everything(db: sqlite3.Connection) -> int:
    """All happenings but those that a stale page took with it."""
    return (1 << top(db) + 1) - 2 & ~_gone(db)  # numbers count from 1


def top(db: sqlite3.Connection) -> int:
    """The highest number that a term may hold."""
    (highest,) = db.execute("SELECT coalesce(max(number), 0) FROM happening_order").fetchone()
    return max(int(highest), _gone(db).bit_length() - 1)


def _gone(db: sqlite3.Connection) -> int:
    return one_term(db, kind="gone", value="")


def one_term(db: sqlite3.Connection, *, kind: str, value: str) -> int:
    """The happenings of one term; empty when there is no such term."""
    sql = "SELECT members FROM terms WHERE kind = ? AND value = ?"
    row = db.execute(sql, (kind, value)).fetchone()
    return unpack_bits(row[0]) if row else 0


def terms_where(db: sqlite3.Connection, condition: str, values: tuple[object, ...]) -> int:
    """The happenings of all terms that meet a condition of our own (never the user's words)."""
    bits = 0
    for (members,) in db.execute(f"SELECT members FROM terms WHERE {condition}", values):
        bits |= unpack_bits(members)
    return bits


def numbers_in(db: sqlite3.Connection, sql: str, values: tuple[object, ...] = ()) -> int:
    """The happenings whose numbers a question of our own answers with."""
    return bits_of([number for (number,) in db.execute(sql, values)])


def _term(kind: str) -> Callable[[sqlite3.Connection, str], int]:
    return lambda db, value: one_term(db, kind=kind, value=value)


def _either_side(db: sqlite3.Connection, code: str) -> int:
    return one_term(db, kind="actor", value=code) | one_term(db, kind="recipient", value=code)


def _background(db: sqlite3.Connection, asked: bool) -> int:
    return one_term(db, kind="background", value="yes" if asked else "no")


def _quad(db: sqlite3.Connection, quad: str) -> int:
    bits = 0
    for type in (type for type, one in QUADS.items() if one == quad):
        bits |= one_term(db, kind="type", value=type)
    return bits


def _story(db: sqlite3.Connection, story: str) -> int:
    sql = """SELECT o.number FROM happenings h JOIN happening_order o ON o.happening = h.id
    WHERE h.story = ?"""
    return numbers_in(db, sql, (story,))


def _name(kind: str) -> Callable[[sqlite3.Connection, str], int]:
    """Terms whose words hold every word asked for; nothing but marks names nobody."""

    def find(db: sqlite3.Connection, name: str) -> int:
        words = folded(name).split()
        if not words:
            return 0
        condition = " AND ".join(["kind = ?", *("instr(' ' || folded || ' ', ?)" for _ in words)])
        return terms_where(db, condition, (kind, *(f" {word} " for word in words)))

    return find


def _person(db: sqlite3.Connection, name: str) -> int:
    """The happenings of everybody who has a name with those words."""
    words = [f" {word} " for word in folded(name).split()]
    if not words:
        return 0
    has = " AND ".join("instr(' ' || folded || ' ', ?)" for _ in words)
    condition = f"kind = 'person' AND ({has} OR value IN (SELECT person FROM namings WHERE {has}))"
    return terms_where(db, condition, (*words, *words))


def _range(kind: str) -> Callable[[sqlite3.Connection, Range], int]:
    def find(db: sqlite3.Connection, asked: Range) -> int:
        least, most = asked
        condition = "kind = ? AND CAST(value AS INTEGER) BETWEEN ? AND ?"
        most = 1 << 62 if most is None else most
        return terms_where(db, condition, (kind, least or 0, most))

    return find


def _after(db: sqlite3.Connection, date: str) -> int:
    """Compared as far as both dates go: "2025" may lie after "2025-08", so it is let in."""
    condition = "kind = 'date' AND substr(value, 1, length(?1)) >= substr(?1, 1, length(value))"
    return terms_where(db, condition, (date,))


def _before(db: sqlite3.Connection, date: str) -> int:
    condition = "kind = 'date' AND substr(value, 1, length(?1)) <= substr(?1, 1, length(value))"
    return terms_where(db, condition, (date,))


def _during(db: sqlite3.Connection, date: str) -> int:
    condition = "kind = 'date' AND substr(value, 1, length(?1)) = ?1"
    return terms_where(db, condition, (date,))


def _words(db: sqlite3.Connection, words: str) -> int:
    query = match_query(words)
    if query is None:
        return 0
    sql = """SELECT h.happening FROM article_words
    CROSS JOIN article_happenings h ON h.article = article_words.rowid
    WHERE article_words MATCH ?"""  # both in the order of row numbers: half the time of an IN
    return numbers_in(db, sql, (query,))


def _came_later(db: sqlite3.Connection, linking: int) -> int:
    return numbers_in(db, "SELECT number FROM happening_order WHERE came > ?", (linking,))


def _read(db: sqlite3.Connection) -> int:
    sql = "SELECT o.number FROM read_marks m JOIN happening_order o ON o.happening = m.id"
    return numbers_in(db, sql)


def _unread(db: sqlite3.Connection) -> int:
    return everything(db) & ~_read(db)


def _starred(db: sqlite3.Connection) -> int:
    sql = "SELECT o.number FROM stars m JOIN happening_order o ON o.happening = m.id"
    return numbers_in(db, sql)


def _disputed(db: sqlite3.Connection) -> int:
    sql = """SELECT o.number FROM disputes d JOIN happening_order o ON o.happening = d.happening
    UNION ALL
    SELECT o.number FROM disputes d JOIN happening_order o ON o.happening = d.other"""
    return numbers_in(db, sql)


_PARTS: tuple[tuple[str, Callable[[sqlite3.Connection, Any], int]], ...] = (
    ("actor", _term("actor")),
    ("recipient", _term("recipient")),
    ("party", _either_side),
    ("type", _term("type")),
    ("quad", _quad),
    ("modality", _term("modality")),
    ("background", _background),
    ("country", _term("country")),
    ("story", _story),
    ("during", _during),
    ("after", _after),
    ("before", _before),
    ("origins", _range("origins")),
    ("articles", _range("articles")),
    ("said_by", _name("said-by")),
    ("person", _person),
    ("place", _name("place")),
    ("outlet", _name("outlet")),
    ("new_since", _came_later),
    ("words", _words),
)
"""Each field of a Want with the question for its happenings; an empty set ends the asking."""

_EITHER_WAY: tuple[tuple[str, Callable[[sqlite3.Connection], int]], ...] = (
    ("unread", _unread),
    ("starred", _starred),
    ("disputed", _disputed),
)
"""Fields that ask for a set when true, and for all others when false."""
