"""Many readings to copies, stories and happenings: no raw page, no clock, no disk.

The steps, in order: keys (one article at a time; only these are kept), passages less template,
overlaps (a join on shared passages), copies, origins, stories, happenings. Each takes records and
returns new ones; `link_keys` is their table.
"""

from collections.abc import Iterable

from regesta.link.copies import find_copies
from regesta.link.disputes import find_disputes
from regesta.link.happenings import describe, group_events
from regesta.link.keys import ArticleKeys, keys
from regesta.link.origins import find_origins
from regesta.link.passages import overlaps, own_passages
from regesta.link.stories import group_stories
from regesta.model import Links, Reading

__all__ = ["ArticleKeys", "keys", "link", "link_keys"]


def link(readings: Iterable[Reading]) -> Links:
    """All links among the articles of `readings`; teasers have no body and are left out.

    Texts are not held: each reading is reduced to its keys as it comes. The result depends on the
    set of readings alone, not on their order; a reading that comes twice counts once.
    """
    return link_keys(article for reading in readings for article in keys(reading))


def link_keys(articles: Iterable[ArticleKeys]) -> Links:
    """`link` for articles whose keys are at hand already."""
    known = {article.id: article for article in articles}
    ordered = sorted(known.values(), key=lambda article: article.order)
    own = own_passages(ordered)
    shared = overlaps(ordered, own=own)
    copies = find_copies(ordered, shared=shared)
    origins = find_origins(ordered, copies=copies)
    stories = group_stories(ordered, shared=shared, own=own, copies=copies)
    deeds = group_events(ordered, stories=stories)
    told = list(describe(deeds, stories=stories, origins=origins))
    happenings = tuple(happening for happening, _ in told)
    return Links(
        copies=copies,
        stories=stories,
        happenings=happenings,
        confirmations=tuple(confirmation for _, confirmation in told),
        disputes=find_disputes(deeds, happenings=happenings, origins=origins),
    )
