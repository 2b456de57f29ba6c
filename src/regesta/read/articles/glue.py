"""Lines that hold several things: a publisher and a time, or a whole article with its header.

Each rule takes a line and gives the offsets at which it falls apart; the first that sees
something decides. The cut lines are then labelled like lines of their own.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from regesta.read.articles import datelines, words
from regesta.read.articles.evidence import TITLE
from regesta.read.articles.lines import Line, make_line
from regesta.read.articles.words import word_set
from regesta.read.dates.timeline import find_time

_REACH = 280  # characters in which a glued header must end
_LEAST_WORDS = 42  # words that make a line long enough to hold header and body
_MOST_TIME, _MOST_DATELINE, _MOST_NAME, _MOST_CLOCK = 60, 120, 40, 40  # characters of each
_STOP = re.compile(r"[.!?](?<=[a-z)\"'”’].)[\"'”’]?\s+[A-Z\"'“‘]")
_LEADS_ON = re.compile(
    r"\b(?:on|in|since|until|till|of|by|from|the|at|to|and|for|before|after)\s*$"
)
# The end of a time with a capital behind it: without one no header ends here.
_TEXT_BEHIND = r"(?:\s?\(?[A-Z]{2,5}\)?)?[\s|•·()–—-]*[A-Z\"'“‘\[0-9]"
_AGO_THEN_TEXT = re.compile(rf"(?:ago|Ago|AGO){_TEXT_BEHIND}")
_FIGURE_THEN_TEXT = re.compile(
    r"[0-9](?:(?<=2)0\d\d|[:.]\d\d(?:\s?[apAP]\.?[mM]\.?)?|\s?[apAP]\.?[mM]\.?)" + _TEXT_BEHIND
)
_LEAST_CASED = 7  # words of a headline in title case
_WORDS = re.compile(r"\S+")
_STARTS = re.compile(r"[\s(]*[A-Z\"'“‘(\[0-9]")


def unglue(lines: list[Line], *, text: str, title: str | None) -> list[Line]:
    """The lines, with glued ones taken apart in place."""
    found: list[Line] = []
    for line in lines:
        cuts = _cuts(line, title=title)
        if not cuts:
            found.append(line)
            continue
        parts = _parts(line, cuts=cuts, text=text)
        if len(parts) == 2 and parts[0].ends and datelines.opening(parts[1].text) is not None:
            parts[0].label, parts[0].rule = TITLE, "before-glued-dateline"
        found.extend(parts)
    return found


def _cuts(line: Line, *, title: str | None) -> list[int]:
    """Offsets in the line at which a new part begins; empty for a line that is one thing."""
    if line.block is not None:
        return []
    if line.words < _LEAST_WORDS:
        timed = line.time is not None and not words.is_page_header(line.text)
        return _name_and_time(line) if timed else []
    reach = _first_stop(line.text)
    for rule in RULES:
        cuts = rule(line, title, reach)
        if cuts:
            return cuts
    return []


def _first_stop(text: str) -> int:
    """Where the second sentence of a text begins, within the reach of a header: behind that none
    ends."""
    stop = _STOP.search(text, 0, _REACH)
    return stop.end() if stop is not None else _REACH


def _parts(line: Line, *, cuts: list[int], text: str) -> list[Line]:
    borders = [0, *sorted(set(cuts)), len(line.text)]
    parts: list[Line] = []
    for first, last in pairwise(borders):
        words_of = line.text[first:last]
        bare = words_of.strip(" \t|•·")
        if last < len(line.text):
            bare = bare.strip("*,").rstrip(" \t|•·*,–—-")
        if not bare:
            continue
        start = line.start + first + words_of.index(bare)
        part = make_line(text, start=start, end=start + len(bare))
        part.gap = line.gap if not parts else 0
        part.glued = True
        parts.append(part)
    return parts


def _name_and_time(line: Line) -> list[int]:
    """ "Evening Post3 hours ago": a short name before the time, or a headline before it."""
    found = line.time
    if found is None or found.alone or found.after or not found.before:
        return []
    if found.rule.startswith("day.") or _LEADS_ON.search(line.text[: found.start]):
        return []
    if line.ends and not found.absolute:
        return []
    cuts = [found.start]
    name = _trailing_name(line.text[: found.start])
    if name:
        cuts.append(name)
    return cuts


def _time_in_header(line: Line, title: str | None, reach: int) -> list[int]:
    """A time between headline and text: "... World News May 4, 2024 09:30 (CET) Oslo, ..."."""
    head = line.text[: min(reach + _MOST_TIME, _REACH)]
    last = _last_time(head)
    found = find_time(head[: last + _MOST_CLOCK]) if last else None
    if found is None or found.rule.startswith(("day.", "relative.day")):
        return []
    before = head[: found.start]
    if found.start >= reach or _LEADS_ON.search(before) or before.count(" ") > 32:
        return []
    if before.rstrip().endswith("(") or not _STARTS.match(line.text, found.end):
        return []
    cuts = [found.start, found.end]
    name = _trailing_name(before)
    if name:
        cuts.append(name)
    return cuts


def _last_time(head: str) -> int:
    """The last place where a time may end with text behind it, 0 for none."""
    last = 0
    for match in _FIGURE_THEN_TEXT.finditer(head):
        last = match.end()
    if "ago" in head.lower():
        for match in _AGO_THEN_TEXT.finditer(head):
            last = max(last, match.end())
    return last


def _title_twice(line: Line, title: str | None, reach: int) -> list[int]:
    """The headline said twice before the text begins."""
    opening = line.text[:18]
    again = line.text.find(opening, 18, _REACH)
    if again < 0:
        return []
    first = line.text[:again].rstrip()
    if line.text[again : again + len(first)] != first or first.count(" ") < 2:
        return []
    return [again, again + len(first)]


def _page_title(line: Line, title: str | None, reach: int) -> list[int]:
    """The title that the page's source gives, before the text."""
    if title and len(title) > 12 and line.text.startswith(title):
        return [len(title)]
    return []


