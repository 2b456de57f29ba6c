"""Stories of a stream of foreign affairs: sagas and look-alikes, B-cubed with the one setting.

python -m bench.stories [--articles N] [--seed N]

The same few dyads come back day after day. An affair lends all its articles words, names and
places; a happening of it has some of its own, and each article takes from both and from what all
articles take from. Shares are set so that the cosines are those of real news: about .25 within a
story, .12 between two happenings of one affair, .08 between two affairs of one dyad, and .02
between others (measured on newscluster.jsonl, whose North Korean stories have .21 to .27, .09 to
.15 and .02).
"""

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations

import click
from bench._newsroom import LANDS, Newsroom
from evaluate.bare import article_id, reading
from evaluate.clusters import b_cubed

from regesta.link import link
from regesta.model import Reading

START = date(2025, 3, 1)
DAYS = 40
OUTLETS = 60


class Words:
    """Invented words, of which the first are taken most often."""

    def __init__(self, number: int, *, room: Newsroom, evenness: float = 1.0) -> None:
        self.chance = room.chance
        self.known = [room.name().lower() for _ in range(number)]
        self.sums = list(accumulate(1 / (rank + 3) ** evenness for rank in range(number)))

    def take(self) -> str:
        """One word."""
        return self.known[bisect(self.sums, self.chance.random() * self.sums[-1])]


@dataclass(frozen=True, slots=True)
class Affair:
    """A quarrel between two countries: its names, its words, those of the dyad."""

    lands: tuple[str, str]
    persons: tuple[str, ...]
    dyad: Words
    own: Words


@dataclass(frozen=True, slots=True)
class Happening:
    """What happens in an affair on a day; `names` are new with it."""

    affair: Affair
    day: date
    names: tuple[str, ...]
    own: Words


SHARES = (("all", 0.66), ("dyad", 0.05), ("affair", 0.13), ("happening", 0.16))
"""Of the words of an article so many are taken from what it shares with whom."""


class Desk:
    """Writes the stream; the same seed writes the same one."""

    def __init__(self, seed: int, *, dyads: int, affairs: int) -> None:
        self.room = Newsroom(seed)
        self.chance: random.Random = self.room.chance
        self.all = Words(9_000, room=self.room, evenness=0.8)
        pairs = self.chance.sample(list(combinations(LANDS, 2)), dyads)
        self.affairs = [affair for pair in pairs for affair in self._affairs(pair, number=affairs)]

    def _affairs(self, lands: tuple[str, str], *, number: int) -> Iterator[Affair]:
        leaders = tuple(f"{self.room.name()} {self.room.name()}" for _ in range(3))
        dyad = Words(40, room=self.room)
        for _ in range(number):
            envoys = tuple(f"{self.room.name()} {self.room.name()}" for _ in range(2))
            yield Affair(lands, leaders + envoys, dyad, Words(60, room=self.room))

    def happenings(self) -> Iterator[Happening]:
        """One for each affair every few days."""
        for affair in self.affairs:
            day = self.chance.randrange(6)
            while day < DAYS:
                names = tuple(self.room.name() for _ in range(3))
                yield Happening(
                    affair,
                    START + timedelta(days=day),
                    names,
                    Words(90, room=self.room, evenness=0.8),
                )
                day += self.chance.choice((1, 2, 3, 5, 8))

    def article(self, happening: Happening) -> dict[str, str]:
        """One telling as a gold line without its id and story."""
        length = round(self.chance.lognormvariate(5.4, 0.7))
        mix = self._mix(happening)
        names = [*happening.affair.lands, *happening.affair.persons, *happening.names]
        sentences = [self._sentence(mix, names=names) for _ in range(max(2, length // 12))]
        own = [happening.own.take() for _ in range(4)]
        title = " ".join([self.chance.choice(names[:4]), *own, happening.affair.own.take()])
        later = self.chance.choice((0, 0, 0, 1, 1, 2))
        return {
            "title": title,
            "text": "\n".join(sentences),
            "source": f"Outlet {self.chance.randrange(OUTLETS)}",
            "published": (happening.day + timedelta(days=later)).isoformat(),
        }

    def _mix(self, happening: Happening) -> Sequence[tuple[Words, float]]:
        """Whom the words come from, as shares that differ from article to article."""
        affair = happening.affair
        sources = {
            "all": self.all, "dyad": affair.dyad, "affair": affair.own, "happening": happening.own
        }  # fmt: skip
        return [(sources[name], share * self.chance.uniform(0.2, 1.8)) for name, share in SHARES]

    def _sentence(self, mix: Sequence[tuple[Words, float]], *, names: Sequence[str]) -> str:
        sources = [words for words, _ in mix]
        shares = [share for _, share in mix]
        picked = self.chance.choices(sources, weights=shares, k=self.chance.randint(8, 14))
        said = [words.take() for words in picked]
        said.insert(self.chance.randrange(1, len(said)), self.chance.choice(names))
        return f"{' '.join(said).capitalize()}."


def stream(number: int, *, seed: int, dyads: int = 8, affairs: int = 2) -> list[dict[str, str]]:
    """About `number` gold lines: most happenings are told by one to five outlets."""
    desk = Desk(seed, dyads=dyads, affairs=affairs)
    happenings = list(desk.happenings())
    desk.chance.shuffle(happenings)
    rows: list[dict[str, str]] = []
    for place, happening in enumerate(happenings):
        for _ in range(desk.chance.choice((1, 1, 2, 3, 3, 4, 5, 8))):
            rows.append({**desk.article(happening), "id": f"a{len(rows):05}", "story": str(place)})
        if len(rows) >= number:
            break
    return rows


def measure(rows: Sequence[dict[str, str]]) -> str:
    """One line of figures."""
    readings: list[Reading] = [reading(row) for row in rows]
    gold = {article_id(row): row["story"] for row in rows}
    found = {id: story.id for story in link(readings).stories for id in story.articles}
    cubed = b_cubed(found, gold=gold)
    sizes: dict[str, int] = defaultdict(int)
    for row in rows:
        sizes[row["story"]] += 1
    return (
        f"{len(rows)} articles, {len(sizes)} stories: B-cubed {cubed.f1:.3f} "
        f"(precision {cubed.precision:.3f}, recall {cubed.recall:.3f}), "
        f"{len(set(found.values()))} found"
    )


@click.command()
@click.option("--articles", type=int, default=610, show_default=True)
@click.option("--seeds", type=int, default=3, show_default=True)
def main(articles: int, seeds: int) -> None:
    """Print a line a stream: many dyads, few, and one saga alone."""
    for name, dyads, affairs in (("many dyads", 16, 1), ("few dyads", 8, 2), ("two", 2, 4)):
        for seed in range(seeds):
            rows = stream(articles, seed=seed, dyads=dyads, affairs=affairs)
            print(f"{name:12} {measure(rows)}")


if __name__ == "__main__":
    main()
