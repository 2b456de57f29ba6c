"""What the lines of a page have in common: how it names publishers, where its headlines stand.

A habit is learned from the page itself, from several lines that keep it.
"""

from itertools import pairwise

from regesta.read.articles import words
from regesta.read.articles.evidence import (
    BODY,
    CAPTION,
    LONG_LINE,
    NAME_LIKE,
    PUBLISHER,
    TIME,
    TITLE,
    bare_key,
    is_section,
    tells_time,
)
from regesta.read.articles.lines import Line, usual_gap

_LEAST_NAMES = 3  # different short names beside headlines that make a habit of the page


def publisher_names(lines: list[Line]) -> frozenset[str]:
    """Keys of short names that stand beside a time line or come back as a bullet."""
    found = set()
    bullets = {bare_key(line) for line in lines if line.bullet and 0 < line.words <= 6}
    for place, line in enumerate(lines):
        if not 0 < line.words <= 6 or line.ends or not NAME_LIKE.fullmatch(line.text):
            continue
        around = lines[max(place - 1, 0) : place + 2]
        if line.key in bullets or any(other is not line and tells_time(other) for other in around):
            found.add(line.key)
    found.update(_names_by_habit(lines))
    return frozenset(key for key in found if key not in words.SECTIONS)


def _names_by_habit(lines: list[Line]) -> set[str]:
    """Keys of short names that stand before or behind the headlines of a page, where several
    headlines have one: text, name, headline, text, or headline, name, text."""
    behind: set[str] = set()
    before: set[str] = set()
    for place in range(1, len(lines) - 1):
        line, last, after = lines[place], lines[place - 1], lines[place + 1]
        if not 0 < line.words <= 5 or line.ends or line.bullet:
            continue
        if not NAME_LIKE.fullmatch(line.text) or is_section(line):
            continue
        if _like_title(last) and _like_text(after):
            behind.add(line.key)
        elif _like_text(last) and _like_title(after) and place + 2 < len(lines):
            before.update({line.key} if _like_text(lines[place + 2]) else ())
    return {key for keys in (behind, before) if len(keys) >= _LEAST_NAMES for key in keys}


def _like_title(line: Line) -> bool:
    return 4 <= line.words <= 24 and not line.ends


def _like_text(line: Line) -> bool:
    return line.words >= 12 and (line.ends or not line.key)


def spoken_titles(lines: list[Line]) -> None:
    """Headlines that end like sentences ("Who will pay?"): beside a time or publisher line that
    has no other title, or where most other titles of the page stand: alone between long texts, or
    behind a blank line where few lines have one."""
    _title_all(
        [lines[place] for place in range(len(lines)) if _between_long(lines, place)],
        rule="between-long-lines",
    )
    _title_all(_after_wide_gap(lines), rule="behind-blank-line")
    for place, line in enumerate(lines):
        if line.label != BODY or not line.key or not 3 <= line.words <= 22:
            continue
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is None or line.bullet:
            continue
        led = before is not None and before.label in (TIME, PUBLISHER)
        timed = after.label in (TIME, PUBLISHER)
        longer = after.label == BODY and after.words > line.words
        if _titled(lines, place=place) or not (timed or (led and longer)):
            continue
        line.label, line.rule = TITLE, "beside-header-line"


def _title_all(lines: list[Line], *, rule: str) -> None:
    """Make titles of all these lines where most of them are titles already."""
    titled = sum(line.label == TITLE for line in lines)
    if titled < 2 or titled * 5 < len(lines) * 3:
        return
    for line in lines:
        if line.label in (BODY, CAPTION) and 3 <= line.words <= 24:
            line.label, line.rule = TITLE, rule


def _after_wide_gap(lines: list[Line]) -> list[Line]:
    """The lines that stand behind a wider gap than usual, with others close below."""
    usual = usual_gap(lines)
    return [
        line
        for place, (line, after) in enumerate(pairwise(lines))
        if (line.gap > usual or place == 0) and after.gap <= usual
    ]


def _between_long(lines: list[Line], place: int) -> bool:
    """Whether a short line is the only one between two long ones, or heads the page's first."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is None or after.words < LONG_LINE or lines[place].words >= LONG_LINE:
        return False
    return place == 0 or lines[place - 1].words >= LONG_LINE


def _titled(lines: list[Line], *, place: int) -> bool:
    """Whether the header around a line, up to the texts on both sides, has a title already."""
    first, last = place, place
    while first and lines[first - 1].label != BODY:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].label != BODY:
        last += 1
    return any(line.label == TITLE for line in lines[first : last + 1])
