"""Score events as section 5 of the codebook counts them.

python -m evaluate.events --gold GOLD.jsonl [--pages FOLDER] [--rows EXPORT.jsonl]
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from evaluate.deeds import Deed, Interval, from_row
from evaluate.gold import GoldPage, load
from evaluate.matching import largest
from evaluate.reading import Pair, overlap, pairs

POOLED = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
SLOTS: tuple[tuple[str, Callable[[Deed], object]], ...] = (
    ("modality", lambda deed: deed.modality),
    ("background", lambda deed: deed.background),
    ("when", lambda deed: deed.when),
    ("where", lambda deed: deed.where),
    ("said by", lambda deed: deed.said_by - {""}),
)
SameKind = Callable[[Deed, Deed], bool]
LEVELS: tuple[tuple[str, SameKind], ...] = (
    ("strict", lambda gold, found: gold.type == found.type),
    ("same quad", lambda gold, found: gold.quad == found.quad),
    ("any type", lambda gold, found: True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Right, found and wanted, with the three shares; 0.0 where nothing can be divided."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that is found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Scores a level, right slots among the strict matches, and which type went for which."""

    levels: dict[str, Score]
    by_type: dict[str, Score]
    slots: dict[str, Score]
    confusion: Counter[tuple[str, str]]


def match(pair: Pair, *, same: SameKind) -> dict[int, int]:
    """Gold index to found index: the largest matching of one article, of these the most alike."""
    return largest([_able(gold, found=pair.deeds, same=same) for gold in pair.gold.deeds])


def _able(gold: Deed, *, found: Sequence[Deed], same: SameKind) -> dict[int, float]:
    """The found deeds that a gold deed may be matched with, and how alike they are."""
    return {
        i: _likeness(gold, deed)
        for i, deed in enumerate(found)
        if same(gold, deed) and agrees(gold, deed)
    }


def _likeness(gold: Deed, found: Deed) -> float:
    """How well a pair fits: right type first, then shared parties, right slots, shared words."""
    parties = len(gold.actors & found.actors) + len(gold.recipients & found.recipients)
    if gold.type in POOLED:
        pools = gold.actors | gold.recipients, found.actors | found.recipients
        parties = len(pools[0] & pools[1])
    slots = sum(read(gold) == read(found) for _, read in SLOTS)
    words = sum(overlap(a, b) for a in gold.evidence for b in found.evidence)
    return 100 * (gold.type == found.type) + 10 * parties + slots + min(words, 1000) / 1001


def agrees(gold: Deed, found: Deed) -> bool:
    """Whether parties and evidence agree, whatever the types."""
    return shares_sentence(gold.evidence, found.evidence) and shares_parties(gold, found)


def shares_sentence(gold: Sequence[Interval], found: Sequence[Interval]) -> bool:
    """Whether two evidence sentences are one: half of the shorter lies in the other.

    Sentence ends differ between splitters, so equal offsets would ask for too much.
    """
    return any(
        2 * overlap(a, b) >= max(1, min(a[1] - a[0], b[1] - b[0])) for a in gold for b in found
    )


def shares_parties(gold: Deed, found: Deed) -> bool:
    """Actors overlap, and recipients overlap or one side names none.

    In two-sided types the sides may be swapped; pooled sides must share two parties, or all of
    the smaller pool, so that a meeting of A with B is not matched by one of A with C.
    """
    if _sides(gold.actors, found.actors) and _told(gold.recipients, found.recipients):
        return True
    if gold.type not in POOLED:
        return False
    if _sides(gold.actors, found.recipients) and _told(gold.recipients, found.actors):
        return True
    one, other = gold.actors | gold.recipients, found.actors | found.recipients
    return bool(one and other) and len(one & other) >= min(2, len(one), len(other))


def _sides(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or not (one or other)


def _told(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def report(laid: Iterable[Pair]) -> Report:
    """Score all pairs together."""
    laid = list(laid)
    found = sum(len(pair.deeds) for pair in laid)
    wanted = sum(len(pair.gold.deeds) for pair in laid)
    matched = {name: [(p, match(p, same=same)) for p in laid] for name, same in LEVELS}
    levels = {
        name: Score(right=sum(len(m) for _, m in rows), found=found, wanted=wanted)
        for name, rows in matched.items()
    }
    hits = list(_hits(matched["strict"]))
    slots = {
        name: Score(
            right=sum(read(gold) == read(deed) for gold, deed in hits),
            found=len(hits),
            wanted=len(hits),
        )
        for name, read in SLOTS
    }
    return Report(
        levels=levels,
        by_type=_by_type(laid, hits=hits),
        slots=slots,
        confusion=Counter((g.type, f.type) for g, f in _hits(matched["any type"])),
    )


def _hits(rows: Iterable[tuple[Pair, dict[int, int]]]) -> Iterator[tuple[Deed, Deed]]:
    for pair, matched in rows:
        for gold, found in matched.items():
            yield pair.gold.deeds[gold], pair.deeds[found]


def _by_type(laid: Sequence[Pair], *, hits: Sequence[tuple[Deed, Deed]]) -> dict[str, Score]:
    right = Counter(gold.type for gold, _ in hits)
    found = Counter(deed.type for pair in laid for deed in pair.deeds)
    wanted = Counter(deed.type for pair in laid for deed in pair.gold.deeds)
    return {
        kind: Score(right=right[kind], found=found[kind], wanted=wanted[kind])
        for kind in sorted({*found, *wanted})
    }


def from_export(gold: Iterable[GoldPage], *, rows: Path) -> Iterator[Pair]:
    """Pairs from exported event rows instead of a fresh reading; a row joins by its `name`.

    An event belongs to the gold article in whose body its evidence begins.
    """
    with rows.open(encoding="utf-8") as lines:
        exported = [json.loads(line) for line in lines]
    for page in gold:
        deeds = [from_row(row) for row in exported if row["name"] == page.name]
        for article in page.articles:
            inside = [d for d in deeds if not article.body or _inside(d, body=article.body)]
            yield Pair(page=page.name, text="", gold=article, deeds=tuple(inside))


def _inside(deed: Deed, *, body: Sequence[Interval]) -> bool:
    return any(overlap(span, part) for span in deed.evidence for part in body)


def lines(result: Report) -> Iterator[str]:
    """The report as a table in plain text."""
    yield f"{'':12}{'P':>6}{'R':>6}{'F1':>6}{'right':>7}{'found':>7}{'gold':>6}"
    for name, score in [*result.levels.items(), *result.by_type.items()]:
        shares = f"{score.precision:6.3f}{score.recall:6.3f}{score.f1:6.3f}"
        yield f"{name:12}{shares}{score.right:7}{score.found:7}{score.wanted:6}"
    for name, slot in result.slots.items():
        yield f"{name:12}{slot.precision:6.3f} of {slot.found} strict matches"
    for (gold, found), count in result.confusion.most_common():
        if gold != found:
            yield f"gold {gold} found as {found}: {count}"


@click.command()
@click.option("--gold", "paths", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--pages", type=click.Path(path_type=Path), help="folder with the pages' texts")
@click.option("--rows", type=click.Path(path_type=Path), help="exported events, not a new reading")
def main(paths: tuple[Path, ...], pages: Path | None, rows: Path | None) -> None:
    """Print the scores of the program's events against gold."""
    for path in paths:
        gold = load(path, pages=pages)
        laid = from_export(gold, rows=rows) if rows else pairs(gold)
        print(path)
        for line in lines(report(laid)):
            print(f"  {line}")


if __name__ == "__main__":
    main()
