"""Questions to the register. Every function takes the connection first and only reads.

Lists are newest first. A view is read in one short transaction, so its parts fit together.
"""

from regesta.store.query.article_questions import article, event, quote
from regesta.store.query.exports import (
    article_rows,
    event_rows,
    happening_rows,
    quote_rows,
    story_rows,
    tenure_rows,
)
from regesta.store.query.happening_questions import count_happenings, happening, happenings
from regesta.store.query.page_questions import (
    StoredPage,
    counts,
    find,
    page,
    readings,
    stored_page,
)
from regesta.store.query.rows import (
    ArticleEntry,
    ArticleRow,
    ArticleView,
    Counts,
    EventRow,
    EventView,
    HappeningEntry,
    HappeningRow,
    HappeningView,
    PageView,
    QuoteRow,
    QuoteView,
    ReportRow,
    StoryEntry,
    StoryRow,
    StoryView,
    TenureRow,
    TroubleRow,
    Want,
    Words,
)
from regesta.store.query.story_questions import stories, story
from regesta.store.query.trouble_questions import count_troubles, troubles

__all__ = [
    "ArticleEntry",
    "ArticleRow",
    "ArticleView",
    "Counts",
    "EventRow",
    "EventView",
    "HappeningEntry",
    "HappeningRow",
    "HappeningView",
    "PageView",
    "QuoteRow",
    "QuoteView",
    "ReportRow",
    "StoredPage",
    "StoryEntry",
    "StoryRow",
    "StoryView",
    "TenureRow",
    "TroubleRow",
    "Want",
    "Words",
    "article",
    "article_rows",
    "count_happenings",
    "count_troubles",
    "counts",
    "event",
    "event_rows",
    "find",
    "happening",
    "happening_rows",
    "happenings",
    "page",
    "quote",
    "quote_rows",
    "readings",
    "stored_page",
    "stories",
    "story",
    "story_rows",
    "tenure_rows",
    "troubles",
]
