"""What the pages of one site repeat, learned from hashes of their lines (decisions/0005).

Only plain text is asked: of an HTML page the markup says what is the template's. All of this
depends on the set of a site's pages, never on the order in which they came.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import blake2b
from math import ceil
from urllib.parse import urlsplit

from regesta.model import Page, PageLines, SiteLines
from regesta.text.decode import decode, looks_binary
from regesta.text.lines import bare_lines

MOST_LEARNED = 200  # pages of a site that are learned from: those whose ids are smallest
LEAST_PAGES = 3  # that tell different stories and have the line
LEAST_USUAL = 5  # such pages of a site on which it can be said what is usual
_ALIKE = 0.6  # of the passages of the longer page that tell one story
_LEAST_PASSAGES = 2  # in a page that can be told from others
_MOST_LINES, _MOST_PASSAGES = 4000, 128  # of one page that are kept, the smallest hashes
_LONGEST_HOST = 253  # characters, as the net has it
_SHARES = (Fraction(1, 3), Fraction(3, 5))  # of these pages: a short line, one as headlines are
_HEADLINE_SPACES = 5  # in a line of six words
_PASSAGE_SPACES = 7  # in a stretch of eight words
_STOP = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """How many `pages` of a site tell different stories, and on how many of them a line stands;
    only `lines` that count as the site's are held."""

    pages: int = 0
    lines: dict[int, int] = field(default_factory=dict)

    def of(self, page: PageLines) -> SiteLines:
        """The lines of one page that the site repeats."""
        own = [line for line in page.lines if line in self.lines]
        return SiteLines(lines=frozenset(own), usual=frozenset(filter(self._is_usual, own)))

    def _is_usual(self, line: int) -> bool:
        return self.pages >= LEAST_USUAL and self.lines[line] * 4 >= self.pages * 3


def site_of(page: Page) -> str | None:
    """The site of a page in plain text: its host; None where no address says it."""
    if page.url is None or page.is_html:
        return None
    try:
        parts = urlsplit(page.url.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    known = parts.scheme in ("http", "https") and 0 < len(host) <= _LONGEST_HOST
    return host.removeprefix("www.") or None if known else None


def lines_of(page: Page, *, site: str) -> PageLines:
    """The lines of a page as the reader cuts them, hashed."""
    lines: set[int] = set()
    passages: set[int] = set()
    for _, words, _ in bare_lines(_text(page)):
        lines.add(line_hash(words))
        passages.update(map(line_hash, _passages(words)))
    return PageLines(
        page=page.id,
        site=site,
        address=line_hash((page.url or "").partition("#")[0]),
        lines=tuple(sorted(lines)[:_MOST_LINES]),
        passages=tuple(sorted(passages)[:_MOST_PASSAGES]),
    )


def line_hash(words: str) -> int:
    """31 bits, and one that tells whether the line has as many words as headlines have: in a site
    that repeats 300 lines one page in 50,000 has one more by chance."""
    bare = " ".join(words.split())
    digest = blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "big") & ~1 | (bare.count(" ") >= _HEADLINE_SPACES)


def _text(page: Page) -> str:
    return "" if looks_binary(page.body) else decode(page.body, charset=page.charset).text


def _passages(words: str) -> Iterator[str]:
    return (part for part in _STOP.split(words) if part.count(" ") >= _PASSAGE_SPACES)


def learn(pages: Iterable[PageLines]) -> Learned:
    """What pages of one site have in common; they come in the order of their ids, and no more
    than MOST_LEARNED of them."""
    apart = _apart(pages)
    found = Counter(line for page in apart for line in page.lines)
    least = [max(LEAST_PAGES, ceil(len(apart) * share)) for share in _SHARES]
    counting = {line: count for line, count in found.items() if count >= least[line & 1]}
    return Learned(pages=len(apart), lines=counting)


def _apart(pages: Iterable[PageLines]) -> Sequence[PageLines]:
    """One page of each story: what is fetched twice, updated or printed again counts once."""
    apart: list[tuple[PageLines, frozenset[int]]] = []
    for page in pages:
        passages = frozenset(page.passages)
        if len(passages) < _LEAST_PASSAGES:
            continue
        if not any(
            page.address == other.address or _alike(passages, those) for other, those in apart
        ):
            apart.append((page, passages))
    return [page for page, _ in apart]


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two pages tell one story; of long pages as much is compared as both have kept."""
    if max(len(one), len(other)) == _MOST_PASSAGES:
        bound = min(max(kept) for kept in (one, other) if len(kept) == _MOST_PASSAGES)
        one, other = (frozenset(x for x in kept if x <= bound) for kept in (one, other))
    return len(one & other) >= _ALIKE * max(len(one), len(other), 1)
