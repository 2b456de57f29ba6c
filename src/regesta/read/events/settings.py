"""Where a deed was done: from its own window only."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from regesta.knowledge import NameHit, NameKind, place
from regesta.knowledge.frames import Frame
from regesta.model import QUADS, EventType, Modality, Place, PlacePrecision, Quad
from regesta.read.actors.scene import Scene
from regesta.read.clauses import clause_of, complements, core
from regesta.read.events.candidate import Candidate
from regesta.read.events.speakers import speech_verb
from regesta.read.events.standing import VERBAL
from regesta.read.events.windows import distance, placed_by

_GROUND = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.COUNTRY})
_OWNED = _GROUND | {NameKind.DEMONYM}
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "off", "around", "across"})
# Deeds whose place is where the parties came together: a sentence that tells only this, and
# names a place, names its place.
_MET = frozenset({EventType.CONSULT})
# Deeds that fall on a ground: the place of the target is theirs.
_FALLS = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE})
# What stands on a state's ground and does not move: "Iranian nuclear facilities".
_FIXED = frozenset(
    {"facility", "site", "base", "plant", "territory", "province", "city", "town", "region",
     "village", "port", "airport", "border", "soil", "airspace", "capital", "refinery", "bridge",
     "depot", "reactor", "infrastructure", "land", "island", "coast", "water", "hospital", "camp",
     "area", "suburb", "district", "airfield", "factory", "field"}
)  # fmt: skip

_ABROAD = frozenset({"embassy", "consulate", "mission"})


def where(candidate: Candidate, *, frame: Frame, modality: Modality, alone: bool) -> Place | None:
    """The place of the deed, when its own clause names one after a preposition of place.

    What was struck is where it was struck, and what was visited is where the visit was. What was
    not done was done nowhere.
    """
    if modality is Modality.NEGATED:
        return None
    kind = frame.type
    found = _locations(candidate, kind=kind, alone=alone and kind in _MET)
    found = found or _of_saying(candidate, kind=kind)
    if found:
        return min(found, key=lambda item: (item[0], item[1]))[2]
    if kind is EventType.ASSAULT and frame.mode not in ("abduct", "capture"):
        return next(_grounds(candidate, _targets(candidate), loose=True), None)
    if kind is EventType.CONSULT and frame.mode == "visit":
        return next(_grounds(candidate, _visited(candidate), loose=False), None)
    if kind is EventType.MOBILIZE:
        heads = (*candidate.after("to"), *candidate.after("into"))
        return next(_grounds(candidate, heads, loose=True), None)
    if frame.mode == "lend-territory":
        return next(_grounds(candidate, _lent(candidate), loose=True), None)
    return None


def _locations(
    candidate: Candidate, *, kind: EventType, alone: bool
) -> list[tuple[int, int, Place]]:
    scene, predicate = candidate.scene, candidate.token
    found = []
    for preposition in predicate.doc:
        if preposition.lower_ not in _LOCATIVE or preposition.dep_ != "prep":
            continue
        for head in complements(preposition):
            hit = _site(head, preposition, scene)
            if hit is None or hit.country is None:
                continue
            if not _is_own(candidate, preposition, kind=kind, hit=hit, alone=alone):
                continue
            if hit.kind is NameKind.COUNTRY and preposition.lower_ not in _WITHIN:
                continue  # "sanctions on Iran" says no place
            rank = 0 if hit.kind is not NameKind.COUNTRY else 1
            far = distance(preposition, predicate)
            found.append((rank, far, as_place(candidate, hit, head)))
    antecedent = _where_of(candidate)
    if antecedent is not None and not found:
        found.append((2, 0, antecedent))
    return found


def _of_saying(candidate: Candidate, *, kind: EventType) -> list[tuple[int, int, Place]]:
    """The place of the saying, for deeds that are done by saying: "they said at talks in X"."""
    verb = speech_verb(candidate.token) if kind in VERBAL else None
    if verb is None:
        return []
    return _locations(replace(candidate, token=verb), kind=kind, alone=False)


_WITHIN = frozenset({"in", "inside", "across"})


def _is_own(
    candidate: Candidate, preposition: Token, *, kind: EventType, hit: NameHit, alone: bool
) -> bool:
    """Whether a place is the deed's, not one that its words are about.

    "condemned the raids in X" was not said in X; of accords a town is the place, a country the
    matter: "signed a pact on fishing in X".
    """
    predicate = candidate.token
    joined = clause_of(preposition).dep_ == "conj" and clause_of(preposition) != predicate
    if alone and not joined:
        return True
    words = QUADS[kind] is Quad.VERBAL_CONFLICT
    if words and preposition.head in candidate.object_heads:
        return False
    accord = kind in (EventType.SUPPORT, EventType.AGREE, EventType.CONSULT) and _is_town(hit)
    return placed_by(preposition, predicate, target=accord or kind in _FALLS)


def _is_town(hit: NameHit) -> bool:
    if hit.kind is NameKind.CAPITAL:
        return True
    known = place(hit.name, country=hit.country) if hit.kind is NameKind.PLACE else None
    return known is not None and PlacePrecision(known.precision) is PlacePrecision.CITY


def _site(head: Token, preposition: Token, scene: Scene) -> NameHit | None:
    """The name of a place; a seat of power is one after "at" or "in": "at the White House"."""
    hit = scene.hit_at(head, _GROUND) or _apposed(head, scene) or _inside(head, scene)
    if hit is None and preposition.lower_ in ("at", "in", "inside", "outside"):
        hit = scene.hit_at(head, frozenset({NameKind.SEAT}))
    return hit


def _apposed(head: Token, scene: Scene) -> NameHit | None:
    """ "in the Belarusian capital, Minsk": the name that stands beside the description."""
    for c in head.children:
        if c.dep_ == "appos":
            return scene.hit_at(c, _GROUND)
    return None


def _inside(head: Token, scene: Scene, *, named: bool = True) -> NameHit | None:
    """ "in China's Qingdao", "at a Polish air base": the name within a fixed thing's words."""
    if head.lemma_.lower() in _ABROAD:  # "the German consulate in Mazar" is not in Germany
        return None
    if head.lemma_.lower() not in _FIXED and not (named and head.pos_ == "PROPN"):
        return None
    hits = scene.hits(core(head), _OWNED)
    return hits[-1] if hits else None


