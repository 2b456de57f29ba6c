"""What the lines of a page have in common: how it names publishers, where its headlines stand.

A habit is learned from the page itself, from several lines that keep it.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from regesta.read.articles import words
from regesta.read.articles.cohesion import NAME, Words, of_line, of_lines, shared
from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    CAPTION,
    COPYRIGHT,
    EMBED,
    FURNITURE,
    HASHTAG,
    KEY_POINT,
    LIST_HEADING,
    LONG_LINE,
    NAME_LIKE,
    PROMO,
    PUBLISHER,
    SAYS,
    SIGN_OFF,
    SOURCE,
    TIME,
    TITLE,
    bare_key,
    is_section,
    tells_time,
)
from regesta.read.articles.lines import Line, usual_gap

_QUOTES = tuple("\"'“‘«„")
# What may stand between a text and the next headline.
_PAGES_OWN = frozenset(
    (FURNITURE, COPYRIGHT, CAPTION, EMBED, PROMO, LIST_HEADING, SIGN_OFF, SOURCE, HASHTAG)
)
_SIDES = frozenset((TIME, PUBLISHER, AUTHOR, KEY_POINT))  # what stands beside a title
_MOST_SIDED = 0.7  # of the headers with a title on one side of their time only
# Of headlines and sentences of 380 news texts, see turning_titles.
_MOST_TURN, _MOST_ASKED = 20, 30  # words in such a headline, and in one of several that ask
# Shared with a line below at least, with the text above at most, and by the texts on both sides
# at most. A line of its own that asks is seldom anything but a headline.
_TOLD, _ASKED = (0.35, 0.25, 0.09), (0.2, 0.4, 0.14)
_ELSEWHERE = (0.0, 0.6, 0.3)  # the same where several headlines of the page ask
_LEAST_ASKED = 2
_AHEAD = 3  # lines below of which one shares the headline's words
_WINDOW = 1500  # characters compared on each side
_TEXT_WORDS = 12  # in a line of text
_LEAST_NAMES = 3  # different short names beside headlines that make a habit of the page


def publisher_names(lines: list[Line]) -> frozenset[str]:
    """Keys of short names that stand beside a time line or come back as a bullet."""
    bullets = {bare_key(line) for line in lines if line.bullet and 0 < line.words <= 6}
    likely = [
        place
        for place, line in enumerate(lines)
        if 0 < line.words <= 6 and not line.ends and NAME_LIKE.fullmatch(line.text)
    ]
    found = _names_by_habit(lines, likely=likely)
    for place in likely:
        line, around = lines[place], lines[max(place - 1, 0) : place + 2]
        if line.key in bullets or any(other is not line and tells_time(other) for other in around):
            found.add(line.key)
    return frozenset(found - words.SECTIONS)


def _names_by_habit(lines: list[Line], *, likely: list[int]) -> set[str]:
    """Keys of short names (`likely`: the places of what is like one) that stand before or behind
    the headlines of a page, where several headlines have one: text, name, headline, text, or
    headline, name, text."""
    behind: set[str] = set()
    before: set[str] = set()
    for place in likely:
        line = lines[place]
        if not 0 < place < len(lines) - 1 or line.words > 5 or line.bullet or is_section(line):
            continue
        last, after = lines[place - 1], lines[place + 1]
        long = after.words >= _TEXT_WORDS
        if _like_title(last) and (long or any(map(_like_text, lines[place + 2 : place + 4]))):
            behind.add(line.key)
        elif _like_text(last) and _like_title(after) and place + 2 < len(lines):
            before.update({line.key} if _like_text(lines[place + 2]) else ())
    times = sum(  # where other headlines have their name
        line.time is not None and line.time.alone and _like_title(last)
        for last, line in pairwise(lines[:-1])
    )
    found = behind if len(behind) + min(times, 2) >= _LEAST_NAMES else set()
    return found | (before if len(before) >= _LEAST_NAMES else set())


def _like_title(line: Line) -> bool:
    return 4 <= line.words <= 24 and not line.ends


def _like_text(line: Line) -> bool:
    return line.words >= _TEXT_WORDS and (line.ends or not line.key)


def spoken_titles(lines: list[Line]) -> None:
    """Headlines that end like sentences ("Who will pay?"): beside a time or publisher line that
    has no other title, or where most other titles of the page stand: alone between long texts, or
    behind a blank line where few lines have one."""
    if any(line.words >= LONG_LINE for line in lines):
        _title_all(
            [lines[place] for place in range(len(lines)) if _between_long(lines, place)],
            rule="between-long-lines",
        )
    _title_all(_after_wide_gap(lines), rule="behind-blank-line")
    bare = _times_stand_alone(lines)
    for place, line in enumerate(lines):
        if line.label != BODY or not line.key or line.bullet or not 3 <= line.words <= 30:
            continue
        before = lines[place - 1] if place else None
        after = _below_points(lines, place=place)
        if after is None:
            continue
        led = before is not None and before.label in (TIME, PUBLISHER)
        timed = after.label in (TIME, PUBLISHER)
        longer = after.label == BODY and after.words > line.words
        if not (timed or (led and longer)) or _titled(lines, place=place):
            continue
        if bare and place and not _looks_ahead(lines, place=place):
            continue
        line.label, line.rule = TITLE, "beside-header-line"


def _below_points(lines: list[Line], *, place: int) -> Line | None:
    """The first line below one that is no key point."""
    for at in range(place + 1, len(lines)):
        if lines[at].label != KEY_POINT:
            return lines[at]
    return None


def _times_stand_alone(lines: list[Line]) -> bool:
    """Whether hardly a time line of the page has a title beside it."""
    inner = [place for place, line in enumerate(lines) if place and line.label == TIME]
    titled = sum(_titled(lines, place=place) for place in inner)
    return len(inner) >= _LEAST_NAMES and titled * 4 < len(inner)


def _looks_ahead(lines: list[Line], *, place: int) -> bool:
    """Whether a line is rather about the text below than about the text above."""
    own = of_line(lines[place])
    return shared(own, _below(lines, place=place)) > shared(own, _above(lines, place=place))


def turning_titles(lines: list[Line]) -> None:
    """Headlines that end like sentences where nothing else parts the texts of a page: a few words
    about what follows and not about what stands before, where the matter turns."""
    if lines and lines[0].block is not None:  # where there is markup, it parts them
        return
    if sum(line.label == TIME for line in lines) > 1:
        return
    asked = 0
    for place, line in enumerate(lines[:-1]):
        if _may_turn(lines, place=place) and _turns(lines, place=place, bounds=_bounds(line)):
            line.label, line.rule = TITLE, "where-the-matter-turns"
            asked += line.text.endswith("?")
    if asked < _LEAST_ASKED:
        return
    for place, line in enumerate(lines[:-1]):
        if not line.text.endswith("?") or not _may_turn(lines, place=place, asked=True):
            continue
        if _turns(lines, place=place, bounds=_ELSEWHERE):
            line.label, line.rule = TITLE, "asks-as-elsewhere"


def _bounds(line: Line) -> tuple[float, float, float]:
    return _ASKED if line.text.endswith("?") else _TOLD


def _may_turn(lines: list[Line], *, place: int, asked: bool = False) -> bool:
    """Whether a line could be a headline that ends like a sentence; the page's first only asks.

    Where headlines ask (`asked`), one may be longer, and stand above words without a full stop.
    """
    line = lines[place]
    most = _MOST_ASKED if asked else _MOST_TURN
    if line.label != BODY or not line.ends or not 4 <= line.words <= most:
        return False
    if line.bullet or line.glued or line.text.startswith(_QUOTES):
        return False
    after = lines[place + 1]
    if place == 0:
        return line.text.endswith("?") and after.label != TITLE
    again = asked or after.key == line.key
    return (after.label != TITLE or again) and _behind_text(lines, place=place)


def _turns(lines: list[Line], *, place: int, bounds: tuple[float, float, float]) -> bool:
    """Whether the words of a line are shared and the texts around it are not, as `bounds` ask."""
    least, most, turn = bounds
    own, first = of_line(lines[place]), lines[place + 1 : place + 1 + _AHEAD]
    stems = [stem.rstrip(NAME) for stem in own] if least else []
    if least and not any(
        _may_share(stems, other, least=least) and shared(own, of_line(other)) >= least
        for other in first
    ):
        return False
    if _shares_above(own, lines, place=place, most=most):
        return False
    return shared(_above(lines, place=place), _below(lines, place=place)) <= turn


def _may_share(stems: list[str], line: Line, *, least: float) -> bool:
    """A quick look at a longer line: no more than these words can be shared with it."""
    small, lacking = line.text.lower(), int((1.0 - least) * len(stems) + 1e-9)
    for stem in stems:
        if stem not in small:
            lacking -= 1
            if lacking < 0:
                return False
    return True


def _behind_text(lines: list[Line], *, place: int) -> bool:
    """Whether text stands above a line, with nothing but the page's own between."""
    for at in range(place - 1, -1, -1):
        if lines[at].label not in _PAGES_OWN:
            return lines[at].label == BODY
    return False


