"""Where a deed was done: from its own window only."""

from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, place
from regesta.knowledge.frames import Frame, words_of
from regesta.model import QUADS, EventType, Modality, Place, PlacePrecision, Quad
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, clause_of, complements, prepositions, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.events.carried import JUDGES
from regesta.read.events.grounds import (
    FIXED,
    GROUND,
    LOCATIVE,
    PARTS,
    as_place,
    ground,
    inside,
    placed,
    town_at,
)
from regesta.read.events.lands_meant import land_meant, pointed_here
from regesta.read.events.outcomes import placed_behind_day
from regesta.read.events.roles import fill
from regesta.read.events.soil import launch_site
from regesta.read.events.speakers import speech_verb
from regesta.read.events.standing import VERBAL
from regesta.read.events.windows import distance, placed_by
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

# Deeds whose place is where the parties came together: a sentence that tells only this, and
# names a place, names its place.
_MET = frozenset({EventType.CONSULT})
_WRITINGS = words_of("MEDIUM")
_WIRES = frozenset({"phone", "telephone", "video", "link", "videolink", "videoconference"})
# What a crowd does is done where it goes.
_ALONG = frozenset({"through", "along"})
# Verbs of coming together: what is said next is said there.
_GATHERS = frozenset({"meet", "gather", "convene", "speak", "talk", "host", "receive", "welcome"})
_URGES = frozenset({"call", "urge", "demand", "ask", "warn", "promise", "pledge", "vow"})
# "summoned the envoy in X", "called him in": where he is.
_SUMMONS = frozenset({"summon", "call"})
_COURTS = frozenset({"court", "tribunal", "judge", "magistrate", "jury"})
_POSTED = frozenset({"ambassador", "envoy", "representative", "consul", "commissioner", "mission"})
_BESIDE_IT = 2  # steps from a deed to "in the capital": the deed's, or its object's
# What is done at home by those who live there.
_AT_HOME = frozenset({EventType.PROTEST})
# Deeds that fall on a ground: the place of the target is theirs.
_FALLS = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE})
# "confidence in X", "meddled in X": what these words govern is no place of a deed.
_GOVERNS = frozenset(
    {"disappointed", "interested", "interest", "confidence", "faith", "trust", "believe", "belief",
     "invest", "investment", "succeed", "involve", "involvement", "interfere", "interference",
     "meddle", "meddling", "intervene", "intervention", "role", "stake", "part", "participate",
     "change", "engage", "result", "lie", "specialise", "specialize", "share", "rise", "fall"}
)  # fmt: skip


def where(candidate: Candidate, *, frame: Frame, modality: Modality, alone: bool) -> Place | None:
    """The place of the deed, when its own clause names one after a preposition of place.

    What was struck is where it was struck, and what was visited is where the visit was. Of what
    was not done only a town or region is told: a state is whom it was not done to. A call has two
    places, and a visit is to where the guest goes, wherever it is spoken of.
    """
    if frame.mode == "phone" or (frame.type in _MET and _is_wired(clause_of(candidate.token))):
        return None
    found = _place_of(candidate, frame=frame, alone=alone)
    land = found is not None and found.precision is PlacePrecision.COUNTRY
    return None if land and modality is Modality.NEGATED else found


def located(candidate: Candidate, *, kind: EventType) -> Place | None:
    """The place that a clause names for its deed, whatever row of the table it is read by."""
    found = _locations(candidate, kind=kind, alone=False)
    return min(found, key=_how_far)[2] if found else None


def _how_far(found: tuple[int, int, Place]) -> tuple[int, int]:
    """Towns before states, the nearest first."""
    return found[:2]


def _place_of(candidate: Candidate, *, frame: Frame, alone: bool) -> Place | None:
    kind = frame.type
    site = launch_site(candidate, frame)
    if site is not None:
        return site
    goal = ground(candidate, frame) if frame.mode == "visit" else None
    found = _locations(candidate, kind=kind, alone=alone and kind in _MET)
    found = found or _of_saying(candidate, kind=kind) or _of_meeting(candidate, kind=kind)
    if found:
        nearest = min(found, key=_how_far)[2]
        if goal is None or nearest.country in {
            p.country for p in fill(candidate, frame.recipients)
        }:
            return nearest
        return goal
    return goal or ground(candidate, frame) or _of_dateline(candidate, kind=kind)


def _of_dateline(candidate: Candidate, *, kind: EventType) -> Place | None:
    """ "met here on Monday", "told reporters here that": where the text comes from."""
    verb, here = clause_of(candidate.token), candidate.scene.here
    said = speech_verb(candidate.token) if kind in VERBAL else None
    verbs = (candidate.token, verb, *((said,) if said is not None else ()))
    token = pointed_here(verbs, candidate.scene) if here is not None else None
    if here is None or token is None:
        return None
    return as_place(candidate, here, token, rule="place.dateline")


