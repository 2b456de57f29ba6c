"""Ground by who holds it, forces by who leads them, members of a union by the union.

"rebel-held suburbs", "the US-led coalition", "some member states", "the Danes".
"""

from dataclasses import replace
from itertools import pairwise

from regesta.knowledge import NameKind, country, offices, organisation
from regesta.model import Party, Sector
from regesta.read.actors.epithets import described_by
from regesta.read.actors.homes import of_fighters
from regesta.read.actors.namewords import name_tokens
from regesta.read.actors.pointing import Resolve, pointed
from regesta.read.actors.portraits import ALIKE
from regesta.read.actors.scene import NATION_KINDS, STATE_KINDS, Scene
from regesta.read.clauses import child, complements, core, prepositions, reachable
from regesta.read.tree import Token

_LED = frozenset({"led", "headed", "commanded"})
_FORCES = frozenset(
    {"coalition", "force", "troop", "alliance", "aircraft", "jet", "warplane", "plane", "bloc",
     "soldier", "fighter", "army", "military", "navy", "fleet", "gunman", "militant", "militia",
     "rebel", "insurgent", "attacker"}
)  # fmt: skip
_HELD = frozenset({"held", "controlled", "run", "ruled"})
_BY_REBELS = frozenset({"rebel", "opposition", "separatist", "insurgent", "militant", "jihadist"})
_REBELS = _BY_REBELS | {"guerrilla"}
_LEADING = frozenset({"leader", "commander", "chief", "spokesman", "negotiator", "envoy"})
_GROUND = frozenset(
    {"area", "town", "city", "village", "suburb", "district", "territory", "enclave", "region",
     "province", "zone", "neighbourhood", "neighborhood", "part", "position", "pocket", "land",
     "stronghold", "quarter", "target"}
)  # fmt: skip
_ORGANS = frozenset(
    {"board", "council", "panel", "committee", "secretariat", "commission", "assembly", "mission",
     "inspectorate", "taskforce"}
)  # fmt: skip
_WINGS = frozenset({"bloc", "wing", "arm", "politburo", "bureau", "leadership", "shura"})
_BENCHES = frozenset({"judge", "court", "tribunal", "bench", "prosecutor"})
_BENCH = frozenset({"the judges", "the prosecutor", "the prosecutors", "prosecutors"})
_SEATED = {"Strasbourg": "ECHR"}
_SEATS = frozenset({"Hague", "Strasbourg", "Luxembourg"})
_MEMBERS = frozenset(
    {"leader", "ally", "member", "minister", "ambassador", "envoy", "government", "head"}
)
_GATHER = frozenset({"leader", "ally", "minister"})
_OF_STATES = frozenset(
    {"EU", "NATO", "G7", "G8", "G20", "ASEAN", "AU", "ARAB LEAGUE", "GCC", "SCO", "BRICS", "APEC",
     "ECOWAS", "SADC", "IGAD", "EAC", "COMMONWEALTH", "CARICOM", "PIF", "OIC", "OPEC", "MERCOSUR"}
)  # fmt: skip
_JUST_NOW = 2  # sentences back to the organisation whose "leaders" agreed
_BELONG = frozenset({"member", "ally", "partner"})
MANY = 4  # leaders or ministers who are no longer those of a few states just named
_STATES = frozenset({NameKind.COUNTRY, NameKind.DEMONYM})
_SAID_TO = frozenset(
    {"threaten", "accuse", "warn", "urge", "blame", "thank", "condemn", "tell", "ask", "criticise",
     "criticize", "denounce", "praise", "rebuke", "press"}
)  # fmt: skip
_MEETS = frozenset({"meet", "consult", "host", "receive", "visit", "phone", "call", "lobby"})
_AT_IT = frozenset({"by", "with", "alongside"})
_TEMPERS = frozenset(
    {"furious", "angry", "irate", "wary", "defiant", "stubborn", "nervous", "reluctant", "eager",
     "hard-pressed", "cash-strapped", "embattled", "victorious", "retreating", "occupying"}
)  # fmt: skip
_PEOPLES = frozenset({NameKind.DEMONYM})
GROUPS = frozenset({"group", "movement", "militia"})


