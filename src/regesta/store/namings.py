"""Which names of the register mean one person, written when links are made."""

import json
import sqlite3

from regesta.knowledge.namings import Naming, one_person
from regesta.store.query.names import folded

_NAMED = """
SELECT person, country, json_group_array(DISTINCT office) FILTER (WHERE office IS NOT NULL),
    count(*)
FROM (
    SELECT person, country, office FROM event_parties
    WHERE person IS NOT NULL AND country IS NOT NULL
    UNION ALL SELECT person, country, office FROM tenures
)
GROUP BY person, country ORDER BY person, country
"""


def save_namings(db: sqlite3.Connection) -> None:
    """Write anew who is meant by each name of a person."""
    db.execute("DELETE FROM namings")
    db.executemany(
        "INSERT INTO namings VALUES (?, ?, ?)",
        ((name, folded(name), person) for name, person in sorted(one_person(_named(db)).items())),
    )


def _named(db: sqlite3.Connection) -> list[Naming]:
    return [
        Naming(name=name, country=country, offices=frozenset(json.loads(offices)), times=times)
        for name, country, offices, times in db.execute(_NAMED)
    ]
