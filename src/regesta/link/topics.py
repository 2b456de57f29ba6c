"""Topics of a story: by the words of its articles, with the pages' own hashtags beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from regesta.knowledge.load import known, parts, rows
from regesta.link.keys import ArticleKeys
from regesta.link.words import words
from regesta.model import Topic

LEAST_WORDS = 3
"""An article is on a topic when so many of its words are the topic's; those of the title count as
in the keys, so one there needs one more."""

ONE_WORD = 4
"""One word alone may mean something else: it has to come so often."""

CARRIERS = 0.4
"""A story is on the topic when this share of its articles is."""

MOST_TOPICS = 5


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    code: str | None
    words: frozenset[str]


def topics(articles: Sequence[ArticleKeys]) -> tuple[Topic, ...]:
    """The topics of one story, that with most words first."""
    said: dict[str, Counter[str]] = {}
    carriers: Counter[str] = Counter()
    for article in articles:
        for name, found in _met(article).items():
            if sum(found.values()) >= (LEAST_WORDS if len(found) > 1 else ONE_WORD):
                carriers[name] += 1
                said.setdefault(name, Counter()).update(found)
    chosen = [t for t in _terms() if carriers[t.name] >= max(1, CARRIERS * len(articles))]
    chosen.sort(key=lambda term: (-said[term.name].total(), term.name))
    return tuple(
        Topic(name=term.name, code=term.code, words=_commonest(said[term.name]))
        for term in chosen[:MOST_TOPICS]
    )


def hashtags(articles: Sequence[ArticleKeys]) -> tuple[str, ...]:
    """The pages' own, that of most articles first; written as the first article writes them."""
    written: dict[str, str] = {}
    carriers: Counter[str] = Counter()
    for article in articles:
        tags = {tag.lstrip("#").casefold(): tag for tag in article.hashtags}
        for folded, tag in tags.items():
            written.setdefault(folded, tag)
            carriers[folded] += 1
    return tuple(written[tag] for tag in sorted(written, key=lambda tag: (-carriers[tag], tag)))


def _met(article: ArticleKeys) -> dict[str, dict[str, int]]:
    """By topic its words in an article, with how often each stands there."""
    met: dict[str, dict[str, int]] = {}
    named = _names()
    for word, count in zip(article.words, article.counts, strict=True):
        for name in named.get(word, ()):
            met.setdefault(name, {})[word] = count
    return met


@cache
def _names() -> dict[str, list[str]]:
    """By word the topics whose it is."""
    found: dict[str, list[str]] = {}
    for term in _terms():
        for word in term.words:
            found.setdefault(word, []).append(term.name)
    return found


def _commonest(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda word: (-counted[word], word)))


@cache
def _terms() -> tuple[_Term, ...]:
    return tuple(
        _Term(
            row["name"],
            known(row["code"]),
            frozenset(word for name in parts(row["words"]) for word in words(name)),
        )
        for row in rows("topics")
    )
