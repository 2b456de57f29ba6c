"""Sentences of an article as the later steps see them: span, parse and what was found in it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from regesta.knowledge import NameHit
from regesta.model import Span, When
from regesta.read.tree import PLACE, Doc, Token
from regesta.text.hinted import holds_any

# Left out of what the parser sees, because they derail it and carry no deed: asides in brackets
# ("(August 20, 2025)", "(SCO)") and spaces that a dump puts inside names ("Jong - un") or quotes.
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)|\s*\[[^\[\]]{1,60}\]")
_ACRONYM = re.compile(r"\s*\((?:the )?([A-Z][A-Za-z&-]{0,8}[A-Z])\)")
_TOKENISED = re.compile(r"\w n['’]t\b|[a-z] - (?:one|level|year|run|led|based|un|in) ")
# What each of those has within it.
_MARKS_APART = (" n't", " n’t")
_HYPHENS_APART = tuple(
    f" - {word} " for word in ("one", "level", "year", "run", "led", "based", "un", "in")
)
_SPACED_HYPHEN = re.compile(r"(?<=[A-Za-z]) - (?=[a-z])")
# Typographic marks that were read in the wrong encoding: "Putin\u00e2\x80\x99s".
_MOJIBAKE = re.compile("\u00e2\x80[\x90-\x9f]")
_MENDED = {"\x9c": '"', "\x9d": '"', "\x98": "'", "\x99": "'", "\x93": "-", "\x94": "-"}
_DASH = re.compile(r" [-–] ")
# "WASHINGTON, April 30 (Reuters) - ": the wire's own line before the first sentence.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'/-]+(?: [A-Z][A-Z.'/-]+){0,3}(?:, [\w.]+(?: [\w.]+){0,2}){0,2}\s*"
    r"(?:\([^()]{2,40}\)\s*)?(?:—|–|--|-)\s+(?=[\"'“‘]?[A-Z])"
)
_PLAIN = {"\n": " ", "\r": " ", "\t": " ", "\xa0": " ", "’": "'", "‘": "'"}
_MARK = re.compile('"')
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")  # soft hyphens and joiners inside names
_VICE = re.compile(r"\b([Vv]ice)-(?=[a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of an article.

    `span` points into the page; `text` is what the parser saw (asides taken out); `offsets[i]` is
    the page offset of `text[i]`. `doc` is None when the sentence can hold neither an event nor a
    quotation that its marks leave open; `short` are the acronyms that stood in brackets, with the
    place in `text` that each stood behind; `met` are the bits of the sets of words that the frames
    table asks for and it has, None when it can hold no event. `quotations` are the page offsets of
    direct speech in it; `cue` is the index of the sentence that says who speaks, where all its own
    words are direct speech.
    """

    index: int
    span: Span
    text: str
    offsets: Sequence[int]
    hits: tuple[NameHit, ...] = ()
    dates: tuple[When, ...] = ()
    headline: bool = False
    short: tuple[tuple[int, str], ...] = ()
    doc: Doc | None = field(default=None, compare=False)
    met: int | None = None
    quotations: tuple[tuple[int, int], ...] = ()
    cue: int | None = None

    def page_span(self, start: int, end: int) -> Span:
        """The page's span of `text[start:end]`."""
        return Span(page=self.span.page, start=self.offsets[start], end=self.offsets[end - 1] + 1)

    def words(self, tokens: Iterable[Token]) -> Span:
        """The page's span from the first to the last of `tokens` (at least one)."""
        run = tuple(tokens)
        last = max(run, key=PLACE)
        first = min(run, key=PLACE)
        return self.page_span(first.idx, last.idx + len(last.text))


@lru_cache(maxsize=4)  # of an article it is asked three times
def is_tokenised(text: str) -> bool:
    """Whether a text was written out word by word: "did n't", "Jong - un", quotes set apart."""
    hyphens = " - " in text and holds_any(text, hints=_HYPHENS_APART)
    apart = hyphens or holds_any(text, hints=_MARKS_APART)
    return apart and _TOKENISED.search(text) is not None


def _set_apart(text: str) -> set[int]:
    """The spaces that a dump set between quotation marks and the words they enclose."""
    drop: set[int] = set()
    for turn, match in enumerate(_MARK.finditer(text)):
        before, after = match.start() - 1, match.end()
        if turn % 2 == 0 and text[after : after + 1] == " ":
            drop.add(after)
        elif turn % 2 == 1 and before >= 0 and text[before] == " ":
            drop.add(before)
    return drop


def parser_view(text: str, *, start: int, tokenised: bool) -> tuple[str, Sequence[int]]:
    """What the parser sees of `text`, and the page offset of each of its characters.

    `start` is the page offset of `text[0]`; `tokenised` joins what a dump has set apart.
    """
    drop: set[int] = set()
    dateline = _DATELINE.match(text)
    drop.update(range(dateline.end()) if dateline is not None else ())
    for match in _ASIDE.finditer(text) if "(" in text or "[" in text else ():
        drop.update(range(match.start(), match.end()))
    for match in _SPACED_HYPHEN.finditer(text) if tokenised else ():
        drop.update((match.start(), match.end() - 1))
    drop.update(_set_apart(text) if tokenised else ())
    odd = not text.isascii()
    drop.update(match.start() for match in (_UNSEEN.finditer(text) if odd else ()))
    told = {}  # for the parser only: the page's text stays as it is
    for match in _MOJIBAKE.finditer(text) if odd else ():
        told[match.start()] = _MENDED.get(match.group()[-1], " ")
        drop.update(range(match.start() + 1, match.end()))
    if not drop:
        for char, plain in _PLAIN.items():
            text = text.replace(char, plain)
        return _plainly(text), range(start, start + len(text))
    kept = _between(sorted(drop), end=len(text))
    for char, plain in _PLAIN.items():
        text = text.replace(char, plain)
    for at, mended in told.items():
        text = f"{text[:at]}{mended}{text[at + 1 :]}"
    view = "".join(text[first:last] for first, last in kept)
    return _plainly(view), tuple(start + i for first, last in kept for i in range(first, last))


def acronyms_left_out(
    text: str, *, start: int, offsets: Sequence[int]
) -> tuple[tuple[int, str], ...]:
    """The acronyms in brackets of `text`, with the place in the parser's view they stood behind."""
    return tuple(
        (bisect_left(offsets, start + match.start()), match[1])
        for match in (_ACRONYM.finditer(text) if "(" in text else ())
    )


def _between(gone: list[int], *, end: int) -> list[tuple[int, int]]:
    """The stretches of 0..end that lie between the places that are gone."""
    edges = [-1, *gone, end]
    return [(one + 1, other) for one, other in pairwise(edges) if one + 1 < other]


def _plainly(view: str) -> str:
    """The view, letter for letter as long: dashes set apart, "vice-president" in two words."""
    if " - " in view or " – " in view:
        view = _DASH.sub(" — ", view)
    return _VICE.sub(r"\1 ", view) if "ice-" in view else view
