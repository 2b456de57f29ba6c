"""Export of who held which office."""

from regesta.export import parts
from regesta.export.columns import Column, Kind
from regesta.store.query import TenureRow, tenure_rows

TENURES: Kind[TenureRow] = Kind(
    name="tenures",
    says="Who held which office, on a page's own words.",
    rows=tenure_rows,
    columns=(
        Column(name="person", says="who", read=lambda row: row.tenure.person),
        Column(name="office", says="the office", read=lambda row: row.tenure.office),
        Column(name="country", says="whose office", read=lambda row: row.tenure.country),
        Column(name="former", says="the words say it is over", read=lambda row: row.tenure.former),
        Column(
            name="since",
            says="start of the office, where said",
            read=lambda row: parts.when(row.tenure.since),
            parts=parts.WHEN,
        ),
        Column(
            name="until",
            says="end of the office, where said",
            read=lambda row: parts.when(row.tenure.until),
            parts=parts.WHEN,
        ),
        Column(name="seen", says="day of the article", read=lambda row: row.tenure.seen),
        Column(name="words", says="the words that say so", read=lambda row: row.words),
        Column(
            name="span",
            says="where those words stand",
            read=lambda row: parts.span(row.tenure.span),
            parts=parts.SPAN,
        ),
        Column(name="article", says="the article that says so", read=lambda row: row.article.id),
        Column(name="page", says="the page it stands on", read=lambda row: row.tenure.page),
        Column(name="name", says="the input's own name", read=lambda row: row.article.name),
        Column(name="url", says="address of the page", read=lambda row: row.article.url),
        Column(name="rule", says="the rule that found it", read=lambda row: row.tenure.rule),
        Column(name="made_by", says="program, rules and model", read=lambda row: row.made_by),
    ),
)
