"""The codebook's scope: who counts as a side, and which deeds reach beyond one state's borders."""

from regesta.knowledge import organisation
from regesta.knowledge.frames import Frame
from regesta.model import QUADS, Event, EventType, Modality, Party, Quad, Sector

# Deeds with a meaning beyond the border even when no second party is named.
ALONE = frozenset({EventType.MOBILIZE, EventType.THREATEN})
# A state's word on another's affairs counts even where no addressee is named.
POSITIONS = frozenset(
    {
        EventType.ACCUSE,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.CONCEDE,
        EventType.RETREAT,
        EventType.AGREE,
    }
)
# Blows, penalties, help and goods whose target may be told in a sentence before.
UNTARGETED = frozenset(
    {"shoot-down", "attack", "fire", "fight", "capture", "advance", "enter", "violate", "sanction",
     "board", "hold", "freeze", "recall", "expel", "break-ties", "propose-sanction", "relief",
     "extradite",
     "delivery"}
)  # fmt: skip
# The same, once done, when a state does them: what rebels do is else their own country's crime.
DONE = frozenset({"abduct", "restrict", "destroy", "hack", "blockade", "obstruct"})
# What is done to those who are held: by whom may be told in a sentence before.
CUSTODY = frozenset({"arrest", "hold", "sentence", "remand", "mistreat", "execute"})
# Weapons given up or tests stopped: they reach beyond the border as the weapons do.
_LAID_DOWN = frozenset({"disarm", "suspend", "surrender"})
# Deeds that two do to or with each other.
MUTUAL_MODES = frozenset({"fight", "exchange", "ceasefire", "cease"})
MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE})
# Whose blows and thefts are laid at the door of the state that the words name.
_HANDS = frozenset(
    {"ship", "ships", "vessel", "vessels", "boat", "boats", "cutter", "trawler", "trawlers",
     "hacker", "hackers", "plane", "planes", "speedboat", "speedboats", "flotilla"}
)  # fmt: skip

_ONCE = frozenset({"former", "ex", "retired", "onetime", "one-time", "erstwhile"})
_SPEAKS_ILL = frozenset({EventType.THREATEN, EventType.ACCUSE})
_OF_THE_STATE = frozenset({"state", "state-run", "state-owned", "official", "semi-official"})

# Bodies in which the members of an organisation sit.
_COUNCILS = frozenset({"council", "assembly", "committee"})


def acting(parties: tuple[Party, ...], frame: Frame) -> tuple[Party, ...]:
    """Parties that can do a political deed: a state, an organisation, an armed group.

    A state's ships and firms trade for it, its citizens protest or fight with soldiers, its ships
    ram and its hackers steal; elsewhere they are no such party.
    """
    barred = {Sector.MED, Sector.BUS, Sector.CVL}
    fought = frame.mode == "fight" and any(p.sector not in barred for p in parties)
    if frame.type is EventType.COOPERATE:
        barred.discard(Sector.BUS)
    if frame.type is EventType.PROTEST or fought or frame.mode == "scuffle":
        barred.discard(Sector.CVL)
    hands = _HANDS if QUADS[frame.type] is Quad.MATERIAL_CONFLICT else frozenset()
    return tuple(
        p
        for p in parties
        if p.country is not None
        and not _is_out_of_office(p)
        and (
            p.sector not in barred
            or p.text.lower().rpartition(" ")[2] in hands
            or (frame.type in _SPEAKS_ILL and _is_mouthpiece(p))
        )
    )


def _is_out_of_office(party: Party) -> bool:
    """ "A former Bolivian president", "retired American generals": they speak for no state."""
    words = party.text.lower().removeprefix("the ").removeprefix("a ").split()
    return party.rule.startswith("office.") and words[0] in _ONCE


def _is_mouthpiece(party: Party) -> bool:
    """ "Iran's semi-official news agency", "Chinese state media": what they threaten, it does."""
    return party.sector is Sector.MED and not _OF_THE_STATE.isdisjoint(party.text.lower().split())


def sides(parties: tuple[Party, ...]) -> frozenset[str]:
    """Sides as the codebook counts them: a state's rebels are another side than the state."""
    return frozenset(side(p) for p in parties if p.country is not None)


def side(party: Party) -> str:
    """The side a party is on; only for parties with a country."""
    of_state = organisation(party.country or "") is None
    return (
        f"{party.country} rebels" if party.sector is Sector.REB and of_state else str(party.country)
    )


def is_of_group(party: Party) -> bool:
    """Whether a party is rebels or an armed group, or its commanders and fighters."""
    known = organisation(party.country or "")
    return party.sector is Sector.REB or (known is not None and known.sector is Sector.REB)


def _own_members(event: Event) -> bool:
    """ "a meeting of EU ambassadors", "its Security Council sat": members meet each other."""
    if event.mode == "session":
        return any(organisation(str(p.country)) is not None for p in event.actors)
    return event.mode in ("meet", "talks") and any(
        organisation(str(p.country)) is not None
        and (p.text[-1:] == "s" or p.text.lower().rpartition(" ")[2] in _COUNCILS)
        and p.name != str(p.country)
        for p in event.actors
    )


def _harms_people(event: Event) -> bool:
    """ "The rebels killed 12 villagers": people of a country that no words name."""
    return any(p.rule == "described.people" for p in event.recipients)


def _only_bodies(event: Event) -> bool:
    """Whether only organisations would have done it: the UN tests no missile."""
    return all(p.sector is Sector.IGO for p in event.actors)


def stands_alone(kind: EventType, mode: str) -> bool:
    """Whether a deed has a meaning beyond the border even when no second party is named."""
    return kind in ALONE or mode == "session" or (kind is EventType.RETREAT and mode in _LAID_DOWN)


def in_scope(event: Event, *, abroad: bool) -> bool:
    """The codebook's scope: two parties, or one whose deed reaches beyond its borders.

    `abroad` says that the words around name another state: a position is then one on its affairs.
    """
    actors, recipients = sides(event.actors), sides(event.recipients)
    if not actors or (event.mode == "test-weapon" and _only_bodies(event)):
        return False
    if event.mode == "mediate" and abroad:
        return True
    if event.type is EventType.CONSULT or event.mode in MUTUAL_MODES:
        stopped = event.mode == "cease" and abroad  # "the rebels halted their attacks on ships"
        return stopped or len(actors | recipients) > 1 or _own_members(event)
    if recipients - actors or _harms_people(event):
        return True
    if len(actors) > 1 and (event.type in MUTUAL or event.mode in MUTUAL_MODES):
        return not recipients
    if recipients:
        return False
    if len(actors) > 1 and event.type in POSITIONS:
        return True  # "A and B reopened their border": what two do, they do to each other
    position = event.type in POSITIONS and event.mode != "praise"
    blow = event.mode in UNTARGETED or (event.mode in DONE and _done_by_state(event))
    passing = event.type is EventType.RETREAT and event.rule.startswith("noun.")
    alone = stands_alone(event.type, event.mode) and not passing  # "the handover of its arms"
    return alone or (abroad and (position or blow))


def _done_by_state(event: Event) -> bool:
    rebels = any(p.sector is Sector.REB for p in event.actors)
    return event.modality is Modality.ACTUAL and not rebels
