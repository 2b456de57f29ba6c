"""Parties told by what they are to another: "its neighbour", "his guest", "its ally, X"."""

from regesta.knowledge import NameKind
from regesta.model import EventType, Party
from regesta.read.actors.discourse import REACH
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import Resolve, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, core, with_conjuncts
from regesta.read.tree import Token

# What one state or its head is to another; of several ("its neighbours") none is meant.
_RELATED = frozenset(
    {"neighbour", "neighbor", "ally", "rival", "foe", "enemy", "adversary", "opponent", "partner",
     "patron", "protector", "backer", "host", "guest", "visitor", "counterpart", "interlocutor"}
)  # fmt: skip
_BESIDE = frozenset({"neighbour", "neighbor"})  # whom a quarrel is with, not whoever helps
_PERSONS = frozenset({"host", "guest", "visitor", "counterpart", "interlocutor"})
_FRIENDS = frozenset({"ally", "partner"})
_HOSTILE = frozenset({"rival", "foe", "enemy", "adversary", "opponent"})  # may be armed groups
_FOES = frozenset(
    {"enemy", "aggressor", "occupier", "invader", "imperialist", "puppet", "warmonger",
     "militarist", "aggression", "occupation", "coloniser", "colonizer"}
)  # fmt: skip
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_GROUP = frozenset({NameKind.GROUP})
_NAMED = frozenset({NameKind.COUNTRY, NameKind.ORGANISATION, NameKind.GROUP})
# What an armed group is called before its name: "Somalia's main Islamist group, al-Shabaab".
_BANDS = frozenset(
    {"group", "militia", "movement", "faction", "outfit", "organisation", "organization", "party",
     "rebel", "militant", "insurgent", "guerrilla", "fighter", "jihadist", "army", "force",
     "coalition", "alliance", "network", "arm", "wing", "branch", "band", "cell", "foe", "bloc",
     "grouping", "administration", "resistance"}
)  # fmt: skip
_UNIONS = frozenset({"group", "organisation", "organization", "alliance", "bloc", "grouping"})
_WHOSE = frozenset({"of", "from", "in", "at"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"})
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})


def is_related(head: Token, scene: Scene) -> bool:
    """Whether a phrase says whom it means only by what that one is to another."""
    if head.tag_ != "NN" or head.dep_ not in _PARTS or head.lemma_.lower() not in _RELATED:
        return False
    return child(head, "poss") is not None and not scene.hits(_own(head), NATION_KINDS)


def _own(head: Token) -> tuple[Token, ...]:
    """The phrase without whose neighbour, guest or ally it is."""
    owner = child(head, "poss")
    theirs = set(owner.subtree) if owner is not None else set()
    return tuple(t for t in core(head) if t not in theirs)


def related(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whom "its neighbour" means: the one whom its owner last dealt with; () when unclear."""
    owner = child(head, "poss")
    owners = resolve(owner, scene) if owner is not None else ()
    codes = {p.country for p in owners}
    if len(codes) != 1 or None in codes:
        return ()
    code = str(codes.pop())
    found = None
    if head.lemma_.lower() in _PERSONS:
        found = _person_before(head, scene, code=code, resolve=resolve)
    state = head.lemma_.lower() not in _HOSTILE
    index = scene.sentence.index
    if head.lemma_.lower() in _BESIDE:
        found = scene.discourse.half(code)
    found = found or scene.discourse.other(code, sentence=index, state=state)
    if found is None and head.lemma_.lower() in _FRIENDS:
        found = _friend(scene, code=code)
    if found is None:
        return ()
    return (pointed(found, _own(head), scene, rule="coreference.relation"),)


def _friend(scene: Scene, *, code: str) -> Party | None:
    """ "A lodged a protest. B backed its ally": who led the sentence before, another than B.

    Of two at odds only the one who did what was told last: "A accused C. C hit back. B backed ..."
    leaves it open.
    """
    index = scene.sentence.index
    led = scene.discourse.leader(before=index)
    if led is None or not is_of_state(led) or led.country == code:
        return None
    told = [doer for at, doer, _ in scene.discourse.dealings if index - at <= REACH]
    forced = (
        by for at, kind, by in scene.discourse.deeds if kind in _FORCE and index - at <= REACH
    )
    if any(led.country == p.country for by in forced for p in by):
        return None  # "A rammed B's boat. A hit out at B. C stood by its ally"
    return led if not told or told[-1].country == led.country else None


def counterparts(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "A and B traded fire. C rang his counterparts": those of A and B."""
    bare = head.tag_ == "NNS" and head.lemma_.lower() == "counterpart" and len(core(head)) == 2
    owner = child(head, "poss")
    behind = head.i + 1 < len(head.doc) and head.doc[head.i + 1].lower_ in _WHOSE
    if not bare or behind or owner is None or owner.lower_ not in ("his", "her"):
        return ()
    both = scene.discourse.lately(sentence=scene.sentence.index)
    named = {hit.country for hit in scene.sentence.hits}
    if any(p.country in named or not is_of_state(p) for p in both):
        return ()  # the owner's own state is one of them
    return tuple(pointed(p, core(head), scene, rule="coreference.counterparts") for p in both)


def _person_before(head: Token, scene: Scene, *, code: str, resolve: Resolve) -> Party | None:
    """ "At a dinner with A, B praised his host": the one other person named in the sentence."""
    named = (t for t in head.doc[: head.i] if t.pos_ == "PROPN" and t.dep_ in _STANDING)
    found = {p.country: p for t in named for p in resolve(t, scene) if p.person is not None}
    others = [p for country, p in found.items() if country != code]
    return others[0] if len(others) == 1 else None


def foe(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The Israeli enemy bombed ...", "the American aggressors": what a partisan calls a state."""
    doing = head.dep_ == "nsubj" or (head.dep_ == "pobj" and head.head.lower_ == "by")
    hits = scene.hits(core(head), NATION_KINDS) if head.lemma_.lower() in _FOES and doing else ()
    if len(hits) != 1 or hits[0].country is None or child(head, "poss") is not None:
        return ()
    return (scene.party(core(head), hits[0], rule="name.foe"),)


def group_beside(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Lebanon's strongest militia, Hezbollah,", "the Houthi movement": the group by its name."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in _BANDS:
        return ()
    kinds = _GROUP | ({NameKind.ORGANISATION} if head.lemma_.lower() in _UNIONS else frozenset())
    own = scene.hits(_own(head)[:-1], kinds)
    if len(own) == 1 and head.tag_ == "NN":
        return (scene.party(core(head), own[0], rule="name.called"),)
    named = (scene.hit_at(c, _GROUP) for c in head.children if c.dep_ == "appos")
    return tuple(scene.party(core(head), hit, rule="name.beside") for hit in named if hit)[:1]


def apposed(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "its ally, the United States", "the former colonial power, X": the name set beside it."""
    if head.pos_ != "NOUN":
        return ()
    for beside in (c for c in head.children if c.dep_ == "appos"):
        hits = tuple((t, scene.hit_at(t, _NAMED)) for t in with_conjuncts(beside))
        found = tuple(
            scene.party(core(t), hit, rule="name.beside")
            for t, hit in hits
            if hit is not None and hit.country is not None
        )
        if found:
            return found if head.tag_ == "NNS" else found[:1]
    return ()
