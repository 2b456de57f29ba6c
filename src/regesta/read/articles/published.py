"""When each article was published, and how that is known.

Evidence in order of rank: the page's metadata, the source's own field, an absolute time line,
the dateline, a weekday with its date in the lead, a relative time line with a known moment of
reading, the neighbours on the page. What nothing tells stays None.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from regesta.model import Article, Basis, Label, Span, Trouble, When
from regesta.read.dates import resolve
from regesta.read.dates.fields import raw_date
from regesta.read.dates.relative import NUMBERS
from regesta.read.dates.rule import WEEKDAY, WEEKDAYS, shift
from regesta.read.dates.timeline import time_line
from regesta.read.source import Source

_LEAD = 400  # characters of the body in which a lead names its day
_LEAD_DATE = re.compile(rf"\b{WEEKDAY}\s\((?P<date>[A-Z][a-z]+\.?\s\d{{1,2}},\s\d{{4}})\)")
_LEAD_DAY = re.compile(rf"\b(?:on\s)?(?P<day>{WEEKDAY})\b")
_AGO = re.compile(
    r"(?P<count>\d+|\ban?\b|\bone\b)\s?(?P<unit>sec|min|hour|hr|day|h\b|m\b|d\b)", re.IGNORECASE
)
_SIZES = (
    ("s", timedelta(seconds=1)),
    ("m", timedelta(minutes=1)),
    ("h", timedelta(hours=1)),
    ("d", timedelta(days=1)),
)
_CHANGED = re.compile(r"\W*(?:last\s)?(?:updated|modified|changed|edited)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:first\s)?(?:published|posted|created|issued)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20[0-4]\d\b")
_URL_DATE = re.compile(
    r"/(20\d\d)(?P<mark>[/-]?)(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?P=mark)([0-3]\d)(?![\da-z])",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the page while its articles are dated.

    `clock` is the page's own clock or its time of fetching (an ISO prefix); `crawl` the span of
    time in which the page was read, where it can be worked out; `stamps` the dates that the
    markup gives to single articles, by article id.
    """

    source: Source
    clock: str | None = None
    crawl: tuple[datetime, datetime] | None = None
    stamps: Mapping[str, str] = field(default_factory=dict)


Evidence = Callable[[Article, Known], When | None]


def date_articles(articles: list[Article], *, known: Known) -> tuple[list[Article], list[Trouble]]:
    """The articles with their publication dates, and the conflicts met on the way."""
    troubles: list[Trouble] = []
    known = replace(known, crawl=_fetched(known.source))
    dated = [_dated(article, known, troubles=troubles) for article in articles]
    if known.crawl is None:
        known = replace(known, crawl=_crawl(dated))
    dated = [_by_age(article, known) for article in dated]
    dated = [_by_neighbours(article, dated, text=known.source.text) for article in dated]
    return dated, troubles


def _fetched(source: Source) -> tuple[datetime, datetime] | None:
    moment = _moment(source.fetched_at)
    return (moment, moment) if moment else None


def _dated(article: Article, known: Known, *, troubles: list[Trouble]) -> Article:
    """The best evidence of the article itself; evidence more than a day apart is a Trouble."""
    found = [when for _, read in RULES if (when := read(article, known)) is not None]
    kept = [when for when in found if not _ahead_of(when, known.source.fetched_at)]
    if len(kept) < len(found):
        troubles.append(
            _trouble(article, "date-in-future", "A date lies after the page was fetched.")
        )
    if not kept:
        guess = _own_line(article, known, changed=True) or _guessed(article, known)
        late = guess is None or _ahead_of(guess, known.source.fetched_at)
        return article if late else replace(article, published=guess)
    best = kept[0]
    for other in kept[1:]:
        if _apart(best.day, other.day) > 1:
            message = f"{best.rule} says {best.day}, {other.rule} says {other.day}."
            troubles.append(_trouble(article, "date-conflict", message))
            break
    return replace(article, published=best)


def _meta(article: Article, known: Known) -> When | None:
    meta = known.source.meta
    if article.role != "main" or not known.source.blocks:
        return None
    value = raw_date(meta.published)
    return When(value=value, basis=Basis.META, rule=f"meta.{meta.published_by}") if value else None


def _given(article: Article, known: Known) -> When | None:
    if article.role != "main":
        return None
    value = raw_date(known.source.meta.given)
    return When(value=value, basis=Basis.GIVEN, rule="given.published") if value else None


