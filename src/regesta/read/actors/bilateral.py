"""Whose an office is in a story of two states, or in a report from a capital.

Ways of `homes.py`: each gives the state of an office beside which none stands, or None.
"""

from collections.abc import Iterable, Iterator

from regesta.knowledge import NameHit, NameKind, names, offices
from regesta.model import Party, Sector
from regesta.read.actors.lands import LOCATIVE, place_of
from regesta.read.actors.namewords import name_tokens
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.people import BODIES
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import clause_of, complements, core, objects, prepositions, subjects
from regesta.read.tree import Token

# Towns where the ministers of all states meet.
VENUES = frozenset({"Washington", "Vienna", "Brussels", "Geneva", "New York", "Doha"})
_CITIES = frozenset({"Kuwait", "Singapore", "Djibouti", "Luxembourg"})  # capitals called as states
_WITH = ("with", "by", "to", "from", "against")
_STATES = frozenset({NameKind.COUNTRY, NameKind.CAPITAL, NameKind.SEAT})
KINGDOMS = frozenset(
    {"BEL", "BHR", "BTN", "DNK", "ESP", "GBR", "JOR", "KHM", "LSO", "MAR", "MYS", "NLD", "NOR",
     "SAU", "SWE", "SWZ", "THA", "TON"}
)  # fmt: skip
EMIRATES = frozenset({"KWT", "QAT"})
SULTANATES = frozenset({"OMN", "BRN"})
# Monarchies by other titles, and those whose king lives elsewhere (public record, 2026).
_REALMS = frozenset(
    {"AUS", "BHS", "CAN", "JAM", "JPN", "LIE", "LUX", "MCO", "NZL", "PNG", "SLB", "VAT"}
)
_SPEAKING = frozenset({"ministry", "department", "office", "minister", "spokesman", "spokesperson"})
_WITH_DEPARTMENTS = frozenset({"USA", "PHL", "ZAF", "AUS", "IRL", "CHE", "CAN"})
# Spain has a "president of the government" all the same.
_NO_PRESIDENT = (KINGDOMS | EMIRATES | SULTANATES | _REALMS) - {"ESP"}
# Where the president governs himself, or the head of government is called a premier.
_NO_PREMIER = frozenset(
    {"USA", "BRA", "ARG", "MEX", "CHL", "COL", "VEN", "ECU", "BOL", "PRY", "URY", "CRI", "PAN",
     "GTM", "HND", "SLV", "NIC", "IDN", "PHL", "NGA", "KEN", "GHA", "ZAF", "ZMB", "MWI",
     "CHN", "TWN", "CHE", "CYP", "IRN", "PRK"}
)  # fmt: skip
_NOT_AMERICAN = ("minist", "premier", "chancellor", "parliament", "assembly")


def home_town(place: str | None) -> NameHit | None:
    """The town that a dateline names; none for one where the ministers of all states meet."""
    hit = town_written(place)
    return hit if hit is not None and hit.name not in VENUES else None


def town_written(place: str | None) -> NameHit | None:
    """What a dateline names: "KYIV", "ROME, Italy"."""
    written = place.partition(",")[0] if place is not None else None
    if written is not None and written.isupper():  # "KYIV", "SANA'A"
        written = " ".join(word.capitalize() for word in written.split())
    return next(iter(names().find(written)), None) if written is not None else None


def home_state(place: str | None) -> str | None:
    """The state whose capital a dateline names, as `home_town`."""
    town = home_town(place)
    seat = town is not None and (town.kind is NameKind.CAPITAL or town.name in _CITIES)
    return town.country if town is not None and seat else None


def met_in(head: Token, scene: Scene) -> str | None:
    """ "held talks in Khartoum with Minister X", "met Minister X in Khartoum".

    Where the text is about the state where they meet.
    """
    if head.dep_ not in ("dobj", "pobj"):
        return None
    verb = clause_of(head)
    heads = (verb, *objects(verb))
    places = [t for h in heads for p in prepositions(h, "in") for t in complements(p)]
    hits = [scene.hit_at(t, frozenset({NameKind.CAPITAL, NameKind.PLACE})) for t in places]
    codes = {hit.country for hit in hits if hit is not None}
    return codes.pop() if len(codes) == 1 and codes <= scene.discourse.main() else None


def no_american(head: Token, scene: Scene) -> str | None:
    """In a story of America and one other state, "Justice Minister A B" is the other's."""
    if head.pos_ != "PROPN" or not has_minister(t.lower_ for t in core(head)):
        return None
    codes = scene.discourse.only_two()
    named = {hit.country for hit in scene.sentence.hits if hit.kind is not NameKind.AGENCY}
    others = {code for code in codes if code != "USA"}
    return others.pop() if "USA" in codes and named <= codes else None


def has_president(code: str, words: set[str]) -> bool:
    """Whether an office can be a state's: kingdoms have no president, Brazil no prime minister.

    "President of the court" and the like are not asked for by the bare word.
    """
    if code in _NO_PREMIER and ("prime minister" in words or {"prime", "minister"} <= words):
        return False
    return code not in _NO_PRESIDENT or "president" not in words


