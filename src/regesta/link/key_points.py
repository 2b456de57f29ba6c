"""Key points of a story: the sentences, five at most, verbatim, that carry its happenings."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regesta.link.origins import Origins
from regesta.link.told import Deed, Told
from regesta.model import QUADS, Happening, KeyPoint, Modality, Quad, Span

MOST_POINTS = 5

LEADING = (1.6, 1.3, 1.1)
"""Weights of the first, second and third sentence of an article that tell a deed: news begins with
what matters."""

HISTORY = 0.2
"""Weight of a happening that is only recalled, beside one that is news."""

NOT_DONE = 0.7
TALK = 0.8
"""So much less weigh what is ahead or denied, and words that do nothing."""

OFF_TOPIC = (0.25, 0.7)
"""Weights of a sentence with none or one of the words of the titles: what an article tells beside
its matter. With none of those that three or more titles share it is no key point at all. Read by
eye on newscluster.jsonl."""

LEANING = 0.6
"""Weight of a sentence that leans on the one before it, or is speech: "He nevertheless ..."."""

LEAST_TITLES = 3

SAME = 0.9
"""Share of its words that a sentence has in common with one that says the same."""

LEAST_GAIN = 0.1
"""Less of the first point's weight than this is no key point."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a story is about by the words of its titles; `sure` when three or more agree."""

    words: frozenset[str]
    sure: bool


def key_points(
    members: Sequence[tuple[Happening, Deed]],
    *,
    titles: Sequence[tuple[str, ...]],
    origins: Origins,
) -> tuple[KeyPoint, ...]:
    """At most five sentences for the weightiest happenings of one story, as the articles tell them.

    A sentence is taken from an article that copies nobody; one that carries several happenings
    weighs as much as they do together, one that has none of the words of the titles little. Fewer
    where fewer sentences carry a happening.
    """
    matter = Matter(words=_common(titles), sure=len(titles) >= LEAST_TITLES)
    sentences = _sentences(members, matter=matter, origins=origins)
    weights = {happening.id: _weight(happening) for happening, _ in members}
    order = {happening.id: place for place, (happening, _) in enumerate(members)}
    left = set(weights)
    chosen: list[tuple[Span, Sentence]] = []
    first = 0.0
    while left and len(chosen) < MOST_POINTS:
        span = max(sentences, key=lambda s: _rank(s, sentences[s], weights=weights, left=left))
        gain = _gain(sentences[span], weights=weights, left=left)
        if gain <= LEAST_GAIN * first:
            break
        first = first or gain
        left -= sentences[span].carried
        if not any(_says_again(sentences[span], sentence) for _, sentence in chosen):
            chosen.append((span, sentences[span]))
    chosen.sort(key=lambda point: (point[1].told.article.order, point[0].start))
    return tuple(
        KeyPoint(
            article=sentence.told.article.id,
            span=span,
            happenings=tuple(sorted(sentence.carried, key=order.__getitem__)),
        )
        for span, sentence in chosen
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that tells deeds: one of its events, its happenings, and its own weight."""

    told: Told
    carried: set[str]
    weight: float


def _says_again(sentence: Sentence, other: Sentence) -> bool:
    ours, theirs = set(sentence.told.event.sentence), set(other.told.event.sentence)
    return len(ours & theirs) >= SAME * min(len(ours), len(theirs))


Sentences = Mapping[Span, Sentence]


def _sentences(
    members: Sequence[tuple[Happening, Deed]], *, matter: Matter, origins: Origins
) -> Sentences:
    """The first evidence of every event of an article that is no copy, with its happenings."""
    found: dict[Span, Sentence] = {}
    for happening, deed in members:
        own = [told for told in deed if origins[told.article.id].copy is None]
        for told in own or deed[:1]:
            span = told.event.evidence
            if span not in found:
                found[span] = Sentence(told, set(), _place(told) * _fit(told, matter=matter))
            found[span].carried.add(happening.id)
    return found


def _common(titles: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The words that two titles of the story have; all of the titles where there are only two."""
    told = Counter(word for title in titles for word in set(title))
    least = 1 if len(titles) < LEAST_TITLES else 2
    return frozenset(word for word, number in told.items() if number >= least)


def _fit(told: Told, *, matter: Matter) -> float:
    """How well the sentence stands for the story: on its matter, and by itself."""
    if not matter.words:
        topical = 1.0
    else:
        shared = len(matter.words & set(told.event.sentence))
        topical = OFF_TOPIC[shared] if shared < len(OFF_TOPIC) else 1.0
        if matter.sure and not shared:
            return 0.0
    return topical * (LEANING if told.event.leaning else 1.0)


def _weight(happening: Happening) -> float:
    """Origins count most; history, talk and what was not done count less."""
    weight = happening.origins + 0.1 * len(happening.articles)
    if happening.background:
        weight *= HISTORY
    if happening.modality is not Modality.ACTUAL:
        weight *= NOT_DONE
    talk = (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)
    return weight * (TALK if QUADS[happening.type] in talk else 1.0)


def _gain(sentence: Sentence, *, weights: Mapping[str, float], left: set[str]) -> float:
    """What the sentence adds to those that are chosen already."""
    total = sum(sorted(weights[id] for id in sentence.carried & left))
    return round(total * sentence.weight, 9)


def _rank(
    span: Span, sentence: Sentence, *, weights: Mapping[str, float], left: set[str]
) -> tuple[float, int, tuple[str, str], int]:
    """Its gain; of equals the earliest article's, then the first on the page."""
    published, id = sentence.told.article.order
    day = sentence.told.article.day or 10**7
    gain = _gain(sentence, weights=weights, left=left)
    return (gain, -day, _reverse(published, id), -span.start)


def _place(told: Told) -> float:
    """The place of the sentence among those of its article that tell something."""
    starts = sorted({event.evidence.start for event in told.article.events})
    place = starts.index(told.event.evidence.start)
    return LEADING[place] if place < len(LEADING) else 1.0


def _reverse(*texts: str) -> tuple[str, str]:
    """Texts for which the largest is what was the smallest."""
    first, second = (
        "".join(chr(0x10FFFF - ord(c)) for c in text) + chr(0x10FFFF) for text in texts
    )
    return first, second


def by_story(
    happenings: Sequence[Happening], *, deeds: Sequence[Deed]
) -> Mapping[str | None, list[tuple[Happening, Deed]]]:
    """The happenings of each story with their deeds, in order of telling."""
    found: dict[str | None, list[tuple[Happening, Deed]]] = defaultdict(list)
    for happening, deed in zip(happenings, deeds, strict=True):
        found[happening.story].append((happening, deed))
    return found
