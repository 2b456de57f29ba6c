"""Divided countries: "the North", "North and South Korea", "the mainland"."""

from regesta.model import Party, Sector
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import core
from regesta.read.tree import Token


def half(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the North", "North and South Korea": the half whose full name the page has used."""
    if head.text.endswith("s"):
        return _both(head, scene)
    if head.lower_ == "mainland":
        return _mainland(head, scene)
    if head.text not in ("North", "South") or scene.hit_at(head, NATION_KINDS) is not None:
        return ()
    alone = any(c.lower_ == "the" for c in head.children) or any(
        c.dep_ in ("conj", "cc") for c in head.children
    )
    if not alone:
        return ()
    for name, code in scene.halves:
        if name.startswith(f"{head.text} "):
            return (_state_party(head, scene, name=name, code=code),)
    return ()


def _mainland(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The mainland" in a story of Taiwan."""
    bare = [t.lower_ for t in core(head)] in (["the", "mainland"], ["mainland"])
    behind = tuple(t for c in head.rights for t in c.subtree)
    if not bare or "TWN" not in scene.named or scene.hits(behind, NATION_KINDS):
        return ()
    return (_state_party(head, scene, name="China", code="CHN"),)


def _both(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the two Koreas", where the page has used both names."""
    named = [(n, code) for n, code in scene.halves if n.partition(" ")[2] == head.text[:-1]]
    if len({code for _, code in named}) != 2:
        return ()
    return tuple(_state_party(head, scene, name=name, code=code) for name, code in named)


def other_half(head: Token, scene: Scene, *, name: str) -> tuple[Party, ...]:
    """ "North and South Korea": the half that is not written out."""
    first, _, country = name.partition(" ")
    other = {"North": "South", "South": "North"}.get(first)
    if other is None:
        return ()
    for c in head.lefts:
        joined = c.text == other and any(x.dep_ in ("cc", "conj") for x in c.children)
        code = dict(scene.halves).get(f"{other} {country}")
        if joined and code is not None:
            return (_state_party(c, scene, name=f"{other} {country}", code=code),)
    return ()


def _state_party(head: Token, scene: Scene, *, name: str, code: str) -> Party:
    return Party(
        span=scene.sentence.words((head,)),
        text=head.text,
        name=name,
        country=code,
        sector=Sector.GOV,
        rule="name.half",
    )
