"""Persons told again by what they are: "the 63-year-old", "the veteran diplomat".

They are the one person who led the sentence before, and only where nothing in the words speaks
against it: "the former president" is no president in office, "the general" wears a uniform.
"""

from regesta.knowledge import NameKind, country, offices
from regesta.model import Party, Sector
from regesta.read.actors.party_kinds import is_individual
from regesta.read.actors.pointing import Resolve, doers_beside, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, core
from regesta.read.tree import Token

# Names of peoples that are the same for one and for many: "the Dutch".
ALIKE = ("ish", "nch", "tch", "ese", "swiss")
NEAR = 2  # sentences back to the person whom a description means
_LANDS = frozenset({NameKind.COUNTRY, NameKind.DEMONYM})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_UNIFORMED = frozenset({"general", "colonel", "admiral", "marshal", "officer", "commander"})
_ELECTED = frozenset({"lawmaker", "congressman", "congresswoman", "senator", "parliamentarian"})
_CALLED = _UNIFORMED | _ELECTED | frozenset(
    {"diplomat", "politician", "statesman", "stateswoman", "laureate", "veteran", "billionaire",
     "tycoon", "magnate", "mogul", "businessman", "businesswoman", "lawyer", "cleric", "monarch",
     "populist", "conservative", "socialist", "liberal", "nationalist", "economist", "academic",
     "banker", "executive", "reformist", "hardliner", "leftist", "centrist", "septuagenarian",
     "octogenarian", "comedian", "autocrat", "strongman", "firebrand", "maverick", "technocrat",
     "leader", "ruler", "president", "premier", "minister", "chancellor"}
)  # fmt: skip
_OFFICES = frozenset({"leader", "ruler", "president", "premier", "minister", "chancellor"})
_ONCE = frozenset({"former", "ex", "retired", "onetime", "erstwhile"})
# What may stand before such a word and tells of nobody else.
_QUALITIES = frozenset(
    {"veteran", "senior", "longtime", "seasoned", "career", "outspoken", "hardline", "conservative",
     "leftist", "rightist", "moderate", "reformist", "populist", "pragmatic", "embattled", "ousted",
     "deposed", "toppled", "jailed", "detained", "exiled", "aging", "ageing", "elderly", "outgoing",
     "powerful", "flamboyant", "bombastic", "fiery", "soft", "spoken", "far", "right", "left",
     "wing", "hard", "line", "nobel", "peace", "long", "time", "serving", "combative", "-",
     "liberal", "nationalist", "socialist", "centrist", "self", "styled", "made", "kurdish",
     "tuareg", "druze", "shiite", "sunni", "catalan", "chechen"}
)  # fmt: skip
_PLAIN = frozenset({"left", "right", "far", "hard", "peace", "time", "-"})


def portrait(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The person before whom the words describe; () where another may be meant."""
    if head.dep_ not in _PARTS or not any(c.lower_ == "the" for c in head.lefts):
        return ()
    if not _describes(head) or _explained(head) or scene.hits(core(head), NATION_KINDS):
        return ()
    known = last_person(scene)
    if known is None or not _fits(head, known, scene):
        return ()
    if known.country in doers_beside(head, scene, resolve=resolve):
        return ()
    return (pointed(known, core(head), scene, rule="coreference.portrait"),)


def native(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The Argentine diplomat" after the agency's chief: of the organisation that he serves."""
    if head.dep_ not in ("nsubj", "nsubjpass") or head.tag_ != "NN" or _explained(head):
        return ()
    words = {t.lower_ for t in core(head)}
    if "the" not in words or head.lemma_.lower() not in _CALLED:
        return ()
    if not scene.hits(core(head), _LANDS):
        return ()
    known = last_person(scene)
    if known is None or country(known.country or "") is not None or known.sector is Sector.REB:
        return ()
    return (pointed(known, core(head), scene, rule="coreference.native"),)


def countryman(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The Slovene called on ...": the person of that nation who was told of just before."""
    hit = scene.hit_at(head, frozenset({NameKind.DEMONYM}))
    one = head.tag_ in ("JJ", "NN", "NNP") and head.dep_ in ("nsubj", "nsubjpass")
    one = one and not head.lower_.endswith(ALIKE)
    bare = len(core(head)) == len(("the", "Slovene"))
    if hit is None or not one or not bare or head.left_edge.lower_ != "the":
        return ()
    index = scene.sentence.index
    told = [s.party for s in scene.discourse.seen if 0 <= index - s.sentence <= NEAR]
    known = [p for p in told if p.country == hit.country and is_individual(p)]
    one_man = len({p.person or p.office for p in known}) == 1
    return (pointed(known[-1], core(head), scene, rule="coreference.native"),) if one_man else ()


def last_person(scene: Scene) -> Party | None:
    """Who was told of by name just before: who led that sentence, or was its only person."""
    index = scene.sentence.index
    told = [s for s in scene.discourse.seen if 0 < index - s.sentence <= NEAR and s.party.person]
    newest = [s for s in told if s.sentence == told[-1].sentence]
    meant = [s for s in newest if s.leading] or newest
    one = len({(s.party.person, s.party.country) for s in meant}) == 1
    return meant[0].party if one and meant[0].party.country is not None else None


def _describes(head: Token) -> bool:
    """Whether a phrase is an age, or a word for a person with nothing but qualities before it."""
    if _is_age(head):
        return True
    if head.tag_ != "NN" or head.lemma_.lower() not in _CALLED:
        return False
    before = [t for t in core(head) if t.i < head.i and t.lower_ != "the"]
    words = {t.lower_ for t in before}
    aged = any(_is_age(t) for t in before)
    if words & _ONCE or aged:
        return True
    if head.lemma_.lower() in _OFFICES and words <= _PLAIN:
        return False  # "the president" is bodies.py's
    return words <= _QUALITIES


def _is_age(token: Token) -> bool:
    """ "63-year-old"."""
    if token.lower_ != "old" or token.i < 4:
        return token.lower_.endswith("-year-old")
    return token.doc[token.i - 2].lower_ == "year"


def _explained(head: Token) -> bool:
    """Whether words behind it say who is meant: "the general who", "the leader of the party"."""
    for c in head.rights:
        told = c.dep_ == "appos" and (not _is_age(head) or c.pos_ == "PROPN")
        if told or c.dep_ in ("prep", "relcl", "acl", "conj"):
            return True
    return child(head, "poss") is not None


def _fits(head: Token, known: Party, scene: Scene) -> bool:
    """Whether a person can be called by the words."""
    lemma, words = head.lemma_.lower(), [t.lower_ for t in core(head)]
    once = not _ONCE.isdisjoint(words)
    if lemma in _UNIFORMED and not once:
        return known.sector is Sector.MIL
    if lemma in _ELECTED and not once:
        return known.sector is Sector.LEG
    if not once:
        return True
    held = offices().lookup(" ".join(w for w in words if w not in _ONCE and w != "the"))
    one = scene.people.find(known.person or "", on=scene.on)
    return held is None or held.name != known.office or (one is not None and one.former)
