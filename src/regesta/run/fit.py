"""Only what can be cited goes into the register; the rest is left out and counted."""

from collections.abc import Sequence
from dataclasses import replace

from regesta.model import Event, Reading, Span, Trouble
from regesta.store.check import event_spans


def fit(reading: Reading) -> Reading:
    """The reading without findings that stand twice, cite nothing or cite beyond the page.

    Each one left out is a trouble: it is a bug of the step that found it, yet no reason to lose
    the rest of the page.
    """
    seen: set[str] = set()
    troubles: list[Trouble] = []

    def fits(id: str, spans: Sequence[Span], *, home: str | None = None) -> bool:
        fault = None
        if id in seen:
            fault = "it stands twice"
        elif home is not None and home not in seen:
            fault = "its article is not there"
        elif not spans or not all(_is_on_page(span, reading=reading) for span in spans):
            fault = "it does not cite the page"
        else:
            seen.add(id)
        if fault:
            message = f"{id} was left out: {fault}."
            troubles.append(Trouble(step="run", code="unfit", message=message, page=reading.page))
        return not fault

    def tells(event: Event) -> bool:
        cited = tuple(event_spans(event)) if event.evidence else ()
        return fits(event.id, cited, home=event.article)

    checked = replace(
        reading,
        articles=tuple(
            article
            for article in reading.articles
            if fits(article.id, (article.span, *article.body))
        ),
        events=tuple(filter(tells, reading.events)),
        pending=tuple(filter(tells, reading.pending)),
        quotes=tuple(
            quote for quote in reading.quotes if fits(quote.id, (quote.span,), home=quote.article)
        ),
        tenures=tuple(
            tenure
            for number, tenure in enumerate(reading.tenures)
            if fits(f"tenure {number}", (tenure.span,), home=tenure.article)
        ),
    )
    return replace(checked, troubles=(*reading.troubles, *troubles))


def _is_on_page(span: Span, *, reading: Reading) -> bool:
    return span.page == reading.page and 0 <= span.start < span.end <= len(reading.text)
