"""The screens: one visible table of addresses, each with the function that answers it."""

from collections.abc import Callable
from dataclasses import dataclass

from regesta.web.answers import Answer
from regesta.web.asks import Ask
from regesta.web.screens.desk_screen import desk
from regesta.web.screens.happening_screens import event, happening
from regesta.web.screens.list_screens import search, troubles
from regesta.web.screens.reader_screens import article, page
from regesta.web.screens.story_screens import stories, story


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen: `path` as HTML, `stem` + ".json" (and ".csv" for a list) as data."""

    part: str
    path: str
    stem: str
    answer: Callable[[Ask], Answer]
    list: bool = False


SCREENS = (
    Screen(part="desk", path="/", stem="/desk", answer=desk, list=True),
    Screen(part="desk", path="/happenings", stem="/happenings", answer=desk, list=True),
    Screen(part="desk", path="/happenings/{id}", stem="/happenings/{id}", answer=happening),
    Screen(part="desk", path="/events/{id}", stem="/events/{id}", answer=event),
    Screen(part="stories", path="/stories", stem="/stories", answer=stories, list=True),
    Screen(part="stories", path="/stories/{id}", stem="/stories/{id}", answer=story),
    Screen(part="stories", path="/articles/{id}", stem="/articles/{id}", answer=article),
    Screen(part="stories", path="/pages/{id}", stem="/pages/{id}", answer=page),
    Screen(part="search", path="/search", stem="/search", answer=search, list=True),
    Screen(part="troubles", path="/troubles", stem="/troubles", answer=troubles, list=True),
)
