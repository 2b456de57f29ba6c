"""Golden cases of reading: a text taken as one article, and what is told of it as plain lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from regesta.model import (
    Article,
    Basis,
    Dateline,
    Event,
    Party,
    Quote,
    Reading,
    Role,
    Span,
    Tenure,
    When,
)
from regesta.read import STEPS
from regesta.read.source import Source

CASES = Path(__file__).parents[2] / "cases"
_CASE = re.compile(r"^## ([^\n]+)\n```\n(.*?)\n```\n```\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_PUBLISHED = re.compile(r"^published: (\S+)\n")
_NONE = "(none)"
# "CONSULT planned history IND,PAK > USA": of pooled sides, "IND+PAK", no order is asked.
_HEAD = re.compile(
    r"^(?P<type>[A-Z]+) (?P<modality>\w+)(?P<history> history)?"
    r"(?: (?P<actors>[^>]+?))?(?P<towards> >(?: (?P<recipients>[^>]+))?)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One heading of a file of cases: what is read, and the lines that are expected of it."""

    name: str
    published: str | None
    text: str
    expected: tuple[str, ...]


def cases(file: str) -> tuple[Case, ...]:
    """The cases of tests/cases/`file`, every heading one."""
    text = (CASES / file).read_text(encoding="utf-8")
    found = tuple(_case(*match.groups()) for match in _CASE.finditer(text))
    assert len(found) == text.count("\n## "), f"{file} has a heading that is no case"
    assert len({case.name for case in found}) == len(found), f"{file} has a heading twice"
    return found


def _case(name: str, block: str, expected: str) -> Case:
    published = _PUBLISHED.match(block)
    lines = () if expected == _NONE else tuple(expected.split("\n"))
    return Case(
        name=name,
        published=published[1] if published is not None else None,
        text=block[published.end() :] if published is not None else block,
        expected=lines,
    )


def _dateline(text: str) -> Dateline | None:
    """ "LIMA: ...": the dateline that a case begins with."""
    found = re.match(r"(?P<place>[A-Z]+(?: [A-Z]+)?): ", text)
    if found is None:
        return None
    return Dateline(span=Span(page="p", start=0, end=found.end()), place=found["place"], date=None)


def read_text(text: str, *, published: str | None = None) -> Reading:
    """What the story steps make of a text that is the body of one article."""
    whole = Span(page="p", start=0, end=len(text))
    on = When(value=published, basis=Basis.GIVEN, rule="case") if published is not None else None
    dateline = _dateline(text)
    article = Article(
        page="p",
        role=Role.MAIN,
        span=whole,
        rule="case",
        body=(whole,) if dateline is None else (replace(whole, start=dateline.span.end),),
        published=on,
        dateline=dateline,
    )
    empty = Reading(
        page="p",
        name="case",
        media_type="text/plain",
        text=text,
        made_by="test",
        articles=(article,),
    )
    return dict(STEPS)["events"](empty, Source(page="p", text=text))


def _codes(parties: Iterable[Party]) -> str:
    return ",".join(sorted({p.country or p.name for p in parties}))


def _slots(event: Event, text: str) -> dict[str, str]:
    """All that a line can say of an event."""
    return {
        "head": f"{event.type} {event.modality}{' history' if event.background else ''}",
        "actors": _codes(event.actors),
        "recipients": _codes(event.recipients),
        "pooled": "+".join(sorted({p.country or p.name for p in event.actors + event.recipients})),
        "on": event.when.value if event.when is not None else "no day",
        "in": event.where.country or "" if event.where is not None else "no place",
        "at": event.where.text if event.where is not None else "no place",
        "said": _codes(event.said_by) or "nobody",
        "count": ",".join(f"{q.value:g} {q.unit or q.what}" for q in event.quantities),
        "words": event.deed.words(text),
        "as": event.mode,
    }


def _asked(line: str) -> dict[str, str]:
    """The slots that an expected line speaks of; those it leaves out are not asked."""
    first, *rest = line.split(" | ")
    head = _HEAD.match(first)
    assert head is not None, f"no head of an event: {first}"
    asked = {"head": f"{head['type']} {head['modality']}{head['history'] or ''}"}
    if head["actors"] and "+" in head["actors"]:
        asked["pooled"] = "+".join(sorted(head["actors"].split("+")))
    elif head["actors"]:
        asked["actors"] = head["actors"]
        asked["recipients"] = head["recipients"] or ""
    for part in rest:
        name, _, value = part.partition(" ")
        asked[name.rstrip(":")] = value
    return asked


def _line(slots: dict[str, str]) -> str:
    sides = f"{slots['actors']} > {slots['recipients']}"
    rest = [f"{name} {slots[name]}" for name in ("on", "in", "at", "said", "count", "words")]
    return " | ".join([f"{slots['head']} {sides}", *rest])


def told(events: tuple[Event, ...], *, text: str, expected: tuple[str, ...]) -> list[str]:
    """One line an event: the expected line where the event answers to it, else the event whole."""
    open_lines = list(expected)
    lines = []
    for event in events:
        slots = _slots(event, text)
        answer = next((line for line in open_lines if _answers(slots, _asked(line))), None)
        if answer is None:
            lines.append(_line(slots))
        else:
            open_lines.remove(answer)
            lines.append(answer)
    return sorted(lines)


def _answers(slots: dict[str, str], asked: dict[str, str]) -> bool:
    return all(slots[name] == value for name, value in asked.items())


def held(tenures: tuple[Tenure, ...]) -> list[str]:
    """ "Name | office | country", then "| former", "| since" and "| until" where it is said."""
    return sorted(
        f"{t.person} | {t.office} | {t.country}{' | former' if t.former else ''}"
        f"{f' | since {t.since.value}' if t.since else ''}"
        f"{f' | until {t.until.value}' if t.until else ''}"
        for t in tenures
    )


def spoken(quotes: tuple[Quote, ...], *, text: str) -> Iterator[str]:
    """ "speaker | cue | words" of every quote in order; "-" for what is not known."""
    for quote in quotes:
        speaker = quote.speaker.name if quote.speaker is not None else "-"
        cue = quote.cue.words(text) if quote.cue is not None else "-"
        yield f"{speaker} | {cue} | {quote.span.words(text)}"
