"""HTML pages: the main article where the extractor saw it, the others where the markup shows."""

from bisect import bisect_right

from regesta.model import Role
from regesta.read.articles.comments import COMMENT
from regesta.read.articles.evidence import (
    AUTHOR,
    BODY,
    CAPTION,
    FURNITURE,
    LIST_HEADING,
    PUBLISHER,
    TIME,
    TITLE,
)
from regesta.read.articles.group import DECK, TITLE_REPEAT, Draft, Grouped
from regesta.read.articles.labels import label_lines
from regesta.read.articles.lines import Line, make_line
from regesta.read.html.cards import RELATED_WORDS
from regesta.read.source import Block, Source

_LEAST_BODY = 120  # characters of running text that make a card more than a teaser
# Labels that a line of the main body keeps; everything else there is text.
_KEPT = frozenset(("embedded-post", "promo", "copyright", "sign-off", "hashtag"))
_ADDRESSES = frozenset(("address-inside", "bare-link"))
_FIRST = 3  # lines of the main body that may still be its date line
_SURE = 30  # words that make a line of the main body text, whatever else it shows
_MOST_TIME = 16  # words of a line near the headline that may hold the date among others
_MOST_TITLE = 24  # words of a headline
_MOST_BEFORE = 6  # words of a line above the headline that is no text
_LAST = 2  # lines of the main body that may be its copyright line
_TITLE_WORDS = 4  # in a heading that is more than the name of a section
_HEAD_REACH = 30  # lines around the headline that may be its time, author or deck


def group_blocks(lines: list[Line], *, source: Source) -> Grouped:
    """Drafts and furniture of an HTML page."""
    lines = [part for line in lines for part in _time_apart(line, text=source.text)]
    main = _main_lines(lines, source=source)
    _settle_outside(lines, main=main, source=source)
    label_lines(lines)
    found = Grouped()
    taken = {id(line) for line in main}
    live = any(line.block is not None and line.block.update for line in lines)
    if main or (live and source.title_at is not None):
        found.drafts.append(_main_draft(lines, main=main, source=source, taken=taken))
    for card in _cards(lines, taken=taken):
        _add_card(card, found=found, taken=taken)
    for line in lines:
        if id(line) not in taken:
            if line.label not in (FURNITURE, COMMENT, TITLE_REPEAT):
                line.label, line.rule = FURNITURE, "outside-articles"
            found.furniture.append(line)
    found.drafts.sort(key=lambda draft: draft.lines[0].start)
    return found


def _time_apart(line: Line, *, text: str) -> list[Line]:
    """A card's headline and the time that the same line tells behind its link, as two lines."""
    block, time = line.block, line.time
    if block is None or block.card < 0 or line.label or time is None or time.after:
        return [line]
    linked = block.link_share * len(line.text)
    if not time.before or abs(linked - len(line.text[: time.start].rstrip())) > 1:
        return [line]
    first = line.start + len(line.text[: time.start].rstrip())
    parts = [
        make_line(text, start=line.start, end=first),
        make_line(text, start=line.start + time.start, end=line.end),
    ]
    for part in parts:
        part.block = block
    parts[0].gap = line.gap
    return parts


def _main_lines(lines: list[Line], *, source: Source) -> list[Line]:
    """The lines that lie for the most part in the main body, the headline left out."""
    ends = [span.end for span in source.main]
    headline = source.title_at.start if source.title_at is not None else -1
    main = []
    for line in lines:
        place = bisect_right(ends, line.start)
        if place >= len(source.main) or line.start == headline:
            continue
        span = source.main[place]
        if span.start >= line.end or line.block is None or line.block.card >= 0:
            continue
        overlap = min(span.end, line.end) - max(span.start, line.start)
        if line.start < headline and line.words <= _MOST_BEFORE and not line.ends:
            continue  # the site's name
        if overlap * 2 > line.end - line.start:
            main.append(line)
            if line.words >= _SURE:
                line.label, line.rule = BODY, "main-text"
    return main


def _settle_outside(lines: list[Line], *, main: list[Line], source: Source) -> None:
    """What stands far from the headline, outside the main text and the cards, is furniture; a
    heading of some words in a card is a title."""
    if source.title_at is None:
        return
    at = next((n for n, line in enumerate(lines) if line.start == source.title_at.start), 0)
    first, last = (main[0].start, main[-1].end) if main else (0, 0)
    for place, line in enumerate(lines):
        if line.label or line.block is None:
            continue
        near = at - _HEAD_REACH <= place <= at + _HEAD_REACH or first <= line.start <= last
        if line.block.card < 0 and not near:
            line.label, line.rule = FURNITURE, "outside-articles"
        elif line.block.card < 0 or not line.block.heading or line.words < _TITLE_WORDS:
            continue
        elif RELATED_WORDS.fullmatch(line.text) is None:
            line.label, line.rule = TITLE, "heading-tag"


