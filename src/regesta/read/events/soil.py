"""The ground of a deed that no name of its own tells: launch sites, hosts' houses, home soil."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, country, organisation
from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Modality, Party, Place, PlacePrecision, Sector
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, complements, core, objects, prepositions, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.events.grounds import FIXED, GROUND, as_place, inside, place_in, placed, town_at
from regesta.read.tree import Token

LAUNCHED = "place.launched-from"
AMONG_OWN = "place.among-own"
_HOMES = frozenset(
    {"residence", "estate", "resort", "palace", "villa", "home", "house", "office", "ranch",
     "dacha", "farm", "capital", "country", "retreat"}
)  # fmt: skip
_POSTED = frozenset({"ambassador", "envoy", "consul", "embassy", "diplomat", "delegation"})
# Where rockets rise from: where no name says whose it is, it is the launcher's own.
PADS = FIXED | {"center", "centre", "pad", "range", "silo", "cosmodrome", "spaceport", "coastline"}
_NATIONS = GROUND | {NameKind.DEMONYM}
_BORDERS = frozenset({"border", "frontier"})
_RALLIES = frozenset({"demonstrate"})
_SETTLED = frozenset({"village", "town", "city", "hamlet", "suburb", "district"})
_VISITING = frozenset({"visiting"})
_PEOPLE = words_of("PEOPLE") | {"population", "people", "civilian", "citizen"}
_BESIDE = ("near", "outside", "around", "off", "inside", "within")


def launch_site(candidate: Candidate, frame: Frame) -> Place | None:
    """ "fired a missile from near X over Y": a test is done where it is launched."""
    if frame.mode != "test-weapon":
        return None
    scene = candidate.scene
    for head in _launched_from(candidate):
        apposed = child(head, "appos")
        for token in (head, *((apposed,) if apposed is not None else ())):
            hit = scene.hit_at(token, GROUND) or inside(token, scene) or town_at(token, scene)
            hit = hit or placed(token, scene)
            if hit is not None and hit.country is not None:
                return replace(as_place(candidate, hit, token), rule=LAUNCHED)
    return None


def _launched_from(candidate: Candidate) -> Iterator[Token]:
    things = (candidate.token, *candidate.object_heads)
    for start in (p for t in things for p in prepositions(t, "from")):
        yield from complements(start)
        yield from (t for near in prepositions(start, *_BESIDE) for t in complements(near))


def own_ground(
    candidate: Candidate,
    frame: Frame,
    *,
    modality: Modality,
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
) -> Place | None:
    """The state on whose own ground a deed is done, where its words say so without a name."""
    doers, others = sides
    if frame.mode == "host":
        return _host_house(candidate)
    if frame.type is EventType.CONSULT:
        return _of_the_visited(candidate, (*doers, *others))
    if frame.type is EventType.PROTEST and frame.mode in _RALLIES:
        return _one_land(doers, candidate.scene, candidate.token)
    if frame.mode == "test-weapon":
        return _own_pad(candidate, doers)
    if frame.mode in ("joint-exercise", "lone-exercise", "exercise"):
        return _own_half(candidate, doers)
    if frame.type is EventType.MOBILIZE:
        return _own_border(candidate, doers)
    if frame.type is EventType.ASSAULT and modality is Modality.ACTUAL:
        if _names_ground(candidate):
            return None  # "hit posts of A in the X area", wherever that is
        known = _among_own(doers, others) or _on_own_people(candidate, doers)
        return known or _in_their_village(candidate, others)
    return None


def _in_their_village(candidate: Candidate, others: tuple[Party, ...]) -> Place | None:
    """ "raids on the villages of X and Y killed nine Lebanese": towns that no table knows.

    "Shelled the village of X, killing nine Lebanese" tells of it beside the blow.
    """
    verb = candidate.token
    above = [verb.head] if verb.dep_ == "advcl" and verb.tag_ == "VBG" else []
    told = [t for v in (verb, *above) for t in (v, *subjects(v), *objects(v))]
    behind = (t for v in told for p in prepositions(v, "on", "at", "into", "against", "in")
              for t in complements(p))  # fmt: skip
    village = next((t for t in (*told, *behind) if _is_village(t)), None)
    return _one_land(others, candidate.scene, village) if village is not None else None


def _is_village(noun: Token) -> bool:
    named = (t for p in prepositions(noun, "of") for t in complements(p))
    return noun.lemma_.lower() in _SETTLED and any(t.pos_ == "PROPN" for t in named)


def _own_pad(candidate: Candidate, doers: tuple[Party, ...]) -> Place | None:
    """ "fired it from a site in the country's east": no other land is named there."""
    pads = (t for t in _launched_from(candidate) if is_own_pad(t, candidate.scene))
    return next((p for t in pads if (p := on_own_pad(doers, t, candidate.scene))), None)


def on_own_pad(doers: tuple[Party, ...], head: Token, scene: Scene) -> Place | None:
    """The land of the one side that launches from a site."""
    found = _one_land(doers, scene, head)
    return replace(found, rule=LAUNCHED) if found is not None else None


def is_own_pad(head: Token, scene: Scene) -> bool:
    """Whether something is launched from one's own ground: a fixed site, no other's."""
    words = tuple(head.subtree)
    return head.lemma_.lower() in PADS and not scene.hits(words, _NATIONS)


def _host_house(candidate: Candidate) -> Place | None:
    """ "received B at his ranch", "welcomed B to his estate": in the host's own country."""
    for head in (t for name in ("to", "at", "in") for t in candidate.after(name)):
        owner = child(head, "poss")
        pronoun = owner is not None and owner.pos_ == "PRON"
        if not pronoun or head.lemma_.lower() not in _HOMES or owner is None:
            continue
        if any(t.lemma_.lower() in _POSTED for t in candidate.subject_heads):
            return None  # who is posted abroad is not at home
        hosts = resolve(owner, candidate.scene)
        found = _land(hosts, candidate.scene, head) if len(hosts) == 1 else None
        if found is not None:
            return found
    return None


