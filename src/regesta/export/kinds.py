"""The visible table of what can be exported, column by column.

docs/records.md is written from these tables; its test fails when one is changed alone.
"""

from typing import Any

from regesta.export import parts
from regesta.export.backing import CONFIRMATIONS, DISPUTES
from regesta.export.columns import Column, Kind
from regesta.export.tenures import TENURES
from regesta.knowledge import cameo_root
from regesta.store.query import (
    ArticleEntry,
    EventRow,
    HappeningEntry,
    QuoteRow,
    StoryEntry,
    article_rows,
    event_rows,
    happening_rows,
    quote_rows,
    story_rows,
)

EVENTS: Kind[EventRow] = Kind(
    name="events",
    says="One deed told by one article.",
    rows=event_rows,
    columns=(
        Column(name="id", says="the event", read=lambda row: row.event.id),
        Column(name="happening", says="the happening it reports", read=lambda row: row.happening),
        Column(name="article", says="the article that tells it", read=lambda row: row.article.id),
        Column(name="page", says="the page it stands on", read=lambda row: row.event.page),
        Column(name="name", says="the input's own name", read=lambda row: row.article.name),
        Column(name="url", says="address of the page", read=lambda row: row.article.url),
        Column(name="publisher", says="outlet, as named", read=lambda row: row.article.publisher),
        Column(
            name="published",
            says="when the article came out",
            read=lambda row: parts.when(row.article.published),
            parts=parts.WHEN,
        ),
        Column(name="type", says="one of the 16 types", read=lambda row: row.event.type.value),
        Column(name="mode", says="finer mode of the type", read=lambda row: row.event.mode),
        Column(
            name="cameo",
            says="CAMEO root code of type and mode",
            read=lambda row: cameo_root(row.event.type.value, row.event.mode),
        ),
        Column(
            name="modality",
            says="actual, planned, possible or negated",
            read=lambda row: row.event.modality.value,
        ),
        Column(name="background", says="told as history", read=lambda row: row.event.background),
        Column(
            name="actors",
            says="who did it",
            read=lambda row: parts.parties(row.event.actors),
            parts=parts.PARTY,
        ),
        Column(
            name="recipients",
            says="to whom",
            read=lambda row: parts.parties(row.event.recipients),
            parts=parts.PARTY,
        ),
        Column(
            name="when",
            says="date of the deed itself; never the publication date",
            read=lambda row: parts.when(row.event.when),
            parts=parts.WHEN,
        ),
        Column(
            name="where",
            says="place of the deed itself",
            read=lambda row: parts.place(row.event.where),
            parts=parts.PLACE,
        ),
        Column(
            name="said_by",
            says="who vouches for it when the outlet does not",
            read=lambda row: parts.parties(row.event.said_by),
            parts=parts.PARTY,
        ),
        Column(
            name="quantities",
            says="numbers and what they count",
            read=lambda row: parts.quantities(row.event.quantities),
            parts=parts.QUANTITY,
        ),
        Column(
            name="deed",
            says="the words of the deed",
            read=lambda row: parts.quoted_one(row.event.deed, words=row.evidence),
            parts=parts.QUOTED,
        ),
        Column(
            name="evidence",
            says="the sentences that state it",
            read=lambda row: parts.quoted(row.evidence),
            parts=parts.QUOTED,
        ),
        Column(name="rule", says="the rule that found it", read=lambda row: row.event.rule),
        Column(
            name="origins",
            says="independent origins of the happening",
            read=lambda row: row.origins,
        ),
        Column(
            name="articles",
            says="number of articles that tell the happening",
            read=lambda row: row.articles,
        ),
        Column(name="made_by", says="program, rules and model", read=lambda row: row.made_by),
    ),
)

