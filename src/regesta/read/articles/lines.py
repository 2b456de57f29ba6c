"""The lines of a page as the splitter sees them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regesta.read.articles.bare import RULE_GAP, Bare, is_ended
from regesta.read.articles.words import bare_words
from regesta.read.dates.timeline import TimeLine, time_line
from regesta.read.source import Block, Source

_MARK = re.compile(r"^\s*(?:[•●▪◦‣∙·*–-]|\d{1,2}[.)])\s+")
_MOST_TIME_WORDS = 18  # words in a line that may still be a time line with its labels
_MOST_HEADLINE_WORDS = 16  # in a headline that a page cuts short
_LEAST_UNDERLINE, _MOST_UNDERLINED = 12, 24  # characters of such a rule, words above it
REPEATED, SENTENCE, HEADLINE = "repeated", "sentence", "headline"  # what a site's lines are
_LONG = 260  # characters past which a line is running text, whatever else it shows


@dataclass(slots=True)
class Line:
    """One line, or a part of a glued line; `gap` counts the blank lines before it.

    The label is settled by evidence (see evidence.py); `rule` names the strongest piece of it.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    glued: bool = False
    bullet: bool = False
    block: Block | None = None
    words: int = 0
    ends: bool = False
    key: str = ""
    tokens: Sequence[str] = ()  # what stands between its spaces, of lines that are not long
    capital_share: float = 0.0  # of lines that do not end like a sentence
    label: str = ""
    rule: str = ""
    repeats: int = 1
    underlined: bool = False
    places: int = 1  # how often its words stand on the page, wherever that is
    template: bool = False  # it comes back between the texts of the page
    site: str = ""  # what it says that other pages of the site repeat it (see sitelines.py)
    kin: str = ""  # the shape that it shares with other lines beside headlines
    time: TimeLine | None = None
    as_title: float = 0.0  # how much speaks for a headline
    signature: frozenset[str] | None = None  # content words, worked out once when asked for
    dated: bool | None = None  # whether it opens with a dateline, worked out once when asked for


def split_lines(bare: Sequence[Bare], *, source: Source) -> list[Line]:
    """The lines that stand on a page, with their features."""
    text = source.text
    blocks = {block.start: block for block in source.blocks}
    found: list[Line] = []
    for start, words, gap, ruled in bare:
        block = blocks.get(start)
        if ruled:
            end = start + len(words)
            line = Line(start=start, end=end, text=words, label="furniture", rule="rule-line")
        elif block is not None and block.comment:
            end = block.end
            line = Line(start=start, end=end, text=words, label="comment", rule="comment-card")
        elif block is not None and _is_furniture(block):
            line = Line(start=start, end=block.end, text=words, label="furniture", rule="markup")
        else:
            line = make_line(text, start=start, end=start + len(words))
        line.gap = gap
        line.block = block
        found.append(line)
    if not source.blocks:
        _mark_underlined(found)
    return found


def _mark_underlined(lines: list[Line]) -> None:
    """Headings of plain text: a rule as long as the words above it, and no wide gap below.

    Rules that also stand elsewhere in the same length only part the page.
    """
    rules = [place for place, line in enumerate(lines) if place and line.rule == "rule-line"]
    under = [place for place in rules if _is_underline(lines[place], of=lines[place - 1])]
    parting = {len(lines[place].text) for place in set(rules) - set(under)}
    for place in under:
        if len(lines[place].text) in parting:
            continue
        lines[place].rule, lines[place - 1].underlined = "underline", True
        if place + 1 < len(lines):
            lines[place + 1].gap -= RULE_GAP


def _is_underline(rule: Line, *, of: Line) -> bool:
    short = len(rule.text) >= _LEAST_UNDERLINE and of.words <= _MOST_UNDERLINED
    return short and not (rule.gap or of.label) and abs(len(rule.text) - len(of.text)) <= 1


def usual_gap(lines: list[Line]) -> int:
    """The blank lines that most lines of a page have before them; more than that is a wide gap.

    Where the page draws rules between its parts, only they are wide.
    """
    gaps = sorted(line.gap for line in lines[1:])
    if len(gaps) >= 2 and gaps[-2] >= RULE_GAP:
        return RULE_GAP - 1
    return gaps[len(gaps) // 2] if gaps else 0


def _is_furniture(block: Block) -> bool:
    """Menus, footers, forms and bare links outside other articles: nothing of theirs is news."""
    if block.region in ("nav", "footer", "form"):
        return True
    return block.card < 0 and not block.heading and block.link_share >= 0.9


def make_line(text: str, *, start: int, end: int) -> Line:
    """A line with the features that its own words show."""
    words = text[start:end]
    line = Line(start=start, end=end, text=words)
    line.bullet = not words[:1].isalpha() and _MARK.match(words) is not None
    line.ends = is_ended(words) and not _cut_short(words)
    if len(words) > _LONG:
        line.words = words.count(" ") + 1
        return line
    line.tokens = words.split()
    bare = " ".join(filter(None, map(bare_words, line.tokens)))
    line.words = bare.count(" ") + 1 if bare else 0
    line.key = bare.casefold()
    most = _MOST_TIME_WORDS * (2 if "|" in words or "\t" in words else 1)
    if line.words <= (most // 2 if line.ends else most):
        line.time = time_line(words)
    if not line.ends:
        line.capital_share = _capital_share(bare.split(" "))
    return line


def _cut_short(words: str) -> bool:
    """Whether a headline was cut by the page: "Ministers meet in Oslo to talk about..."."""
    return words.endswith(("...", "…")) and words.count(" ") < _MOST_HEADLINE_WORDS


def _capital_share(tokens: list[str]) -> float:
    """0-1: how many of the longer words begin with a capital or a figure."""
    longer = capital = 0
    for token in tokens:
        if len(token) > 3:
            longer += 1
            capital += not token[0].islower() and (token[0].isupper() or token[0].isdigit())
    return capital / longer if longer else 0.0


def unmarked(line: Line) -> str:
    """The words of a line without its bullet."""
    return _MARK.sub("", line.text)
