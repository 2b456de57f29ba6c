"""The visible table of measures: which gold file is scored by what."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluate import bare, events, gold, lineage, quotes, stories
from evaluate.reading import pairs
from regesta.link import link

Scores = Mapping[str, float]

LOWER_IS_BETTER = frozenset({"origins.mean-error", "dates.invented"})
"""Errors, counted; all other measures are shares of 1 that should grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Scores every gold file whose name matches the pattern."""

    pattern: str
    score: Callable[[Path], Scores]


def deeds_and_speech(path: Path) -> Scores:
    """Events as the codebook counts them, and quotes; slots as shares of all gold events.

    Held against all gold events, not only the matched ones, a slot's share cannot fall because
    more events were found.
    """
    laid = list(pairs(gold.load(path)))
    report = events.report(laid)
    strict, quad = report.levels["strict"], report.levels["same quad"]
    found = {
        "events.strict.precision": strict.precision,
        "events.strict.recall": strict.recall,
        "events.strict.f1": strict.f1,
        "events.quad.f1": quad.f1,
    }
    for name, slot in report.slots.items():
        right = slot.right / strict.wanted if strict.wanted else 0.0
        found[f"events.{name.replace(' ', '-')}.right"] = right
    for name, score in quotes.score(laid).items():
        found[f"quotes.{name.replace('and ', '')}.f1"] = score.f1
    return found


def story_groups(path: Path) -> Scores:
    """Stories of articles that are given whole, so that only linking is measured."""
    rows = bare.lines(path)
    return stories.score(rows, links=link(bare.reading(row) for row in rows))


def copies_and_origins(path: Path) -> Scores:
    """Whose words and whose reporting an article carries."""
    rows = bare.lines(path)
    copies, origins = lineage.trace(rows)
    return lineage.score(rows, copies=copies, origins=origins)


MEASURES: tuple[Measure, ...] = (
    Measure(pattern="events*.jsonl", score=deeds_and_speech),
    Measure(pattern="newscluster*.jsonl", score=story_groups),
    Measure(pattern="lineage*.jsonl", score=copies_and_origins),
)


def measured(folder: Path) -> Iterator[tuple[Path, Measure]]:
    """Every gold file of a folder that a measure knows, or the file itself."""
    files = sorted(folder.iterdir()) if folder.is_dir() else [folder]
    for path in files:
        for measure in MEASURES:
            if path.match(measure.pattern):
                yield path, measure


def digest(path: Path) -> str:
    """SHA-256 over a gold file and the pages it names: what a floor was measured on."""
    total = sha256(path.read_bytes())
    for page in sorted(_pages(path)):
        total.update(page.read_bytes())
    return total.hexdigest()


def _pages(path: Path) -> set[Path]:
    if path.suffix != ".jsonl":
        named = json.loads(path.read_text(encoding="utf-8"))
        names = set(named) if isinstance(named, dict) else set()
    else:
        rows = bare.lines(path)
        names = {row["page"] for row in rows if "page" in row}
    pages = path.resolve().parent.parent / "pages"
    return {pages / name for name in names if (pages / name).is_file()}
