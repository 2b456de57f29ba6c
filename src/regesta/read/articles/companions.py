"""Lines that keep beside the headlines of a page in a shape of their own: "(Quayside Ledger)",
"www.quayside.example", "Posted in World", "Share this article".

Their words need not be known. They are told by a shape that comes back between the texts of a
page, and by the headlines that stand beside it; and where most lines of one kind have a headline
beside them, what stands there at the others is one too. Headlines that open with the same words
and that texts run on across ("Breaking: ...") are the page's, not the text's.
"""

import re
from collections.abc import Callable, Iterator

from regesta.read.articles import datelines
from regesta.read.articles.cohesion import TURNING, Words, of_line, of_lines, shared
from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    CAPTION,
    COMMENTS,
    COPYRIGHT,
    FURNITURE,
    HASHTAG,
    KEY_POINT,
    PROMO,
    PUBLISHER,
    SIGN_OFF,
    SOURCE,
    TIME,
    TITLE,
)
from regesta.read.articles.lines import HEADLINE, Line
from regesta.read.articles.marks import end_sign
from regesta.read.articles.repeats import groups_of, words_before
from regesta.text.hinted import holds_any

_MOST_WORDS = 8  # in such a line, unless it is the same each time
_MOST_TEMPLATE = 60  # words in a line that is
_LEAST_REACH = 0.5  # of the page's text stands between the first and the last of these
_MOST_LINKED, _LEAST_LINKED = 24, 6  # words in a headline that a text runs on across
_LEAST = 3  # places with texts between them that make a habit
_BESIDE = 0.6  # of the places have a headline beside them
_SIDES = frozenset(  # what may stand between it and the headline
    (TIME, PUBLISHER, AUTHOR, FURNITURE, COMMENTS, COPYRIGHT, HASHTAG, SOURCE, SIGN_OFF)
)
_TAILS = frozenset((COPYRIGHT, SOURCE, SIGN_OFF))
_MOST_CAPITALS = 3
_REACH = 5  # lines in which the headline stands
_MOST_OWN = 0.25  # that such a headline shares with the text around it
_NEAR = 3  # lines of text before and behind that are compared
# Labels that this may overrule.
_OPEN = frozenset((BODY, TITLE, CAPTION, FURNITURE, KEY_POINT, PROMO))
_SPOKEN = frozenset((BODY, CAPTION, FURNITURE))  # what a headline may have been taken for
_MOST_TITLE = 30  # words in a headline

_BRACKETED = re.compile(r"(?P<open>[(\[{<*_~])[^()\[\]{}<>]{2,60}[)\]}>*_~]")
_ADDRESS = re.compile(r"\S*\w\.\w\S*")
_NAMED = re.compile(r"(?P<name>[^\W\d][\w ]{0,20}):\s\S")
_BAR_MARKS = tuple("|·•/—–>›»")
_BARS = re.compile(rf"\s(?P<mark>[{''.join(_BAR_MARKS)}])\s")
_TWO_WORDS = re.compile(r"\w+\s\w+")
_FIGURES = re.compile(r"\d+")
_NAMES = re.compile(r"[A-Z][\w'’.-]*")
_MOST_PATTERN = 3  # spaces in a line of names and figures
_LAST_WORDS = 4  # that lines of one kind end with
_SIGNS = " \t→➔►▶▸»>•·*-–—★☆✦"
_FAR = 3000  # characters of those lines


def mark_companions(lines: list[Line]) -> None:
    """Settle `kin` of the lines that keep beside headlines, and make furniture of the unknown."""
    read: list[int] = []
    shapes = [*_by_shape(lines, shape_of=_shape).items()]
    if any(line.template for line in lines):
        shapes += _by_shape(lines, shape_of=_template).items()
    for shape, found in shapes:
        if len(found) < _LEAST or lines[found[0]].kin:
            continue
        read = read or words_before(lines)
        groups = groups_of(found, read=read)
        if len(groups) < _LEAST or not _keep_beside(lines, groups=groups):
            continue
        reach = read[found[-1]] - read[found[0]]
        if lines[found[0]].words > _MOST_WORDS and reach < _LEAST_REACH * read[-1]:
            continue  # a caption that stands in one text again and again
        for place in found:
            line = lines[place]
            line.kin = shape
            if line.label in _OPEN:
                line.label, line.rule = FURNITURE, "beside-headlines"


