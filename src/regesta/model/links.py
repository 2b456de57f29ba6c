"""What `link` makes of many readings: ids and reasons."""

from dataclasses import dataclass
from enum import StrEnum

from regesta.model.dates import When
from regesta.model.events import Event, EventType, Modality
from regesta.model.ids import make_id
from regesta.model.readings import Tenure
from regesta.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One article carries another's words; `share` is the part of its passages it shares (0-1).

    `kind` is "reprint" (nearly all), "shortened", "rewrite" (names its source), "passages",
    "edited" (the same text with words changed) or "sentences": too few to be a copy, so that the
    article keeps its own origin.
    """

    article: str
    origin: str
    kind: str
    share: float
    reason: str

    @property
    def folds(self) -> bool:
        """Whether the article stands under the other's origin."""
        return self.kind != "sentences"


class Relation(StrEnum):
    """How another story stands to this one in time."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A near story; `score` is 0 to 1, `reason` names the actors and words they share."""

    story: str
    relation: Relation
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A term of knowledge/data/topics.tsv; `code` is its IPTC QCode, None where we know none.

    `words` are those of the story's articles that it was told by.
    """

    name: str
    code: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A sentence, verbatim at its span, with the happenings it carries."""

    article: str
    span: Span
    happenings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one happening or one chain of closely tied ones; `articles` in time order.

    `related` has the nearest story first, `hashtags` are the pages' own, `key_points` stand
    as the articles tell them, the earliest article first.
    """

    seed: str
    title: str
    articles: tuple[str, ...]
    reason: str
    first: str | None = None
    last: str | None = None
    related: tuple[Related, ...] = ()
    topics: tuple[Topic, ...] = ()
    hashtags: tuple[str, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()

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


class Voucher(StrEnum):
    """On whose word an origin tells a deed."""

    PARTY = "party"  # one who took part in it
    THIRD = "third party"  # another state or body, or a medium that is quoted
    UNKNOWN = "unknown"  # somebody whose side the words do not tell: "an official"
    UNATTRIBUTED = "unattributed"  # nobody is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An article under an origin; `reason` says why it stands there, "" for its own reporting.

    `copy_of` is the article whose words it carries.
    """

    article: str
    outlet: str
    reason: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent origin: whose reporting it is, on the word of which primary sources.

    `vouched` is the strongest of the sources: a third party, then a party, then unknown.
    """

    reporter: str
    sources: tuple[str, ...]
    vouched: Voucher
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who stands behind a happening; origins in the order of their reporters' names."""

    happening: str
    origins: tuple[Origin, ...]


class Slot(StrEnum):
    """What sources disagree on."""

    QUANTITY = "quantity"
    WHEN = "when"
    WHERE = "where"
    DEED = "deed"  # whether it was done at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event's word for a slot, at its span; `said_by` vouch for it, `reporter` reports it."""

    event: str
    article: str
    span: Span
    reporter: str
    said_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the values, written to be read ("at least 21", "denied"), and all who claim it."""

    value: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Values for one slot of one deed that cannot all be true, side by side.

    `happenings` are two where the value itself keeps the reports apart (done and denied). `what`
    is the thing counted, "" for the other slots.
    """

    happenings: tuple[str, ...]
    slot: Slot
    what: str
    sides: tuple[Side, ...]
    reason: str

    @property
    def id(self) -> str:
        """Hash of the happenings, the slot and what is counted."""
        return make_id("d", self.slot, self.what, *sorted(self.happenings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Padding:
    """How much of an article adds nothing: of `sentences`, so many repeat an earlier one, and so
    many more (`bare`) have no deed, quotation, name or number that did not stand there before."""

    article: str
    sentences: int
    repeated: int
    bare: int

    @property
    def share(self) -> float:
        """The part of the sentences that add nothing, 0 to 1."""
        return round((self.repeated + self.bare) / self.sentences, 3) if self.sentences else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """A deed that its page tells of a person without a country, with the words that say whose.

    `tenures` stand on other pages, or elsewhere on the same one.
    """

    event: Event
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that one linking pass made."""

    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    happenings: tuple[Happening, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    padding: tuple[Padding, ...] = ()
    completed: tuple[Completed, ...] = ()
