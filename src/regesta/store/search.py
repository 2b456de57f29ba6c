"""Looking up words in the articles, by the FTS5 index."""

import re
import sqlite3
from dataclasses import dataclass

SNIPPET_WORDS = 24
"""Words a snippet shows; about two lines on the screen."""

_MARK, _UNMARK = "\x02", "\x03"
_PART = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that holds the words; `snippet` is text in parts, with whether each matched.

    `name` is the page's name, `published` an ISO prefix or None.
    """

    article: str
    title: str | None
    publisher: str | None
    published: str | None
    name: str
    snippet: tuple[tuple[str, bool], ...]


def search(db: sqlite3.Connection, words: str, *, limit: int, offset: int = 0) -> tuple[Hit, ...]:
    """Articles that hold all the words, newest first; any input is safe.

    "Words in quotation marks" stand next to one another, a closing * looks up beginnings.
    Nothing but marks finds nothing.
    """
    query = match_query(words)
    if query is None:
        return ()
    rows = db.execute(_SEARCH, (SNIPPET_WORDS, query, limit, offset, query))
    return tuple(
        Hit(
            article=article,
            title=title,
            publisher=publisher,
            published=published,
            name=name,
            snippet=_parts(snippet or ""),
        )
        for article, title, publisher, published, name, snippet in rows
    )


_SEARCH = f"""
SELECT a.id, a.title, a.publisher, a.published, p.name,
       snippet(article_words, 1, '{_MARK}', '{_UNMARK}', ' … ', ?)
FROM (
    SELECT number FROM articles INDEXED BY articles_in_time_order
    WHERE number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)
    ORDER BY published_order DESC, id
    LIMIT ? OFFSET ?
) shown
JOIN article_words ON article_words.rowid = shown.number
JOIN articles a ON a.number = shown.number
JOIN pages p ON p.id = a.page
WHERE article_words MATCH ?
ORDER BY a.published_order DESC, a.id
"""
# Snippets are costly: the inner question picks the rows to show before any is cut. It walks the
# index of times, which ends early for a common word, and never fetches an article to sort it.


def count(db: sqlite3.Connection, words: str) -> int:
    """How many articles hold all the words."""
    query = match_query(words)
    if query is None:
        return 0
    sql = "SELECT count(*) FROM article_words WHERE article_words MATCH ?"
    return int(db.execute(sql, (query,)).fetchone()[0])


def match_query(words: str) -> str | None:
    """The user's words as an FTS5 query in which nothing but our own quotes is syntax."""
    phrases = []
    for phrase, word in _PART.findall(words.replace("\0", " ")):
        start = "*" if word.endswith("*") else ""
        said = (phrase or word).replace('"', " ")
        if any(character.isalnum() for character in said):
            phrases.append(f'"{said}"{start}')
    return " ".join(phrases) or None


def _parts(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces = re.split(f"({_MARK}[^{_UNMARK}]*{_UNMARK})", snippet)
    return tuple(
        (piece.strip(_MARK + _UNMARK), piece.startswith(_MARK)) for piece in pieces if piece
    )
