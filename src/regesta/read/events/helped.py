"""Whom help is for where its own words do not say it: "Pakistan flew in a field hospital"."""

from regesta.knowledge import country
from regesta.knowledge.frames import Frame
from regesta.model import Party, Place
from regesta.read.actors.pointing import as_country, pointed
from regesta.read.events.candidate import Candidate
from regesta.read.events.harmed import struck_at
from regesta.read.events.scope import sides

UNTOLD = frozenset({"relief", "arms"})  # help that may be told without whom it is for


def helped(
    candidate: Candidate, frame: Frame, *, actors: tuple[Party, ...], place: Place | None
) -> tuple[Party, ...]:
    """The land that it reached, that the help told of before was for, or that the article is about.

    In an article about two states either may be helped, and arms go to foes of who was helped: then
    it is not known.
    """
    own = sides(actors)
    reached = struck_at(place, own=own) if place is not None else ()
    if reached:
        return reached
    scene = candidate.scene
    before = scene.discourse.aided if frame.mode != "arms" else None
    known = before or _land(candidate, own=own)
    if known is None or known.country in own | scene.two:
        return ()
    tokens = (candidate.token,)
    return (pointed(as_country(known), tokens, scene, rule="coreference.aided"),)


def _land(candidate: Candidate, *, own: frozenset[str]) -> Party | None:
    """The one country in which the article's places lie, unless it is the giver's."""
    ground = candidate.scene.ground
    if ground is None or ground in own or country(ground) is None:
        return None
    return candidate.scene.discourse.last_of(ground)


def at_home(candidate: Candidate, actors: tuple[Party, ...]) -> bool:
    """Whether those who give are of the land that the article plays in: it helps its own."""
    scene = candidate.scene
    stricken = scene.discourse.aided.country if scene.discourse.aided is not None else scene.ground
    return stricken is not None and stricken in sides(actors)
