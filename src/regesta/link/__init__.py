"""Many readings to copies, stories and happenings: no raw page, no clock, no disk.

The steps, in order: keys (one article at a time; only these are kept), passages less template,
overlaps (a join on shared passages), copies, origins, stories, deeds completed by what other pages
say of their persons, happenings with their origins, disputes, and what furnishes a story: topics,
key points, related stories. Each takes records and returns new ones; `link_keys` is their table.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from regesta.link.copies import find_copies
from regesta.link.disputes import find_disputes
from regesta.link.engine import Duck, Engine
from regesta.link.happenings import describe, group_events
from regesta.link.key_points import by_story, key_points
from regesta.link.keys import ArticleKeys, keys
from regesta.link.origins import Origins, find_origins
from regesta.link.passages import overlaps, own_passages
from regesta.link.pending import complete
from regesta.link.related import profile, related
from regesta.link.stories import group_stories
from regesta.link.told import Deed
from regesta.link.topics import hashtags, topics
from regesta.model import Happening, Links, Padding, Reading, Story

__all__ = ["ArticleKeys", "keys", "link", "link_keys"]


def link(readings: Iterable[Reading]) -> Links:
    """All links among the articles of `readings`; teasers have no body and are left out.

    Texts are not held: each reading is reduced to its keys as it comes. The result depends on the
    set of readings alone, not on their order; a reading that comes twice counts once.
    """
    return link_keys(article for reading in readings for article in keys(reading))


def link_keys(articles: Iterable[ArticleKeys], *, engine: Engine | None = None) -> Links:
    """`link` for articles whose keys are at hand already; in memory where no engine is given."""
    known = {article.id: article for article in articles}
    ordered = sorted(known.values(), key=lambda article: article.order)
    if engine is not None:
        return _linked(ordered, engine=engine)
    with closing(Duck()) as duck:
        return _linked(ordered, engine=duck)


def _linked(ordered: Sequence[ArticleKeys], *, engine: Engine) -> Links:
    """`link_keys` for articles in time order, each once."""
    own = own_passages(ordered, engine=engine)
    shared = overlaps(ordered, engine=engine, own=own)
    copies = find_copies(ordered, shared=shared)
    origins = find_origins(ordered, copies=copies)
    stories = group_stories(ordered, engine=engine, shared=shared, own=own, copies=copies)
    told_of, completed = complete(ordered, stories=stories)
    deeds = group_events(told_of, engine=engine, stories=stories)
    told = list(describe(deeds, stories=stories, origins=origins))
    happenings = tuple(happening for happening, _ in told)
    told_by_story = by_story(happenings, deeds=deeds)
    members = _members(stories, articles=ordered)
    stories = _furnished(stories, members=members, told=told_by_story, origins=origins)
    return Links(
        copies=copies,
        stories=_beside_each_other(stories, members=members, engine=engine),
        happenings=happenings,
        confirmations=tuple(confirmation for _, confirmation in told),
        disputes=find_disputes(deeds, happenings=happenings, origins=origins),
        padding=tuple(_padding(article) for article in ordered),
        completed=completed,
    )


Members = Mapping[str, Sequence[ArticleKeys]]
"""By the id of a story its articles."""


def _members(stories: Iterable[Story], *, articles: Iterable[ArticleKeys]) -> Members:
    known = {article.id: article for article in articles}
    return {story.id: [known[id] for id in story.articles] for story in stories}


def _furnished(
    stories: Iterable[Story],
    *,
    members: Members,
    told: Mapping[str | None, Sequence[tuple[Happening, Deed]]],
    origins: Origins,
) -> tuple[Story, ...]:
    """The stories with their topics, hashtags and key points."""
    return tuple(
        replace(
            story,
            topics=topics(members[story.id]),
            hashtags=hashtags(members[story.id]),
            key_points=key_points(
                told.get(story.id, ()),
                titles=[article.title_words for article in members[story.id]],
                origins=origins,
            ),
        )
        for story in stories
    )


def _beside_each_other(
    stories: Iterable[Story], *, members: Members, engine: Engine
) -> tuple[Story, ...]:
    """The stories, each with those nearest to it."""
    stories = tuple(stories)
    profiles = [profile(story, articles=members[story.id]) for story in stories]
    near = related(profiles, engine=engine)
    return tuple(replace(story, related=near[story.id]) for story in stories)


def _padding(article: ArticleKeys) -> Padding:
    measured = article.padding
    return Padding(
        article=article.id,
        sentences=measured.sentences,
        repeated=measured.repeated,
        bare=measured.bare,
    )
