"""Bodies and offices whose state the words leave out: "the army", "the ministry", "the rebels"."""

from dataclasses import replace

from regesta.knowledge import Office, offices
from regesta.model import Party, Sector
from regesta.read.actors.bilateral import facing, has_minister
from regesta.read.actors.fought import is_far_from_home, of_its_foes
from regesta.read.actors.holdings import named_group, nation, sole_group
from regesta.read.actors.homes import (
    Home,
    of_body,
    of_fighters,
    of_forces,
    of_opening,
    of_phrase,
)
from regesta.read.actors.monarchs import may_bear, of_monarch
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import Resolve, as_state, clause_doers, doers_beside, pointed
from regesta.read.actors.scene import Scene
from regesta.read.actors.spoken_for import OPPOSING, of_its_speaker, own_forces, spoken_for
from regesta.read.clauses import (
    child,
    clause_of,
    core,
    governors,
    prepositions,
    subjects,
)
from regesta.read.tree import Token

_NAMED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_COLLECTIVE = frozenset(
    {"government", "army", "military", "regime", "troop", "force", "authority", "ministry",
     "parliament", "administration", "navy", "delegation", "official", "junta", "leadership",
     "cabinet", "treasury"}
)  # fmt: skip
# Of which a state has one, so that its officials mean their own.
_OWN_FORCES = frozenset({"army", "military", "navy", "air force", "armed forces", "police"})
_LOOSE = frozenset({"regime", "force", "authority"})  # a compound may make them no body
_ARMED = frozenset({"military", "army", "security", "clerical"})
_USUALLY = {"administration": "USA", "congress": "USA", "senate": "USA", "house": "USA",
            "treasury": "USA"}  # fmt: skip
# Bodies of which a state has many, or that go by a bare name.
MINISTRIES = frozenset({"foreign ministry", "defence ministry", "interior ministry"})
# Who serves in some state's forces, whichever: of its land, as long as no other's are spoken of.
_SOLDIERS = frozenset(
    {"soldier", "troop", "force", "commando", "paratrooper", "marine", "serviceman", "jet",
     "warplane", "plane", "gunship"}
)  # fmt: skip
# What a government may be called with a capital and be any state's.
_PARTISAN = frozenset(
    {"conservative", "labour", "labor", "socialist", "liberal", "communist", "islamist", "tory",
     "republican", "democratic", "federal", "military", "interim", "transitional", "central",
     "coalition", "royal", "revolutionary", "foreign", "imperial", "national", "provisional"}
)  # fmt: skip
_RULING = frozenset({"ruling", "governing"})
_INSTITUTIONS = frozenset({"police", "court", "prosecutor", "parliament", "lawmaker"})
_NATION = frozenset({"country", "nation", "kingdom", "republic", "emirate", "sultanate"})
_ORDERS = frozenset({"order", "instruct", "direct", "command", "authorise", "authorize"})
_ASKS = frozenset({"ask", "tell", "urge"})
_MISSIONS = frozenset({"embassy", "consulate", "ambassador"})
_RULERS = frozenset({"leader", "strongman", "autocrat", "dictator", "ruler"})
_HEADS_OF_STATE = frozenset({"president", "prime minister", "leader", "supreme leader", "king",
                             "chancellor", "crown prince", "emir", "sultan"})  # fmt: skip
_HELD_BY_ONE = frozenset(
    {"president", "minister", "premier", "chancellor", "spokesman",
     "spokeswoman", "spokesperson", "leader"}
)  # fmt: skip
_SENT = frozenset({"envoy", "diplomat", "ambassador"})
_OF_ONE = frozenset({"president", "prime minister", "chancellor", "vice president"})


