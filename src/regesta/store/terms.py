"""What happenings are asked by and counted by: one visible list, written when links are made."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from regesta.store.query.names import folded
from regesta.store.query.sets import bits_of, newest, pack_numbers, pack_whole, unpack_bits

Term = tuple[str, str, str, int, bytes]

_HAPPENING = "FROM happenings h JOIN happening_order o ON o.happening = h.id"
_PARTY = "FROM happening_parties p JOIN happening_order o ON o.happening = p.happening"
_ARTICLE = "FROM article_happenings o JOIN articles a ON a.number = o.article"
_EVENT_PARTY = """FROM event_parties p JOIN happening_events he ON he.event = p.event
    JOIN happening_order o ON o.happening = he.happening"""
_DATE = "coalesce(h.happened, h.reported)"

TERMS: tuple[tuple[str, str], ...] = (
    ("type", f"SELECT h.type, o.number {_HAPPENING}"),
    ("modality", f"SELECT h.modality, o.number {_HAPPENING}"),
    ("background", f"SELECT iif(h.background, 'yes', 'no'), o.number {_HAPPENING}"),
    ("date", f"SELECT substr({_DATE}, 1, 10), o.number {_HAPPENING} WHERE {_DATE} IS NOT NULL"),
    ("month", f"SELECT substr({_DATE}, 1, 7), o.number {_HAPPENING} WHERE length({_DATE}) > 6"),
    ("origins", f"SELECT CAST(h.origins AS TEXT), o.number {_HAPPENING}"),
    ("articles", f"SELECT CAST(h.articles AS TEXT), o.number {_HAPPENING}"),
    ("place", f"SELECT h.place, o.number {_HAPPENING} WHERE h.place IS NOT NULL"),
    ("country", f"SELECT h.place_country, o.number {_HAPPENING} WHERE h.place_country IS NOT NULL"),
    ("placed", f"SELECT iif(h.place IS NULL, 'no', 'yes'), o.number {_HAPPENING}"),
    (
        "spot",  # towns and sites; of several tellings' coordinates the smallest, told as JSON
        """SELECT min(json_array(
            e.place, e.place_country,
            json_extract(e.record, '$.where.lat'), json_extract(e.record, '$.where.lon')
        )), o.number
        FROM events e JOIN happening_events he ON he.event = e.id
        JOIN happenings h ON h.id = he.happening AND h.place = e.place
        JOIN happening_order o ON o.happening = h.id
        WHERE json_extract(e.record, '$.where.precision') IN ('city', 'site')
        AND json_extract(e.record, '$.where.lat') IS NOT NULL
        GROUP BY o.number""",
    ),
    ("actor", f"SELECT p.party, o.number {_PARTY} WHERE p.side = 'actor'"),
    ("recipient", f"SELECT p.party, o.number {_PARTY} WHERE p.side = 'recipient'"),
    (
        "dyad",  # two different actors
        f"""SELECT p.party || '>' || r.party, o.number {_PARTY}
        JOIN happening_parties r ON r.happening = p.happening AND r.side = 'recipient'
        WHERE p.side = 'actor' AND r.party != p.party""",
    ),
    ("outlet", f"SELECT a.publisher, o.happening {_ARTICLE} WHERE a.publisher IS NOT NULL"),
    ("said-by", f"SELECT p.name, o.number {_EVENT_PARTY} WHERE p.side = 'said_by'"),
    (
        "said-by",
        f"""SELECT p.country, o.number {_EVENT_PARTY}
        WHERE p.side = 'said_by' AND p.country IS NOT NULL""",
    ),
    (
        "person",
        f"""SELECT coalesce(n.person, p.person), o.number {_EVENT_PARTY}
        LEFT JOIN namings n ON n.name = p.person
        WHERE p.side != 'said_by' AND p.person IS NOT NULL""",
    ),
    # Whoever holds an office or vouches for something has a page, in a happening or not.
    (
        "person",
        """SELECT DISTINCT coalesce(n.person, t.person), NULL FROM tenures t
        LEFT JOIN namings n ON n.name = t.person""",
    ),
    (
        "person",
        """SELECT DISTINCT coalesce(n.person, p.person), NULL FROM event_parties p
        LEFT JOIN namings n ON n.name = p.person WHERE p.person IS NOT NULL""",
    ),
)
"""Each kind with the question for its values and the numbers of their happenings; of a kind that
stands here several times the values are put together."""

PAIRED = ("dyad",)
"""Kinds with so many values that opening each one's set takes too long."""

GONE = "gone"
"""The kind of the one term with the happenings that a stale page took with it."""


def save_terms(db: sqlite3.Connection) -> None:
    """Write all terms anew."""
    db.execute("DELETE FROM terms")
    db.execute("DELETE FROM term_pairs")
    sql = "INSERT INTO terms (kind, value, folded, size, members) VALUES (?, ?, ?, ?, ?)"
    for term in make_terms(db):
        db.execute(sql, term)
    for kind in PAIRED:
        db.execute("INSERT INTO term_pairs VALUES (?, ?, ?)", (kind, *_pairs(db, kind)))


def _pairs(db: sqlite3.Connection, kind: str) -> tuple[bytes, bytes]:
    """Two rows of numbers: happenings and, under each, the id of its term."""
    happenings: list[int] = []
    terms: list[int] = []
    sql = "SELECT id, size, members FROM terms WHERE kind = ? ORDER BY id"
    for id, size, members in db.execute(sql, (kind,)):
        happenings += newest(unpack_bits(members), limit=size)
        terms += [id] * size
    return pack_whole(happenings), pack_whole(terms)


def make_terms(db: sqlite3.Connection) -> Iterator[Term]:
    """The terms as the links have them, in the order of their kinds and values."""
    for kind in dict.fromkeys(kind for kind, _ in TERMS):
        parts = [sql for one, sql in TERMS if one == kind]
        rows = db.execute(f"SELECT DISTINCT * FROM ({' UNION ALL '.join(parts)}) ORDER BY 1, 2")
        for value, members in groupby(rows, key=itemgetter(0)):
            numbers = [number for _, number in members if number is not None]
            yield kind, value, folded(value), len(numbers), pack_numbers(numbers)


def note_gone(db: sqlite3.Connection, numbers: list[int]) -> None:
    """These happenings are no more: whoever asks by terms leaves them out."""
    if not numbers:
        return
    sql = "SELECT members FROM terms WHERE kind = ? AND value = ''"
    before = [unpack_bits(members) for (members,) in db.execute(sql, (GONE,))]
    bits = bits_of(numbers) | (before[0] if before else 0)
    every = newest(bits, limit=bits.bit_count())[::-1]
    db.execute(
        "INSERT OR REPLACE INTO terms (kind, value, folded, size, members)"
        " VALUES (?, '', '', ?, ?)",
        (GONE, len(every), pack_numbers(every)),
    )
