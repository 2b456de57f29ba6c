"""Whose reporting an article carries: its own, that of the article it copies, or a credited one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.link.copies import source_name
from regesta.link.credits import CreditKind, spellings
from regesta.link.keys import ArticleKeys
from regesta.link.reprints import named_media
from regesta.model import Copy

LEAST_WORDS = 20
"""An article with fewer content words is a flash or a page remnant: it confirms nothing."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """Whose reporting an article carries, and how that is known ("" when it is its own).

    `copy` is the article's place among the copies; None when it is none.
    """

    name: str
    reason: str
    copy: Copy | None = None


Origins = Mapping[str, Reporting]


def find_origins(articles: Sequence[ArticleKeys], *, copies: Iterable[Copy]) -> Origins:
    """Article id -> its origin: that of the article it copies, else the one it credits."""
    by_id = {article.id: article for article in articles}
    own = {article.id: _own_origin(article) for article in articles}
    found = dict(own)
    for copy in copies:
        if copy.folds:
            reason = f"{_COPIED[copy.kind]} {by_id[copy.origin].outlet}"
            found[copy.article] = Reporting(own[copy.origin].name, reason, copy)
    names = spellings(reporting.name for reporting in found.values())
    return {id: replace(reporting, name=names[reporting.name]) for id, reporting in found.items()}


_COPIED = {
    "reprint": "reprint of",
    "shortened": "shortened from",
    "rewrite": "rewritten from",
    "passages": "has passages of",
    "edited": "edited from",
}
"""Kind of copy -> words for it before the origin's outlet."""


def _own_origin(article: ArticleKeys) -> Reporting:
    """By what the article itself says: a fact credit, an agency, a source line, its outlet."""
    for kind, reason in _CREDITED:
        for credit in article.credits:
            if credit.kind is kind:
                return Reporting(credit.name, reason)
    if article.source_line:
        return Reporting(named_media(source_name(article))[0], "named by its source line")
    return Reporting(article.outlet, "")


_CREDITED = (
    (CreditKind.FACTS, "credits it with the facts"),
    (CreditKind.WORDS, "carries its copy"),
    (CreditKind.PARTS, "credits it with parts of the text"),
)
"""Rows of (kind of credit, words for it), the strongest first."""
