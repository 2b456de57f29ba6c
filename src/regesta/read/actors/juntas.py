"""Those who took power by force: "the military rulers", "the generals", "the putschists"."""

from regesta.model import Party, Sector
from regesta.read.actors.discourse import is_of_state
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import core, prepositions
from regesta.read.tree import Token

REACH = 15  # sentences back to the junta that is meant: a story has one
_BARE = frozenset({"putschist", "mutineer", "plotter"})
_RULING = frozenset({"ruler", "leader", "officer", "authority", "government", "regime", "chief",
                     "maker"})  # fmt: skip
_BY_FORCE = frozenset({"military", "coup", "junta", "putsch", "mutinous"})
_SERVING = frozenset({"general", "soldier", "officer", "colonel"})  # once a junta was told of
_JUNTAS = frozenset({"junta", "juntas", "putschists", "coup", "generals", "rulers"})
_NEW = frozenset({"new", "interim", "current", "de", "facto"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})


def junta(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The state that those rule whom the words mean; () where two juntas were told of."""
    if head.dep_ not in _PARTS or not any(c.lower_ == "the" for c in head.lefts):
        return ()
    tokens = core(head)
    if scene.hits(tokens, NATION_KINDS) or any(True for _ in prepositions(head, "of", "in")):
        return ()
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
    if word == "regime" and not before:
        return told
    if word in _BARE:
        return head.tag_ == "NNS"
    if word == "ruler" and head.tag_ == "NNS" and before <= _NEW:
        return told and bool(before)
    if word in _RULING and before & _BY_FORCE:
        return told or not before.isdisjoint(_BY_FORCE - {"military"}) or word == "ruler"
    return told and word in _SERVING and head.tag_ == "NNS" and before <= {"ruling"}