def _above(lines: list[Line], *, place: int) -> Words:
    """What the text above a line is about."""
    return of_lines(_texts_above(lines, place=place), reach=_WINDOW)


def _shares_above(own: Words, lines: list[Line], *, place: int, most: float) -> bool:
    """Whether a line shares more than `most` with the text above it: where its nearest lines tell,
    no others are read."""
    above, size = Words(), 0
    for line in _texts_above(lines, place=place):
        above |= of_line(line)
        size += len(line.text)
        if size > _WINDOW or (len(above) >= len(own) and shared(own, above) > most):
            break
    return shared(own, above) > most


def _texts_above(lines: list[Line], *, place: int) -> Iterator[Line]:
    return (lines[at] for at in range(place - 1, -1, -1) if lines[at].label == BODY)


def _below(lines: list[Line], *, place: int) -> Words:
    """What the text below a line is about."""
    texts = (lines[at] for at in range(place + 1, len(lines)) if lines[at].label == BODY)
    return of_lines(texts, reach=_WINDOW)


def colon_titles(lines: list[Line]) -> None:
    """Headlines that a page ends in a colon: a good part of the lines that stand alone between its
    texts do, and no quotation stands below them."""
    alone = [
        line
        for place, line in enumerate(lines)
        if 4 <= line.words <= 24
        and not line.ends
        and not line.bullet
        and not lines[min(place + 1, len(lines) - 1)].text.startswith(_QUOTES)
        and any(after.words >= _TEXT_WORDS for after in lines[place + 1 : place + 3])
        and (place == 0 or lines[place - 1].label != TITLE)
    ]
    marked = [line for line in alone if line.text.endswith(":") and not SAYS.search(line.text)]
    if len(marked) < _LEAST_NAMES or len(marked) * 5 < len(alone):
        return
    for line in marked:
        line.label, line.rule = TITLE, "colon-as-elsewhere"


