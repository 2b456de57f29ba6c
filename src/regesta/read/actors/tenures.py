"""The actor book's raw rows: who holds which office, on the page's own words."""

import re
from collections.abc import Iterator

from regesta.knowledge import NameHit, names, offices
from regesta.model import Article, Span, Tenure
from regesta.read.actors.people import People, Person, seeded
from regesta.read.actors.terms import term
from regesta.read.actors.titles import PARTS_OF_STATE, RUN, trim

APART = 300  # code points between a name and "the Peruvian president": one thought
_NEXT_WORDS = re.compile(r"(?:['’]s)? ([\w-]+(?: [\w-]+){0,3})")


def tenures(article: Article, *, people: People, text: str) -> tuple[Tenure, ...]:
    """One row a person, office and country that the article's words give together.

    Where they give name and office and the seed list the same office on that day, the country is
    the list's and the rule says so: what the page itself says always goes first.
    """
    on = article.published.value if article.published is not None else None
    placed = [one for one in (_placed(person, on=on) for person in people.known) if one is not None]
    placed.sort(key=lambda one: one.rule == "people.counterpart")  # said outright goes first
    named = {one.name.split()[-1] for one in placed}
    placed.extend(one for one in _described(article, text) if one.name.split()[-1] not in named)
    found: dict[tuple[str | None, ...], Person] = {}
    for one in placed:
        if not _is_short(one, placed):
            found.setdefault((one.name, one.office, one.country, str(one.former)), one)
    return tuple(_row(one, article, text=text) for one in found.values())


def _is_short(one: Person, others: list[Person]) -> bool:
    """Whether a row says of a surname what another says of the whole name."""
    return " " not in one.name and any(
        " " in other.name
        and one.name in other.name.split()
        and (one.office, one.country, one.former) == (other.office, other.country, other.former)
        for other in others
    )


def _placed(one: Person, *, on: str | None) -> Person | None:
    """The person with a country: the words' own, else the seed list's for that very office."""
    if one.office is None or one.office.startswith("former"):
        return None  # the table calls leaders of oppositions and the like "former ...": no office
    if one.country is not None and one.rule != "people.told-before":
        return one  # what only the sentence before tells is good for deeds, not for the book
    known = seeded(one.name, on=None if one.former else on)
    if known is None or known.office != one.office:
        return None
    return Person(
        name=one.name,
        office=one.office,
        country=known.country,
        sector=one.sector,
        rule="seed.office",
        start=one.start,
        end=one.end,
        former=one.former or known.former,
    )


def _row(one: Person, article: Article, *, text: str) -> Tenure:
    dated = term(article, text=text, end=one.end, office=str(one.office))
    return Tenure(
        page=article.page,
        article=article.id,
        person=one.name,
        office=str(one.office),
        country=str(one.country),
        span=Span(page=article.page, start=one.start, end=one.end),
        rule=one.rule,
        former=one.former,
        since=dated.since,
        until=dated.until,
        seen=article.published.day if article.published is not None else None,
    )


def _described(article: Article, text: str) -> Iterator[Person]:
    """Whom the page names in full and calls "the Peruvian president" nearby, as the list does."""
    on = article.published.value if article.published is not None else None
    for span in article.body:
        words = span.words(text)
        full = [run for run in RUN.finditer(words) if " " in run.group()]
        known = [(run, seeded(trim(run.group()), on=on)) for run in full]
        known = [(run, who) for run, who in known if who is not None]
        hits = names().find(words) if known else ()
        for run, who in known:
            at = next(_spoken_of(who, words, hits=hits, near=run), None) if who else None
            if who is not None and at is not None:
                yield Person(
                    name=trim(run.group()),
                    office=who.office,
                    country=who.country,
                    sector=who.sector,
                    rule="seed.described",
                    start=span.start + min(at.start(), run.start()),
                    end=span.start + max(at.end(1), run.end()),
                    former=who.former,
                )


def _spoken_of(
    who: Person, words: str, *, hits: tuple[NameHit, ...], near: re.Match[str]
) -> Iterator[re.Match[str]]:
    """The words after a state's name that say the person's office and go on without a name."""
    for hit in hits:
        if hit.country != who.country or hit.kind not in PARTS_OF_STATE:
            continue
        match = _NEXT_WORDS.match(words, hit.end)
        if match is None or abs(match.start() - near.start()) > APART:
            continue
        for size in range(len(match[1].split()), 0, -1):
            phrase = re.compile(rf"(?:['’]s)? ((?:[\w-]+ ?){{{size}}})(?![\w-]| [A-Z])")
            said = phrase.match(words, hit.end)
            office = offices().lookup(said[1]) if said is not None else None
            if said is None or office is None or office.name != who.office:
                continue
            if len(office.phrase.split()) == size:
                yield said
