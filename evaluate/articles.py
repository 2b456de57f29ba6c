"""Pages taken apart against a gold file of articles: pure functions of the parsed gold.

Gold is one object a page (see examples/gold/README.md). Bodies are compared by their characters:
what gold calls an in-line fragment (promo, credit, dateline) counts as no body on either side.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from regesta.model import Article, Label
from regesta.read.articles import Cut

GoldPage = Mapping[str, Any]
Reader = Callable[[str], tuple[str, Cut]]
"""A page's key in the gold to its text and its cut."""

KINDS = {"main": "main", "related": "related", "headline-only": "teaser"}
EXACT_BODY = 0.995
# Gold's line labels and the pieces that one of must stand on the line; others are furniture.
LABELS: Mapping[str, frozenset[Label]] = {
    "title": frozenset({Label.TITLE}),
    "title-repeat": frozenset({Label.TITLE_REPEAT}),
    "headline": frozenset({Label.TITLE}),
    "headline-repeat": frozenset({Label.TITLE_REPEAT}),
    "publisher": frozenset({Label.PUBLISHER}),
    "publisher-bullet": frozenset({Label.PUBLISHER}),
    "publisher+time": frozenset({Label.PUBLISHER}),
    "time": frozenset({Label.TIME}),
    "body": frozenset({Label.BODY}),
    "deck": frozenset({Label.DECK}),
    "caption": frozenset({Label.CAPTION}),
    "embedded-post": frozenset({Label.EMBED}),
    "key-point": frozenset({Label.KEY_POINT}),
    "source-line": frozenset({Label.SOURCE_LINE}),
    "signoff-agency": frozenset({Label.SIGN_OFF}),
    "signoff-editor": frozenset({Label.SIGN_OFF}),
    "byline": frozenset({Label.AUTHOR}),
    "promo": frozenset({Label.PROMO}),
    "hashtags": frozenset({Label.HASHTAG}),
    "copyright": frozenset({Label.COPYRIGHT}),
}
_FURNITURE = frozenset({Label.FURNITURE, Label.PROMO, Label.COMMENT, Label.COPYRIGHT, Label.TIME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A gold article and the one that stands for it, None when it was not found."""

    page: str
    gold: Mapping[str, Any]
    found: Article | None
    body: float


def score(gold: Mapping[str, GoldPage], *, read: Reader) -> dict[str, float]:
    """Shares over all articles and lines of the gold, 1.0 where all is right."""
    matches: list[Match] = []
    extra = lines = lines_right = 0
    for key, page in gold.items():
        text, cut = read(key)
        paired = match(key, page, cut=cut)
        matches.extend(paired)
        extra += len(cut.articles) - sum(one.found is not None for one in paired)
        right, total = line_labels(page, text=text, cut=cut)
        lines_right += right
        lines += total
    return {
        "articles.found": _share(one.found is not None for one in matches),
        "articles.extra": float(extra),
        "articles.role": _share(_same(one, "role") for one in matches),
        "articles.title": _share(_same(one, "title") for one in matches),
        "articles.publisher": _share(_same(one, "publisher") for one in matches),
        "articles.agency": _share(_same(one, "agency") for one in matches),
        "articles.time_text": _share(_same(one, "time_text") for one in matches),
        "articles.date": _share(_same(one, "date") for one in matches),
        "articles.body": sum(one.body for one in matches) / max(len(matches), 1),
        "articles.body_exact": _share(one.body >= EXACT_BODY for one in matches),
        "articles.lines": lines_right / max(lines, 1),
    }


def match(key: str, page: GoldPage, *, cut: Cut) -> list[Match]:
    """Each gold article with its best article: by body, then by title; each is used once."""
    free = list(cut.articles)
    found = []
    for gold in page["articles"]:
        wanted = gold_characters(gold)
        fragments = fragment_characters(gold)
        ranked = sorted(
            ((overlap(wanted, article, less=fragments), article) for article in free),
            key=lambda pair: pair[0] + (pair[1].title == gold["title"]),
        )
        best = ranked[-1] if ranked else None
        if best is None or (best[0] < 0.3 and best[1].title != gold["title"]):
            found.append(Match(page=key, gold=gold, found=None, body=0.0))
            continue
        free.remove(best[1])
        found.append(Match(page=key, gold=gold, found=best[1], body=best[0]))
    return found


def gold_characters(gold: Mapping[str, Any]) -> set[int]:
    """Offsets of the gold body without its fragments."""
    body = {place for start, end in gold["body_spans"] for place in range(start, end)}
    return body - fragment_characters(gold)


def fragment_characters(gold: Mapping[str, Any]) -> set[int]:
    """Offsets of what gold names as fragments inside lines."""
    spans = [fragment["span"] for fragment in gold.get("fragments") or ()]
    return {place for start, end in spans for place in range(start, end)}


def overlap(wanted: set[int], article: Article, *, less: set[int]) -> float:
    """F1 over characters; two empty bodies are alike."""
    got = {place for span in article.body for place in range(span.start, span.end)} - less
    if not wanted and not got:
        return 1.0
    return 2 * len(wanted & got) / (len(wanted) + len(got))


def line_labels(page: GoldPage, *, text: str, cut: Cut) -> tuple[int, int]:
    """Lines labelled right, and lines labelled in the gold."""
    pieces = [piece for article in cut.articles for piece in article.pieces]
    pieces += cut.furniture
    right = total = start = 0
    wanted = page.get("line_labels") or {}
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        label = wanted.get(str(number), "blank")
        if label != "blank":
            here = {p.label for p in pieces if p.span.start < end and p.span.end > start}
            total += 1
            right += _fits(label, here)
        start = end + 1
    return right, total


def _fits(label: str, here: set[Label]) -> bool:
    if label in LABELS:
        return bool(LABELS[label] & here)
    return bool(here & _FURNITURE) and Label.BODY not in here


def _same(one: Match, field: str) -> bool:
    """Whether a field is right; what the gold can only know from other pages counts as unsaid."""
    if one.found is None:
        return False
    if field == "role":
        return one.found.role.value == KINDS.get(one.gold["kind"], one.gold["kind"])
    if field == "date":
        wanted = None if one.gold.get("date_needs") else one.gold.get("date")
        got = one.found.published.value if one.found.published else None
        return (wanted or "")[:10] == (got or "")[:10]
    return bool(getattr(one.found, field) == one.gold.get(field))


def _share(values: Iterable[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
