"""What a line is: weighted evidence that adds up to a label.

Each row of FEATURES names a thing to see, and how much it speaks for which label. The label with
the highest sum wins; the strongest single row becomes the line's `rule`. The weights were set by
reason and checked on the gold pages and on composed dumps (tests/read/articles/test_composed.py).
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from regesta.read.articles import words
from regesta.read.articles.lines import Line, unmarked
from regesta.read.articles.words import word_set

BODY, TITLE, TIME, PUBLISHER = "body", "title", "time", "publisher"
FURNITURE, CAPTION, KEY_POINT, HASHTAG = "furniture", "caption", "key-point", "hashtag"
SOURCE, SIGN_OFF, EMBED, PROMO = "source-line", "sign-off", "embedded-post", "promo"
COPYRIGHT, AUTHOR, LIST_HEADING, COMMENTS = "copyright", "author", "list-heading", "comments"
CLOCK = "page-clock"

_NAME_LIKE = re.compile(
    r"(?:(?:the|of|and|for|de|la|le|el|al|&|in)\b\s?|[A-Z0-9][\w.'’&/-]*\s?){1,6}"
)
_SAYS = re.compile(r"\b(?:said|says|told|added|according to|announced|reported|stated)\b")
_LABELLED = re.compile(r"publish|update|post|modif|issued|created", re.IGNORECASE)
_HANDLE = re.compile(r"[—–-]\s?[^—–]{2,60}\(@\w{2,30}\)\s*$")
_TELLING_MARKS = re.compile(r"[#@©|]|://")
_TELLING_WORDS = word_set(
    "photo photos photograph photographs image images picture pictures credit getty source via courtesy copyright reserved"
    " reporting writing editing compiled edited translated inputs additional author writer read"
    " watch related recommended listen download subscribe sign app newsletter you your our e-mail"
    " email cookie cookies pic pics hashtag hashtags instagram shutterstock"
)
_TELLING_OPENINGS = ("this story", "this article", "this report", "this copy")
_TAGS = re.compile(r"(?:#\w[\w-]*[\s,]*)+")


@dataclass(frozen=True, slots=True)
class View:
    """A line among its neighbours and what the whole page shows."""

    line: Line
    before: Line | None
    after: Line | None
    names: frozenset[str]  # keys of lines that the page uses as publisher names
    first: bool  # nothing but furniture stands before it
    telling: bool  # it has a word or a mark that parts other than title and text are known by


Feature = tuple[str, Callable[[View], bool], dict[str, float]]


def label_lines(lines: list[Line]) -> None:
    """Settle every line's label, rule and number of repeats."""
    _count_repeats(lines)
    names = _publisher_names(lines)
    first = True
    for place, line in enumerate(lines):
        if line.label:
            first = False
            continue
        if not line.key:
            _settle_long(line)
            first = False
            continue
        telling = _telling(line)
        if not telling and _is_plain_sentence(line):
            line.label, line.rule, line.scores[BODY] = BODY, "sentence", 4.5
            first = False
            continue
        view = View(
            line=line,
            before=lines[place - 1] if place else None,
            after=lines[place + 1] if place + 1 < len(lines) else None,
            names=names,
            first=first,
            telling=telling,
        )
        _settle(view)
        first = first and line.label in (FURNITURE, CLOCK)
    _spoken_titles(lines)


def _is_plain_sentence(line: Line) -> bool:
    """A finished sentence of a dozen words and nothing in it that any other label is known by:
    the features need not be asked."""
    return (
        line.ends
        and line.words >= 12
        and line.repeats == 1
        and (line.block is None or line.block.tag == "p")
        and not line.bullet
        and not line.text[0].islower()
    )


def _telling(line: Line) -> bool:
    """Whether a line has a word or a mark that labels other than text are known by."""
    return (
        _TELLING_MARKS.search(line.text) is not None
        or not _TELLING_WORDS.isdisjoint(line.key.split())
        or line.key.startswith(_TELLING_OPENINGS)
    )