def described(head: Token, scene: Scene, office: Office, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "the minister", "the army": the one that was spoken of, if only one can be meant."""
    owned = " of " not in office.phrase and any(True for _ in prepositions(head, "of"))
    if child(head, "nummod") is not None or owned:
        return ()  # "the three governments" are not one, "the head of X" is X's
    definite, tokens, word = _is_definite(head), core(head), head.lemma_.lower()
    known = _spoken_of(head, scene, office, resolve=resolve)
    if known is not None:
        return (pointed(known, tokens, scene, rule="coreference.office"),)
    opened = of_monarch(head, scene) or of_opening(
        head, scene, office=office.name, sector=office.sector
    )
    if opened is not None:
        return (_of_home(head, scene, office=office, found=opened),)
    ruling = office.name == "party" and _RULING & {t.lower_ for t in tokens}
    if office.name == "media" and office.phrase.startswith("state "):
        return _state_media(head, scene, office=office)
    if office.name in _INSTITUTIONS or ruling or (word == "authority" and not definite):
        return _institution(head, scene, office=office, definite=definite)
    fights = office.name == "rebel" and not any(c.pos_ == "PROPN" for c in head.lefts)  # "X's men"
    if office.name == "armed forces":
        told = own_forces(head, scene, resolve=resolve)
        if told is not None:
            found = pointed(as_state(told), tokens, scene, rule="forces.speaker")
            return (replace(found, sector=office.sector),)
    if office.name == "armed forces" and word in _SOLDIERS:
        home = of_forces(head, scene, definite=definite)
        if home is not None:
            return (_of_home(head, scene, office=office, found=home),)
    if not definite and not (head.tag_ == "NNS" and fights):
        return ()
    group = named_group(head, scene) if fights and definite else None
    if group is not None:
        return (pointed(group, tokens, scene, rule="coreference.group"),)
    ground = of_fighters(head, scene) if fights or word == "regime" else None
    if word == "regime" and ground is not None:
        ground = _named_across(head, scene, resolve=resolve) or ground
    band = sole_group(ground, scene) if ground is not None and fights and definite else None
    if band is not None and head.tag_ == "NNS":
        return (pointed(band, tokens, scene, rule="coreference.group"),)
    if ground is not None:
        return (_on_ground(head, scene, office=office.name, home=ground),)
    if head.tag_ == "NN" and word in _NATION:
        return _the_country(head, scene, resolve=resolve)
    if office.name == "government" and _has_own_name(head, office):
        return ()
    staff = office.phrase.startswith("joint chiefs")
    if word in _COLLECTIVE or office.name in MINISTRIES or staff:
        return _body_before(head, scene, resolve=resolve)
    led = of_phrase(head, scene, office=office.name, sector=office.sector)
    one = head.tag_ in ("NN", "NNP") and word in _HELD_BY_ONE and head.dep_ == "nsubj"
    one = one or (word == "office" and office.name in _OF_ONE and head.dep_ == "nsubj")
    return (_of_home(head, scene, office=office, found=led),) if one and led is not None else ()


def _is_definite(head: Token) -> bool:
    """ "the army", "that minister", "the president's office"."""
    owner = child(head, "poss")  # "the president's office" has its own article
    dets = (*head.children, *(owner.children if owner is not None else ()))
    return any(c.lower_ in ("the", "this", "that") for c in dets if c.dep_ == "det")


def _spoken_of(head: Token, scene: Scene, office: Office, *, resolve: Resolve) -> Party | None:
    """The holder of an office or the body that was spoken of, or that the speaker serves."""
    definite, word = _is_definite(head), head.lemma_.lower()
    known = _holder_before(head, scene, office=office.name) if definite else None
    if known is not None and not may_bear(word, known.country):
        known = None
    if known is None and definite:
        known = _holder_beside(head, scene, office=office.name, resolve=resolve)
    if known is None and definite and word in _MISSIONS:
        known = scene.discourse.envoys(sentence=scene.sentence.index)
    if known is None and word == "office" and office.name in _OF_ONE:
        known = spoken_for(head, scene, resolve=resolve)
    if known is None and definite and office.phrase in _OWN_FORCES:
        known = of_its_speaker(head, scene, office=office, resolve=resolve)
    return known


def _has_own_name(head: Token, office: Office) -> bool:
    """ "the Bolivarian government": one state's name for it, not that of whoever was told of."""
    known = _PARTISAN | set(office.phrase.split())
    named = (t for t in core(head) if t.i < head.i and t.i > 0 and t.text[:1].isupper())
    return any(t.lower_ not in known and t.lower_ != "the" for t in named)


def _state_media(head: Token, scene: Scene, *, office: Office) -> tuple[Party, ...]:
    """ "State media denounced the raid": of the land that the report is about, or comes from."""
    code = scene.ground or scene.base
    if code is None:
        led = scene.discourse.leader(before=scene.sentence.index)
        own = led is not None and (is_of_state(led) or led.sector is Sector.MED)
        code = led.country if led is not None and own else None
    home = Home(country=code, rule="office.home") if code is not None else None
    return (_of_home(head, scene, office=office, found=home),) if home is not None else ()


def _the_country(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "the country": the one named or told of; what is done towards it is not done to its doers.

    "A and B have halted aid to the country": that of those whom they last dealt with.
    """
    found = nation(head, scene)
    doers = doers_beside(head, scene, resolve=resolve) if head.dep_ == "pobj" else frozenset()
    if not doers or (found is not None and found.country not in doers):
        return (found,) if found is not None else ()
    index = scene.sentence.index
    others = (scene.discourse.other(str(code), sentence=index) for code in doers)
    known = {p.country: p for p in others if p is not None and p.country not in doers}
    one = next(iter(known.values())) if len(known) == 1 else None
    return (pointed(one, core(head), scene, rule="coreference.nation"),) if one else ()


def _institution(head: Token, scene: Scene, *, office: Office, definite: bool) -> tuple[Party, ...]:
    """ "police", "a court", "the Senate": the one spoken of, else that of the state that acts."""
    word = head.lemma_.lower()
    index = scene.sentence.index
    home = of_body(head, scene, office=office.name, sector=office.sector)
    placed = home is not None and home.rule != "office.home"
    known = scene.discourse.body(word, sector=office.sector, sentence=index) if definite else None
    known = known or (_meant_by(head, scene) if definite else None)
    organ = scene.discourse.organ(word, sentence=index) if definite and known is None else None
    if organ is not None:
        return (pointed(organ, core(head), scene, rule="coreference.organ"),)
    if known is not None and not placed:
        found = pointed(as_state(known), core(head), scene, rule="coreference.body")
        return (replace(found, sector=office.sector),)
    if home is None and " of representatives" in office.phrase:
        home = Home(country="USA", rule="office.usual")  # where no state was spoken of
    return (_of_home(head, scene, office=office, found=home),) if home is not None else ()


def _holder_before(head: Token, scene: Scene, *, office: str) -> Party | None:
    """ "the minister", "the secretary": the last holder of the office who was spoken of.

    In "A B, the trade secretary," it is A B's.
    """
    if head.dep_ == "appos" and head.head.pos_ == "PROPN":
        return None
    index = scene.sentence.index
    if head.lower_ == "secretary":
        known = scene.discourse.person(sentence=index, office="secretary of state")
        if known is not None:
            return known
    known = scene.discourse.person(sentence=index, office=office)
    if known is None and office in _SENT:  # "the envoy" after the UN's man was told of
        last = scene.discourse.person(sentence=index)
        known = last if last is not None and last.sector is Sector.IGO else None
    if (
        known is None
        and head.lemma_.lower() in _RULERS
        and len(core(head)) == len(("the", "ruler"))
    ):
        led = scene.discourse.person(sentence=index)
        return led if led is not None and led.office in _HEADS_OF_STATE else None
    return known


def _holder_beside(head: Token, scene: Scene, *, office: str, resolve: Resolve) -> Party | None:
    """ "An aide of President A said the president ...": the only one named before it, no guest."""
    if head.tag_ not in ("NN", "NNP") or head.dep_ == "appos":
        return None
    before = (t for t in head.doc[: head.left_edge.i] if t.pos_ == "PROPN" and t.dep_ in _NAMED)
    own = (t for t in before if t.head.lower_ not in ("with", "to", "by"))
    found = {p.person: p for t in own for p in resolve(t, scene) if p.person is not None}
    holders = [p for p in found.values() if p.office == office]
    return holders[0] if len(holders) == 1 else None


def _of_home(head: Token, scene: Scene, *, office: Office, found: Home) -> Party:
    party = scene.described(
        core(head), country=found.country, sector=office.sector, rule=found.rule
    )
    return replace(party, office=office.name)


def _body_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "the army", "the ministry": the one spoken of before, else that of the state that led.

    Where something is done to it, it is not the doer's own: "A cut off the regime". Whose spokesman
    says what the government does speaks of his own.
    """
    word = head.lemma_.lower()
    if not OPPOSING.isdisjoint(t.lower_ for t in core(head)):
        return ()  # "the enemy army" is not that of whoever was told of
    beside = child(head, "compound") if word in _LOOSE else None
    if beside is not None and beside.lower_ not in _ARMED:
        return ()  # "the sanctions regime", no "military regime"
    body = offices().lookup(word)
    sector = body.sector if body is not None else Sector.GOV
    known = spoken_for(head, scene, resolve=resolve) or _ordered(head, scene, resolve=resolve)
    land = of_its_foes(head, scene, resolve=resolve) if known is None else None
    if land is not None:
        found = scene.described(core(head), country=land, sector=sector, rule="office.foes")
        return (found,)
    known = known or _last_body(head, scene, sector=sector, resolve=resolve)
    if known is None or not is_of_state(known):
        return ()
    found = pointed(as_state(known), core(head), scene, rule="coreference.body")
    return (replace(found, sector=sector),)


def _last_body(head: Token, scene: Scene, *, sector: Sector, resolve: Resolve) -> Party | None:
    word, index = head.lemma_.lower(), scene.sentence.index
    known = scene.discourse.body(word, sector=sector, sentence=index)
    if known is None and word == "regime":
        return _blamed(head, scene, resolve=resolve)
    known = known or _meant_by(head, scene)
    if known is None and word == "office" and scene.base is not None:  # "the Foreign Office"
        return _on_ground(head, scene, office="foreign ministry", home=scene.base)
    if known is None and word == "junta" and scene.ground is not None:
        return scene.discourse.last_of(scene.ground)  # whoever led before: it rules at home
    led = scene.discourse.government(sentence=index) if known is None else None
    if led is not None and led.country == "USA" and has_minister(t.lower_ for t in core(head)):
        known = scene.discourse.half("USA")  # America has no ministries
    elif led is not None and not is_far_from_home(head, scene, led):
        known = led
    if known is None and scene.ground is not None:
        return _on_ground(head, scene, office="government", home=scene.ground)
    if known is None and scene.base is not None:
        return _on_ground(head, scene, office="government", home=scene.base)
    return _not_own(head, scene, known, resolve=resolve) if known is not None else None


def _ordered(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A has ordered the navy to ...", "its president asked the army to ...": A's own."""
    verb = clause_of(head)
    called = verb.lemma_ == "call" and head.dep_ == "pobj" and head.head.lower_ == "on"
    if not called and (head.dep_ != "dobj" or verb.lemma_ not in _ORDERS | _ASKS):
        return None
    own = (p for t in subjects(verb) for p in resolve(t, scene) if is_of_state(p))
    doer = next(own, None)
    if doer is None or verb.lemma_ in _ORDERS or doer.office in _HEADS_OF_STATE:
        return doer
    house = doer.sector in (Sector.LEG, Sector.JUD) and head.lemma_.lower() == "government"
    return doer if house else None  # "A's parliament called on the government to ..."


def _not_own(head: Token, scene: Scene, known: Party, *, resolve: Resolve) -> Party | None:
    """Whom something is done to is another than who does it: "A will buy no arms from it"."""
    if known.country == _USUALLY.get(head.lemma_.lower()):
        return known  # "pleaded with the administration": at home, too
    if head.dep_ == "nsubj" and known.country in facing(head, scene):
        return _across_from(known, scene)
    if head.dep_ not in ("dobj", "pobj", "dative"):
        return known
    doers = clause_doers(head, scene, resolve=resolve)
    if known.country not in doers:
        return known
    return scene.discourse.other(str(known.country), sentence=scene.sentence.index)


def _across_from(known: Party, scene: Scene) -> Party | None:
    """Who does something to a state in a story of two: the other, or where the report is from."""
    others = scene.two - {known.country} or ({scene.base} - {None, known.country})
    return scene.discourse.last_of(str(next(iter(others)))) if len(others) == 1 else None


def _meant_by(head: Token, scene: Scene) -> Party | None:
    """The state that news call by the bare word, where it was spoken of: "the administration"."""
    code = _USUALLY.get(head.lemma_.lower()) if len(core(head)) == 2 else None
    states = (s.party for s in reversed(scene.discourse.seen) if is_of_state(s.party))
    return next((party for party in states if party.country == code), None)


def _blamed(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A said the regime must yield": of the two states that the text is about not A's."""
    verbs = (clause_of(head), *(g for g in governors(head) if g.pos_ in ("VERB", "AUX")))
    doers = {p.country for v in verbs for t in subjects(v) if t != head for p in resolve(t, scene)}
    codes = scene.discourse.main() - doers
    if len(codes) != 1:
        return None
    known = [s for s in reversed(scene.discourse.seen) if s.party.country in codes]
    led = bool(doers) or any(s.leading for s in known)  # a land that only lay there is not meant
    return known[0].party if known and led else None


def _named_across(head: Token, scene: Scene, *, resolve: Resolve) -> str | None:
    """ "B seeks talks with C, but A insists the regime must yield": C, whom others deal with."""
    verbs = [g for g in governors(head) if g.pos_ in ("VERB", "AUX")]
    doers = {p.country for v in verbs for t in subjects(v) if t != head for p in resolve(t, scene)}
    before = (t for t in head.doc[: head.left_edge.i] if t.dep_ in ("pobj", "dobj"))
    named = {p.country for t in before for p in resolve(t, scene) if is_of_state(p)} - doers
    return named.pop() if len(named) == 1 and doers else None


def _on_ground(head: Token, scene: Scene, *, office: str, home: str) -> Party:
    """ "the rebels", "the regime" of the one country that the article is about."""
    body = offices().lookup(head.lemma_.lower()) or offices().lookup(head.lower_)  # "the forces"
    sector = body.sector if body is not None else Sector.REB
    found = scene.described(core(head), country=home, sector=sector, rule="coreference.ground")
    return replace(found, office=office)