def has_minister(words: Iterable[str]) -> bool:
    """Whether words hold an office that America has not."""
    return any(word.startswith(_NOT_AMERICAN) for word in words)


def opposite(head: Token, scene: Scene) -> str | None:
    """ "Foreign Secretary X called in the Indian envoy": not India's, in a story of two states."""
    if len(scene.two) != len(("one", "other")):
        return None
    facing = {code for noun in _across(head) if (code := _of(noun, scene)) in scene.two}
    others = scene.two - facing
    return next(iter(others)) if len(facing) == len(others) == 1 else None


def facing(head: Token, scene: Scene) -> frozenset[str | None]:
    """The states of those who stand across from a phrase in its clause: it is none of theirs."""
    return frozenset(_of(noun, scene) for noun in _across(head)) - {None}


def reported_from(head: Token, scene: Scene) -> str | None:
    """ "ISLAMABAD: ... the Foreign Office said": the state from whose capital the report comes.

    Who acts in a place of another state may be that one's, and what is done to the state's own
    people is done by the other one of two, or by the only other that the sentence names.
    """
    if scene.base in facing(head, scene):
        named = {h.country for h in scene.sentence.hits if h.kind in NATION_KINDS and h.country}
        others = (scene.two or named) - {scene.base}
        return next(iter(others)) if len(others) == 1 else None
    inside = (t for t in head.doc if t.dep_ == "pobj" and t.head.lower_ in LOCATIVE)
    own = (t for t in inside if not _is_done_there(t, head, scene))
    elsewhere = {hit.country for t in own if (hit := place_of(t, scene)) is not None}
    return scene.base if scene.base is not None and elsewhere <= {scene.base} else None


def at_home(head: Token, scene: Scene) -> str | None:
    """ "ABUJA - The Presidency summoned the envoy of B": a title as the papers of a capital write.

    In capital letters, by none but the state of the dateline, where no other's led on to it.
    """
    large = head.text[:1].isupper() and head.dep_ in ("nsubj", "nsubjpass", "pobj")
    opened = any(c.lower_ == "the" for c in head.doc[head.left_edge.i : head.i])
    home = scene.home if large and opened else None
    if home is None or home in facing(head, scene) or not is_plainly_written(head):
        return None
    led = scene.discourse.leader(before=scene.sentence.index)
    others = led is not None and is_of_state(led) and led.country != home
    return None if others and led is not None and _has_such(led, head) else home


def _has_such(party: Party, head: Token) -> bool:
    """Whether a title may be that of who led on to it: "A's envoy said. The Ministry added"."""
    office, word = party.office or "", head.lemma_.lower()
    if word == "department" and party.country not in _WITH_DEPARTMENTS:
        return False
    speaks = office.endswith(("minister", "ministry", "spokesperson", "ambassador", "embassy"))
    return (speaks and word in _SPEAKING) or office.endswith(word)


def is_plainly_written(head: Token) -> bool:
    """Whether nothing behind a title sets it elsewhere: no "in B", no "for B", no name."""
    behind = (c for c in head.rights if c.dep_ in ("prep", "appos"))
    return all(c.lower_ in ("of", "for") for c in behind)


def _is_done_there(place: Token, head: Token, scene: Scene) -> bool:
    """Whether a place is where something of another's stands, not where those of `head` act.

    "The minister condemned A's raid on the mission in B", "the navy shelled camps in B".
    """
    verb = clause_of(head)
    office = offices().lookup(head.lemma_.lower())
    armed = office is not None and office.sector is Sector.MIL
    noun = place.head.head
    while noun.head is not noun and noun is not verb:
        others = {h.country for h in scene.hits(core(noun), NATION_KINDS)} - {scene.base}
        if noun.pos_ == "NOUN" and noun.i > head.i and (others or (armed and noun.dep_ == "dobj")):
            return True
        noun = noun.head
    return False


def _across(head: Token) -> Iterator[Token]:
    """Who stands across from a party of a clause: those it acts on or with, or who act on it."""
    verb = clause_of(head)
    doing = subjects(verb)
    if head in doing:
        yield from (t for t in objects(verb) if t != head)
        yield from (t for p in prepositions(verb, *_WITH) for t in complements(p))
    else:
        yield from doing
        yield from (t for p in prepositions(verb, *_WITH) for t in complements(p) if t != head)


def _of(noun: Token, scene: Scene) -> str | None:
    """The state of a state's name, of a person or of an office holder; a body's may be any."""
    person = scene.people.find(scene.text_of(name_tokens(noun)), on=scene.on)
    if person is not None and noun.pos_ == "PROPN":
        return person.country
    hit = scene.hit_at(noun, _STATES)
    if hit is not None:
        return hit.country
    office = offices().lookup(noun.lemma_.lower())
    holds = office is not None and office.sector is Sector.GOV and office.name not in BODIES
    named = scene.hits(core(noun), NATION_KINDS) if holds or noun.pos_ == "PROPN" else ()
    return named[-1].country if named else None


def from_the_other(head: Token, scene: Scene) -> str | None:
    """ "KUALA LUMPUR: ... Ambassador X flew out": in a story of two states the other's envoy."""
    others = scene.two - {scene.base}
    return next(iter(others)) if scene.base in scene.two and len(others) == 1 else None
