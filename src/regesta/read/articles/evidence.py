"""What a line is: weighted evidence that adds up to a label.

Each row of FEATURES names a thing to see, how much it speaks for which label and, where that says
something, at which lines it can be seen; OF_MARKUP has the rows of HTML pages. The label with the
highest sum wins; the strongest single row becomes the line's `rule` (see labels.py). The weights
were set by reason and checked on the gold pages and on composed dumps
(tests/read/articles/test_composed.py, evaluate/composed.py).
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from regesta.read.articles import datelines, words
from regesta.read.articles.lines import HEADLINE, REPEATED, SENTENCE, Line, unmarked
from regesta.text.hinted import Hinted

BODY, TITLE, TIME, PUBLISHER = "body", "title", "time", "publisher"
FURNITURE, CAPTION, KEY_POINT, HASHTAG = "furniture", "caption", "key-point", "hashtag"
SOURCE, SIGN_OFF, EMBED, PROMO = "source-line", "sign-off", "embedded-post", "promo"
COPYRIGHT, AUTHOR, LIST_HEADING, COMMENTS = "copyright", "author", "list-heading", "comments"
CLOCK = "page-clock"

NAME_LIKE = re.compile(
    r"(?:(?:the|of|and|for|de|la|le|el|al|&|in)\b\s?|[A-Z0-9][\w.'’&/-]*\s?){1,6}"
)
MOST_TOLD = 41  # words past which no row tells lines by how many they have
LONG_LINE = 90  # words that make a line a possible article of its own
SAYS = Hinted(
    re.compile(r"\b(?:said|says|told|added|according to|announced|reported|stated)\b"),
    ("said", "says", "told", "added", "according to", "announced", "reported", "stated"),
)
_OF_SECTIONS = words.SECTIONS | {"and"}
_PARTS, _KEY_PARTS = re.compile(r"\w+"), re.compile(r"\w[\w'’.-]*")
_LABELLED = re.compile(r"publish|update|post|modif|issued|created", re.IGNORECASE)
_HANDLE = re.compile(r"[—–-]\s?[^—–]{2,60}\(@\w{2,30}\)\s*$")
_LINK = re.compile(r"\S*(?:https?://|www\.)\S+")
_TAGS = re.compile(r"(?:#\w[\w-]*[\s,]*)+")


class View(NamedTuple):
    """A line among its neighbours and what the whole page shows."""

    line: Line
    small: str  # its words in small letters
    before: Line | None
    after: Line | None
    names: frozenset[str]  # keys of lines that the page uses as publisher names
    first: bool  # nothing but furniture stands before it

    @property
    def telling(self) -> bool:
        """Whether it has a word or a mark that parts other than title and text are known by."""
        return words.is_telling(self.line.text, key=self.line.key, tokens=self.line.tokens)

    @property
    def beside_time(self) -> bool:
        """Whether a line next to it says nothing but a time."""
        before, after = self.before, self.after
        return (before is not None and tells_time(before)) or (
            after is not None and tells_time(after)
        )


class Fits(NamedTuple):
    """The lines that a row can be seen at: how many words they have, how they end."""

    least: int = 0
    most: int = MOST_TOLD
    ends: bool | None = None  # None: either way


Row = tuple[str, Callable[[View], bool], dict[str, float]]
Feature = Row | tuple[str, Callable[[View], bool], dict[str, float], Fits]


class Asked(NamedTuple):
    """A row as it is asked: its weights by label, and the highest of them."""

    name: str
    seen: Callable[[View], bool]
    weights: tuple[tuple[str, float], ...]
    top: float


def _always(view: View) -> bool:
    """Of a row that asks no more than which lines it fits."""
    return True


def tells_time(line: Line) -> bool:
    """Whether a line says nothing but a time."""
    return line.time is not None and line.time.alone


def bare_key(line: Line) -> str:
    """A line's key without its bullet."""
    return " ".join(_KEY_PARTS.findall(unmarked(line))).casefold()


