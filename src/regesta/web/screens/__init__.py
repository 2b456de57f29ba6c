"""The screens: one visible table of addresses, each with the function that answers it."""

from collections.abc import Callable
from dataclasses import dataclass

from regesta.web.answers import Answer
from regesta.web.asks import Ask
from regesta.web.screens.actor_screens import actor, actors, person, persons
from regesta.web.screens.desk_screen import desk
from regesta.web.screens.disagreement_screen import disagreements
from regesta.web.screens.dyad_screens import dyad, dyads
from regesta.web.screens.happening_screens import event, happening
from regesta.web.screens.map_screen import world
from regesta.web.screens.matrix_screen import matrix
from regesta.web.screens.reader_screens import article, page
from regesta.web.screens.run_screens import runs, sources, troubles
from regesta.web.screens.search_screen import search
from regesta.web.screens.starred_screen import starred
from regesta.web.screens.story_screens import stories, story


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen: `path` as HTML, `stem` + ".json" (and ".csv" for a list) as data.

    A `paged` list has more rows than one screen shows.
    """

    part: str
    path: str
    stem: str
    answer: Callable[[Ask], Answer]
    list: bool = False
    paged: bool = False


def _list(part: str, path: str, answer: Callable[[Ask], Answer]) -> Screen:
    """A long list."""
    return Screen(part=part, path=path, stem=path, answer=answer, list=True, paged=True)


def _chart(part: str, path: str, answer: Callable[[Ask], Answer]) -> Screen:
    """A drawing with its table."""
    return Screen(part=part, path=path, stem=path, answer=answer, list=True)


def _record(part: str, path: str, answer: Callable[[Ask], Answer]) -> Screen:
    """One record."""
    return Screen(part=part, path=path, stem=path, answer=answer)


SCREENS = (
    Screen(part="desk", path="/", stem="/desk", answer=desk, list=True, paged=True),
    _list("desk", "/happenings", desk),
    _record("desk", "/happenings/{id}", happening),
    _record("desk", "/events/{id}", event),
    _list("stories", "/stories", stories),
    _record("stories", "/stories/{id}", story),
    _record("stories", "/articles/{id}", article),
    _record("stories", "/pages/{id}", page),
    _list("dyads", "/dyads", dyads),
    _chart("dyads", "/dyads/{actor}/{recipient}", dyad),
    _list("actors", "/actors", actors),
    _record("actors", "/actors/{id}", actor),
    _list("actors", "/persons", persons),
    _record("actors", "/persons/{id}", person),
    _chart("matrix", "/matrix", matrix),
    _chart("map", "/map", world),
    _list("disagreements", "/disagreements", disagreements),
    _list("search", "/search", search),
    _list("starred", "/starred", starred),
    _list("sources", "/sources", sources),
    _list("runs", "/runs", runs),
    _list("troubles", "/troubles", troubles),
)
