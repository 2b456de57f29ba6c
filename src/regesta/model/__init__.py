"""What flows: frozen records, enums and ids."""

from regesta.model.articles import Article, Dateline, Label, Piece, Role
from regesta.model.dates import Basis, When
from regesta.model.events import (
    QUADS,
    Event,
    EventType,
    Modality,
    Party,
    Place,
    PlacePrecision,
    Quad,
    Quantity,
    Quote,
    Sector,
)
from regesta.model.ids import make_id
from regesta.model.links import Copy, Happening, Links, Story
from regesta.model.readings import Reading, Tenure, Trouble
from regesta.model.spans import Given, Page, PageText, Span

__all__ = [
    "QUADS",
    "Article",
    "Basis",
    "Copy",
    "Dateline",
    "Event",
    "EventType",
    "Given",
    "Happening",
    "Label",
    "Links",
    "Modality",
    "Page",
    "PageText",
    "Party",
    "Piece",
    "Place",
    "PlacePrecision",
    "Quad",
    "Quantity",
    "Quote",
    "Reading",
    "Role",
    "Sector",
    "Span",
    "Story",
    "Tenure",
    "Trouble",
    "When",
    "make_id",
]
