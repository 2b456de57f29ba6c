"""Questions about who did what to whom: dyads, timelines, the matrix."""

import sqlite3
from calendar import monthrange
from collections import Counter as Numbers
from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest

from regesta.model import QUADS, EventType, Quad
from regesta.store.query.desk_rows import (
    Bar,
    DyadCell,
    DyadRow,
    DyadView,
    Matrix,
    Tally,
    Timeline,
)
from regesta.store.query.facet_questions import counter_of, paired_counts
from regesta.store.query.rows import Want
from regesta.store.query.sets import newest, unpack_bits
from regesta.store.query.wanted import everything, wanted
from regesta.store.register import one_view

DAYS_DRAWN = 62
"""Up to so many days a timeline has a bar a day: two months, as many as a screen shows apart."""

Sets = dict[str, int]
"""Values of one kind with their happenings."""


def dyads(
    db: sqlite3.Connection, *, want: Want, limit: int, offset: int = 0
) -> tuple[DyadRow, ...]:
    """Pairs of different actors by who did it to whom, the one with most happenings first."""
    with one_view(db):
        counter = counter_of(db, want)
        counts = paired_counts(db, counter, kind="dyad")
        shown = nsmallest(offset + limit, counts, key=lambda id: (-counts[id], id))[offset:]
        quads = quad_sets(db)
        return tuple(_dyad_row(db, id, bits=counter.bits, quads=quads) for id in shown)


def count_dyads(db: sqlite3.Connection, *, want: Want) -> int:
    """How many pairs the wanted happenings have."""
    with one_view(db):
        return len(paired_counts(db, counter_of(db, want), kind="dyad"))


def dyad(
    db: sqlite3.Connection,
    *,
    actor: str,
    recipient: str,
    want: Want | None = None,
    step: str | None = None,
) -> DyadView:
    """What two actors did to each other, of the wanted happenings, by month or day.

    Without `step` it is days when all dates lie within DAYS_DRAWN of them.
    """
    asked = want or Want()
    with one_view(db):
        there = wanted(db, replace(asked, actor=actor, recipient=recipient))
        back = wanted(db, replace(asked, actor=recipient, recipient=actor))
        step, periods = _periods(db, there | back, step=step)
        sets = _sets(db, kind="date" if step == "day" else "month", values=periods)
        types = _sets(db, kind="type", values=list(EventType))
        all = everything(db)
        return DyadView(
            actor=actor,
            recipient=recipient,
            there=_timeline(there, step=step, periods=sets, types=types, all=all),
            back=_timeline(back, step=step, periods=sets, types=types, all=all),
        )


def dyad_cells(view: DyadView) -> tuple[DyadCell, ...]:
    """Every drawn piece of both timelines, by period, direction and type."""
    both = ((view.actor, view.recipient, view.there), (view.recipient, view.actor, view.back))
    cells = [
        DyadCell(
            actor=actor,
            recipient=recipient,
            period=bar.period,
            quad=QUADS[EventType(tally.value)],
            type=tally.value,
            happenings=tally.happenings,
            all=bar.all,
        )
        for actor, recipient, line in both
        for bar in line.bars
        for tally in bar.types
    ]
    return tuple(sorted(cells, key=lambda cell: cell.period))


def timeline(db: sqlite3.Connection, *, want: Want, step: str | None = None) -> Timeline:
    """The wanted happenings by month or day; without `step` as in `dyad`."""
    with one_view(db):
        bits = wanted(db, want)
        step, periods = _periods(db, bits, step=step)
        sets = _sets(db, kind="date" if step == "day" else "month", values=periods)
        types = _sets(db, kind="type", values=list(EventType))
        return _timeline(bits, step=step, periods=sets, types=types, all=everything(db))


def matrix(db: sqlite3.Connection, *, want: Want, top: int) -> Matrix:
    """Counts between the `top` actors with most happenings with another actor."""
    with one_view(db):
        counts = paired_counts(db, counter_of(db, want), kind="dyad")
        names = db.execute("SELECT id, value FROM terms WHERE kind = 'dyad'").fetchall()
    pairs = {_sides(value): counts[id] for id, value in names if id in counts}
    numbers: Numbers[str] = Numbers()
    for (actor, recipient), happenings in pairs.items():
        numbers[actor] += happenings
        if recipient != actor:
            numbers[recipient] += happenings
    ordered = sorted(numbers, key=lambda code: (-numbers[code], code))
    codes = tuple(ordered[:top])
    cells = tuple(tuple(pairs.get((a, r), 0) for r in codes) for a in codes)
    outside = sum(pairs.values()) - sum(map(sum, cells))
    return Matrix(codes=codes, cells=cells, outside=outside)


