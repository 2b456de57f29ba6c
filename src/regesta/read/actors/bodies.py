"""Bodies and offices whose state the words leave out: "the army", "the ministry", "the rebels"."""

from dataclasses import replace

from regesta.knowledge import offices
from regesta.model import Party, Sector
from regesta.read.actors.holdings import home_of, named_group, nation
from regesta.read.actors.pronouns import pointed
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, core
from regesta.read.tree import Token

_COLLECTIVE = frozenset(
    {"government", "army", "military", "regime", "troop", "force", "authority", "ministry",
     "parliament", "administration", "navy", "delegation", "official"}
)  # fmt: skip
_NATION = frozenset({"country", "nation", "kingdom", "republic", "emirate", "sultanate"})
_AT_HOME = frozenset(
    {"rebel", "insurgent", "separatist", "militant", "regime", "gunman", "fighter", "guerrilla",
     "jihadist", "militia"}
)  # fmt: skip


def described(head: Token, scene: Scene, office: str) -> tuple[Party, ...]:
    """ "the minister", "the army": the one that was spoken of, if only one can be meant."""
    if child(head, "nummod") is not None:  # "the three governments" are not one
        return ()
    definite = any(c.lower_ in ("the", "this", "that") for c in head.children if c.dep_ == "det")
    if not definite and not (head.tag_ == "NNS" and head.lemma_.lower() in _AT_HOME):
        return ()
    tokens = core(head)
    known = scene.discourse.person(sentence=scene.sentence.index, office=office)
    if known is not None:
        return (pointed(known, tokens, scene, rule="coreference.office"),)
    home = home_of(head, scene) if head.lemma_.lower() in _AT_HOME else None
    group = named_group(scene, home=home) if office == "rebel" and definite else None
    if group is not None:
        return (pointed(group, tokens, scene, rule="coreference.group"),)
    if home is not None:
        return (_on_ground(head, scene, office=office, home=home),)
    if head.tag_ == "NN" and head.lemma_.lower() in _NATION:
        found = nation(head, scene)
        return (found,) if found is not None else ()
    if head.lemma_.lower() not in _COLLECTIVE:
        return ()
    return _body_before(head, scene)


def _body_before(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the army", "the ministry": the one spoken of before, else that of the state that led."""
    word, index = head.lemma_.lower(), scene.sentence.index
    body = offices().lookup(word)
    sector = body.sector if body is not None else Sector.GOV
    known = scene.discourse.body(word, sector=sector, sentence=index)
    known = known or scene.discourse.government(sentence=index)
    if known is None:
        return ()
    found = pointed(known, core(head), scene, rule="coreference.body")
    return (replace(found, sector=sector),)


def _on_ground(head: Token, scene: Scene, *, office: str, home: str) -> Party:
    """ "the rebels", "the regime" of the one country that the article is about."""
    body = offices().lookup(head.lemma_.lower())
    sector = body.sector if body is not None else Sector.REB
    found = scene.described(core(head), country=home, sector=sector, rule="coreference.ground")
    return replace(found, office=office)
