"""Whom a deed befell, where no words say whose people they are: by the group, by the place."""

from regesta.knowledge import NameKind, organisation
from regesta.knowledge.frames import Frame, words_of
from regesta.model import Event, EventType, Party, Place, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.lands import land_around, place_of
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.pointing import pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import complements, core, objects, prepositions
from regesta.read.events.candidate import Candidate, measured
from regesta.read.events.foes import own_losses
from regesta.read.events.roles import role_heads
from regesta.read.events.scope import is_of_group
from regesta.read.tree import Token

_PEOPLE = words_of("PEOPLE")
_SOLDIERS = words_of("SOLDIERS") - {"adviser", "advisor", "mercenary", "militia", "militiaman"}
_CROWD = frozenset({"demonstrator", "protester", "protestor", "bystander", "crowd", "pedestrian"})
# What is burnt or raided where people live: "burning entire villages".
_HOMES = frozenset(
    {"village", "hamlet", "home", "house", "hut", "church", "mosque", "market", "school", "shop"}
)
# Who is none of the fighters that do him harm, whoever he is.
_SOMEBODY = frozenset({"he", "she", "him", "her", "who", "whom"})
_SHIPS = frozenset({"ship", "vessel", "tanker", "boat", "trawler", "freighter", "crew", "captain"})
_SHOT = frozenset({"kill", "attack", "fire", "destroy"})
_ARRESTS = frozenset({"arrest", "detain", "seize", "hold", "imprison"})
_NEAR = 6  # sentences back in which a group's home is looked for
_HARM = frozenset({EventType.ASSAULT, EventType.COERCE})
_FIGHTS_ABROAD = "PSE"
_FREEING = frozenset({"release", "exchange"})
_GETS = frozenset({"secure", "win", "obtain", "gain", "negotiate", "arrange", "achieve", "broker"})
_CAPTIVITY = frozenset({"arrest", "hold", "sentence", "abduct", "board", "deport"})
# What a captor did to those whom he now lets go.
_TAKING = words_of("TAKING")