QUOTES: Kind[QuoteRow] = Kind(
    name="quotes",
    says="Direct speech.",
    rows=quote_rows,
    columns=(
        Column(name="id", says="the quote", read=lambda row: row.quote.id),
        Column(name="article", says="the article it stands in", read=lambda row: row.article.id),
        Column(name="page", says="the page it stands on", read=lambda row: row.quote.page),
        Column(name="name", says="the input's own name", read=lambda row: row.article.name),
        Column(name="url", says="address of the page", read=lambda row: row.article.url),
        Column(name="publisher", says="outlet, as named", read=lambda row: row.article.publisher),
        Column(
            name="published",
            says="when the article came out",
            read=lambda row: parts.when(row.article.published),
            parts=parts.WHEN,
        ),
        Column(
            name="speaker",
            says="who spoke",
            read=lambda row: parts.party(row.quote.speaker),
            parts=parts.PARTY,
        ),
        Column(name="words", says="the words between the marks", read=lambda row: row.words),
        Column(
            name="span",
            says="where those words stand",
            read=lambda row: parts.span(row.quote.span),
            parts=parts.SPAN,
        ),
        Column(
            name="sentence",
            says="the sentence around them",
            read=lambda row: parts.span(row.quote.sentence),
            parts=parts.SPAN,
        ),
        Column(
            name="cue",
            says="the word that says somebody speaks",
            read=lambda row: parts.span(row.quote.cue),
            parts=parts.SPAN,
        ),
        Column(name="rule", says="the rule that found it", read=lambda row: row.quote.rule),
        Column(name="made_by", says="program, rules and model", read=lambda row: row.made_by),
    ),
)

ARTICLES: Kind[ArticleEntry] = Kind(
    name="articles",
    says="What pages are cut into.",
    rows=article_rows,
    columns=(
        Column(name="id", says="the article", read=lambda row: row.row.id),
        Column(name="page", says="the page it stands on", read=lambda row: row.row.page),
        Column(name="name", says="the input's own name", read=lambda row: row.row.name),
        Column(
            name="url",
            says="its own address, else the page's",
            read=lambda row: row.record.url or row.row.url,
        ),
        Column(
            name="role",
            says="main, related, teaser or update",
            read=lambda row: row.record.role.value,
        ),
        Column(name="title", says="headline", read=lambda row: row.record.title),
        Column(name="publisher", says="outlet, as named", read=lambda row: row.record.publisher),
        Column(name="author", says="author, as named", read=lambda row: row.record.author),
        Column(name="agency", says="wire agency credited", read=lambda row: row.record.agency),
        Column(
            name="dateline",
            says="place and date as the dateline writes them",
            read=lambda row: parts.dateline(row.record.dateline),
            parts=parts.DATELINE,
        ),
        Column(
            name="time_text", says="the time line as written", read=lambda row: row.record.time_text
        ),
        Column(
            name="published",
            says="when it came out",
            read=lambda row: parts.when(row.record.published),
            parts=parts.WHEN,
        ),
        Column(name="language", says="ISO 639 code", read=lambda row: row.record.language),
        Column(
            name="key_points",
            says="key points of the page",
            read=lambda row: list(row.record.key_points),
        ),
        Column(name="hashtags", says="hashtags", read=lambda row: list(row.record.hashtags)),
        Column(
            name="source_line", says='the "Source:" line', read=lambda row: row.record.source_line
        ),
        Column(
            name="span",
            says="from its first to its last piece",
            read=lambda row: parts.span(row.record.span),
            parts=parts.SPAN,
        ),
        Column(
            name="body",
            says="the body's spans",
            read=lambda row: parts.spans(row.record.body),
            parts=parts.SPAN,
        ),
        Column(
            name="copy_of",
            says="the article whose words it carries",
            read=lambda row: row.row.copy_of.origin if row.row.copy_of else None,
        ),
        Column(
            name="copy_kind",
            says="reprint, shortened, rewrite, passages or edited",
            read=lambda row: row.row.copy_of.kind if row.row.copy_of else None,
        ),
        Column(
            name="copy_share",
            says="part of its passages it shares, 0 to 1",
            read=lambda row: row.row.copy_of.share if row.row.copy_of else None,
        ),
        Column(
            name="copy_reason",
            says="why it counts as a copy",
            read=lambda row: row.row.copy_of.reason if row.row.copy_of else None,
        ),
        Column(name="story", says="the story it belongs to", read=lambda row: row.row.story),
        Column(
            name="padding",
            says="part of its sentences that repeat or have no fact of their own, 0 to 1",
            read=lambda row: row.padding,
        ),
        Column(name="rule", says="the rule that cut it out", read=lambda row: row.record.rule),
        Column(name="made_by", says="program, rules and model", read=lambda row: row.made_by),
    ),
)

