"""Cases of link.md as readings, and links as the lines that the cases expect."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from regesta.model import (
    Article,
    Basis,
    Copy,
    Dispute,
    Event,
    EventType,
    Links,
    Modality,
    Party,
    Place,
    PlacePrecision,
    Quantity,
    Reading,
    Role,
    Sector,
    Span,
    When,
)

HEADER = re.compile(
    r"@ (?P<name>\w+)( \((?P<page>\w+)\))? \| (?P<published>[\d:T+-]*) \| (?P<publisher>[^|]*)"
    r" \| (?P<title>[^|]*?)( \| (?P<source>Source: .*))?"
)
EVENT = re.compile(
    r"! (?P<type>[A-Z]+) (?P<modality>actual|planned|possible|negated)(?P<history> history)?"
    r"(?: as (?P<mode>[\w-]+))?"
    r" (?P<actors>[\w:,~]*) >(?: (?P<recipients>[A-Za-z:,~]+?))?"
    r"(?: on (?P<when>[\d-]+))?(?: at (?P<where>\w+)/(?P<country>\w+))?"
    r"(?: count (?P<bound>at least|at most|about)? ?(?P<value>[\d,]+) (?P<what>\w+))?"
    r"(?: by (?P<by>.+))?"
)


@dataclass
class Case:
    """Readings with the short names of their articles and events (id -> name)."""

    readings: list[Reading]
    names: dict[str, str]


def read_case(block: str) -> Case:
    """`@ name (page) | published | publisher | title | Source: line`, body lines, `! event` lines.

    Events stand behind the sentence that is their evidence; a page has all articles that name it.
    """
    pages: dict[str, list[str]] = {}
    for part in re.split(r"^(?=@ )", block, flags=re.MULTILINE)[1:]:
        head = HEADER.fullmatch(part.splitlines()[0])
        assert head, part.splitlines()[0]
        pages.setdefault(head["page"] or head["name"], []).append(part.strip())
    case = Case([], {})
    for page, parts in pages.items():
        case.readings.append(_reading(page, parts, names=case.names))
    return case


def _reading(page: str, parts: list[str], *, names: dict[str, str]) -> Reading:
    text, articles, events = "", [], []
    for part in parts:
        first, *lines = part.splitlines()
        head = HEADER.fullmatch(first)
        start, notes, span = len(text), [], None
        for line in lines:
            if line.startswith("! "):
                notes.append((line, span))
            else:
                span = Span(page=page, start=len(text), end=len(text) + len(line))
                text += line + "\n"
        whole = Span(page=page, start=start, end=len(text))
        article = Article(
            page=page,
            role=Role.MAIN,
            span=whole,
            rule="case",
            title=head["title"] or None,
            publisher=head["publisher"] or None,
            source_line=head["source"],
            published=_when(head["published"]),
            body=(whole,),
        )
        articles.append(article)
        names[article.id] = head["name"]
        for number, (line, evidence) in enumerate(notes, 1):
            event = _event(line, article=article, evidence=evidence, number=number)
            event = _counting(event, line, text=text)
            events.append(event)
            names[event.id] = f"{head['name']}{number}"
    return Reading(
        page=page,
        name=page,
        media_type="text/plain",
        text=text,
        made_by="case",
        articles=tuple(articles),
        events=tuple(events),
    )


def _when(value: str | None) -> When | None:
    return When(value=value, basis=Basis.PAGE, rule="case") if value else None


def _event(line: str, *, article: Article, evidence: Span, number: int) -> Event:
    told = EVENT.fullmatch(line)
    assert told, line
    place = Place(
        span=evidence,
        text=told["where"] or "",
        name=told["where"] or "",
        precision=PlacePrecision.CITY,
        rule="case",
        country=told["country"],
    )
    return Event(
        page=article.page,
        article=article.id,
        type=EventType(told["type"]),
        mode=told["mode"] or "",
        modality=Modality(told["modality"]),
        background=bool(told["history"]),
        deed=Span(page=article.page, start=evidence.start, end=evidence.start + number),
        evidence=(evidence,),
        rule="case",
        actors=_parties(told["actors"], span=evidence),
        recipients=_parties(told["recipients"], span=evidence),
        when=_when(told["when"]),
        where=place if told["where"] else None,
        said_by=_parties(told["by"], span=evidence),
    )


def _counting(event: Event, line: str, *, text: str) -> Event:
    """The event with its number, where the line has one; it stands in the evidence."""
    told = EVENT.fullmatch(line)
    if told["value"] is None:
        return event
    sentence = event.evidence[0]
    start = text.index(told["value"], sentence.start, sentence.end)
    quantity = Quantity(
        span=Span(page=event.page, start=start, end=start + len(told["value"])),
        text=told["value"],
        value=float(told["value"].replace(",", "")),
        what=told["what"],
        bound=told["bound"] or "",
    )
    return replace(event, quantities=(quantity,))


def _parties(text: str | None, *, span: Span) -> tuple[Party, ...]:
    """`NOR:Berg,SWE`: country and person; `~TASS` is a medium without a country of its own."""
    found = []
    for part in (text or "").split(","):
        code, _, person = part.partition(":")
        if code:
            medium = code.startswith("~")
            found.append(
                Party(
                    span=span,
                    text=part,
                    name=person or code.strip("~"),
                    rule="case",
                    country=None if medium else code,
                    sector=Sector.MED if medium else Sector.GOV,
                    person=person or None,
                )
            )
    return tuple(found)


def lines(links: Links, *, names: dict[str, str]) -> list[str]:
    """Copies, stories, happenings and disputes in the short names, sorted."""
    return sorted(
        [_copy(copy, names=names) for copy in links.copies]
        + ["story " + " ".join(names[id] for id in story.articles) for story in links.stories]
        + [
            f"{each.type} {' '.join(names[id] for id in each.events)}: "
            f"{','.join(each.actors)} > {','.join(each.recipients)}, "
            f"{each.when.value if each.when else 'no date'}, origins {each.origins}"
            for each in links.happenings
        ]
        + [_dispute(dispute, names=names) for dispute in links.disputes]
    )


def _dispute(dispute: Dispute, *, names: dict[str, str]) -> str:
    sides = " / ".join(
        f"{side.value} {' '.join(names[claim.event] for claim in side.claims)}"
        for side in dispute.sides
    )
    return f"dispute {dispute.slot.value} {dispute.what}".strip() + f": {sides}"


def _copy(copy: Copy, *, names: dict[str, str]) -> str:
    return f"copy {names[copy.article]} of {names[copy.origin]}: {copy.kind}"


@pytest.fixture(scope="session")
def case() -> Callable[[str], Case]:
    """The block of a case -> its readings and names."""
    return read_case


@pytest.fixture(scope="session")
def told() -> Callable[[Links, Case], list[str]]:
    """Links in the short names of a case, one line each."""
    return lambda links, case: lines(links, names=case.names)