def people_harmed(
    candidate: Candidate, frame: Frame, *, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """ "Boko Haram abducted 276 girls": people are another side than the group that harms them.

    Their country is that of the place in their phrase or clause, the one country in which the
    article's places lie, or the group's home where the sentences around name it; else not known.
    """
    harmed = frame.type in _HARM or frame.mode in _FREEING
    if not harmed or not actors:
        return ()
    lost = own_losses(candidate, by=actors) if frame.mode == "kill" else ()
    if lost:
        return lost
    heads = (h for role in frame.recipients.names for h in role_heads(candidate, role.rstrip("*")))
    counted = tuple(n for h in heads for n in (h, *measured(h)))  # "hundreds of villagers"
    if any(p.sector is not Sector.REB for p in actors):
        if any(map(is_of_group, actors)):
            return ()
        return shot_abroad(counted, candidate, frame, actors=actors)
    fallen = soldiers_harmed(counted, candidate, frame, actors=actors)
    if fallen:
        return fallen
    group = frame.type is EventType.ASSAULT and organisation(str(actors[0].country)) is not None
    hit = _PEOPLE | _HOMES if group else _PEOPLE
    meant = (h for h in counted if _are_people(h, hit) or (group and h.lower_ in _SOMEBODY))
    people = next(meant, None)
    if people is None:
        return ()
    scene = candidate.scene
    place = _place(people, candidate) or _place_told(candidate)
    country = place or scene.ground or _home(actors, scene)
    if any(p.country == country for p in actors):
        country = None
    if country is None and organisation(str(actors[0].country)) is None:
        return ()  # "gunmen killed people": neither side is known
    found = scene.described(
        core(people), country=country, sector=Sector.CVL, rule="described.people"
    )
    return (found,)


def soldiers_harmed(
    heads: tuple[Token, ...], candidate: Candidate, frame: Frame, *, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """ "The rebels killed five soldiers": those of the land, or of the state that they fight.

    Fighters of a people without an army fight abroad: those of the state they were told to fight.
    """
    soldier = next((h for h in heads if _are_people(h, _SOLDIERS)), None)
    if soldier is None or frame.type is not EventType.ASSAULT:
        return ()
    code, scene = str(actors[0].country), candidate.scene
    known = organisation(code)
    base = known.base if known is not None else actors[0].country
    place = _place(soldier, candidate) or _place_told(candidate)
    if base == _FIGHTS_ABROAD:
        fought = {p.country for p in scene.discourse.fought}
        others = fought - {code, base} if fought & {code, base} else set()
        land = place if place not in (base, None) else next(iter(others), None)
    else:
        land = place or (_home(actors, scene) if known is not None else base)
    if land is None or scene.discourse.forces() - {land}:
        return ()  # another state's soldiers were told of
    return (scene.described(core(soldier), country=land, sector=Sector.MIL, rule="soldiers.land"),)


def _are_people(head: Token, words: frozenset[str]) -> bool:
    return head.pos_ == "NOUN" and head.lemma_.lower() in words


def shot_abroad(
    heads: tuple[Token, ...], candidate: Candidate, frame: Frame, *, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """ "The boy was shot by A's troops", where what an article tells plays in another land."""
    scene = candidate.scene
    land = scene.ground
    own = {p.country for p in actors}
    if frame.mode not in _SHOT or land is None or land in own or None in own:
        return ()
    here = {h.country for h in scene.sentence.hits if h.country is not None}
    if here - own - {land}:
        return ()  # "on B's border, A's fire wounded a farmer"
    named = frame.mode == "kill"  # whoever is killed and has a name is a person
    people = next((h for h in heads if _is_person(h, scene, named=named)), None)
    if people is None:
        return ()
    return (scene.described(core(people), country=land, sector=Sector.CVL, rule="shot.abroad"),)


def _is_person(head: Token, scene: Scene, *, named: bool) -> bool:
    """Whether a word means somebody of no state that is told: "the boy", a name nobody knows."""
    if head.pos_ == "PROPN":
        return named and not scene.hits(core(head), frozenset(NameKind))
    return _are_people(head, _PEOPLE | _CROWD)


def _home(actors: tuple[Party, ...], scene: Scene) -> str | None:
    """Where the group is at home, if the words around name that state."""
    known = organisation(str(actors[0].country))
    if known is not None and known.base == _FIGHTS_ABROAD:
        return None  # their captives are another state's
    near = scene.discourse.countries(sentence=scene.sentence.index, reach=_NEAR)
    here = {h.country for h in scene.sentence.hits if h.kind in NATION_KINDS}
    return known.base if known is not None and known.base in near | here else None


def _place_told(candidate: Candidate) -> str | None:
    """Where the clause plays, or the one that it hangs on: "stormed into A, killing 12 people".

    "Fired at the airport of A and wounded 12", "the town of A, where they slit throats" too.
    """
    verb = candidate.token
    found = _place(verb, candidate)
    if found is not None or verb.dep_ not in ("advcl", "conj", "relcl"):
        return found
    above = verb.head
    near = (above, *objects(above)) if above.pos_ == "VERB" else (above,)
    entered = [t for n in near for p in prepositions(n, "into") for t in complements(p)]
    into = {p.country for t in entered for p in within(t, candidate.scene)}
    if len(into) == 1 and not any(candidate.in_class(t, "@MISSION") for t in entered):
        return into.pop()  # "crossed into A from B and killed five"
    goals = [t for n in near for p in prepositions(n, "into", "at", "on") for t in complements(p)]
    placed = _place(above, candidate)
    if placed is not None or any(candidate.in_class(t, "@MISSION") for t in goals):
        return placed
    places = (p.country for t in (above, *goals) for p in within(t, candidate.scene))
    lands = {code for code in places if code is not None and organisation(code) is None}
    return lands.pop() if len(lands) == 1 else None


def _place(head: Token, candidate: Candidate) -> str | None:
    """The country of the place that a phrase or clause names after "in", "from", "of", "near"."""
    kinds = (NATION_KINDS - {NameKind.GROUP, NameKind.ORGANISATION}) | {NameKind.PLACE}
    for preposition in prepositions(head, "in", "from", "of", "near", "at", "outside", "across"):
        for noun in complements(preposition):
            if candidate.in_class(noun, "@MISSION"):  # A's embassy stands in another land
                return _place(noun, candidate)
            for hit in candidate.scene.hits((noun, *core(noun)), kinds):
                return hit.country
    return None


def captors(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """ "The girls captured by A have been freed": who held them lets them go.

    "Secured the release of two men held by A" too.
    """
    if frame.mode not in _FREEING or not (candidate.passive or _is_brought_about(candidate.token)):
        return ()
    people = [n for h in _freed(candidate) for n in (h, *measured(h))]
    held = [c for n in people for c in n.children if c.dep_ in ("acl", "relcl")]
    if candidate.token.dep_ == "conj":  # "were seized by A, and two were freed"
        held.append(candidate.token.head)
    taken = [c for c in held if c.lemma_ in _TAKING]
    by = [t for c in taken for p in prepositions(c, "by") for t in complements(p)]
    if by:
        return tuple(p for t in by for p in resolve_all(t, candidate.scene))
    return _jailed_in(taken, candidate) or _known_captors(candidate)


def _is_brought_about(noun: Token) -> bool:
    """ "The release came after ...", "won their release": no release that is only spoken of."""
    if noun.pos_ != "NOUN":
        return False
    got = noun.dep_ == "dobj" and noun.head.lemma_ in _GETS and noun.head.tag_ != "VBG"
    return got or noun.dep_ in ("nsubj", "nsubjpass")


def _freed(candidate: Candidate) -> tuple[Token, ...]:
    """Whom a release is of, whether a verb or a noun tells it."""
    if candidate.token.pos_ == "NOUN":
        return tuple(candidate.after("of"))
    return candidate.object_heads


def _jailed_in(taken: list[Token], candidate: Candidate) -> tuple[Party, ...]:
    """ "An A tanker held at X was released", "a Dane jailed in B was freed": X's state, B."""
    scene, whose = candidate.scene, candidate.codes(_freed(candidate))
    rebels = scene.front is not None or scene.discourse.group(sentence=scene.sentence.index)
    if rebels or not whose:
        return ()
    found = []
    for ground in (t for c in taken for p in prepositions(c, "in", "at") for t in complements(p)):
        hit = place_of(ground, scene)
        if hit is not None and hit.country is not None:
            covered = tuple(t for t in core(ground) if hit.start <= t.idx < hit.end) or (ground,)
            found.append(scene.party(covered, hit, rule="release.ground"))
    return tuple(p for p in found if p.country not in whose)


def _known_captors(candidate: Candidate) -> tuple[Party, ...]:
    """ "He was released after a week": whoever took those of his country, as told before.

    Who is "freed from the rebels' camps" may have been rescued.
    """
    scene = candidate.scene
    freed = _freed(candidate)
    whose = candidate.codes(freed)
    if not whose and any(_is_known_people(h) for h in freed):  # "the girls were freed"
        whose = frozenset(code for _, held in scene.discourse.held for code in held if code)
    known = scene.discourse.captors(whose)
    ground = candidate.after("from")
    owners = tuple(c for t in ground for c in t.children if c.dep_ == "poss")
    if candidate.codes((*ground, *owners)) & {p.country for p in known}:
        return ()
    tokens = (candidate.token,)
    return tuple(pointed(p, tokens, scene, rule="coreference.captor") for p in known)


def _is_known_people(head: Token) -> bool:
    """ "the girls", "the ship": those of whom the article has told."""
    told = any(c.lower_ in ("the", "these", "those") for c in head.lefts)
    people = head.tag_ == "NNS" and head.lemma_.lower() in _PEOPLE
    return told and (people or head.lemma_.lower() in _SHIPS)


def captivity(event: Event) -> bool:
    """Whether somebody is held from now on: what he is let go from, if that is told."""
    return event.type in _HARM and event.mode in _CAPTIVITY


def custodians(candidate: Candidate) -> tuple[Party, ...]:
    """ "was arrested in X and jailed last month": the state that made the arrest."""
    before = candidate.token.head
    if candidate.token.dep_ != "conj" or not candidate.passive or before.lemma_ not in _ARRESTS:
        return ()
    home, scene = land_around((before,), candidate.scene), candidate.scene
    if home is None or home in candidate.codes(candidate.object_heads):
        return ()
    words = (candidate.token,)
    return (scene.described(words, country=home, sector=Sector.JUD, rule="custody.place"),)


def protest_abroad(candidate: Candidate, frame: Frame) -> bool:
    """ "Indian activists staged a protest in London": no third state is spoken of."""
    if frame.type is not EventType.PROTEST or not candidate.in_class(candidate.token, "@STAGING"):
        return False
    named = {h.country for h in candidate.scene.sentence.hits if h.kind is not NameKind.AGENCY}
    return len(named - candidate.codes(candidate.subject_heads)) == 1


def fought_abroad(actors: tuple[Party, ...], place: Place) -> bool:
    """ "A's army battled B's rebels near C": those who fight each other, not C, are the sides."""
    bases = {org.base for p in actors if (org := organisation(str(p.country))) is not None}
    return len({p.country for p in actors}) > 1 and place.country not in bases


def struck_at(place: Place, *, own: frozenset[str]) -> tuple[Party, ...]:
    """The state on whose ground the blow fell, where the words name only what was hit."""
    if place.country is None or place.country in own:
        return ()
    return (
        Party(
            span=place.span,
            text=place.text,
            name=place.name,
            country=place.country,
            sector=Sector.GOV,
            rule="place-of-deed",
        ),
    )