def _own_line(article: Article, known: Known, *, changed: bool = False) -> When | None:
    """An absolute time among the article's pieces; without a year it needs the page's clock.

    Where a line tells when the text was changed and when published, what stands behind
    "published" counts; one that tells only a change is asked for alone (`changed`).
    """
    for piece in article.pieces:
        if piece.label is not Label.TIME:
            continue
        words = piece.span.words(known.source.text)
        change = _CHANGED.match(words)
        told = _PUBLISHED.search(words, change.end()) if change is not None else None
        if changed is not (change is not None and told is None):
            continue
        first = told.start() if told is not None else 0
        line = time_line(words[first:])
        if line is None or not line.absolute:
            continue
        value = resolve(words[first + line.start : first + line.end], base=known.clock)
        if value:
            span = _part(piece.span, first + line.start, first + line.end)
            rule = "time-line.changed-alone" if changed else f"time-line.{line.rule}"
            return When(value=value, basis=Basis.PAGE, rule=rule, span=span)
    return None


def _dateline(article: Article, known: Known) -> When | None:
    """The dateline's day; its year comes from the page's clock, else from its weekday."""
    line = article.dateline
    if line is None or line.date is None:
        return None
    own = _own_line(article, known) or _own_line(article, known, changed=True)
    base = own.value if own else known.clock or raw_date(known.source.meta.given)
    value = resolve(line.date, base=base)
    rule = "dateline.date"
    if value is None:
        value, rule = _by_weekday(article, line.date, text=known.source.text), "dateline.by-weekday"
    if not value or len(value) < 10:
        return None
    return When(value=value[:10], basis=Basis.DATELINE, rule=rule, span=line.span)


def _by_weekday(article: Article, words: str, *, text: str) -> str | None:
    """A day without a year: of the years that the page names, the one that fits the weekday of
    the lead (that day or the day before). Two that fit are no answer."""
    start = article.body[0].start if article.body else 0
    names = _LEAD_DAY.findall(text, start, start + _LEAD)
    if not names:
        return None
    weekday = WEEKDAYS[names[0].lower()]
    fits = set()
    for year in set(_YEAR.findall(text)):
        value = resolve(f"{words}, {year}", base=None) or resolve(f"{words} {year}", base=None)
        if value and (date.fromisoformat(value[:10]).weekday() - weekday) % 7 <= 1:
            fits.add(value[:10])
    return fits.pop() if len(fits) == 1 else None


def _lead_date(article: Article, known: Known) -> When | None:
    """ "Tuesday (May 7, 2024)" in the first sentences: the outlet dates today's news."""
    if not article.body:
        return None
    first, text = article.body[0], known.source.text
    stop = min(first.end, first.start + _LEAD)
    bracket = text.find("(", first.start, stop)
    match = _LEAD_DATE.search(text, first.start, stop) if bracket >= 0 else None
    value = resolve(match["date"], base=None) if match else None
    if match is None or value is None:
        return None
    span = Span(page=article.page, start=match.start(), end=match.end())
    return When(value=value, basis=Basis.TEXT, rule="lead.weekday-with-date", span=span)


def _url(article: Article, known: Known) -> When | None:
    url = known.source.meta.url
    match = _URL_DATE.search(url) if url and article.role == "main" else None
    if match is None:
        return None
    year, _, month, day = match.groups()
    number = month if month.isdigit() else f"{_MONTHS.index(month.lower()) + 1:02d}"
    value = resolve(f"{year}-{number}-{day}", base=None)
    return When(value=value, basis=Basis.URL, rule="url.date") if value else None


def _stamp(article: Article, known: Known) -> When | None:
    """The time element of a card or of a live update."""
    value = raw_date(known.stamps.get(article.id)) if known.stamps else None
    return When(value=value, basis=Basis.META, rule="card.time-element") if value else None


def _guessed(article: Article, known: Known) -> When | None:
    """A day that a search of the whole page found: asked only where the page says nothing else."""
    meta = known.source.meta
    value = raw_date(meta.guessed) if article.role == "main" else None
    if value is None:
        return None
    changed = (raw_date(meta.modified) or "")[:10] == value[:10]
    rule = "meta.modified-alone" if changed else "page.search"
    return When(value=value, basis=Basis.META if changed else Basis.PAGE, rule=rule)


RULES: tuple[tuple[str, Evidence], ...] = (
    ("meta", _meta),
    ("stamp", _stamp),
    ("given", _given),
    ("time-line", _own_line),
    ("dateline", _dateline),
    ("lead-date", _lead_date),
    ("url", _url),
)


