"""Disputes: what sources say of one deed that cannot all be true, both words side by side."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from regesta.link.bars import NEWS_DAYS, compatible
from regesta.link.deeds import NEIGHBOUR_DAYS, codes, family, other_persons, persons
from regesta.link.figures import Figure
from regesta.link.keys import EventKeys, day_number, days_of
from regesta.link.kinds import kind
from regesta.link.likeness import alike
from regesta.link.origins import Origins
from regesta.link.told import Deed, Told
from regesta.model import (
    QUADS,
    Basis,
    Claim,
    Dispute,
    EventType,
    Happening,
    Modality,
    PlacePrecision,
    Quad,
    Side,
    Slot,
    Span,
    When,
)

DENIED = 0.45
"""Score at which a denial is of the deed that another reports; less than for two reports, since it
has fewer words. Of happenings_dev's texts .50 found three, all but one right, .45 six."""

TWIN = 0.9
"""Score at which two deeds are one but for the day or the town: same parties, same persons, what
else is known the same, and words in common besides. Set by hand: the next meeting of the same two
has other words."""

TWIN_DAYS = 7
"""Days that two tellings of one deed may be apart by mistake."""

NAMED_DAYS = ("weekday.",)
"""Rules that read a day by its name; days worked out from "today" move with the page's clock."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of an event for a slot, written to be read, at its span."""

    told: Told
    value: str
    span: Span


Excludes = Callable[[Said, Said], bool]


def find_disputes(
    deeds: Sequence[Deed], *, happenings: Sequence[Happening], origins: Origins
) -> tuple[Dispute, ...]:
    """All disputes; `happenings` stand beside their `deeds`."""
    found: list[Dispute] = []
    stories: dict[str | None, list[Member]] = defaultdict(list)
    for happening, deed in zip(happenings, deeds, strict=True):
        stories[happening.story].append((happening, deed))
        found += _within(happening, deed=deed, origins=origins)
    for members in stories.values():
        found += _between(members, origins=origins)
    return tuple(sorted(found, key=lambda dispute: (dispute.happenings, dispute.id)))


def _within(happening: Happening, *, deed: Deed, origins: Origins) -> Iterator[Dispute]:
    """Disputes among the reports of one happening."""
    if len(happening.articles) < 2:
        return
    for (what, unit), said in sorted(_counts(deed).items()):
        sides = _sides(said, excludes=_other_count, origins=origins)
        if sides:
            counted = f"{what} ({unit})" if unit and unit != what else what
            yield Dispute(
                happenings=(happening.id,),
                slot=Slot.QUANTITY,
                what=counted,
                sides=sides,
                reason=f"Numbers of the same thing ({counted}) that shut each other out.",
            )
    days = [Said(told, when.day, span) for told in deed for when, span in _named_day(told)]
    sides = _sides(days, excludes=_other_named_day, origins=origins)
    if sides:
        yield Dispute(
            happenings=(happening.id,),
            slot=Slot.WHEN,
            what="",
            sides=sides,
            reason="Both name the day, and not the same.",
        )


Counts = Mapping[tuple[str, str], Sequence["Counted"]]


@dataclass(frozen=True, slots=True)
class Counted(Said):
    """What one event says of a number: its figures of one thing."""

    figures: tuple[Figure, ...]


def _counts(deed: Deed) -> Counts:
    """By what is counted, with its unit: what each event has for it.

    A number that only stands in the evidence is taken where another event has the same thing as
    a quantity of the deed, and where it is the only one that may be meant.
    """
    wanted = {(f.whats[0], f.unit) for told in deed for f in told.event.figures if f.read}
    found: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for told in deed:
        for what, unit in sorted(wanted):
            known = [f for f in told.event.figures if what in f.whats and f.unit == unit]
            read = [figure for figure in known if figure.read]
            chosen = read or (known if len(known) == 1 else [])
            if chosen:
                text = " and ".join(dict.fromkeys(figure.text for figure in chosen))
                found[what, unit].append(Counted(told, text, chosen[0].span, tuple(chosen)))
    return found


def _other_count(left: Said, right: Said) -> bool:
    """No number of the one fits any of the other, and both speak of the same place."""
    assert isinstance(left, Counted)
    assert isinstance(right, Counted)
    here, there = left.told.event.where, right.told.event.where
    if here and there and here.name != there.name:
        return False
    return all(a.excludes(b) for a in left.figures for b in right.figures)


