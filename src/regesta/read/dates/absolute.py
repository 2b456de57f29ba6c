"""Dates that name their year: "May 4, 2024 2:15 PM", "4 May 2024", "2024-05-04T13:05Z"."""

import re

from regesta.read.dates.clock import AFTER_DATE, BEFORE_DATE, ZONE, clock_of
from regesta.read.dates.rule import (
    MONTH,
    NEEDS_YEAR,
    WEEKDAY_SHORT,
    Anchor,
    Rule,
    iso_day,
    month_number,
)

_NTH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_LEAD = rf"(?:\b{WEEKDAY_SHORT}\b[.,]?\s*\(?\s*)?"
# "August 18 and 19, 2025": what lasts for days is told by its first.
_MORE_DAYS = r"(?:\s(?:and|to|through)\s\d{1,2}|[-–]\d{1,2})?"
_MONTH_DAY = (
    rf"(?P<month>{MONTH})\b\.?\s?(?P<day>\d{{1,2}}){_NTH}{_MORE_DAYS},?\s{{1,2}}"
    rf"{_YEAR}(?![0-9a-z])"
)
_DAY_MONTH = (
    rf"(?P<day>\d{{1,2}}){_NTH}[\s-](?:of\s)?(?P<month>{MONTH})\b\.?,?[\s-]{_YEAR}(?![0-9a-z])"
)


def _named(match: re.Match[str], anchor: Anchor) -> str | None:
    """A day whose month is a word; the clock behind it is read too."""
    month = month_number(match["month"])
    return clock_of(match, day=iso_day(int(match["year"]), month, int(match["day"])))


def _iso(match: re.Match[str], anchor: Anchor) -> str | None:
    """A day in figures, year first."""
    day = iso_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return clock_of(match, day=day)


def _figures(match: re.Match[str], anchor: Anchor) -> str | None:
    """20/08/2025: read only when one of the two numbers can be no month; dots are day first."""
    first, second = int(match["first"]), int(match["second"])
    if match["mark"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        return None
    return clock_of(match, day=iso_day(int(match["year"]), month, day))


RULES = (
    Rule(
        name="absolute.iso",
        pattern=re.compile(
            rf"(?<![\d/-]){_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?!\d){AFTER_DATE}"
        ),
        read=_iso,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="absolute.clock-first",
        pattern=re.compile(
            rf"(?<![\d:.]){BEFORE_DATE}{_LEAD}(?:{_MONTH_DAY}|"
            + _DAY_MONTH.replace("?P<day>", "?P<day2>")
            .replace("?P<month>", "?P<month2>")
            .replace("?P<year>", "?P<year2>")
            + rf")(?:,?\s\(?(?P<zone_behind>{ZONE})\)?)?"
        ),
        read=lambda match, anchor: _clock_first(match),
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="absolute.month-day-year",
        pattern=re.compile(rf"{_LEAD}\b{_MONTH_DAY}\)?{AFTER_DATE}"),
        read=_named,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="absolute.day-month-year",
        pattern=re.compile(rf"{_LEAD}(?<![\d.,]){_DAY_MONTH}\)?{AFTER_DATE}"),
        read=_named,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="absolute.figures",
        pattern=re.compile(
            rf"(?<![\d/.-]){_LEAD}(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)"
            rf"{_YEAR}(?![\d/-]){AFTER_DATE}"
        ),
        read=_figures,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="absolute.figures-year-first",
        pattern=re.compile(
            rf"(?<![\d/.]){_YEAR}[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<day>\d{{1,2}})(?![\d/.])"
            rf"{AFTER_DATE}"
        ),
        read=_iso,
        needs=NEEDS_YEAR,
    ),
)


def _clock_first(match: re.Match[str]) -> str | None:
    """ "10:30 am IST, May 4, 2024": the clock stands before its day."""
    month = month_number(match["month"] or match["month2"])
    year = int(match["year"] or match["year2"])
    return clock_of(match, day=iso_day(year, month, int(match["day"] or match["day2"])))
