"""One shape for gold events, exported rows and the program's own events, so all compare alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.model import QUADS, Event, EventType

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What the codebook compares. Countries are codes; "" stands for a party without one."""

    type: str
    modality: str
    background: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    when: str | None
    where: str | None
    said_by: frozenset[str]
    evidence: tuple[Interval, ...]
    parties: str
    rule: str = "gold"
    id: str = ""

    @property
    def quad(self) -> str:
        """Verbal or material, cooperation or conflict."""
        return QUADS[EventType(self.type)].value


def from_row(row: Mapping[str, Any]) -> Deed:
    """A deed from a gold event or from a line of `regesta export --what events`."""
    when = row.get("when")
    where = row.get("where") or {}
    return Deed(
        type=row["type"],
        modality=row["modality"],
        background=bool(row["background"]),
        actors=_countries(row["actors"]),
        recipients=_countries(row["recipients"]),
        when=_day(when["value"] if isinstance(when, Mapping) else when),
        where=where.get("country") or None,
        said_by=_countries(row["said_by"]),
        evidence=tuple((span["start"], span["end"]) for span in row["evidence"]),
        parties=f"{_names(row['actors'])} > {_names(row['recipients'])}",
        rule=row.get("rule", "gold"),
        id=row.get("id", ""),
    )


def from_event(event: Event) -> Deed:
    """A deed from an event as the program reads it."""
    return Deed(
        type=event.type.value,
        modality=event.modality.value,
        background=event.background,
        actors=frozenset(party.country or "" for party in event.actors),
        recipients=frozenset(party.country or "" for party in event.recipients),
        when=_day(event.when.value if event.when else None),
        where=event.where.country if event.where else None,
        said_by=frozenset(party.country or "" for party in event.said_by),
        evidence=tuple((span.start, span.end) for span in event.evidence),
        parties=" > ".join(
            ", ".join(f"{party.text} {party.country or '?'}" for party in side) or "-"
            for side in (event.actors, event.recipients)
        ),
        rule=event.rule,
        id=event.id,
    )


def _countries(parties: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(party.get("country") or "" for party in parties)


def _names(parties: Sequence[Mapping[str, Any]]) -> str:
    return ", ".join(f"{party['text']} {party.get('country') or '?'}" for party in parties) or "-"


def _day(value: str | None) -> str | None:
    """Gold dates stop at the day, so a clock time is cut off before they are compared."""
    return value[:10] if value else None
