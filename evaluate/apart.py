"""Why two events that gold holds to be one deed were not joined, and two deeds were.

python -m evaluate.apart --gold HAPPENINGS.json --events EVENTS.jsonl [--read]

For each gold happening whose events ours do not hold together: the events as they are compared,
and for each pair what bars it, or the score feature by feature. Deeds that we mix come last.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import click

from evaluate.happenings import Groups, Names, gold_readings, origins, read_readings, tellings
from regesta.link import ArticleKeys, keys, link_keys
from regesta.link.bars import BARS
from regesta.link.keys import EventKeys, PartyKeys
from regesta.link.likeness import FEATURES
from regesta.model import Links


def wrong(
    groups: Groups, *, names: Names, links: Links, articles: Iterable[ArticleKeys]
) -> Iterator[str]:
    """The lines of the report."""
    home = {event: each.id for each in links.happenings for event in each.events}
    story = {event: each.story for each in links.happenings for event in each.events}
    told = {event.id: event for article in articles for event in article.events}
    mixed: dict[str, dict[str, str]] = defaultdict(dict)
    for group in groups:
        given = [(key[0], names[key]) for key in map(tuple, group["events"]) if key in names]
        for _, event in given:
            mixed[home[event]].setdefault(group["label"], event)
        if len({home[event] for _, event in given}) > 1:
            yield f"\nSPLIT {group['label']}"
            for number, (article, event) in enumerate(given):
                yield f"  {number} {home[event]} {story[event]} {article}: {_event(told[event])}"
            for (i, (_, one)), (j, (_, other)) in combinations(enumerate(given), 2):
                if home[one] != home[other]:
                    yield f"  {i}-{j} {_pair(told[one], told[other])}"
    for id, labels in mixed.items():
        if len(labels) > 1:
            yield f"\nMIXED {id}"
            for label, event in labels.items():
                yield f"  {label}: {_event(told[event])}"
            for one, other in combinations(labels.values(), 2):
                yield f"  {_pair(told[one], told[other])}"
    yield ""
    yield from _counts(groups, names=names, links=links)


def _counts(groups: Groups, *, names: Names, links: Links) -> Iterator[str]:
    """Numbers of articles and of origins that are not gold's, with the reasons of ours."""
    for group in groups:
        true, ours = tellings(group, names=names, links=links)
        if true > 1 and true != ours:
            yield f"ARTICLES {group['label']}: {true}, ours {ours}"
        for true, happening in origins(group, names=names, links=links):
            if happening is None or happening.origins != true:
                reasons = happening.reasons if happening else ()
                yield f"ORIGINS {group['label']}: {true}, ours {'; '.join(reasons)}"


def _event(event: EventKeys) -> str:
    actors = "+".join(map(_party, event.actors))
    recipients = "+".join(map(_party, event.recipients))
    when = event.when.value if event.when else "-"
    where = f"{event.where.name} ({event.where.precision})" if event.where else "-"
    background = " background" if event.background else ""
    return (
        f"{event.type} {event.mode} {event.modality}{background} {actors} > {recipients}"
        f" | {when} | {where} | {' '.join(event.words)}"
    )


def _party(party: PartyKeys) -> str:
    person = " ".join(sorted(party.person))
    return f"{party.code}({person})" if person else party.code


def _pair(left: EventKeys, right: EventKeys) -> str:
    barred = [name for name, holds in BARS if holds(left, right)]
    if barred:
        return f"barred: {' '.join(barred)}"
    parts = [(name, weight * measure(left, right)) for name, weight, measure in FEATURES]
    listed = " ".join(f"{name} {value:.2f}" for name, value in parts if value)
    return f"{sum(value for _, value in parts):.2f}: {listed}"


@click.command()
@click.option("--gold", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--events", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--read", "as_read", is_flag=True, help="The program's own events, not gold's.")
def main(gold: Path, events: Path, as_read: bool) -> None:
    """Print what was split and mixed, and why."""
    groups = json.loads(gold.read_text(encoding="utf-8"))
    pairs = list(read_readings(events) if as_read else gold_readings(events))
    names: Mapping[tuple[str, int], str] = {key: id for _, ids in pairs for key, id in ids.items()}
    articles = [article for reading, _ in pairs for article in keys(reading)]
    print("\n".join(wrong(groups, names=names, links=link_keys(articles), articles=articles)))


if __name__ == "__main__":
    main()
