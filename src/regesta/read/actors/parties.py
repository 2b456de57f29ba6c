"""From a noun phrase to the parties it names; RULES is the table, first answer wins."""

from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, Office
from regesta.model import Party, Sector
from regesta.read.actors.again import again
from regesta.read.actors.alignments import aligned, employed
from regesta.read.actors.bodies import described
from regesta.read.actors.epithets import epithet
from regesta.read.actors.facing import not_facing
from regesta.read.actors.groups import counted, known_group
from regesta.read.actors.halves import half, other_half
from regesta.read.actors.heads import STATE_BODIES
from regesta.read.actors.holdings import (
    allies,
    held_ground,
    led_forces,
    members,
    nationals,
    organ,
    rebel_leader,
    seat_of_courts,
    shared_court,
    shortened,
)
from regesta.read.actors.in_order import in_order
from regesta.read.actors.lands import SENT, is_posted, mission_in, of_its_place, place_of
from regesta.read.actors.namewords import before_date, name_tokens
from regesta.read.actors.nationals import called
from regesta.read.actors.office_words import behind_of, office_named, sits_at, whose
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.people import BODIES
from regesta.read.actors.persons import is_surname, person_named
from regesta.read.actors.plurals import around, is_paired, paired, sides
from regesta.read.actors.pointing import Resolve
from regesta.read.actors.portraits import portrait
from regesta.read.actors.pronouns import pronoun
from regesta.read.actors.regional import the_west
from regesta.read.actors.relations import apposed, counterparts, group_beside, is_related, related
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.actors.serving import heading, including, led, serving
from regesta.read.actors.strangers import owned_name, stranger
from regesta.read.actors.titles import is_gone, is_name_word, trim
from regesta.read.actors.unions import union
from regesta.read.actors.vessels import vessel
from regesta.read.actors.writings import issued
from regesta.read.clauses import NOMINAL, child, complements, core, prepositions, with_conjuncts
from regesta.read.tree import Token

MAX_DEPTH = 3  # pointing words on the way to a name; a wrong parse can point in a circle
# "Whose" is a determiner, "the 63-year-old's" an adjective.
OWNERS = frozenset({"PRON", "PROPN", "NOUN", "DET", "ADJ"})
_CROWDS = frozenset(
    {"group", "number", "dozen", "hundred", "thousand", "score", "handful", "team", "pair", "crowd",
     "majority", "party"}
)  # fmt: skip
_HEADING = frozenset({"head", "chief", "director", "deputy", "boss", "chairman", "chairwoman"})
# Bodies of which many states, and unions of states, have one by the same name.
_OWN_BODIES = frozenset({"council", "assembly", "department", "commission", "parliament", "court"})
_NATIONS = frozenset({NameKind.COUNTRY, NameKind.DEMONYM, NameKind.ORGANISATION})
_ATTACHED = frozenset({"deputy", "aide", "adviser", "advisor", "stand-in", "successor"})
# Those of a land who are named by it: "police in Spain and Italy", no troops of others there.
_LOCAL = frozenset(
    {"police", "authority", "prosecutor", "investigator", "court", "government", "junta", "regime",
     "ruler", "leader", "official", "lawmaker", "president", "minister", "parliament", "colleague",
     "counterpart"}
)  # fmt: skip
_HELD_BY = ("of", "in", "for", "from", "at")


def _pronoun(head: Token, scene: Scene) -> tuple[Party, ...]:
    return pronoun(head, replace(scene, depth=scene.depth + 1), resolve=resolve)


def named(head: Token, scene: Scene) -> tuple[Party, ...]:
    hit = scene.hit_at(head)
    if hit is None or hit.country is None or is_surname(head, hit):
        return ()
    owner = _owner_of_body(head, scene, hit)
    if owner is not None:
        return (owner,)
    covered = tuple(t for t in core(head) if hit.start <= t.idx < hit.end) or (head,)
    named = scene.party(covered, hit, rule=f"name.{hit.kind.value}")
    return (*other_half(head, scene, name=hit.name), named)


