"""What a line is: weighted evidence that adds up to a label.

Each row of FEATURES names a thing to see, and how much it speaks for which label; OF_MARKUP has
the rows of HTML pages. The label with the highest sum wins; the strongest single row becomes the
line's `rule` (see labels.py). The weights were set by reason and checked on the gold pages and on
composed dumps (tests/read/articles/test_composed.py, evaluate/composed.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from regesta.read.articles import datelines, words
from regesta.read.articles.lines import Line, unmarked

BODY, TITLE, TIME, PUBLISHER = "body", "title", "time", "publisher"
FURNITURE, CAPTION, KEY_POINT, HASHTAG = "furniture", "caption", "key-point", "hashtag"
SOURCE, SIGN_OFF, EMBED, PROMO = "source-line", "sign-off", "embedded-post", "promo"
COPYRIGHT, AUTHOR, LIST_HEADING, COMMENTS = "copyright", "author", "list-heading", "comments"
CLOCK = "page-clock"

NAME_LIKE = re.compile(
    r"(?:(?:the|of|and|for|de|la|le|el|al|&|in)\b\s?|[A-Z0-9][\w.'’&/-]*\s?){1,6}"
)
LONG_LINE = 90  # words that make a line a possible article of its own
SAYS = re.compile(r"\b(?:said|says|told|added|according to|announced|reported|stated)\b")
_LABELLED = re.compile(r"publish|update|post|modif|issued|created", re.IGNORECASE)
_HANDLE = re.compile(r"[—–-]\s?[^—–]{2,60}\(@\w{2,30}\)\s*$")
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


def tells_time(line: Line) -> bool:
    """Whether a line says nothing but a time."""
    return line.time is not None and line.time.alone


def bare_key(line: Line) -> str:
    """A line's key without its bullet."""
    return " ".join(re.findall(r"\w[\w'’.-]*", unmarked(line))).casefold()


def is_section(line: Line) -> bool:
    """Whether a line is the name of a section of a site, and nothing more."""
    parts = re.findall(r"\w+", line.key)
    return 0 < len(parts) <= 5 and all(part in words.SECTIONS or part in "&and" for part in parts)


def _has_letters(text: str) -> bool:
    return text[:1].isalpha() or any(map(str.isalpha, text))


def _is_signed(text: str) -> bool:
    """Whether a line ends in the name of an account, as a post of a social network does."""
    return "@" in text and _HANDLE.search(text) is not None


def _known(key: str) -> bool:
    return key in words.OUTLETS or key.removeprefix("the ") in words.OUTLETS


def _tag_is(view: View, *tags: str) -> bool:
    return view.line.block is not None and view.line.block.tag in tags


FEATURES: tuple[Feature, ...] = (
    # The shape of the words
    ("sentence", lambda v: v.line.ends and v.line.words >= 6, {BODY: 2.5}),
    ("short-sentence", lambda v: v.line.ends and 2 <= v.line.words < 6, {BODY: 1.2}),
    ("many-words", lambda v: v.line.words >= 25, {BODY: 2.0, TITLE: -1.0}),
    ("says", lambda v: v.line.words >= 6 and bool(SAYS.search(v.line.text)), {BODY: 0.6}),
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
    (
        "leads-on",
        lambda v: not v.line.ends and v.line.words >= 3 and words.leads_on(v.line.text),
        {BODY: 2.0, TITLE: -2.0},
    ),
    (
        "signed",
        lambda v: not v.line.ends and v.line.words >= 12 and words.signs_off(v.line.text),
        {BODY: 4.0, TITLE: -3.0},
    ),
    (
        "goes-on",
        lambda v: v.before is not None and v.line.words <= 6 and words.leads_on(v.before.text),
        {BODY: 6.0, PUBLISHER: -10.0},
    ),
    (
        "takes-up",
        lambda v: v.line.words >= 6 and bool(words.TAKES_UP.match(v.line.text)),
        {BODY: 2.0, TITLE: -2.0},
    ),
    ("dateline", lambda v: datelines.opens_unfinished(v.line), {BODY: 3.0, TITLE: -1.5}),
    ("heading-mark", lambda v: bool(words.HEADING_MARK.match(v.line.text)), {TITLE: 5.0}),
    ("underlined", lambda v: v.line.underlined, {TITLE: 5.0}),
    # Its neighbours
    (
        "repeated-title",
        lambda v: v.line.repeats > 1 and v.line.words >= 4 and not v.line.bullet,
        {TITLE: 2.5},
    ),
    (
        "template-line",
        lambda v: v.line.template and not tells_time(v.line),
        {FURNITURE: 4.0, TITLE: -2.0},
    ),
    (
        "beside-time",
        lambda v: (
            v.line.words >= 4 and any(o is not None and tells_time(o) for o in (v.before, v.after))
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
    ("time-line", lambda v: tells_time(v.line), {TIME: 6.0}),
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
        lambda v: v.line.bullet and (bare_key(v.line) in v.names or _known(bare_key(v.line))),
        {PUBLISHER: 6.0},
    ),
    ("known-outlet", lambda v: _known(v.line.key), {PUBLISHER: 4.0}),
    (
        "byline",
        lambda v: v.line.words <= 14 and bool(words.BYLINE.fullmatch(v.line.text)),
        {AUTHOR: 7.0},
    ),
    (
        "byline-beside-time",
        lambda v: (
            2 <= v.line.words <= 6
            and v.line.key.startswith("by ")
            and any(o is not None and tells_time(o) for o in (v.before, v.after))
        ),
        {AUTHOR: 9.0},
    ),
    (
        "outlet-word",
        lambda v: (
            v.line.words <= 5
            and not v.line.ends
            and not v.line.bullet
            and v.line.capital_share == 1.0
            and bool(NAME_LIKE.fullmatch(v.line.text))
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
    (
        "page-header",
        lambda v: v.line.words <= 14 and not v.line.ends and words.is_page_header(v.line.text),
        {FURNITURE: 8.0},
    ),
    ("furniture-words", lambda v: bool(words.FURNITURE.fullmatch(v.line.text)), {FURNITURE: 6.0}),
    (
        "section-name",
        lambda v: v.line.words <= 6 and is_section(v.line),
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
        "address-inside",
        lambda v: (
            not v.line.ends
            and v.line.words <= 24
            and ("://" in v.line.text or "@" in v.line.text)
            and not words.EMBED.search(v.line.text)
            and not v.line.text.startswith("[")
        ),
        {FURNITURE: 3.0, TITLE: -2.0},
    ),
    (
        "no-letters",
        lambda v: not tells_time(v.line) and not _has_letters(v.line.text),
        {FURNITURE: 4.0},
    ),
    (
        "small-letters",
        lambda v: (
            v.line.words <= 4
            and not v.line.ends
            and not tells_time(v.line)
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
            _is_signed(v.line.text)
            or (v.before is not None and tells_time(v.line) and _is_signed(v.before.text))
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
        "credit-opening",
        lambda v: (
            v.line.words >= 6
            and not v.line.ends
            and v.line.repeats == 1
            and v.line.capital_share < 0.6
            and not any(o is not None and tells_time(o) for o in (v.before, v.after))
            and bool(words.CREDIT_OPENING.match(v.line.text))
        ),
        {CAPTION: 4.0},
    ),
    (
        "credit-tail",
        lambda v: (
            v.line.words >= 8
            and not v.line.ends
            and v.line.capital_share < 0.6
            and bool(words.CREDIT_TAIL.search(v.line.text))
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
)
OF_MARKUP: tuple[Feature, ...] = (
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
