"""How much of an article adds nothing: sentences that repeat, or have no fact of their own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.link.words import capitalised, words
from regesta.model import Article, Event, Quote, Reading, Span
from regesta.text import split_sentences

REPEATED = 0.8
"""A sentence with this share of its content words in one earlier sentence says it again."""

LEAST_WORDS = 4
"""Shorter sentences are neither: "He did not." may be the news."""

_NUMBER = re.compile(r"\d[\d.,:]*")


@dataclass(frozen=True, slots=True)
class Measured:
    """Sentences of a body, those that repeat an earlier one, and bare others."""

    sentences: int
    repeated: int
    bare: int


def measure(
    article: Article, *, reading: Reading, events: Iterable[Event], quotes: Iterable[Quote]
) -> Measured:
    """The sentences of the body, counted."""
    facts = [span for event in events for span in event.evidence]
    facts += [quote.span for quote in quotes]
    earlier: list[frozenset[str]] = []
    known: set[str] = set()
    total = repeated = bare = 0
    for start, end in _sentences(article, text=reading.text):
        sentence = reading.text[start:end]
        said = frozenset(words(sentence))
        told = {*capitalised(sentence), *_NUMBER.findall(sentence)}
        total += 1
        if len(said) >= LEAST_WORDS:
            if any(len(said & other) >= REPEATED * len(said) for other in earlier):
                repeated += 1
            elif told <= known and not _touched(start, end, by=facts):
                bare += 1
        earlier.append(said)
        known |= told
    return Measured(total, repeated, bare)


def _sentences(article: Article, *, text: str) -> Iterable[tuple[int, int]]:
    for span in article.body:
        yield from split_sentences(text, start=span.start, end=span.end)


def _touched(start: int, end: int, *, by: Sequence[Span]) -> bool:
    return any(span.start < end and start < span.end for span in by)