def _named_day(told: Told) -> Iterator[tuple[When, Span]]:
    """The day of a deed where the words name it; those of fighting may run over midnight."""
    when = told.event.when
    if when is None or when.span is None or len(when.day) < len("2025-08-20"):
        return
    named = when.basis is Basis.TEXT or when.rule.startswith(NAMED_DAYS)
    if named and QUADS[told.event.type] is not Quad.MATERIAL_CONFLICT:
        yield when, when.span


def _other_named_day(left: Said, right: Said) -> bool:
    """Another day; talks and visits go on, so that two days in a row may both be theirs."""
    first, second = days_of(left.value)[0], days_of(right.value)[0]
    goes_on = left.told.event.type is EventType.CONSULT
    return abs(first - second) > (NEIGHBOUR_DAYS if goes_on else 0)


def _sides(said: Sequence[Said], *, excludes: Excludes, origins: Origins) -> tuple[Side, ...]:
    """The values that some other shuts out, each with all who say so; none where all agree.

    An outlet that says otherwise later has corrected itself: that is no dispute.
    """
    firsts: dict[tuple[object, ...], Said] = {}
    for one in said:
        firsts.setdefault((one.value, one.told.event.where, _voice(one, origins=origins)), one)
    disputed = {
        value
        for a, b in combinations(firsts.values(), 2)
        if a.value != b.value
        and a.told.article.id != b.told.article.id
        and _voice(a, origins=origins) != _voice(b, origins=origins)
        and excludes(a, b)
        for value in (a.value, b.value)
    }
    return tuple(
        Side(value=value, claims=_claims([s for s in said if s.value == value], origins=origins))
        for value in dict.fromkeys(s.value for s in said)
        if value in disputed
    )


def _voice(said: Said, *, origins: Origins) -> tuple[str, tuple[str, ...]]:
    """Whose reporting, on whose word."""
    return (origins[said.told.article.id].name, _sources(said.told.event))


def _claims(said: Iterable[Said], *, origins: Origins) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            event=one.told.event.id,
            article=one.told.article.id,
            span=one.span,
            reporter=origins[one.told.article.id].name,
            said_by=_sources(one.told.event),
        )
        for one in said
    )


def _sources(event: EventKeys) -> tuple[str, ...]:
    return tuple(sorted({party.name for party in event.said_by}))


Member = tuple[Happening, Deed]


def _between(members: Sequence[Member], *, origins: Origins) -> Iterator[Dispute]:
    """Disputes whose very value keeps two happenings of one story apart."""
    for left, right in _pairs(members):
        for slot, bar, threshold, holds, value, reason in TWINS:
            if holds(left, right) and _score(left[1], right[1], but=bar) >= threshold:
                yield Dispute(
                    happenings=(left[0].id, right[0].id),
                    slot=slot,
                    what="",
                    sides=tuple(
                        Side(value=value(member), claims=_claims(_whole(member), origins=origins))
                        for member in sorted((left, right), key=_is_denied)
                    ),
                    reason=reason,
                )