STORIES: Kind[StoryEntry] = Kind(
    name="stories",
    says="Articles about one happening or a chain of closely tied ones.",
    rows=story_rows,
    columns=(
        Column(name="id", says="the story", read=lambda row: row.story.id),
        Column(name="title", says="its headline", read=lambda row: row.story.title),
        Column(name="first", says="day of its first article", read=lambda row: row.story.first),
        Column(name="last", says="day of its last article", read=lambda row: row.story.last),
        Column(
            name="articles",
            says="its articles in time order",
            read=lambda row: list(row.story.articles),
        ),
        Column(name="happenings", says="its happenings", read=lambda row: list(row.happenings)),
        Column(name="reason", says="why they belong together", read=lambda row: row.story.reason),
        Column(
            name="topics",
            says="topics, with the IPTC QCode where we know one, by the words of its articles",
            read=lambda row: parts.topics(row.story.topics),
            parts=parts.TOPIC,
        ),
        Column(
            name="hashtags",
            says="the pages' own hashtags",
            read=lambda row: list(row.story.hashtags),
        ),
        Column(
            name="key_points",
            says="the sentences that carry its happenings",
            read=lambda row: parts.key_points(row.story.key_points, words=row.key_points),
            parts=parts.POINT,
        ),
        Column(
            name="related",
            says="the nearest other stories",
            read=lambda row: parts.related(row.story.related),
            parts=parts.RELATED,
        ),
    ),
)

HAPPENINGS: Kind[HappeningEntry] = Kind(
    name="happenings",
    says="One deed with all the events that report it.",
    rows=happening_rows,
    columns=(
        Column(name="id", says="the happening", read=lambda row: row.happening.id),
        Column(name="story", says="the story it belongs to", read=lambda row: row.happening.story),
        Column(name="type", says="one of the 16 types", read=lambda row: row.row.type),
        Column(name="mode", says="finer mode of the type", read=lambda row: row.row.mode),
        Column(
            name="modality",
            says="actual, planned, possible or negated",
            read=lambda row: row.row.modality,
        ),
        Column(name="background", says="told as history", read=lambda row: row.row.background),
        Column(
            name="actors",
            says="country or organisation codes",
            read=lambda row: list(row.happening.actors),
        ),
        Column(
            name="recipients",
            says="country or organisation codes",
            read=lambda row: list(row.happening.recipients),
        ),
        Column(
            name="when",
            says="date of the deed itself",
            read=lambda row: parts.when(row.happening.when),
            parts=parts.WHEN,
        ),
        Column(name="place", says="place of the deed", read=lambda row: row.row.place),
        Column(name="place_country", says="its country", read=lambda row: row.row.place_country),
        Column(
            name="headline",
            says="title of the earliest article",
            read=lambda row: row.row.headline,
        ),
        Column(
            name="evidence",
            says="first sentence of the founding event",
            read=lambda row: row.row.evidence,
        ),
        Column(name="reported", says="day of the newest report", read=lambda row: row.row.reported),
        Column(
            name="origins",
            says="number of independent origins",
            read=lambda row: row.happening.origins,
        ),
        Column(
            name="articles",
            says="the articles that tell it",
            read=lambda row: list(row.happening.articles),
        ),
        Column(
            name="events",
            says="the events that report it",
            read=lambda row: list(row.happening.events),
        ),
        Column(
            name="reasons",
            says="how the origins were counted",
            read=lambda row: list(row.happening.reasons),
        ),
    ),
)

KINDS: dict[str, Kind[Any]] = {
    "events": EVENTS,
    "quotes": QUOTES,
    "articles": ARTICLES,
    "stories": STORIES,
    "happenings": HAPPENINGS,
    "tenures": TENURES,
    "confirmations": CONFIRMATIONS,
    "disputes": DISPUTES,
}
