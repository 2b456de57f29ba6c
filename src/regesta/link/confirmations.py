"""Independent origins of a happening: who found it out, on whose word, and why so many."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.link.common import COMMON_WORDS
from regesta.link.credits import canonical, is_agency, spellings
from regesta.link.deeds import codes
from regesta.link.keys import ArticleKeys, EventKeys, PartyKeys
from regesta.link.origins import Origins
from regesta.link.words import words
from regesta.model import Carrier, Origin, Sector, Voucher

STRENGTH = (Voucher.THIRD, Voucher.PARTY, Voucher.UNKNOWN)
"""Of several sources the strongest names the origin: who took no part has no side to serve."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article that tells a happening, with the events in which it does."""

    article: ArticleKeys
    events: tuple[EventKeys, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """Whose reporting a telling carries and on whose word; `quoted` when it is a medium's.

    `unnamed` are sources that nobody could ask: "officials", "the statement".
    """

    reporter: str
    sources: frozenset[str]
    unnamed: frozenset[str]
    quoted: bool
    carrier: Carrier


_DETERMINER = re.compile(
    r"^(?:an?|the|some|two|three|four|several|many|one|his|her|its|their) ", re.I
)

_UNNAMED = COMMON_WORDS | frozenset(
    words(
        "analysts critics experts observers residents sources survivors witnesses activists medics"
    )
)
"""What a source may be that opens a sentence with a capital and is no name all the same."""

Pair = tuple[str, tuple[str, ...]]


def independent(tellings: Sequence[Telling], *, origins: Origins) -> tuple[Origin, ...]:
    """The independent origins behind the tellings of one happening, by name.

    Independent are distinct pairs of whose reporting it is and on whose word it stands. A medium
    quoted for the deed is the reporting origin itself; a copy that names no more sources than the
    article it copies counts with that one; of one origin's pairs those whose sources another pair
    has too are not counted again, since a cut reprint may lose a source. Sources without a name are
    none to tell pairs apart by, and are told only where no other is.
    """
    told = {telling.article.id: _word(telling, origins=origins) for telling in tellings}
    traced = [_as_its_origin(word, told=told) for word in told.values()]
    words = _by_one_name(_as_the_outlet_named(word, among=traced) for word in traced)
    stands = _stands(tellings)
    pairs: dict[Pair, list[Word]] = defaultdict(list)
    for word in words:
        fullest = max(
            (w.sources for w in words if w.reporter == word.reporter and w.sources >= word.sources),
            key=lambda sources: (len(sources), sorted(sources)),
        )
        pairs[word.reporter, tuple(sorted(fullest))].append(word)
    return tuple(
        _origin(reporter, sources=sources or _unnamed(found), found=found, stands=stands)
        for (reporter, sources), found in sorted(pairs.items())
    )


def _origin(
    reporter: str,
    *,
    sources: tuple[str, ...],
    found: Sequence[Word],
    stands: Mapping[str, Voucher],
) -> Origin:
    return Origin(
        reporter=reporter,
        sources=sources,
        vouched=_vouched(sources, stands=stands, quoted=any(word.quoted for word in found)),
        carriers=tuple(word.carrier for word in found),
    )


def _unnamed(found: Iterable[Word]) -> tuple[str, ...]:
    return tuple(sorted(frozenset[str]().union(*(word.unnamed for word in found))))


def reasons(origins: Sequence[Origin]) -> Iterator[str]:
    """How the origins were counted: a line for the sum, one for each, one for what is not said."""
    articles = sum(len(origin.carriers) for origin in origins)
    yield f"{_number(len(origins), 'origin')} behind {_number(articles, 'article')}"
    for origin in origins:
        told = origin.reporter
        if origin.sources:
            told = f"{told}, on the word of {' and '.join(origin.sources)}"
        carriers = Counter(_carrier(carrier) for carrier in origin.carriers)
        listed = [f"{name} ×{n}" if n > 1 else name for name, n in sorted(carriers.items())]
        yield told if listed == [origin.reporter] else f"{told}: {', '.join(listed)}"
    silent = sum(origin.vouched is Voucher.UNATTRIBUTED for origin in origins)
    if 0 < silent < len(origins):
        yield (
            f"{len(origins) - silent} attested + {silent} unattributed: "
            "naming nobody does not confirm what another has on somebody's word"
        )


def _carrier(carrier: Carrier) -> str:
    return carrier.outlet + (f" ({carrier.reason})" if carrier.reason else "")


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _word(telling: Telling, *, origins: Origins) -> Word:
    article, reporting = telling.article, origins[telling.article.id]
    said_by = {party for event in telling.events for party in event.said_by}
    media = sorted({canonical(party.name) for party in said_by if _is_medium(party)})
    people = [party for party in said_by if not _is_medium(party)]
    others = frozenset(_title(party) for party in people if not _is_unnamed(party))
    quoted = bool(media) and not others
    return Word(
        reporter=" and ".join(media) if quoted else reporting.name,
        sources=others,
        unnamed=frozenset(_title(party) for party in people if _is_unnamed(party)),
        quoted=quoted,
        carrier=Carrier(
            article=article.id,
            outlet=article.outlet,
            reason="on its word" if quoted else reporting.reason,
            copy_of=reporting.copy.origin if reporting.copy else None,
        ),
    )


def _as_its_origin(word: Word, *, told: Mapping[str, Word]) -> Word:
    """A copy's word as that of the article it copies, where that tells the happening, too."""
    origin = told.get(word.carrier.copy_of or "")
    if origin is None or not word.sources <= origin.sources:
        return word
    return replace(word, reporter=origin.reporter, sources=origin.sources, quoted=origin.quoted)


def _as_the_outlet_named(word: Word, *, among: Sequence[Word]) -> Word:
    """A word credited to an outlet as that of whose reporting all that outlet's articles carry.

    A rewrite names the outlet where it found the text, and that may have reprinted it.
    """
    if word.reporter == word.carrier.outlet:
        return word
    named = [other for other in among if other.carrier.outlet == word.reporter]
    reporters = {other.reporter for other in named}
    return replace(word, reporter=reporters.pop()) if len(reporters) == 1 else word


def _by_one_name(words: Iterable[Word]) -> list[Word]:
    """The words with one spelling of each reporter's name."""
    words = list(words)
    names = spellings(word.reporter for word in words)
    return [replace(word, reporter=names[word.reporter]) for word in words]


def _stands(tellings: Iterable[Telling]) -> Mapping[str, Voucher]:
    """By the names of sources: whether they took part in the deed."""
    tellings = list(tellings)
    sides = frozenset[str]().union(
        *(codes(e.actors) | codes(e.recipients) for told in tellings for e in told.events)
    )
    found: dict[str, Voucher] = {}
    for party in (p for told in tellings for event in told.events for p in event.said_by):
        if party.code in sides:
            found[_title(party)] = Voucher.PARTY
        else:
            stand = Voucher.THIRD if party.country else Voucher.UNKNOWN
            found.setdefault(_title(party), stand)
    return found


def _vouched(sources: Iterable[str], *, stands: Mapping[str, Voucher], quoted: bool) -> Voucher:
    given = {stands[source] for source in sources} | ({Voucher.THIRD} if quoted else set())
    return next((stand for stand in STRENGTH if stand in given), Voucher.UNATTRIBUTED)


def _is_unnamed(party: PartyKeys) -> bool:
    """Whether a source is a mere common noun of no land: "two officials", "the joint statement"."""
    if party.country or party.person:
        return False
    first, *rest = _DETERMINER.sub("", party.name, count=1).split() or [""]
    if any(word[:1].isupper() for word in rest):
        return False
    opens = party.name.startswith(first)
    return first[:1].islower() or (
        opens and not first.isupper() and _UNNAMED.issuperset(list(words(party.name))[-1:])
    )


def _is_medium(party: PartyKeys) -> bool:
    return party.sector is Sector.MED or is_agency(party.name)


def _title(party: PartyKeys) -> str:
    """The source by one name: two outlets may call it differently, its country they share."""
    return party.country if party.country and not party.person else party.name
