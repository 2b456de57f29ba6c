"""One telling of a deed: an event with its article."""

from collections.abc import Sequence
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
