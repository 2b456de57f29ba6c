"""Deeds of persons whose country their own page does not say, completed from other pages' words.

A name is looked for in the offices that the article itself gives, then in those of its story, then
in the register's of about that time. Where the pages mean more than one person, or one of more
than one country, the deed stays pending.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.knowledge import offices
from regesta.knowledge.people import surnames
from regesta.knowledge.spelling import same_surname, sounds_alike
from regesta.link.bars import compatible
from regesta.link.deeds import TWO_SIDED, codes
from regesta.link.keys import ArticleKeys, EventKeys, PendingKeys, party_keys
from regesta.model import Completed, Party, Sector, Story, Tenure

REACH_DAYS = 400
"""In the whole register an office says who is meant for about a year before and after."""


RULES = ("tenure.article", "tenure.story", "tenure.register")
"""Rules of a party by where the office was found, the nearest first."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A tenure with the day on which an article gave it."""

    tenure: Tenure
    day: int | None


Book = Mapping[str, Sequence[Holder]]
"""Last words of names, folded -> who bears them, in the articles' order."""


def complete(
    articles: Sequence[ArticleKeys], *, stories: Iterable[Story]
) -> tuple[tuple[ArticleKeys, ...], tuple[Completed, ...]]:
    """The articles with the deeds that could be completed among their events, and those deeds."""
    waiting = {article.id for article in articles if article.pending}
    if not waiting:
        return tuple(articles), ()
    everybody = book(articles)
    by_id = {article.id: article for article in articles}
    nearby: dict[str, Book] = {}
    for story in stories:
        if not waiting.isdisjoint(story.articles):
            nearby |= dict.fromkeys(story.articles, book(by_id[id] for id in story.articles))
    made: list[Completed] = []
    found = []
    for article in articles:
        books = (book([article]), nearby.get(article.id, {}), everybody)
        own = list(_completed(article, books=books))
        made += [completed for completed, _ in own]
        found.append(replace(article, events=(*article.events, *(keys for _, keys in own))))
    return tuple(found), tuple(made)


def book(articles: Iterable[ArticleKeys]) -> Book:
    """Who holds an office by the articles' words; those who held one before are left out."""
    found: dict[str, list[Holder]] = defaultdict(list)
    for article in articles:
        for tenure in article.tenures:
            if not tenure.former:
                for name in sorted(set(surnames(tenure.person, country=tenure.country))):
                    found[name].append(Holder(tenure, article.day))
    return found


def _completed(
    article: ArticleKeys, *, books: tuple[Book, Book, Book]
) -> Iterator[tuple[Completed, EventKeys]]:
    """The deeds of an article whose persons are known by now, and that it does not tell anyway."""
    told = list(article.events)
    for pending in article.pending:
        done = _complete(pending, article=article, books=books)
        if done is None or any(_is_told(done[1], event) for event in told):
            continue
        told.append(done[1])
        yield done


def _complete(
    pending: PendingKeys, *, article: ArticleKeys, books: tuple[Book, Book, Book]
) -> tuple[Completed, EventKeys] | None:
    event = pending.event
    known: dict[str, tuple[Holder, str]] = {}
    for party in (*event.actors, *event.recipients, *event.said_by):
        if _is_stranger(party) and party.name not in known:
            found = _holder(party.name, article=article, books=books)
            if found is not None:
                known[party.name] = found
    actors, recipients, said_by = (
        tuple(_known(party, known) for party in side)
        for side in (event.actors, event.recipients, event.said_by)
    )
    own = {party.country for party in actors}
    recipients = tuple(party for party in recipients if party.country not in own)
    if not own or any(side and all(map(_is_stranger, side)) for side in (actors, recipients)):
        return None
    actors, recipients = (
        tuple(party for party in side if not _is_stranger(party)) for side in (actors, recipients)
    )
    own = {party.country for party in actors}
    if len(own | {party.country for party in recipients}) < 2:
        return None
    whole = replace(event, actors=actors, recipients=recipients, said_by=said_by)
    keys = replace(
        pending.keys,
        id=whole.id,
        actors=tuple(map(party_keys, actors)),
        recipients=tuple(map(party_keys, recipients)),
        said_by=tuple(map(party_keys, said_by)),
    )
    tenures = tuple(holder.tenure for _, (holder, _) in sorted(known.items()))
    return Completed(event=whole, tenures=tenures), keys


def _is_stranger(party: Party) -> bool:
    return party.country is None and party.rule == "name.stranger"


def _known(party: Party, known: Mapping[str, tuple[Holder, str]]) -> Party:
    if not _is_stranger(party) or party.name not in known:
        return party
    holder, rule = known[party.name]
    office = offices().lookup(holder.tenure.office)
    return replace(
        party,
        name=holder.tenure.person,
        person=holder.tenure.person,
        country=holder.tenure.country,
        office=holder.tenure.office,
        sector=office.sector if office is not None else Sector.GOV,
        rule=rule,
    )


def _holder(
    name: str, *, article: ArticleKeys, books: tuple[Book, Book, Book]
) -> tuple[Holder, str] | None:
    """Who is meant, with the rule that says so; None where nobody or more than one can be."""
    for rule, bearers in zip(RULES, books, strict=True):
        found = [h for h in _bearers(name, bearers) if rule != RULES[-1] or _near(h, article)]
        if found:
            first = min(found, key=lambda h: _distance(h, article))
            one = all(_same_person(h.tenure, first.tenure) for h in found)
            return (first, rule) if one else None
    return None


def _bearers(name: str, bearers: Book) -> Iterator[Holder]:
    """Those of the name; a name of several words must be theirs as a whole."""
    family_first = name.split()[0].casefold()
    for written in sorted({*surnames(name, country=""), family_first}):
        for holder in bearers.get(written, ()):
            person = holder.tenure.person
            if " " not in name or person == name or sounds_alike(person, name):
                yield holder


def _same_person(one: Tenure, other: Tenure) -> bool:
    if one.country != other.country:
        return False
    if " " in one.person and " " in other.person:
        return one.person == other.person or sounds_alike(one.person, other.person)
    return same_surname(one.person.split()[-1], other.person.split()[-1])


def _near(holder: Holder, article: ArticleKeys) -> bool:
    return _distance(holder, article)[0] <= REACH_DAYS


def _distance(holder: Holder, article: ArticleKeys) -> tuple[int, str, int]:
    """Days between the two articles, then what tells tenures apart; far when a day is not known."""
    tenure = holder.tenure
    if holder.day is None or article.day is None:
        return (REACH_DAYS + 1, tenure.article, tenure.span.start)
    return (abs(holder.day - article.day), tenure.article, tenure.span.start)


def _is_told(new: EventKeys, old: EventKeys) -> bool:
    """Whether an article tells the deed in words that needed no completing."""
    if not compatible(new, old):
        return False
    ours, theirs = codes(new.actors), codes(old.actors)
    if new.type in TWO_SIDED:
        return ours | codes(new.recipients) == theirs | codes(old.recipients)
    return ours == theirs