def _of_the_visited(candidate: Candidate, met: tuple[Party, ...]) -> Place | None:
    """ "met a visiting B delegation", "met A's visiting president": where the others live."""
    heads = (*candidate.object_heads, *candidate.after("with"), *candidate.subject_heads)
    guest = next((h for h in heads if any(c.lower_ in _VISITING for c in h.lefts)), None)
    if guest is None or candidate.token.tag_ == "VB":
        return None
    guests = candidate.codes((guest,))
    hosts = tuple(p for p in met if p.country not in guests)
    return _one_land(hosts, candidate.scene, guest) if guests else None


def _one_land(owners: tuple[Party, ...], scene: Scene, head: Token) -> Place | None:
    """The land of those who are all of one state."""
    return _land(owners[:1], scene, head) if len({p.country for p in owners}) == 1 else None


def _own_half(candidate: Candidate, doers: tuple[Party, ...]) -> Place | None:
    """ "A and the South held drills on the peninsula": that half of it which is a doer's."""
    heads = (*candidate.after("on"), *candidate.after("in"), *candidate.after("around"))
    shared = next((t for t in heads if t.lower_ == "peninsula"), None)
    halves = {code for _, code in candidate.scene.halves}
    own = tuple(p for p in doers if p.country in halves)
    if shared is None or len({p.country for p in own}) != 1:
        return None
    return _land(own[:1], candidate.scene, shared)


def _land(owners: tuple[Party, ...], scene: Scene, head: Token) -> Place | None:
    """The land of an owner, by the words that stand for its place."""
    known = country(owners[0].country or "")
    if known is None:
        return None
    hit = NameHit(start=0, end=0, kind=NameKind.COUNTRY, key=known.iso3, name=known.name,
                  country=known.iso3)  # fmt: skip
    return place_in(scene, hit, head, rule="place.own-ground")


def _own_border(candidate: Candidate, doers: tuple[Party, ...]) -> Place | None:
    """ "massed troops on the border", "sent the guard to the southern frontier": on its own side.

    What crosses a border, or stands at another's, does not stand at home.
    """
    ways = ("to", "on", "along")  # "near the border" may be on either side
    heads = (t for name in ways for t in candidate.after(name))
    border = next((t for t in heads if t.lemma_.lower() in _BORDERS), None)
    own = {p.country for p in doers}
    if border is None or len(own) != 1:
        return None
    before = (h for h in candidate.scene.sentence.hits if h.start < border.idx + len(border))
    if any(
        h.kind in _NATIONS and country(h.country or "") and h.country not in own for h in before
    ):
        return None  # "patrols B's skies and sent a battery to the frontier": B's
    return _land(doers[:1], candidate.scene, border)


def _among_own(doers: tuple[Party, ...], others: tuple[Party, ...]) -> Place | None:
    """ "The group abducted Malian villagers", "the army fights the rebels": a war among one people.

    One land is named, and all who strike or are struck are of that land or have their home there.
    """
    sides = (*others, *doers)
    named = [p for p in sides if country(p.country or "") is not None]
    known = country(named[0].country or "") if len({p.country for p in named}) == 1 else None
    at_war = bool(others) or len(named) < len(sides)
    if known is None or not doers or not at_war or not all(_at_home(p, known.iso3) for p in sides):
        return None
    return Place(
        span=named[0].span,
        text=named[0].text,
        name=known.name,
        country=known.iso3,
        precision=PlacePrecision.COUNTRY,
        rule=AMONG_OWN,
    )


def _names_ground(candidate: Candidate) -> bool:
    """Whether words for a place stand beside a deed whose place nothing knows."""
    heads = (t for name in ("in", "near", "at", "around", "outside") for t in candidate.after(name))
    return any(
        t.pos_ == "PROPN" and not candidate.scene.is_dated(t) for head in heads for t in core(head)
    )


def _on_own_people(candidate: Candidate, doers: tuple[Party, ...]) -> Place | None:
    """ "used gas against its own civilians": at home."""
    heads = (t for name in ("against", "on", "at") for t in candidate.after(name))
    own = next((t for t in (*candidate.object_heads, *heads) if _is_own_people(t)), None)
    return _land(doers[:1], candidate.scene, own) if own is not None and doers else None


def _is_own_people(head: Token) -> bool:
    own = any(c.lower_ == "own" for c in head.lefts) and child(head, "poss") is not None
    return own and head.lemma_.lower() in _PEOPLE


def _at_home(doer: Party, land: str) -> bool:
    group = organisation(doer.country or "")
    base = group is not None and doer.sector is Sector.REB and group.base == land
    return base or doer.country == land