def held_ground(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Houthi-held towns", "rebel-held suburbs of Homs": those who hold the ground."""
    if head.lemma_.lower() not in _GROUND:
        return ()
    tokens = core(head)
    held = [t for t in tokens if t.lower_ in _HELD or t.lower_.rpartition("-")[2] in _HELD]
    if not held:
        return _opposition_ground(head, scene)
    start, end = min(t.idx for t in tokens), max(t.idx for t in tokens)
    for hit in scene.sentence.hits:
        if hit.compound and hit.tail in _HELD and start <= hit.start <= end and hit.country:
            return (scene.party(tokens, hit, rule="ground.held"),)
    words = scene.text_of(tokens).lower()
    return _rebels(head, scene) if any(f"{who}-" in words for who in _BY_REBELS) else ()


def led_by(noun: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the Saudi-led blockade", "a US-led coalition": the state that leads."""
    tokens = core(noun)
    start, end = min(t.idx for t in tokens), max(t.idx for t in tokens)
    return tuple(
        scene.party(tokens, hit, rule="forces.led")
        for hit in scene.sentence.hits
        if hit.compound and hit.tail in _LED and start <= hit.start <= end and hit.country
    )


def led_forces(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the Saudi-led coalition", "NATO-led troops": they act for the state that leads them."""
    return led_by(head, scene) if head.lemma_.lower() in _FORCES else ()


# Whose fighters are told apart from their land's rebels.
_NO_REBELS = frozenset({"ISIS", "HTS", "JABHAT AL-NUSRA", "HAMAS", "HEZBOLLAH", "ISIS-K"})


def _opposition_ground(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "rebel positions", "opposition areas"."""
    words = {c.lower_ for c in head.children if c.dep_ in ("compound", "amod")}
    return _rebels(head, scene) if words & _BY_REBELS else ()


def _rebels(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Those in arms against a state, where the phrase or the article says which state."""
    country = of_fighters(head, scene)
    if country is None:
        return ()
    group = sole_group(country, scene)
    if group is not None:
        return (pointed(group, core(head), scene, rule="ground.group"),)
    found = scene.described(core(head), country=country, sector=Sector.REB, rule="ground.rebels")
    return (found,)


def sole_group(land: str, scene: Scene) -> Party | None:
    """ "The rebels" of a land of which one armed group alone was named so far: that group.

    Of Syria and the like, where jihadists are other than the rebels, it stays unsaid.
    """
    groups = {
        code: known.base
        for code in scene.discourse.fighters() | _bands_here(scene)
        if (known := organisation(code or "")) is not None
    }
    here = [code for code, base in groups.items() if base == land and code not in _NO_REBELS]
    if len(here) != 1 or len(groups) != 1:
        return None
    told = scene.discourse.last_fighters(here[0])
    word = (scene.sentence.doc or ())[:1]
    return told or scene.described(word, country=here[0], sector=Sector.REB, rule="ground.group")


def _bands_here(scene: Scene) -> frozenset[str | None]:
    """The armed groups that a sentence names."""
    return frozenset(h.country for h in scene.sentence.hits if h.kind is NameKind.GROUP)


def rebels_inside(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "rebel-held areas", "opposition parts of Aleppo": the word before a noun that tells them."""
    side = next((t for t in core(head) if t != head and t.lemma_.lower() in _REBELS), None)
    if side is None:
        return ()
    kinds = NATION_KINDS | {NameKind.PLACE}
    hits = (scene.hit_at(token, kinds) for token in reachable(head))
    named = next((hit.country for hit in hits if hit is not None), None) or scene.ground
    if named is None:
        return ()
    return (scene.described((side,), country=named, sector=Sector.REB, rule="inside.rebels"),)


def members(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "some member states", "NATO members": the organisation, which acts through them."""
    if head.lemma_.lower() in _BELONG:
        return _named_members(head, scene)
    if head.lemma_.lower() not in ("state", "country", "nation"):
        return ()
    words = {c.lower_ for c in head.children if c.dep_ in ("compound", "amod", "nmod")}
    if "member" not in words:
        return ()
    if scene.hits(core(head), STATE_KINDS):
        return ()
    known = scene.discourse.organisation(sentence=scene.sentence.index)
    if known is None:
        return ()
    return (pointed(known, core(head), scene, rule="coreference.members"),)


def _named_members(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "NATO allies", "members of NATO", unless names or a number say which they are."""
    if head.tag_ != "NNS" or any(c.dep_ in ("appos", "nummod", "conj") for c in head.children):
        return ()
    within = [t for p in prepositions(head, "of") for t in complements(p)]
    named = [hit for t in (*core(head)[:-1], *within) for hit in scene.hits((t,), STATE_KINDS)]
    if not named or any(hit.kind is not NameKind.ORGANISATION for hit in named):
        return ()
    return (scene.party((*core(head), *within), named[0], rule="name.members"),)


def allies(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the 29 leaders", "the allies" after NATO, "Leaders agreed": the organisation told of."""
    word = head.lemma_.lower()
    if head.tag_ != "NNS" or word not in _MEMBERS:
        return ()
    count = child(head, "nummod")
    many = count is not None and count.text.isdigit() and int(count.text) > MANY
    definite = any(c.lower_ in ("the", "its") for c in head.children)
    bare = not any(head.children) and head.dep_ == "nsubj" and word in _GATHER
    if not bare and (not definite or not (many or word == "ally")):
        return ()
    index = scene.sentence.index
    alone = len(_OF_STATES & scene.named) == 1
    told = (s for s in reversed(scene.discourse.seen) if alone or index - s.sentence <= _JUST_NOW)
    unions = (s.party for s in told if bare and s.party.country in _OF_STATES)
    known = next(unions, None) if bare else scene.discourse.organisation(sentence=index)
    if known is None or scene.hits(core(head), NATION_KINDS):
        return ()
    if word == "ally" and known.country != "NATO":
        return ()
    return (pointed(known, core(head), scene, rule="coreference.members"),)


def shortened(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the council", "the Commission": the organisation spoken of whose name ends in the word."""
    if head.tag_ not in ("NN", "NNP") or not head.lefts:
        return ()
    word, tokens = head.lower_, core(head)
    if len(tokens) != len(("the", word)):
        return ()
    if tokens[0].lower_ != "the" or scene.hit_at(head, NATION_KINDS) is not None:
        return ()
    text = scene.sentence.text
    for hit in reversed(scene.sentence.hits):
        organisation_before = hit.kind is NameKind.ORGANISATION and hit.end <= head.idx
        if organisation_before and text[hit.start : hit.end].lower().endswith(f" {word}"):
            return (scene.party(tokens, hit, rule="coreference.shortened"),)
    known = scene.discourse.called(word, sentence=scene.sentence.index)
    if known is None and word == "commission":
        known = _with_commission(scene)
    if known is None and word in ("court", "tribunal"):
        known = scene.discourse.court(sentence=scene.sentence.index)
    return (pointed(known, tokens, scene, rule="coreference.shortened"),) if known else ()


def _with_commission(scene: Scene) -> Party | None:
    """ "the Commission": the European Union's, where no other union of states was told of."""
    unions = scene.named & {"EU", "AU", "ECOWAS", "EAC", "CARICOM"}
    known = scene.discourse.organisation(sentence=scene.sentence.index)
    return known if known is not None and {known.country} == unions == {"EU"} else None


def shared_court(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The judges", "a court in Strasbourg": the court of several states told of or seated there.

    Not one that the words give a state: "a Dutch court in The Hague".
    """
    if head.lemma_.lower() not in _BENCHES or scene.hits(core(head), NATION_KINDS):
        return ()
    tokens = core(head)
    seat = seat_of_courts(head)
    if seat is None and " ".join(t.lower_ for t in tokens) not in _BENCH:
        return ()
    known = scene.discourse.court(sentence=scene.sentence.index)
    if known is not None and known.sector is Sector.IGO:
        return (pointed(known, tokens, scene, rule="coreference.court"),)
    code = _SEATED.get(seat or "")
    if code is None:
        return ()
    return (scene.described(tokens, country=code, sector=Sector.IGO, rule="court.seat"),)


def seat_of_courts(head: Token) -> str | None:
    """The town behind a court or its judges in which courts of several states sit."""
    if head.lemma_.lower() not in _BENCHES:
        return None
    places = (t.text for p in prepositions(head, "in", "at") for t in complements(p))
    return next((place for place in places if place in _SEATS), None)


def organ(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "the agency's board", "the bloc's council": the organisation, which acts through it."""
    owner = child(head, "poss")
    if head.lemma_.lower() not in _ORGANS | _WINGS or head.tag_ != "NN":
        return ()
    owners: tuple[Party, ...]
    if owner is None:
        known = scene.discourse.organisation(sentence=scene.sentence.index)
        bare = [t.lower_ for t in core(head)] in (["the", "board"], ["the", "secretariat"])
        whole = (t for p in prepositions(head, "of") for t in complements(p))
        named = [p for t in whole for p in resolve(t, scene)]  # "the board of the agency"
        owners = tuple(named) or ((known,) if known is not None and bare else ())
    else:
        owners = resolve(owner, scene)
    wing = owner is not None and head.lemma_.lower() in _WINGS
    of_group = len(owners) == 1 and owners[0].sector is Sector.REB and wing
    if len(owners) != 1 or (owners[0].sector is not Sector.IGO and not of_group):
        return ()
    return (pointed(owners[0], core(head), scene, rule="coreference.organ"),)


def named_group(head: Token, scene: Scene) -> Party | None:
    """ "the militants": the group that was last spoken of by name.

    Where rebels of a state were spoken of, too, only if it is at home there; "the group" always.
    """
    last = scene.discourse.group(sentence=scene.sentence.index)
    known = organisation(last.country or "") if last is not None else None
    if known is None:
        return None
    rebels = {scene.discourse.home_of_rebels(), scene.front} - {None}
    return last if head.lemma_.lower() in GROUPS or rebels <= {known.base} else None


def rebel_leader(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Rebel leader X", "separatist commander Y": of the rebels of the one war told."""
    if head.pos_ != "PROPN" or not head.lefts:
        return ()
    before = [
        t.lower_ for t in core(head) if t.i < head.i and t.dep_ in ("compound", "amod", "nmod")
    ]
    if not any(one in _REBELS and two in _LEADING for one, two in pairwise(before)):
        return ()
    tokens = name_tokens(head)
    ground = of_fighters(head, scene)
    group = named_group(head, scene) if "opposition" not in before else None
    if group is None and ground is None:
        return ()
    party = group or scene.described(
        tokens, country=ground, sector=Sector.REB, rule="coreference.ground"
    )
    name = " ".join(t.text for t in tokens if t.lower_ not in _REBELS | _LEADING)
    found = pointed(party, tokens, scene, rule="office.rebel-leader")
    return (replace(found, name=name, person=name),)


def nation(head: Token, scene: Scene) -> Party | None:
    """ "the country", "the kingdom": the one state named before in the sentence, or who led.

    Where the words describe a state ("the Gulf kingdom"), epithets.py has looked for it.
    """
    if described_by(core(head)):
        return None
    named = {
        hit.country: hit
        for hit in scene.sentence.hits
        if hit.end <= head.idx and not hit.compound and hit.kind in _STATES
    }
    if len(named) == 1:
        (hit,) = named.values()
        return scene.party(core(head), hit, rule="coreference.nation")
    known = scene.discourse.state(sentence=scene.sentence.index) if not named else None
    if known is not None and scene.ground is not None and known.country != scene.ground:
        known = scene.discourse.last_of(scene.ground) or known
    if known is None or country(known.country or "") is None:
        return None
    return pointed(known, core(head), scene, rule="coreference.nation")


def nationals(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Russians" are people; "the Russians" who do something are their state.

    "Iranian" in "Iranian nuclear facilities" is no acting party.
    """
    shared = _joined_to_office(head, scene)
    if shared:
        return shared
    many = head.tag_ in ("NNS", "NNPS") or head.lower_.endswith((*ALIKE, "s"))
    hit = scene.hit_at(head, _PEOPLES) if many else None
    if hit is None or hit.country is None:
        return ()
    name = tuple(t for t in core(head) if hit.start <= t.idx < hit.end) or (head,)
    party = scene.party(name, hit, rule="name.nationals")
    own = [c for c in head.children if not hit.start <= c.idx < hit.end]  # "the North Koreans"
    beside = [c for c in own if c.dep_ not in ("cc", "conj", "punct")]
    bare = [c.lower_ for c in beside if c.lower_ not in _TEMPERS] == ["the"]
    if bare and (head.dep_ in ("nsubj", "conj") or _is_asked(head) or _is_at_it(head)):
        return (party,)
    return (replace(party, sector=Sector.CVL),)


def _joined_to_office(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Kyrgyz and Tajik officials", whose parse takes the first nation for a name of its own."""
    hit = scene.hit_at(head, _PEOPLES)
    joined = next((c for c in head.children if c.dep_ == "conj" and c.pos_ == "NOUN"), None)
    if hit is None or hit.country is None or joined is None or any(head.lefts):
        return ()
    held = offices().lookup(joined.lemma_.lower())
    if held is None or not any(scene.hit_at(t, _PEOPLES) for t in joined.lefts):
        return ()
    found = scene.described((head,), country=hit.country, sector=held.sector, rule="office.joined")
    return (replace(found, office=held.name),)


def _is_at_it(head: Token) -> bool:
    """ "was seized by the Spaniards", "held talks with the Danes": who does it, and with whom."""
    if head.dep_ == "dobj":
        return head.head.lemma_ in _MEETS
    return head.dep_ == "pobj" and (head.head.dep_ == "agent" or head.head.lower_ in _AT_IT)


def _is_asked(head: Token) -> bool:
    """ "threatened the Dutch", "accused the Danes": what is said to a nation is to its state."""
    return head.dep_ == "dobj" and head.head.lemma_.lower() in _SAID_TO
