"""Independent origins: how many found something out for themselves, and why so many."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.link.copies import source_name
from regesta.link.credits import CreditKind, canonical, is_agency
from regesta.link.keys import ArticleKeys, EventKeys, PartyKeys
from regesta.model import Copy, Sector

LEAST_WORDS = 20
"""An article with fewer content words is a flash or a page remnant: it confirms nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose reporting an article carries, and how that is known ("" when it is its own)."""

    name: str
    reason: str


Origins = Mapping[str, Origin]


def find_origins(articles: Sequence[ArticleKeys], *, copies: Iterable[Copy]) -> Origins:
    """Article id -> its origin: that of the article it copies, else the one it credits."""
    by_id = {article.id: article for article in articles}
    own = {article.id: _own_origin(article) for article in articles}
    found = dict(own)
    for copy in copies:
        root = by_id[copy.origin]
        reason = f"{_COPIED[copy.kind]} {root.outlet}"
        found[copy.article] = Origin(own[copy.origin].name, reason)
    return found


_COPIED = {
    "reprint": "reprint of",
    "shortened": "shortened from",
    "rewrite": "rewritten from",
    "passages": "has passages of",
}
"""Kind of copy -> words for it before the origin's outlet."""


def _own_origin(article: ArticleKeys) -> Origin:
    """By what the article itself says: a fact credit, an agency, a source line, its outlet."""
    for kind, reason in _CREDITED:
        for credit in article.credits:
            if credit.kind is kind:
                return Origin(credit.name, reason)
    if article.source_line:
        return Origin(canonical(source_name(article)), "named by its source line")
    return Origin(article.outlet, "")


_CREDITED = (
    (CreditKind.FACTS, "credits it with the facts"),
    (CreditKind.WORDS, "carries its copy"),
    (CreditKind.PARTS, "credits it with parts of the text"),
)
"""Rows of (kind of credit, words for it), the strongest first."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article that tells a happening, with the events in which it does."""

    article: ArticleKeys
    events: tuple[EventKeys, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """Whose reporting a telling carries, on whose word, and how the first is known."""

    origin: str
    sources: frozenset[str]
    attested: bool
    reason: str


def count(tellings: Sequence[Telling], *, origins: Origins) -> tuple[int, tuple[str, ...]]:
    """How many independent origins stand behind the tellings, and the reasons, one a line.

    Independent are distinct pairs of whose reporting it is and on whose word it stands. A medium
    quoted for the deed is the reporting origin itself; of one origin's pairs those whose sources
    another pair has too are not counted again, since a cut reprint may lose a source.
    """
    words = [(telling.article, _word(telling, origins=origins)) for telling in tellings]
    pairs: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    attested = set()
    for article, word in words:
        fullest = max(
            (w.sources for _, w in words if w.origin == word.origin and w.sources >= word.sources),
            key=lambda sources: (len(sources), sorted(sources)),
        )
        pair = (word.origin, tuple(sorted(fullest)))
        pairs[pair].append(article.outlet + (f" ({word.reason})" if word.reason else ""))
        if word.attested or fullest:
            attested.add(pair)
    return len(pairs), tuple(_lines(pairs, attested=len(attested), articles=len(tellings)))


def _lines(
    pairs: Mapping[tuple[str, tuple[str, ...]], Sequence[str]], *, attested: int, articles: int
) -> Iterator[str]:
    yield f"{_number(len(pairs), 'origin')} behind {_number(articles, 'article')}"
    for (name, sources), outlets in sorted(pairs.items()):
        told = f"{name}, on the word of {' and '.join(sources)}" if sources else name
        carriers = [f"{outlet} ×{n}" if n > 1 else outlet for outlet, n in _counted(outlets)]
        yield told if carriers == [name] else f"{told}: {', '.join(carriers)}"
    if 0 < attested < len(pairs):
        yield (
            f"{attested} attested + {len(pairs) - attested} unattributed: "
            "naming nobody does not confirm what another has on somebody's word"
        )


def _counted(outlets: Sequence[str]) -> list[tuple[str, int]]:
    return sorted(Counter(outlets).items())


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _word(telling: Telling, *, origins: Origins) -> Word:
    origin = origins[telling.article.id]
    said_by = {party for event in telling.events for party in event.said_by}
    media = sorted({canonical(party.name) for party in said_by if _is_medium(party)})
    others = frozenset(_title(party) for party in said_by if not _is_medium(party))
    if media and not others:
        return Word(" and ".join(media), frozenset(), True, "on its word")
    return Word(origin.name, others, bool(others), origin.reason)


def _is_medium(party: PartyKeys) -> bool:
    return party.sector is Sector.MED or is_agency(party.name)


def _title(party: PartyKeys) -> str:
    """The source by one name: two outlets may call it differently, its country they share."""
    return party.country if party.country and not party.person else party.name
