"""Months, years and weeks: "in January", "mid-June", "earlier this month", "late 2024"."""

import re
from datetime import date, timedelta

from regesta.read.dates.clock import AFTER_DATE, clock_of
from regesta.read.dates.rule import (
    MONTH,
    NEEDS_MONTH,
    NEEDS_YEAR,
    WEEKDAY_SHORT,
    Anchor,
    Rule,
    iso_day,
    month_number,
    shift_month,
)
from regesta.text import hinted

_PART = r"(?:(?:early|mid|late|end|beginning|middle|start)(?:[\s-]of)?[\s-])?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
# Words before a bare number that make it a year: "in 2023", "late 2024", "as of 2025".
_YEAR_CUE = (
    r"(?:in|since|during|by|until|till|before|after|from|of|for|"
    r"early|mid|late|summer|spring|autumn|fall|winter|year|end)"
)
_MONTH_CUE = (
    r"(?i:in|since|during|from|until|till|by|of|last|this|next|early|mid|late|before|after)"
)
_NOT_A_YEAR = (
    r"(?![\d,.]?\d|s\b|\s?%|\s(?:people|troops|soldiers|men|women|children|civilians|homes|"
    r"houses|villages|cases|dollars|euros|rupees|tons|tonnes|kg|km|kilomet|miles|met[er]+s|feet|"
    r"prisoners|hectares|drones|missiles|vehicles|jobs|workers|residents|barrels)\b)"
)
# Words before a year that is a noun's: "the 1953 armistice", "Norland's 2019 pact".
_OWNERS = (r"\b[Tt]he", r"\b[Aa]", r"\bits", r"\bhis", r"\bher", r"\btheir", "['’]s", "s['’]")
_OF_A_NOUN = "|".join(rf"(?<={word}\s)" for word in _OWNERS)
_DAY_OF = r"(?:(?:early|late)\s)?(?:(?:on|of|since|until|by)\s)?"


def _month_day(match: re.Match[str], anchor: Anchor) -> str | None:
    """The latest such day on or before the anchor, or the next one when the words look ahead."""
    if anchor.day is None:
        return None
    month, number = month_number(match["month"]), int(match["day"])
    for step in range(9):  # 29 February is at most eight years away
        day = iso_day(anchor.day.year + (step if anchor.ahead else -step), month, number)
        fits = day is not None and (
            day >= anchor.day.isoformat() if anchor.ahead else day <= anchor.day.isoformat()
        )
        if fits:
            return clock_of(match, day=day)
    return None


def _month_year(match: re.Match[str], anchor: Anchor) -> str | None:
    return f"{match['year']}-{month_number(match['month']):02d}"


def _month(match: re.Match[str], anchor: Anchor) -> str | None:
    """The latest such month up to the anchor's; "next" and words that look ahead go forward.

    "by June" and "until June" say no more than a bound: they name no month unless ahead.
    """
    if anchor.day is None:
        return None
    cue = (match["cue"] or "").lower()
    ahead = anchor.ahead or cue == "next"
    if cue in ("by", "until", "till", "before", "after") and not anchor.ahead:
        return None
    back = (anchor.day.month - month_number(match["month"])) % 12
    if ahead:
        return shift_month(anchor.day, months=(12 - back) % 12 if back or cue != "next" else 12)
    if cue == "last" and back == 0:
        back = 12
    return shift_month(anchor.day, months=-back)


