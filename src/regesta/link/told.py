"""One telling of a deed: an event with its article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.link.common import plain_words
from regesta.link.deeds import SPEECH
from regesta.link.keys import ArticleKeys, EventKeys
from regesta.model import QUADS, Quad


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the article that tells it, and the words for what that is about."""

    event: EventKeys
    article: ArticleKeys
    about: frozenset[str]

    @property
    def order(self) -> tuple[str, str, str]:
        """Time order of the telling, then ids."""
        return (*self.article.order, self.event.id)


def tellings(article: ArticleKeys) -> list[Told]:
    """The events of an article."""
    about = _about(article)
    return [Told(event, article, about) for event in article.events]


def _about(article: ArticleKeys) -> frozenset[str]:
    """The words of an article that say what it is about: not countries, nor who speaks for them."""
    persons = (
        party.person for event in article.events for party in (*event.actors, *event.recipients)
    )
    words = {word for word in article.words if not word.isdigit()}
    return frozenset(words.difference(plain_words(), SPEECH, *persons))


def of_two_matters(left: Told, right: Told) -> bool:
    """Whether both are charges, demands, refusals or threats of pages about quite other things.

    One state has several against another in one week, in the same words of one minister.
    """
    speech = QUADS[left.event.type] is Quad.VERBAL_CONFLICT
    return speech and left.about.isdisjoint(right.about)


Deed = Sequence[Told]
"""The events that report one deed, the earliest telling first."""


def joined(parts: Sequence[Deed], *, groups: Iterable[Sequence[int]]) -> list[Deed]:
    """The tellings of each group of parts, the earliest first."""
    return [
        sorted((told for i in group for told in parts[i]), key=lambda told: told.order)
        for group in groups
    ]
