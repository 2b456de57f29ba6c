"""Whether a new article begins: weighted evidence over what stands between two stretches of text.

Weights and the threshold were set by reason and checked on dumps composed of news texts in
layouts with and without times, blank lines and publishers.
"""

from dataclasses import dataclass

from regesta.read.articles import datelines
from regesta.read.articles.cohesion import shared, signature
from regesta.read.articles.evidence import (
    AUTHOR,
    COPYRIGHT,
    LIST_HEADING,
    PUBLISHER,
    SIGN_OFF,
    TIME,
    TITLE,
)
from regesta.read.articles.lines import Line

THRESHOLD = 2.5
_ENOUGH = 1200  # characters of the next text that are compared with what came before
_LONG_LINE = 90  # words that make a line a possible article of its own


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two stretches of text: `between` may be empty.

    `before` is the article so far, `after` the next stretch, `single` says that the source gives
    one article a page.
    """

    before: list[Line]
    between: list[Line]
    after: list[Line]
    single: bool


def evidence(gap: Gap) -> dict[str, float]:
    """Every row that speaks for (+) or against (-) a new article, by name."""
    found: dict[str, float] = {}
    labels = {line.label for line in gap.between}
    titles = [line for line in gap.between if line.label == TITLE]
    for label, weight in _LABELS.items():
        if label in labels:
            found[label] = weight
    if any(line.repeats > 1 for line in titles):
        found["title-repeated"] = 2.5
    if _dated(gap):
        found["dateline-follows"] = 3.0
    if gap.between and max(line.gap for line in gap.between) >= 2:
        found["wide-gap"] = 0.7
    if gap.single:
        found["one-article-given"] = -3.0
    if sum(line.words for line in gap.after) < 20 and TIME not in labels:
        found["little-follows"] = -1.0
    found.update(_about(gap, titles=titles))
    return found


def begins(gap: Gap) -> bool:
    """Whether the evidence adds up to a new article."""
    return sum(evidence(gap).values()) >= THRESHOLD


_LABELS = {
    TITLE: 1.0,
    TIME: 3.0,
    PUBLISHER: 2.0,
    AUTHOR: 1.0,
    LIST_HEADING: 3.0,
    SIGN_OFF: 2.5,
    COPYRIGHT: 2.0,
}


def _dated(gap: Gap) -> bool:
    found = datelines.opening(gap.after[0].text)
    return found is not None and found.rule not in ("dateline.place-dash", "dateline.agency")


def _about(gap: Gap, *, titles: list[Line]) -> dict[str, float]:
    """What the words say: a headline belongs to what follows, another article shares little."""
    before = signature(_joined(gap.before, first=False))
    after = signature(_joined(gap.after, first=True))
    found = {"other-matter": _clip(14.0 * (0.2 - shared(before, after)), low=-3.0, high=2.0)}
    if titles:
        head = signature(titles[-1].text)
        ahead, back = shared(head, after), shared(head, before)
        found["title-about-text"] = _clip(2.5 * (ahead - back), low=-1.5, high=2.0)
    elif not gap.between:
        found["no-header"] = -0.5 if _stands_alone(gap) else -2.5
    return found


def _stands_alone(gap: Gap) -> bool:
    return gap.after[0].words >= _LONG_LINE and gap.before[-1].words >= _LONG_LINE


def _joined(lines: list[Line], *, first: bool) -> str:
    """The text nearest to the border's far side that is worth comparing."""
    parts: list[str] = []
    size = 0
    for line in lines if first else reversed(lines):
        parts.append(line.text)
        size += len(line.text)
        if size > (_ENOUGH if first else 3 * _ENOUGH):
            break
    return "\n".join(parts)


def _clip(value: float, *, low: float, high: float) -> float:
    return max(low, min(high, value))
