"""Whom help is for where its own words do not say it, and whose planes and doctors bring it.

"Pakistan flew in a field hospital", "American planes brought blood".
"""

from regesta.knowledge import country
from regesta.knowledge.frames import Frame
from regesta.model import Party, Place
from regesta.read.actors.pointing import as_country, pointed
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.clauses import core
from regesta.read.events.candidate import Candidate, measured
from regesta.read.events.harmed import struck_at
from regesta.read.events.scope import sides


def bringers(candidate: Candidate) -> tuple[Party, ...]:
    """ "American planes brought blood", "French and Qatari teams dug": the states they act for."""
    scene, found = candidate.scene, []
    nouns = (n for h in candidate.subject_heads for n in (h, *measured(h)))  # "a group of medics"
    for head in (n for n in nouns if candidate.in_class(n, "@AIDHANDS")):
        tokens = core(head)
        for hit in scene.hits(tokens, NATION_KINDS):
            covered = tuple(t for t in tokens if hit.start <= t.idx < hit.end)
            if hit.country is not None and covered:
                found.append(scene.party(covered, hit, rule="helper.modifier"))
    return tuple(found)


def is_untold(frame: Frame) -> bool:
    """Whether it is help, or goods delivered, that may be told without whom it is for."""
    return frame.mode in ("relief", "delivery")


def helped(
    candidate: Candidate, actors: tuple[Party, ...], *, place: Place | None
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
    arms = any(candidate.in_class(h, "@HARDWARE") for h in candidate.object_heads)
    known = (None if arms else scene.discourse.aided) or _land(candidate, own=own)
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
    """Whether those who give are of the land that the article plays in: it helps its own.

    What ships deliver to nobody who is named is trade.
    """
    scene = candidate.scene
    if any(candidate.in_class(h, "@VESSEL") for h in candidate.subject_heads):
        return True
    stricken = scene.discourse.aided.country if scene.discourse.aided is not None else scene.ground
    return stricken is not None and stricken in sides(actors)
