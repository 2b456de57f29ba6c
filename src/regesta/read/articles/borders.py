"""Whether a new article begins: weighted evidence over what stands between two stretches of text.

Weights and the threshold were set by reason and checked on dumps composed of news texts in
layouts with and without times, blank lines and publishers.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from regesta.read.articles import datelines, words
from regesta.read.articles.cohesion import TURNING, of_line, of_lines, shared
from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    COPYRIGHT,
    FURNITURE,
    LIST_HEADING,
    PUBLISHER,
    SIGN_OFF,
    SOURCE,
    TIME,
    TITLE,
)
from regesta.read.articles.habits import title_beside_time, titles_first
from regesta.read.articles.lines import Line, usual_gap
from regesta.read.articles.marks import end_sign, mark_of, page_mark
from regesta.text.hinted import holds_any

THRESHOLD = 2.5
_AFTER_REACH, _BEFORE_REACH = 1200, 3600  # characters compared on each side of the border
_OF_ARTICLES = frozenset((TITLE, TIME, PUBLISHER, BODY))
_NAMED = re.compile(r"\w\s[-–—|]\s(?:[A-Z][\w.'’&-]*\s?){1,5}$")
_NAME_MARKS = ("-", "–", "—", "|")
_LEAST_NAMED = 3  # such headlines that make a habit of the page
_ARTICLE_LINE = 160  # words of which few paragraphs but most whole articles have more
_LONG_LINE = 90  # words that make a line a possible article of its own


Shape = tuple[str, ...]
"""The labels of a header's lines, furniture by what it was known by."""
_MANY = 3  # headers of one shape that make a habit
_MOST_SIDED = 0.4  # of the headers carry a time or a name
_LEAST_KIN = 0.3  # of the headers have a line of one kind


@dataclass(frozen=True, slots=True)
class Style:
    """What the headers of a page have in common, where they have anything in common.

    `times` and `repeats`: several headers carry a time line or say their title twice. `gaps`: a
    wider gap than usual stands between some lines only. `blocks`: texts stand on long lines.
    """

    marks: str = ""  # what opens the headlines of a page in plain text: "##"
    times: bool = False
    sided: bool = False  # most headers carry a time or a publisher
    titles_first: bool | None = None  # whether titles stand above their times, where they do
    kin: frozenset[str] = frozenset()  # of the lines that several headers have
    shapes: frozenset[Shape] = frozenset()  # of the headers that several texts have
    repeats: bool = False
    gaps: bool = False
    gaps_part: bool = False  # nearly every blank line has a header behind it
    usual: int = 0  # blank lines that most lines have before them
    blocks: bool = False
    blocks_part: Callable[[], bool] = bool  # most of them are about another matter than the last
    turns: bool = False  # every text is one line, with a headline between any two
    dated: bool = False  # several texts open with a dateline
    end: str = ""  # the sign that several texts end with
    asks: bool = False  # most headlines that stand behind a text ask
    named: bool = False  # several headlines end in the name of their publisher
    bare: bool = False  # no line is short: no headline, no name, no time stands alone
    single: bool = False  # the source gives one article a page

    @property
    def parts_texts(self) -> bool:
        """Whether texts are parted by blank lines, signs at their end or the length of lines."""
        return self.gaps or self.blocks or self.bare or bool(self.end)


class Gap(NamedTuple):
    """What stands between two stretches of text: `between` may be empty.

    `before` is the article so far, `after` the next stretch.
    """

    before: list[Line]
    between: list[Line]
    after: list[Line]
    style: Style


