"""Readers' comments on a plain page: they are no articles."""

from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    CAPTION,
    COMMENTS,
    EMBED,
    FURNITURE,
    KEY_POINT,
    LIST_HEADING,
    PROMO,
    PUBLISHER,
    TIME,
    TITLE,
)
from regesta.read.articles.lines import Line

COMMENT = "comment"
TEXT = frozenset((BODY, KEY_POINT, EMBED, PROMO))
_REACH = 40  # lines below a headline that are looked at
_MOST_COMMENT = 60  # words below a headline that are more than a comment


def part_comments(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a page without its comment threads, and those of the threads.

    A thread ends where a list or the next article begins.
    """
    if COMMENTS not in {line.label for line in lines}:
        return lines, []
    kept: list[Line] = []
    comments: list[Line] = []
    inside = False
    for place, line in enumerate(lines):
        if line.label == COMMENTS:
            inside = inside or _has_text(kept)
        elif inside and (line.label == LIST_HEADING or _heads_article(lines, place=place)):
            inside = False
        if inside and line.label != COMMENTS and line.rule != "furniture-words":
            line.label, line.rule = COMMENT, "below-comment-heading"
        if inside or line.label == COMMENTS:
            comments.append(line)
        else:
            kept.append(line)
    return kept, comments


def _has_text(kept: list[Line]) -> bool:
    """Whether text stands between the last headline and the end: "12 comments" may head it."""
    last = next((line for line in reversed(kept) if line.label in (TITLE, *TEXT)), None)
    return last is not None and last.label != TITLE


def _heads_article(lines: list[Line], *, place: int) -> bool:
    """Whether a title is said twice, or has more text below it than one comment holds."""
    if lines[place].label != TITLE:
        return False
    if lines[place].repeats > 1:
        return True
    size, sided = 0, False
    for line in lines[place + 1 : place + 1 + _REACH]:
        if line.label in TEXT:
            size += line.words
        elif line.label == TITLE and not size and not sided:
            return False  # the next title heads what follows
        elif line.label in (TITLE, CAPTION, FURNITURE):
            continue
        elif size or line.label not in (TIME, PUBLISHER, AUTHOR):
            break
        else:
            sided = True
        if size >= _MOST_COMMENT:
            return True
    return False
