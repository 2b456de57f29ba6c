"""Key points of a story: the three to five sentences, verbatim, that carry its happenings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from regesta.link.happenings import Deed, Told
from regesta.link.origins import Origins
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


def key_points(
    members: Sequence[tuple[Happening, Deed]], *, origins: Origins
) -> tuple[KeyPoint, ...]:
    """At most five sentences for the weightiest happenings of one story, as the articles tell them.

    A sentence is taken from an article that copies nobody; one that carries several happenings
    weighs as much as they do together. Fewer where fewer sentences carry a happening.
    """
    sentences = _sentences(members, origins=origins)
    weights = {happening.id: _weight(happening) for happening, _ in members}
    order = {happening.id: place for place, (happening, _) in enumerate(members)}
    left = set(weights)
    chosen: list[tuple[Span, Told, frozenset[str]]] = []
    while left and len(chosen) < MOST_POINTS:
        span = max(sentences, key=lambda s: _gain(s, sentences, weights=weights, left=left))
        told, carried = sentences[span]
        if not carried & left:
            break
        chosen.append((span, told, frozenset(carried)))
        left -= carried
    chosen.sort(key=lambda point: (point[1].article.order, point[0].start))
    return tuple(
        KeyPoint(
            article=told.article.id,
            span=span,
            happenings=tuple(sorted(carried, key=order.__getitem__)),
        )
        for span, told, carried in chosen
    )


Sentences = Mapping[Span, tuple[Told, set[str]]]


def _sentences(members: Sequence[tuple[Happening, Deed]], *, origins: Origins) -> Sentences:
    """The first evidence of every event of an article that is no copy, with its happenings."""
    found: dict[Span, tuple[Told, set[str]]] = {}
    for happening, deed in members:
        own = [told for told in deed if origins[told.article.id].copy is None]
        for told in own or deed[:1]:
            found.setdefault(told.event.evidence, (told, set()))[1].add(happening.id)
    return found


def _weight(happening: Happening) -> float:
    """Origins count most; history, talk and what was not done count less."""
    weight = happening.origins + 0.1 * len(happening.articles)
    if happening.background:
        weight *= HISTORY
    if happening.modality is not Modality.ACTUAL:
        weight *= NOT_DONE
    talk = (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)
    return weight * (TALK if QUADS[happening.type] in talk else 1.0)


def _gain(
    span: Span, sentences: Sentences, *, weights: Mapping[str, float], left: set[str]
) -> tuple[float, int, tuple[str, str], int]:
    """What the sentence adds; of equals the earliest article's, then the first on the page."""
    told, carried = sentences[span]
    gain = round(sum(sorted(weights[id] for id in carried & left)) * _leading(told), 9)
    published, id = told.article.order
    return (gain, -(told.article.day or 10**7), _reverse(published, id), -span.start)


def _leading(told: Told) -> float:
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
