"""What two events that may be one deed have in common: types, parties, persons, words, numbers."""

from collections.abc import Iterable

from regesta.link.common import COMMON_WORDS, plain_words
from regesta.link.keys import EventKeys, PartyKeys
from regesta.link.kinds import DAILY, RECURRING, kind
from regesta.link.words import words
from regesta.model import EventType, Modality

TWO_SIDED = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})
"""Types whose actors and recipients may change places from one outlet to the next."""

MANIFOLD = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE})
"""Types of which one story has several between the same two: every promise is another's."""

SAME_DEED_TYPES = frozenset(
    {
        frozenset({EventType.AID, EventType.COOPERATE}),  # weapons given, or supplied
        frozenset({EventType.CONCEDE, EventType.RETREAT}),  # easing announced, or done
        frozenset({EventType.AGREE, EventType.CONCEDE}),  # a promise, or a promise on demand
        frozenset({EventType.COERCE, EventType.SANCTION}),  # a freeze alone, or in a package
    }
)
"""Pairs of types that two careful outlets' words for one deed may fall into."""

_FAMILIES = {
    EventType.COOPERATE: EventType.AID,
    EventType.RETREAT: EventType.AGREE,
    EventType.CONCEDE: EventType.AGREE,
    EventType.SANCTION: EventType.COERCE,
}

LEAST_FIGURE = 2
"""Every report has a one and a two."""

LEAST_SAID = 0.1
"""Share of words (or persons) below which two events have only their parties in common."""

FEW_WORDS = 3
"""What tells its deed in fewer words has by chance half of them in common with another."""

SPEECH = frozenset(
    words(
        "accusation accuse accused accusing allegation anybody anyone anything anyway"
        " appealed blame blamed charge counterpart criticised criticized demand demanded"
        " denial denied denounced dismissed imposed insisted neighbor neighbour nobody offered"
        " opposed pledged promised refused rejected spoke telephone threatened urged voted"
        " vowed warning"
    )
)
"""Words for what is said or done, and by whom, which tell no more than the type."""

NEIGHBOUR_DAYS = 1
"""So much may the days of one deed differ, by a time zone or by a late evening."""


def family(type_: EventType) -> EventType:
    """One type for all that SAME_DEED_TYPES ties together, directly or by a third."""
    return _FAMILIES.get(type_, type_)


def stage(event: EventKeys) -> Modality:
    """Done, ahead or denied; the possible is ahead."""
    return Modality.PLANNED if event.modality is Modality.POSSIBLE else event.modality


def codes(parties: tuple[PartyKeys, ...]) -> frozenset[str]:
    """What the parties are compared by: countries, or names where no country is known."""
    return frozenset(party.code for party in parties)


def bare(left: EventKeys, right: EventKeys) -> bool:
    """Whether one of the two tells nothing but its parties, its verb and what all articles say."""
    return any(COMMON_WORDS.issuperset(event.words) for event in (left, right))


def all_codes(event: EventKeys) -> frozenset[str]:
    """The codes of both sides."""
    return codes(event.actors) | codes(event.recipients)


def nested(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one of the two holds the other."""
    return ours <= theirs or theirs <= ours


def other_persons(left: EventKeys, right: EventKeys) -> bool:
    """Both name persons for one country, and none of them is the same."""
    ours, theirs = persons(left), persons(right)
    return any(
        not any(a & b for a in ours[code] for b in theirs[code])
        and not (_mistaken(left, code, theirs[code]) or _mistaken(right, code, ours[code]))
        for code in ours.keys() & theirs
    )


def _mistaken(event: EventKeys, code: str, others: Iterable[frozenset[str]]) -> bool:
    """Whether its person was found for "he" or "the envoy", and its report names the other one."""
    parties = (party for party in (*event.actors, *event.recipients) if party.code == code)
    if any(party.person and party.by_name for party in parties):
        return False
    return any(not name.isdisjoint(event.sentence) for name in others)


def persons(event: EventKeys) -> dict[str, list[frozenset[str]]]:
    """Country code -> the name words of each person it has in the event."""
    found: dict[str, list[frozenset[str]]] = {}
    for party in (*event.actors, *event.recipients):
        if party.person:
            found.setdefault(party.code, []).append(party.person)
    return found


def shared_words(left: EventKeys, right: EventKeys) -> float:
    """Share of the stems of the shorter evidence that the other has too; of few words a third."""
    ours, theirs = left.stems, right.stems
    return len(ours & theirs) / max(FEW_WORDS, min(len(ours), len(theirs)))


def own_words(left: EventKeys, right: EventKeys) -> bool:
    """Whether both have a word that is neither a country's nor one of every article or speech."""
    both = frozenset(left.words) & frozenset(right.words)
    return not both <= plain_words() | SPEECH


def says_nothing(left: EventKeys, right: EventKeys) -> bool:
    """Whether one of the two has no word that own_words would count: "denied the charge"."""
    plain = plain_words() | SPEECH
    return any(plain.issuperset(event.words) for event in (left, right))


def same_figure(left: EventKeys, right: EventKeys) -> float:
    """1 for a number of three or more that both have, of the same things."""
    return float(
        any(
            a.low == b.low > LEAST_FIGURE and not set(a.whats).isdisjoint(b.whats)
            for a in left.figures
            for b in right.figures
        )
    )


def same_kind(left: EventKeys, right: EventKeys) -> bool:
    """A diplomat expelled, a missile tested: seldom twice in a story, unlike strikes."""
    ours = kind(left.type, left.mode)
    recurs = left.type in DAILY or left.mode in RECURRING
    return ours is not None and ours == kind(right.type, right.mode) and not recurs
