"""Writing what stands behind happenings and stories: origins, disputes, topics, padding."""

import sqlite3

from regesta.model import Confirmation, Dispute, Links, Story
from regesta.store.pack import as_text


def add_backing(db: sqlite3.Connection, links: Links) -> None:
    """Write it all; the tables are empty, and the caller has the transaction open."""
    for confirmation in links.confirmations:
        _add_confirmation(db, confirmation)
    for dispute in links.disputes:
        _add_dispute(db, dispute)
    for story in links.stories:
        _add_topics(db, story)
    db.executemany(
        "INSERT INTO padding VALUES (?, ?, ?, ?)",
        ((each.article, each.sentences, each.repeated, each.bare) for each in links.padding),
    )


def _add_confirmation(db: sqlite3.Connection, confirmation: Confirmation) -> None:
    id = confirmation.happening
    for position, origin in enumerate(confirmation.origins):
        values = (id, position, origin.reporter, as_text(list(origin.sources)), origin.vouched)
        db.execute("INSERT INTO confirmations VALUES (?, ?, ?, ?, ?)", values)
        db.executemany(
            "INSERT INTO confirmation_articles VALUES (?, ?, ?, ?, ?, ?)",
            (
                (id, position, each.article, each.outlet, each.reason, each.copy_of)
                for each in origin.carriers
            ),
        )


def _add_dispute(db: sqlite3.Connection, dispute: Dispute) -> None:
    first, *others = dispute.happenings
    other = others[0] if others else None
    values = (dispute.id, first, other, dispute.slot, dispute.what, dispute.reason)
    db.execute("INSERT INTO disputes VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, as_text(dispute)))


def _add_topics(db: sqlite3.Connection, story: Story) -> None:
    db.executemany(
        "INSERT INTO story_topics VALUES (?, ?, ?)",
        ((story.id, topic.name, topic.code) for topic in story.topics),
    )