def _main_draft(lines: list[Line], *, main: list[Line], source: Source, taken: set[int]) -> Draft:
    """The main article with the header lines that stand around its title."""
    draft = Draft(role=Role.MAIN)
    for place, line in enumerate(main):
        if place < _FIRST and _tells_day(line):
            line.label, line.rule = TIME, "time-near-headline"
        elif place >= len(main) - _LAST and line.rule in _ADDRESSES:
            continue  # "Printed from https://..."
        elif place < len(main) - _LAST and line.label == "copyright":
            line.label, line.rule = BODY, "main-text"  # a photo's credit that runs into the text
        elif line.label not in _KEPT and not (place < _FIRST and line.label in (TIME, AUTHOR)):
            line.label, line.rule = BODY, "main-text"
    title = source.title_at
    for place, line in enumerate(lines):
        if title is not None and line.start == title.start:
            draft.title = line
            _claim(line, label=TITLE, rule="headline", taken=taken)
            draft.lines.append(line)
            _around(lines, place=place, main=main, draft=draft, taken=taken)
            break
    draft.lines.extend(main)
    draft.lines.sort(key=lambda line: line.start)
    return draft


def _tells_day(line: Line) -> bool:
    """Whether a short line near the headline names a day among an author, a place and the like."""
    if line.time is None or not line.time.absolute or line.ends:
        return False
    return line.words <= _MOST_TIME


def _claim(line: Line, *, label: str, rule: str, taken: set[int]) -> None:
    line.label, line.rule = label, rule
    taken.add(id(line))


def _around(
    lines: list[Line], *, place: int, main: list[Line], draft: Draft, taken: set[int]
) -> None:
    """Times, authors, captions and the deck near the headline and inside the body."""
    first = main[0].start if main else lines[place].end + 1
    last = main[-1].end if main else first
    for index, line in enumerate(lines):
        if id(line) in taken or (line.block is not None and _is_apart(line.block)):
            continue
        near = place - 6 <= index <= place + _HEAD_REACH and line.start < first
        if not near and not first <= line.start <= last:
            continue
        if line.key and draft.title is not None and line.key == draft.title.key:
            _claim(line, label=TITLE_REPEAT, rule="title-again", taken=taken)
        elif line.label in (TIME, AUTHOR, CAPTION):
            taken.add(id(line))
        elif near and _tells_day(line):
            _claim(line, label=TIME, rule="time-near-headline", taken=taken)
        elif near and index == place + 1 and line.words >= 8 and line.label in (BODY, TITLE):
            _claim(line, label=DECK, rule="below-title", taken=taken)
        else:
            continue
        draft.lines.append(line)


def _is_apart(block: Block) -> bool:
    """Whether a block stands in another article, or in the site's own head with the day of
    reading."""
    return block.card >= 0 or block.region == "masthead"


def _cards(lines: list[Line], *, taken: set[int]) -> list[list[Line]]:
    """The lines of each other article, in page order."""
    cards: dict[int, list[Line]] = {}
    for line in lines:
        if line.block is not None and line.block.card >= 0 and id(line) not in taken:
            cards.setdefault(line.block.card, []).append(line)
    return list(cards.values())


def _add_card(card: list[Line], *, found: Grouped, taken: set[int]) -> None:
    """A card becomes a related article, a teaser, a live update, comments, or furniture."""
    if any(line.block is not None and line.block.comment for line in card):
        for line in card:
            line.label, line.rule = COMMENT, "comment-card"
        return
    title = _card_title(card)
    update = any(line.block is not None and line.block.update for line in card)
    if title is None and not update:
        return
    draft = Draft(title=title, role=Role.TEASER)
    draft.stamp = next((line.block.stamp for line in card if line.block and line.block.stamp), None)
    for line in card:
        if _card_label(line, title=title):
            taken.add(id(line))
            draft.lines.append(line)
    size = sum(len(line.text) for line in draft.body)
    if update and size:
        draft.role = Role.UPDATE
    elif size >= _LEAST_BODY:
        draft.role = Role.RELATED
    else:
        for line in draft.body:
            line.label, line.rule = DECK, "card-summary"
    if draft.lines:
        found.drafts.append(draft)


def _card_title(card: list[Line]) -> Line | None:
    """The card's heading, else its first line that reads like a title."""
    for line in card:
        if line.block is not None and line.block.heading and not _is_list_heading(line):
            return line
    first = next((line for line in card if not _is_list_heading(line)), None)
    if first is not None and len(card) > 1 and _TITLE_WORDS <= first.words <= _MOST_TITLE:
        return first
    return next((line for line in card if line.label == TITLE and not _is_list_heading(line)), None)


def _is_list_heading(line: Line) -> bool:
    return line.label == LIST_HEADING or RELATED_WORDS.fullmatch(line.text) is not None


def _card_label(line: Line, *, title: Line | None) -> bool:
    """Settle the label of a card's line; False for what is no part of an article."""
    if line is not title and (line.label == FURNITURE or _is_list_heading(line)):
        return False
    if line is title:
        line.label, line.rule = TITLE, "card-heading"
    elif title is not None and line.key and line.key == title.key:
        line.label, line.rule = TITLE_REPEAT, "title-again"
    elif _is_text(line):
        line.label, line.rule = BODY, "card-text"
    return line.label in (TITLE, TITLE_REPEAT, BODY, TIME, PUBLISHER, AUTHOR, CAPTION)


def _is_text(line: Line) -> bool:
    """Running text of a card: sentences that are not mainly a link."""
    block = line.block
    if block is None or block.heading or line.label in (TIME, PUBLISHER, AUTHOR, CAPTION):
        return False
    return line.words >= 6 and (line.ends or line.words >= 20) and block.link_share < 0.6
