"""The marks that open the headlines of a page in plain text ("##", "★", "10:30 —", "3.", "Item 3:")
or end its texts ("■")."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from regesta.read.articles.evidence import BODY, CAPTION, FURNITURE, KEY_POINT, TITLE
from regesta.read.articles.lines import Line, unmarked
from regesta.read.articles.words import CREDIT_OPENING, HEADING_MARK, POINTS_OPENING

_SIGN = re.compile(
    r"(?:(?P<clock>\d{1,2}[:.]\d\d(?:\s?[aApP]\.?[mM]\.?)?(?:\s?[A-Z]{2,4})?\s?[-–—|:]?)"
    r"|[^\w\s\"'“”‘’«»(\[$€£@&.…-]{1,3}|\d{1,3}(?:[.):]|\s[|/])|[(\[]\d{1,3}[)\]]"
    r"|[(\[][\d/.:,\s-]{4,24}(?:\s?[aApP]\.?[mM]\.?)?[)\]]"
    r"|[A-Z][a-z]{2,12}\s\d{1,3}\s?[-–—:.|])(?=\s)"
)
_END_SIGN = re.compile(r"[^\w\s.,;:!?…。！？()\[\]{}\"'“”‘’«»%€$£/-]{1,3}$")
_USUAL_ENDS = frozenset(".,!?\"”’')")  # behind which no such sign is sought
_COUNTED = re.compile(r"(?P<count>\d{1,3})[.)]?\s+(?=\S)")
_MOST_SKIPPED = 4  # figures from one counted paragraph to the next
_FIGURES = re.compile(r"\d+")
_LEAST = 3  # headlines that open with a sign nobody knows, captions that open with a credit
_CREDITED = "credit-opening"  # the rule of such captions
_LEAST_SHARE = 0.15  # of the page's headlines open with it
_STAMP_FIGURES = 3  # that a stamp has at least
_OPEN = frozenset((BODY, CAPTION, FURNITURE))  # what such a headline may have been taken for
_MOST_TITLE = 30  # words in a headline


def mark_of(line: Line) -> str:
    """What a line opens with, or ends with where that makes it a headline; "" for bare words."""
    if line.rule == "colon-as-elsewhere":
        return ":"
    if line.underlined:
        return "underline"
    match = HEADING_MARK.match(line.text)
    if match is not None:
        return match.group().strip()
    sign = _SIGN.match(line.text)
    if sign is None:
        return ""
    return "sign clock" if sign["clock"] else f"sign {_FIGURES.sub('#', sign.group())}"


def end_sign(texts: list[Line]) -> str:
    """The sign that several texts end with ("■", "###"), "" where none is kept to."""
    found = Counter(
        match.group()
        for line in texts
        if line.text[-1:] not in _USUAL_ENDS
        and (match := _END_SIGN.search(line.text[-4:])) is not None
    )
    return next((sign for sign, count in found.most_common(1) if count >= _LEAST), "")


def list_marks(texts: list[Line]) -> dict[int, int]:
    """How many characters of a text's lines (by their place) only mark them: bullets, and figures
    that count the paragraphs, some of which may not be text."""
    found = {
        place: len(line.text) - len(unmarked(line))
        for place, line in enumerate(texts)
        if line.bullet and not line.text[0].isdigit()
    }
    counted: dict[int, int] = {}
    last = 0
    for place, line in enumerate(texts):
        match = _COUNTED.match(line.text) if line.text[0].isdigit() else None
        if match is not None and last < int(match["count"]) <= last + _MOST_SKIPPED:
            last, counted[place] = int(match["count"]), match.end()
    if len(counted) >= _LEAST and len(counted) * 2 >= len(texts):
        found |= counted
    return found


def page_mark(lines: list[Line]) -> str:
    """The mark that opens several headlines: of those that plain text is known to use the shortest
    (longer ones open cross-heads), else a sign that a good part of them have and little else."""
    titles = Counter(mark_of(line) for line in lines if line.label == TITLE)
    known = [mark for mark in titles if mark and not mark.startswith("sign ") and titles[mark] > 1]
    if known:
        return min(known)
    stamp = _stamp(lines, marks=titles)
    if stamp:
        return stamp
    signs = [mark for mark in titles if mark and titles[mark] >= _LEAST]
    best = max(signs, key=lambda mark: (titles[mark], mark), default="")
    if not best or titles[best] < _LEAST_SHARE * titles.total():
        return ""
    others = sum(mark_of(line) == best for line in lines if line.label in (BODY, KEY_POINT))
    return best if others * 2 <= titles[best] else ""


def _stamp(lines: list[Line], *, marks: Iterable[str]) -> str:
    """The sign of several figures ("[03/05/2024, 10:31:07]") that opens headlines, where text
    stands between any two lines that open with it; "" for none."""
    for mark in marks:
        if mark.count("#") < _STAMP_FIGURES:
            continue
        places = [place for place, line in enumerate(lines) if mark_of(line) == mark]
        apart = all(last - first > 1 for first, last in pairwise(places))
        if len(places) >= _LEAST and apart:
            return mark
    return ""


def marked_titles(lines: list[Line]) -> None:
    """Headlines that end like sentences but open with the sign of the page's headlines."""
    mark = page_mark(lines)
    if not mark.startswith("sign "):
        return
    for line in lines:
        short = line.words <= _MOST_TITLE + 2 * mark.count("#") and line.key
        if line.label in _OPEN and short and mark_of(line) == mark:
            line.label, line.rule = TITLE, "mark-as-elsewhere"


def credited_captions(lines: list[Line]) -> None:
    """Captions in the capitals of a headline, behind the name of an agency, on a page where several
    captions open with one."""
    if sum(line.rule == _CREDITED for line in lines) < _LEAST:
        return
    for line in lines:
        open_to_it = line.label in (TITLE, BODY, FURNITURE) and line.key and not line.ends
        if open_to_it and CREDIT_OPENING.match(line.text) is not None:
            line.label, line.rule = CAPTION, "credit-as-elsewhere"


def highlights(lines: list[Line]) -> None:
    """The points behind the words that announce them: they and the unfinished lines below."""
    listed = False
    for line in lines:
        going_on = listed and line.label in _OPEN | {TITLE}
        listed = not line.ends and (going_on or _announces(line))
        if listed:
            line.label, line.rule = KEY_POINT, "highlight"


def _announces(line: Line) -> bool:
    return "highlights" in line.text[:24] and POINTS_OPENING.match(line.text) is not None
