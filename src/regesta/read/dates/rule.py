"""What a date rule is, and the day it reckons from."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from regesta.text import Hinted, hinted

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
# Month names are read only with a capital, or in capitals: "may" and "march" are verbs.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
# What a text must hold for some rules to be worth a try (see Rule.needs).
NEEDS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NEEDS_MONTH = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
NEEDS_AGO = hinted("ago|earlier|later", "ago", "earlier", "later")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day (and, where known, the moment) that relative words are reckoned from.

    `ahead` says that the words around the phrase look forward, so "Thursday" is the next one.
    """

    day: date | None = None
    moment: datetime | None = None
    ahead: bool = False


Read = Callable[["re.Match[str]", Anchor], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: the shape of the words, and the function that reads them.

    `read` gives an ISO prefix, or None when the words name no single date: they are then spent,
    so that no later rule reads a part of them. `relative` rules need an anchor; `line` rules hold
    only where the whole line is about a time ("3h"), never in running text; `rough` rules give a
    wider unit than the words name ("last week": its month), which places a deed in running text
    but is no answer to what the words mean. `told` is how running text means the same words, where
    that is wider: "two weeks ago" is no day there. `needs` is a cheap pattern without which the
    rule reads nothing: it only spares the search.
    """

    name: str
    pattern: re.Pattern[str]
    read: Read
    relative: bool = False
    line: bool = False
    rough: bool = False
    told: Read | None = None
    needs: re.Pattern[str] | Hinted | None = None


def worth_trying(
    rules: Iterable[Rule], text: str, *, start: int = 0, end: int = sys.maxsize
) -> Iterator[Rule]:
    """The rules whose needs a text has, in their order; each need is looked for once."""
    met: dict[int, bool] = {}  # by identity: a pattern's hash reads the whole pattern
    for rule in rules:
        need = rule.needs
        if need is None:
            yield rule
            continue
        if id(need) not in met:
            met[id(need)] = need.search(text, start, end) is not None
        if met[id(need)]:
            yield rule


def anchor_of(iso: str | None, *, ahead: bool = False) -> Anchor:
    """The anchor that an ISO prefix gives; a year or month alone anchors nothing."""
    if not iso or len(iso) < 10:
        return Anchor(ahead=ahead)
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return Anchor(ahead=ahead)
    moment = None
    if len(iso) > 10:
        try:
            moment = datetime.fromisoformat(iso)
        except ValueError:
            moment = None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return Anchor(day=day, moment=moment, ahead=ahead)


def month_number(word: str) -> int:
    """1-12 for an English month name or its short form; raises KeyError for other words."""
    return MONTHS[word.lower().rstrip(".")]


def iso_day(year: int, month: int, day: int) -> str | None:
    """An ISO day, None when there is no such day in the calendar."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def shift(day: date | None, *, days: int) -> str | None:
    """The day so many days away; None without a day or outside the calendar."""
    if day is None:
        return None
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def shift_month(day: date, *, months: int) -> str:
    """The month (ISO, seven characters) so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"
