"""Happenings: the events of different articles that report one deed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import TypeVar

from regesta.link.bars import MATTER, compatible
from regesta.link.confirmations import Telling, independent, reasons
from regesta.link.deeds import codes, family, own_words, same_figure, same_kind, says_nothing
from regesta.link.elsewhere import all_history, join_elsewhere
from regesta.link.engine import Engine, fixed
from regesta.link.groups import average_link, components
from regesta.link.joins import Keyed, Pair, paired, sharing
from regesta.link.keys import ArticleKeys, EventKeys, PartyKeys, day_number
from regesta.link.kinds import DAILY, RECURRING
from regesta.link.likeness import alike, circumstances, on_two_days, others_join_in, speaks
from regesta.link.only import Crowd, bystander, crowd, one_of_many, only, sole
from regesta.link.origins import Origins
from regesta.link.ties import by_story, of_two_states, tied
from regesta.link.told import Deed, Told, joined, of_two_matters, said_again, tellings
from regesta.model import (
    QUADS,
    Confirmation,
    EventType,
    Happening,
    Modality,
    Origin,
    Place,
    PlacePrecision,
    Quad,
    Story,
    When,
)

Kind = TypeVar("Kind")

Doubted = Mapping[Pair, Collection[str]]
"""Pairs of events, of stories that may be of one affair, with the states that these are about."""

THRESHOLD = 0.5
"""Mean score at which events of one story are joined. Chosen with the weights of FEATURES on two
sets of given events, whole and with a third of them dropped and slots lost at random, as a reader
loses them; pairwise F1 at .45, .50, .55: happenings_dev .87, .88, .82, examples .94, .95, .93."""

BEST = 0.15
"""Added when each of the two is more like the other than any event of the other's article is, since
an outlet tells a deed once, more than the parties is alike, and dates or pages bear one day out.
Without it F1 of events with lost slots falls by .05 to .08; .10 to .20 are alike."""

SOLE = 0.15
"""Added where no article of the affair tells two such deeds: what its articles tell in words of
their own is one."""

DOUBTED = 0.3
"""What two stories about the same two states tell counts so much at most where only these and its
kind are the same: with BEST it stays below THRESHOLD."""

STALE_DAYS = 3
SINGLE_DAYS = 7
SOLE_DAYS = 10
RECALLED_DAYS = 14
SELDOM_DAYS = 30
STALE_LOSS = 0.2
"""Undated deeds told long apart lose so much, since the second may be the next one: strikes and
arrests, which come again daily, after STALE_DAYS, others after SINGLE_DAYS, sums and a bystander's
good deeds after RECALLED_DAYS, those of a kind that comes seldom after SELDOM_DAYS, what no article
of an affair tells twice after SOLE_DAYS; 7 to 14 differ by a pair or two. What the later
page tells as known from before may be the older, up to RECALLED_DAYS or SELDOM_DAYS."""

PRAISE = frozenset({"praise", "welcome"})
"""Modes of good words for something, where others are for somebody."""

UNDATED_LOSS = 0.1
"""So do undated strikes and arrests, which come again daily, when a page has no date."""


def group_events(
    articles: Sequence[ArticleKeys], *, engine: Engine, stories: Iterable[Story]
) -> tuple[Deed, ...]:
    """Every event in exactly one deed; `articles` sorted by `ArticleKeys.order`.

    First within each story; where these show that two stories are of one affair, or may be, once
    more with the events of both.
    """
    by_id = {article.id: article for article in articles}
    stories = tuple(stories)
    forms: list[list[Told]] = []
    home: list[int] = []
    for number, story in enumerate(stories):
        told = [each for id in story.articles for each in tellings(by_id[id])]
        forms += _forms(sorted(told, key=lambda t: t.order))
        home += [number] * (len(forms) - len(home))
    firsts = [same[0] for same in forms]
    everyone = [told for same in forms for told in same]
    affairs = {id: number for number, story in enumerate(stories) for id in story.articles}
    among = crowd(everyone, affairs=affairs)
    groups = _grouped(
        firsts, among=among, pairs=sharing(engine, _keyed(firsts, home=home, ties={}))
    )
    deeds = joined(forms, groups=groups)
    homes = [home[group[0]] for group in groups]
    faint = of_two_states(deeds, home=homes)
    sure = set(tied(deeds, engine=engine, home=homes, near=faint.keys()))
    if sure or faint:
        ties = by_story(sorted({*sure, *faint}))
        pairs = sharing(engine, _keyed(firsts, home=home, ties=ties))
        apart = (((i, j), (min(home[i], home[j]), max(home[i], home[j]))) for i, j in pairs)
        doubted = {pair: faint[two] for pair, two in apart if two in faint and two not in sure}
        whole = components(engine, len(stories), paired(sorted(sure)))
        among = crowd(everyone, affairs={id: int(whole[n]) for id, n in affairs.items()})
        groups = _grouped(firsts, among=among, pairs=pairs, doubted=doubted)
        deeds = joined(forms, groups=groups)
    return tuple(join_elsewhere(deeds, engine=engine, stories=stories))


def _grouped(
    told: Sequence[Told],
    *,
    among: Crowd,
    pairs: Iterable[Pair],
    doubted: Doubted = MappingProxyType({}),
) -> list[tuple[int, ...]]:
    """The numbers of the events that are one deed; of `doubted` pairs more must be the same."""
    scores = _scores(told, among=among, pairs=pairs, doubted=doubted)
    return average_link(
        len(told),
        {pair: fixed(score) for pair, score in scores.items() if score is not None},
        threshold=THRESHOLD,
        apart=[pair for pair, score in scores.items() if score is None],
    )


def describe(
    deeds: Iterable[Deed], *, stories: Iterable[Story], origins: Origins
) -> Iterator[tuple[Happening, Confirmation]]:
    """Each deed as a happening, with who stands behind it."""
    home = {id: story.id for story in stories for id in story.articles}
    for deed in deeds:
        behind = _behind(deed, origins=origins)
        happening = _happening(deed, story=home[deed[0].article.id], behind=behind)
        yield happening, Confirmation(happening=happening.id, origins=behind)


def _forms(told: Iterable[Told]) -> Iterable[list[Told]]:
    """The events that are of one form, one deed each."""
    forms: dict[Hashable, list[Told]] = defaultdict(list)
    for each in told:
        forms[_form(each)].append(each)
    return forms.values()


def _form(told: Told) -> Hashable:
    """What the events of reprints have in common; events of one form are one deed."""
    event = told.event
    return (
        event.type,
        event.modality,
        event.background,
        event.actors,
        event.recipients,
        event.words,
        event.when.value if event.when else told.article.day,
        event.where.name if event.where else None,
    )


def _keyed(
    told: Iterable[Told], *, home: Iterable[int], ties: Mapping[int, Sequence[Pair]]
) -> Keyed:
    """Each event with a story, or two that are tied, a party and a family of types.

    Without one in common two are no deed.
    """
    for number, (each, story) in enumerate(zip(told, home, strict=True)):
        for code in codes(each.event.actors) | codes(each.event.recipients):
            for place in (story, *ties.get(story, ())):
                yield number, (place, family(each.event.type), code)


def _scores(
    told: Sequence[Told], *, among: Crowd, pairs: Iterable[Pair], doubted: Doubted
) -> Mapping[Pair, float | None]:
    """How much speaks for one deed, pair by pair; None when something shuts it out."""
    scores = {(i, j): _score(told[i], told[j], among=among) for i, j in pairs}
    for (i, j), score in scores.items():
        if score is None:
            continue
        if not ((i, j) in doubted or of_two_matters(told[i], told[j])):
            scores[i, j] = score + (SOLE if _alone(told[i], told[j], among=among) else 0.0)
        elif not _in_common(told[i], told[j], doubted.get((i, j), ()), among=among):
            scores[i, j] = min(score, DOUBTED)
    best = _best(told, scores=scores)
    return {
        (i, j): score + BEST
        if score is not None
        and best[i, told[j].article.id] == j
        and best[j, told[i].article.id] == i
        and _borne_out(told[i], told[j], among=among)
        else score
        for (i, j), score in scores.items()
    }


def _best(
    told: Sequence[Told], *, scores: Mapping[Pair, float | None]
) -> Mapping[tuple[int, str], int | None]:
    """Event and another article -> that one's event that it is most like; None where two are."""
    found: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in scores.items():
        if score is not None:
            found[i, told[j].article.id].append((round(score, 9), j))
            found[j, told[i].article.id].append((round(score, 9), i))
    best: dict[tuple[int, str], int | None] = {}
    for key, rivals in found.items():
        most, event = max(rivals)
        best[key] = event if sum(score == most for score, _ in rivals) == 1 else None
    return best


