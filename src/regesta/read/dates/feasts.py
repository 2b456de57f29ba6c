"""Feasts that name a day: "over Easter", "on Christmas Day", "in her New Year's address"."""

import re
from datetime import date, timedelta

from regesta.read.dates.rule import Anchor, Rule

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1),
}  # fmt: skip
_EVE = timedelta(days=2)  # told on the eve, or from a zone where the day has not begun
_EASTER = {"good friday": -2, "easter monday": 1}


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian rule)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    sunday = epact - (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def _feast(match: re.Match[str], anchor: Anchor) -> str | None:
    """The feast of that name on or before the anchor, or the next when the words look ahead."""
    if anchor.day is None:
        return None
    name = match["feast"].lower().replace("\u2019", "'")
    days = sorted(_day(name, year) for year in range(anchor.day.year - 1, anchor.day.year + 2))
    if anchor.ahead:
        return next(day for day in days if day >= anchor.day).isoformat()
    return [day for day in days if day <= anchor.day][-1].isoformat()


def _address(match: re.Match[str], anchor: Anchor) -> str | None:
    """The New Year's Day nearest before, or that which begins while it is told."""
    if anchor.day is None:
        return None
    return date((anchor.day + _EVE).year, 1, 1).isoformat()


def _day(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return easter(year) + timedelta(days=_EASTER.get(name, 0))


RULES = (
    Rule(
        name="feast",
        pattern=re.compile(
            r"\b(?:[Oo]ver|[Oo]n|[Aa]t|[Dd]uring)\s(?:the\s)?(?P<feast>Easter(?:\sMonday)?|Good\sFriday|"
            r"Christmas\s(?:Day|Eve)|Boxing\sDay|New\sYear['\u2019]s\s(?:Day|Eve))\b"
            r"(?!\s(?:Island|Rising|20\d\d|\d{4}))(?:\s(?:weekend|Sunday)\b)?"
        ),
        read=_feast,
        relative=True,
        needs=re.compile("Easter|Friday|Day|Eve"),
    ),
    Rule(
        name="feast.address",
        pattern=re.compile(
            r"\b(?:[Ii]n|[Dd]uring)\s(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]n?|the|[A-Z]\w+['\u2019]s)\s)"
            r"(?:(?:annual|televised|traditional|nationwide|customary|first)\s){0,2}"
            r"New\sYear(?:['\u2019]s)?(?:\sDay)?\s(?:address|speech|message|broadcast)\b"
        ),
        read=_address,
        relative=True,
        needs=re.compile("New.Year"),
    ),
)
