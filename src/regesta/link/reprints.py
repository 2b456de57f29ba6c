"""Where an article says that its text stood first: "Source:" lines and their like."""

import re
from collections.abc import Iterator

from regesta.link.credits import NAME, canonical, is_medium
from regesta.model import Article

ENDS = 3
"""So many lines at the end of a text, and the first, may say whose it is."""

TITLE_WORDS = 5
"""A source of so many words is a headline."""

_BARE = frozenset({"source.line", "source.via"})
_WHOSE = rf"(?P<named>{NAME}|(?:[\w-]+\.)+[a-z]{{2,4}}\b)"
_TEXT = r"(?:article|story|report|piece|essay|dispatch|column|commentary|analysis)"
_FIRST = r"(?:first|originally) (?:appeared|published|printed|posted|ran)"

SOURCE_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("source.line", re.compile(r"^\W*(?i:(?:original )?sources?)\s*:\s*(?P<named>\S.{1,120})$")),
    ("source.via", re.compile(rf"^\W*(?i:via):? {_WHOSE}\W*$")),
    (
        "source.first-appeared",
        re.compile(
            rf"(?:\b[Tt]his|^\W*The|[Vv]ersion of the) {_TEXT}(?: was| has| had)?(?: been)?"
            rf" {_FIRST}(?: online)? (?:in|on|by|at) {_WHOSE}"
        ),
    ),
    ("source.first-published", re.compile(rf"^\W*(?i:{_FIRST}) (?:in|on|by|at) {_WHOSE}")),
    (
        "source.republished",
        re.compile(
            r"\b[Rr]e(?:published|printed|produced)(?: here)?(?: with (?:the |kind )?permission)?"
            rf" (?:from|of|by) {_WHOSE}"
        ),
    ),
    (
        "source.read-original",
        re.compile(
            rf"\b[Rr]ead the (?:full )?original(?: {_TEXT})?(?: at| on| in|:)"
            rf" {_WHOSE}"
        ),
    ),
    (
        "source.rewritten",
        re.compile(
            r"\b(?:[Aa]dapted|[Rr]ewritten|[Ss]ummari[sz]ed|[Gg]enerated|[Ww]ritten)"
            r"(?: (?:by|with)(?: the help of)?(?: an)? (?:AI|artificial intelligence))?"
            rf" from (?:an?|the) (?:original )?{_TEXT} (?:by|of|from|in|on) {_WHOSE}"
        ),
    ),
)
"""Rows of (rule, pattern) for one line that says where its text is from."""

_HINT = re.compile(
    r"source|via\b|first|originally|re(?:publish|print|produc)|read the|from a", re.I
)
"""What a line has that one of them fits: a quick look before they are tried."""


def source_line(article: Article, *, body: str, margins: str) -> str | None:
    """What the reader took for the source line, else what one of SOURCE_LINES names.

    An article whose own publisher is named stood there first.
    """
    if article.source_line:
        return article.source_line
    own = canonical(article.publisher or "").lower()
    named = _named(body, margins=margins)
    return next((name for name in named if canonical(name).lower() != own), None)


def _named(body: str, *, margins: str) -> Iterator[str]:
    """What the lines name; a bare "Source: World Bank" may be that of figures."""
    lines = body.split("\n")
    chosen = [*lines[-ENDS:], *lines[:1], *margins.split("\n")]
    for line in dict.fromkeys(chosen):
        if _HINT.search(line) is None:
            continue
        for rule, pattern in SOURCE_LINES:
            match = pattern.search(line)
            name = match["named"].strip(" .") if match else ""
            if name and (rule not in _BARE or _is_text(name)):
                yield name


def _is_text(name: str) -> bool:
    """Whether a source is a medium, an address or a headline, and no keeper of figures."""
    return (
        all(is_medium(medium) for medium in named_media(name))
        or "://" in name
        or (name[:1].isupper() and len(name.split()) >= TITLE_WORDS)
    )


def named_media(line: str) -> tuple[str, ...]:
    """The media that a source line names: "AP, Reuters" are two, a title stays whole."""
    parts = [canonical(part) for part in re.split(r",\s+|\s+and\s+|\s*[/&;]\s*", line)]
    if len(parts) > 1 and all(is_medium(part) for part in parts):
        return tuple(parts)
    return (canonical(line),)