def _sides(value: str) -> tuple[str, str]:
    actor, _, recipient = value.partition(">")
    return actor, recipient


def quad_sets(db: sqlite3.Connection) -> dict[Quad, int]:
    """The happenings of each quad."""
    types = _sets(db, kind="type", values=list(EventType))
    return {
        quad: _union(types[type] for type in types if QUADS[EventType(type)] == quad)
        for quad in Quad
    }


def _union(sets: Iterable[int]) -> int:
    bits = 0
    for one in sets:
        bits |= one
    return bits


def _dyad_row(db: sqlite3.Connection, id: int, *, bits: int, quads: dict[Quad, int]) -> DyadRow:
    sql = "SELECT value, members FROM terms WHERE id = ?"
    value, members = db.execute(sql, (id,)).fetchone()
    actor, recipient = _sides(value)
    inside = unpack_bits(members) & bits
    return DyadRow(
        actor=actor,
        recipient=recipient,
        happenings=inside.bit_count(),
        quads=tuple((quad, (inside & of).bit_count()) for quad, of in quads.items()),
        last=last_report(db, inside),
    )


def last_report(db: sqlite3.Connection, bits: int) -> str | None:
    """The day of the newest report of these happenings."""
    for number in newest(bits, limit=1):
        sql = """SELECT h.reported FROM happening_order o JOIN happenings h ON h.id = o.happening
        WHERE o.number = ?"""
        row = db.execute(sql, (number,)).fetchone()
        return None if row is None or row[0] is None else str(row[0])
    return None


def _sets(db: sqlite3.Connection, *, kind: str, values: Sequence[str]) -> Sets:
    """The happenings of each value, in the order of the values."""
    sql = "SELECT value, members FROM terms WHERE kind = ? AND value BETWEEN ? AND ?"
    ends = (min(values, default=""), max(values, default=""))
    known = dict(db.execute(sql, (kind, *ends)).fetchall())
    return {str(value): unpack_bits(known[value]) if value in known else 0 for value in values}


def _periods(db: sqlite3.Connection, bits: int, *, step: str | None) -> tuple[str, tuple[str, ...]]:
    """The step, and all periods from the first to the last that any of the happenings has."""
    months = _present(db, bits, kind="month")
    if not months:
        return step or "month", ()
    near = len(_months(months[0], months[-1])) <= DAYS_DRAWN // 28 + 1
    days = []
    if step == "day" or (step is None and near):
        dates = _present(db, bits, kind="date", first=months[0], last=f"{months[-1]}-31")
        days = [date for date in dates if len(date) == 10]
    span = _days(days[0], days[-1]) if days else ()
    if step == "day" or (step is None and 0 < len(span) <= DAYS_DRAWN):
        return "day", span
    return "month", _months(months[0], months[-1])


def _present(
    db: sqlite3.Connection, bits: int, *, kind: str, first: str = "", last: str = "~"
) -> list[str]:
    """The values from first to last that any of the happenings has."""
    rows = db.execute(
        "SELECT value, members FROM terms WHERE kind = ? AND value BETWEEN ? AND ? ORDER BY value",
        (kind, first, last),
    )
    return [value for value, members in rows if unpack_bits(members) & bits]


def _months(first: str, last: str) -> tuple[str, ...]:
    start, end = _month_number(first), _month_number(last)
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1))


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _days(first: str, last: str) -> tuple[str, ...]:
    days = (
        f"{month}-{day:02}"
        for month in _months(first[:7], last[:7])
        for day in range(1, monthrange(int(month[:4]), int(month[5:7]))[1] + 1)
    )
    return tuple(day for day in days if first <= day <= last)


def _timeline(bits: int, *, step: str, periods: Sets, types: Sets, all: int) -> Timeline:
    bars = tuple(
        _bar(bits & of, period=period, types=types, all=(of & all).bit_count())
        for period, of in periods.items()
    )
    happenings = bits.bit_count()
    unplaced = happenings - sum(bar.happenings for bar in bars)
    return Timeline(step=step, bars=bars, unplaced=unplaced, happenings=happenings)


def _bar(inside: int, *, period: str, types: Sets, all: int) -> Bar:
    counts = {type: (inside & of).bit_count() for type, of in types.items()} if inside else {}
    quads: Numbers[Quad] = Numbers()
    for type, number in counts.items():
        quads[QUADS[EventType(type)]] += number
    return Bar(
        period=period,
        happenings=inside.bit_count(),
        types=tuple(Tally(value=type, happenings=n) for type, n in counts.items() if n),
        quads=tuple((quad, quads[quad]) for quad in Quad),
        all=all,
    )
