"""Two events held against each other: can they be one deed, and how much speaks for it."""

from collections.abc import Callable

from regesta.link.keys import EventKeys, PartyKeys, day_number, days_of
from regesta.link.kinds import DAILY, RECURRING, kind
from regesta.model import QUADS, EventType, Modality, PlacePrecision, Quad

TWO_SIDED = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})
"""Types whose actors and recipients may change places from one outlet to the next."""

ONE_WAY = frozenset({EventType.AGREE, EventType.SUPPORT})
"""Of these the types that are two deeds when each side does it to the other."""

MANIFOLD = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE})
"""Types of which one story has several between the same two: every promise is another's."""

IN_PERSON = frozenset({"meet", "visit", "host"})
"""Modes of CONSULT that are no telephone call; talks may be one."""

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

UNNAMED = 0.75
"""What the same doers are worth when one does not say to whom; .65 to .85 are alike."""

NEWS_DAYS, REPORT_DAYS = 45, 400
"""Older deeds are history by the codebook's 30 days; the reader may miss that of some by a bit. A
blow is news at once, while a loan or a ban may be reported for about a year."""

MONTH, YEAR = 0.6, 0.1
"""What the same month and the same year are worth, of 1 for the same day."""

LEAST_FIGURE = 2
"""Every report has a one and a two."""

LEAST_SAID = 0.1
"""Share of words (or persons) below which two events have only their parties in common."""

HALF = 0.5
"""Share of the actors of a promise that the other needs more than, to be meant for being alone."""

FEW_WORDS = 3
"""What tells its deed in fewer words has by chance half of them in common with another."""

NEIGHBOUR_DAYS = 1
NEIGHBOURS = -0.5
"""Days of one deed may differ by a time zone or by a late evening, yet most such are two deeds;
-.3 to -.8 are alike."""


def compatible(left: EventKeys, right: EventKeys, *, but: str = "") -> bool:
    """Whether nothing said by the one shuts out that the other is the same deed.

    `but` names a row of BARS that is left out.
    """
    return not any(holds(left, right) for name, holds in BARS if name != but)


def family(type_: EventType) -> EventType:
    """One type for all that SAME_DEED_TYPES ties together, directly or by a third."""
    return _FAMILIES.get(type_, type_)


def codes(parties: tuple[PartyKeys, ...]) -> frozenset[str]:
    """What the parties are compared by: countries, or names where no country is known."""
    return frozenset(party.code for party in parties)


def _other_type(left: EventKeys, right: EventKeys) -> bool:
    return left.type != right.type and frozenset({left.type, right.type}) not in SAME_DEED_TYPES


def _other_modality(left: EventKeys, right: EventKeys) -> bool:
    """Done, ahead and denied are three; planned and possible are one."""
    return _stage(left) != _stage(right)


def _stage(event: EventKeys) -> Modality:
    return Modality.PLANNED if event.modality is Modality.POSSIBLE else event.modality


def _other_parties(left: EventKeys, right: EventKeys) -> bool:
    if left.type in TWO_SIDED and right.type in TWO_SIDED:
        ours, theirs = _all_codes(left), _all_codes(right)
        return len(ours & theirs) < min(2, len(ours), len(theirs)) or not ours & theirs
    actors = codes(left.actors) & codes(right.actors)
    recipients = codes(left.recipients) & codes(right.recipients)
    one_sided = not left.recipients or not right.recipients
    return not actors or not (recipients or one_sided)


def _other_way(left: EventKeys, right: EventKeys) -> bool:
    """A call on the telephone and a meeting in person, or a visit and the visit returned."""
    modes = {left.mode, right.mode}
    if left.type == right.type and modes == {"visit"} and left.recipients and right.recipients:
        return codes(left.actors).isdisjoint(codes(right.actors))
    return left.type == right.type and "phone" in modes and not modes.isdisjoint(IN_PERSON)


def _other_kind(left: EventKeys, right: EventKeys) -> bool:
    """An ambassador expelled and goods banned, a missile tested and troops deployed."""
    ours, theirs = kind(left.type, left.mode), kind(right.type, right.mode)
    return left.type is right.type and None not in (ours, theirs) and ours != theirs


def _turned_about(left: EventKeys, right: EventKeys) -> bool:
    """One promises or praises what the other receives: an offer, and its acceptance."""
    if not (left.type in ONE_WAY and right.type in ONE_WAY):
        return False
    return codes(left.actors).isdisjoint(codes(right.actors))


def _other_matter(left: EventKeys, right: EventKeys) -> bool:
    """Praise in words that have nothing in common: one side praises the other for many things.

    Where one does not say what for, it may be for that.
    """
    if left.type is not EventType.SUPPORT or right.type is not left.type or _bare(left, right):
        return False
    apart = _words(left, right) < LEAST_SAID and not _figures(left, right)
    return apart and not _same_kind(left, right)


