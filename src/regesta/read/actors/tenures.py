"""The actor book's raw rows: who holds which office, on the page's own words."""

from regesta.model import Article, Span, Tenure
from regesta.read.actors.people import People


def tenures(article: Article, *, people: People) -> tuple[Tenure, ...]:
    """One row a person, office and country that the article's words give together."""
    seen = article.published.day if article.published is not None else None
    found: dict[tuple[str, str, str, bool], Tenure] = {}
    for one in people.known:
        if one.office is None or one.country is None or one.office.startswith("former"):
            continue  # the table calls leaders of oppositions and the like "former ...": no office
        row = Tenure(
            page=article.page,
            article=article.id,
            person=one.name,
            office=one.office,
            country=one.country,
            span=Span(page=article.page, start=one.start, end=one.end),
            rule=one.rule,
            former=one.former,
            seen=seen,
        )
        found.setdefault((row.person, row.office, row.country, row.former), row)
    return tuple(found.values())
