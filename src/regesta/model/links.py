"""What `link` makes of many readings: ids and reasons."""

from dataclasses import dataclass

from regesta.model.dates import When
from regesta.model.events import EventType, Modality
from regesta.model.ids import make_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One article carries another's words; `share` is the part of its passages it shares (0-1).

    `kind` is "reprint" (nearly all), "shortened", "rewrite" (names its source) or "passages".
    """

    article: str
    origin: str
    kind: str
    share: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one happening or one chain of closely tied ones; `articles` in time order."""

    seed: str
    title: str
    articles: tuple[str, ...]
    reason: str
    first: str | None = None
    last: str | None = None

    @property
    def id(self) -> str:
        """Hash of the article that founded the story."""
        return make_id("s", self.seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One deed with all the events that report it.

    `actors` and `recipients` are country or organisation codes; `origins` counts independent
    origins, `articles` the articles that tell it; `reasons` say how they were counted, one a line.
    """

    seed: str
    story: str | None
    type: EventType
    modality: Modality
    background: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    events: tuple[str, ...]
    articles: tuple[str, ...]
    origins: int
    reasons: tuple[str, ...]
    when: When | None = None
    place: str | None = None

    @property
    def id(self) -> str:
        """Hash of the event that founded the happening."""
        return make_id("h", self.seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that one linking pass made."""

    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    happenings: tuple[Happening, ...] = ()
