"""Labelled lines to drafts of articles: where each begins, what heads it, what belongs to none."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from regesta.model import Role
from regesta.read.articles import datelines, words
from regesta.read.articles.borders import Gap, Style, begins, style_of
from regesta.read.articles.cohesion import of_line, of_lines, shared
from regesta.read.articles.comments import TEXT, part_comments
from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    CAPTION,
    CLOCK,
    COPYRIGHT,
    FURNITURE,
    HASHTAG,
    KEY_POINT,
    LIST_HEADING,
    PUBLISHER,
    SIGN_OFF,
    SOURCE,
    TIME,
    TITLE,
)
from regesta.read.articles.habits import title_beside_time
from regesta.read.articles.lines import Line

DECK, TITLE_REPEAT = "deck", "title-repeat"
_TAIL = frozenset((HASHTAG, SOURCE, SIGN_OFF, COPYRIGHT))
_LEAST_TEXT = 9  # words that make a stretch of text more than a stray line
_MOST_SERVICE = 24  # words at a page's end that may be the page speaking for itself
_LEAST_HEADLINE = 5  # words in a line said twice that is no cross-head ("Background")
_MOST_DECK = 45  # words in a line without a full stop that may be a deck


@dataclass(slots=True)
class Draft:
    """An article in the making: its lines in page order and the one that is its title."""

    lines: list[Line] = field(default_factory=list)
    title: Line | None = None
    role: Role = Role.RELATED
    stamp: str | None = None  # the markup's own date of a card

    @property
    def body(self) -> list[Line]:
        return [line for line in self.lines if line.label == BODY]


@dataclass(slots=True)
class Grouped:
    """All of a page: drafts in page order, and the lines that belong to none."""

    drafts: list[Draft] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    text: bool
    lines: list[Line]


def group(lines: list[Line], *, title: str | None, single: bool, served: bool = False) -> Grouped:
    """Drafts and furniture of a plain page; `single` says the source gives one article a page,
    `served` that what the page says for itself is known already."""
    found = Grouped()
    lines, comments = part_comments(lines)
    found.furniture.extend(comments)
    style = style_of(lines, single=single)
    runs = _runs(lines)
    last = None if served else next((run for run in reversed(runs) if run.text), None)
    draft: Draft | None = None
    head: list[Line] = []
    for run in runs:
        if not run.text:
            head = run.lines
            continue
        for between, after in _stretches(head, run.lines, draft=draft, style=style):
            if draft is not None and run is last and _is_service(between, after):
                found.furniture.extend([*_tails(between, draft=draft), *after])
                continue
            if draft is None or _begins(draft, between=between, after=after, style=style):
                draft = _open(between, after, found=found, title=title, style=style)
            else:
                _go_on(draft, between)
            _take(draft, after)
        head = []
    _close(head, draft=draft, found=found, style=style)
    _roles(found)
    return found


def _is_service(between: list[Line], after: list[Line]) -> bool:
    """A few words below the page's own lines at the page's end: an app, a slogan, a notice."""
    if sum(line.words for line in after) > _MOST_SERVICE:
        return False
    if not any(line.label == FURNITURE for line in between):
        return False
    if any(line.rule == "text-runs-on" for line in between):
        return False
    if any(line.label in (TIME, PUBLISHER) or line.repeats > 1 for line in between):
        return False
    for line in (*between, *after):
        line.label, line.rule = FURNITURE, "service-at-end"
    return True


def _runs(lines: list[Line]) -> list[_Run]:
    """Stretches of text and of everything else, in turn; tails go with what stands before."""
    runs: list[_Run] = []
    points = _points_in_headers(lines)
    for line in lines:
        text = line.label in TEXT and id(line) not in points
        if runs and runs[-1].text == text:
            runs[-1].lines.append(line)
        else:
            runs.append(_Run(text=text, lines=[line]))
    merged: list[_Run] = []
    for run in runs:
        if run.text and sum(line.words for line in run.lines) < _LEAST_TEXT and _stray(run):
            for line in run.lines:
                line.label, line.rule = FURNITURE, "stray-words"
            run.text = False
        if merged and merged[-1].text == run.text:
            merged[-1].lines.extend(run.lines)
        else:
            merged.append(run)
    return merged


def _points_in_headers(lines: list[Line]) -> set[int]:
    """The key points that stand between a headline and its time or names."""
    found: set[int] = set()
    waiting: list[int] = []
    headed = False
    for line in lines:
        if line.label == KEY_POINT and headed:
            waiting.append(id(line))
            continue
        if line.label in (TIME, PUBLISHER, AUTHOR):
            found.update(waiting)
        headed, waiting = line.label == TITLE, []
    return found


def _stray(run: _Run) -> bool:
    """A few words alone; a short spoken line inside an article keeps its place by its stop."""
    return all(line.label == BODY and not line.ends for line in run.lines) or all(
        line.words <= 4 for line in run.lines
    )


def _stretches(
    head: list[Line], text: list[Line], *, draft: Draft | None, style: Style
) -> Iterable[tuple[list[Line], list[Line]]]:
    """The text behind a header, cut where an article begins without any header of its own."""
    between = head
    start = 0
    before: list[Line] = list(draft.body) if draft is not None else []
    for place in range(1, len(text)):
        if text[place].label != BODY or not _worth_asking(text[place], style=style):
            continue
        gap = Gap(before=[*before, *text[start:place]], between=[], after=text[place:], style=style)
        if begins(gap):
            yield between, text[start:place]
            between, start, before = [], place, []
    yield between, text[start:]


def _worth_asking(line: Line, *, style: Style) -> bool:
    """Only long lines and datelines can begin an article that has no header; without a dateline
    only where something else than headers parts the texts of the page."""
    if line.words >= 60 or line.text[:40].count("(") > 0 or line.text[:4].isupper():
        return style.parts_texts or datelines.opens(line)
    return False


def _begins(draft: Draft, *, between: list[Line], after: list[Line], style: Style) -> bool:
    before = [line for line in draft.lines if line.label == BODY] or draft.lines
    return begins(Gap(before=before, between=between, after=after, style=style))


def _open(
    between: list[Line], after: list[Line], *, found: Grouped, title: str | None, style: Style
) -> Draft:
    """A new draft with its header; what stands before the header are teasers or furniture."""
    previous = found.drafts[-1] if found.drafts else None
    between = _tails(between, draft=previous)
    best = _title_of(between, after=after, title=title, style=style)
    start = _header_start(between, best=best)
    _leftover(between[:start], found=found, style=style)
    draft = Draft(title=best)
    found.drafts.append(draft)
    _head(draft, between[start:], found=found)
    return draft


def _tails(lines: list[Line], *, draft: Draft | None) -> list[Line]:
    """Hand sign-offs, hashtags and the like to the article they end; the rest remains."""
    if draft is None:
        return lines
    place = 0
    for index, line in enumerate(lines):
        if line.label in _TAIL:
            place = index + 1
        elif line.label in (TITLE, PUBLISHER, TIME, LIST_HEADING):
            break
    draft.lines.extend(lines[:place])
    return lines[place:]


def _title_of(
    lines: list[Line], *, after: list[Line], title: str | None, style: Style
) -> Line | None:
    """The title-like line that speaks for the text: repeated, alike in words, near to it, and
    on the side of the time where the page's titles stand."""
    candidates = [line for line in lines if line.label == TITLE]
    if not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0]
    text = of_lines(after, reach=1500)
    usual = None
    if style.titles_first is not None:
        usual = title_beside_time(lines, first=style.titles_first)
    best, top = candidates[0], -1.0
    for place, line in enumerate(candidates):
        score = line.as_title / 4
        score += 2.5 * shared(of_line(line), text)
        score += 2.5 if line.repeats > 1 else 0.0
        score += 2.5 if line is usual else 0.0
        score += 0.5 * (place + 1) / len(candidates) - (1.0 if line.glued and place else 0.0)
        score += 3.0 if title and line.key and line.text.casefold() in title.casefold() else 0.0
        if (score > top and line.key != best.key) or top < 0:
            best, top = line, score
    return best


