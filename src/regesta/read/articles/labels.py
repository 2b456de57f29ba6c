"""Lines to labels: the plain cases at once, the others by their evidence (see evidence.py)."""

from regesta.read.articles import datelines, words
from regesta.read.articles.companions import mark_companions, mark_links, title_as_elsewhere
from regesta.read.articles.evidence import (
    BODY,
    CAPTION,
    CLOCK,
    EMBED,
    FURNITURE,
    MOST_TOLD,
    TIME,
    TITLE,
    View,
    fitting,
    tells_time,
)
from regesta.read.articles.habits import (
    colon_titles,
    publisher_names,
    spoken_titles,
    turning_titles,
)
from regesta.read.articles.lines import Line
from regesta.read.articles.marks import credited_captions, highlights, marked_titles
from regesta.read.articles.repeats import count_repeats

_LONG_POST = 90  # words that are too many for a post or a caption


def part_site_lines(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a page without those that all evidence makes the site's own, and these.

    They tell nothing of the page's habits. What a page says more than once stays in it, for it may
    stand between its articles; what comes back between all its texts is its habit, not the site's.
    """
    count_repeats(lines)
    names = publisher_names(lines)
    rest: list[Line] = []
    aside: list[Line] = []
    gap = 0
    for place, line in enumerate(lines):
        if line.template:
            line.site = ""
        if line.site and line.places == 1 and not line.label:
            _settle(_view(lines, place=place, names=names, first=False))
            if line.label == FURNITURE:
                aside.append(line)
                gap = max(gap, line.gap)
                continue
            line.label = line.rule = ""
        line.gap, gap = max(gap, line.gap), 0
        rest.append(line)
    return rest, aside


def label_lines(lines: list[Line]) -> None:
    """Settle every line's label, rule and number of repeats."""
    count_repeats(lines)
    datelines.pass_over_speakers(lines)
    names = publisher_names(lines)
    first = True
    for place, line in enumerate(lines):
        if line.label:
            first = False
            continue
        if not line.key and not line.site:
            _settle_long(line)
            first = False
            continue
        if not first and tells_time(line) and "@" not in lines[place - 1].text:
            line.label, line.rule = TIME, "time-line"
            continue
        plain = not line.site and _is_plain_sentence(line)
        if plain and not words.is_telling(line.text, key=line.key, tokens=line.tokens):
            line.label, line.rule = BODY, "sentence"
            first = False
            continue
        _settle(_view(lines, place=place, names=names, first=first))
        first = first and line.label in (FURNITURE, CLOCK)
    credited_captions(lines)
    highlights(lines)
    colon_titles(lines)
    mark_links(lines)
    marked_titles(lines)
    mark_companions(lines)
    title_as_elsewhere(lines)
    spoken_titles(lines)
    turning_titles(lines)


def _view(lines: list[Line], *, place: int, names: frozenset[str], first: bool) -> View:
    """A line among its neighbours."""
    return View(
        line=lines[place],
        small=lines[place].text.lower(),
        before=lines[place - 1] if place else None,
        after=lines[place + 1] if place + 1 < len(lines) else None,
        names=names,
        first=first,
    )


def _is_plain_sentence(line: Line) -> bool:
    """A finished sentence of a dozen words and nothing in it that any other label is known by:
    the features need not be asked."""
    return (
        line.ends
        and line.words >= 12
        and line.repeats == 1
        and (line.block is None or line.block.tag == "p")
        and not (line.bullet or line.underlined)
        and not line.text[0].islower()
    )


def _settle_long(line: Line) -> None:
    """A line too long for a label is running text, unless a credit or a post gives it away."""
    tail = line.text[-160:].lower()
    short = line.words < _LONG_POST
    marked = short and words.is_marked(tail)
    if marked and words.is_embed(tail):
        line.label, line.rule = EMBED, "embedded-post"
    elif (marked and words.is_credited(tail)) or (short and words.opens_caption(line.text)):
        line.label, line.rule = CAPTION, "credit-words"
    else:
        line.label, line.rule = BODY, "long-text"


def _settle(view: View) -> None:
    line = view.line
    best, strongest = 0.0, ""
    scores: dict[str, float] = {}
    size, markup = min(line.words, MOST_TOLD), line.block is not None
    for name, seen, weights, top in fitting(size, ends=line.ends, markup=markup):
        if not seen(view):
            continue
        for label, weight in weights:
            scores[label] = scores.get(label, 0.0) + weight
        if top > best:
            best, strongest = top, name
    line.as_title = scores.get(TITLE, 0.0)
    line.label = max(scores, key=scores.__getitem__, default=FURNITURE)
    line.rule = strongest or "nothing-seen"
    if scores.get(line.label, 0.0) <= 0:
        line.label = FURNITURE