def _bare(left: EventKeys, right: EventKeys) -> bool:
    """Whether one of the two tells nothing but its parties and its verb."""
    return not (left.words and right.words)


def _all_codes(event: EventKeys) -> frozenset[str]:
    return codes(event.actors) | codes(event.recipients)


def other_persons(left: EventKeys, right: EventKeys) -> bool:
    """Both name persons for one country, and none of them is the same."""
    ours, theirs = persons(left), persons(right)
    return any(
        not any(a & b for a in ours[code] for b in theirs[code]) for code in ours.keys() & theirs
    )


def persons(event: EventKeys) -> dict[str, list[frozenset[str]]]:
    """Country code -> the name words of each person it has in the event."""
    found: dict[str, list[frozenset[str]]] = {}
    for party in (*event.actors, *event.recipients):
        if party.person:
            found.setdefault(party.code, []).append(party.person)
    return found


def _other_place(left: EventKeys, right: EventKeys) -> bool:
    """Different countries, or different cities."""
    a, b = left.where, right.where
    if a is None or b is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return a.precision is b.precision is PlacePrecision.CITY and a.name != b.name


def _other_date(left: EventKeys, right: EventKeys) -> bool:
    """The shorter date does not hold the longer one, and they are not neighbouring days.

    Nothing is told before it is done, and what is told as news without a date lies within NEWS_DAYS
    of its telling, when it is a blow, and else within REPORT_DAYS.
    """
    if left.when is None or right.when is None:
        return _is_no_news(left, right) or _is_no_news(right, left)
    a, b = left.when.day, right.when.day
    size = min(len(a), len(b))
    return a[:size] != b[:size] and not _neighbours(a, b)


def _is_no_news(dated: EventKeys, told: EventKeys) -> bool:
    """Whether the date of the one lies long before, or after, the other was news."""
    if dated.when is None or told.news is None or told.modality is not Modality.ACTUAL:
        return False
    first, last = days_of(dated.when.day)
    blow = QUADS[told.type] is Quad.MATERIAL_CONFLICT
    oldest = NEWS_DAYS if blow else REPORT_DAYS
    return first > told.news + NEIGHBOUR_DAYS or last < told.news - oldest


def _neighbours(a: str, b: str) -> bool:
    first, second = day_number(a), day_number(b)
    return first is not None and second is not None and abs(first - second) <= NEIGHBOUR_DAYS


BARS: tuple[tuple[str, Callable[[EventKeys, EventKeys], bool]], ...] = (
    ("other-type", _other_type),
    ("other-modality", _other_modality),
    ("other-parties", _other_parties),
    ("other-way", _other_way),
    ("other-kind", _other_kind),
    ("turned-about", _turned_about),
    ("other-matter", _other_matter),
    ("other-persons", other_persons),
    ("other-place", _other_place),
    ("other-date", _other_date),
)
"""Rows of (name, holds): one that holds, and the two are different deeds."""


def _parties(left: EventKeys, right: EventKeys) -> float:
    """Share of all parties that both name; an open side counts UNNAMED for itself."""
    shared = _shared(_all_codes(left), _all_codes(right))
    one_open = bool(left.recipients) != bool(right.recipients)
    if left.type in TWO_SIDED | DAILY or not one_open:
        return shared
    return max(shared, UNNAMED * _shared(codes(left.actors), codes(right.actors)))


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs)


def _parties_of_fewer(left: EventKeys, right: EventKeys) -> float:
    """Share of the parties of the one with fewer: a short report leaves parties out."""
    ours, theirs = _all_codes(left), _all_codes(right)
    return len(ours & theirs) / min(len(ours), len(theirs))


def _persons(left: EventKeys, right: EventKeys) -> float:
    """Share of the countries for which either names a person, where both name the same.

    That one and the same speaks, of nobody and in other words, says nothing: ministers speak daily.
    """
    open_ended = not (left.recipients and right.recipients)
    against = QUADS[left.type] is Quad.VERBAL_CONFLICT and open_ended
    if against and _words(left, right) < LEAST_SAID:
        return 0.0
    ours, theirs = persons(left), persons(right)
    return len(ours.keys() & theirs) / len(ours.keys() | theirs) if ours or theirs else 0.0


def _date(left: EventKeys, right: EventKeys) -> float:
    """1 for the same day, less for the same month or year; two days in a row count against it."""
    if on_two_days(left, right):
        return NEIGHBOURS
    if left.when is None or right.when is None:
        return 0.0
    return {4: YEAR, 7: MONTH}.get(min(len(left.when.day), len(right.when.day)), 1.0)


