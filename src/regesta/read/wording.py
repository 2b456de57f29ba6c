"""Slots in the page's own words.

The parser sees straight apostrophes and no asides; what a slot quotes is what stands on the page.
"""

from dataclasses import replace
from typing import TypeVar

from regesta.model import Event, Party, Place, Quantity, Quote

Slot = TypeVar("Slot", Party, Place, Quantity)


def worded_event(event: Event, *, text: str) -> Event:
    """The event with the text of every slot as `text`, the page's, has it at the slot's span."""
    where = event.where
    return replace(
        event,
        actors=_parties(event.actors, text=text),
        recipients=_parties(event.recipients, text=text),
        said_by=_parties(event.said_by, text=text),
        where=where and _worded(where, text=text),
        quantities=tuple(_worded(quantity, text=text) for quantity in event.quantities),
    )


def worded_quote(quote: Quote, *, text: str) -> Quote:
    """The quote with its speaker as the page's `text` names it."""
    speaker = quote.speaker
    worded = speaker and _worded(speaker, text=text)
    return quote if worded is speaker else replace(quote, speaker=worded)


def _parties(parties: tuple[Party, ...], *, text: str) -> tuple[Party, ...]:
    return tuple(_worded(party, text=text) for party in parties)


def _worded(slot: Slot, *, text: str) -> Slot:
    words = slot.span.words(text)
    return slot if slot.text == words else replace(slot, text=words)