def _spoken_titles(lines: list[Line]) -> None:
    """Headlines that end like sentences ("Who will pay?"): beside a time or publisher line that
    has no other title."""
    for place, line in enumerate(lines):
        if line.label != BODY or not line.key or not 3 <= line.words <= 22:
            continue
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is None or line.bullet:
            continue
        led = before is not None and before.label in (TIME, PUBLISHER)
        timed = after.label in (TIME, PUBLISHER)
        longer = after.label == BODY and after.words > line.words
        if _titled(lines, place=place) or not (timed or (led and longer)):
            continue
        line.label, line.rule = TITLE, "beside-header-line"


def _titled(lines: list[Line], *, place: int) -> bool:
    """Whether the header around a line, up to the texts on both sides, has a title already."""
    first, last = place, place
    while first and lines[first - 1].label != BODY:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].label != BODY:
        last += 1
    return any(line.label == TITLE for line in lines[first : last + 1])


def _settle_long(line: Line) -> None:
    """A line too long for a label is running text, unless a credit or a post gives it away."""
    tail = line.text[-160:]
    if words.is_embed(tail):
        line.label, line.rule = EMBED, "embedded-post"
    elif line.words < 90 and words.is_credited(tail):
        line.label, line.rule = CAPTION, "credit-words"
    elif words.SIGN_OFF.fullmatch(line.text[:240]):
        line.label, line.rule = SIGN_OFF, "sign-off"
    else:
        line.label, line.rule = BODY, "long-text"


def _settle(view: View) -> None:
    line = view.line
    best, strongest = 0.0, ""
    for name, seen, weights in FEATURES:
        if not seen(view):
            continue
        for label, weight in weights.items():
            line.scores[label] = line.scores.get(label, 0.0) + weight
        top = max(weights.values())
        if top > best:
            best, strongest = top, name
    line.label = max(line.scores, key=lambda label: line.scores[label], default=FURNITURE)
    line.rule = strongest or "nothing-seen"
    if line.scores.get(line.label, 0.0) <= 0:
        line.label = FURNITURE


def _count_repeats(lines: list[Line]) -> None:
    """How often a short line's words stand within the page's next lines."""
    counts = Counter(line.key for line in lines if line.key)
    for line in lines:
        line.repeats = counts[line.key] if line.key else 1


def _publisher_names(lines: list[Line]) -> frozenset[str]:
    """Keys of short names that stand beside a time line or come back as a bullet."""
    found = set()
    bullets = {_bare_key(line) for line in lines if line.bullet and 0 < line.words <= 6}
    for place, line in enumerate(lines):
        if not 0 < line.words <= 6 or line.ends or not _NAME_LIKE.fullmatch(line.text):
            continue
        around = lines[max(place - 1, 0) : place + 2]
        if line.key in bullets or any(other is not line and _tells_time(other) for other in around):
            found.add(line.key)
    return frozenset(key for key in found if key not in words.SECTIONS)


def _bare_key(line: Line) -> str:
    return " ".join(re.findall(r"\w[\w'’.-]*", unmarked(line))).casefold()


def _is_section(line: Line) -> bool:
    parts = re.findall(r"\w+", line.key)
    return 0 < len(parts) <= 5 and all(part in words.SECTIONS or part in "&and" for part in parts)


def _tag_is(view: View, *tags: str) -> bool:
    return view.line.block is not None and view.line.block.tag in tags


