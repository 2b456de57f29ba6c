"""Damage that the words show: lost words, glued sentences, doubled escapes, broken encodings.

Precision first: what is only odd is left alone, and nothing is repaired. Each pattern begins with
letters or marks that are rare, so that a page is searched quickly; what must stand before them is
looked at afterwards.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from regesta.model import Article, Span, Trouble
from regesta.read.dates.rule import MONTH

JOINTS = frozenset({"damaged-joint", "lost-letters"})
"""Codes of Troubles across whose spans no sentence can be read as one."""

_MOST = 5  # places told a page for each other kind of damage


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of damage: what it looks like, what must stand before it, what to say of it.

    `before` is matched against the text up to the match, `reach` characters of it; the Trouble's
    span begins where `before` begins. `possible` is a cheap look at the whole text.
    """

    code: str
    pattern: "re.Pattern[str]"
    message: str
    before: "re.Pattern[str] | None" = None
    possible: Callable[[str], bool] = bool


_LOST = "Words are missing here: two paragraphs run into one another."
_GLUED = "A space is missing between two sentences."
_LITTLE = r"(?:in|of|on|at|to|for|and|was|is|were|has|had|by|from)\b(?![-'’])"
_WORD_ENDS = re.compile(r"(?<![./@\w-])[A-Za-z][\w'’-]*[a-z]{2}$")
_REACH = 60  # characters before a match in which `before` must be met

KINDS: tuple[Kind, ...] = (
    Kind(
        code="glued-sentences",
        pattern=re.compile(r"\.['”’]?(?=[A-Z][a-z]+\s)"),
        before=_WORD_ENDS,
        message=_GLUED,
    ),
    Kind(
        code="glued-sentences",
        pattern=re.compile(r"[!?]['”’]?(?=[A-Z][a-z]+\s)"),
        before=_WORD_ENDS,
        message=_GLUED,
        possible=lambda text: "!" in text or "?" in text,
    ),
    Kind(
        code="glued-sentences",
        pattern=re.compile(r"\.[\"“](?=[A-Z][a-z])"),
        before=re.compile(r"[A-Za-z]$"),
        message=_GLUED,
    ),
    Kind(
        code="double-escape",
        pattern=re.compile(
            r"&amp;(?:amp|quot|lt|gt|#\d+|\w{2,8});|&(?:amp|quot|nbsp|lt|gt|#39|rsquo);"
        ),
        message="An escaped character was escaped again or never undone.",
        possible=lambda text: "&" in text,
    ),
    Kind(
        code="mojibake",
        pattern=re.compile(r"â€[œ™“”˜¦]|Ã[©¨¼¶¤±]|Â[ «»°£]|ï»¿|Ð[°-¿]Ñ"),
        message="Letters were read in the wrong encoding.",
        possible=lambda text: not text.isascii() and any(letter in text for letter in "âÃÂïÐ"),
    ),
    # Words lost where two paragraphs met: what is left breaks the grammar of any sentence.
    Kind(code="damaged-joint", pattern=re.compile(rf" the {_LITTLE}"), message=_LOST),
    Kind(code="damaged-joint", pattern=re.compile(rf" an? {_LITTLE}"), message=_LOST),
    Kind(
        code="damaged-joint",  # "President Ahmadi's the start of the drought"
        pattern=re.compile(
            r"s the (?!(?:kind|sort|type|one|only|best|worst|man|woman|guy|end|beginning)\b)"
            r"[a-z]+ (?:of|in)\b"
        ),
        before=re.compile(r"\b(?!(?:Here|There|What|That|Where|When|Today)['’])[A-Z]\w{3,}['’]$"),
        message=_LOST,
    ),
    Kind(
        code="damaged-joint",  # '... by autumn," chief engineer Ana Reis the second dam'
        pattern=re.compile(r",[\"”'’]\s(?:[A-Z][\w.]*\s){2,5}(?:the|an?)\s[a-z]"),
        message=_LOST,
    ),
    Kind(
        code="damaged-joint",  # "will open on August tickets cost"
        pattern=re.compile(
            rf"on {MONTH} (?!and|or|to|in|at|by|with|as|the|this|last|that)[a-z]{{3,}} [a-z]"
        ),
        before=re.compile(r"\W$"),
        message=_LOST,
    ),
    Kind(
        code="damaged-joint",  # "fell to 41 per Harbour Works has"
        pattern=re.compile(r"per [A-Z]\w+ (?:[A-Z]\w+ )?(?:has|have|is|was|will|said)\b"),
        before=re.compile(r"\d\s$"),
        message=_LOST,
    ),
    Kind(
        code="lost-letters",
        pattern=re.compile("\ufffd"),
        message="Letters were lost in decoding.",
        possible=lambda text: not text.isascii(),
    ),
)


def find_damage(text: str, *, page: str) -> Iterator[Trouble]:
    """One Trouble a damaged place: all joints, at most a few of each other kind."""
    told: dict[str, int] = {}
    for kind in KINDS:
        if not kind.possible(text):
            continue
        for first, last in _places(kind, text):
            told[kind.code] = told.get(kind.code, 0) + 1
            if told[kind.code] > _MOST and kind.code != "damaged-joint":
                break
            yield Trouble(
                step="articles",
                code=kind.code,
                message=kind.message,
                page=page,
                span=Span(page=page, start=first, end=last),
            )


def _places(kind: Kind, text: str) -> Iterator[tuple[int, int]]:
    """Where a kind of damage stands, outer spaces left out."""
    for match in kind.pattern.finditer(text):
        first, last = match.span()
        if kind.before is not None:
            before = kind.before.search(text[max(0, first - _REACH) : first])
            if before is None:
                continue
            first -= len(before.group())
        while text[first].isspace():
            first += 1
        yield first, last


def damaged_joints(article: Article, *, troubles: Iterable[Trouble]) -> tuple[Span, ...]:
    """The places inside an article where words are lost: no deed may be read across one.

    `troubles` are those of the article's page, as `cut` gave them.
    """
    return tuple(
        sorted(
            trouble.span
            for trouble in troubles
            if trouble.code in JOINTS
            and trouble.span is not None
            and article.span.covers(trouble.span)
        )
    )
