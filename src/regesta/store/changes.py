"""The feed of changes: what a linking merged, split, added or removed, and why."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.model import Links
from regesta.store.pack import as_text

Members = Mapping[str, tuple[str, ...]]
"""Id of a story or happening -> its articles or events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one story or happening; `others` are ids of the same kind.

    `what` is "added", "removed", "renamed" (from `others`: an earlier article founds it now),
    "merged" (from `others`), "split" (into `others`), "grew" or "shrank".
    """

    kind: str
    id: str
    what: str
    others: tuple[str, ...]
    reason: str


def note_changes(db: sqlite3.Connection, links: Links, *, run: int | None, linked_by: str) -> None:
    """Write what `links` changes against the linking before, and remember them for the next.

    The first linking changes nothing: there was nothing before. The caller has the transaction.
    """
    before = _memory(db)
    cause = _cause(db, linked_by=linked_by)
    after = {
        "story": {story.id: story.articles for story in links.stories},
        "happening": {happening.id: happening.events for happening in links.happenings},
    }
    if before:
        reasons = {story.id: story.reason for story in links.stories}
        reasons |= {each.id: f"{each.reasons[0]}." for each in links.happenings}
        for kind, groups in after.items():
            for change in compare(kind, before.get(kind, {}), groups, reasons=reasons):
                _add(db, change, run=run, cause=cause)
    db.execute("DELETE FROM link_memory")
    db.executemany(
        "INSERT INTO link_memory VALUES (?, ?, ?)",
        (
            (kind, id, as_text(list(ids)))
            for kind, groups in after.items()
            for id, ids in groups.items()
        ),
    )


def _memory(db: sqlite3.Connection) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for kind, id, members in db.execute("SELECT kind, id, members FROM link_memory"):
        found[kind][id] = tuple(json.loads(members))
    return found


def _cause(db: sqlite3.Connection, *, linked_by: str) -> str:
    """What led to the linking: other rules, or other pages."""
    row = db.execute("SELECT value FROM state WHERE name = 'last_linked_by'").fetchone()
    db.execute("INSERT OR REPLACE INTO state VALUES ('last_linked_by', ?)", (linked_by,))
    return "By other rules" if row and row[0] != linked_by else "By other pages"


def _add(db: sqlite3.Connection, change: Change, *, run: int | None, cause: str) -> None:
    values = (run, change.kind, change.id, change.what, as_text(list(change.others)))
    db.execute(
        "INSERT INTO changes (run, kind, id, what, others, reason) VALUES (?, ?, ?, ?, ?, ?)",
        (*values, f"{cause}: {change.reason}"),
    )


def compare(
    kind: str, before: Members, after: Members, *, reasons: Mapping[str, str]
) -> Iterator[Change]:
    """What became of each group, in the order of ids; `reasons` say why a group of `after` is."""
    came, went = _moves(before, after), _moves(after, before)
    for id in sorted(before.keys() | after.keys()):
        changes = (
            _vanished(kind, id, goes_to=went.get(id, ()), before=before)
            if id not in after
            else _appeared(kind, id, comes_from=came[id], goes_to=went, reasons=reasons)
            if id not in before
            else _stayed(kind, id, before=before, after=after, comes_from=came[id])
        )
        yield from changes
        parts = went.get(id, ())
        if id in before and len(parts) > 1:
            others = tuple(part for part in parts if part != id)
            what = "; ".join(reasons[part] for part in parts)
            yield Change(kind=kind, id=id, what="split", others=others, reason=what)
        if id in after and len(came[id]) > 1:
            others = tuple(part for part in came[id] if part != id)
            yield Change(kind=kind, id=id, what="merged", others=others, reason=reasons[id])


def _moves(sources: Members, targets: Members) -> dict[str, tuple[str, ...]]:
    """Id of each target -> the sources that its members stood in, sorted."""
    home = {member: id for id, members in sources.items() for member in members}
    return {
        id: tuple(sorted({home[member] for member in members if member in home}))
        for id, members in targets.items()
    }


def _vanished(kind: str, id: str, *, goes_to: Sequence[str], before: Members) -> Iterator[Change]:
    if not goes_to:
        reason = f"of its {_counted(len(before[id]), kind)} none is in the register any more."
        yield Change(kind=kind, id=id, what="removed", others=(), reason=reason)


def _appeared(
    kind: str,
    id: str,
    *,
    comes_from: Sequence[str],
    goes_to: Mapping[str, Sequence[str]],
    reasons: Mapping[str, str],
) -> Iterator[Change]:
    """A part of a split group is told with that group."""
    if not comes_from:
        yield Change(kind=kind, id=id, what="added", others=(), reason=reasons[id])
    elif len(comes_from) == 1 and tuple(goes_to[comes_from[0]]) == (id,):
        others = tuple(comes_from)
        yield Change(kind=kind, id=id, what="renamed", others=others, reason=reasons[id])


def _stayed(
    kind: str, id: str, *, before: Members, after: Members, comes_from: Sequence[str]
) -> Iterator[Change]:
    """Growing and shrinking by members that no other group had or has."""
    known = {member for members in before.values() for member in members}
    held = {member for members in after.values() for member in members}
    new = [member for member in after[id] if member not in known]
    gone = [member for member in before[id] if member not in held]
    for what, members, verb in (("grew", new, "came"), ("shrank", gone, "went")):
        if members:
            reason = (
                f"{_counted(len(members), kind)} {verb}; "
                f"there were {len(before[id])}, there are {len(after[id])}."
            )
            yield Change(kind=kind, id=id, what=what, others=(), reason=reason)


def _counted(number: int, kind: str) -> str:
    member = {"story": "article", "happening": "event"}[kind]
    return f"{number} {member}" if number == 1 else f"{number} {member}s"