def _owner_of_body(head: Token, scene: Scene, hit: NameHit) -> Party | None:
    """ "Russia's Security Council", "Japan's National Security Council": not the best known one."""
    if hit.kind not in (NameKind.SEAT, NameKind.ORGANISATION) or head.lower_ not in _OWN_BODIES:
        return None
    before = tuple(t for t in core(head) if t.idx < hit.start)
    owners = scene.hits(before, _NATIONS) + tuple(
        held
        for preposition in prepositions(head, "of")
        for held in scene.hits(tuple(complements(preposition)), _NATIONS)
    )
    if len(owners) != 1 or owners[0].country in (None, hit.country):
        return None
    owner = owners[0]
    return scene.described(
        core(head),
        country=owner.country,
        sector=owner.sector or Sector.GOV,
        rule="office.modifier",
    )


def _nation_of(head: Token, scene: Scene) -> tuple[str | None, str]:
    """(country, rule) of an office or body: "Iran's army", "the army of Iran", "his army"."""
    tokens = core(head)
    hits = scene.hits(tokens, NATION_KINDS)  # "the US Iran envoy" is sent by the first
    for hit in hits[:: 1 if head.lemma_.lower() in SENT or _is_owned_body(hits, scene) else -1]:
        return hit.country, "office.modifier"
    for preposition, noun in whose(head, *_HELD_BY) if seat_of_courts(head) is None else ():
        if preposition.lower_ == "at" and not sits_at(head, noun, scene):
            continue  # "an official at Qatar's foreign ministry", not "troops at the border of X"
        owner, fights = child(head, "poss"), head.lemma_.lower() == "fighter"
        if preposition.lower_ == "in" and owner and (head.dep_ == "nsubj" or fights):
            continue  # "the country's envoy in Geneva", "on their fighters in Iraq"
        kinds = NATION_KINDS | {NameKind.PLACE} if preposition.lower_ == "in" else NATION_KINDS
        held = scene.hit_at(noun, kinds) or place_of(noun, scene)
        if held is not None and held.country is not None:
            return held.country, f"office.{preposition.lower_}"
        owners = half(noun, scene)
        if not owners and noun != head:  # "a spokesman for President X", "for the minister"
            owners = person_named(noun, scene) or _office(noun, scene)
            owners = owners or shortened(noun, scene) or union(noun, scene)
            owners = owners or epithet(noun, scene, resolve=resolve)
        if len(owners) == 1 and owners[0].country is not None:
            return owners[0].country, f"office.{preposition.lower_}"
    for token in tokens:
        if token != head and token.dep_ in ("compound", "nmod") and token.pos_ == "PROPN":
            led = person_named(token, scene)  # "Trump officials", "the Assad regime"
            if led:
                return led[0].country, "office.leader"
    theirs = tokens if head.lemma_.lower() != "counterpart" else ()  # who are none of his own
    for token in theirs:
        if token != head and token.dep_ == "poss" and token.pos_ in OWNERS:
            owners = resolve(token, scene)
            if len(owners) == 1:
                return owners[0].country, "office.possessor"
    return of_its_place(head, scene), "office.place"


def _is_owned_body(hits: tuple[NameHit, ...], scene: Scene) -> bool:
    """ "Kenya's Security Council secretary": of the state, whose the council is that many have."""
    if len(hits) != 2 or hits[1].kind is not NameKind.ORGANISATION:
        return False
    words = scene.sentence.text[hits[1].start : hits[1].end].lower()
    between = scene.sentence.text[hits[0].end : hits[1].start].strip()
    return words.rpartition(" ")[2] in _OWN_BODIES and between in ("", "'s", "'")


def _office(head: Token, scene: Scene) -> tuple[Party, ...]:
    if head.pos_ not in ("NOUN", "PROPN"):
        return ()
    crowd = behind_of(head) if head.lemma_.lower() in _CROWDS else ()
    counted = [t for t in crowd if t.tag_ in ("NNS", "NNPS")]
    if counted:  # "a group of Danish lawmakers"
        return resolve(counted[0], scene)
    office = office_named(head, scene)
    if office is None:
        return ()
    if is_posted(head, scene):
        return mission_in(head, scene)
    nations = _joined_nations(head, scene) or _shared_owners(head, scene)
    if len(nations) > 1:
        return tuple(_holder(head, scene, office=office, nation=nation) for nation in nations)
    country, rule = _nation_of(head, scene)
    country = country or office.country
    if country is None:
        deeper = replace(scene, depth=scene.depth + 1)
        return not_facing(described(head, deeper, office, resolve=resolve), head, scene)
    holder = _holder(head, scene, office=office, nation=(country, rule))
    named = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    beside = next(named, None) if head.tag_ == "NN" and office.name not in BODIES else None
    return (_by_name(holder, beside, scene) if beside is not None else holder,)


