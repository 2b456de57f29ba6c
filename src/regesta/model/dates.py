"""When: an ISO date prefix whose length is its precision, with how it is known."""

from dataclasses import dataclass
from enum import StrEnum

from regesta.model.spans import Span


class Basis(StrEnum):
    """How a date is known, from the page's own words to what the source said."""

    META = "meta"  # JSON-LD, OpenGraph, meta elements
    GIVEN = "given"  # the source's own field (JSONL `published`, feed item)
    PAGE = "page"  # an absolute time line of the page
    DATELINE = "dateline"
    RELATIVE = "relative"  # "4 hours ago", "on Thursday", worked out from an anchor
    TEXT = "text"  # an absolute date in the running text
    URL = "url"
    NEIGHBOUR = "neighbour"  # an article of the same page


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date as precise as the words allow, never more.

    `value` is an ISO 8601 prefix: "2025", "2025-08", "2025-08-20", "2025-08-20T17:51+09:00".
    `rule` names the row of the table that read it; `span` its words, None when it has none.
    """

    value: str
    basis: Basis
    rule: str
    span: Span | None = None

    @property
    def precision(self) -> str:
        """year, month, day or minute: told by the length of the value."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.value), "minute")

    @property
    def day(self) -> str:
        """The date part: at most the first ten characters of the value."""
        return self.value[:10]