def style_of(lines: list[Line], *, single: bool) -> Style:
    """The page's habits, told by its labelled lines; a habit is kept by a good part of headers."""
    texts = [line for line in lines if line.label == BODY]
    long_lines = [line for line in texts if line.words >= _LONG_LINE]
    blocks = len(long_lines) >= 2 and len(long_lines) * 2 >= len(texts)
    heads = list(_headers(lines))
    timed = [head for head in heads if any(line.label == TIME for line in head)]
    times = len(timed) >= 2 and len(timed) >= 0.3 * len(heads)
    sure = timed if times else heads
    sided = sum(any(line.label in (TIME, PUBLISHER) for line in head) for head in heads)
    again = sum(any(line.repeats > 1 for line in head) for head in heads)
    pairs = [
        (before, line)
        for before, line in pairwise([line for line in lines if line.rule != "rule-line"])
        if before.label in _OF_ARTICLES and line.label in _OF_ARTICLES
    ]
    usual = usual_gap(lines)
    plain = [line.gap > usual for _, line in pairs]
    parting = [
        line.label in (TITLE, TIME, PUBLISHER)
        for before, line in pairs
        if line.gap > usual and before.label == BODY
    ]
    return Style(
        times=times,
        sided=sided >= _MANY and sided >= _MOST_SIDED * len(heads),
        marks=page_mark(lines),
        titles_first=titles_first(heads),
        kin=_common_kin(sure),
        shapes=_common_shapes(sure),
        repeats=again >= 2 and again >= 0.5 * len(heads),
        gaps=2 <= sum(plain) <= 0.4 * len(plain),
        usual=usual,
        gaps_part=len(parting) >= 2 and sum(parting) >= 0.7 * len(parting),
        blocks=blocks,
        blocks_part=cache(lambda: blocks and _turn_often(texts)),  # few pages ask for it
        dated=sum(map(datelines.opens, texts)) >= _MANY,
        end=end_sign(texts),
        turns=len(texts) > 2 and not any(a.label == b.label == BODY for a, b in pairs),
        asks=_mostly_ask(lines),
        named=sum(_is_named(line) for line in lines) >= _LEAST_NAMED,
        bare=all(line.glued or line.words >= _LONG_LINE for line in lines),
        single=single,
    )


def _mostly_ask(lines: list[Line]) -> bool:
    """Whether most headlines of a page, and several, are questions."""
    titles = [line for line in lines if line.label == TITLE]
    asking = sum(line.text.endswith("?") for line in titles)
    return asking >= _MANY and asking * 2 >= len(titles)


def _turn_often(texts: list[Line]) -> bool:
    """Whether most long lines share little with the line before them."""
    turns = [
        shared(of_line(before), of_line(line)) <= TURNING
        for before, line in pairwise(texts)
        if min(before.words, line.words) >= _LONG_LINE
    ]
    return len(turns) >= 2 and sum(turns) >= 0.6 * len(turns)


def _common_shapes(heads: list[list[Line]]) -> frozenset[Shape]:
    """The shapes of more than one line, a title among them, that several headers have."""
    counts = Counter(map(_shape, heads))
    return frozenset(
        shape
        for shape, count in counts.items()
        if count >= _MANY and len(shape) > 1 and TITLE in shape
    )


def _common_kin(heads: list[list[Line]]) -> frozenset[str]:
    """The kinds of lines beside headlines that a good part of the headers have."""
    counts = Counter(kin for head in heads for kin in {line.kin for line in head if line.kin})
    least = max(_MANY, _LEAST_KIN * len(heads))
    return frozenset(kin for kin, count in counts.items() if count >= least)


def _shape(head: list[Line]) -> Shape:
    return tuple(line.rule if line.label == FURNITURE else line.label for line in head)


def _headers(lines: list[Line]) -> Iterator[list[Line]]:
    """Every stretch between two texts that holds a title or a time."""
    head: list[Line] = []
    for line in lines:
        if line.label != BODY:
            head.append(line)
        elif head:
            if any(other.label in (TITLE, TIME) for other in head):
                yield head
            head = []