def mark_links(lines: list[Line]) -> None:
    """Make furniture of the headlines that open in one way and have one text on both sides."""
    for found in _by_shape(lines, shape_of=_link).values():
        if len(found) < _LEAST:
            continue
        across = sum(_runs_on(lines, place=place) for place in found)
        if across < max(2, _BESIDE * len(found)):
            continue
        for place in found:
            lines[place].label, lines[place].rule = FURNITURE, "text-runs-on"


def _by_shape(lines: list[Line], *, shape_of: Callable[[Line], str]) -> dict[str, list[int]]:
    """The places of the lines of each shape, in page order."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        shape = shape_of(line)
        if shape:
            places.setdefault(shape, []).append(place)
    return places


def _shape(line: Line) -> str:
    """What a short line has in common with others of its kind; "" for headlines and text."""
    if line.bullet or line.label == TIME or not 0 < line.words <= _MOST_TEMPLATE:
        return ""
    if line.label in _TAILS:
        return f"label {line.label}"
    if line.template and _BRACKETED.fullmatch(line.text):
        return ""  # "(END)" is no kin of every line in brackets
    shapes = SHAPES if line.words <= _MOST_WORDS else LONG_SHAPES if line.key else ()
    for name, read in shapes:
        found = read(line.text)
        if found and (name != "opening" or not line.template or "#" in found):
            return f"{name} {found}"
    return ""


def _template(line: Line) -> str:
    """The words of a line that comes back and that no shape of others is like."""
    short = 0 < line.words <= _MOST_TEMPLATE and line.label != TIME
    return line.key if line.template and short and not (line.bullet or line.kin) else ""


def _link(line: Line) -> str:
    """The words that open a headline up to its colon."""
    if line.label != TITLE or not _LEAST_LINKED <= line.words <= _MOST_LINKED:
        return ""
    return _name(line.text.lstrip(_SIGNS))


def _runs_on(lines: list[Line], *, place: int) -> bool:
    """Whether one text stands on both sides of a line that is about something else."""
    matter = _matter(lines, place=place)
    return matter is not None and shared(of_line(lines[place]), matter) <= _MOST_OWN


def _matter(lines: list[Line], *, place: int) -> Words | None:
    """What the text around a line is about, None where it does not run on across the line."""
    before = [line for line in lines[max(place - _NEAR, 0) : place] if line.label == BODY]
    after = [line for line in lines[place + 1 : place + 1 + _NEAR] if line.label == BODY]
    above, below = of_lines(before, reach=_FAR), of_lines(after, reach=_FAR)
    return above | below if shared(above, below) > TURNING else None


def _bracket(text: str) -> str:
    match = None if text[0].isalnum() else _BRACKETED.fullmatch(text)
    return match["open"] if match is not None else ""


def _address(text: str) -> str:
    return "site" if "." in text and _ADDRESS.fullmatch(text) is not None else ""


def _name(text: str) -> str:
    match = _NAMED.match(text) if ":" in text else None
    return match["name"].casefold() if match is not None else ""


def _bars(text: str) -> str:
    if not holds_any(text, hints=_BAR_MARKS):
        return ""
    return "".join(sorted({match["mark"] for match in _BARS.finditer(text)}))


def _capitals(text: str) -> str:
    """A word or three in capitals: the section that a headline stands in."""
    return "few" if text.isupper() and len(text.split()) <= _MOST_CAPITALS else ""


def _two_words(text: str) -> str:
    """The opening words with figures left open, unless both are capitalised: headlines of one
    matter share their names."""
    match = _TWO_WORDS.match(text)
    if match is None or (match.group().istitle() and match.group().replace(" ", "").isalpha()):
        return ""
    return _FIGURES.sub("#", match.group()).casefold()


def _figures(text: str) -> str:
    """What stands before the first figure of a few words, names left open: "Oslo, 14:05" and
    "Lima, 9:30 am" are alike."""
    figure = _FIGURES.search(text)
    if figure is None or figure.start() == 0 or text.count(" ") > _MOST_PATTERN:
        return ""
    return _NAMES.sub("A", text[: figure.start()])


def _ending(text: str) -> str:
    """The last words of a longer line, as notes and requests to the reader keep them."""
    last = text.rsplit(None, _LAST_WORDS)[-_LAST_WORDS:]
    return " ".join(last).casefold() if len(last) == _LAST_WORDS else ""


def _dated_bars(text: str) -> str:
    """The bars of a line that tells figures among them: "Posted: 4 May | Updated: 5 May | 3"."""
    if text.endswith(".") or _FIGURES.search(text) is None:
        return ""
    return _bars(text) if len(_BARS.findall(text)) > 1 else ""


SHAPES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("bracket", _bracket),
    ("address", _address),
    ("bars", _bars),
    ("name", _name),
    ("capitals", _capitals),
    ("opening", _two_words),
    ("figures", _figures),
)
LONG_SHAPES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("bars", _dated_bars),
    ("ending", _ending),
)


def _keep_beside(lines: list[Line], *, groups: list[list[int]]) -> bool:
    """Whether most of the places have a headline on the same side, or on either; the page's first
    and last line have nothing on one side."""
    above = [_titled(lines, places=group, step=-1) for group in groups]
    if _most(above if groups[0][0] > 0 else above[1:]):
        return True
    below = [_titled(lines, places=group, step=1) for group in groups]
    if _most(below if groups[-1][-1] < len(lines) - 1 else below[:-1]):
        return True
    return _most([one or other for one, other in zip(above, below, strict=True)])


def _most(side: list[bool]) -> bool:
    return sum(side) >= max(2, _BESIDE * len(side))


def _titled(lines: list[Line], *, places: list[int], step: int) -> bool:
    return any(_first_title(lines, place=place, step=step) is not None for place in places)


def _first_title(lines: list[Line], *, place: int, step: int) -> Line | None:
    """The headline above (-1) or below (1) a line, right there or behind others of a header."""
    for distance in range(1, _REACH + 1):
        at = place + step * distance
        if not 0 <= at < len(lines):
            return None
        if lines[at].label == TITLE:
            return lines[at]
        if lines[at].label not in _SIDES:
            return None
    return None


def title_as_elsewhere(lines: list[Line]) -> None:
    """Headlines that end like sentences or are a word or two: at a time, a name, a companion, or
    a line that shows itself a text's first or last, on the side where most of its kind have one."""
    kinds: dict[str, list[int]] = {}
    end = end_sign([line for line in lines if line.label == BODY])
    for place, line in enumerate(lines):
        kind = _kind(line, end=end)
        if kind:
            kinds.setdefault(kind, []).append(place)
    for places in kinds.values():
        for step in (-1, 1):
            for line in _lacking(lines, places=places, step=step):
                line.label, line.rule = TITLE, "beside-line-as-elsewhere"


def _kind(line: Line, *, end: str) -> str:
    """What a line is to the headline beside it; `end` is the sign that texts end with."""
    if line.label == BODY:
        if end and line.text.endswith(end):
            return "last"
        return "first" if datelines.opens(line) else ""
    return line.kin or (line.label if line.label in (TIME, PUBLISHER, AUTHOR) else "")


def _lacking(lines: list[Line], *, places: list[int], step: int) -> Iterator[Line]:
    """The lines on one side that should be headlines, where most of them are."""
    inner = [place for place in places if 0 <= place + step < len(lines)]
    titled = [place for place in inner if lines[place + step].label == TITLE]
    if len(titled) < 2 or len(titled) < _BESIDE * len(inner):
        return
    for place in inner:
        line, other = lines[place + step], None
        if lines[place].label != BODY:  # a text's own first or last line may have one on both sides
            other = _first_title(lines, place=place, step=-step)
        if (
            line.label in _SPOKEN
            and line.rule != "credit-words"
            and not line.glued
            and line.site in ("", HEADLINE)
            and 2 <= line.words <= _MOST_TITLE
            and other is None
        ):
            yield line
