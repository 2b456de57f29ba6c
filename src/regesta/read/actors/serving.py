"""Those whom the words behind name by whom they serve, who leads them and who is among them.

"A senior aide to X", "a source in the Y delegation", "a coalition led by X", "twelve countries
including X and Y".
"""

from regesta.knowledge import NameKind
from regesta.model import Party, Sector
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import Resolve, as_state, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import complements, core, prepositions, with_conjuncts
from regesta.read.tree import Token

_SERVES = frozenset(
    {"aide", "adviser", "advisor", "assistant", "confidant", "source", "member", "insider",
     "deputy", "emissary", "representative"}
)  # fmt: skip
_DELEGATIONS = frozenset({"delegation", "team", "mission", "deputation", "entourage"})
_WHOM = ("to", "of", "in", "for", "from", "within", "inside")
_FORCES = frozenset({"coalition", "force", "alliance", "bloc", "group", "troop", "fleet"})
_FIGHTERS = frozenset({"soldier", "fighter", "unit", "militiaman", "officer", "guard"})
_STATES = frozenset({"country", "state", "nation", "government", "power", "capital"})
_MANY = _STATES | {"member", "ally", "partner", "neighbour", "neighbor", "economy"}
_REACH = 24  # words from the nations to "among them"
_LEADS = frozenset({"lead", "head", "command", "spearhead"})
_HEADS = frozenset({"head", "chief", "director", "boss", "chairman", "chairwoman", "chair"})
_EXPERTS = frozenset({"expert", "panel", "monitor", "inspector", "rapporteur", "mediator"})
_OFFICES = frozenset(
    {"delegation", "mission", "commission", "agency", "council", "office", "secretariat", "team"}
)


def heading(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the head of the IAEA", "the AU chairman", "UN experts": the organisation, by its people."""
    many = head.lemma_.lower() in _EXPERTS and (head.tag_ == "NNS" or head.lower_ == "panel")
    if not many and (head.lemma_.lower() not in _HEADS or head.tag_ != "NN"):
        return ()
    if any(c.lower_ == "former" for c in head.lefts):
        return ()
    headed = tuple(t for p in prepositions(head, "of") for t in complements(p))
    for noun in (head, *headed):
        named = scene.hits(core(noun), NATION_KINDS)
        whole = noun is head or any(hit.start <= noun.idx < hit.end for hit in named)
        whole = whole or noun.lemma_.lower() in _EXPERTS
        alone = len(named) == 1 and named[0].kind is NameKind.ORGANISATION
        if alone and named[0].sector is Sector.IGO and (whole or noun.lemma_.lower() in _OFFICES):
            return (scene.party(core(head), named[0], rule="office.heading"),)
    return ()


def serving(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "an aide to the Danish minister", "a member of the Iranian delegation": of whom they serve.

    Only of holders of an office and of bodies: "a member of the public", "a source in Oslo" are
    nobody's.
    """
    if head.lemma_.lower() not in _SERVES or head.tag_ != "NN":
        return ()
    if scene.hits(core(head), NATION_KINDS):
        return ()
    for noun in (t for p in prepositions(head, *_WHOM) for t in complements(p)):
        served = resolve(noun, scene)
        known = [p for p in served if is_of_state(p) and (p.office or p.person)]
        if len(served) == 1 and known:
            found = scene.described(
                core(head),
                country=known[0].country,
                sector=known[0].sector,
                rule="office.serving",
            )
            return (found,)
    return ()


def led(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "a coalition led by X", "twelve states led by X", "forces loyal to X": X, or X's state."""
    word = head.lemma_.lower()
    if word in _FORCES | _FIGHTERS and head.tag_ == "NNS":
        loyal = (c for c in head.rights if c.lower_ == "loyal")
        lords = [t for c in loyal for p in prepositions(c, "to") for t in complements(p)]
        served = [p for t in lords for p in resolve(t, scene) if p.country is not None]
        if len(served) == 1:
            return (pointed(as_state(served[0]), core(head), scene, rule="forces.loyal"),)
    sent = word in _DELEGATIONS
    if word not in _FORCES and not (word in _STATES and head.tag_ == "NNS") and not sent:
        return ()
    clauses = [c for c in head.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _LEADS]
    by = (t for c in clauses for p in prepositions(c, "by") for t in complements(p))
    leading = [
        p
        for t in by
        for p in resolve(t, scene)
        if is_of_state(p) or (sent and p.sector is Sector.IGO)
    ]
    if sent and len(leading) == 1:  # "a delegation headed by the minister of X"
        return (pointed(as_state(leading[0]), core(head), scene, rule="office.led"),)
    return tuple(pointed(p, core(head), scene, rule="forces.led") for p in leading)


def including(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "twelve countries including X and Y", "a group of states such as X": X and Y.

    "Eight of the members, among them X and Y", "ten nations, X and Y among them" too.
    """
    many = (head, *(t for p in prepositions(head, "of") for t in complements(p)))
    if not any(t.lemma_.lower() in _MANY and t.tag_ == "NNS" for t in many):
        return ()
    named = [
        t
        for noun in many
        for preposition in prepositions(noun, "including", "like")
        for t in complements(preposition)
    ]
    found = [p for t in (*named, *_among_them(head)) for p in resolve(t, scene)]
    return tuple(p for p in found if p.country is not None and p.sector is not Sector.CVL)


def _among_them(head: Token) -> tuple[Token, ...]:
    """The names before or behind "among them"."""
    doc = head.doc
    near = (t for t in doc[head.i : head.i + _REACH] if t.lower_ == "among")
    among = next((t for t in near if doc[t.i + 1].lower_ in ("them", "which", "whom")), None)
    if among is None or among.i + 2 >= len(doc):
        return ()
    before = next((t for t in doc[head.i : among.i] if t.text == ","), among)
    span = doc[before.i + 1 : among.i] if before.i + 1 < among.i else doc[among.i + 2 :]
    first = next((t for t in span if t.pos_ == "PROPN" and t.dep_ != "compound"), None)
    if first is None or first.i - span[0].i > len(("the", "X")):
        return ()
    return tuple(with_conjuncts(first))
