"""An event slot by slot: the words, what they were read as, and the rule that read them."""

from collections.abc import Callable
from dataclasses import dataclass

from regesta.model import Event, Party, Span
from regesta.store.query import ArticleView
from regesta.web.countries import name_of
from regesta.web.reader import anchor, article_blocks
from regesta.web.shown import SECTOR_WORDS, day, known_by, number

# Kinds of marks and what they are called, in the order of the legend.
KINDS = {
    "actor": "actor",
    "deed": "deed",
    "recipient": "recipient",
    "place": "place",
    "date": "date",
    "said": "on whose word",
    "quote": "quote",
    "evidence": "evidence",
    "piece": "piece",
}
# Those the legend explains: the others are sentences and pieces, not slots.
SLOTS = ("actor", "deed", "recipient", "place", "date", "said", "quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """One filling of a slot. `span` is None when the page says it without words of its own."""

    words: str
    read_as: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One slot of an event; no cites means the article does not say."""

    name: str
    kind: str
    cites: tuple[Cite, ...]


def slots(event: Event, *, text: str) -> tuple[Slot, ...]:
    """All slots in reading order: who, did, to whom, where, when, on whose word, how many."""
    deed = Cite(
        words=event.deed.words(text), read_as=_deed(event), rule=event.rule, span=event.deed
    )
    return (
        Slot(name="actor", kind="actor", cites=_parties(event.actors)),
        Slot(name="deed", kind="deed", cites=(deed,)),
        Slot(name="recipient", kind="recipient", cites=_parties(event.recipients)),
        Slot(name="place", kind="place", cites=_where(event)),
        Slot(name="date", kind="date", cites=_when(event, text=text)),
        Slot(name="on whose word", kind="said", cites=_parties(event.said_by)),
        Slot(name="numbers", kind="evidence", cites=_numbers(event)),
    )


def places(article: ArticleView | None) -> Callable[[str, Span | None], str | None]:
    """A function from (kind, span) to the address of those words on a reader screen.

    Words the reader leaves out (a headline, say) are found on the page's anatomy.
    """
    if article is None:
        return lambda kind, span: None
    blocks = article_blocks(article.record, text=article.text, marks=())
    base = f"/articles/{article.row.id}"

    def address(kind: str, span: Span | None) -> str | None:
        if span is None:
            return None
        read = any(b.span.start < span.end and b.span.end > span.start for b in blocks)
        return f"{base}{'' if read else '?view=anatomy'}#{anchor(kind, span)}"

    return address


def _deed(event: Event) -> str:
    """ "consult", or "consult: mode" where a mode is known."""
    return f"{event.type.lower()}: {event.mode}" if event.mode else event.type.lower()


def _parties(parties: tuple[Party, ...]) -> tuple[Cite, ...]:
    """Parties as cites: name, office, country, sector, each where known."""
    return tuple(
        Cite(words=party.text, read_as=_party(party), rule=party.rule, span=party.span)
        for party in parties
    )


def _party(party: Party) -> str:
    """ "Aleksandr Lukashenko, president, Belarus (BLR), government"."""
    sector = SECTOR_WORDS.get(party.sector, "")
    name, land = party.person or party.name, _land(party.country)
    named = ("" if land.startswith(f"{name} (") else name, party.office, land, sector)
    return ", ".join(dict.fromkeys(part for part in named if part))


def _land(code: str | None) -> str:
    """ "Belarus (BLR)"; the code alone where it is all we know."""
    name = name_of(code) if code else ""
    return f"{name} ({code})" if name != (code or "") else name


def _where(event: Event) -> tuple[Cite, ...]:
    """The place with its precision, so that a country is never taken for a point."""
    place = event.where
    if place is None:
        return ()
    country = name_of(place.country) if place.country else ""
    named = dict.fromkeys(part for part in (place.name, country) if part)
    read_as = f"{', '.join(named)} ({place.precision})"
    return (Cite(words=place.text, read_as=read_as, rule=place.rule, span=place.span),)


def _when(event: Event, *, text: str) -> tuple[Cite, ...]:
    """The date with its precision and basis."""
    when = event.when
    if when is None:
        return ()
    words = when.span.words(text) if when.span else ""
    read_as = f"{day(when.value)} ({known_by(when)})"
    return (Cite(words=words, read_as=read_as, rule=when.rule, span=when.span),)


def _numbers(event: Event) -> tuple[Cite, ...]:
    """Numbers and what they count; they are cited inside the evidence, without a colour."""
    return tuple(
        Cite(
            words=found.text,
            read_as=" ".join(
                part for part in (found.bound, number(found.value), found.unit, found.what) if part
            ),
            rule=event.rule,
        )
        for found in event.quantities
    )
