"""The visible table of measures: which gold file is scored by what."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from evaluate import (
    actors,
    articles,
    bare,
    dates,
    events,
    gold,
    happenings,
    lineage,
    petr2,
    quotes,
    stories,
)
from evaluate.gold import GoldPage
from evaluate.reading import Pair, pages_in, readings, side_by_side
from regesta.link import link
from regesta.model import Reading
from regesta.read.articles import Cut, cut
from regesta.read.dates import resolve
from regesta.read.pagetext import page_text

Scores = Mapping[str, float]

LOWER_IS_BETTER = frozenset(
    {"actors.country.wrong", "origins.mean-error", "dates.invented", "articles.extra"}
)
"""Counted errors; all other measures are shares of 1 that should grow."""


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
    laid = laid_out(path)
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


@lru_cache(maxsize=8)
def read_gold(path: Path) -> tuple[tuple[GoldPage, Reading], ...]:
    """The pages of a gold file with their readings; read once though several measures ask."""
    return tuple(readings(gold.load(path)))


def laid_out(path: Path) -> list[Pair]:
    """Gold beside findings, article by article."""
    return [
        pair for page, reading in read_gold(path) for pair in side_by_side(page, reading=reading)
    ]


def happenings_read(path: Path) -> Scores:
    """Happenings from raw pages, over the gold events that the program found.

    Beside them stand the same with each missed event alone: those cannot fall because more events
    were found, so they are held.
    """
    laid = laid_out(events_of(path))
    missed = {
        (pair.gold.key, index): f"missed {pair.gold.key} {index}"
        for pair in laid
        for index in range(len(pair.gold.deeds))
    }
    found = happenings.matched(laid)
    groups = json.loads(path.read_text(encoding="utf-8"))
    links = link(reading for _, reading in read_gold(events_of(path)))
    over_found = happenings.score(groups, names=found, links=links)
    over_all = happenings.score(groups, names=missed | found, links=links)
    pairwise = {name: score for name, score in over_all.items() if "pairwise" in name}
    return pairwise | _renamed(over_found, "happenings.matched")


def happenings_given(path: Path) -> Scores:
    """Happenings when the events are right: what linking alone can do."""
    rows = list(happenings.gold_readings(events_of(path)))
    names = {key: id for _, ids in rows for key, id in ids.items()}
    groups = json.loads(path.read_text(encoding="utf-8"))
    scores = happenings.score(groups, names=names, links=link(reading for reading, _ in rows))
    return _renamed(scores, "happenings.given")


def _renamed(scores: Scores, family: str) -> Scores:
    """`happenings.pairwise.f1` as `family.f1`, `happenings.articles.right` as `family.articles`."""
    names = {name: name.removeprefix("happenings.") for name in scores}
    short = {
        name: rest.removeprefix("pairwise.").removesuffix(".right") for name, rest in names.items()
    }
    return {f"{family}.{short[name]}": score for name, score in scores.items()}


def events_of(path: Path) -> Path:
    """The events that a happenings file groups: happenings_x.json stands beside events_x.jsonl."""
    return path.with_name(path.name.replace("happenings", "events") + "l")


def pages_apart(path: Path) -> Scores:
    """Pages taken apart: articles, their heads and bodies, what each line is."""
    pages = pages_in(gold.pages_of(path))

    def read(key: str) -> tuple[str, Cut]:
        source = page_text(pages[key])
        return source.text, cut(source)

    return articles.score(json.loads(path.read_text(encoding="utf-8")), read=read)


def cameo_roots(path: Path) -> Scores:
    """PETRARCH2's records through the CAMEO mapping."""
    result = petr2.score(bare.lines(path))
    return {f"cameo.{name}.f1": score.f1 for name, score in result.items()}


def date_phrases(path: Path) -> Scores:
    """Dates as phrases with a base, without a page around them."""
    return dates.score(bare.lines(path), read=lambda phrase, base: resolve(phrase, base=base))


def actor_codes(path: Path) -> Scores:
    """Whose a phrase is, and of which sector, without an article around it."""
    return actors.score(bare.lines(path))


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
    Measure(pattern="*articles.json", score=pages_apart),
    Measure(pattern="events*.jsonl", score=deeds_and_speech),
    Measure(pattern="happenings*.json", score=happenings_read),
    Measure(pattern="happenings*.json", score=happenings_given),
    Measure(pattern="date_phrases*.jsonl", score=date_phrases),
    Measure(pattern="actor_codes*.jsonl", score=actor_codes),
    Measure(pattern="newscluster*.jsonl", score=story_groups),
    Measure(pattern="lineage*.jsonl", score=copies_and_origins),
    Measure(pattern="petr2*.jsonl", score=cameo_roots),
)


def gold_files(folder: Path) -> Iterator[Path]:
    """Every gold file of a folder that a measure knows, or the file itself."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
        if any(path.match(measure.pattern) for measure in MEASURES):
            yield path


def scores(path: Path) -> Scores:
    """All that is measured on one gold file."""
    found: dict[str, float] = {}
    for measure in MEASURES:
        if path.match(measure.pattern):
            found |= measure.score(path)
    return found


def digest(path: Path) -> str:
    """SHA-256 over a gold file and the pages it names: what a floor was measured on."""
    total = sha256(path.read_bytes())
    for page in sorted(_pages(path)):
        total.update(page.read_bytes())
    return total.hexdigest()


def _pages(path: Path) -> set[Path]:
    """The files that a gold file's own field `page` (or, for records, `file`) names."""
    if path.suffix == ".jsonl":
        named = {row.get("file") or row.get("page") or "" for row in bare.lines(path)}
    else:
        whole = json.loads(path.read_text(encoding="utf-8"))
        named = set(whole) if isinstance(whole, dict) else set()
    pages = gold.pages_of(path)
    return {pages / name for name in named - {""} if (pages / name).is_file()}
