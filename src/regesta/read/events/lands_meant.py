"""The land that a deed's words only point to: "in the capital", "from its territory"."""

from collections.abc import Collection

from regesta.knowledge import NameHit, NameKind, country
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, governors
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_GROUND = frozenset(
    {"territory", "soil", "land", "water", "ground", "coast", "border", "frontier", "shore"}
)
_SOIL = _GROUND | {"airspace", "sky", "port", "capital", "country"}
_WHOLE = frozenset({"country", "capital"})
_SIDES = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
     "coast", "border", "capital"}
)  # fmt: skip
_TOWNS = frozenset({"city", "capital", "town", "resort", "port"})
_AT = ("in", "at")
_NEAR = 2  # sentences back to a land that "the country" may mean


def own_land(head: Token, scene: Scene) -> NameHit | None:
    """ "its east coast", "their own border", "the capital": of the one state pointed to."""
    owner = child(head, "poss") if head.lemma_.lower() in _GROUND else None
    if owner is not None and owner.pos_ == "PRON":
        return _of_owner(owner, scene)
    whole = head.lemma_.lower() in _WHOLE and child(head, "det") is not None
    return _of_owner(head, scene) if whole else None


def land_meant(head: Token, candidate: Candidate, *, at_home: bool) -> NameHit | None:
    """The land of "in the capital", "in the country", "its waters", "the country's north".

    What is done `at_home` is done by those who live there.
    """
    owner = child(head, "poss")
    if owner is not None and owner.pos_ == "PRON" and head.lemma_.lower() in _SOIL:
        return _of_owner(owner, candidate.scene)
    if owner is not None and owner.lemma_.lower() == "country" and head.lemma_.lower() in _SIDES:
        return _whole(owner, candidate, at_home=at_home)
    if head.lemma_.lower() in _WHOLE and head.tag_ == "NN" and _is_bare(head):
        return _whole(head, candidate, at_home=at_home)
    return None


def pointed_here(verbs: Collection[Token], scene: Scene) -> Token | None:
    """ "met here on Monday", "signed it in this Gulf city": what means the dateline's place.

    "Officials here", who say so, do not say that it was done here; who is quoted may speak from
    elsewhere.
    """
    for token in scene.sentence.doc or ():
        here = token.lower_ == "here" and token.dep_ == "advmod"
        city = token.lemma_.lower() in _TOWNS and token.dep_ == "pobj" and token.head.lower_ in _AT
        town = city and any(c.lower_ == "this" for c in token.lefts)
        if (here or town) and not _is_quoted(token, scene) and _hangs_on(token, verbs):
            return token
    return None


def _hangs_on(token: Token, verbs: Collection[Token]) -> bool:
    """Whether words stand in the clause of one of the verbs, but for those for who did it."""
    for above in (token, *governors(token)):
        if above in verbs:
            return True
        if above.dep_ == "nsubj" or above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _is_quoted(token: Token, scene: Scene) -> bool:
    before = scene.sentence.text[: token.idx]
    at = scene.sentence.offsets[token.idx]
    inside = any(start <= at < end for start, end in scene.sentence.quotations)
    return inside or before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _is_bare(head: Token) -> bool:
    """ "the capital", not "the capital of X", "the northern capital", "a country"."""
    said = [c for c in head.children if c.dep_ not in ("det", "punct", "relcl", "cc", "conj")]
    return not said and any(c.lower_ in ("the", "this") for c in head.lefts)


def _of_owner(owner: Token, scene: Scene) -> NameHit | None:
    owners = resolve(owner, scene)
    return _land(owners[0].country or "") if len(owners) == 1 else None


def _whole(head: Token, candidate: Candidate, *, at_home: bool) -> NameHit | None:
    """Of the lands spoken of the one that is meant: where it plays, else the last or only one."""
    scene = candidate.scene
    own = candidate.codes(candidate.subject_heads)
    told = _of_owner(head, scene) if head.lemma_.lower() == "country" else None
    if told is not None and (told.country not in own or at_home):
        return told
    here = [h for h in scene.sentence.hits if h.end <= head.idx and h.country]
    lands = {h.country for h in here if h.kind in NATION_KINDS | {NameKind.PLACE}}
    lands |= scene.discourse.countries(sentence=scene.sentence.index, reach=_NEAR)
    if scene.ground is not None and scene.ground in lands:
        return _land(scene.ground)
    if head.lemma_.lower() == "capital":
        towns = (*scene.places, *(h for h in here if h.kind is NameKind.PLACE))
        last = towns[-1].country if towns else None
        others = {h.country for h in here if h.kind in NATION_KINDS} - own
        others -= candidate.codes(candidate.object_heads)
        home = next(iter(own)) if at_home and len(own) == 1 else None
        return _land("" if last and others else last or home or "")
    foreign = {c for c in lands - own if country(c or "") is not None}
    return _land(foreign.pop() or "") if len(foreign) == 1 else None


def _land(code: str) -> NameHit | None:
    known = country(code)
    if known is None:
        return None
    return NameHit(start=0, end=0, kind=NameKind.COUNTRY, key=known.iso3, name=known.name,
                   country=known.iso3)  # fmt: skip