def _header_start(lines: list[Line], *, best: Line | None) -> int:
    """The first line of the header: its title's first mention, with publisher and time before."""
    if best is None:
        start = place = len(lines)
        while place and lines[place - 1].label in (PUBLISHER, TIME, AUTHOR, CAPTION, FURNITURE):
            place -= 1
            start = start if lines[place].label == FURNITURE else place
        return start
    start = next(place for place, line in enumerate(lines) if line.key == best.key)
    while start and lines[start - 1].label in (PUBLISHER, TIME, AUTHOR):
        start -= 1
    return start


def _head(draft: Draft, lines: list[Line], *, found: Grouped) -> None:
    """Label the header's lines around the title and hand them to the draft."""
    for line in lines:
        if draft.title is not None and line is not draft.title and line.label == TITLE:
            if line.key == draft.title.key:
                line.label, line.rule = TITLE_REPEAT, "title-again"
            elif line.glued:
                line.label, line.rule = FURNITURE, "breadcrumb"
            elif not any(other.label == DECK for other in draft.lines):
                line.label, line.rule = DECK, "below-title"
            else:
                line.label, line.rule = FURNITURE, "header-words"
        if line.label in (FURNITURE, CLOCK, LIST_HEADING):
            found.furniture.append(line)
        else:
            draft.lines.append(line)
    first = next(
        (line for line in draft.lines if draft.title and line.key == draft.title.key), None
    )
    if first is not None and draft.title is not first and draft.title is not None:
        draft.title.label, draft.title.rule = TITLE_REPEAT, "title-again"
        first.label = TITLE
        draft.title = first


