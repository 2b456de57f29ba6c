"""Those who took power by force: "the military rulers", "the generals", "the putschists"."""

from regesta.knowledge import NameKind
from regesta.model import Party, Sector
from regesta.read.actors.lands import land_around
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import core, objects, prepositions, reachable
from regesta.read.tree import Token

REACH = 15  # sentences back to the junta that is meant: a story has one
_BARE = frozenset({"putschist", "mutineer", "plotter"})
_RULING = frozenset({"ruler", "leader", "officer", "authority", "government", "regime", "chief",
                     "maker"})  # fmt: skip
_BY_FORCE = frozenset({"military", "coup", "junta", "putsch", "mutinous"})
_SERVING = frozenset({"general", "soldier", "officer", "colonel"})  # once a junta was told of
_JUNTAS = frozenset({"junta", "juntas", "putschists", "coup", "generals", "rulers"})
_LANDS = frozenset({NameKind.COUNTRY, NameKind.DEMONYM})
_SEIZES = frozenset({"seize", "oust", "overthrow", "depose", "topple"})
_SEIZED = frozenset({"power", "coup", "putsch", "control", "government", "president"})
_NEW = frozenset({"new", "interim", "current", "de", "facto"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})


def junta(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The state that those rule whom the words mean; () where two juntas were told of."""
    if head.dep_ not in _PARTS or not any(c.lower_ == "the" for c in head.lefts):
        return ()
    tokens = core(head)
    if not _rules(head, tokens, told=True):
        return ()
    if scene.hits(tokens, NATION_KINDS) or any(True for _ in prepositions(head, "of", "in")):
        return ()
    seized = _where_seized(head, scene)
    if seized is not None:
        return (
            scene.described(
                tokens, country=seized, sector=Sector.GOV, rule="coreference.junta-seized"
            ),
        )
    told = _told(scene)
    homes = {party.country: party for party in told}
    if len(homes) > 1 or not _rules(head, tokens, told=bool(told)):
        return ()
    if told:
        known = told[-1]
    else:
        forces = scene.discourse.forces()  # "Soldiers seized power": theirs, if no others are told
        home = scene.ground or (next(iter(forces)) if len(forces) == 1 else None)
        led = scene.discourse.last_of(home) if home is not None else None
        if led is None:
            return ()
        known = led
    found = scene.described(
        tokens, country=known.country, sector=Sector.GOV, rule="coreference.junta"
    )
    return (found,)


def _where_seized(head: Token, scene: Scene) -> str | None:
    """ "The junta that took power in Niger": the land that the words behind it tell."""
    clauses = tuple(c for c in head.children if c.dep_ in ("relcl", "acl"))
    seizing = tuple(
        v for v in clauses if v.lemma_ in _SEIZES or any(o.lemma_ in _SEIZED for o in objects(v))
    )
    taken = tuple(o for v in seizing for o in objects(v))
    named = {h.country for o in taken for h in scene.hits(tuple(reachable(o)), _LANDS)}
    return land_around((*seizing, *taken), scene) or (named.pop() if len(named) == 1 else None)


def _told(scene: Scene) -> tuple[Party, ...]:
    """The juntas told of so far, by the words they were called."""
    index = scene.sentence.index
    near = (s.party for s in scene.discourse.seen if index - s.sentence <= REACH)
    states = (party for party in near if is_of_state(party))
    return tuple(p for p in states if not _JUNTAS.isdisjoint(p.text.lower().split()))


def _rules(head: Token, tokens: tuple[Token, ...], *, told: bool) -> bool:
    """Whether the words mean those in power: only after a junta was told of also "the generals"."""
    word = head.lemma_.lower()
    before = {t.lower_ for t in tokens if t.i < head.i} - {"the"}
    if word == "junta" or (word == "regime" and not before):
        return told
    if word in _BARE:
        return head.tag_ == "NNS"
    if word == "ruler" and head.tag_ == "NNS" and before <= _NEW:
        return told and bool(before)
    if word in _RULING and before & _BY_FORCE:
        return told or not before.isdisjoint(_BY_FORCE - {"military"}) or word == "ruler"
    return told and word in _SERVING and head.tag_ == "NNS" and before <= {"ruling"}
