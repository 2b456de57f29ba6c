"""Organisations and armed groups told by what they are: "the bloc", "the body", "the group"."""

from regesta.knowledge import NameKind, organisation
from regesta.model import Party
from regesta.read.actors.holdings import GROUPS
from regesta.read.actors.pointing import pointed
from regesta.read.actors.scene import Scene
from regesta.read.clauses import core
from regesta.read.tree import Token

_UNIONS = frozenset(
    {
        "bloc",
        "alliance",
        "union",
        "organisation",
        "organization",
        "watchdog",
        "agency",
        "grouping",
        "confederation",
    }
)
_BODY_OF = frozenset({"world", "global", "regional", "continental", "umbrella"})
_STATES = frozenset({NameKind.COUNTRY, NameKind.DEMONYM})
_PEOPLES = frozenset({NameKind.DEMONYM})
_CREEDS = frozenset(
    {"islamist", "shiite", "shia", "sunni", "salafist", "jihadist", "marxist", "maoist",
     "leninist", "islamic", "christian", "kurdish", "tuareg", "druze"}
)  # fmt: skip
_CALLED = _UNIONS | GROUPS


def union(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the bloc", "the alliance", "the world body": the organisation that was last spoken of."""
    body = head.lower_ == "body" and any(c.lower_ in _BODY_OF for c in head.children)
    body = body or _is_bare_body(head, scene)
    called = body or head.lemma_.lower() in _CALLED
    if not called or not any(c.lower_ == "the" for c in head.children):
        return ()
    inside = scene.hits(core(head), frozenset({NameKind.ORGANISATION}))
    if len(inside) == 1 and inside[0].country is not None:  # "the ECOWAS bloc"
        return (scene.party(core(head), inside[0], rule="name.organisation"),)
    if _has_own_name(head, scene):
        return ()
    kinds = frozenset({NameKind.GROUP, NameKind.ORGANISATION})
    for beside in (c for c in head.children if c.dep_ == "appos"):  # "the militant group X"
        name = scene.hit_at(beside, kinds)
        if name is not None:
            return (scene.party(core(head), name, rule="name.beside"),)
    index = scene.sentence.index
    here = [h for h in scene.sentence.hits if h.end <= head.idx and not h.compound]
    kind = NameKind.GROUP if head.lemma_.lower() in GROUPS else NameKind.ORGANISATION
    named = next((h for h in reversed(here) if h.kind is kind), None)
    if named is not None:
        return (scene.party(core(head), named, rule="coreference.union"),)
    if head.lemma_.lower() in GROUPS:
        known = _at_home(head, scene, known=scene.discourse.group(sentence=index))
    else:
        known = scene.discourse.organisation(sentence=index)
        if head.lower_ == "confederation" and not _is_called(known, "confederation"):
            return ()
    return (pointed(known, core(head), scene, rule="coreference.union"),) if known else ()


def _is_called(known: Party | None, word: str) -> bool:
    """Whether an organisation has a name with the word in it: few are confederations."""
    table = organisation(known.country or "") if known is not None else None
    return table is not None and any(word in name.lower() for name in table.names)


def _is_bare_body(head: Token, scene: Scene) -> bool:
    """ "The body urged A to ...": right after an organisation was told of, no man's body."""
    bare = (
        head.lower_ == "body" and head.dep_ == "nsubj" and len(core(head)) == len(("the", "body"))
    )
    if not bare or any(head.rights):
        return False
    return scene.discourse.organisation(sentence=scene.sentence.index, reach=1) is not None


def native_group(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the Lebanese group": an armed group called by its land, before its land is."""
    called = head.lemma_.lower() in GROUPS and scene.hits(core(head), _PEOPLES)
    return union(head, scene) if called else ()


def _has_own_name(head: Token, scene: Scene) -> bool:
    """ "the Free Rivers movement" is one of its own, no "Iran-backed group"."""
    names = (t for t in core(head) if t != head and t.pos_ == "PROPN" and t.text[:1].isupper())
    names = (t for t in names if t.lower_ not in _CREEDS)
    spans = [(hit.start, hit.end) for hit in scene.sentence.hits]
    own = any(not any(start <= t.idx < end for start, end in spans) for t in names)
    return own or any(t.is_quote for t in core(head))


def _at_home(head: Token, scene: Scene, *, known: Party | None) -> Party | None:
    """ "the Lebanese group": the one last told of, if it is at home there."""
    lands = {hit.country for hit in scene.hits(core(head), _STATES)}
    group = organisation(known.country or "") if known is not None else None
    return known if not lands or (group is not None and group.base in lands) else None
