"""Questions to the register. Every function takes the connection first and only reads.

Lists are newest first. A view is read in one short transaction, so its parts fit together.

counts(db) -> Counts
happenings(db, *, want: Want, limit: int, offset: int) -> tuple[HappeningRow, ...]
count_happenings(db, *, want: Want) -> int
happening(db, id: str) -> HappeningView | None
stories(db, *, limit: int, offset: int) -> tuple[StoryRow, ...]
story(db, id: str) -> StoryView | None
article(db, id: str) -> ArticleView | None
event(db, id: str) -> EventView | None
quote(db, id: str) -> QuoteView | None
page(db, id: str) -> PageView | None
find(db, id: str) -> tuple[str, str] | None
troubles(db, *, limit: int, offset: int) -> tuple[TroubleRow, ...]
count_troubles(db) -> dict[tuple[str, str], int]
readings(db) -> Iterator[Reading]
event_rows(db) -> Iterator[EventRow], quote_rows(db) -> Iterator[QuoteRow],
article_rows(db) -> Iterator[ArticleEntry], story_rows(db) -> Iterator[StoryEntry],
happening_rows(db) -> Iterator[HappeningEntry], tenure_rows(db) -> Iterator[TenureRow]
"""
