"""What the desk asks often, made ready when links are saved: order, arrivals, terms, outlets."""

import sqlite3

from regesta.store.namings import save_namings
from regesta.store.query.names import folded
from regesta.store.terms import save_terms

_ORDER = """
INSERT INTO happening_order
SELECT row_number() OVER (ORDER BY h.reported_order, h.happened, h.id DESC), h.id, (
    SELECT min(v.linking) FROM happening_events he
    JOIN events e ON e.id = he.event JOIN arrivals v ON v.id = e.page
    WHERE he.happening = h.id
)
FROM happenings h
"""
# The other way round it is the order of lists, newest first.

_STORY_ARRIVALS = """
INSERT INTO story_arrivals
SELECT sa.story, min(v.linking) FROM story_articles sa
JOIN articles a ON a.id = sa.article JOIN arrivals v ON v.id = a.page
GROUP BY sa.story
"""

_ARTICLE_HAPPENINGS = """
INSERT OR IGNORE INTO article_happenings
SELECT a.number, o.number FROM happening_order o
JOIN happening_events he ON he.happening = o.happening
JOIN events e ON e.id = he.event JOIN articles a ON a.id = e.article
ORDER BY 1, 2
"""

_PERSON_COUNTRIES = """
INSERT INTO person_countries
SELECT t.country, n.person FROM tenures t JOIN namings n ON n.name = t.person
UNION SELECT p.country, n.person FROM event_parties p JOIN namings n ON n.name = p.person
WHERE p.country IS NOT NULL
"""

_OUTLETS = """
INSERT INTO outlets
WITH spelled AS (
    SELECT {column} AS name, coalesce(nullif(folded({column}), ''), {column}) AS form,
        count(*) AS times
    FROM articles WHERE {column} IS NOT NULL GROUP BY {column}
),
named AS (
    SELECT name,
        first_value(name) OVER (PARTITION BY form ORDER BY times DESC, name) AS commonest
    FROM spelled
)
SELECT '{kind}', n.commonest, count(*), count(c.article),
    min(substr(a.published, 1, 10)), max(substr(a.published, 1, 10)), coalesce(t.troubles, 0)
FROM articles a
JOIN named n ON n.name = a.{column}
LEFT JOIN copies c ON c.article = a.id AND c.leading
LEFT JOIN (
    SELECT m.commonest AS name, count(DISTINCT t.id) AS troubles
    FROM troubles t JOIN articles b ON b.page = t.page JOIN named m ON m.name = b.{column}
    GROUP BY m.commonest
) t ON t.name = n.commonest
GROUP BY n.commonest
"""

COUNTED = ("pages", "articles", "events", "quotes", "stories", "happenings", "copies")
"""Tables that only change when the links become due again."""


def make_ready(db: sqlite3.Connection) -> None:
    """Fill what stands for the links just written; the caller has the transaction open.

    Pages and troubles that came since the last linking are of this one, which gets a number only
    when there are some.
    """
    db.execute(
        "UPDATE arrivals SET linking = (SELECT coalesce(max(linking), 0) + 1 FROM arrivals)"
        " WHERE linking IS NULL"
    )
    db.execute(_ORDER)
    db.execute(_STORY_ARRIVALS)
    db.execute(_ARTICLE_HAPPENINGS)
    save_namings(db)
    db.execute(_PERSON_COUNTRIES)
    db.create_function("folded", 1, folded, deterministic=True)
    for kind, column in (("outlet", "publisher"), ("agency", "agency")):
        db.execute(_OUTLETS.format(kind=kind, column=column))
    for table in COUNTED:
        db.execute(f"INSERT INTO totals SELECT '{table}', count(*) FROM {table}")
    save_terms(db)
