"""Lines that other pages of the site repeat, and what that says of each.

Repetition is evidence beside all other. It is none for what is news wherever it stands again: a
time, a name of an outlet, a sentence of a text. A headline that many pages show is a ticker's or a
list's, or stands over its own text: of those it says little. `KINDS` is the table.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from regesta.model import SiteLines
from regesta.read.articles import words
from regesta.read.articles.bare import Bare
from regesta.read.articles.cohesion import Words, of_line, of_lines, shared
from regesta.read.articles.evidence import NAME_LIKE, SAYS, is_known_outlet
from regesta.read.articles.lines import HEADLINE, REPEATED, SENTENCE, Line
from regesta.text.sites import line_hash

_TO_READER = re.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|[Oo]urs?|us|[Ww]e|[Mm]y)\b|\b[Tt]his (?:site|page)\b"
)
_FIGURES = re.compile(r"\d+")
_QUOTES = re.compile(r"[\"“”«»„]")
_TEXT_WORDS = 12  # in a line of text
_LEAST_SENTENCE = 6  # words in one that is no mere label
_LEAST_HEADLINE, _MOST_HEADLINE = 6, 24  # words in the headlines of a list
_MOST_NAME = 3  # words in a publisher's name
_LEAST_LIST = 3  # headlines that make a list of those that most pages show
_MOST_SKIPPED = 2  # short lines between two of them
_OWN = 0.35  # of a headline's words are shared with its text
_ABOUT = 0.25  # of a sentence's words are shared with the texts that it is part of
_LEAST_SHARED = 3  # words to compare, else nothing can be said
_REACH = 4000  # characters of text compared
_BELOW = 4  # lines under a headline in which its text begins


@dataclass(frozen=True, slots=True)
class Seen:
    """A repeated line among the others of its page."""

    line: Line
    lines: Sequence[Line]
    levels: Sequence[int]  # of each line: 0, 1 when the site repeats it, 2 when most pages have it
    place: int
    edge: bool  # no text stands between it and the page's first or last line
    counted: bool  # others on the page differ from it in their figures only
    texts: Words  # of the lines of text that the site does not repeat
    title: str | None  # as the page's source gives it

    def beside(self) -> Iterator[tuple[int, Line]]:
        """The places right above and below, with their lines."""
        for at in (self.place - 1, self.place + 1):
            if 0 <= at < len(self.lines):
                yield at, self.lines[at]


def mark_site_lines(
    lines: list[Line], *, raw: Sequence[Bare], site: SiteLines, title: str | None
) -> None:
    """Settle `site` of the lines that the site repeats; `raw` are they as they stand on the page,
    nothing joined and nothing taken apart."""
    levels = _levels(lines, raw=raw, site=site)
    if not any(levels):
        return
    texts = of_lines(
        (line for line, level in zip(lines, levels, strict=True) if not level and _is_text(line)),
        reach=_REACH,
    )
    first, last = _edges(lines, levels=levels)
    shapes = Counter(_FIGURES.sub("#", line.key) for line in lines)
    for place, (line, level) in enumerate(zip(lines, levels, strict=True)):
        if level:
            seen = Seen(
                line=line,
                lines=lines,
                levels=levels,
                place=place,
                edge=not first <= place < last,
                counted=shapes[_FIGURES.sub("#", line.key)] > 1 and line.key not in shapes,
                texts=texts,
                title=title,
            )
            line.site = next(kind for _, holds, kind in KINDS if holds(seen))


def _levels(lines: list[Line], *, raw: Sequence[Bare], site: SiteLines) -> list[int]:
    """For each line 0, 1 when the site repeats all of it, 2 when most of its pages do."""
    starts = [line.start for line in raw]
    hashes = [line_hash(line.text) for line in raw]
    known = [(one in site.lines) + (one in site.usual) for one in hashes]
    levels = []
    for line in lines:
        first = max(bisect_right(starts, line.start) - 1, 0)
        last = max(bisect_right(starts, line.end - 1), first + 1)
        levels.append(min(known[first:last]))
    return levels


def _edges(lines: list[Line], *, levels: list[int]) -> tuple[int, int]:
    """The places of the first and behind the last line of text that the site does not repeat."""
    own = [place for place, line in enumerate(lines) if not levels[place] and _is_text(line)]
    return (own[0], own[-1] + 1) if own else (len(lines), len(lines))


def _is_text(line: Line) -> bool:
    return line.words >= _TEXT_WORDS and (line.ends or not line.key)


def _tells_time(seen: Seen) -> bool:
    """A time of its own, not a sentence with a date in it."""
    return seen.line.time is not None and not _is_sentence(seen)


def _is_given_title(seen: Seen) -> bool:
    return seen.title is not None and seen.line.text.casefold() == seen.title.casefold()


def _names_outlet(seen: Seen) -> bool:
    """A name such as outlets have: it may say whose the article is."""
    line = seen.line
    if line.words > 5 or line.ends or not NAME_LIKE.fullmatch(line.text):
        return False
    return is_known_outlet(line.key) or words.OUTLET_WORD.search(line.text) is not None


def _beside_headline(seen: Seen) -> bool:
    """A short name right beside a headline of the page's own may be its publisher, known or not;
    without more to it a few words are furniture anyway."""
    line = seen.line
    if line.words > _MOST_NAME or line.ends or not NAME_LIKE.fullmatch(line.text):
        return False
    return any(
        not seen.levels[at]
        and _MOST_NAME < other.words <= _MOST_HEADLINE
        and other.time is None
        and not other.text.endswith(".")
        for at, other in seen.beside()
    )


def _names_speaker(seen: Seen) -> bool:
    """ "Question:" above what is asked, which the site does not repeat."""
    return seen.line.text.endswith(":") and not seen.edge


def _to_reader(line: Line) -> bool:
    if _QUOTES.search(line.text) or SAYS.search(line.text):
        return False
    return (
        _TO_READER.search(line.text) is not None or words.ORDER.match(line.text.lower()) is not None
    )


def _heads_text(seen: Seen) -> bool:
    """Whether a line shares its words with the text right below it."""
    line = seen.line
    if line.words < 3 or line.text.endswith(".") or _to_reader(line):
        return False
    below = [other for other in seen.lines[seen.place + 1 :][:_BELOW] if _is_text(other)]
    own = of_line(line)
    return len(own) >= _LEAST_SHARED and shared(own, of_lines(below, reach=_REACH)) >= _OWN


def _like_headline(line: Line) -> bool:
    if not _LEAST_HEADLINE <= line.words <= _MOST_HEADLINE or line.text.endswith((".", ":")):
        return False
    return words.ORDER.match(line.text.lower()) is None and not words.COPYRIGHT.match(line.text)


def _among_headlines(seen: Seen) -> bool:
    """Whether a line like a headline stands in a list of them. In one that most pages show all the
    others do not change either: what stays beside what changes is no part of the list."""
    if not _like_headline(seen.line):
        return False
    level = seen.levels[seen.place]
    beside = [*_list_beside(seen, step=-1), *_list_beside(seen, step=1)]
    alike = {seen.lines[at].key for at in beside if level < 2 or seen.levels[at] == level}
    return len(alike - {seen.line.key}) >= (_LEAST_LIST - 1 if level > 1 else 1)


def _list_beside(seen: Seen, *, step: int) -> Iterator[int]:
    """The places of the lines like headlines above (-1) or below (1), no text between."""
    at, skipped = seen.place + step, 0
    while 0 <= at < len(seen.lines) and skipped <= _MOST_SKIPPED:
        line = seen.lines[at]
        if _like_headline(line) and line.time is None:
            yield at
            skipped = 0
        elif line.words < _LEAST_HEADLINE or line.time is not None:
            skipped += 1
        else:
            return
        at += step


def _is_of_text(seen: Seen) -> bool:
    """A sentence that may be news: about the matter of the page's texts, inside one with nothing of
    the site's beside it, or not on most pages."""
    line = seen.line
    if not (line.ends or not line.key) or _to_reader(line):
        return False
    if seen.levels[seen.place] < 2:
        return True
    about = shared(of_line(line), seen.texts) >= _ABOUT and len(of_line(line)) >= _LEAST_SHARED
    return about or not (seen.edge or _beside_label(seen))


def _beside_label(seen: Seen) -> bool:
    """Whether a few words that most pages have stand right above or below."""
    return any(seen.levels[at] > 1 and not other.ends for at, other in seen.beside())


def _is_sentence(seen: Seen) -> bool:
    return seen.line.words >= _LEAST_SENTENCE and (seen.line.ends or not seen.line.key)


# The first that holds says of which kind a repeated line is; "" is no evidence at all.
KINDS: tuple[tuple[str, Callable[[Seen], bool], str], ...] = (
    ("tells-time", _tells_time, ""),
    ("given-title", _is_given_title, ""),
    ("counts", lambda seen: seen.counted, ""),
    ("names-outlet", _names_outlet, ""),
    ("beside-headline", _beside_headline, ""),
    ("names-speaker", _names_speaker, ""),
    ("heads-text", _heads_text, HEADLINE),
    ("among-headlines", _among_headlines, HEADLINE),
    ("of-text", _is_of_text, ""),
    ("sentence", _is_sentence, SENTENCE),
    ("repeated", lambda seen: True, REPEATED),
)