def evidence(gap: Gap) -> dict[str, float]:
    """Every row that speaks for (+) or against (-) a new article, by name; see also `about`."""
    labels = {line.label for line in gap.between}
    titles = [line for line in gap.between if line.label == TITLE]
    found = {label: weight for label, weight in _LABELS.items() if label in labels}
    if any(line.repeats > 1 for line in titles):
        found["title-repeated"] = 2.5
    if any(line.rule == "address-inside" for line in gap.between):
        found["address"] = 1.5
    if titles and words.signs_off(gap.before[-1].text):
        found["last-text-signed"] = 2.5
    if _dated(gap):
        found["dateline-follows"] = 3.0
    elif gap.between and not labels & _HEADING:
        alone = COPYRIGHT in labels and not gap.style.blocks
        found["no-title"] = -3.0 if alone else -2.0
    if gap.style.single:
        found["one-article-given"] = -3.0
    if sum(line.words for line in gap.after) < 20 and TIME not in labels:
        found["little-follows"] = -1.0
    found.update(_habits(gap, labels=labels, titles=titles))
    return found


def begins(gap: Gap) -> bool:
    """Whether the evidence adds up to a new article; the words are only asked where it is close."""
    seen = sum(evidence(gap).values())
    least, most = _reach(gap)
    if seen + least >= THRESHOLD or seen + most < THRESHOLD:
        return seen >= THRESHOLD
    return seen + sum(about(gap).values()) >= THRESHOLD


def _reach(gap: Gap) -> tuple[float, float]:
    """The least and the most that `about` can add up to."""
    least, most = (-1.0, 2.5) if _is_full(gap) else (-3.0, 2.5)
    if not gap.between:
        return (least - 2.5, most + 4.0) if gap.style.blocks else (least - 2.5, most - 2.5)
    return least - 1.5, most + 2.0


_SIDES = frozenset((TIME, PUBLISHER, LIST_HEADING, SIGN_OFF, SOURCE, COPYRIGHT))
_SURE = frozenset((TIME, LIST_HEADING, SIGN_OFF, SOURCE))
_HEADING = frozenset((TITLE, TIME, PUBLISHER, LIST_HEADING, SIGN_OFF, SOURCE, AUTHOR))
_LABELS = {
    TITLE: 1.0,
    TIME: 3.0,
    PUBLISHER: 2.0,
    AUTHOR: 1.0,
    LIST_HEADING: 3.0,
    SIGN_OFF: 2.5,
    SOURCE: 2.5,
    COPYRIGHT: 2.0,
}


def _habits(gap: Gap, *, labels: set[str], titles: list[Line]) -> dict[str, float]:
    """Whether the header keeps to what the page's other headers do."""
    found: dict[str, float] = {}
    style = gap.style
    again = any(line.repeats > 1 for line in titles)
    twice = len({line.key for line in titles}) < len(titles)
    if (style.times and TIME not in labels) and not twice and LIST_HEADING not in labels:
        bare = not labels & {PUBLISHER, COPYRIGHT, SIGN_OFF}
        named = _is_beside_name(gap.between)
        found["no-time-on-page-with-times"] = -3.5 if bare else -1.0 if named else -2.0
    elif style.sided and not (again or labels & _SIDES):
        found["bare-on-page-with-sides"] = -2.5
    first = style.titles_first
    if first is not None and title_beside_time(gap.between, first=first) is not None:
        found["title-and-time-as-elsewhere"] = 1.5
    elif _shape(gap.between) in style.shapes:
        found["header-as-elsewhere"] = 1.5
    if style.end:
        found["end-sign"] = 3.0 if _ends_with_sign(gap) else -1.0
    if style.kin:
        has = any(line.kin in style.kin for line in gap.between)
        found["line-of-headers"] = 2.5 if has else 0.0 if again or labels & _SURE else -2.0
    if style.repeats and not again and not labels & {LIST_HEADING, TIME, PUBLISHER}:
        found["title-once-on-page-of-repeats"] = -1.5
    if style.gaps:
        widest = max(line.gap for line in (*gap.between, gap.after[0]))
        apart = widest > style.usual
        weight = 3.0 if style.gaps_part else 1.5
        found["blank-line"] = weight if apart else -weight
    sizes = min(gap.before[-1].words, gap.after[0].words)
    if style.blocks and titles and sizes >= _LONG_LINE:
        found["title-between-long-lines"] = 4.0 if sizes >= _ARTICLE_LINE else 2.5
    if style.marks and titles:
        if any(mark_of(line) == style.marks for line in titles):
            found["title-marked-as-elsewhere"] = 3.0
        elif not (again or labels & _SURE):
            found["title-without-mark"] = -2.0
    if style.named and any(_is_named(line) for line in titles):
        found["title-with-its-publisher"] = 2.5
    if style.asks and any(line.text.endswith("?") for line in titles):
        found["title-asks-as-elsewhere"] = 1.5
    if style.turns and titles:
        found["title-and-text-in-turn"] = 2.0
    if style.bare and sizes >= _LONG_LINE:
        found["every-line-is-long"] = 3.0
    if titles and not style.blocks:
        longest = max(line.words for line in titles)
        found["title-size"] = 0.7 if longest >= 7 else -0.7 if longest <= 4 else 0.0
    return found


