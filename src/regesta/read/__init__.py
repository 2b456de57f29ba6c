"""Reading: one page in, one Reading out. STEPS is the order; a step sees what stands before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from regesta.model import (
    Article,
    Event,
    Label,
    Page,
    Quote,
    Reading,
    Role,
    SiteLines,
    Span,
    Tenure,
    Trouble,
)
from regesta.read.actors.at_home import placed_at_home
from regesta.read.actors.introductions import people_in
from regesta.read.actors.named_later import View, later_in
from regesta.read.actors.people import People
from regesta.read.actors.tenures import tenures
from regesta.read.articles import cut
from regesta.read.articles.damage import damaged_joints
from regesta.read.clock import next_day, runs_ahead
from regesta.read.events import MAX_SENTENCES, tell
from regesta.read.events.gate import is_sport
from regesta.read.events.vouchers import spoken as vouched_by_quotations
from regesta.read.naming import find_names
from regesta.read.pagetext import page_text
from regesta.read.quotes import quotes
from regesta.read.sentences import is_tokenised, parser_view
from regesta.read.source import Source
from regesta.read.wording import worded_event, worded_quote

CODED_LANGUAGES = frozenset({"en", None})  # events are read from English only, for now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the story steps made of one article."""

    article: Article
    people: People


def _cut(reading: Reading, source: Source) -> Reading:
    """Articles with their dates and pieces, furniture, and what was damaged."""
    made = cut(source)
    return replace(
        reading,
        articles=made.articles,
        furniture=made.furniture,
        troubles=(*reading.troubles, *made.troubles),
    )


def _tell(reading: Reading, source: Source) -> Reading:
    """Events, quotes and tenures of every article that has a body."""
    known = tuple(_Told(article=a, people=_people(a, source.text)) for a in reading.articles)
    everyone = _together([told.people for told in known])
    events: list[Event] = []
    pending: list[Event] = []
    spoken: list[Quote] = []
    held: list[Tenure] = []
    troubles: list[Trouble] = []
    for told in known:
        if not _is_read(told.article):
            continue
        own = told.people.known
        people = everyone if own == everyone.known else _together([told.people, everyone])
        article = told.article
        day = next_day(article, text=source.text)
        if day is not None and article.published is not None:
            article = replace(article, published=replace(article.published, value=day))
            troubles.append(runs_ahead(article, day=day))
        found = tell(article, text=source.text, people=people)
        quoted = quotes(told.article, text=source.text, scenes=found.scenes)
        if (found.events or found.pending) and not _on_sport(told.article, source.text):
            joints = _joints(told.article, reading=reading)
            whole = tuple(e for e in found.events if not _crosses(e, joints))
            events.extend(vouched_by_quotations(whole, quotes=quoted))
            pending.extend(e for e in found.pending if not _crosses(e, joints))
        spoken.extend(quoted)
        held.extend(tenures(told.article, people=told.people, text=source.text))
        if len(found.scenes) >= MAX_SENTENCES:
            troubles.append(_too_long(told.article))
    return replace(
        reading,
        events=tuple(events),
        pending=tuple(pending),
        quotes=tuple(spoken),
        tenures=tuple(held),
        troubles=(*reading.troubles, *troubles),
    )


def _is_read(article: Article) -> bool:
    """Whether an article has a body in a language that events are read from."""
    return (
        bool(article.body)
        and article.role is not Role.TEASER
        and (article.language in CODED_LANGUAGES)
    )


def _joints(article: Article, *, reading: Reading) -> tuple[Span, ...]:
    """Where words were lost in an article; the spacing of word-by-word dumps tells nothing."""
    if is_tokenised(article.span.words(reading.text)):
        return ()
    return damaged_joints(article, troubles=reading.troubles)


def _crosses(event: Event, joints: tuple[Span, ...]) -> bool:
    """Whether a deed is told by a sentence in which words were lost."""
    return any(
        joint.start < told.end and told.start < joint.end
        for told in event.evidence
        for joint in joints
    )


def _on_sport(article: Article, text: str) -> bool:
    """Whether an article is about sport: its people speak, its teams do no deeds of states."""
    words = " ".join(span.words(text) for span in article.body)
    return is_sport(f"{article.title or ''} {words}")


def _people(article: Article, text: str) -> People:
    """Whom the article's own words explain, captions and decks included."""
    spans = [p.span for p in article.pieces if p.label in (Label.CAPTION, Label.DECK)]
    found: list[People] = []
    whole = article.span.words(text)
    on = article.published.value if article.published is not None else None
    tokenised = is_tokenised(whole)
    views: list[View] = []
    for span in (*article.body, *spans):
        view, offsets = parser_view(span.words(text), start=span.start, tokenised=tokenised)
        hits = find_names(view, article=whole, on=on)
        views.append((view, offsets, hits))
        found.append(people_in(view, hits=hits, offsets=offsets))
    people = _together(found)
    known = (*people.known, *later_in(views, known=people.known))
    place = article.dateline.place if article.dateline is not None else None
    return replace(people, known=placed_at_home(known, views, place=place, on=on))


def _together(found: Sequence[People]) -> People:
    """The people of several texts, in their order."""
    return People(
        known=tuple(one for people in found for one in people.known),
        written=frozenset(name for people in found for name in people.written),
    )


def _too_long(article: Article) -> Trouble:
    return Trouble(
        step="events",
        code="too-long",
        message=f"Only the first {MAX_SENTENCES} sentences of an article were read for events.",
        page=article.page,
        span=article.span,
    )


def _word(reading: Reading, source: Source) -> Reading:
    """Every slot as the page words it, whatever the parser was shown."""
    return replace(
        reading,
        events=tuple(worded_event(event, text=source.text) for event in reading.events),
        pending=tuple(worded_event(event, text=source.text) for event in reading.pending),
        quotes=tuple(worded_quote(quote, text=source.text) for quote in reading.quotes),
    )


STEPS: tuple[tuple[str, Callable[[Reading, Source], Reading]], ...] = (
    ("articles", _cut),
    ("events", _tell),
    ("words", _word),
)


def read_page(page: Page, *, made_by: str, site: SiteLines | None = None) -> Reading:
    """Everything that one page says, with the words for it; bad input becomes Troubles.

    `made_by` names the program, rules and model, so that a stale reading can be told. `site` are
    the lines that other pages of its site repeat.
    """
    source = page_text(page, site=site)
    reading = Reading(
        page=source.page,
        name=page.name,
        url=page.url,
        media_type=page.media_type,
        fetched_at=page.fetched_at,
        text=source.text,
        made_by=made_by,
        troubles=source.troubles,
    )
    for _, step in STEPS:
        reading = step(reading, source)
    return reading
