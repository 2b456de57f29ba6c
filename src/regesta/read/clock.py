"""Texts that run a day ahead of their page's date: written in the East, dated in the West.

A page dated Monday says "fired a missile early on Tuesday": it was Tuesday where that was written.
"""

import re
from datetime import date, timedelta
from itertools import islice

from regesta.knowledge import NameHit, country, names
from regesta.model import Article, Trouble
from regesta.read.dates.rule import WEEKDAYS
from regesta.text.sentences import split_sentences

EAST = 60.0  # degrees; from there on it is the next day while the West still writes the last
LEAD = 2  # sentences in which the news is told
LONG_LEAD = 4  # of a text that names the day again and again
OFTEN = 2  # times that the day is named: once it may be the same day of last week
_DAYS = tuple(word.title() for word in WEEKDAYS if word.endswith("day"))
_OPEN = re.compile(
    r"\b(?:will|would|may|might|could|should|shall|due|scheduled|expected|plans?|planned|set|(?:is|are|was"
    r"|were) to)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:last|next|past|previous|coming|until|till|by|before|from|since|starting|every|later)"
    r"(?: on)? $",
    re.IGNORECASE,
)


def next_day(article: Article, *, text: str) -> str | None:
    """The day after the page's, where the article was plainly written on it; ISO.

    Its lead tells that weekday as past, in the East, and its body names the day again.
    """
    day = article.published.value if article.published is not None else ""
    if len(day) < len("2017-08-28"):
        return None
    after = date.fromisoformat(day[:10]) + timedelta(days=1)
    name = _DAYS[after.weekday()]
    named = sum(span.words(text).count(name) for span in article.body)
    if named < OFTEN:
        return None
    lead = _lead(article, text, reach=LEAD if named == OFTEN else LONG_LEAD)
    east = any(_is_east(hit) for sentence in lead for hit in names().find(sentence))
    first = next((sentence for sentence in lead if name in sentence), "")
    return after.isoformat() if east and _tells(first, name) else None


def _lead(article: Article, text: str, *, reach: int) -> tuple[str, ...]:
    """The first sentences, in which an article tells its news."""
    found = (
        text[start:end]
        for body in article.body
        for start, end in split_sentences(text, start=body.start, end=body.end)
    )
    return tuple(islice(found, reach))


def _tells(sentence: str, name: str) -> bool:
    """Whether a sentence tells what was done on a day: "on Tuesday", not "next Tuesday"."""
    at = sentence.find(name)
    clause = sentence[max(sentence.rfind(",", 0, at), 0) : at]
    return at >= 0 and not _OTHER.search(clause) and not _OPEN.search(clause)


def runs_ahead(article: Article, *, day: str) -> Trouble:
    """What the reader of a page is told where its words and its date differ by a day."""
    name = _DAYS[date.fromisoformat(day).weekday()]
    return Trouble(
        step="events",
        code="a-day-ahead",
        message=f"The text tells {name}, the day after the page's date, as past: its days are "
        f"counted from {day}.",
        page=article.page,
        span=article.span,
    )


def _is_east(hit: NameHit) -> bool:
    found = country(hit.country) if hit.country is not None else None
    return found is not None and found.lon >= EAST