def _is_named(line: Line) -> bool:
    """ "Ferries stay in port - Quayside Ledger"."""
    marked = line.label == TITLE and holds_any(line.text, hints=_NAME_MARKS)
    return marked and _NAMED.search(line.text) is not None


def _dated(gap: Gap) -> bool:
    """Whether the text behind opens with a dateline; a deck or a caption may stand first."""
    if datelines.opens(gap.after[0]):
        return True
    return gap.style.dated and any(map(datelines.opens_unfinished, gap.between))


def _ends_with_sign(gap: Gap) -> bool:
    """Whether the last text, or what goes with it, ends as the page's texts do."""
    return any(line.text.endswith(gap.style.end) for line in (gap.before[-1], *gap.between))


def _is_full(gap: Gap) -> bool:
    """Whether the header between tells a time, says its title twice, follows the "Source:" line of
    the last article, keeps a line or a mark that headers elsewhere have, or stands behind a blank
    line on a page where those part articles."""
    wide = any(line.label == TITLE and line.gap > gap.style.usual for line in gap.between)
    if (gap.style.gaps_part and wide) or any(line.kin in gap.style.kin for line in gap.between):
        return True
    if (gap.style.dated and _dated(gap)) or _is_beside_name(gap.between):
        return True
    if (gap.style.end and _ends_with_sign(gap)) or words.signs_off(gap.before[-1].text):
        return True
    if gap.style.marks and any(mark_of(line) == gap.style.marks for line in gap.between):
        return True
    return any(line.label in (TIME, SOURCE) or line.repeats > 1 for line in gap.between)


def _is_beside_name(between: list[Line]) -> bool:
    """Whether a headline has the name of its publisher right above or below it."""
    return any({one.label, other.label} == {TITLE, PUBLISHER} for one, other in pairwise(between))


def about(gap: Gap) -> dict[str, float]:
    """What the words say: a headline belongs to what follows, another article shares little."""
    titles = [line for line in gap.between if line.label == TITLE]
    before = of_lines(reversed(gap.before), reach=_BEFORE_REACH)
    after = of_lines(gap.after, reach=_AFTER_REACH)
    # Related articles are about the same matter: likeness weighs little against a full header.
    full = _is_full(gap)
    matter = 30.0 * (TURNING - shared(before, after))
    found = {"other-matter": _clip(matter, low=-1.0 if full else -3.0, high=2.5)}
    if titles:
        head = of_line(titles[-1])
        ahead, back = shared(head, after), shared(head, before)
        found["title-about-text"] = _clip(2.5 * (ahead - back), low=-1.5, high=2.0)
    elif not gap.between:
        sizes = min(gap.after[0].words, gap.before[-1].words)
        alone = 2.5 if sizes >= _ARTICLE_LINE else 1.5 if sizes >= _LONG_LINE else -2.5
        found["no-header"] = alone if gap.style.blocks else -2.5
        if alone > 0 and gap.style.blocks_part():
            found["lines-are-articles"] = 1.5
    return found


def _clip(value: float, *, low: float, high: float) -> float:
    return max(low, min(high, value))