def _where_of(candidate: Candidate) -> Place | None:
    """ "came to X, where they agreed": the place that the relative clause hangs on."""
    clause = clause_of(candidate.token)
    if clause.dep_ != "relcl" or clause.left_edge.lower_ != "where":
        return None
    scene, first = candidate.scene, clause.left_edge
    heads = [t for t in clause.doc if t.i < first.i and scene.hit_at(t, _GROUND) is not None]
    hit = scene.hit_at(heads[-1], _GROUND) if heads else None
    return as_place(candidate, hit, heads[-1]) if hit is not None and hit.country else None


def _targets(candidate: Candidate) -> tuple[Token, ...]:
    names = ("on", "against", "at", "into", "in", "of", "inside", "near")
    if candidate.token.pos_ == "VERB":
        direct = candidate.object_heads
        deeper = tuple(t for n in names if n != "of" for t in candidate.after(n))
        return (*direct, *deeper)
    return tuple(t for n in names for t in candidate.after(n))


def _visited(candidate: Candidate) -> tuple[Token, ...]:
    direct = candidate.object_heads if candidate.token.pos_ == "VERB" else ()
    return (*direct, *candidate.after("to"), *candidate.after("in"))


def _lent(candidate: Candidate) -> tuple[Token, ...]:
    verb = candidate.xcomp() or candidate.ccomp()
    inner = tuple(c for c in verb.children if c.dep_ == "dobj") if verb is not None else ()
    return (*candidate.object_heads, *inner)


def _grounds(candidate: Candidate, heads: tuple[Token, ...], *, loose: bool) -> Iterator[Place]:
    """The places that the heads name; with `loose` also the state on whose ground a thing is."""
    for head in heads:
        hit = candidate.scene.hit_at(head, _GROUND)
        if hit is None and loose:
            hit = _inside(head, candidate.scene, named=False) or _placed(head, candidate.scene)
        if hit is not None and hit.country is not None:
            yield as_place(candidate, hit, head)


def _placed(head: Token, scene: Scene) -> NameHit | None:
    """ "targets in X": the place that follows in the phrase of the target."""
    for c in head.children:
        if c.dep_ == "prep" and c.lower_ in _LOCATIVE:
            for noun in complements(c):
                hit = scene.hit_at(noun, _GROUND)
                if hit is not None:
                    return hit
    return None


def as_place(candidate: Candidate, hit: NameHit, head: Token) -> Place:
    """A place as the page writes it, with its coordinates where the tables know them."""
    tokens = tuple(t for t in candidate.token.doc if hit.start <= t.idx < hit.end) or (head,)
    ground = (NameKind.COUNTRY, NameKind.DEMONYM, NameKind.SEAT)
    known = place(hit.name, country=hit.country) if hit.kind not in ground else None
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
        span=candidate.scene.sentence.words(tokens),
        text=candidate.scene.text_of(tokens),
        name=hit.name,
        country=known.country if known is not None else hit.country,
        lat=known.lat if known is not None else None,
        lon=known.lon if known is not None else None,
        precision=precision,
        rule=f"place.{hit.kind.value}",
    )
