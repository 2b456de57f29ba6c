"""Whose an office is where its words do not say: "In Moscow, the spokesman", "Minister X said"."""

import re
from dataclasses import dataclass

from regesta.knowledge import NameKind
from regesta.model import Sector
from regesta.read.actors.people import Person
from regesta.read.actors.scene import Scene
from regesta.read.clauses import clause_of, complements, core, objects, prepositions
from regesta.read.tree import Token

_SERVING = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY})
_PLACED = frozenset({NameKind.CAPITAL, NameKind.COUNTRY})
_OPENING = re.compile(r"(?:(?:But|And|Meanwhile|Later|Earlier),? )?(?:In|From) ", re.IGNORECASE)
# Those who speak for a state abroad: where they are does not say whose they are.
_ABROAD = frozenset({"ambassador", "envoy", "diplomat", "consul general", "deputy ambassador",
                     "delegate", "negotiator", "commander", "general secretary", "commissioner",
                     "high commissioner", "leader", "director general",
                     "high representative"})  # fmt: skip
_AMERICAN = frozenset({"secretary", "senator", "congressman", "congresswoman"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The state that an office is taken to be of, and the rule that says so."""

    country: str
    rule: str


def home(head: Token, scene: Scene, *, office: str, sector: Sector) -> Home | None:
    """The place that opens the sentence, the state that led the one before, the town of a meeting.

    Whom somebody meets is of the state where they meet, where the text is about that state.
    """
    opened = opened_by(head, scene, office=office, sector=sector)
    if opened is not None or not _serves(office, sector):
        return opened
    doing = head.dep_ in ("nsubj", "nsubjpass")
    led = scene.discourse.home(sentence=scene.sentence.index) if doing else _met_in(head, scene)
    if led is None or not _can_hold(led, head):
        return None
    return Home(country=led, rule="office.home" if doing else "office.meeting-place")


def _met_in(head: Token, scene: Scene) -> str | None:
    """ "held talks in Khartoum with Minister X", "met Minister X in Khartoum"."""
    if head.dep_ not in ("dobj", "pobj"):
        return None
    verb = clause_of(head)
    heads = (verb, *objects(verb))
    places = [t for h in heads for p in prepositions(h, "in") for t in complements(p)]
    hits = [scene.hit_at(t, frozenset({NameKind.CAPITAL, NameKind.PLACE})) for t in places]
    codes = {hit.country for hit in hits if hit is not None}
    return codes.pop() if len(codes) == 1 and codes <= scene.discourse.main() else None


def opened_by(head: Token, scene: Scene, *, office: str, sector: Sector) -> Home | None:
    """ "In Moscow, the ministry said": the state of the capital that the sentence begins with."""
    if not _serves(office, sector) or not _leads(head):
        return None
    for hit in scene.sentence.hits:
        if hit.kind in _PLACED and hit.end <= head.idx:
            opens = _OPENING.fullmatch(scene.sentence.text[: hit.start]) is not None
            apart = scene.sentence.text[hit.end : hit.end + 1] == ","
            if not opens or not apart or hit.country is None or not _can_hold(hit.country, head):
                return None
            return Home(country=hit.country, rule="office.opening")
    return None


def _leads(head: Token) -> bool:
    return head.dep_ == "nsubj" and head.head.dep_ == "ROOT"


def _serves(office: str, sector: Sector) -> bool:
    return sector in _SERVING and office not in _ABROAD


def _can_hold(code: str, head: Token) -> bool:
    """America has no ministers, and few others have senators and bare "secretaries"."""
    words = {t.lower_ for t in core(head)}
    if code == "USA":
        return not any(word.startswith(("minist", "premier", "chancellor")) for word in words)
    return words.isdisjoint(_AMERICAN)


def first_told(person: Person, scene: Scene) -> bool:
    """Whether it is this sentence that tells a person's office."""
    span = scene.sentence.span
    return span.start <= person.start < span.end
