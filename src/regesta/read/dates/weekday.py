"""Weekdays: the latest such day on or before the anchor, unless the words look ahead."""

import re

from regesta.read.dates.rule import WEEKDAY, WEEKDAYS, Anchor, Rule, shift
from regesta.text import hinted

# Names that only look like a day: "Black Friday", "The Sunday Times", "every Friday".
_NAMES = (
    rf"\b(?:Black|Good|Bloody|Cyber|Super|Ash|Palm|Easter|Holy|Maundy|Shrove|Whit|Fat|every|each"
    rf"|Mail\son)\s{WEEKDAY}\b"
    rf"|\b{WEEKDAY}\s(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Independent|Age|Night)\b"
)

_FROM_TOLD = re.compile(r"the\s(?:next|following|previous)\b", re.IGNORECASE)
_NEEDS_DAY = hinted("(?:mon|tues|wednes|thurs|fri|satur|sun)day", "day")


def _weekday(match: re.Match[str], anchor: Anchor) -> str | None:
    """The day the name means; "last" is before the anchor's day, "next" after it.

    "The following Monday" counts from what was told before (`sequel.py`), not from the anchor.
    """
    if anchor.day is None or _FROM_TOLD.match(match["which"] or ""):
        return None
    back = (anchor.day.weekday() - WEEKDAYS[match["day"].lower()]) % 7
    word = (match["which"] or "").lower().split(" ")[-1]
    if word in ("last", "past", "previous"):
        return shift(anchor.day, days=-(back or 7))
    if word in ("next", "coming", "following", "upcoming"):
        return shift(anchor.day, days=7 - back)
    if word == "this" or anchor.ahead:
        return shift(anchor.day, days=(7 - back) % 7)
    return shift(anchor.day, days=-back)


RULES = (
    Rule(
        name="weekday.name-only",
        pattern=re.compile(_NAMES),
        read=lambda match, anchor: None,
        relative=True,
        needs=_NEEDS_DAY,
    ),
    Rule(
        name="weekday.day",
        pattern=re.compile(
            r"\b(?:(?P<which>(?:(?:the|this)\s)?(?:last|past|previous|next|coming|following"
            r"|upcoming|this))\s)?"
            r"(?:(?:early|late|earlier|later)\s)?(?:on\s)?"
            rf"(?:(?:early|late)\s)?(?P<day>{WEEKDAY})\b"
            r"(?:\s(?:morning|afternoon|evening|night))?",
            re.IGNORECASE,
        ),
        read=_weekday,
        relative=True,
        needs=_NEEDS_DAY,
    ),
)