def _pairs(members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    """Two happenings that share a family of types and a party, in the order of their telling."""
    index: dict[tuple[EventType, str], list[int]] = defaultdict(list)
    for number, (_, deed) in enumerate(members):
        keys = {
            (family(told.event.type), code)
            for told in deed
            for code in codes(told.event.actors) | codes(told.event.recipients)
        }
        for key in keys:
            index[key].append(number)
    pairs = {pair for numbers in index.values() for pair in combinations(numbers, 2)}
    return ((members[i], members[j]) for i, j in sorted(pairs))


def _score(left: Deed, right: Deed, *, but: str) -> float:
    """The best of two tellings that nothing else keeps apart."""
    return max(
        (
            alike(a.event, b.event)
            for a in left
            for b in right
            if compatible(a.event, b.event, but=but) and not _one_breath(a.event, b.event)
        ),
        default=0.0,
    )


def _one_breath(left: EventKeys, right: EventKeys) -> bool:
    """One sentence on one word: it does not contradict itself."""
    return left.evidence == right.evidence and left.said_by == right.said_by


def _one_denied(left: Member, right: Member) -> bool:
    """Whoever denies without a name does not deny for the person that others name.

    Nor is what is denied today the history that others recall, what others told months ago or name
    others for. Who denies an attack does not deny that a border was crossed, and only the speaker
    his words.
    """
    if {left[0].modality, right[0].modality} != {Modality.ACTUAL, Modality.NEGATED}:
        return False
    if not any(_same_way(a.event, b.event) and _at_once(a, b) for a in left[1] for b in right[1]):
        return False
    if not any(_may_deny(told.event) for member in (left, right) for told in member[1]):
        return False
    if left[0].background != right[0].background:
        return False
    if any(other_persons(a.event, b.event) for a in left[1] for b in right[1]):
        return False
    return _named(left[1]) == _named(right[1])


def _same_way(left: EventKeys, right: EventKeys) -> bool:
    """Whether the two deeds are one in the words for them, or of one kind."""
    ours, theirs = kind(left.type, left.mode), kind(right.type, right.mode)
    return left.mode == right.mode or ours == theirs


def _at_once(left: Told, right: Told) -> bool:
    first, second = left.article.day, right.article.day
    return first is None or second is None or abs(first - second) <= NEWS_DAYS


def _may_deny(event: EventKeys) -> bool:
    """Whether a denial is of a deed in fact, or of words by whoever is said to have said them."""
    if event.modality is not Modality.NEGATED:
        return False
    own = codes(event.actors) & codes(event.said_by)
    return QUADS[event.type] is not Quad.VERBAL_CONFLICT or bool(own)


def _named(deed: Deed) -> set[str]:
    """The countries of which some telling names a person."""
    return {code for told in deed for code in persons(told.event)}


def _other_town(left: Member, right: Member) -> bool:
    """Both say the day and a town, and nobody tells both."""
    days = {_day(left), _day(right)}
    towns = _towns(left), _towns(right)
    return (
        len(days) == 1
        and None not in days
        and all(towns)
        and towns[0].isdisjoint(towns[1])
        and (_same_persons(left, right) or _same_states(left, right))
    )


def _other_day(left: Member, right: Member) -> bool:
    """Both say the town, and nobody tells both; the days are named, near, and not neighbours."""
    first, second = _day(left), _day(right)
    if first is None or second is None or not 1 < abs(first - second) <= TWIN_DAYS:
        return False
    return bool(_towns(left) & _towns(right)) and _same_persons(left, right)


def _same_persons(left: Member, right: Member) -> bool:
    first, second = persons(left[1][0].event), persons(right[1][0].event)
    return _told_apart(left, right) and len(first.keys() & second.keys()) > 1


def _same_states(left: Member, right: Member) -> bool:
    """Talks of the same states, of which nobody names a person."""
    talks = left[0].type is right[0].type is EventType.CONSULT
    sides = [{*member[0].actors, *member[0].recipients} for member in (left, right)]
    return (
        talks
        and sides[0] == sides[1]
        and not _named(left[1]) | _named(right[1])
        and _told_apart(left, right)
    )


def _told_apart(left: Member, right: Member) -> bool:
    """Whether no article tells both."""
    ours = {told.article.id for told in left[1]}
    return ours.isdisjoint(told.article.id for told in right[1])


def _day(member: Member) -> int | None:
    when = member[0].when
    return day_number(when.value) if when else None


def _towns(member: Member) -> set[str]:
    places = (told.event.where for told in member[1])
    return {place.name for place in places if place and place.precision is PlacePrecision.CITY}


def _whole(member: Member) -> list[Said]:
    return [Said(told, "", told.event.evidence) for told in member[1]]


def _is_denied(member: Member) -> bool:
    return member[0].modality is Modality.NEGATED


def _done(member: Member) -> str:
    return "denied" if _is_denied(member) else "asserted"


TWINS: tuple[
    tuple[Slot, str, float, Callable[[Member, Member], bool], Callable[[Member], str], str],
    ...,
] = (
    (
        Slot.DEED,
        "other-modality",
        DENIED,
        _one_denied,
        _done,
        "One deed by type and parties, told as done and as not done.",
    ),
    (
        Slot.WHERE,
        "other-place",
        TWIN,
        _other_town,
        lambda member: member[0].place or "",
        "The same persons or states on the same day, in two towns.",
    ),
    (
        Slot.WHEN,
        "other-date",
        TWIN,
        _other_day,
        lambda member: member[0].when.day if member[0].when else "",
        "The same persons in the same town, in the same words, on two days.",
    ),
)
"""Rows of (slot, the row of BARS that keeps the two apart, least score, when it applies, how the
value is written, reason)."""
