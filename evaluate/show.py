"""Print the events that are wrong and those that are missed, with their words.

python -m evaluate.show --gold GOLD.jsonl [--missed | --wrong | --slots] [--type TYPE]
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from evaluate.deeds import Deed
from evaluate.events import LEVELS, SLOTS, match
from evaluate.gold import load
from evaluate.reading import Pair, pairs

CHOICES = ("missed", "wrong", "slots")


def missed(pair: Pair) -> Iterator[str]:
    """Gold events that no found event matches, with what nearly did."""
    strict, near = _strict(pair), match(pair, same=LEVELS[-1][1])
    for index, deed in enumerate(pair.gold.deeds):
        if index not in strict:
            other = pair.deeds[near[index]] if index in near else None
            note = f"  (found as {other.type}, {other.rule})" if other else ""
            yield from _told(pair, deed=deed, mark="MISSED", note=note)


def wrong(pair: Pair) -> Iterator[str]:
    """Found events that match no gold event, with the gold they nearly match."""
    right = set(_strict(pair).values())
    near = {found: gold for gold, found in match(pair, same=LEVELS[-1][1]).items()}
    for index, deed in enumerate(pair.deeds):
        if index not in right:
            other = pair.gold.deeds[near[index]] if index in near else None
            note = f"  (gold says {other.type})" if other else ""
            yield from _told(pair, deed=deed, mark="WRONG", note=note)


def slots(pair: Pair) -> Iterator[str]:
    """Matched events with a slot that differs from gold."""
    for gold, found in _strict(pair).items():
        one, other = pair.gold.deeds[gold], pair.deeds[found]
        bad = [
            f"{name}: gold {_plain(read(one))}, found {_plain(read(other))}"
            for name, read in SLOTS
            if read(one) != read(other)
        ]
        if bad:
            yield from _told(pair, deed=other, mark="SLOTS", note="  " + "; ".join(bad))


SHOWS = {"missed": missed, "wrong": wrong, "slots": slots}


def _strict(pair: Pair) -> dict[int, int]:
    return match(pair, same=LEVELS[0][1])


def _plain(value: object) -> str:
    return ",".join(sorted(value)) or "-" if isinstance(value, frozenset) else str(value)


def _told(pair: Pair, *, deed: Deed, mark: str, note: str) -> Iterator[str]:
    told = " history" if deed.background else ""
    yield f"{mark} {deed.type} {deed.modality}{told} [{deed.rule}] {deed.parties}{note}"
    for start, end in deed.evidence[:3]:
        yield f"    {pair.page}:{start} {' '.join(pair.text[start:end].split())}"


@click.command()
@click.option("--gold", "paths", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--pages", type=click.Path(path_type=Path), help="folder with the pages' texts")
@click.option("--missed", "choice", flag_value="missed", help="only missed gold events")
@click.option("--wrong", "choice", flag_value="wrong", help="only wrong found events")
@click.option("--slots", "choice", flag_value="slots", help="only wrong slots of matched events")
@click.option("--type", "kind", help="only events of this type")
def main(paths: Sequence[Path], pages: Path | None, choice: str | None, kind: str | None) -> None:
    """Print what differs from gold."""
    for path in paths:
        for pair in pairs(load(path, pages=pages)):
            for name in [choice] if choice else CHOICES:
                _print(SHOWS[name](pair), kind=kind)


def _print(told: Iterator[str], *, kind: str | None) -> None:
    shown = True
    for line in told:
        if not line.startswith(" "):
            shown = kind is None or line.split()[1] == kind
        if shown:
            print(line)


if __name__ == "__main__":
    main()
