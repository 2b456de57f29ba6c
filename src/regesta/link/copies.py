"""Copies: which article carries another's words, and which came first."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from regesta.link.credits import CreditKind, canonical, is_agency, site
from regesta.link.keys import ArticleKeys
from regesta.link.passages import Overlap, Overlaps
from regesta.link.reprints import named_media
from regesta.link.words import words
from regesta.model import Copy

FOLD_SHARE = 0.3
"""An article with at least this share of its passages in another is that one's copy. On
lineage.jsonl .15 to .3 give the same groups (B-cubed .98), .4 gives .94 and .5 gives .92."""

ALIKE_SHARE = 0.25
"""So does one of another outlet with at least this share of its runs of three words there: of a
text with three words in ten changed a third are left, of a report of one's own hardly any."""

REPRINT_SHARE = 0.8
SHORTENED_LENGTH = 0.75
"""Up to this share of the origin's length a whole reprint is called shortened."""

NAMED_WORDS = 0.3
"""A "Source: Outlet" line means that outlet's article with at least this share of common words."""

TITLE_SHARE = 0.75
"""A "Source:" line names an article when this share of the words of both titles is common."""

_SOURCE = re.compile(r"\A\s*sources?\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One article held against its origin: what share of its passages, and whether it names it.

    `kind` is "named", "passages", "edited" (its runs of three words are the share) or
    "sentences"; KINDS has finer words for the first two.
    """

    article: ArticleKeys
    origin: ArticleKeys
    share: float
    kind: str = "passages"


KINDS: tuple[tuple[str, Callable[[Claim], bool], str], ...] = (
    ("rewrite", lambda c: c.kind == "named", "names it as its source"),
    ("edited", lambda c: c.kind == "edited", "has its words with some changed"),
    ("sentences", lambda c: c.kind == "sentences", "has a few sentences from it"),
    (
        "shortened",
        lambda c: (
            c.share >= REPRINT_SHARE and c.article.length <= SHORTENED_LENGTH * c.origin.length
        ),
        "is a shorter text in the same words",
    ),
    ("reprint", lambda c: c.share >= REPRINT_SHARE, "has nearly all its words from it"),
    ("passages", lambda c: True, "has passages from it"),
)
"""Rows of (kind, when, words for the reason); the first row that holds names the copy."""

PRECEDENCE: tuple[tuple[str, Callable[[ArticleKeys, frozenset[str]], bool]], ...] = (
    (
        "which is an agency's own page",
        lambda a, wires: (
            not a.source_line and (is_agency(a.publisher) or a.outlet.lower() in wires)
        ),
    ),
    ("which is credited to an agency", lambda a, _: not a.source_line and _has_wire_credit(a)),
    ("which names no source itself", lambda a, _: not a.source_line),
    ("which came first", lambda a, _: True),
)
"""Who is likelier the origin of shared words, likeliest first; within a row the earlier one. Those
whom other articles credit with their words are agencies, too."""

Rank = tuple[int, str, int, str]
Ranks = Mapping[str, Rank]


def find_copies(articles: Sequence[ArticleKeys], *, shared: Overlaps) -> tuple[Copy, ...]:
    """The copies among `articles`, each under one origin that is no copy itself.

    Articles are taken with the likeliest origin first; each is a copy of the origin with which it
    shares most, or an origin itself when it shares too little with all the origins before it.
    """
    by_id = {article.id: article for article in articles}
    ranks = _ranks(articles)
    partners = _partners(shared)
    named = _named_sources(articles, ranks=ranks)
    found: dict[str, Claim] = {}
    for article in sorted(articles, key=lambda article: ranks[article.id]):
        origin = named.get(article.id)
        if origin is not None:
            root = found[origin].origin.id if _is_copy(origin, found=found) else origin
            share = partners[article.id].get(root, Overlap(0, 0.0, 0.0)).left
            found[article.id] = Claim(article, by_id[root], share, kind="named")
            continue
        claims = [
            _claim(article, by_id[other], overlap=overlap)
            for other, overlap in partners[article.id].items()
            if ranks[other] < ranks[article.id] and not _is_copy(other, found=found)
        ]
        if claims:
            found[article.id] = min(claims, key=lambda c: (*_strength(c), ranks[c.origin.id]))
    return tuple(_copy(claim, ranks=ranks) for _, claim in sorted(found.items()))


def _is_copy(id: str, *, found: Mapping[str, Claim]) -> bool:
    return id in found and found[id].kind != "sentences"


def _strength(claim: Claim) -> tuple[bool, float]:
    return (claim.kind == "sentences", -claim.share)


def _claim(article: ArticleKeys, origin: ArticleKeys, *, overlap: Overlap) -> Claim:
    """What the shared passages make of the left article, which is the later one."""
    if overlap.left >= FOLD_SHARE:
        return Claim(article, origin, overlap.left)
    if overlap.alike_left >= ALIKE_SHARE and article.outlet != origin.outlet:
        return Claim(article, origin, overlap.alike_left, kind="edited")
    return Claim(article, origin, overlap.left, kind="sentences")


def _partners(shared: Overlaps) -> dict[str, dict[str, Overlap]]:
    """Each article's overlaps, seen from its side: `left` is its own share."""
    partners: dict[str, dict[str, Overlap]] = defaultdict(dict)
    for (left, right), overlap in shared.items():
        partners[left][right] = overlap
        partners[right][left] = overlap.turned()
    return partners


def _ranks(articles: Sequence[ArticleKeys]) -> Ranks:
    """By id what the articles are sorted by, the likeliest origin first."""
    wires = frozenset(
        credit.name.lower()
        for article in articles
        for credit in article.credits
        if credit.kind is CreditKind.WORDS
    )
    return {article.id: _rank(article, wires=wires) for article in articles}


def _rank(article: ArticleKeys, *, wires: frozenset[str]) -> Rank:
    row = next(i for i, (_, holds) in enumerate(PRECEDENCE) if holds(article, wires))
    return (row, article.order[0], -len(article.passages), article.id)


def _has_wire_credit(article: ArticleKeys) -> bool:
    return any(credit.kind is CreditKind.WORDS for credit in article.credits)


def _named_sources(articles: Iterable[ArticleKeys], *, ranks: Ranks) -> dict[str, str]:
    """Article id -> the id of the article that its source line names, by title or by outlet."""
    free = [article for article in articles if not article.source_line]
    titles = _title_index(free)
    outlets: dict[str, list[ArticleKeys]] = defaultdict(list)
    for article in free:
        outlets[site(article.outlet)].append(article)
    found = {}
    for article in articles:
        if article.source_line:
            origin = _titled(article, titles=titles, ranks=ranks) or _told_by(
                article, outlets=outlets, ranks=ranks
            )
            if origin is not None:
                found[article.id] = origin.id
    return found


def source_name(article: ArticleKeys) -> str:
    """What the source line names, without the word "Source"."""
    return _SOURCE.sub("", article.source_line or "").strip(" .")


def _title_index(articles: Iterable[ArticleKeys]) -> dict[str, list[ArticleKeys]]:
    index: dict[str, list[ArticleKeys]] = defaultdict(list)
    for article in articles:
        for word in article.title_words:
            index[word].append(article)
    return index


def _titled(
    article: ArticleKeys, *, titles: Mapping[str, Sequence[ArticleKeys]], ranks: Ranks
) -> ArticleKeys | None:
    """The first article whose title is the words of the source line."""
    line = set(words(source_name(article)))
    rarest = min(sorted(line), key=lambda w: len(titles.get(w, ())) or len(titles), default="")
    candidates = [
        other
        for other in titles.get(rarest, ())
        if len(line & set(other.title_words))
        >= TITLE_SHARE * max(len(line), len(other.title_words))
    ]
    return min(candidates, key=lambda other: ranks[other.id], default=None)


def _told_by(
    article: ArticleKeys, *, outlets: Mapping[str, Sequence[ArticleKeys]], ranks: Ranks
) -> ArticleKeys | None:
    """The article of the outlet named by the source line that has most words in common with it."""
    own = set(article.words)
    best: tuple[float, ArticleKeys] | None = None
    told = [
        other for name in named_media(source_name(article)) for other in outlets.get(site(name), ())
    ]
    for other in sorted(told, key=lambda other: ranks[other.id]):
        common = len(own & set(other.words)) / max(1, min(len(own), len(other.words)))
        if common >= NAMED_WORDS and (best is None or common > best[0]):
            best = (common, other)
    return best[1] if best else None


def _copy(claim: Claim, *, ranks: Ranks) -> Copy:
    kind, words_for_it = next((kind, text) for kind, holds, text in KINDS if holds(claim))
    return Copy(
        article=claim.article.id,
        origin=claim.origin.id,
        kind=kind,
        share=round(claim.share, 3),
        reason=_reason(claim, words_for_it, ranks=ranks),
    )


def _reason(claim: Claim, words_for_it: str, *, ranks: Ranks) -> str:
    """One sentence: who has what from whom, how much, and why that one is the origin."""
    measured = f"; {claim.share:.0%} of its {_UNITS.get(claim.kind, 'passages')} stand there"
    return (
        f"{_named(claim.article)} {words_for_it}{measured if claim.share else ''}; "
        f"origin is {_named(claim.origin)}, {_why(claim, ranks=ranks)}."
    )


_UNITS = {"edited": "runs of three words"}


def _why(claim: Claim, *, ranks: Ranks) -> str:
    """What put the origin before the article in the ranks."""
    first, second = ranks[claim.origin.id], ranks[claim.article.id]
    if first[0] < second[0]:
        return PRECEDENCE[first[0]][0]
    if first[1] != second[1]:
        published = claim.origin.published
        return f"published earlier ({published})" if published else "which came first"
    return "which has more text" if first[2] != second[2] else "since nothing tells which was first"


def _named(article: ArticleKeys) -> str:
    title = f"“{article.title}”" if article.title else f"article {article.id}"
    return f"{title} ({canonical(article.publisher)})" if article.publisher else title
