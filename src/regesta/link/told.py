"""One telling of a deed: an event with its article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.link.keys import ArticleKeys, EventKeys


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the article that tells it."""

    event: EventKeys
    article: ArticleKeys

    @property
    def order(self) -> tuple[str, str, str]:
        """Time order of the telling, then ids."""
        return (*self.article.order, self.event.id)


Deed = Sequence[Told]
"""The events that report one deed, the earliest telling first."""


def joined(parts: Sequence[Deed], *, groups: Iterable[Sequence[int]]) -> list[Deed]:
    """The tellings of each group of parts, the earliest first."""
    return [
        sorted((told for i in group for told in parts[i]), key=lambda told: told.order)
        for group in groups
    ]