def is_section(line: Line) -> bool:
    """Whether a line is the name of a section of a site, and nothing more."""
    parts = _PARTS.findall(line.key)
    return 0 < len(parts) <= 5 and _OF_SECTIONS.issuperset(parts)


def _has_letters(text: str) -> bool:
    return text[:1].isalpha() or any(map(str.isalpha, text))


def _is_signed(text: str) -> bool:
    """Whether a line ends in the name of an account, as a post of a social network does."""
    return "@" in text and _HANDLE.search(text) is not None


def is_known_outlet(key: str) -> bool:
    """Whether a line's key is the name of an outlet, with or without "the"."""
    return key in words.OUTLETS or key.removeprefix("the ") in words.OUTLETS


def _tag_is(view: View, *tags: str) -> bool:
    return view.line.block is not None and view.line.block.tag in tags


FEATURES: tuple[Feature, ...] = (
    # The shape of the words
    ("sentence", _always, {BODY: 2.5}, Fits(6, ends=True)),
    ("short-sentence", _always, {BODY: 1.2}, Fits(2, 5, ends=True)),
    ("many-words", _always, {BODY: 2.0, TITLE: -1.0}, Fits(25)),
    ("says", lambda v: SAYS.search(v.line.text) is not None, {BODY: 0.6}, Fits(6)),
    ("no-stop", _always, {TITLE: 1.6}, Fits(3, 24, ends=False)),
    ("no-stop-long", _always, {BODY: 0.5}, Fits(13, ends=False)),
    ("few-words", _always, {FURNITURE: 1.2, TITLE: -1.0}, Fits(0, 3)),
    ("capitals", lambda v: v.line.capital_share >= 0.6, {TITLE: 1.0}, Fits(4, ends=False)),
    ("colon-end", lambda v: v.line.text.endswith(":"), {TITLE: -1.5, FURNITURE: 0.5, BODY: 0.8}),
    ("lower-start", lambda v: v.line.text[:1].islower(), {TITLE: -0.8, BODY: 0.6}, Fits(3)),
    (
        "leads-on",
        lambda v: words.leads_on(v.line.text),
        {BODY: 2.0, TITLE: -2.0},
        Fits(3, ends=False),
    ),
    (
        "signed",
        lambda v: words.signs_off(v.line.text),
        {BODY: 4.0, TITLE: -3.0},
        Fits(12, ends=False),
    ),
    (
        "goes-on",
        lambda v: v.before is not None and words.leads_on(v.before.text),
        {BODY: 6.0, PUBLISHER: -10.0},
        Fits(0, 6),
    ),
    (
        "takes-up",
        lambda v: words.TAKES_UP.match(v.line.text) is not None,
        {BODY: 2.0, TITLE: -2.0},
        Fits(6),
    ),
    ("dateline", lambda v: datelines.opens_unfinished(v.line), {BODY: 3.0, TITLE: -1.5}),
    ("heading-mark", lambda v: words.HEADING_MARK.match(v.line.text) is not None, {TITLE: 5.0}),
    ("underlined", lambda v: v.line.underlined, {TITLE: 5.0}),
    # Its neighbours
    ("repeated-title", lambda v: v.line.repeats > 1 and not v.line.bullet, {TITLE: 2.5}, Fits(4)),
    (
        "template-line",
        lambda v: v.line.template and not tells_time(v.line),
        {FURNITURE: 4.0, TITLE: -2.0},
    ),
    ("beside-time", lambda v: v.beside_time, {TITLE: 0.8}, Fits(4)),
    (
        "before-text",
        lambda v: v.after is not None and v.after.words >= 12 and v.after.ends,
        {TITLE: 0.5},
        Fits(3),
    ),
    # Times and publishers
    ("time-line", lambda v: tells_time(v.line), {TIME: 6.0}),
    (
        "page-clock",
        lambda v: (
            v.first
            and v.line.time is not None
            and v.line.time.absolute
            and (not v.line.time.alone or v.line.words > 6)
            and not _LABELLED.search(v.line.text)
        ),
        {CLOCK: 7.0},
        Fits(0, 16),
    ),
    ("publisher-name", lambda v: not v.line.bullet and v.line.key in v.names, {PUBLISHER: 5.0}),
    (
        "publisher-bullet",
        lambda v: (
            v.line.bullet and (bare_key(v.line) in v.names or is_known_outlet(bare_key(v.line)))
        ),
        {PUBLISHER: 6.0},
    ),
    ("known-outlet", lambda v: is_known_outlet(v.line.key), {PUBLISHER: 4.0}),
    (
        "byline",
        lambda v: words.BYLINE.fullmatch(v.line.text) is not None,
        {AUTHOR: 7.0},
        Fits(0, 14),
    ),
    (
        "byline-beside-time",
        lambda v: v.line.key.startswith("by ") and v.beside_time,
        {AUTHOR: 9.0},
        Fits(2, 6),
    ),
    (
        "outlet-word",
        lambda v: (
            not v.line.bullet
            and v.line.capital_share == 1.0
            and NAME_LIKE.fullmatch(v.line.text) is not None
            and words.OUTLET_WORD.search(v.line.text) is not None
        ),
        {PUBLISHER: 3.5},
        Fits(0, 5, ends=False),
    ),
    # What other pages of the site repeat (see sitelines.py)
    (
        "site.repeated",
        lambda v: v.line.site == REPEATED,
        {FURNITURE: 3.5, TITLE: -2.0, BODY: -2.0, KEY_POINT: -2.0},
    ),
    ("site.sentence", lambda v: v.line.site == SENTENCE, {FURNITURE: 4.5, BODY: -3.0}),
    ("site.headline", lambda v: v.line.site == HEADLINE, {FURNITURE: 0.8}),
    # The page's own words
    (
        "bar-list",
        lambda v: words.has_bar(v.line.text) and words.BAR_LIST.fullmatch(v.line.text) is not None,
        {FURNITURE: 5.0},
    ),
    (
        "page-header",
        lambda v: words.is_page_header(v.line.text),
        {FURNITURE: 8.0},
        Fits(0, 14, ends=False),
    ),
    (
        "furniture-words",
        lambda v: words.FURNITURE.fullmatch(v.small) is not None,
        {FURNITURE: 6.0},
    ),
    ("section-name", lambda v: is_section(v.line), {FURNITURE: 4.0, PUBLISHER: -3.0}, Fits(0, 6)),
    (
        "list-heading",
        lambda v: words.LIST_HEADING.fullmatch(v.small) is not None,
        {LIST_HEADING: 7.0},
        Fits(0, 7),
    ),
    (
        "comment-heading",
        lambda v: words.COMMENT_HEADING.fullmatch(v.small) is not None,
        {COMMENTS: 7.0},
        Fits(0, 8),
    ),
    (
        "order-to-reader",
        lambda v: (
            words.ORDER.match(v.small) is not None and words.SERVICE.search(v.small) is not None
        ),
        {FURNITURE: 5.0},
        Fits(0, 32),
    ),
    (
        "bare-link",
        lambda v: words.has_address(v.line.text) and _LINK.fullmatch(v.line.text) is not None,
        {FURNITURE: 5.0},
        Fits(0, 6),
    ),
    (
        "address-inside",
        lambda v: (
            ("://" in v.line.text or "@" in v.line.text)
            and not words.EMBED.search(v.small)
            and not v.line.text.startswith("[")
        ),
        {FURNITURE: 3.0, TITLE: -2.0},
        Fits(0, 24, ends=False),
    ),
    (
        "no-letters",
        lambda v: not tells_time(v.line) and not _has_letters(v.line.text),
        {FURNITURE: 4.0},
    ),
    (
        "small-letters",
        lambda v: not tells_time(v.line) and v.line.text == v.small,
        {FURNITURE: 2.0},
        Fits(0, 4, ends=False),
    ),
    # Parts of articles that have their own marks
    (
        "hashtags",
        lambda v: v.line.text.startswith("#") and _TAGS.fullmatch(v.line.text) is not None,
        {HASHTAG: 7.0},
    ),
    (
        "source-line",
        lambda v: ":" in v.line.text and words.SOURCE_LINE.fullmatch(v.line.text) is not None,
        {SOURCE: 7.0},
    ),
    ("sign-off", lambda v: words.is_sign_off(v.line.text, small=v.small), {SIGN_OFF: 7.0}),
    (
        "copyright",
        lambda v: words.COPYRIGHT.match(v.line.text) is not None,
        {COPYRIGHT: 7.0},
        Fits(0, 40),
    ),
    ("embedded-post", lambda v: words.is_embed(v.small) and v.telling, {EMBED: 7.0}),
    (
        "post-signature",
        lambda v: (
            _is_signed(v.line.text)
            or (v.before is not None and tells_time(v.line) and _is_signed(v.before.text))
        ),
        {EMBED: 8.0},
    ),
    ("promo", lambda v: words.opens_promo(v.line.text), {PROMO: 7.0}),
    ("promo-of-film", lambda v: words.WATCH.match(v.line.text) is not None, {PROMO: 8.0}),
    ("caption-opening", lambda v: words.opens_caption(v.line.text), {CAPTION: 8.0}, Fits(4)),
    ("credit-words", lambda v: words.is_credited(v.small) and v.telling, {CAPTION: 6.0}),
    (
        "credit-name",
        lambda v: words.CREDIT_NAME.search(v.line.text) is not None,
        {CAPTION: 5.0},
        Fits(5),
    ),
    (
        "credit-opening",
        lambda v: (
            v.line.repeats == 1
            and v.line.capital_share < 0.6
            and not v.beside_time
            and words.CREDIT_OPENING.match(v.line.text) is not None
        ),
        {CAPTION: 4.0},
        Fits(6, ends=False),
    ),
    (
        "credit-tail",
        lambda v: v.line.capital_share < 0.6 and words.CREDIT_TAIL.search(v.line.text) is not None,
        {CAPTION: 4.0},
        Fits(8, ends=False),
    ),
    (
        "key-point",
        lambda v: (
            v.line.bullet
            and any(o is not None and o.bullet and o.words >= 5 for o in (v.before, v.after))
        ),
        {KEY_POINT: 5.0},
        Fits(5),
    ),
)
OF_MARKUP: tuple[Feature, ...] = (
    (
        "heading-tag",
        lambda v: _tag_is(v, "h1", "h2", "h3", "h4", "h5", "h6"),
        {TITLE: 3.0, BODY: -1.0},
    ),
    ("paragraph-tag", lambda v: _tag_is(v, "p"), {BODY: 1.5}, Fits(6)),
    ("caption-tag", lambda v: _tag_is(v, "figcaption", "caption"), {CAPTION: 6.0}),
    (
        "furniture-region",
        lambda v: v.line.block is not None and v.line.block.region in ("nav", "footer", "form"),
        {FURNITURE: 5.0},
    ),
    (
        "mostly-links",
        lambda v: v.line.block is not None and v.line.block.link_share > 0.7,
        {FURNITURE: 1.5},
        Fits(0, 7),
    ),
)


@lru_cache(maxsize=4 * (MOST_TOLD + 1))
def fitting(size: int, *, ends: bool, markup: bool) -> tuple[Asked, ...]:
    """The rows that can be seen at a line of so many words, MOST_TOLD for all that are longer."""
    rows = (*FEATURES, *(OF_MARKUP if markup else ()))
    return tuple(
        Asked(row[0], row[1], (*row[2].items(),), max(row[2].values()))
        for row in rows
        if _fits(row, size=size, ends=ends)
    )


def _fits(row: Feature, *, size: int, ends: bool) -> bool:
    if len(row) == 3:
        return True
    fits = row[3]
    return fits.least <= size <= fits.most and fits.ends in (None, ends)
