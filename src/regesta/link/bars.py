"""What shuts out that two events are one deed."""

from collections.abc import Callable

from regesta.link.deeds import (
    LEAST_SAID,
    MANIFOLD,
    NEIGHBOUR_DAYS,
    SAME_DEED_TYPES,
    TWO_SIDED,
    all_codes,
    bare,
    codes,
    other_persons,
    own_words,
    persons,
    same_figure,
    same_kind,
    says_nothing,
    shared_words,
    stage,
)
from regesta.link.keys import EventKeys, day_number, days_of
from regesta.link.kinds import kind
from regesta.link.likeness import on_two_days
from regesta.link.whereabouts import far_apart, two_venues
from regesta.link.words import words
from regesta.model import QUADS, EventType, Modality, Place, PlacePrecision, Quad

ONE_WAY = frozenset({EventType.AGREE, EventType.SUPPORT})
"""Of these the types that are two deeds when each side does it to the other."""

IN_PERSON = frozenset({"meet", "visit", "host"})
"""Modes of CONSULT that are no telephone call; talks may be one."""

HELD = "hold"
"""Mode of a COERCE that lasts, and may have begun elsewhere."""

BORDER = "border"
"""What is done there one report tells of this side, the other of that."""

COMPLAINTS = frozenset({"protest-note", "sue"})

MATTER = "other-matter"
"""The row of BARS that asks what praise and promises are for."""

YEAR = len("2025")

NEWS_DAYS, REPORT_DAYS = 45, 400
"""Older deeds are history by the codebook's 30 days; the reader may miss that of some by a bit. A
blow is news at once, while a loan or a ban may be reported for about a year."""


def compatible(left: EventKeys, right: EventKeys, *, but: str = "") -> bool:
    """Whether nothing said by the one shuts out that the other is the same deed.

    `but` names a row of BARS that is left out.
    """
    return not any(holds(left, right) for name, holds in BARS if name != but)


def _other_type(left: EventKeys, right: EventKeys) -> bool:
    return left.type != right.type and frozenset({left.type, right.type}) not in SAME_DEED_TYPES


def _other_modality(left: EventKeys, right: EventKeys) -> bool:
    """Done, ahead and denied are three; planned and possible are one.

    Of history the possible is done as far as is known, and words that one outlet expects of a
    minister another may have from him.
    """
    if stage(left) == stage(right):
        return False
    return {left.modality, right.modality} != {Modality.ACTUAL, Modality.POSSIBLE} or not (
        (left.background and right.background) or _expected(left, right)
    )


def _expected(left: EventKeys, right: EventKeys) -> bool:
    """Whether both name the same persons of both sides for a deed of words."""
    ours, theirs = persons(left), persons(right)
    return (
        QUADS[left.type] is Quad.VERBAL_CONFLICT
        and len(ours) > 1
        and ours.keys() == theirs.keys()
        and not other_persons(left, right)
    )


def _other_parties(left: EventKeys, right: EventKeys) -> bool:
    if left.type in TWO_SIDED and right.type in TWO_SIDED:
        ours, theirs = all_codes(left), all_codes(right)
        return len(ours & theirs) < min(2, len(ours), len(theirs)) or not ours & theirs
    actors = codes(left.actors) & codes(right.actors)
    recipients = codes(left.recipients) & codes(right.recipients)
    one_sided = not left.recipients or not right.recipients
    return not actors or not (recipients or one_sided)


def _other_way(left: EventKeys, right: EventKeys) -> bool:
    """A call on the telephone and a meeting in person, a visit and the visit returned, or made to
    bring two others together.
    """
    modes = {left.mode, right.mode}
    if left.type == right.type and "mediate" in modes and not modes.isdisjoint({"visit", "phone"}):
        return True
    if left.type == right.type and modes == {"visit"} and left.recipients and right.recipients:
        return codes(left.actors).isdisjoint(codes(right.actors))
    return left.type == right.type and "phone" in modes and not modes.isdisjoint(IN_PERSON)


def _other_kind(left: EventKeys, right: EventKeys) -> bool:
    """An ambassador expelled and goods banned, a missile tested and troops deployed.

    What is told as a complaint to a body may be told as a case before it.
    """
    if {left.mode, right.mode} == COMPLAINTS and own_words(left, right):
        return False
    ours, theirs = kind(left.type, left.mode), kind(right.type, right.mode)
    return left.type is right.type and None not in (ours, theirs) and ours != theirs


def _others_besides(left: EventKeys, right: EventKeys) -> bool:
    """Six meetings told as one, and one of them; those of one day or month may be the same."""
    if left.several == right.several:
        return False
    if left.when is None or right.when is None or left.when.day != right.when.day:
        return True
    return len(left.when.day) < len("2025-08")


def _once_more(left: EventKeys, right: EventKeys) -> bool:
    """Two days in a row, of which one says that it is not the first: "for a second night"."""
    return left.again != right.again and on_two_days(left, right)


def _turned_about(left: EventKeys, right: EventKeys) -> bool:
    """One promises or praises what the other receives: an offer, and its acceptance."""
    if not (left.type in ONE_WAY and right.type in ONE_WAY):
        return False
    return codes(left.actors).isdisjoint(codes(right.actors))


def _other_matter(left: EventKeys, right: EventKeys) -> bool:
    """Praise in words that have nothing in common: one side praises the other for many things.

    Where one does not say what for, it may be for that. So with promises, of which one is history.
    """
    praise = left.type is right.type is EventType.SUPPORT
    recalled = {left.type, right.type} <= MANIFOLD and left.background != right.background
    if not (praise or recalled) or bare(left, right) or says_nothing(left, right):
        return False
    apart = shared_words(left, right) < LEAST_SAID and not same_figure(left, right)
    return apart and not same_kind(left, right)


def _other_place(left: EventKeys, right: EventKeys) -> bool:
    """Different countries or towns, or two venues of a meeting, unless one report names both.

    Who is held in one place may have been taken in another.
    """
    a, b = left.where, right.where
    if a is None or b is None or a.name == b.name:
        return False
    lands = PlacePrecision.COUNTRY is a.precision is b.precision
    if lands and BORDER in left.words and BORDER in right.words:
        return False
    other_land = a.country and b.country and a.country != b.country
    if other_land and not (_names_town(left, b) or _names_town(right, a)):
        return True
    if left.type is right.type is EventType.COERCE and HELD in (left.mode, right.mode):
        return False
    if a.precision is b.precision is PlacePrecision.CITY:
        return True
    meeting = left.type is right.type is EventType.CONSULT
    if not (far_apart(a, b) or (meeting and two_venues(a, b))):
        return False
    return not (_names(left, b) or _names(right, a))


def _names_town(event: EventKeys, place: Place) -> bool:
    """Whether the report of an event names a place that is smaller than a country."""
    return place.precision is not PlacePrecision.COUNTRY and _names(event, place)


def _names(event: EventKeys, place: Place) -> bool:
    """Whether the report of an event names a place."""
    return set(words(place.name)) <= set(event.sentence)


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
    """Whether the date of the one lies long before, or after, the other was news.

    A report that names the year of the date tells no news.
    """
    if dated.when is None or told.news is None or told.modality is not Modality.ACTUAL:
        return False
    if dated.when.day[:YEAR] in told.sentence:
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
    ("others-besides", _others_besides),
    ("once-more", _once_more),
    ("turned-about", _turned_about),
    (MATTER, _other_matter),
    ("other-persons", other_persons),
    ("other-place", _other_place),
    ("other-date", _other_date),
)
"""Rows of (name, holds): one that holds, and the two are different deeds."""
