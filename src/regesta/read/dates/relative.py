"""Words that count from the anchor: "4 hours ago", "yesterday", "3h"."""

import re
from datetime import datetime, timedelta

from regesta.read.dates.rule import NEEDS_AGO, Anchor, Rule, shift, shift_month
from regesta.text import hinted

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
UNITS = {
    "second": "second", "sec": "second", "s": "second",
    "minute": "minute", "min": "minute", "m": "minute",
    "hour": "hour", "hr": "hour", "h": "hour",
    "day": "day", "d": "day",
    "week": "week", "wk": "week", "w": "week",
    "month": "month", "mo": "month",
    "year": "year", "yr": "year", "y": "year",
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,3}}|\b(?:{'|'.join(NUMBERS)})\b)"
_UNIT = r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?)"
_SHORT = r"(?P<unit>mo|yr|[smhdwy])"
# "over a month ago", "nearly two years ago": no day, month or year can be named.
_HEDGE = r"\b(?:over|nearly|almost|around|about|some|roughly|(?:more|less|fewer) than)\s"
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.]*\s$")
_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
}
_ONE = frozenset({"a", "an", "one", "1"})
_NEEDS_DAY = hinted(
    r"to(?:day|night|morrow)|yesterday|this\s(?:morning|afternoon|evening)|last\snight",
    *("today", "night", "morrow", "yesterday", "morning", "afternoon", "evening"),
)


def ago(unit: str, *, count: int, anchor: Anchor) -> str | None:
    """The value so many units before the anchor, as precise as the unit and the anchor allow.

    Minutes and hours need the anchor's moment; from a bare day they name nothing.
    """
    if unit in ("second", "minute", "hour"):
        if anchor.moment is None:
            return None
        return stamp(anchor.moment - timedelta(**{f"{unit}s": count}))
    if anchor.day is None:
        return None
    if unit in ("day", "week"):
        return shift(anchor.day, days=-count * (7 if unit == "week" else 1))
    if unit == "month":
        return shift_month(anchor.day, months=-count)
    return f"{anchor.day.year - count:04d}"


def stamp(moment: datetime) -> str:
    """A moment as an ISO value to the minute; UTC is written Z."""
    return moment.isoformat(timespec="minutes").replace("+00:00", "Z")


def _ago(match: re.Match[str], anchor: Anchor) -> str | None:
    word = match["count"].lower()
    unit = match["unit"].lower()
    name = UNITS.get(unit) or UNITS[unit.rstrip("s")]
    return ago(name, count=NUMBERS.get(word) or int(word), anchor=anchor)


def _ago_told(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "Two weeks ago" in running text means some day about then: its month is told."""
    value = _ago(match, anchor)
    weeks = match["unit"].lower().startswith(("week", "wk")) and match["count"].lower() not in _ONE
    return value[:7] if value is not None and weeks else value


def _named_day(match: re.Match[str], anchor: Anchor) -> str | None:
    """A capitalised "Today" behind a capitalised word is an outlet's name: "Nation Today"."""
    if match["word"][0].isupper() and _NAME_BEFORE.search(match.string[: match.start()][-24:]):
        return None
    return shift(anchor.day, days=_DAYS[match["word"].lower()])


def _now(match: re.Match[str], anchor: Anchor) -> str | None:
    return stamp(anchor.moment) if anchor.moment else shift(anchor.day, days=0)


RULES = (
    Rule(
        name="relative.hedged",
        pattern=re.compile(
            rf"{_HEDGE}(?:\d{{1,3}}|\w+)\s{_UNIT}\s(?:ago|earlier|later)\b", re.IGNORECASE
        ),
        read=lambda match, anchor: None,
        relative=True,
        needs=NEEDS_AGO,
    ),
    Rule(
        name="relative.ago",
        pattern=re.compile(
            rf"(?<![\d.,]){_COUNT}\s?{_UNIT}\sago(?-i:(?![a-z]))"
            r"(?:\sthis\s(?:week|month|year|spring|summer|autumn|winter)\b)?",
            re.IGNORECASE,
        ),
        read=_ago,
        told=_ago_told,
        relative=True,
        needs=NEEDS_AGO,
    ),
    Rule(
        name="relative.ago-short",
        pattern=re.compile(
            rf"(?<![\d.,])(?P<count>\d{{1,3}})\s?{_SHORT}\sago(?-i:(?![a-z]))", re.IGNORECASE
        ),
        read=_ago,
        relative=True,
        needs=NEEDS_AGO,
    ),
    Rule(
        name="relative.ago-glued",  # "Evening Postan hour ago"
        pattern=re.compile(
            r"(?<=[a-z])(?P<count>an?|one)\s(?P<unit>minute|hour|day|week)\sago(?![a-z])"
        ),
        read=_ago,
        relative=True,
        line=True,
        needs=NEEDS_AGO,
    ),
    Rule(
        name="relative.short-line",
        pattern=re.compile(rf"^\W*(?P<count>\d{{1,3}})\s?{_SHORT}\W*$"),
        read=_ago,
        relative=True,
        line=True,
    ),
    Rule(
        name="relative.just-now",
        pattern=re.compile(r"^\W*(?:just now|moments? ago|a moment ago)\W*$", re.IGNORECASE),
        read=_now,
        relative=True,
        line=True,
    ),
    Rule(
        name="relative.day",
        pattern=re.compile(
            rf"\b(?:(?:earlier|later|early|late)\s)?(?P<word>{'|'.join(_DAYS)})\b(?!['’]s\b)",
            re.IGNORECASE,
        ),
        read=_named_day,
        relative=True,
        needs=_NEEDS_DAY,
    ),
)