def _month_of(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "in June last year", "on October 7 last year"."""
    if anchor.day is None:
        return None
    year, month = anchor.day.year + _step(match), month_number(match["month"])
    day = match["first"] or match["last"]
    return iso_day(year, month, int(day)) if day else f"{year:04d}-{month:02d}"


def _last_season(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "last autumn": its year, where this year's has not begun; else it may be either."""
    if anchor.day is None:
        return None
    begins = {"spring": 3, "summer": 6}.get(match["season"].lower(), 9)
    return f"{anchor.day.year - 1:04d}" if anchor.day.month < begins else None


def _this_unit(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "last month", "this year"."""
    if anchor.day is None:
        return None
    if match["unit"].lower() == "month":
        return shift_month(anchor.day, months=_step(match))
    return f"{anchor.day.year + _step(match):04d}"


def _week(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "last week": no ISO prefix names a week; it is told by its month, if it has one."""
    if anchor.day is None:
        return None
    step = _step(match)
    monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(days=7 * step)
    sunday = monday + timedelta(days=6)
    if step == 0:  # "earlier this week" ends with the anchor's day
        sunday = anchor.day
    return _one_month(monday, sunday)


def _weekend(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "last weekend", "over the weekend": told by its month, if both its days have one.

    Without "next" it is the last one that has begun by the anchor's day.
    """
    if anchor.day is None:
        return None
    begun = anchor.day.weekday() >= 5  # on a Saturday "this weekend" has begun
    which = (match["which"] or "").lower()
    ahead = which == "next" or (anchor.ahead and not begun)
    saturday = anchor.day - timedelta(days=(anchor.day.weekday() + 2) % 7 - (7 if ahead else 0))
    return _one_month(saturday, saturday + timedelta(days=1))


def _past_week(match: re.Match[str], anchor: Anchor) -> str | None:
    """ "over the past week": the seven days before the anchor's, if they are of one month."""
    return _one_month(anchor.day - timedelta(days=7), anchor.day) if anchor.day else None


def _one_month(first: date, last: date) -> str | None:
    return first.isoformat()[:7] if first.month == last.month else None


def _step(match: re.Match[str]) -> int:
    return {"this": 0, "next": 1, "the": 0}.get(match["which"].lower(), -1)


_NEEDS_UNIT = hinted("month|year", "month", "year")
_NEEDS_WEEK = hinted("week", "week")
_NEEDS_WEEKEND = hinted("weekend", "weekend")
_NEEDS_SEASON = hinted("spring|summer|autumn|fall", "spring", "summer", "autumn", "fall")
_NEEDS_SPAN = re.compile(r"(?:1[5-9]|20)\d\d|FY")
_WHICH = (
    r"\b(?:(?:earlier|later|early|late)\s(?:in\s)?)?"
    r"(?P<which>last|this|next|the\sprevious|(?<=er\sin\s)the)\s"
)

RULES = (
    Rule(
        name="month.year",
        pattern=re.compile(rf"\b{_PART}(?P<month>{MONTH})\b\.?,?\s(?:of\s)?{_YEAR}\b"),
        read=_month_year,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="month.of-last-year",  # "on October 7 last year", "in June of last year"
        pattern=re.compile(
            rf"\b{_PART}{_DAY_OF}(?:(?P<first>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?\s(?:of\s)?)?"
            rf"\b(?P<month>{MONTH})\b(?:\s(?P<last>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?)?,?"
            r"\s(?:of\s)?(?P<which>last|this|next)\syear\b"
        ),
        read=_month_of,
        relative=True,
        needs=NEEDS_MONTH,
    ),
    Rule(
        name="day.month-first",
        pattern=re.compile(
            rf"(?:\b{WEEKDAY_SHORT}\b[.,]?\s*\(?\s*)?{_DAY_OF}\b(?P<month>{MONTH})\b\.?\s"
            r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
            rf"(?![.,:]?\d|\s?%|\s(?:percent|per\scent|million|billion|crore|lakh)\b){AFTER_DATE}"
        ),
        read=_month_day,
        relative=True,
        needs=NEEDS_MONTH,
    ),
    Rule(
        name="day.day-first",
        pattern=re.compile(
            rf"(?:\b{WEEKDAY_SHORT}\b[.,]?\s*)?(?<![\d.,:$€£-])\b(?P<day>[12]\d|3[01]|0?[1-9])"
            rf"(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{MONTH})\b(?!\s\d)\.?{AFTER_DATE}"
        ),
        read=_month_day,
        relative=True,
        needs=NEEDS_MONTH,
    ),
    Rule(
        name="year.span",  # decades, fiscal years, seasons over two years: no single date
        pattern=re.compile(
            r"\b(?:1[5-9]|20)\d0s\b|\b(?:1[5-9]|20)\d\d\s?[-–—/]\s?(?:\d\d|(?:1[5-9]|20)\d\d)\b"
            r"|\bFY\s?['’]?\d{2,4}\b|\b(?:fiscal|financial)(?:\syear)?\s(?:1[5-9]|20)\d\d\b"
            r"|\b(?:between|from)\s(?:1[5-9]|20)\d\d\s(?:and|to|until)\s(?:1[5-9]|20)\d\d\b"
        ),
        read=lambda match, anchor: None,
        needs=_NEEDS_SPAN,
    ),
    Rule(
        name="month.bare",
        pattern=re.compile(
            rf"\b(?P<cue>{_MONTH_CUE})[\s-](?:(?:early|mid|late|the\s\w+\sof)[\s-])?"
            rf"(?P<month>{MONTH})\b(?!\.?\s?\d)"
        ),
        read=_month,
        relative=True,
        needs=NEEDS_MONTH,
    ),
    Rule(
        name="month.of",  # "September's resolution"; "Mrs May's deputy" is a person's
        pattern=re.compile(
            r"(?<!Mr\s)(?<!Ms\s)(?<!Mrs\s)(?<!M[rs]\.\s)(?<!Mrs\.\s)(?<!Theresa\s)(?<!Minister\s)"
            rf"\b(?P<cue>)(?P<month>{MONTH})(?=['’]s\s[a-zA-Z])"
        ),
        read=_month,
        relative=True,
        needs=NEEDS_MONTH,
    ),
    Rule(
        name="unit.this",
        pattern=re.compile(rf"(?<!ago\s){_WHICH}(?P<unit>month|year)\b", re.IGNORECASE),
        read=_this_unit,
        relative=True,
        needs=_NEEDS_UNIT,
    ),
    Rule(
        name="unit.season",  # of its season the year alone is sure, and of a winter not even that
        pattern=re.compile(r"\bthis\s(?:spring|summer|autumn|fall)\b", re.IGNORECASE),
        read=lambda match, anchor: f"{anchor.day.year:04d}" if anchor.day else None,
        relative=True,
        needs=_NEEDS_SEASON,
    ),
    Rule(
        name="unit.last-season",
        pattern=re.compile(r"\blast\s(?P<season>spring|summer|autumn|fall)\b", re.IGNORECASE),
        read=_last_season,
        relative=True,
        needs=_NEEDS_SEASON,
    ),
    Rule(
        name="unit.week",
        pattern=re.compile(rf"(?<!ago\s){_WHICH}week\b", re.IGNORECASE),
        read=_week,
        relative=True,
        rough=True,
        needs=_NEEDS_WEEK,
    ),
    Rule(
        name="unit.past-week",
        pattern=re.compile(r"\b(?:over|in|during)\sthe\s(?:past|last)\sweek\b", re.IGNORECASE),
        read=_past_week,
        relative=True,
        rough=True,
        needs=_NEEDS_WEEK,
    ),
    Rule(
        name="unit.weekend",
        pattern=re.compile(
            r"\b(?:(?P<which>last|this|next|this\spast|all|(?:over|at|on|during)\sthe)\s)weekend\b",
            re.IGNORECASE,
        ),
        read=_weekend,
        relative=True,
        rough=True,
        needs=_NEEDS_WEEKEND,
    ),
    Rule(
        name="year.bare",
        pattern=re.compile(
            rf"\b{_YEAR_CUE}(?:\sthe\s(?:year|(?:end|start|beginning)\sof)|\sat\sleast)?[\s-]"
            rf"{_YEAR}\b{_NOT_A_YEAR}",
            re.IGNORECASE,
        ),
        read=lambda match, anchor: match["year"],
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="year.when",  # "goes back to 2013, when A sued B", "nobody has forgotten 1998, when"
        pattern=re.compile(rf"(?<![\d.,:$€£-])\b{_YEAR}(?=,?\swhen\b)"),
        read=lambda match, anchor: match["year"],
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="year.of",  # "the 1953 armistice"
        pattern=re.compile(rf"(?:{_OF_A_NOUN}){_YEAR}{_NOT_A_YEAR}(?=\s[a-zA-Z])"),
        read=lambda match, anchor: match["year"],
        needs=NEEDS_YEAR,
    ),
)
