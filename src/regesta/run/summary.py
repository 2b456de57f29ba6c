"""What a run did, in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from regesta.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of one run: `read` pages were read now, `skipped` ones stood in the register;
    `waiting` ones, while a run goes on, are read when all of their site have come.

    `troubles` counts those of the pages read now and of inputs that never became a page; `bugs`
    are the pages among them that met an error in the program.
    """

    read: int = 0
    skipped: int = 0
    waiting: int = 0
    articles: int = 0
    events: int = 0
    quotes: int = 0
    troubles: int = 0
    bugs: int = 0

    def plus(self, readings: Iterable[Reading]) -> "Summary":
        """With the findings of more pages."""
        more: Counter[str] = Counter(asdict(self))
        for reading in readings:
            more["read"] += 1
            more["articles"] += len(reading.articles)
            more["events"] += len(reading.events)
            more["quotes"] += len(reading.quotes)
            more["troubles"] += len(reading.troubles)
            more["bugs"] += any(trouble.code == "bug" for trouble in reading.troubles)
        return Summary(**more)
