"""Score quotes: right when the sentence and the speaker agree (codebook, section 4).

python -m evaluate.quotes --gold GOLD.jsonl [--wrong]
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from evaluate.events import Score, shares_sentence
from evaluate.gold import GoldQuote, load
from evaluate.matching import largest
from evaluate.reading import Pair, pairs
from regesta.model import Quote

TITLE = re.compile(
    r"mrs?|ms|dr|sir|the|an?|of|president|prime|foreign|defen[cs]e|minister|secretary|general"
    r"|chancellor|spokes(man|woman|person)|his|her|its"
)
"""Words that tell no speaker from another."""


def score(laid: Iterable[Pair]) -> dict[str, Score]:
    """Two lines: the quoted words found, and found with the right speaker."""
    laid = list(laid)
    found = sum(len(pair.quotes) for pair in laid)
    wanted = sum(len(pair.gold.quotes) for pair in laid)
    matched = [(pair, match(pair)) for pair in laid]
    right = sum(
        same_speaker(pair.gold.quotes[gold].speaker, quote=pair.quotes[hit])
        for pair, hits in matched
        for gold, hit in hits.items()
    )
    return {
        "sentence": Score(right=sum(len(hits) for _, hits in matched), found=found, wanted=wanted),
        "and speaker": Score(right=right, found=found, wanted=wanted),
    }


def match(pair: Pair) -> dict[int, int]:
    """Gold index to found index: one sentence, and as many as can that begin alike."""
    return largest([_able(gold, pair=pair) for gold in pair.gold.quotes])


def _able(gold: GoldQuote, *, pair: Pair) -> dict[int, float]:
    """The found quotes that a gold quote may be matched with; 1 for one that begins alike."""
    return {
        index: float(_begins(gold, quote=quote, pair=pair))
        for index, quote in enumerate(pair.quotes)
        if shares_sentence((gold.sentence,), ((quote.span.start, quote.span.end),))
        or shares_sentence((gold.sentence,), ((quote.sentence.start, quote.sentence.end),))
    }


def _begins(gold: GoldQuote, *, quote: Quote, pair: Pair) -> bool:
    first = _words(gold.starts_with)[:3]
    return _words(quote.span.words(pair.text))[: len(first)] == first


def same_speaker(gold: str, *, quote: Quote) -> bool:
    """Whether a name as gold gives it and the program's speaker share a telling word."""
    if quote.speaker is None:
        return not gold
    names = (quote.speaker.text, quote.speaker.name, quote.speaker.person or "")
    found = {word for name in names for word in _words(name)}
    telling = {word for word in _words(gold) if not TITLE.fullmatch(word)}
    return bool(telling & found) or (not telling and set(_words(gold)) <= found)


def _words(text: str) -> Sequence[str]:
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", text).casefold())


def wrong(pair: Pair) -> Iterator[str]:
    """Missed quotes, extra ones and wrong speakers, with their words."""
    hits = match(pair)
    for index, gold in enumerate(pair.gold.quotes):
        said = None if index not in hits else pair.quotes[hits[index]]
        if said is None:
            yield f"MISSED {gold.speaker}: {_line(pair, interval=gold.sentence)}"
        elif not same_speaker(gold.speaker, quote=said):
            name = said.speaker.name if said.speaker else "nobody"
            told = _line(pair, interval=gold.sentence)
            yield f"SPEAKER gold {gold.speaker}, found {name} [{said.rule}]: {told}"
    for index, quote in enumerate(pair.quotes):
        if index not in hits.values():
            told = _line(pair, interval=(quote.sentence.start, quote.sentence.end))
            yield f"EXTRA [{quote.rule}] {told}"


def _line(pair: Pair, *, interval: tuple[int, int]) -> str:
    return " ".join(pair.text[interval[0] : interval[1]].split())


@click.command()
@click.option("--gold", "paths", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--pages", type=click.Path(path_type=Path), help="folder with the pages' texts")
@click.option("--wrong", "shown", is_flag=True, help="print what differs, with its words")
def main(paths: tuple[Path, ...], pages: Path | None, shown: bool) -> None:
    """Print the scores of the program's quotes against gold."""
    for path in paths:
        laid = list(pairs(load(path, pages=pages)))
        for name, line in score(laid).items():
            shares = f"P {line.precision:.3f} R {line.recall:.3f} F1 {line.f1:.3f}"
            print(f"{path.name} {name:12} {shares} of {line.found} found, {line.wanted} gold")
        for told in (told for pair in laid if shown for told in wrong(pair)):
            print(told)


if __name__ == "__main__":
    main()