def _is_wired(verb: Token) -> bool:
    """ "spoke by telephone", "discussed it by video link"."""
    near = (t for p in prepositions(verb, "by", "over", "on", "via") for t in complements(p))
    return any(t.lemma_.lower() in _WIRES for t in near)


def _locations(
    candidate: Candidate, *, kind: EventType, alone: bool
) -> list[tuple[int, int, Place]]:
    scene, predicate = candidate.scene, candidate.token
    found = []
    for preposition in predicate.doc:
        sent = kind in VERBAL and _sent_from(preposition, predicate)
        along = kind is EventType.PROTEST and preposition.lower_ in _ALONG
        if preposition.dep_ != "prep" or not (preposition.lower_ in LOCATIVE or sent or along):
            continue
        if preposition.head.lemma_.lower() in _GOVERNS or _is_wired(clause_of(preposition)):
            continue
        for head in _not_beside_a_time(preposition, scene):
            hit = _site(head, preposition, scene)
            meant = _meant(candidate, head, preposition, kind=kind) if hit is None else None
            hit = hit or meant
            if hit is None or hit.country is None:
                continue
            if preposition.lower_ in ("on", "at") and scene.hit_at(head, _CAPITALS) is not None:
                continue  # "called on Kyiv", "pointed the finger at Kyiv"
            if not (sent or _is_own(candidate, preposition, kind=kind, hit=hit, alone=alone)):
                continue
            if hit.kind is NameKind.COUNTRY and not _says_land(preposition, kind=kind):
                continue  # "sanctions on Iran" says no place
            rank = 0 if hit.kind is not NameKind.COUNTRY else 1
            far = distance(preposition, predicate)
            rule = "place.land-meant" if meant is not None else None
            found.append((rank, far, as_place(candidate, hit, head, rule=rule)))
    antecedent = _where_of(candidate)
    if antecedent is not None and not found:
        found.append((2, 0, antecedent))
    return found


def _meant(
    candidate: Candidate, head: Token, preposition: Token, *, kind: EventType
) -> NameHit | None:
    """The land of "in the capital", "in its waters"; of words it says what they are about."""
    near = distance(preposition, candidate.token) <= _BESIDE_IT
    if (
        kind in VERBAL - _MET
        or not near
        or not placed_by(preposition, candidate.token, target=True)
    ):
        return None
    return land_meant(head, candidate, at_home=kind in _AT_HOME)


def _not_beside_a_time(preposition: Token, scene: Scene) -> tuple[Token, ...]:
    """What it governs; in "took A in January and B in February" B is what was taken, too."""
    heads = tuple(complements(preposition))
    return () if heads and scene.is_dated(heads[0]) else heads


def _sent_from(preposition: Token, predicate: Token) -> bool:
    """ "in a statement from X, A accused": where the words were written."""
    written = preposition.lower_ == "from" and preposition.head.lemma_ in _WRITINGS
    return written and clause_of(preposition) == clause_of(predicate)


def _of_saying(candidate: Candidate, *, kind: EventType) -> list[tuple[int, int, Place]]:
    """The place of the saying, for deeds that are done by saying: "they said at talks in X"."""
    verb = speech_verb(candidate.token) if kind in VERBAL else None
    if verb is None:
        return []
    return _locations(replace(candidate, token=verb), kind=kind, alone=False)


def _of_meeting(candidate: Candidate, *, kind: EventType) -> list[tuple[int, int, Place]]:
    """ "met B in X and affirmed": what one verb after another says of those who met was said there.

    What has a doer of its own may have been done elsewhere.
    """
    verb, first = candidate.token, candidate.token.head
    if verb.dep_ != "conj" or kind not in VERBAL or child(verb, "nsubj", "nsubjpass") is not None:
        return []
    spoken = first.lemma_ in (_GATHERS | SPEECH | JUDGES | _URGES) - _SUMMONS
    if first.tag_ != verb.tag_ or not (spoken or _opens(candidate, first)):
        return []
    found = _locations(replace(candidate, token=first), kind=EventType.CONSULT, alone=False)
    return [
        item for item in found if item[2].span is not None and _before(item[2], verb, candidate)
    ]


def _opens(candidate: Candidate, first: Token) -> bool:
    """ "In X, A raised the matter and called on B": what opens the sentence holds for both."""
    doer = child(first, "nsubj")
    return doer is not None and any(
        p.dep_ == "prep" and p.i < doer.i and p.lower_ in ("in", "at") for p in first.lefts
    )


def _before(place: Place, verb: Token, candidate: Candidate) -> bool:
    return place.span is not None and place.span.end <= candidate.scene.sentence.offsets[verb.idx]


