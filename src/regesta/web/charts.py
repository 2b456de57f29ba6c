"""Timelines as shapes: cooperation up, conflict down; pure functions of counted periods."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model import QUADS, EventType, Quad
from regesta.store.query import ArticleRow, DyadCell, DyadView, Timeline, Want
from regesta.web.shown import day, many, one_line, quiet
from regesta.web.wants import rows_url

WIDTH, LEFT, RIGHT = 960, 34, 8  # units of a drawing; the axis labels stand in LEFT
ARM = 84  # the longest bar, up or down
ALL = 22  # the longest bar of the denominators' strip
BAR_MOST = 56  # width of a bar where there are few periods
LEAST_SCALE = 4  # happenings the scale reaches at least, so that one does not look like many
GAP = 18  # for the labels of the time axis
TICKS_MOST = 12
_TICK_LAST = WIDTH - 34  # so that the last label is drawn whole
STRIP_WIDTH, STRIP_ARM = 300, 26
_UP = (Quad.MATERIAL_COOPERATION, Quad.VERBAL_COOPERATION)  # from the axis outwards
_DOWN = (Quad.MATERIAL_CONFLICT, Quad.VERBAL_CONFLICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One rectangle: what it stands for in words, and the list behind it."""

    x: float
    y: float
    width: float
    height: float
    quad: Quad | None
    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One direction of a dyad. `zero` is the height of its axis, `all` the denominators' strip."""

    width: int
    height: int
    zero: float
    shapes: tuple[Shape, ...]
    all: tuple[Shape, ...]
    all_most: int
    ticks: tuple[Tick, ...]
    levels: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One type of deed over the same periods: up is there, down is back; `path` has all bars."""

    type: str
    quad: Quad
    there: int
    back: int
    width: int
    height: int
    zero: float
    path: str


def timelines(view: DyadView, *, wants: tuple[Want, Want]) -> tuple[Chart, ...]:
    """Both directions on one scale; none where nothing can be placed in time."""
    if not view.there.bars:
        return ()
    both = (view.there, view.back)
    most = max(LEAST_SCALE, *(_reach(line) for line in both))
    return tuple(_chart(line, want=want, most=most) for line, want in zip(both, wants, strict=True))


def _reach(line: Timeline) -> int:
    """The longest bar, up or down."""
    sums = ((dict(bar.quads), side) for bar in line.bars for side in (_UP, _DOWN))
    return max((sum(quads.get(quad, 0) for quad in side) for quads, side in sums), default=0)


def _chart(line: Timeline, *, want: Want, most: int) -> Chart:
    pitch = (WIDTH - LEFT - RIGHT) / len(line.bars)
    all_most = max(bar.all for bar in line.bars)
    zero = ARM + 6.0
    foot = 2 * ARM + 12 + GAP
    shapes: list[Shape] = []
    denominators: list[Shape] = []
    for number, bar in enumerate(line.bars):
        width = min(BAR_MOST, max(1.0, pitch - min(2.0, pitch * 0.2)))
        x = LEFT + (number + 0.5) * pitch - width / 2
        counts = {EventType(tally.value): tally.happenings for tally in bar.types}
        for side, sign in ((_UP, -1), (_DOWN, 1)):
            at = zero
            for type, count in _pieces(counts, side=side):
                tall = count / max(1, most) * ARM
                label = (
                    f"{type.lower()}, {QUADS[type]}: {count:,} {_in(bar.period)}, "
                    f"of {bar.all:,} in the register"
                )
                href = rows_url(replace(want, during=bar.period, type=type))
                top = at - tall if sign < 0 else at
                shapes.append(
                    _shape((x, top), (width, tall), quad=QUADS[type], label=label, href=href)
                )
                at += sign * tall
        tall = bar.all / max(1, all_most) * ALL
        label = f"{many(bar.all, 'happening')} of the whole register {_in(bar.period)}"
        denominators.append(_shape((x, foot + ALL - tall), (width, tall), label=label))
    return Chart(
        width=WIDTH,
        height=round(foot + ALL + 4),
        zero=zero,
        shapes=tuple(shapes),
        all=tuple(denominators),
        all_most=all_most,
        ticks=_ticks([bar.period for bar in line.bars], pitch=pitch),
        levels=_levels(most, zero=zero),
    )


def _pieces(
    counts: dict[EventType, int], *, side: Sequence[Quad]
) -> Iterable[tuple[EventType, int]]:
    """The types of one side from the axis outwards: material before verbal."""
    return ((t, n) for quad in side for t, n in counts.items() if QUADS[t] is quad)


def _shape(
    at: tuple[float, float],
    size: tuple[float, float],
    *,
    label: str,
    quad: Quad | None = None,
    href: str | None = None,
) -> Shape:
    (x, y), (width, height) = at, size
    return Shape(
        x=round(x, 1),
        y=round(y, 1),
        width=round(width, 1),
        height=round(height, 1),
        quad=quad,
        label=label,
        href=href,
    )


def _in(period: str) -> str:
    """ "on 5 Aug 2025", "in Aug 2025"."""
    return f"{'on' if len(period) > 7 else 'in'} {day(period)}"


def _ticks(periods: Sequence[str], *, pitch: float) -> tuple[Tick, ...]:
    """At most a dozen labels, evenly spread."""
    stride = -(-len(periods) // TICKS_MOST)
    return tuple(
        Tick(at=round(min(LEFT + (n + 0.5) * pitch, _TICK_LAST), 1), label=day(periods[n]))
        for n in range(0, len(periods), stride)
    )


def _levels(most: int, *, zero: float) -> tuple[Tick, ...]:
    """The scale: nothing, half and most, above and below the axis, in whole happenings."""
    halves = {most, most // 2} - {0}
    up = [Tick(at=round(zero - n / most * ARM, 1), label=str(n)) for n in sorted(halves)]
    down = [Tick(at=round(zero + n / most * ARM, 1), label=str(n)) for n in sorted(halves)]
    return (Tick(at=zero, label="0"), *up, *down)


def strips(view: DyadView, *, cells: Sequence[DyadCell]) -> tuple[Strip, ...]:
    """One small drawing a type, all on one scale, in the codebook's order."""
    most = max((cell.happenings for cell in cells), default=1)
    where = {bar.period: number for number, bar in enumerate(view.there.bars)}
    by_type = {type: [c for c in cells if c.type == type] for type in EventType}
    return tuple(
        _strip(type, cells=own, actor=view.actor, where=where, most=most)
        for type, own in by_type.items()
        if own
    )


