"""What kind of party one is: a person, a state or what serves it, an embassy, a court."""

from regesta.knowledge import country
from regesta.model import Party, Sector
from regesta.read.actors.people import BODIES

_HOUSES = frozenset({"embassy", "consulate", "mission", "commission"})  # where envoys sit
ENVOYS = frozenset({"ambassador", "diplomat", "envoy", "deputy ambassador"})
_BY_SECTOR = frozenset({Sector.MIL, Sector.LEG})


def may_be_of_two(party: Party, *, persons: bool) -> bool:
    """Whether "both sides" can mean a party: no villagers; "two leaders": no fighters."""
    if persons:
        return is_individual(party) or is_of_state(party)
    return party.sector not in (Sector.CVL, Sector.BUS, Sector.MED)


def is_abroad(party: Party) -> bool:
    """Whether a party speaks for its state in another's land."""
    return party.office in ENVOYS or called(party) in _HOUSES


def is_court(party: Party) -> bool:
    """Whether a party is a court, a state's or one that states share."""
    shared = party.sector is Sector.IGO and "court" in party.name.lower().split()
    return shared or party.office == "court"


def is_individual(party: Party) -> bool:
    """Whether a party is one human being: named, or the one holder of an office."""
    if party.person is not None:
        return True
    last = party.text.lower().rpartition(" ")[2]
    one = party.office is not None and party.office not in BODIES
    return one and not last.endswith("s") and last not in _HOUSES


def is_of_state(party: Party) -> bool:
    """Whether a party is a state, a body of one or somebody in its service."""
    barred = party.sector in (Sector.REB, Sector.IGO, Sector.CVL, Sector.MED, Sector.BUS)
    return not barred and country(party.country or "") is not None


def called(party: Party) -> str:
    """The last word that a party is called by: "army" of "the Thai army"."""
    return party.text.lower().rpartition(" ")[2]


def has_body(party: Party, word: str, *, sector: Sector) -> bool:
    """Whether a party serves in what `word` calls a body: the ministry of a minister."""
    if word == "ministry":
        return (party.office or "").endswith(("minister", "ministry"))
    return sector in _BY_SECTOR and party.sector is sector


def same_office(held: str | None, asked: str) -> bool:
    """Whether who holds an office can be called by another: "the minister" is a foreign one."""
    if held is None or (asked == "minister" and held == "prime minister"):
        return False
    return held == asked or held.endswith(" " + asked)
