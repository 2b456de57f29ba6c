"""The ground that a deed falls on: what was struck, visited, left or handed over is a place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regesta.knowledge import NameHit, NameKind, country, place, town
from regesta.knowledge.frames import Frame
from regesta.model import EventType, Place, PlacePrecision
from regesta.read.actors.parties import resolve
from regesta.read.actors.party_kinds import is_individual
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, clause_of, complements, core, is_aim, prepositions
from regesta.read.events.candidate import Candidate
from regesta.read.events.lands_meant import land_meant, own_land
from regesta.read.events.roles import fill
from regesta.read.events.standing import VERBAL
from regesta.read.events.windows import MOTION, goes_on, meanwhile
from regesta.read.sentences import Sentence
from regesta.read.tree import Token

GROUND = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.COUNTRY})
OWNED = GROUND | {NameKind.DEMONYM}
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "off", "around", "across"})
_TOWNS = frozenset({NameKind.PLACE, NameKind.CAPITAL})
_SITES = frozenset({NameKind.PLACE})
# What stands on a state's ground and does not move: "Iranian nuclear facilities".
FIXED = frozenset(
    {"facility", "site", "base", "plant", "territory", "province", "city", "town", "region",
     "village", "port", "airport", "border", "soil", "airspace", "capital", "refinery", "bridge",
     "depot", "reactor", "infrastructure", "land", "island", "coast", "water", "hospital", "camp",
     "area", "suburb", "district", "airfield", "factory", "field", "crossing", "checkpoint",
     "church", "mosque", "school", "warehouse", "terminal", "valley", "enclave", "road", "highway",
     "river", "strait", "garrison", "outpost", "barracks", "post", "corridor", "frontier", "fence"}
)  # fmt: skip
# "in the part of X that": what is only a share of the land that follows.
PARTS = frozenset(
    {"part", "half", "rest", "corner", "portion", "north", "south", "east", "west", "outskirt",
     "outskirts", "edge", "fringe", "fringes", "heart", "centre", "center"}
)  # fmt: skip
_LINES = frozenset({"border", "frontier", "line", "fence", "river", "boundary"})
# What is somewhere because the town before it says so: "the Munich conference".
VENUE = frozenset(
    {"conference", "summit", "forum", "hotel", "palace", "talk", "meeting", "embassy", "villa",
     "residence", "club", "resort", "estate", "headquarters", "compound", "stadium", "session"}
)  # fmt: skip
ABROAD = frozenset({"embassy", "consulate", "mission"})
_STAY = frozenset({"visit", "trip", "tour", "stop", "stopover", "stay"})
_LEAVES = frozenset({"leave", "depart"})
_AT_TABLE = frozenset({EventType.CONSULT, EventType.SUPPORT})
_WHILE = frozenset(
    {"day", "leg", "start", "end", "course", "sideline", "sidelines", "margin", "margins", "eve",
     "conclusion", "beginning", "close"}
)  # fmt: skip
_BEFORE_TOWN = re.compile(r"\b(?:in|at|near|to|into|from|outside|visited|reached) $")
_POINTED = frozenset(  # "the city" that was named before
    {"city", "town", "village", "region", "province", "territory", "island", "area", "district",
     "peninsula", "enclave", "port", "valley"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Falling:
    """A row of the table below: deeds, where the words for their ground stand, and what counts.

    `loose` takes the state on whose ground a fixed thing stands; of `kinds` a name must be, for
    the name of a state, or of its capital, may be a party and no place.
    """

    kind: EventType
    heads: Callable[[Candidate], tuple[Token, ...]]
    modes: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    loose: bool = True
    kinds: frozenset[NameKind] = GROUND

    def fits(self, frame: Frame) -> bool:
        """Whether the row is for the deeds of a frame."""
        named = not self.modes or frame.mode in self.modes
        return frame.type is self.kind and named and frame.mode not in self.but


def ground(candidate: Candidate, frame: Frame) -> Place | None:
    """The place that the target of the deed is or stands on."""
    for row in _TABLE:
        if not row.fits(frame):
            continue
        found = _grounds(candidate, row.heads(candidate), loose=row.loose, kinds=row.kinds)
        first = next(found, None)
        if first is not None:
            return first
    if frame.mode == "enter":
        return _entered(candidate, frame)
    return _on_visit(candidate) or _on_journey(candidate, frame) or _pointed_at(candidate)


def _entered(candidate: Candidate, frame: Frame) -> Place | None:
    """ "Troops entered the country": the land of whom it was done to."""
    own = candidate.codes(candidate.subject_heads)
    lands = [p for p in fill(candidate, frame.recipients) if p.country not in own]
    known = country(lands[0].country or "") if len(lands) == 1 else None
    if known is None:
        return None
    land = lands[0]
    return Place(
        span=land.span,
        text=land.text,
        name=known.name,
        country=known.iso3,
        precision=PlacePrecision.COUNTRY,
        rule="place.entered",
    )


def _on_journey(candidate: Candidate, frame: Frame) -> Place | None:
    """ "flew to X to ask B for help", "went to X in May, when A and B agreed": done there.

    So is what who came then signed or talked of: "flew to X and signed".
    """
    clause = clause_of(candidate.token)
    then = clause.dep_ in ("advcl", "relcl") and any(c.lower_ == "when" for c in clause.children)
    there = is_aim(clause) or clause.dep_ == "xcomp" or (then and clause.tag_ == "VBD")
    own = child(clause, "nsubj", "nsubjpass") is not None or frame.type not in _AT_TABLE
    there = there or (clause.dep_ == "conj" and clause.tag_ == clause.head.tag_ and not own)
    if frame.type not in VERBAL | {EventType.CONSULT} or not there:
        return None
    journey = clause_of(clause.head)
    if journey.lemma_ not in MOTION or journey.i > clause.i:
        return None
    return next(_grounds(candidate, _goals(journey), loose=False, kinds=GROUND), None)


def _on_visit(candidate: Candidate) -> Place | None:
    """ "During a visit to X, A signed", "A, winding up a trip to X, met B": it was done there."""
    clause = clause_of(candidate.token)
    if goes_on(clause):  # "A, on a visit to X, met B, who asked"
        clause = clause_of(clause.head)
    apart = (p for s in clause.lefts if s.dep_ == "nsubj" for p in prepositions(s, "on"))
    near = (*prepositions(clause, "during", "on", "at", "in"), *apart)
    ended = (c for verb in meanwhile(clause) for c in verb.children if c.dep_ == "dobj")
    held = [t for p in near for t in complements(p)]
    within = (p for t in held if t.lemma_ in _WHILE for p in prepositions(t, "of"))
    named = (*held, *(t for p in within for t in complements(p)), *ended)
    stays = (t for t in named if t.lemma_ in _STAY)
    goals = (t for s in stays for p in prepositions(s, "to", "in") for t in complements(p))
    return next(_grounds(candidate, tuple(goals), loose=False, kinds=GROUND), None)


def _grounds(
    candidate: Candidate,
    heads: tuple[Token, ...],
    *,
    loose: bool,
    kinds: frozenset[NameKind],
) -> Iterator[Place]:
    scene = candidate.scene
    for head in heads:
        hit = scene.hit_at(head, kinds)
        if hit is None and loose:
            hit = placed(head, scene) or inside(head, scene, named=False)
        if hit is None:
            hit = town_at(head, scene)
        if hit is not None and hit.country is not None:
            yield as_place(candidate, hit, head)
            continue
        own = _own_soil(head, candidate) or _named_before(head, candidate)
        if own is not None:
            yield own


def town_at(head: Token, scene: Scene) -> NameHit | None:
    """A town that only the list of the world's towns knows, where the name means nothing else.

    Towns of the states that the words name come first, then the state where the story plays.
    """
    if head.pos_ != "PROPN" or head.tag_ == "NNPS" or scene.is_dated(head):
        return None
    words = [t for t in core(head) if t.pos_ == "PROPN"]
    if not words or resolve(head, scene):
        return None
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    near = {h.country for h in scene.sentence.hits if h.country is not None}
    near |= scene.discourse.countries(sentence=scene.sentence.index, reach=2)
    near |= {scene.ground} if scene.ground is not None else set()
    known = town(scene.sentence.text[start:end], near=near)
    if known is None:
        return None
    return NameHit(
        start=start, end=end, kind=NameKind.PLACE, key=known.name, name=known.name,
        country=known.country,
    )  # fmt: skip


def inside(head: Token, scene: Scene, *, named: bool = True) -> NameHit | None:
    """ "in China's Qingdao", "at a Polish air base", "at the Munich conference"."""
    lemma = head.lemma_.lower()
    if lemma in ABROAD:  # "the German consulate in Mazar" is not in Germany
        return None
    if scene.hit_at(head, frozenset({NameKind.DEMONYM})) is not None:
        return None  # "on 15 Russians"
    if lemma in VENUE:
        towns = scene.hits(core(head), _TOWNS)
        return towns[-1] if towns else None
    if lemma not in FIXED and not _is_bank(head) and not (named and head.pos_ == "PROPN"):
        return None
    hits = scene.hits(core(head), OWNED)
    human = head.pos_ == "PROPN" and any(map(is_individual, resolve(head, scene)))
    return hits[-1] if hits and not human else None  # "called on Malian President X"


def placed(head: Token, scene: Scene) -> NameHit | None:
    """ "targets in X", "the port of X": the place that follows in the phrase of the target."""
    fixed = head.lemma_.lower() in FIXED | PARTS
    for c in head.children:
        if c.dep_ == "prep" and (c.lower_ in LOCATIVE or (fixed and c.lower_ == "of")):
            for noun in complements(c):
                hit = scene.hit_at(noun, GROUND) or inside(noun, scene, named=False)
                if hit is None and noun.lemma_.lower() in PARTS:  # "a base on the edge of X"
                    hit = placed(noun, scene)
                if hit is not None:
                    return hit
    return None


def _is_bank(head: Token) -> bool:
    """ "On the Polish side of the border"."""
    beyond = (t for p in prepositions(head, "of") for t in complements(p))
    return head.lower_ == "side" and any(t.lemma_.lower() in _LINES for t in beyond)


def _own_soil(head: Token, candidate: Candidate) -> Place | None:
    """ "its east coast", "the capital", "sent troops to the country": of the one state meant."""
    hit = own_land(head, candidate.scene)
    if hit is None and head.lower_ == "country" and head.dep_ == "pobj":
        hit = land_meant(head, candidate, at_home=False)
    return as_place(candidate, hit, head, rule="place.own-soil") if hit is not None else None


def _pointed_at(candidate: Candidate) -> Place | None:
    """ "held talks there": the place that was named last."""
    near = (candidate.token, clause_of(candidate.token), *candidate.object_heads)
    told = (c for t in near for c in t.children if c.lower_ == "there")
    there = next((c for c in told if c.dep_ == "advmod"), None)
    hit = _last_place(there, candidate.scene) if there is not None else None
    if there is None or hit is None:
        return None
    return as_place(candidate, hit, there, rule="place.there")


def _named_before(head: Token, candidate: Candidate) -> Place | None:
    """ "seized the city": the one that was named last."""
    bare = all(c.dep_ in ("det", "prep", "relcl", "punct", "cc", "conj") for c in head.children)
    pointing = any(c.lower_ in ("the", "this", "that") for c in head.children)
    if head.lemma_.lower() not in _POINTED or head.tag_ != "NN" or not (bare and pointing):
        return None
    hit = _last_place(head, candidate.scene)
    return as_place(candidate, hit, head, rule="place.named-before") if hit is not None else None


def _last_place(token: Token, scene: Scene) -> NameHit | None:
    here = places_in(scene.sentence)
    found = (*scene.places, *(h for h in here if h.start < token.idx))
    return found[-1] if found else None


def places_in(sentence: Sentence) -> tuple[NameHit, ...]:
    """The towns and regions of a sentence; a capital is one only behind "in", "to" and the like."""
    return tuple(
        hit
        for hit in sentence.hits
        if hit.country is not None
        and (
            hit.kind is NameKind.PLACE
            or (hit.kind is NameKind.CAPITAL and _BEFORE_TOWN.search(sentence.text[: hit.start]))
        )
    )


def as_place(candidate: Candidate, hit: NameHit, head: Token, *, rule: str | None = None) -> Place:
    """A place as the sentence of a deed writes it."""
    return place_in(candidate.scene, hit, head, rule=rule)


def place_in(scene: Scene, hit: NameHit, head: Token, *, rule: str | None = None) -> Place:
    """A place as the page writes it, with its coordinates where the tables know them.

    With a `rule` the words are those of the head, which only points to the name.
    """
    named = [] if rule else [t for t in head.doc if hit.start <= t.idx < hit.end]
    tokens = tuple(named) or core(head)
    ground = (NameKind.COUNTRY, NameKind.DEMONYM, NameKind.SEAT)
    known = place(hit.name, country=hit.country) if hit.kind not in ground else None
    if known is None and hit.kind is NameKind.CAPITAL and country(hit.country or "") is None:
        known = place(hit.name)  # "Brussels" that stands for the Union lies in Belgium
    precision = PlacePrecision.COUNTRY
    if hit.kind is NameKind.CAPITAL:
        precision = PlacePrecision.CITY
    elif hit.kind is NameKind.SEAT:
        precision = PlacePrecision.SITE
    elif known is not None:
        precision = PlacePrecision(known.precision)
    elif hit.kind is NameKind.PLACE:
        precision = PlacePrecision.REGION
    return Place(
        span=scene.sentence.words(tokens),
        text=scene.text_of(tokens),
        name=hit.name,
        country=known.country if known is not None else hit.country,
        lat=known.lat if known is not None else None,
        lon=known.lon if known is not None else None,
        precision=precision,
        rule=rule or f"place.{hit.kind.value}",
    )


def _after(*names: str) -> Callable[[Candidate], tuple[Token, ...]]:
    """Where the ground stands behind one of the prepositions."""

    def heads(candidate: Candidate) -> tuple[Token, ...]:
        return tuple(t for name in names for t in candidate.after(name))

    return heads


def _targets(candidate: Candidate) -> tuple[Token, ...]:
    names = ("on", "against", "at", "into", "in", "of", "inside", "near", "around", "along", "to")
    if candidate.token.pos_ == "VERB":
        deeper = tuple(t for n in names if n not in ("of", "to") for t in candidate.after(n))
        return (*candidate.object_heads, *deeper)
    return tuple(t for n in names if n != "to" for t in candidate.after(n))


def _visited(candidate: Candidate) -> tuple[Token, ...]:
    if candidate.token.lemma_ in _LEAVES:  # "left X for Y"
        return (*candidate.after("for"), *candidate.after("to"))
    direct = candidate.object_heads if candidate.token.pos_ == "VERB" else ()
    return (*direct, *candidate.after("to"), *candidate.after("in"))


def _gone_to(candidate: Candidate) -> tuple[Token, ...]:
    """ "flew to X for talks", "the X talks": where one goes for it, or how it is called."""
    verb = clause_of(candidate.token)
    named = tuple(c for c in candidate.token.lefts if c.dep_ in ("compound", "nmod"))
    if verb == candidate.token or verb.lemma_ not in MOTION | _LEAVES:
        return named
    return (*_goals(verb), *named)


def _goals(verb: Token) -> tuple[Token, ...]:
    """ "flew to X", "left Y for X": where one goes."""
    ways = {"to", "into", "in"} | ({"for"} if verb.lemma_ in _LEAVES else set())
    goals = (p for p in verb.children if p.dep_ == "prep" and p.lower_ in ways)
    bare = verb.rights if verb.lemma_ in ("arrive", "reach") else ()  # "arrived X": South Asia
    there = (c for c in bare if c.dep_ in ("dobj", "npadvmod"))
    return (*(t for p in goals for t in complements(p)), *there)


def _left(candidate: Candidate) -> tuple[Token, ...]:
    """What is left or handed over, or what it is left from."""
    away = tuple(t for n in ("from", "of") for t in candidate.after(n))
    return (*candidate.object_heads, *away) if candidate.token.pos_ == "VERB" else away


def _held(candidate: Candidate) -> tuple[Token, ...]:
    """What is held, handed over or closed."""
    return (*candidate.object_heads, *candidate.after("of"))


def _lent(candidate: Candidate) -> tuple[Token, ...]:
    verb = candidate.xcomp() or candidate.ccomp()
    inner = tuple(c for c in verb.children if c.dep_ == "dobj") if verb is not None else ()
    return (*candidate.object_heads, *inner)


_AROUND = ("to", "into", "over", "through", "near", "off", "around", "across", "along", "on")
_TABLE: tuple[Falling, ...] = (
    Falling(kind=EventType.ASSAULT, heads=_targets, but=frozenset({"abduct"})),
    Falling(
        kind=EventType.ASSAULT,
        heads=_after("from", "in", "near", "at"),
        modes=frozenset({"abduct"}),
        kinds=_TOWNS,
    ),
    Falling(kind=EventType.CONSULT, heads=_visited, modes=frozenset({"visit"})),
    Falling(kind=EventType.CONSULT, heads=_gone_to, loose=False, kinds=_TOWNS),
    Falling(kind=EventType.MOBILIZE, heads=_after(*_AROUND)),
    Falling(kind=EventType.COOPERATE, heads=_lent, modes=frozenset({"lend-territory"})),
    Falling(kind=EventType.AID, heads=_after("to", "in"), modes=frozenset({"protect"})),
    Falling(kind=EventType.AID, heads=_after("to", "into", "at"), loose=False, kinds=_SITES),
    Falling(kind=EventType.RETREAT, heads=_left, modes=frozenset({"withdraw"})),
    Falling(kind=EventType.RETREAT, heads=_held, modes=frozenset({"surrender", "return"})),
    Falling(
        kind=EventType.COERCE,
        heads=_held,
        modes=frozenset({"blockade", "restrict", "seize"}),
        kinds=_TOWNS,
    ),
)