def _borne_out(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether more than the parties speaks for one deed, or no rival, and nothing for two days."""
    both = left.event, right.event
    stale = _staleness(left, right, among=among)
    apart = on_two_days(*both) or others_join_in(*both) or stale
    alone = only(left, right, among=among) or bystander(left, right, among=among)
    return not apart and (speaks(*both) or alone)


def _alone(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether the two are the one deed of their form that their affair tells of in those days."""
    both = left.event, right.event
    days = left.article.day, right.article.day
    if days[0] is None or days[1] is None or not sole(left, right, among=among):
        return False
    if on_two_days(*both) or others_join_in(*both) or of_two_matters(left, right):
        return False
    refused = left.event.type is EventType.REJECT and bystander(left, right, among=among)
    told = own_words(*both) or says_nothing(*both) or refused
    if one_of_many(*both) and not told:
        return False
    later = max(left, right, key=lambda told: told.article.day or 0)
    lasts = SOLE_DAYS
    if later.event.recalled:
        lasts = RECALLED_DAYS
    elif _comes_again(left.event) or _comes_again(right.event):
        lasts = STALE_DAYS
    return abs(days[0] - days[1]) <= lasts


def _in_common(left: Told, right: Told, states: Collection[str], *, among: Crowd) -> bool:
    """Whether more speaks for one deed than its kind and the two states: of blows not just words.

    Pages of one week on the same two states may be of two affairs.
    """
    both = left.event, right.event
    said = left.event.type not in DAILY and own_words(*both)
    third = codes(left.event.actors).isdisjoint(states)
    alone = same_kind(*both) or (third and bystander(left, right, among=among))
    return said or alone or bool(same_figure(*both)) or circumstances(*both)


def _score(left: Told, right: Told, *, among: Crowd) -> float | None:
    """How much speaks for one deed; None when something shuts it out.

    Of a bystander's backing no two outlets need say in the same words what it is for.
    """
    if left.article.id == right.article.id or said_again(left, right):
        return None
    if not compatible(left.event, right.event):
        matter = compatible(left.event, right.event, but=MATTER)
        praise = {left.event.mode, right.event.mode} & PRAISE
        if praise or not (matter and bystander(left, right, among=among)):
            return None
    return max(0.0, alike(left.event, right.event) - _staleness(left, right, among=among))


def _staleness(left: Told, right: Told, *, among: Crowd) -> float:
    """What is lost when a deed has no date and the pages that tell it do not bear one out."""
    both = left.event, right.event
    if all(event.when for event in both) or all(event.background for event in both):
        return 0.0
    if _alone(left, right, among=among):
        return 0.0
    if left.article.day is None or right.article.day is None:
        return UNDATED_LOSS if _comes_again(left.event) else 0.0
    lasts = STALE_DAYS if _comes_again(left.event) else SINGLE_DAYS
    if same_kind(*both):
        lasts = SELDOM_DAYS
    elif all(event.several for event in both) or _offers(left, right, among=among):
        lasts = RECALLED_DAYS
    later = max(left, right, key=lambda told: told.article.day or 0)
    if later.event.recalled:
        again = _comes_again(later.event) or later.event.mode in RECURRING
        lasts = max(lasts, RECALLED_DAYS if again else SELDOM_DAYS)
    apart = min(abs(a - b) for a, b in product(_days(left), _days(right)))
    return STALE_LOSS if apart > lasts else 0.0


def _offers(left: Told, right: Told, *, among: Crowd) -> bool:
    """Whether it is a bystander's good deed: charges and demands come again."""
    good = QUADS[left.event.type] in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
    return good and bystander(left, right, among=among)


def _days(told: Told) -> list[int]:
    """The days of a telling and, as far as it is said, of what it tells."""
    day = day_number(told.event.when.value) if told.event.when else None
    return [each for each in (told.article.day, day) if each is not None]


def _comes_again(event: EventKeys) -> bool:
    """Whether the next such deed may be of the same week: one army is not deployed every day."""
    if event.modality is not Modality.ACTUAL or QUADS[event.type] is not Quad.MATERIAL_CONFLICT:
        return False
    return event.type is not EventType.MOBILIZE or event.mode in RECURRING


def _behind(deed: Deed, *, origins: Origins) -> tuple[Origin, ...]:
    articles = {told.article.id: told.article for told in deed}
    events: dict[str, list[EventKeys]] = defaultdict(list)
    for told in deed:
        events[told.article.id].append(told.event)
    tellings = [Telling(articles[id], tuple(told)) for id, told in events.items()]
    return independent(tellings, origins=origins)


def _happening(deed: Deed, *, story: str, behind: Sequence[Origin]) -> Happening:
    """One happening out of the events that report it."""
    events = [told.event for told in deed]
    actors, recipients = _commonest([(_known(e.actors), _known(e.recipients)) for e in events])
    return Happening(
        seed=events[0].id,
        story=story,
        type=_commonest([event.type for event in events]),
        modality=_commonest([event.modality for event in events]),
        background=all_history(deed),
        actors=actors,
        recipients=recipients,
        events=tuple(event.id for event in events),
        articles=tuple(dict.fromkeys(told.article.id for told in deed)),
        origins=len(behind),
        reasons=tuple(reasons(behind)),
        when=_most_precise_date([event.when for event in events if event.when]),
        place=_most_precise_place([event.where for event in events if event.where]),
    )


def _known(parties: Iterable[PartyKeys]) -> tuple[str, ...]:
    return tuple(sorted({party.country for party in parties if party.country}))


def _commonest(values: Sequence[Kind]) -> Kind:
    """The value that most events have; of equals the earliest telling's."""
    return Counter(values).most_common(1)[0][0]


def _most_precise_date(dates: Sequence[When]) -> When | None:
    """The longest date; of equals the commonest, then the earliest telling's."""
    told = Counter(when.day for when in dates)
    return max(dates, key=lambda when: (len(when.value), told[when.day]), default=None)


def _most_precise_place(places: Sequence[Place]) -> str | None:
    """The smallest place's name; of equals the commonest, then the earliest telling's."""
    told = Counter(place.name for place in places)
    sizes = tuple(PlacePrecision)
    best = max(places, key=lambda p: (sizes.index(p.precision), told[p.name]), default=None)
    return best.name if best else None
