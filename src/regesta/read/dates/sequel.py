"""Dates that count on from another that the text has just named: "the next day", "a week later"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model import Basis, Span, When
from regesta.read.dates.relative import NUMBERS
from regesta.read.dates.rule import MONTH, WEEKDAY, WEEKDAYS, month_number, shift, shift_month
from regesta.text.hinted import holds_any

_DAY = len("2014-05-01")
_MONTH_LONG = len("2014-05")
_YEAR_LONG = len("2014")
_PARTS = r"(?:day|night|morning|afternoon|evening)"
_COUNT = rf"(?P<count>\d{{1,3}}|\b(?:{'|'.join(NUMBERS)})\b)"
_HEDGED = re.compile(
    r"\b(?:over|nearly|almost|around|about|some|roughly|than|within|every|or|to|least|of)\s$",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"(?:{_COUNT}\s(?P<unit>day|week|month|year)s?\s(?P<way>after|before)"
    r"|(?<!\d\s)\b(?P<soon>hours|minutes|moments)\safter"
    rf"|\b(?P<days>days)\safter)\s(?=[\w\"“'])",
    re.IGNORECASE,
)
# "the day before the vote" counts back from what it names itself.
_ALONE = r"(?=\s?(?:[,.;:—)]|$)|\s(?:and|but|when|in|at|from|to\s\w+)\b)"
_HINTS = (
    "late in",
    "early in",
    "later",
    "earlier",
    "before",
    "after",
    "next",
    "following",
    "same",
    "that",
    "previous",
)
_WAYS = ("later", "afterward", "earlier", "previously", "before")
# "The order came a day after ...": what came is what the sentence before has told.
_CAME = re.compile(
    r"(?:(?P<noun>[a-z]{4,})\s)?\b(?P<verb>came|comes?|spoke|speaking|happened|followed|took\splace"
    r"|was\smade)\b[^,;]*$",
    re.IGNORECASE,
)
_STEM = 4  # letters by which "the vote" is what "voted" told
AFTER_ANOTHER = "sequel.before-it"  # "on Friday, a day after B had ...": the day of what B did
BEFORE_ANOTHER = "sequel.behind-it"  # "a day after B spoke on Monday, A ...": the day of A's deed
_YEARLESS = ("day.month-first", "day.day-first", "month.bare")
DAYS_OFF = (2, 8)  # what "days after" may mean at least and at most
OFFSETS = frozenset({AFTER_ANOTHER, BEFORE_ANOTHER})


@dataclass(frozen=True, slots=True)
class Sequel:
    """A row of the table below: words, and the value they mean counted from a date told before.

    `needs` are small letters of which the words have some; they only spare the search. `least` is
    how precise that date must be, in letters of its ISO form.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[["re.Match[str]", str], str | None]
    needs: tuple[str, ...]
    least: int = _DAY


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a sentence: its neighbour's dates, the lead's words and dates.

    `on` is the article's own day.
    """

    dates: Sequence[When] = ()
    lead: str = ""
    led: Sequence[When] = ()
    on: str | None = None


def with_sequels(
    dates: tuple[When, ...], *, text: str, span: Span, told: Before
) -> tuple[When, ...]:
    """The dates of a sentence and those counted on from the one that was told before them.

    That is the last date before the words in the sentence itself; else what the sentence before
    it names, where it names one only. Nothing is told for sure that would lie ahead of the
    article's day.
    """
    before, on = told.dates, told.on
    if not holds_any(span.words(text).lower(), hints=_HINTS):
        return dates
    found = [*dates, *_offsets(dates, text=text, span=span, told=told)]
    for row, match in _matches(text, span=span):
        if any(w.span and w.span.start < match.end() and match.start() < w.span.end for w in found):
            continue
        known = _told(found, at=match.start(), before=before, least=row.least)
        value = row.read(match, known) if known is not None else None
        if value is None or known is None or (on is not None and _ahead(value, known, on)):
            continue
        where = Span(page=span.page, start=match.start(), end=match.end())
        found.append(When(value=value, basis=Basis.RELATIVE, rule=row.name, span=where))
    return tuple(sorted(found, key=lambda when: when.span.start if when.span else 0))


def in_year(dated: When, year: str) -> When:
    """A day or month that names no year, in the year that has been told."""
    if not dated.rule.startswith(_YEARLESS):
        return dated
    return replace(dated, value=year + dated.value[_YEAR_LONG:], rule="sequel.year-told")


def _offsets(dates: tuple[When, ...], *, text: str, span: Span, told: Before) -> Iterator[When]:
    """The days of "a day after B had acted": of what B did, else of what was done after it."""
    if not holds_any(span.words(text).lower(), hints=("after", "before")):
        return
    for match in _OFFSET.finditer(text, span.start, span.end):
        led = text[span.start : match.start()]
        if _HEDGED.search(led[-12:]) and not match["soon"]:
            continue
        unit = "month" if match["days"] else (match["unit"] or "").lower()
        least = {"month": _MONTH_LONG, "year": _YEAR_LONG}.get(unit, _DAY)
        here = [] if match["soon"] else list(dates)  # "on Friday, hours after" is Friday's own
        known = _told(here, at=match.start(), before=_come_of(led, told), least=least)
        behind = [w for w in dates if w.span is not None and w.span.start >= match.end()]
        behind = [] if match["soon"] or match["days"] else behind
        rule = BEFORE_ANOTHER if known is None else AFTER_ANOTHER
        known = known or _told([], at=0, before=behind, least=least)
        if match["days"] and told.on is not None and known == told.on[:_MONTH_LONG]:
            known = told.on  # "it comes days after", by now
        value = _offset(match, known, back=rule == AFTER_ANOTHER) if known is not None else None
        if known is None or value is None:
            continue
        if told.on is not None and _ahead(value, known, told.on) and match["way"] != "before":
            continue
        where = Span(page=span.page, start=match.start(), end=match.end("unit"))
        for some in ("soon", "days"):
            if match[some]:
                where = Span(page=span.page, start=match.start(), end=match.end(some))
        yield When(value=value, basis=Basis.RELATIVE, rule=rule, span=where)


def _come_of(led: str, told: Before) -> Sequence[When]:
    """The dates of what "came": of the lead that names it, else of the sentence before it.

    What "comes" comes on the article's own day, or in its month where the lead names another day.
    """
    match = _CAME.search(led)
    if match is None:
        return ()
    if match["verb"].lower().startswith("come"):
        if told.on is None:
            return ()
        days = {w.day for w in told.led if len(w.day) >= _DAY}
        on = told.on[:_DAY] if days <= {told.on[:_DAY]} else told.on[:_MONTH_LONG]
        return (When(value=on, basis=Basis.RELATIVE, rule=AFTER_ANOTHER),)
    noun = (match["noun"] or "")[:_STEM].lower()
    named = len(noun) == _STEM and noun in told.lead.lower()
    return told.led if named or not told.dates else told.dates


def _offset(match: re.Match[str], known: str, *, back: bool) -> str | None:
    """The date so far from one known; `back` from what came after to what it came after."""
    if match["soon"]:
        return known[:_DAY]
    if match["days"]:
        return _days_off(known, back=back)
    word = match["count"].lower()
    count = NUMBERS.get(word) or int(word)
    later = (match["way"].lower() == "after") is not back
    return _moved(known, unit=match["unit"].lower(), count=count if later else -count)


def _days_off(known: str, *, back: bool) -> str | None:
    """ "Only days after B had acted": within the month, where that is the same for all of them."""
    far = [shift(_day_of(known), days=-n if back else n) for n in DAYS_OFF]
    months = {day[:_MONTH_LONG] for day in far if day is not None}
    return months.pop() if len(months) == 1 else None


def _matches(text: str, *, span: Span) -> Iterator[tuple[Sequel, "re.Match[str]"]]:
    """The rows that read some words of a sentence, in the order of the words."""
    small = span.words(text).lower()
    read = (
        (match.start(), n, row, match)
        for n, row in enumerate(SEQUELS)
        if holds_any(small, hints=row.needs)
        for match in row.pattern.finditer(text, span.start, span.end)
        if "count" not in row.pattern.groupindex
        or not _HEDGED.search(text[max(span.start, match.start() - 12) : match.start()])
    )
    yield from ((row, match) for _, _, row, match in sorted(read, key=lambda found: found[:2]))


def _told(found: list[When], *, at: int, before: Sequence[When], least: int) -> str | None:
    """The date that words at a place count from; None where two could be meant."""
    here = [w for w in found if w.span is not None and w.span.end <= at and len(w.day) >= least]
    if here:
        return max(here, key=lambda w: w.span.end if w.span else 0).day
    days = {w.day for w in before if len(w.day) >= least}
    known = next(iter(days)) if len(days) == 1 else None
    # "on Friday, of a row that began in May. Two days later ..." may go on from May
    return known if known is None or all(known.startswith(w.day[:least]) for w in before) else None


def _ahead(value: str, known: str, on: str) -> bool:
    """Whether a value lies ahead of the article though what it counts from does not."""
    return value > on[: len(value)] and known <= on[: len(known)]


def _day_of(known: str) -> date | None:
    try:
        return date.fromisoformat(known[:_DAY])
    except ValueError:
        return None


def _same_day(match: re.Match[str], known: str) -> str | None:
    return known[:_DAY]


def _next_day(match: re.Match[str], known: str) -> str | None:
    return shift(_day_of(known), days=1)


def _next_weekday(match: re.Match[str], known: str) -> str | None:
    """ "the following Monday", "the previous Friday": the first behind or before a known day."""
    day = _day_of(known)
    if day is None:
        return None
    ahead = (WEEKDAYS[match["day"].lower()] - day.weekday()) % 7 or 7
    back = (day.weekday() - WEEKDAYS[match["day"].lower()]) % 7 or 7
    return shift(day, days=-back if match["which"].lower() == "previous" else ahead)


def _day_before(match: re.Match[str], known: str) -> str | None:
    return shift(_day_of(known), days=-1)


def _counted(match: re.Match[str], known: str) -> str | None:
    """ "four days later", "two weeks earlier": as precise as the unit, weeks by their month."""
    word, unit = match["count"].lower(), match["unit"].lower()
    count = NUMBERS.get(word) or int(word)
    count = -count if match["way"].lower() in ("earlier", "before", "previously") else count
    return _moved(known, unit=unit, count=count)


def _moved(known: str, *, unit: str, count: int) -> str | None:
    if unit == "year":
        return f"{int(known[:_YEAR_LONG]) + count:04d}"
    if unit == "month":
        month = known[:_MONTH_LONG]
        return shift_month(date.fromisoformat(f"{month}-01"), months=count) if month[4:] else None
    day = _day_of(known)
    if day is None:  # "the same week" of what was done in May
        return known[:_MONTH_LONG] if unit == "week" and count == 0 else None
    moved = shift(day, days=count * (7 if unit == "week" else 1))
    return moved[:_MONTH_LONG] if unit == "week" and moved is not None else moved


def _neighbour(match: re.Match[str], known: str) -> str | None:
    """ "that month", "the following year", "the week before": the next, the last, the same."""
    words = match.group().lower()
    step = 1 if re.search(r"next|following|after", words) else 0
    step = -1 if re.search(r"previous|before", words) else step
    return _moved(known, unit=match["unit"].lower(), count=step)


def _named_month(match: re.Match[str], known: str) -> str | None:
    """ "the following February", "September the same year"."""
    year, number = int(known[:_YEAR_LONG]), month_number(match["month"])
    if match["which"].lower() not in ("next", "following"):
        return f"{year:04d}-{number:02d}"
    month = known[5:_MONTH_LONG]
    if not month:
        return None
    return f"{year if number > int(month) else year + 1:04d}-{number:02d}"


SEQUELS: tuple[Sequel, ...] = (
    Sequel(
        name="sequel.same-day",
        pattern=re.compile(
            rf"\b(?:later\s)?(?:(?:the|that)\s(?:very\s)?same|that(?:\svery)?)\s{_PARTS}\b"
            rf"|\b(?:earlier|later|late|early)\sin\sthe\s{_PARTS}\b"
            rf"|\b(?:hours|minutes|moments)\s(?:later|earlier|afterwards?|before{_ALONE})",
            re.IGNORECASE,
        ),
        read=_same_day,
        needs=("day", "night", "morning", "noon", "evening", "hours", "minutes", "moments"),
    ),
    Sequel(
        name="sequel.next-day",
        pattern=re.compile(rf"\bthe\s(?:very\s)?(?:next|following)\s{_PARTS}\b", re.IGNORECASE),
        read=_next_day,
        needs=("next", "following"),
    ),
    Sequel(
        name="sequel.weekday",
        pattern=re.compile(
            rf"\bthe\s(?P<which>next|following|previous)\s(?P<day>{WEEKDAY})\b", re.IGNORECASE
        ),
        read=_next_weekday,
        needs=("next", "following", "previous"),
    ),
    Sequel(
        name="sequel.day-before",
        pattern=re.compile(
            rf"\b(?:the\s(?:day|night|evening)\sbefore{_ALONE}|the\sprevious\s{_PARTS}\b)",
            re.IGNORECASE,
        ),
        read=_day_before,
        needs=("before", "previous"),
    ),
    Sequel(
        name="sequel.days",
        pattern=re.compile(
            rf"{_COUNT}\s(?P<unit>day|week)s?\s"
            rf"(?P<way>later|afterwards?|earlier|previously|before{_ALONE})\b",
            re.IGNORECASE,
        ),
        read=_counted,
        needs=_WAYS,
    ),
    Sequel(
        name="sequel.months",
        pattern=re.compile(
            rf"{_COUNT}\s(?P<unit>month)s?\s"
            rf"(?P<way>later|afterwards?|earlier|previously|before{_ALONE})\b",
            re.IGNORECASE,
        ),
        read=_counted,
        needs=_WAYS,
        least=_MONTH_LONG,
    ),
    Sequel(
        name="sequel.years",
        pattern=re.compile(
            rf"{_COUNT}\s(?P<unit>year)s?\s"
            rf"(?P<way>later|afterwards?|earlier|previously|before{_ALONE})\b",
            re.IGNORECASE,
        ),
        read=_counted,
        needs=_WAYS,
        least=_YEAR_LONG,
    ),
    Sequel(
        name="sequel.week",
        pattern=re.compile(
            rf"\b(?:the\s(?:next|following|same)|that(?:\ssame)?|the(?=\sweek\sbefore{_ALONE}))"
            r"\s(?P<unit>week)\b(?:\sbefore)?",
            re.IGNORECASE,
        ),
        read=_neighbour,
        needs=("week",),
        least=_MONTH_LONG,
    ),
    Sequel(
        name="sequel.month",
        pattern=re.compile(
            rf"\b(?:(?:earlier|later)\s)?(?:the\s(?:next|following|same)|that(?:\ssame)?"
            rf"|the(?=\smonth\sbefore{_ALONE}))\s(?P<unit>month)\b(?:\sbefore)?",
            re.IGNORECASE,
        ),
        read=_neighbour,
        needs=("month",),
        least=_MONTH_LONG,
    ),
    Sequel(
        name="sequel.year",
        pattern=re.compile(
            rf"\b(?:(?:earlier|later)\s)?(?:the\s(?:next|following|same)|that(?:\ssame)?"
            rf"|the(?=\syear\sbefore{_ALONE}))\s(?P<unit>year)\b(?:\sbefore)?",
            re.IGNORECASE,
        ),
        read=_neighbour,
        needs=("year",),
        least=_YEAR_LONG,
    ),
    Sequel(
        name="sequel.named-month",
        pattern=re.compile(rf"\bthe\s(?P<which>following|next)\s(?P<month>{MONTH})\b"),
        read=_named_month,
        needs=("following", "next"),
        least=_MONTH_LONG,
    ),
    Sequel(
        name="sequel.month-of-year",
        pattern=re.compile(rf"\b(?P<month>{MONTH})\s(?:of\s)?(?P<which>the\ssame|that)\syear\b"),
        read=_named_month,
        needs=("year",),
        least=_YEAR_LONG,
    ),
)
