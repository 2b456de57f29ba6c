"""Copies found after the edits that syndication makes: recall and wrong hits, edit by edit.

python -m bench.copies [--originals N] [--others N]

Every edit is made of every original and linked beside all originals and as many other articles
in the same words. "found" are copies for which passages of the original were
shown, "folded" those put under its origin; a wrong hit is any other article that was shown.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from time import process_time

import click
from bench._newsroom import ADJECTIVES, NOUNS, VERBS, Newsroom, Subject, as_reading

from regesta.link import ArticleKeys, keys
from regesta.link.copies import find_copies
from regesta.link.engine import Duck
from regesta.link.passages import overlaps, own_passages

SENTENCES = 18
"""Sentences of an original: about 300 words, an ordinary agency report."""

Text = list[str]
Edit = Callable[[Text, Newsroom], Text]

BOILERPLATE = (
    "Subscribe to our letter and never miss a morning at the harbour with us.",
    "All rights reserved; what you read here may not be printed again elsewhere.",
    "Follow us for pictures, tides, and the weather of the coming weekend.",
)


def cut(share: float) -> Edit:
    """The first part of the text, as an editor cuts from the end."""
    return lambda text, room: text[: max(2, round(len(text) * share))]


def new_lead(text: Text, room: Newsroom) -> Text:
    """Two sentences of the outlet's own in place of the first two."""
    return [*room.sentences(room.subject(), number=2), *text[2:]]


def boilerplate(text: Text, room: Newsroom) -> Text:
    """The outlet's standing text around the copy."""
    return [BOILERPLATE[0], *text, *BOILERPLATE[1:]]


def reworded(share: float) -> Edit:
    """So large a share of all words replaced by others, dropped or doubled, at random places."""

    def edit(text: Text, room: Newsroom) -> Text:
        return [" ".join(_edited(sentence.split(), share=share, room=room)) for sentence in text]

    return edit


def _edited(words: list[str], *, share: float, room: Newsroom) -> Iterator[str]:
    for word in words:
        if room.chance.random() >= share:
            yield word
        elif room.chance.random() < 0.8:
            yield room.chance.choice(room.chance.choice((ADJECTIVES, NOUNS, VERBS)))


def mixed_in(text: Text, room: Newsroom) -> Text:
    """Half of the sentences among as many of the outlet's own."""
    half = room.chance.sample(text, len(text) // 2)
    mixed = [*half, *room.sentences(room.subject(), number=len(half))]
    room.chance.shuffle(mixed)
    return mixed


def two_sentences(text: Text, room: Newsroom) -> Text:
    """Two sentences of the copy in an article of the outlet's own."""
    mixed = [*room.chance.sample(text, 2), *room.sentences(room.subject(), number=8)]
    room.chance.shuffle(mixed)
    return mixed


EDITS: tuple[tuple[str, Edit], ...] = (
    ("cut to 60 %", cut(0.6)),
    ("cut to 30 %", cut(0.3)),
    ("new lead", new_lead),
    ("boilerplate", boilerplate),
    ("10 % of words edited", reworded(0.1)),
    ("30 % of words edited", reworded(0.3)),
    ("half the sentences mixed in", mixed_in),
    ("two sentences only", two_sentences),
)


def originals(number: int, *, room: Newsroom) -> list[tuple[Subject, Text]]:
    """Agency reports, each on a subject of its own."""
    subjects = [room.subject() for _ in range(number)]
    return [(subject, room.sentences(subject, number=SENTENCES)) for subject in subjects]


def keyed(texts: list[Text], *, subjects: list[Subject], first: int, day: int) -> list[ArticleKeys]:
    """The texts as articles of that day, each of another outlet."""
    return [
        article
        for number, (text, subject) in enumerate(zip(texts, subjects, strict=True))
        for article in keys(
            as_reading(first + number, text, subject=subject, day=date(2025, 3, day))
        )
    ]


def measure(edit: Edit, *, known: list[ArticleKeys], written: list[tuple[Subject, Text]]) -> str:
    """One line of figures for an edit."""
    room = Newsroom(7)
    subjects = [subject for subject, _ in written]
    texts = [edit(list(text), room) for _, text in written]
    edited = keyed(texts, subjects=subjects, first=10**6, day=2)
    articles = sorted([*known, *edited], key=lambda article: article.order)
    started = process_time()
    with closing(Duck()) as engine:
        shared = overlaps(articles, engine=engine, own=own_passages(articles, engine=engine))
    copies = {c.article: c for c in find_copies(articles, shared=shared)}
    seconds = process_time() - started
    number = len(written)
    found = folded = wrong = 0
    for original, query in zip(known[:number], edited, strict=True):
        hits = {a if b == query.id else b for a, b in shared if query.id in (a, b)}
        found += original.id in hits
        wrong += len(hits - {original.id})
        copy = copies.get(query.id)
        folded += copy is not None and copy.folds and copy.origin == original.id
    return (
        f"found {found / number:6.3f}   folded {folded / number:6.3f}   "
        f"wrong hits a query {wrong / number:5.3f}   {len(articles) / seconds:,.0f} articles/CPU-s"
    )


@click.command()
@click.option("--originals", "number", type=int, default=200, show_default=True)
@click.option("--others", type=int, default=2000, show_default=True)
def main(number: int, others: int) -> None:
    """Print a line an edit."""
    room = Newsroom(3)
    written = originals(number, room=room)
    beside = originals(others, room=room)
    known = keyed(
        [text for _, text in (*written, *beside)],
        subjects=[subject for subject, _ in (*written, *beside)],
        first=0,
        day=1,
    )
    for name, edit in EDITS:
        print(f"{name:28} {measure(edit, known=known, written=written)}")


if __name__ == "__main__":
    main()