FEATURES: tuple[Feature, ...] = (
    # The shape of the words
    ("sentence", lambda v: v.line.ends and v.line.words >= 6, {BODY: 2.5}),
    ("short-sentence", lambda v: v.line.ends and 2 <= v.line.words < 6, {BODY: 1.2}),
    ("many-words", lambda v: v.line.words >= 25, {BODY: 2.0, TITLE: -1.0}),
    ("says", lambda v: v.line.words >= 6 and bool(_SAYS.search(v.line.text)), {BODY: 0.6}),
    ("no-stop", lambda v: not v.line.ends and 3 <= v.line.words <= 24, {TITLE: 1.6}),
    ("no-stop-long", lambda v: not v.line.ends and v.line.words > 12, {BODY: 0.5}),
    ("few-words", lambda v: v.line.words <= 3, {FURNITURE: 1.2, TITLE: -1.0}),
    (
        "capitals",
        lambda v: v.line.words >= 4 and v.line.capital_share >= 0.6 and not v.line.ends,
        {TITLE: 1.0},
    ),
    ("colon-end", lambda v: v.line.text.endswith(":"), {TITLE: -1.5, FURNITURE: 0.5, BODY: 0.8}),
    (
        "lower-start",
        lambda v: v.line.text[:1].islower() and v.line.words > 2,
        {TITLE: -0.8, BODY: 0.6},
    ),
    # Its neighbours
    (
        "repeated-title",
        lambda v: v.line.repeats > 1 and v.line.words >= 4 and not v.line.bullet,
        {TITLE: 2.5},
    ),
    (
        "beside-time",
        lambda v: (
            v.line.words >= 4 and any(o is not None and _tells_time(o) for o in (v.before, v.after))
        ),
        {TITLE: 0.8},
    ),
    (
        "before-text",
        lambda v: (
            v.after is not None and v.after.words >= 12 and v.after.ends and v.line.words >= 3
        ),
        {TITLE: 0.5},
    ),
    # Times and publishers
    ("time-line", lambda v: _tells_time(v.line), {TIME: 6.0}),
    (
        "page-clock",
        lambda v: (
            v.first
            and v.line.time is not None
            and v.line.time.absolute
            and v.line.words <= 16
            and (not v.line.time.alone or v.line.words > 6)
            and not _LABELLED.search(v.line.text)
        ),
        {CLOCK: 7.0},
    ),
    (
        "publisher-name",
        lambda v: not v.line.bullet and v.line.key in v.names,
        {PUBLISHER: 5.0},
    ),
    (
        "publisher-bullet",
        lambda v: v.line.bullet and (_bare_key(v.line) in v.names or _known(_bare_key(v.line))),
        {PUBLISHER: 6.0},
    ),
    ("known-outlet", lambda v: _known(v.line.key), {PUBLISHER: 4.0}),
    (
        "byline",
        lambda v: v.line.words <= 14 and bool(words.BYLINE.fullmatch(v.line.text)),
        {AUTHOR: 7.0},
    ),
    (
        "outlet-word",
        lambda v: (
            v.line.words <= 5
            and not v.line.ends
            and not v.line.bullet
            and v.line.capital_share == 1.0
            and bool(_NAME_LIKE.fullmatch(v.line.text))
            and bool(words.OUTLET_WORD.search(v.line.text))
        ),
        {PUBLISHER: 3.5},
    ),
    # The page's own words
    (
        "bar-list",
        lambda v: words.has_bar(v.line.text) and bool(words.BAR_LIST.fullmatch(v.line.text)),
        {FURNITURE: 5.0},
    ),
    ("furniture-words", lambda v: bool(words.FURNITURE.fullmatch(v.line.text)), {FURNITURE: 6.0}),
    (
        "section-name",
        lambda v: v.line.words <= 6 and _is_section(v.line),
        {FURNITURE: 4.0, PUBLISHER: -3.0},
    ),
    (
        "list-heading",
        lambda v: v.line.words <= 7 and bool(words.LIST_HEADING.fullmatch(v.line.text)),
        {LIST_HEADING: 7.0},
    ),
    (
        "comment-heading",
        lambda v: v.line.words <= 8 and bool(words.COMMENT_HEADING.fullmatch(v.line.text)),
        {COMMENTS: 7.0},
    ),
    (
        "order-to-reader",
        lambda v: (
            v.line.words <= 32
            and bool(words.ORDER.match(v.line.text))
            and bool(words.SERVICE.search(v.line.text))
        ),
        {FURNITURE: 5.0},
    ),
    (
        "bare-link",
        lambda v: (
            v.line.words <= 6 and bool(re.fullmatch(r"\S*(?:https?://|www\.)\S+", v.line.text))
        ),
        {FURNITURE: 5.0},
    ),
    (
        "no-letters",
        lambda v: not _tells_time(v.line) and not any(c.isalpha() for c in v.line.text),
        {FURNITURE: 4.0},
    ),
    (
        "small-letters",
        lambda v: (
            v.line.words <= 4
            and not v.line.ends
            and not _tells_time(v.line)
            and v.line.text == v.line.text.lower()
        ),
        {FURNITURE: 2.0},
    ),
    # Parts of articles that have their own marks
    ("hashtags", lambda v: bool(_TAGS.fullmatch(v.line.text)), {HASHTAG: 7.0}),
    ("source-line", lambda v: bool(words.SOURCE_LINE.fullmatch(v.line.text)), {SOURCE: 7.0}),
    ("sign-off", lambda v: bool(words.SIGN_OFF.fullmatch(v.line.text)), {SIGN_OFF: 7.0}),
    (
        "copyright",
        lambda v: v.line.words <= 40 and bool(words.COPYRIGHT.match(v.line.text)),
        {COPYRIGHT: 7.0},
    ),
    ("embedded-post", lambda v: v.telling and words.is_embed(v.line.text), {EMBED: 7.0}),
    (
        "post-signature",
        lambda v: (
            bool(_HANDLE.search(v.line.text))
            or (
                v.before is not None and _tells_time(v.line) and bool(_HANDLE.search(v.before.text))
            )
        ),
        {EMBED: 8.0},
    ),
    ("promo", lambda v: bool(words.PROMO_OPENING.match(v.line.text)), {PROMO: 7.0}),
    (
        "credit-words",
        lambda v: v.telling and words.is_credited(v.line.text),
        {CAPTION: 6.0},
    ),
    (
        "credit-name",
        lambda v: v.line.words >= 5 and bool(words.CREDIT_NAME.search(v.line.text)),
        {CAPTION: 5.0},
    ),
    (
        "credit-tail",
        lambda v: (
            v.line.words >= 8 and not v.line.ends and bool(words.CREDIT_TAIL.search(v.line.text))
        ),
        {CAPTION: 4.0},
    ),
    (
        "key-point",
        lambda v: (
            v.line.bullet
            and v.line.words >= 5
            and any(o is not None and o.bullet and o.words >= 5 for o in (v.before, v.after))
        ),
        {KEY_POINT: 5.0},
    ),
    # Where the markup speaks
    (
        "heading-tag",
        lambda v: _tag_is(v, "h1", "h2", "h3", "h4", "h5", "h6"),
        {TITLE: 3.0, BODY: -1.0},
    ),
    ("paragraph-tag", lambda v: _tag_is(v, "p") and v.line.words >= 6, {BODY: 1.5}),
    ("caption-tag", lambda v: _tag_is(v, "figcaption", "caption"), {CAPTION: 6.0}),
    (
        "furniture-region",
        lambda v: v.line.block is not None and v.line.block.region in ("nav", "footer", "form"),
        {FURNITURE: 5.0},
    ),
    (
        "mostly-links",
        lambda v: v.line.block is not None and v.line.block.link_share > 0.7 and v.line.words < 8,
        {FURNITURE: 1.5},
    ),
)


def _tells_time(line: Line) -> bool:
    return line.time is not None and line.time.alone


def _known(key: str) -> bool:
    return key in words.OUTLETS or key.removeprefix("the ") in words.OUTLETS
