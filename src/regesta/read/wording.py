"""Slots in the page's own words.

The parser sees straight apostrophes and no asides; what a slot quotes is what stands on the page.
"""

from dataclasses import replace

from regesta.model import Event, Party, Quote


def worded_event(event: Event, *, text: str) -> Event:
    """The event with the text of every slot as `text`, the page's, has it at the slot's span."""
    where = event.where
    return replace(
        event,
        actors=_parties(event.actors, text=text),
        recipients=_parties(event.recipients, text=text),
        said_by=_parties(event.said_by, text=text),
        where=where and replace(where, text=where.span.words(text)),
        quantities=tuple(replace(q, text=q.span.words(text)) for q in event.quantities),
    )


def worded_quote(quote: Quote, *, text: str) -> Quote:
    """The quote with its speaker as the page's `text` names it."""
    speaker = quote.speaker
    return replace(quote, speaker=speaker and replace(speaker, text=speaker.span.words(text)))


def _parties(parties: tuple[Party, ...], *, text: str) -> tuple[Party, ...]:
    return tuple(replace(party, text=party.span.words(text)) for party in parties)