def _joined_nations(head: Token, scene: Scene) -> tuple[tuple[str, str], ...]:
    """The nations of "U.S. and North Korean officials"."""
    tokens = core(head)
    if not any(t.dep_ == "cc" for t in tokens):
        return ()
    hits = scene.hits(tokens, NATION_KINDS)
    return tuple((hit.country, "office.joined") for hit in hits if hit.country is not None)


def _shared_owners(head: Token, scene: Scene) -> tuple[tuple[str, str], ...]:
    """The nations of "their presidents", "the two states' navies", "the leaders of A and B"."""
    if head.tag_ not in ("NNS", "NNPS") and head.lower_ != "police":
        return ()
    owner = child(head, "poss")
    if owner is not None and (owner.lower_ == "their" or owner.tag_ == "NNS"):
        both = resolve(owner, scene)
        return tuple((p.country, "office.their") for p in both if p.country is not None)
    lands = prepositions(head, "in") if head.lemma_.lower() in _LOCAL else ()
    behind = (noun for _, noun in whose(head, "of", "from"))
    theirs = (*behind, *(t for p in lands for t in complements(p)))
    owners = [p for t in theirs for p in resolve(t, scene)]
    nations = {p.country for p in owners if p.country is not None}
    return tuple((code, "office.of") for code in sorted(nations)) if len(nations) > 1 else ()


def _holder(head: Token, scene: Scene, *, office: Office, nation: tuple[str, str]) -> Party:
    """An office or body of a nation; a person where the page says who holds it."""
    tokens, (country, rule) = core(head), nation
    holder = scene.people.holder(office.name, country)
    return Party(
        span=scene.sentence.words(tokens),
        text=scene.text_of(tokens),
        name=holder.name if holder is not None else scene.text_of(tokens),
        country=country,
        sector=Sector.CVL if is_gone(scene.sentence.text, head.idx) else office.sector,
        person=holder.name if holder is not None else None,
        office=office.name,
        rule=rule,
    )


