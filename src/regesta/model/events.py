"""Events: who did what to whom, where, when, on whose word."""

from dataclasses import dataclass
from enum import StrEnum

from regesta.model.dates import When
from regesta.model.ids import make_id
from regesta.model.spans import Span


class EventType(StrEnum):
    """The 16 types of PLOVER 2.0; docs/codebook.md says what each is."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    SANCTION = "SANCTION"
    PROTEST = "PROTEST"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(StrEnum):
    """Verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


QUADS: dict[EventType, Quad] = {
    EventType.AGREE: Quad.VERBAL_COOPERATION,
    EventType.CONSULT: Quad.VERBAL_COOPERATION,
    EventType.SUPPORT: Quad.VERBAL_COOPERATION,
    EventType.CONCEDE: Quad.VERBAL_COOPERATION,
    EventType.COOPERATE: Quad.MATERIAL_COOPERATION,
    EventType.AID: Quad.MATERIAL_COOPERATION,
    EventType.RETREAT: Quad.MATERIAL_COOPERATION,
    EventType.REQUEST: Quad.VERBAL_CONFLICT,
    EventType.ACCUSE: Quad.VERBAL_CONFLICT,
    EventType.REJECT: Quad.VERBAL_CONFLICT,
    EventType.THREATEN: Quad.VERBAL_CONFLICT,
    EventType.SANCTION: Quad.VERBAL_CONFLICT,
    EventType.PROTEST: Quad.MATERIAL_CONFLICT,
    EventType.MOBILIZE: Quad.MATERIAL_CONFLICT,
    EventType.COERCE: Quad.MATERIAL_CONFLICT,
    EventType.ASSAULT: Quad.MATERIAL_CONFLICT,
}


class Modality(StrEnum):
    """Whether it happened: did, will, may, did not."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Sector(StrEnum):
    """What kind of body a party is."""

    GOV = "GOV"
    MIL = "MIL"
    LEG = "LEG"
    JUD = "JUD"
    SPY = "SPY"
    REB = "REB"
    IGO = "IGO"
    PTY = "PTY"
    MED = "MED"
    BUS = "BUS"
    CVL = "CVL"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party as the words name it.

    `country` is ISO 3166 alpha-3, an organisation's short name (`UN`), an armed group's name
    (`HAMAS`), or None when the words do not say. `rule` names how the words were resolved.
    """

    span: Span
    text: str
    name: str
    rule: str
    country: str | None = None
    sector: Sector = Sector.NONE
    person: str | None = None
    office: str | None = None


class PlacePrecision(StrEnum):
    """How small the place is that the words name."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the deed was done; `lat` and `lon` in degrees, None when not known."""

    span: Span
    text: str
    name: str
    precision: PlacePrecision
    rule: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in an event and what it counts: 13 documents, 2e9 dollars, 26 killed.

    `bound` is "", "at least", "at most" or "about", as the words hedge it.
    """

    span: Span
    text: str
    value: float
    what: str
    unit: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One deed told by one article; every slot points at its words or is empty."""

    page: str
    article: str
    type: EventType
    modality: Modality
    background: bool
    deed: Span
    evidence: tuple[Span, ...]
    rule: str
    mode: str = ""
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: When | None = None
    where: Place | None = None
    said_by: tuple[Party, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    @property
    def id(self) -> str:
        """Hash of the article, the deed's words and its parties: stable while those are."""
        sides = "|".join(f"{p.country}:{p.name}" for p in (*self.actors, *self.recipients))
        return make_id("e", self.article, self.deed.start, self.deed.end, self.type, sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Direct speech: the words between the marks, who spoke, and the cue ("said")."""

    page: str
    article: str
    span: Span
    sentence: Span
    rule: str
    speaker: Party | None = None
    cue: Span | None = None

    @property
    def id(self) -> str:
        """Hash of the article and the quoted words' place."""
        return make_id("q", self.article, self.span.start, self.span.end)