def _by_age(article: Article, known: Known) -> Article:
    """An article with the date that its age tells, unless it has one."""
    when = None if article.published else _relative(article, known)
    return article if when is None else replace(article, published=when)


def _relative(article: Article, known: Known) -> When | None:
    """A relative time line and the span of time in which the page was read."""
    age = _age(article)
    if known.crawl is None or age is None:
        return None
    first, last = known.crawl[0] - age[1], known.crawl[1] - age[0]
    value = _common(first, last)
    if value is None:
        return None
    derived = known.source.fetched_at is None
    return When(
        value=value,
        basis=Basis.NEIGHBOUR if derived else Basis.RELATIVE,
        rule="time-line.relative-and-neighbour" if derived else "time-line.relative-and-fetch",
        span=_time_span(article),
    )


def _by_neighbours(article: Article, others: list[Article], *, text: str) -> Article:
    """A day told by neighbours that were taken in at the same time, or that share the weekday."""
    if article.published is not None or _age(article) is None:
        return article
    days = {
        other.published.day: other
        for other in others
        if other.published is not None
        and other.published.precision in ("day", "minute")
        and _age(other) is not None
    }
    if len(days) != 1:
        return article
    day, other = next(iter(days.items()))
    if article.time_text == other.time_text:
        rule = "neighbour.same-intake"
    elif _age_within_a_day(article) and _age_within_a_day(other):
        # Both are younger than a day, so their days are at most one apart.
        after = shift(date.fromisoformat(day), days=1)
        day = next(
            (one for one in (day, after) if one and _lead_names(article, one, text=text)), ""
        )
        rule = "neighbour.same-weekday"
    else:
        return article
    if not day:
        return article
    when = When(value=day, basis=Basis.NEIGHBOUR, rule=rule, span=_time_span(article))
    return replace(article, published=when)


def _lead_names(article: Article, day: str, *, text: str) -> bool:
    """Whether the lead names the weekday of an ISO day."""
    if not article.body:
        return False
    start = article.body[0].start
    names = _LEAD_DAY.findall(text, start, min(article.body[0].end, start + _LEAD))
    return any(WEEKDAYS[name.lower()] == date.fromisoformat(day).weekday() for name in names)


def _age(article: Article) -> tuple[timedelta, timedelta] | None:
    """The least and greatest age that a relative time line tells: "4 hours" is 4 to under 5."""
    match = _AGO.search(article.time_text) if article.time_text else None
    if match is None:
        return None
    word, unit = match["count"].lower(), match["unit"].lower()
    count = NUMBERS.get(word) or int(word)
    size = next(size for names, size in _SIZES if unit.startswith(names))
    return size * count, size * (count + 1)


def _age_within_a_day(article: Article) -> bool:
    age = _age(article)
    return age is not None and age[0] <= timedelta(days=1)


def _crawl(articles: list[Article]) -> tuple[datetime, datetime] | None:
    """When the page was read, from an article that tells both its moment and its age."""
    spans = []
    for article in articles:
        age, published = _age(article), article.published
        if age is None or published is None or published.basis is not Basis.PAGE:
            continue
        moment = _moment(published.value)
        if moment is not None:
            spans.append((moment + age[0], moment + age[1]))
    return spans[0] if spans else None


def _moment(value: str | None) -> datetime | None:
    """A moment with its zone, None for a bare day or a clock without a zone."""
    if not value or len(value) <= 10:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else None


def _common(first: datetime, last: datetime) -> str | None:
    """The day that both moments share in UTC, else their month, else nothing."""
    one, other = first.date().isoformat(), last.date().isoformat()
    if one == other:
        return one
    return one[:7] if one[:7] == other[:7] else None


def _apart(one: str, other: str) -> int:
    """Days between two ISO days; values that are no whole day are never apart."""
    if len(one) < 10 or len(other) < 10:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _ahead_of(when: When, fetched: str | None) -> bool:
    """Whether a date lies more than a day (the width of the time zones) after the fetch."""
    if not fetched or len(fetched) < 10 or len(when.day) < 10:
        return False
    return when.day > (date.fromisoformat(fetched[:10]) + timedelta(days=1)).isoformat()


def _part(span: Span, first: int, last: int) -> Span:
    return Span(page=span.page, start=span.start + first, end=span.start + last)


def _time_span(article: Article) -> Span | None:
    return next((piece.span for piece in article.pieces if piece.label is Label.TIME), None)


def _trouble(article: Article, code: str, message: str) -> Trouble:
    return Trouble(
        step="articles", code=code, message=message, page=article.page, span=article.span
    )