def _take(draft: Draft, lines: list[Line]) -> None:
    """Add a stretch of text; bullets are key points only before the first words of the text, unless
    the text announces them."""
    points = [line for line in lines if line.label == KEY_POINT and line.rule != "highlight"]
    if draft.body or not draft.title or lines.index(points[0] if points else lines[0]) > 0:
        for line in points:
            line.label, line.rule = BODY, "list-in-text"
    draft.lines.extend(lines)


def _go_on(draft: Draft, lines: list[Line]) -> None:
    """Lines between two stretches of one article: cross-heads are text, the rest furniture."""
    for line in lines:
        if line.label == TITLE:
            line.label, line.rule = _inside(line, draft=draft)
        elif line.label in (PUBLISHER, TIME, LIST_HEADING, CLOCK):
            line.label = FURNITURE
        draft.lines.append(line)


def _inside(line: Line, *, draft: Draft) -> tuple[str, str]:
    """What a headline inside an article is: its own again, somebody else's, or a cross-head."""
    if draft.title is not None and line.key == draft.title.key:
        return TITLE_REPEAT, "title-again"
    others = line.places > 1 and line.words >= _LEAST_HEADLINE
    return (FURNITURE, "headline-of-others") if others else (BODY, "cross-head")


def _leftover(lines: list[Line], *, found: Grouped, style: Style) -> None:
    """Header lines that head no text: each title is a teaser, the rest furniture.

    On a page whose headers carry times, a few words without any are no headline.
    """
    if not lines:
        return
    lines = _below_list_heading(lines, found=found)
    labels = {line.label for line in lines}
    again = any(line.repeats > 1 for line in lines)
    if style.times and not again and not labels & {TIME, PUBLISHER, LIST_HEADING}:
        for line in lines:
            if line.label == TITLE:
                line.label, line.rule = FURNITURE, "title-without-time"
    titles = [line for line in lines if line.label == TITLE]
    if not titles:
        found.furniture.extend(lines)
        return
    leads = next(line for line in lines if line.label in (TITLE, PUBLISHER, TIME)).label != TITLE
    waiting: list[Line] = []
    draft: Draft | None = None
    for line in lines:
        if line.label == TITLE:
            if draft is not None and draft.title is not None and line.key == draft.title.key:
                line.label, line.rule = TITLE_REPEAT, "title-again"
                draft.lines.append(line)
                continue
            draft = Draft(title=line, role=Role.TEASER, lines=[*waiting, line])
            waiting = []
            found.drafts.append(draft)
        elif line.label == CAPTION or (line.label in (PUBLISHER, TIME, AUTHOR) and leads):
            waiting.append(line)
        elif line.label in (PUBLISHER, TIME, AUTHOR) and draft is not None:
            draft.lines.append(line)
        else:
            found.furniture.append(line)
    found.furniture.extend(waiting)


def _below_list_heading(lines: list[Line], *, found: Grouped) -> list[Line]:
    """What stands above "Related" in a header is the page's own, unless it is said twice."""
    last = max(
        (place for place, line in enumerate(lines) if line.label == LIST_HEADING), default=-1
    )
    above = lines[: last + 1]
    if any(line.label == TITLE and line.repeats > 1 for line in above):
        return lines
    for line in above:
        if line.label == TITLE:
            line.label, line.rule = FURNITURE, "above-list-heading"
    found.furniture.extend(above)
    return lines[last + 1 :]


def _close(head: list[Line], *, draft: Draft | None, found: Grouped, style: Style) -> None:
    """The lines after the last text: a lone headline said once is the page's own word."""
    rest = _tails(head, draft=draft)
    titles = [line for line in rest if line.label == TITLE]
    lone = draft is not None and len(titles) == 1 and titles[0].repeats == 1
    if lone and not any(line.label in (LIST_HEADING, TIME, PUBLISHER, CAPTION) for line in rest):
        titles[0].label, titles[0].rule = FURNITURE, "lone-words-at-end"
    _leftover(rest, found=found, style=style)


def _deck(draft: Draft) -> None:
    """An unfinished first line under the title, over more text, is the deck."""
    body = draft.body
    if draft.title is None or len(body) < 2:
        return
    first = body[0]
    if first.ends or first.words > _MOST_DECK or first.bullet or first.text.endswith((":", ",")):
        return
    if words.leads_on(first.text):
        return
    if first.words >= 6:
        first.label, first.rule = DECK, "unfinished-first-line"


def _roles(found: Grouped) -> None:
    """The first article with a body is the main one."""
    found.drafts.sort(key=lambda draft: draft.lines[0].start)
    for draft in found.drafts:
        _deck(draft)
    for draft in found.drafts:
        if draft.body:
            draft.role = Role.MAIN
            return
