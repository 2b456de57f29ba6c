"""Score happenings: pairwise over the gold events that there are, same happening or not.

python -m evaluate.happenings --gold HAPPENINGS.json --events EVENTS.jsonl [--read] [--wrong]

Events are gold's, so that linking is scored alone, or with --read the program's own, of which those
count that match a gold event.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from evaluate.bare import article_id, lines, reading
from evaluate.clusters import pairwise
from evaluate.events import LEVELS, match
from evaluate.gold import load
from evaluate.reading import Pair, articles_of, readings, side_by_side
from regesta.link import link
from regesta.model import (
    Basis,
    Event,
    EventType,
    Happening,
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

Row = Mapping[str, Any]
Groups = Sequence[Row]
Names = Mapping[tuple[str, int], str]
"""Gold's article and the index of an event in it -> id of our event."""

_TITLED = re.compile(
    r"(?:.* )?(?:Mr\.|Mrs\.|Ms\.|President|Minister|Secretary|leader) (?P<name>[A-Z].*)"
)
_FULL_NAME = re.compile(r"(?!The |United |White |North |South |New )[A-Z][\w-]+(?: [A-Z][\w-]+)+")


def score(groups: Groups, *, names: Names, links: Links) -> dict[str, float]:
    """Agreement over the gold events that `names` maps to ours; others are left out on both sides.

    Numbers of articles are held against the gold happenings that two or more articles tell, those
    of origins against the happenings that have a number and all of whose events there are.
    """
    gold = {
        names[article, index]: str(number)
        for number, group in enumerate(groups)
        for article, index in group["events"]
        if (article, index) in names
    }
    found = {event: each.id for each in links.happenings for event in each.events}
    paired = pairwise(found, gold=gold)
    told = [tellings(group, names=names, links=links) for group in groups]
    several = [(true, ours) for true, ours in told if true > 1]
    counts = [
        (true, ours.origins if ours else 0)
        for group in groups
        for true, ours in origins(group, names=names, links=links)
    ]
    return {
        "happenings.pairwise.precision": paired.precision,
        "happenings.pairwise.recall": paired.recall,
        "happenings.pairwise.f1": paired.f1,
        "happenings.articles.right": _share(several),
        **({"happenings.origins.right": _share(counts)} if counts else {}),
    }


def _share(pairs: Sequence[tuple[int, int]]) -> float:
    return sum(true == ours for true, ours in pairs) / len(pairs) if pairs else 0.0


def tellings(group: Row, *, names: Names, links: Links) -> tuple[int, int]:
    """Number of articles that tell a gold happening, and of those of our happening for it.

    Only events of `names` count, on either side.
    """
    home = {names[key]: key[0] for key in names}
    mine = [
        names[article, index] for article, index in group["events"] if (article, index) in names
    ]
    ours = _fullest(mine, links=links)
    inside = {home[event] for event in ours.events if event in home} if ours else set()
    return len({home[event] for event in mine}), len(inside)


def _fullest(events: Collection[str], *, links: Links) -> Happening | None:
    """Our happening that holds most of the events; of equals the first."""
    wanted = set(events)
    held = [(len(wanted & set(each.events)), each) for each in links.happenings]
    most, fullest = max(held, key=lambda pair: pair[0], default=(0, None))
    return fullest if most else None


def origins(group: Row, *, names: Names, links: Links) -> Iterator[tuple[int, Happening | None]]:
    """Gold's number of independent origins and our happening, where gold says a number."""
    keys = [(article, index) for article, index in group["events"]]
    if "origins" in group and all(key in names for key in keys):
        yield group["origins"], _fullest([names[key] for key in keys], links=links)


def gold_readings(path: Path) -> Iterator[tuple[Reading, dict[tuple[str, int], str]]]:
    """Each line of an events file as a reading with gold's events, and (article, index) -> its id.

    A line with a text of its own is one article; of a page the articles are the program's.
    """
    rows = lines(path)
    articles = [article for row in rows for article in row.get("articles", [row])]
    persons = _persons(articles)
    if rows and "text" in rows[0]:
        for row in rows:
            home = {0: (row["id"], article_id(row))}
            events, names = _events([row], page=row["id"], home=home, persons=persons)
            yield reading(row, events=events), names
        return
    for row, (page, read) in zip(rows, readings(load(path)), strict=True):
        found = articles_of(page, reading=read)
        home = {index: (page.articles[index].key, article.id) for index, article in found.items()}
        events, names = _events(row["articles"], page=read.page, home=home, persons=persons)
        yield replace(read, events=events), names


def _events(
    rows: Sequence[Row],
    *,
    page: str,
    home: Mapping[int, tuple[str, str]],
    persons: frozenset[str],
) -> tuple[tuple[Event, ...], dict[tuple[str, int], str]]:
    """Gold's events of the articles of a page; `home` holds gold's key and our id of each."""
    made: list[Event] = []
    names: dict[tuple[str, int], str] = {}
    for index, (key, article) in home.items():
        named = _full_names(rows[index], persons=persons)
        for number, gold in enumerate(rows[index]["events"]):
            event = _event(gold, page=page, article=article, number=number, named=named)
            made.append(event)
            names[key, number] = event.id
    return tuple(made), names


