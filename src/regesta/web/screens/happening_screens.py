"""One deed: the happening with all its reports, and the event one article tells."""

from regesta.model import Event, Party
from regesta.store import query
from regesta.store.query import HappeningView
from regesta.web.answers import Answer
from regesta.web.asks import Ask, missing
from regesta.web.citation import Citation, cite
from regesta.web.marks import Mark
from regesta.web.reader import drawn, event_marks
from regesta.web.screens.story_screens import by_origin, flat
from regesta.web.shown import one_line
from regesta.web.slots import places, slots
from regesta.web.standing import standing

CHANGES_SHOWN = 50  # of one happening's history, the newest first


def happening(ask: Ask) -> Answer:
    """The deed, who reports it in which words, and why it is counted so."""
    view = query.happening(ask.db, ask.id)
    if view is None:
        raise missing("happening", id=ask.id)
    articles = {report.article.id: report.article for report in view.reports}
    facts = {
        "view": view,
        "row": view.row,
        "lines": flat(by_origin(articles.values())),
        "told": {id: _told(view, article=id) for id in articles},
        "disputes": query.disputes(ask.db, view.row.id),
        "origins": query.confirmations(ask.db, view.row.id),
        "changes": query.changes(ask.db, id=view.row.id, limit=CHANGES_SHOWN),
        "citation": _cited(view),
        "standing": standing(ask, (view.row.id,)),
    }
    title = one_line(view.row.headline or view.row.evidence or view.row.type, 120)
    return Answer(template="happening.html", title=title, facts=facts, record=view)


def _cited(view: HappeningView) -> Citation | None:
    """The citation by the earliest report."""
    if not view.reports:
        return None
    first = view.reports[0]
    return cite(first.article, evidence=first.evidence, id=view.row.id)


def _told(view: HappeningView, *, article: str) -> tuple[dict[str, object], ...]:
    """The events of one article that report the happening, their sentences drawn."""
    return tuple(
        {
            "event": report.event,
            "evidence": tuple(
                (span, drawn(span, words=words, marks=slot_marks(report.event)))
                for span, words in report.evidence
            ),
        }
        for report in view.reports
        if report.article.id == article
    )


def event(ask: Ask) -> Answer:
    """One event: every slot with its words and the rule that read it; empty slots say so."""
    view = query.event(ask.db, ask.id)
    if view is None:
        raise missing("event", id=ask.id)
    happened = query.happening(ask.db, view.happening) if view.happening else None
    marks = slot_marks(view.event)
    facts = {
        "view": view,
        "event": view.event,
        "sides": {
            "actors": _codes(view.event.actors),
            "recipients": _codes(view.event.recipients),
        },
        "slots": slots(view.event, text=view.text),
        "href": places(query.article(ask.db, view.article.id)),
        "evidence": tuple((s, drawn(s, words=words, marks=marks)) for s, words in view.evidence),
        "happening": happened,
        "origins": query.confirmations(ask.db, view.happening) if view.happening else (),
        "citation": cite(view.article, evidence=view.evidence, id=view.event.id),
        "standing": standing(ask, (view.happening,) if view.happening else ()),
    }
    record = {
        **{"event": view.event, "article": view.article, "happening": view.happening},
        **{"evidence": view.evidence, "made_by": view.made_by},
        "known_from": view.known_from,
        "reasons": happened.reasons if happened else (),
    }
    title = f"Event: {one_line(view.article.title or view.event.id, 120)}"
    return Answer(template="event.html", title=title, facts=facts, record=record)


def _codes(parties: tuple[Party, ...]) -> tuple[str, ...]:
    """Countries or organisations of one side, each once; a name where there is no code."""
    return tuple(dict.fromkeys(party.country or party.name for party in parties))


def slot_marks(event: Event) -> tuple[Mark, ...]:
    """The marks of an event's slots, without its sentences (they are what is drawn)."""
    return tuple(mark for mark in event_marks([event]) if mark.kind != "evidence")