def _strip(
    type: EventType, *, cells: Sequence[DyadCell], actor: str, where: dict[str, int], most: int
) -> Strip:
    """Up what `actor` did, down what was done to it."""
    pitch = STRIP_WIDTH / len(where)
    wide = max(1.5, pitch - min(2.0, pitch * 0.2))
    zero = STRIP_ARM + 1
    bars = []
    for cell in cells:
        tall = cell.happenings / most * STRIP_ARM
        top = zero - tall if cell.actor == actor else zero
        bars.append(
            f"M{where[cell.period] * pitch:.1f} {top:.1f}h{wide:.1f}v{tall:.1f}h-{wide:.1f}z"
        )
    return Strip(
        type=type,
        quad=QUADS[type],
        there=sum(c.happenings for c in cells if c.actor == actor),
        back=sum(c.happenings for c in cells if c.actor != actor),
        width=STRIP_WIDTH,
        height=2 * STRIP_ARM + 2,
        zero=zero,
        path="".join(bars),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article on a story's time line; copies are drawn hollow."""

    x: float
    y: float
    label: str
    href: str
    copied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """When a story was reported: a dot an article, those of one day above one another."""

    width: int
    height: int
    zero: float
    reports: tuple[Report, ...]
    ticks: tuple[Tick, ...]
    undated: int


def report_line(articles: Sequence[ArticleRow]) -> ReportLine | None:
    """The dated articles on a line of days; None when fewer than two are dated to the day."""
    dated = [(a, own) for a in articles if (own := _day_of(a)) is not None]
    if len(dated) < 2:
        return None
    first, last = min(day for _, day in dated), max(day for _, day in dated)
    span = max(1, (last - first).days)
    stacked: Counter[date] = Counter()
    reports = []
    deepest = min(_STACK_MOST, max(Counter(day for _, day in dated).values()))
    zero = deepest * _STEP + 4.0
    for article, own_day in dated:
        level = min(stacked[own_day], _STACK_MOST - 1)
        stacked[own_day] += 1
        reports.append(
            Report(
                x=round(_EDGE + (own_day - first).days / span * (_LINE - 2 * _EDGE), 1),
                y=round(zero - (level + 0.6) * _STEP, 1),
                label=_told(article),
                href=f"/articles/{article.id}",
                copied=article.copy_of is not None,
            )
        )
    ends = ((first, _EDGE), (last, _LINE - _EDGE)) if last > first else ((first, _EDGE),)
    return ReportLine(
        width=_LINE,
        height=round(zero + GAP),
        zero=zero,
        reports=tuple(reports),
        ticks=tuple(Tick(at=x, label=day(own_day.isoformat())) for own_day, x in ends),
        undated=len(articles) - len(dated),
    )


_LINE = 640  # width of a story's time line
_EDGE = 40  # room for half a label at both ends
_STEP = 13  # from one dot of a day to the next above it
_STACK_MOST = 8  # dots above one another; more lie on the topmost


def _day_of(article: ArticleRow) -> date | None:
    """The article's day, None where it is not known to the day or is none of the calendar."""
    try:
        return date.fromisoformat(article.published.day) if article.published else None
    except ValueError:
        return None


def _told(article: ArticleRow) -> str:
    """ "Harbour Courier, 11 Mar 2023, a copy"."""
    when = day(article.published.value) if article.published else ""
    copied = "a copy" if article.copy_of else ""
    outlet = one_line(article.publisher or article.agency or article.name, 80)
    return quiet(", ".join(part for part in (outlet, when, copied) if part))