def on_two_days(left: EventKeys, right: EventKeys) -> bool:
    """Whether two deeds that nothing bars are of two days in a row, as far as is said.

    What one dates to the day after the other's telling is such, too.
    """
    if left.when and right.when:
        size = min(len(left.when.day), len(right.when.day))
        return left.when.day[:size] != right.when.day[:size]
    dated, told = (left, right) if left.when else (right, left)
    if dated.when is None or told.news is None or told.modality is not Modality.ACTUAL:
        return False
    return days_of(dated.when.day)[0] > told.news


def others_join_in(left: EventKeys, right: EventKeys) -> bool:
    """Whether half of those who promise or praise, or more, have no part in the other."""
    manifold = left.type in MANIFOLD and right.type in MANIFOLD
    return manifold and _shared(codes(left.actors), codes(right.actors)) <= HALF


def _place(left: EventKeys, right: EventKeys) -> float:
    """1 for one place smaller than a country."""
    if left.where is None or right.where is None:
        return 0.0
    small = left.where.precision is not PlacePrecision.COUNTRY
    return float(small and left.where.name == right.where.name)


def _words(left: EventKeys, right: EventKeys) -> float:
    """Share of the words of the shorter evidence that the other has too; of few words a third."""
    ours, theirs = set(left.words), set(right.words)
    return len(ours & theirs) / max(FEW_WORDS, min(len(ours), len(theirs)))


def _figures(left: EventKeys, right: EventKeys) -> float:
    """1 for a number of three or more that both have, of the same things."""
    return float(
        any(
            a.low == b.low > LEAST_FIGURE and not set(a.whats).isdisjoint(b.whats)
            for a in left.figures
            for b in right.figures
        )
    )


def _mode(left: EventKeys, right: EventKeys) -> float:
    """1 when the words for the deed mean one thing: called off, cancelled."""
    return float(left.mode == right.mode != "")


def _kind(left: EventKeys, right: EventKeys) -> float:
    """1 for one kind that comes seldom, -1 where the words of only one are of a kind."""
    if left.type is not right.type or not (left.mode and right.mode):
        return 0.0
    ours, theirs = kind(left.type, left.mode), kind(right.type, right.mode)
    return float(_same_kind(left, right)) - float((ours is None) != (theirs is None))


def _background(left: EventKeys, right: EventKeys) -> float:
    return float(left.background != right.background)


def _type(left: EventKeys, right: EventKeys) -> float:
    return float(left.type != right.type)


FEATURES: tuple[tuple[str, float, Callable[[EventKeys, EventKeys], float]], ...] = (
    ("same-parties", 0.20, _parties),
    ("same-parties-of-fewer", 0.20, _parties_of_fewer),
    ("same-persons", 0.20, _persons),
    ("same-date", 0.20, _date),
    ("same-place", 0.10, _place),
    ("same-words", 0.50, _words),
    ("same-figure", 0.15, _figures),
    ("same-mode", 0.05, _mode),
    ("same-kind", 0.10, _kind),
    ("one-as-history", -0.10, _background),
    ("related-type", -0.15, _type),
)
"""Rows of (name, weight, measure from 0 to 1) for two events that nothing shuts out."""


def alike(left: EventKeys, right: EventKeys) -> float:
    """The score of two compatible events of one story."""
    return sum(weight * measure(left, right) for _, weight, measure in FEATURES)


def speaks(left: EventKeys, right: EventKeys) -> bool:
    """Whether words, date, persons, place or number are alike, or both sides or kinds are the same.

    A deed of one type by the same two sides is more than the parties alone, but for MANIFOLD. For
    two types that may be one only the words and numbers speak.
    """
    if _both_sides(left, right) or _same_kind(left, right):
        return True
    if _bare(left, right) and _mode(left, right) and left.type not in DAILY:
        return True
    if any(each(left, right) >= LEAST_SAID for each in (_words, _figures)):
        return True
    circumstances = max(_persons(left, right), _place(left, right)) >= LEAST_SAID
    return left.type is right.type and (circumstances or _date(left, right) >= MONTH)


def _same_kind(left: EventKeys, right: EventKeys) -> bool:
    """A diplomat expelled, a missile tested: seldom twice in a story, unlike strikes."""
    ours = kind(left.type, left.mode)
    recurs = left.type in DAILY or left.mode in RECURRING
    return ours is not None and ours == kind(right.type, right.mode) and not recurs


def _both_sides(left: EventKeys, right: EventKeys) -> bool:
    """Whether the two are of one type, and each names the same actors and the same recipients.

    Of MANIFOLD that says something only where one of the two says nothing else.
    """
    if left.type != right.type or (left.type in MANIFOLD and not _bare(left, right)):
        return False
    if left.type in TWO_SIDED:
        return len(_all_codes(left)) > 1 and _all_codes(left) == _all_codes(right)
    recipients = codes(left.recipients)
    return bool(recipients) and (codes(left.actors), recipients) == (
        codes(right.actors),
        codes(right.recipients),
    )
