"""Score events against PETRARCH2's validation records: one sentence, its sources, targets, codes.

python -m evaluate.petr2 --gold petr2_gsr.jsonl [--wrong]

CAMEO codes what is said as well as what is done (a claim is a statement by the one who claims),
and knows no modality; the records are held against the program as they stand.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from evaluate.events import Score
from evaluate.reading import events_of
from regesta.knowledge import cameo_root
from regesta.model import Event

Triple = tuple[str, str, str]
COUNTRY = 3  # a CAMEO actor code begins with its country


def wanted(record: Mapping[str, Any]) -> Counter[Triple]:
    """Source country, target country and root of each coded event of a record."""
    return Counter(
        (event["source"][:COUNTRY], event["target"][:COUNTRY], event["root"])
        for event in record["events"]
    )


def found(record: Mapping[str, Any]) -> Counter[Triple]:
    """The same of what the program reads; sides of a two-sided deed stand in both directions."""
    stated = [triple for event in _events(record) for triple in _triples(event)]
    return Counter(dict.fromkeys(stated, 1))


def _events(record: Mapping[str, Any]) -> tuple[Event, ...]:
    day = record["date"]
    row = {
        "id": record["id"],
        "text": _finished(record["text"]),
        "published": f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else None,
    }
    return events_of(row)


def _finished(text: str) -> str:
    """The sentence with its full stop: alone on a page and without one it is a headline."""
    return text if text.rstrip().endswith((".", "!", "?", '"', "'")) else f"{text.rstrip()}."


def _triples(event: Event) -> Iterator[Triple]:
    root = cameo_root(event.type.value, event.mode)
    actors = [party.country or "---" for party in event.actors] or ["---"]
    recipients = [party.country or "---" for party in event.recipients]
    for actor in actors:
        for other in recipients or [side for side in actors if side != actor] or ["---"]:
            yield actor, other, root


def score(records: Sequence[Mapping[str, Any]]) -> dict[str, Score]:
    """Scores by root alone and by source, target and root."""
    pairs = [(wanted(record), found(record)) for record in records]
    roots = [(_roots(gold), _roots(read)) for gold, read in pairs]
    return {"root": _shared(roots), "triple": _shared(pairs)}


def _roots(triples: Counter[Triple]) -> Counter[Any]:
    return Counter({root: 1 for _, _, root in triples})


def _shared(pairs: list[tuple[Counter[Any], Counter[Any]]]) -> Score:
    return Score(
        right=sum((gold & read).total() for gold, read in pairs),
        found=sum(read.total() for _, read in pairs),
        wanted=sum(gold.total() for gold, _ in pairs),
    )


@click.command()
@click.option("--gold", "path", required=True, type=click.Path(path_type=Path))
@click.option("--wrong", is_flag=True, help="print the records that differ")
def main(path: Path, *, wrong: bool) -> None:
    """Print root and triple scores."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for name, result in score(records).items():
        print(f"{name:8} P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f}")
    for record in records if wrong else ():
        gold, read = wanted(record), found(record)
        if _roots(gold) != _roots(read):
            print(f"{record['text'][:200]}\n  gold {sorted(gold)}\n  read {sorted(read)}")


if __name__ == "__main__":
    main()
