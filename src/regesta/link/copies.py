"""Copies: which article carries another's words, and which came first."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from regesta.link.common import COMMON_WORDS
from regesta.link.credits import CreditKind, canonical, is_agency
from regesta.link.keys import ArticleKeys
from regesta.link.words import words
from regesta.model import Copy

TEMPLATE_SUBJECTS = 3
"""A passage in so many articles of one publisher on different subjects is template, not copy."""

COMMON_PASSAGE = 400
"""A passage in more articles than this is a set phrase; one in each reprint of a copy is not."""

LEAST_PASSAGES = 3
"""Fewer shared passages are chance or a set phrase."""

FOLD_SHARE = 0.3
"""An article with at least this share of its passages in another is that one's copy. On
lineage.jsonl .15 to .3 give the same groups (B-cubed .98), .4 gives .94 and .5 gives .92."""

REPRINT_SHARE = 0.8
SHORTENED_LENGTH = 0.75
"""Up to this share of the origin's length a whole reprint is called shortened."""

NAMED_WORDS = 0.3
"""A "Source: Outlet" line means that outlet's article with at least this share of common words."""

TITLE_SHARE = 0.75
"""A "Source:" line names an article when this share of the words of both titles is common."""

_SOURCE = re.compile(r"\A\s*sources?\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles share: passages in common, and the part of each that they are."""

    shared: int
    left: float
    right: float

    @property
    def share(self) -> float:
        """The share of the article that shares more."""
        return max(self.left, self.right)


Overlaps = Mapping[tuple[str, str], Overlap]
OwnPassages = Mapping[str, tuple[int, ...]]


def overlaps(articles: Sequence[ArticleKeys], *, own: OwnPassages) -> Overlaps:
    """Shared passages of all pairs of articles (ids in the order of `articles`) that have enough.

    A join on passages: pairs that share nothing are never looked at.
    """
    index: dict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        for passage in own[article.id]:
            index[passage].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for carriers in index.values():
        if 1 < len(carriers) <= COMMON_PASSAGE:
            shared.update(combinations(carriers, 2))
    found = {}
    for (i, j), count in sorted(shared.items()):
        if count >= LEAST_PASSAGES:
            left, right = articles[i].id, articles[j].id
            found[left, right] = Overlap(count, count / len(own[left]), count / len(own[right]))
    return found


def own_passages(articles: Iterable[ArticleKeys]) -> OwnPassages:
    """Article id -> its passages, less those that are template text of its publisher.

    Template stands under different leads on different subjects: a reprint keeps the lead, and an
    update with a new lead keeps words of the title.
    """
    articles = list(articles)
    carriers: dict[str, dict[int, dict[int, ArticleKeys]]] = defaultdict(dict)
    for article in articles:
        if article.publisher:
            of_outlet = carriers[article.outlet]
            for passage in article.passages:
                of_outlet.setdefault(passage, {}).setdefault(article.passages[0], article)
    template = {
        outlet: {
            passage
            for passage, by_lead in of_outlet.items()
            if len(by_lead) >= TEMPLATE_SUBJECTS and _subjects(by_lead.values())
        }
        for outlet, of_outlet in carriers.items()
    }
    return {
        article.id: tuple(
            passage
            for passage in article.passages
            if not article.publisher or passage not in template[article.outlet]
        )
        for article in articles
    }


def _subjects(articles: Iterable[ArticleKeys]) -> bool:
    """Whether TEMPLATE_SUBJECTS of the articles have titles with no word in common."""
    picked: list[frozenset[str]] = []
    for article in articles:
        title = frozenset(article.title_words) - COMMON_WORDS
        if title and all(title.isdisjoint(other) for other in picked):
            picked.append(title)
        if len(picked) >= TEMPLATE_SUBJECTS:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Claim:
    """One article held against its origin: what share of its passages, and whether it names it."""

    article: ArticleKeys
    origin: ArticleKeys
    share: float
    named: bool = False


KINDS: tuple[tuple[str, Callable[[Claim], bool], str], ...] = (
    ("rewrite", lambda c: c.named, "names it as its source"),
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

PRECEDENCE: tuple[tuple[str, Callable[[ArticleKeys], bool]], ...] = (
    ("which is an agency's own page", lambda a: not a.source_line and is_agency(a.publisher)),
    ("which is credited to an agency", lambda a: not a.source_line and _has_wire_credit(a)),
    ("which names no source itself", lambda a: not a.source_line),
    ("which came first", lambda a: True),
)
"""Who is likelier the origin of shared words, likeliest first; within a row the earlier one."""


def find_copies(articles: Sequence[ArticleKeys], *, shared: Overlaps) -> tuple[Copy, ...]:
    """The copies among `articles`, each under one origin that is no copy itself.

    Articles are taken with the likeliest origin first; each is a copy of the origin with which it
    shares most, or an origin itself when it shares too little with all the origins before it.
    """
    by_id = {article.id: article for article in articles}
    partners = _partners(shared)
    named = _named_sources(articles)
    found: dict[str, Claim] = {}
    for article in sorted(articles, key=_precedence):
        origin = named.get(article.id)
        if origin is not None:
            root = found[origin].origin.id if origin in found else origin
            share = partners[article.id].get(root, Overlap(0, 0.0, 0.0)).left
            found[article.id] = Claim(article, by_id[root], share, named=True)
            continue
        claims = [
            Claim(article, by_id[other], overlap.left)
            for other, overlap in partners[article.id].items()
            if _precedence(by_id[other]) < _precedence(article)
            and other not in found
            and folds(overlap)
        ]
        if claims:
            found[article.id] = min(claims, key=lambda c: (-c.share, _precedence(c.origin)))
    return tuple(_copy(claim) for _, claim in sorted(found.items()))


def folds(overlap: Overlap) -> bool:
    """Whether the left article (the later one) is the right one's copy."""
    return overlap.left >= FOLD_SHARE


def _partners(shared: Overlaps) -> dict[str, dict[str, Overlap]]:
    """Each article's overlaps, seen from its side: `left` is its own share."""
    partners: dict[str, dict[str, Overlap]] = defaultdict(dict)
    for (left, right), overlap in shared.items():
        partners[left][right] = overlap
        partners[right][left] = Overlap(overlap.shared, overlap.right, overlap.left)
    return partners


def _precedence(article: ArticleKeys) -> tuple[int, str, int, str]:
    rank = next(i for i, (_, holds) in enumerate(PRECEDENCE) if holds(article))
    return (rank, article.order[0], -len(article.passages), article.id)


def _has_wire_credit(article: ArticleKeys) -> bool:
    return any(credit.kind is CreditKind.WORDS for credit in article.credits)


def _named_sources(articles: Iterable[ArticleKeys]) -> dict[str, str]:
    """Article id -> the id of the article that its source line names, by title or by outlet."""
    free = [article for article in articles if not article.source_line]
    titles = _title_index(free)
    outlets: dict[str, list[ArticleKeys]] = defaultdict(list)
    for article in free:
        outlets[article.outlet.lower()].append(article)
    found = {}
    for article in articles:
        if article.source_line:
            origin = _titled(article, titles=titles) or _told_by(article, outlets=outlets)
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
    article: ArticleKeys, *, titles: Mapping[str, Sequence[ArticleKeys]]
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
    return min(candidates, key=_precedence, default=None)


def _told_by(
    article: ArticleKeys, *, outlets: Mapping[str, Sequence[ArticleKeys]]
) -> ArticleKeys | None:
    """The article of the outlet named by the source line that has most words in common with it."""
    own = set(article.words)
    best: tuple[float, ArticleKeys] | None = None
    for other in sorted(outlets.get(canonical(source_name(article)).lower(), ()), key=_precedence):
        common = len(own & set(other.words)) / max(1, min(len(own), len(other.words)))
        if common >= NAMED_WORDS and (best is None or common > best[0]):
            best = (common, other)
    return best[1] if best else None


def _copy(claim: Claim) -> Copy:
    kind, words_for_it = next((kind, text) for kind, holds, text in KINDS if holds(claim))
    return Copy(
        article=claim.article.id,
        origin=claim.origin.id,
        kind=kind,
        share=round(claim.share, 3),
        reason=_reason(claim, words_for_it),
    )


def _reason(claim: Claim, words_for_it: str) -> str:
    """One sentence: who has what from whom, how much, and why that one is the origin."""
    measured = f"; {claim.share:.0%} of its passages stand there" if claim.share else ""
    return (
        f"{_named(claim.article)} {words_for_it}{measured}; "
        f"origin is {_named(claim.origin)}, {_why(claim)}."
    )


def _why(claim: Claim) -> str:
    """What put the origin before the article in `_precedence`."""
    first, second = _precedence(claim.origin), _precedence(claim.article)
    if first[0] < second[0]:
        return PRECEDENCE[first[0]][0]
    if first[1] != second[1]:
        published = claim.origin.published
        return f"published earlier ({published})" if published else "which came first"
    return "which has more text" if first[2] != second[2] else "since nothing tells which was first"


def _named(article: ArticleKeys) -> str:
    title = f"“{article.title}”" if article.title else f"article {article.id}"
    return f"{title} ({canonical(article.publisher)})" if article.publisher else title