def read_readings(path: Path) -> Iterator[tuple[Reading, dict[tuple[str, int], str]]]:
    """Each line read by the program, and (article, index) -> our event that matches gold's."""
    for page, read in readings(load(path)):
        yield read, matched(side_by_side(page, reading=read))


def matched(laid: Iterable[Pair]) -> dict[tuple[str, int], str]:
    """(Article, index) of each gold event that has a match, strictly -> our event's id."""
    return {
        (pair.gold.key, index): pair.deeds[found].id
        for pair in laid
        for index, found in match(pair, same=LEVELS[0][1]).items()
    }


def _persons(articles: Sequence[Row]) -> frozenset[str]:
    """The words by which gold's party texts name persons: after a title, or in a full name.

    Gold does not mark persons; the program's reader does.
    """
    found: set[str] = set()
    for article in articles:
        for event in article["events"]:
            for party in (*event["actors"], *event["recipients"]):
                text = party["text"].replace(" - ", "-")
                titled, full = _TITLED.fullmatch(text), _FULL_NAME.fullmatch(text)
                if party["sector"] in {"GOV", "SPY", "MIL"} and (titled or full):
                    found.update((titled["name"] if titled else text).split())
    return frozenset(found)


def _full_names(article: Row, *, persons: frozenset[str]) -> Mapping[str, str]:
    """A party's text -> the person it names, by the longest name that the article has for him."""
    sides = (party for e in article["events"] for party in (*e["actors"], *e["recipients"]))
    texts = {party["text"] for party in sides}
    texts |= {party["text"] for event in article["events"] for party in event["said_by"]}
    names = {text: tuple(w for w in _written(text) if w in persons) for text in texts}
    longest = sorted(set(names.values()), key=lambda name: (-len(name), name))
    return {
        text: " ".join(next(full for full in longest if set(name) <= set(full)))
        for text, name in names.items()
        if name
    }


def _written(text: str) -> list[str]:
    return text.replace(" - ", "-").split()


def _event(gold: Row, *, page: str, article: str, number: int, named: Mapping[str, str]) -> Event:
    """A gold event; its deed is an empty span of its own, since gold does not mark the verb."""
    where, when = gold["where"], gold["when"]
    spans = tuple(Span(page=page, start=e["start"], end=e["end"]) for e in gold["evidence"])
    return Event(
        page=page,
        article=article,
        type=EventType(gold["type"]),
        modality=Modality(gold["modality"]),
        background=gold["background"],
        deed=Span(page=page, start=number, end=number),
        evidence=spans,
        rule="gold",
        actors=tuple(_party(party, span=spans[0], named=named) for party in gold["actors"]),
        recipients=tuple(_party(party, span=spans[0], named=named) for party in gold["recipients"]),
        when=When(value=when, basis=Basis.TEXT, rule="gold") if when else None,
        where=_place(where, span=spans[0]) if where else None,
        said_by=tuple(_party(party, span=spans[0], named=named) for party in gold["said_by"]),
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


def _party(party: Row, *, span: Span, named: Mapping[str, str]) -> Party:
    return Party(
        span=span,
        text=party["text"],
        name=party["text"],
        rule="gold",
        country=party["country"],
        sector=Sector(party.get("sector") or ""),
        person=named.get(party["text"]),
    )


def wrong(groups: Groups, *, names: Names, links: Links) -> Iterator[str]:
    """Gold happenings told by several events that we split, and ours that mix several."""
    found = {event: each.id for each in links.happenings for event in each.events}
    mixed: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        keys = [(article, index) for article, index in group["events"]]
        ours = [found[names[key]] for key in keys if key in names]
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
@click.option("--read", "as_read", is_flag=True, help="The program's own events, not gold's.")
@click.option("--wrong", "show_wrong", is_flag=True, help="Show the happenings that differ.")
def main(gold: Path, events: Path, as_read: bool, show_wrong: bool) -> None:
    """Print the scores of one gold file."""
    groups = json.loads(gold.read_text(encoding="utf-8"))
    pairs = list(read_readings(events) if as_read else gold_readings(events))
    names = {key: id for _, ids in pairs for key, id in ids.items()}
    grouped = [(article, index) for group in groups for article, index in group["events"]]
    print(f"{sum(key in names for key in grouped)} of {len(grouped)} gold events")
    links = link(reading for reading, _ in pairs)
    for name, value in score(groups, names=names, links=links).items():
        print(f"{name:32} {value:.3f}")
    if show_wrong:
        print("\n".join(wrong(groups, names=names, links=links)))


if __name__ == "__main__":
    main()
