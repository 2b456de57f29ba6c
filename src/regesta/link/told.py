"""One telling of a deed: an event with its article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.link.common import plain_words
from regesta.link.deeds import SPEECH
from regesta.link.keys import ArticleKeys, EventKeys
from regesta.model import QUADS, EventType, Quad


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


SAID = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.THREATEN}
    | {EventType.ACCUSE, EventType.REQUEST, EventType.REJECT}
)
"""Types of what is only said, of which two states have several in one week."""

ONE_MATTER = 0.3
"""Share of the words of the shorter page from which two pages of one outlet are about one thing:
.25 at most in affairs of two quarrels, .38 where one outlet tells one charge twice."""


def said_again(left: Told, right: Told) -> bool:
    """Whether one outlet tells the like once more, as news and on a page about something else."""
    ours, theirs = left.event, right.event
    if ours.type not in SAID or left.article.outlet != right.article.outlet:
        return False
    told = ours.recalled or theirs.recalled or ours.news is None or theirs.news is None
    fewer = max(1, min(len(left.about), len(right.about)))
    return (
        not told and ours.news != theirs.news and len(left.about & right.about) < ONE_MATTER * fewer
    )


Deed = Sequence[Told]
"""The events that report one deed, the earliest telling first."""


def joined(parts: Sequence[Deed], *, groups: Iterable[Sequence[int]]) -> list[Deed]:
    """The tellings of each group of parts, the earliest first."""
    return [
        sorted((told for i in group for told in parts[i]), key=lambda told: told.order)
        for group in groups
    ]
