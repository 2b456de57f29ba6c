"""Heads of state by a title that few states have: "the emir", "the sultan", "the chancellor"."""

from regesta.read.actors.bilateral import EMIRATES, KINGDOMS, SULTANATES
from regesta.read.actors.discourse import REACH
from regesta.read.actors.homes import Home
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.scene import Scene
from regesta.read.clauses import core
from regesta.read.tree import Token

# Which states are headed, or governed, by whoever bears a title (public record, 2026).
_STATES = {
    "king": KINGDOMS,
    "monarch": KINGDOMS | EMIRATES | SULTANATES,
    "emir": EMIRATES,
    "amir": EMIRATES,
    "sultan": SULTANATES,
    "emperor": frozenset({"JPN"}),
    "chancellor": frozenset({"AUT", "DEU"}),
}


def may_bear(title: str, country: str | None) -> bool:
    """Whether the head of a state can be called by a bare title: no emir is "the king"."""
    return title not in _STATES or country in _STATES[title]


def of_monarch(head: Token, scene: Scene) -> Home | None:
    """ "A thanked Qatar. B phoned the emir": the one state with such a head spoken of just before.

    None where the words say more than the title, and where two such states were spoken of.
    """
    states = _STATES.get(head.lower_, frozenset())
    if not states or [t.lower_ for t in core(head)] != ["the", head.lower_]:
        return None
    index = scene.sentence.index
    near = (s.party for s in scene.discourse.seen if index - s.sentence <= REACH)
    found = sorted({str(p.country) for p in near if is_of_state(p)} & states)
    return Home(country=found[0], rule="office.title") if len(found) == 1 else None