def _introduced(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "A B, the minister of X, said": a name that no list knows, by the office set beside it."""
    if head.pos_ != "PROPN" or scene.hit_at(head, NATION_KINDS) is not None:
        return ()
    for beside in head.children:
        if beside.dep_ == "appos" and beside.pos_ == "NOUN":
            found = _office(beside, scene) or _attached(beside, scene)
            return tuple(_by_name(party, head, scene) for party in found)
    return _of_a_body(head, scene) if child(head, "compound") is not None else ()


def _attached(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "X, the minister's deputy": of the same state as whom he serves."""
    owner = child(head, "poss")
    if owner is None or head.lemma_.lower() not in _ATTACHED:
        return ()
    owners = resolve(owner, scene)
    if len(owners) != 1 or owners[0].person is None:
        return ()
    found = scene.described(
        core(head), country=owners[0].country, sector=owners[0].sector, rule="office.possessor"
    )
    return (found,)


def _by_name(party: Party, head: Token, scene: Scene) -> Party:
    """The holder of an office by the full name that stands beside it."""
    name = trim(scene.text_of(name_tokens(head)))
    if party.person is not None or " " not in name or not all(map(is_name_word, name.split())):
        return party
    return replace(party, name=name, person=name)


def _of_a_body(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "A B of the UN refugee agency": who speaks for the body that the words name.

    "A B of the Danish foreign ministry" too.
    """
    for noun in (t for p in prepositions(head, "of") for t in complements(p)):
        served = _office(noun, scene)
        if len(served) == 1 and _is_body_of_state(served[0]):
            found = scene.described(
                name_tokens(head),
                country=served[0].country,
                sector=served[0].sector,
                rule="name.of-a-body",
            )
            return (_by_name(found, head, scene),)
        kinds = frozenset({NameKind.ORGANISATION})
        named = scene.hits((noun, *core(noun)), kinds)
        if len(named) == 1 and named[0].sector is Sector.IGO:
            return (scene.party(name_tokens(head), named[0], rule="name.of-a-body"),)
    return ()


def _is_body_of_state(party: Party) -> bool:
    return party.office in BODIES and is_of_state(party) and party.sector is not Sector.PTY


def _head_of_body(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the head of Moldova's security service", "the chiefs of the armies of A and B"."""
    if head.lemma_.lower() not in _HEADING or head.tag_ not in ("NN", "NNS", "NNP"):
        return ()
    owner = child(head, "poss")  # "the Danish army's chief"
    bodies = behind_of(head) or ((owner,) if owner is not None else ())
    served = [p for t in bodies for p in (_office(t, scene) or _plain_body(t, scene))]
    too_many = head.tag_ != "NNS" and len(served) > 1
    if not served or too_many or not all(map(_is_body_of_state, served)):
        return ()
    found = tuple(
        scene.described(core(head), country=p.country, sector=p.sector, rule="office.head-of")
        for p in served
    )
    beside = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    return (_by_name(found[0], beside, scene),) if beside is not None else found


def _plain_body(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Iran's atomic body", "the Danish space programme": a body called by no office's name."""
    hits = scene.hits(core(head), NATION_KINDS)
    if head.lemma_.lower() not in STATE_BODIES or len(hits) != 1 or hits[0].country is None:
        return ()
    found = scene.described(
        core(head), country=hits[0].country, sector=Sector.GOV, rule="office.modifier"
    )
    return (replace(found, office="ministry"),)


RULES: tuple[tuple[str, Resolve], ...] = (
    ("vessel", vessel),
    ("person", person_named),
    ("half", half),
    ("held-ground", held_ground),
    ("led-forces", led_forces),
    ("including", lambda head, scene: including(head, scene, resolve=resolve)),
    ("members", members),
    ("allies", allies),
    ("shortened", shortened),
    ("named", named),
    ("epithet", lambda head, scene: epithet(head, scene, resolve=resolve)),
    ("counted", lambda head, scene: counted(head, scene, resolve=resolve)),
    ("group", lambda head, scene: group_beside(head, scene) or known_group(head, scene)),
    ("around", lambda head, scene: around(head, scene, resolve=resolve)),
    ("west", the_west),
    ("sides", lambda head, scene: sides(head, scene, resolve=resolve)),
    ("issued", issued),
    ("aligned", aligned),
    ("employed", employed),
    ("shared-court", shared_court),
    ("counterparts", counterparts),
    ("in-order", lambda head, scene: in_order(head, scene, resolve=resolve)),
    ("again", again),
    ("heading", heading),
    ("led", lambda head, scene: led(head, scene, resolve=resolve)),
    ("office", _office),
    ("introduced", _introduced),
    ("head-of-body", _head_of_body),
    ("owned", owned_name),
    ("organ", lambda head, scene: organ(head, scene, resolve=resolve)),
    ("union", union),
    ("rebel-leader", rebel_leader),
    ("nationals", nationals),
    ("called", called),
    ("serving", lambda head, scene: serving(head, scene, resolve=resolve)),
    ("including", lambda head, scene: including(head, scene, resolve=resolve)),
    ("led", lambda head, scene: led(head, scene, resolve=resolve)),
    ("apposed", apposed),
    ("portrait", lambda head, scene: portrait(head, scene, resolve=resolve)),
    ("stranger", stranger),
)


def _shared(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the two presidents of A and B": never one party for two."""
    found = _office(head, scene)
    return found if len({p.country for p in found}) > 1 else ()


def resolve(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The parties that the phrase headed by `head` names; () when it names none that is known."""
    if scene.depth > MAX_DEPTH:
        return ()
    key = (head.i, scene.depth)
    if key not in scene.resolved:
        scene.resolved[key] = _first_answer(head, scene)
    return scene.resolved[key]


def _first_answer(head: Token, scene: Scene) -> tuple[Party, ...]:
    head = before_date(head, scene)
    if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$", "WP$") or head.lower_ == "each":
        return _pronoun(head, scene)
    if is_related(head, scene):
        named = person_named(head, scene) or apposed(head, scene)
        return named or related(head, replace(scene, depth=scene.depth + 1), resolve=resolve)
    if is_paired(head):
        both = half(head, scene)
        both = both or paired(head, replace(scene, depth=scene.depth + 1), resolve=resolve)
        if both or not scene.hits(core(head), NATION_KINDS):
            return both or _shared(head, scene)
    for _, rule in RULES:
        found = rule(head, scene)
        if found:
            return found
    return ()


def resolve_all(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The parties of a phrase and all that are joined to it: "A, B and C"."""
    return tuple(p for h in with_conjuncts(head) if h.pos_ in NOMINAL for p in resolve(h, scene))
