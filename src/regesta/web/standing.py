"""How the lines of a screen stand with people: read, starred, new since the last visit."""

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.store import marks, query
from regesta.store.marks import Marks
from regesta.web.asks import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The ids of a screen that are read or starred, that came after the last visit, and those
    happenings on which sources disagree."""

    marks: Marks
    new: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()


def standing(ask: Ask, ids: Iterable[str]) -> Standing:
    """How `ids` stand with the one who asks."""
    shown = tuple(ids)
    since = ask.visitor.since
    fresh = frozenset() if since is None else marks.new_ids(ask.db, shown, since=since)
    differ = query.disputed(ask.db, shown)
    return Standing(marks=marks.marked(ask.db, shown), new=fresh, disputed=differ)