_CAPITALS = frozenset({NameKind.CAPITAL})
_WITHIN = frozenset({"in", "inside", "across"})
_BESIDE = frozenset({"near", "off", "around", "outside"})


def _says_land(preposition: Token, *, kind: EventType) -> bool:
    """Whether the name of a state behind the preposition is a place: "deployed near Taiwan"."""
    beside = kind in _FALLS and preposition.lower_ in _BESIDE
    return beside or preposition.lower_ in _WITHIN


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
    if _of_the_doer(candidate, preposition, kind=kind, hit=hit):
        return True
    if predicate.dep_ == "pobj" and placed_behind_day(predicate) == preposition:
        return True
    words = QUADS[kind] is Quad.VERBAL_CONFLICT
    lower = candidate.xcomp() or candidate.ccomp()  # "urged the men in X to yield"
    told = (*candidate.object_heads, *(subjects(lower) if words and lower is not None else ()))
    if words and any(preposition in (*h.rights, placed_behind_day(h)) for h in told):
        return False
    if words and _is_post(preposition, predicate):
        return False
    accord = kind in (EventType.SUPPORT, EventType.AGREE, EventType.CONSULT) and _is_town(hit)
    given = kind is EventType.AID  # "gave food to refugees in X"
    return placed_by(preposition, predicate, target=accord or given or kind in _FALLS)


def _of_the_doer(
    candidate: Candidate, preposition: Token, *, kind: EventType, hit: NameHit
) -> bool:
    """ "police in Hamburg seized", "an envoy in Jakarta said": where the doer is, it is done.

    Of words this holds for who speaks abroad; at home a doer's place only says whose he is.
    """
    if preposition.lower_ not in ("in", "at") or preposition.head not in subjects(candidate.token):
        return False
    if _is_post(preposition, candidate.token):
        return False
    court = preposition.head.lemma_.lower() in _COURTS  # "a court in X freed, rejected"
    if kind in (EventType.COERCE, EventType.PROTEST) or court:
        return True
    doers = candidate.codes(subjects(candidate.token))
    if kind is EventType.COOPERATE:
        return doers == {hit.country}  # "police in A's city of X detained B at C's request"
    return kind in VERBAL and bool(doers) and hit.country not in doers


def _is_post(preposition: Token, predicate: Token) -> bool:
    """ "A's envoy in X said", "recalled its envoy in X": where somebody is posted.

    Who is summoned is summoned there.
    """
    before = preposition.doc[max(0, preposition.i - 1)]
    return before.lemma_.lower() in _POSTED and predicate.lemma_ not in _SUMMONS


def _is_town(hit: NameHit) -> bool:
    if hit.kind is NameKind.CAPITAL:
        return True
    known = place(hit.name, country=hit.country) if hit.kind is NameKind.PLACE else None
    return known is not None and PlacePrecision(known.precision) is PlacePrecision.CITY


def _site(head: Token, preposition: Token, scene: Scene) -> NameHit | None:
    """The name of a place; a seat of power is one after "at" or "in": "at the White House"."""
    hit = scene.hit_at(head, GROUND) or _apposed(head, scene) or inside(head, scene)
    hit = hit or _beside(head, scene)
    if hit is None and head.lemma_.lower() in FIXED | PARTS:  # "off the island of X"
        hit = placed(head, scene)
    if hit is None and preposition.lower_ != "on":
        hit = town_at(head, scene)
    if hit is None and preposition.lower_ in ("at", "in", "inside", "outside", "from"):
        hit = scene.hit_at(head, frozenset({NameKind.SEAT}))
    return hit


def _apposed(head: Token, scene: Scene) -> NameHit | None:
    """ "in the Belarusian capital, Minsk": the name that stands beside the description."""
    for c in head.children:
        if c.dep_ == "appos":
            return scene.hit_at(c, GROUND)
    return None


def _beside(head: Token, scene: Scene) -> NameHit | None:
    """ "on the sidelines of the Munich conference"."""
    if head.lemma_.lower() not in ("sideline", "sidelines", "margin", "margins"):
        return None
    occasions = (t for p in prepositions(head, "of", "at") for t in complements(p))
    found = (scene.hit_at(t, GROUND) or inside(t, scene) for t in occasions)
    return next((hit for hit in found if hit is not None), None)


def _where_of(candidate: Candidate) -> Place | None:
    """ "came to X, where they agreed": the place that the relative clause hangs on."""
    clause = clause_of(candidate.token)
    if clause.dep_ != "relcl" or clause.left_edge.lower_ != "where":
        return None
    scene, first = candidate.scene, clause.left_edge
    heads = [t for t in clause.doc if t.i < first.i and scene.hit_at(t, GROUND) is not None]
    hit = scene.hit_at(heads[-1], GROUND) if heads else None
    return as_place(candidate, hit, heads[-1]) if hit is not None and hit.country else None
