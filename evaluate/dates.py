"""Date phrases against a gold file: a pure function of the parsed gold and the reader."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

Reader = Callable[[str, str | None], str | None]


def score(gold: Iterable[Mapping[str, str | None]], *, read: Reader) -> dict[str, float]:
    """Right, wrong and invented phrases, and their share; `read` is (phrase, base) -> ISO or None.

    Gold writes a month or a year as its first day; an answer that stops at the month or year is
    right there. Clocks are compared in UTC, a clock without a zone as it stands.
    """
    rows = list(gold)
    right = invented = 0
    for row in rows:
        answer = read(row["phrase"] or "", row["base"])
        right += _right(answer, expected=row["expected"], loose=row["group"] == "month")
        invented += answer is not None and row["expected"] is None
    return {
        "dates.right": float(right),
        "dates.invented": float(invented),
        "dates.share": right / len(rows) if rows else 0.0,
    }


def _right(answer: str | None, *, expected: str | None, loose: bool) -> bool:
    if answer is None or expected is None:
        return answer is expected
    if loose:
        return len(answer) >= 4 and expected.startswith(answer[:10])
    return _plain(answer) == _plain(expected)


def _plain(value: str) -> str:
    """A value in UTC to the minute; days and shorter stay as they are."""
    if len(value) <= 10:
        return value
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="minutes")