def _title_all(lines: list[Line], *, rule: str) -> None:
    """Make titles of all these lines where most of them are titles already."""
    titled = sum(line.label == TITLE for line in lines)
    if titled < 2 or titled * 5 < len(lines) * 3:
        return
    for line in lines:
        if line.label in (BODY, CAPTION) and 3 <= line.words <= 24:
            line.label, line.rule = TITLE, rule


def _after_wide_gap(lines: list[Line]) -> list[Line]:
    """The lines that stand behind a wider gap than usual, with others close below or, alone, with
    such a gap below too."""
    usual = usual_gap(lines)
    wide = [line.gap > usual or place == 0 for place, line in enumerate(lines)]
    closed = [line for place, line in enumerate(lines[:-1]) if wide[place] and not wide[place + 1]]
    alone = [line for place, line in enumerate(lines[:-1]) if wide[place] and wide[place + 1]]
    return alone if len(alone) * 3 >= len(closed) * 2 else closed


def _between_long(lines: list[Line], place: int) -> bool:
    """Whether a short line is the only one between two long ones, or heads the page's first."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is None or after.words < LONG_LINE or lines[place].words >= LONG_LINE:
        return False
    return place == 0 or lines[place - 1].words >= LONG_LINE


def _titled(lines: list[Line], *, place: int) -> bool:
    """Whether the times and names beside a line have a title on their other side already."""
    first, last = place - 1, place + 1
    while first >= 0 and lines[first].label in _SIDES:
        first -= 1
    while last < len(lines) and lines[last].label in _SIDES:
        last += 1
    return (first >= 0 and lines[first].label == TITLE) or (
        last < len(lines) and lines[last].label == TITLE
    )


def title_beside_time(head: list[Line], *, first: bool, close: bool = False) -> Line | None:
    """The title that stands next to a header's time: above it (`first`) or below it, with nothing
    but names and the like between; of several the last, which is the nearest to the text.

    `close` passes over no lines that keep beside headlines.
    """
    found: Line | None = None
    title: Line | None = None
    for line in head if first else head[::-1]:
        if line.label == TITLE:
            title = line
        elif line.label == TIME and title is not None:
            found = title if first or found is None else found
        elif line.label not in (PUBLISHER, AUTHOR, KEY_POINT) and (close or not line.kin):
            title = None
    return found


def titles_first(heads: Iterable[list[Line]]) -> bool | None:
    """Whether a page's titles stand above their times; None where they keep to no side."""
    heads = [*heads]
    side = _side_of_titles(heads, close=False)
    if side is None and _side_of_titles(heads, close=True):
        return True  # the time of the text above stands before the title too, behind other lines
    return side


def _side_of_titles(heads: list[list[Line]], *, close: bool) -> bool | None:
    above = below = 0
    for head in heads:
        over = title_beside_time(head, first=True, close=close) is not None
        under = title_beside_time(head, first=False, close=close) is not None
        above, below = above + (over and not under), below + (under and not over)
    if above + below < 2 or above == below:
        return None
    return above > below if max(above, below) >= _MOST_SIDED * (above + below) else None
