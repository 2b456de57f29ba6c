"""The gate: no score may fall below its floor.

    python -m evaluate.gate [--gold PATH ...] [--raise]

Floors stand in floors.json with a digest of the gold and pages they were measured on. `--raise`
writes higher ones; it never lowers one, unless the gold itself has changed.
"""

import json
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from evaluate.measures import LOWER_IS_BETTER, Scores, digest, gold_files, scores

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
ALWAYS = ROOT / "examples" / "gold"
WHERE_PRESENT = ROOT.parent / "shared" / "gold"
STEP = 1000
"""Floors keep three decimals, rounded to the side that is easier to reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The scores of one gold file, beside its floors; `fresh` when they fit the same gold."""

    name: str
    digest: str
    scores: Scores
    floors: Mapping[str, float]
    fresh: bool

    def fallen(self) -> Iterator[str]:
        """What is below its floor, has none yet, or was measured on other gold."""
        if not self.fresh:
            yield "the gold has changed since its floors were set"
        for name, floor in self.floors.items():
            if name not in self.scores:
                yield f"{name} is no longer measured"
            elif self.fresh and is_worse(self.scores[name], than=floor, name=name):
                yield f"{name} is {self.scores[name]:.3f}, its floor {floor:.3f}"
        for name in self.scores:
            if is_held(name) and name not in self.floors:
                yield f"{name} has no floor yet"

    def raised(self) -> dict[str, float]:
        """The floors after `--raise`: each the better of what it was and what was reached."""
        before = self.floors if self.fresh else {}
        return {
            name: better(before.get(name), rounded(score, name=name), name=name)
            for name, score in self.scores.items()
            if is_held(name)
        }


def is_held(name: str) -> bool:
    """Precision and recall are shown, and held together through their F1.

    What is measured over the events that were found is shown only: finding more may lower it.
    """
    return not name.endswith((".precision", ".recall")) and ".matched." not in name


def is_worse(score: float, *, than: float, name: str) -> bool:
    """Whether a score misses its floor; for errors the floor is a ceiling."""
    slack = 1e-9
    return score > than + slack if name in LOWER_IS_BETTER else score < than - slack


def better(one: float | None, other: float, *, name: str) -> float:
    """The harder of two floors."""
    if one is None:
        return other
    return min(one, other) if name in LOWER_IS_BETTER else max(one, other)


def rounded(score: float, *, name: str) -> float:
    """Three decimals, down for shares, up for errors."""
    turn = math.ceil if name in LOWER_IS_BETTER else math.floor
    return turn(round(score * STEP, 6)) / STEP


def results(
    folders: tuple[Path, ...], *, kept: Mapping[str, Mapping[str, object]]
) -> Iterator[Result]:
    """Score every gold file there is."""
    for folder in folders:
        for path in gold_files(folder):
            name = "/".join(path.resolve().parts[-3:])
            before = kept.get(name, {})
            now = digest(path)
            floors = before.get("floors", {})
            yield Result(
                name=name,
                digest=now,
                scores=scores(path),
                floors=dict(floors) if isinstance(floors, Mapping) else {},
                fresh=not before or before.get("digest") == now,
            )


def read_floors(path: Path) -> dict[str, dict[str, object]]:
    """Digest and floors by gold file; empty before the first `--raise`."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_floors(path: Path, *, kept: Mapping[str, object], reached: tuple[Result, ...]) -> None:
    """Floors of gold files that are not here today stay as they are."""
    new = {item.name: {"digest": item.digest, "floors": item.raised()} for item in reached}
    text = json.dumps({**kept, **new}, indent=2, sort_keys=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def table(result: Result) -> Iterator[str]:
    """The scores of one gold file beside their floors."""
    yield result.name
    for name, score in result.scores.items():
        floor = result.floors.get(name)
        yield f"  {name:28} {score:8.3f}" + ("" if floor is None else f"  floor {floor:.3f}")
    for line in result.fallen():
        yield f"  FALLEN: {line}"


@click.command()
@click.option("--gold", multiple=True, type=click.Path(exists=True, path_type=Path), help="More.")
@click.option("--raise", "lift", is_flag=True, help="Write floors as high as what was reached.")
@click.option("--floors", type=click.Path(path_type=Path), default=FLOORS, help="The floors' file.")
def main(gold: tuple[Path, ...], lift: bool, floors: Path) -> None:
    """Score the program against gold; exit 1 when a score is below its floor."""
    kept = read_floors(floors)
    folders = tuple(path for path in (ALWAYS, WHERE_PRESENT, *gold) if path.exists())
    reached = []
    for result in results(folders, kept=kept):
        print("\n".join(table(result)), flush=True)
        reached.append(result)
    if not reached:
        sys.exit("no gold was found")
    if lift:
        write_floors(floors, kept=kept, reached=tuple(reached))
        reached = [*results_after(reached)]
    sys.exit(1 if any(line for result in reached for line in result.fallen()) else 0)


def results_after(reached: list[Result]) -> Iterator[Result]:
    """The same scores beside the raised floors: what is still below one stays fallen."""
    for result in reached:
        yield Result(
            name=result.name,
            digest=result.digest,
            scores=result.scores,
            floors=result.raised(),
            fresh=True,
        )


if __name__ == "__main__":
    main()
