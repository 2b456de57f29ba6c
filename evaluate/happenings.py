"""Score happenings, given gold events: pairwise over events, same happening or not.

python -m evaluate.happenings --gold HAPPENINGS.json --events EVENTS.jsonl [--wrong]
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from evaluate.bare import article_id, lines, reading
from evaluate.clusters import pairwise
from regesta.link import link
from regesta.model import (
    Basis,
    Event,
    EventType,
    Links,
    Modality,
    Party,
    Place,
    PlacePrecision,
    Reading,
    Sector,
    Span,
    When,
)

Groups = Sequence[Mapping[str, Any]]
Row = Mapping[str, Any]

_TITLED = re.compile(
    r"(?:.* )?(?:Mr\.|Mrs\.|Ms\.|President|Minister|Secretary|leader) (?P<name>[A-Z].*)"
)
_FULL_NAME = re.compile(r"(?!The |United |White |North |South )[A-Z][\w-]+(?: [A-Z][\w-]+)+")


def score(
    groups: Groups, *, names: Mapping[tuple[str, int], str], links: Links
) -> dict[str, float]:
    """Pairwise agreement over the gold events; `names` maps (article, index) to our event's id.

    Gold events that we do not have are left out on both sides.
    """
    gold = {
        names[article, index]: str(number)
        for number, group in enumerate(groups)
        for article, index in group["events"]
        if (article, index) in names
    }
    found = {event: each.id for each in links.happenings for event in each.events}
    paired = pairwise(found, gold=gold)
    return {
        "happenings.pairwise.precision": paired.precision,
        "happenings.pairwise.recall": paired.recall,
        "happenings.pairwise.f1": paired.f1,
    }


def gold_readings(rows: Sequence[Row]) -> Iterator[tuple[Reading, dict[tuple[str, int], str]]]:
    """Each row as a reading with its gold events, and (row's id, index) -> event id."""
    persons = _persons(rows)
    for row in rows:
        events = tuple(
            _event(row, gold, number=number, persons=persons)
            for number, gold in enumerate(row["events"])
        )
        names = {(row["id"], number): event.id for number, event in enumerate(events)}
        yield reading(row, events=events), names


def _persons(rows: Sequence[Row]) -> frozenset[str]:
    """The words by which gold's party texts name persons: after a title, or in a full name.

    Gold does not mark persons; the program's reader does.
    """
    found: set[str] = set()
    for row in rows:
        for event in row["events"]:
            for party in (*event["actors"], *event["recipients"]):
                text = party["text"].replace(" - ", "-")
                titled, full = _TITLED.fullmatch(text), _FULL_NAME.fullmatch(text)
                if party["sector"] in {"GOV", "SPY", "MIL"} and (titled or full):
                    found.update((titled["name"] if titled else text).split())
    return frozenset(found)


def _event(row: Row, gold: Row, *, number: int, persons: frozenset[str]) -> Event:
    """A gold event; its deed is an empty span of its own, since gold does not mark the verb."""
    where, when = gold["where"], gold["when"]
    spans = tuple(Span(page=row["id"], start=e["start"], end=e["end"]) for e in gold["evidence"])
    return Event(
        page=row["id"],
        article=article_id(row),
        type=EventType(gold["type"]),
        modality=Modality(gold["modality"]),
        background=gold["background"],
        deed=Span(page=row["id"], start=number, end=number),
        evidence=spans,
        rule="gold",
        actors=tuple(_party(party, span=spans[0], persons=persons) for party in gold["actors"]),
        recipients=tuple(_party(p, span=spans[0], persons=persons) for p in gold["recipients"]),
        when=When(value=when, basis=Basis.TEXT, rule="gold") if when else None,
        where=_place(where, span=spans[0]) if where else None,
        said_by=tuple(_party(party, span=spans[0], persons=persons) for party in gold["said_by"]),
    )


def _place(where: Row, *, span: Span) -> Place:
    """Gold does not say how small a place is; as a site it shuts out only other countries."""
    return Place(
        span=span,
        text=where["text"],
        name=where["text"],
        precision=PlacePrecision.SITE,
        rule="gold",
        country=where["country"],
    )


def _party(party: Row, *, span: Span, persons: frozenset[str]) -> Party:
    words = party["text"].replace(" - ", "-").split()
    return Party(
        span=span,
        text=party["text"],
        name=party["text"],
        rule="gold",
        country=party["country"],
        sector=Sector(party.get("sector") or ""),
        person=" ".join(word for word in words if word in persons) or None,
    )


def wrong(groups: Groups, *, names: Mapping[tuple[str, int], str], links: Links) -> Iterator[str]:
    """Gold happenings told by several events that we split, and ours that mix several."""
    found = {event: each.id for each in links.happenings for event in each.events}
    mixed: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        ours = [found[names[article, index]] for article, index in group["events"]]
        for id in ours:
            mixed[id].add(group["label"])
        if len(set(ours)) > 1:
            yield f"SPLIT {group['label']}: {ours}"
    for id, labels in mixed.items():
        if len(labels) > 1:
            yield f"MIXED {id}: {sorted(labels)}"


@click.command()
@click.option("--gold", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--events", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--wrong", "show_wrong", is_flag=True, help="Show the happenings that differ.")
def main(gold: Path, events: Path, show_wrong: bool) -> None:
    """Print the scores of one gold file, events given."""
    groups = json.loads(gold.read_text(encoding="utf-8"))
    pairs = list(gold_readings(lines(events)))
    names = {key: id for _, ids in pairs for key, id in ids.items()}
    links = link(reading for reading, _ in pairs)
    for name, value in score(groups, names=names, links=links).items():
        print(f"{name:32} {value:.3f}")
    if show_wrong:
        print("\n".join(wrong(groups, names=names, links=links)))


if __name__ == "__main__":
    main()
