"""Related stories: the nearest others by actors and words, before, during and after."""

from calendar import month_name
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from regesta.link.common import COMMON_WORDS, country_words
from regesta.link.engine import Engine
from regesta.link.joins import neighbours
from regesta.link.keys import ArticleKeys, day_number
from regesta.model import Related, Relation, Story

MOST_RELATED = 6
NEIGHBOURS = 12
"""Stories with the same key that are looked at on either side in time, which keeps the cost of a
story flat."""

KEY_WORDS = 12
"""Words of a story that are its keys: those that most of its titles and bodies have."""

LEAST_SCORE = 0.2
"""Less than one shared dyad or a third of the key words relates nothing."""

MONTHS = frozenset(name.lower() for name in month_name if name)

DYAD, ACTORS, WORDS = 0.4, 0.2, 0.4
"""Weights of a shared dyad, of the share of actors and of the share of key words in common."""


MAIN = 0.2
"""The share of a story's news of two sides that makes a dyad, or an actor, one of its own. Read by
eye on newscluster.jsonl, where dyads named in passing tied a shooting to missile tests."""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a story is compared by; days are ordinals, None where no article is dated."""

    id: str
    first: int | None
    last: int | None
    dyads: frozenset[tuple[str, str]]
    actors: frozenset[str]
    words: frozenset[str]


def profile(story: Story, *, articles: Sequence[ArticleKeys]) -> Profile:
    """The dyads and actors of a story's news, and the words it returns to."""
    actors: Counter[str] = Counter()
    dyads: Counter[tuple[str, str]] = Counter()
    told = 0
    for event in (event for article in articles for event in article.events):
        if not event.background:
            sides = sorted({p.country for p in (*event.actors, *event.recipients) if p.country})
            actors.update(sides)
            dyads.update(combinations(sides, 2))
            told += len(sides) > 1
    counted: Counter[str] = Counter()
    for article in articles:
        counted.update(word for word in article.title_words if not _is_plain(word))
        counted.update(word for word in article.names if not _is_plain(word))
    ordered = sorted(counted, key=lambda word: (-counted[word], word))
    return Profile(
        id=story.id,
        first=day_number(story.first),
        last=day_number(story.last),
        dyads=frozenset(_main(dyads, of=told)),
        actors=frozenset(_main(actors, of=told)),
        words=frozenset(ordered[:KEY_WORDS]),
    )


def _main(counted: Counter[Kind], *, of: int) -> Iterator[Kind]:
    """Those that stand in a fair share of the news, not once in passing."""
    return (each for each, number in counted.items() if number >= MAIN * of)


def _is_plain(word: str) -> bool:
    return word in COMMON_WORDS or word in country_words() or word in MONTHS


def related(profiles: Sequence[Profile], *, engine: Engine) -> dict[str, tuple[Related, ...]]:
    """Story id -> its nearest others, the nearest first."""
    ordered = sorted(profiles, key=lambda p: (p.first is None, p.first or 0, p.id))
    near = _neighbours(ordered, engine=engine)
    found = {}
    for number, one in enumerate(ordered):
        scored = [(_score(one, ordered[other]), ordered[other]) for other in near[number]]
        nearest = sorted((pair for pair in scored if pair[0] >= LEAST_SCORE), key=_nearest)
        found[one.id] = tuple(
            Related(
                story=other.id,
                relation=_relation(one, other),
                score=score,
                reason=_reason(one, other),
            )
            for score, other in nearest[:MOST_RELATED]
        )
    return found


def _neighbours(ordered: Sequence[Profile], *, engine: Engine) -> Mapping[int, set[int]]:
    """By place in time order: the stories that share a dyad or a word, next to it in time."""
    keyed = ((i, key) for i, one in enumerate(ordered) for key in (*one.dyads, *one.words))
    near: dict[int, set[int]] = defaultdict(set)
    for left, right in neighbours(engine, keyed, reach=NEIGHBOURS):
        near[left].add(right)
        near[right].add(left)
    return near


def _score(left: Profile, right: Profile) -> float:
    dyad = DYAD if left.dyads & right.dyads else 0.0
    score = dyad + ACTORS * _share(left.actors, right.actors)
    return round(score + WORDS * _share(left.words, right.words), 3)


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _nearest(scored: tuple[float, Profile]) -> tuple[float, str]:
    return (-scored[0], scored[1].id)


def _relation(one: Profile, other: Profile) -> Relation:
    """Undated stories are told as if they ran beside it."""
    if None in (one.first, one.last, other.first, other.last):
        return Relation.DURING
    assert one.first is not None
    assert one.last is not None
    assert other.first is not None
    assert other.last is not None
    if other.last < one.first:
        return Relation.BEFORE
    return Relation.AFTER if other.first > one.last else Relation.DURING


def _reason(one: Profile, other: Profile) -> str:
    dyads = sorted(one.dyads & other.dyads)
    actors = sorted(one.actors & other.actors)
    shared = sorted(one.words & other.words)
    said = []
    if dyads:
        said.append("same dyad " + ", ".join(f"{a} and {b}" for a, b in dyads[:3]))
    elif actors:
        said.append("same actors " + ", ".join(actors[:4]))
    if shared:
        said.append("same words " + ", ".join(shared[:6]))
    return f"{'; '.join(said)}."