def _before_dateline(line: Line, title: str | None, reach: int) -> list[int]:
    """A headline that runs into a dateline."""
    found = datelines.inside(line.text, reach=min(reach + _MOST_DATELINE, _REACH))
    if found is None:
        return []
    before = line.text[: found.start]
    if found.start >= reach or not 3 <= before.count(" ") <= 26:
        return []
    return [found.start]


def _outlet(line: Line, title: str | None, reach: int) -> list[int]:
    """A headline, a known outlet's name, then the text."""
    hits = words.outlets_in(line.text[: min(reach + _MOST_NAME, _REACH)].lower())
    for start, end in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        before = line.text[:start]
        if before.count(" ") < 3 or not before.endswith(" ") or line.text[end : end + 1] != " ":
            continue
        if not line.text[start].isupper() or not _STARTS.match(line.text, end):
            continue
        if start >= reach or _LEADS_ON.search(before) or before.endswith(("(", ", ")):
            continue
        return [start, end]
    return []


def _title_case(line: Line, title: str | None, reach: int) -> list[int]:
    """A headline in title case that runs into a sentence: it ends where the small words begin.

    The sentence's own first word is the last capitalised opener before them.
    """
    if not _in_title_case(line.text):
        return []
    tokens = []
    run = 0
    for token in _WORDS.finditer(line.text[:_REACH]):
        tokens.append(token)
        word = token.group()
        if _is_small(word):
            break
        if (
            word.endswith((".", "!", "?"))
            and run > 0
            and not re.fullmatch(r"(?:[A-Z]\.)+|St\.|vs\.", word)
        ):
            return []
        run += 1
    if not _LEAST_CASED <= run < len(tokens):
        return []
    for place in range(run - 1, max(run - 6, 3), -1):
        initial = len(tokens[place + 1].group().strip(".")) == 1  # "Minister A K Antony"
        if tokens[place].group() in _OPENERS and not initial:
            return [tokens[place].start()]
    return []


def _in_title_case(text: str) -> bool:
    """Whether a text opens with some words of which none is small that a headline writes large."""
    return not any(map(_is_small, text.split(None, _LEAST_CASED)[:_LEAST_CASED]))


def _is_small(word: str) -> bool:
    return word[0].islower() and word.strip(",.:;'’") not in _SMALL


_SMALL = word_set("a an and as at by for from in into of on or over the to up vs via with amid")
_OPENERS = word_set(
    "The A An In On At As After Before When While For With This That These It He She They We There"
    " More Two Three Four Five Some Many Most Several Hundreds Thousands Police Officials"
)


def _trailing_name(before: str) -> int | None:
    """Where an outlet's known name begins at the end of a text, None when none ends it."""
    bare = before.rstrip(" |•·-–—")
    small = bare.casefold()
    if len(small) != len(bare):
        return None
    for size in range(min(28, len(bare) - 4), 4, -1):
        start = len(bare) - size
        if small[start:] in words.OUTLETS and bare[start].isupper():
            return start
    return None


RULES: tuple[Callable[[Line, str | None, int], list[int]], ...] = (
    _page_title,
    _title_twice,
    _time_in_header,
    _before_dateline,
    _outlet,
    _title_case,
)
