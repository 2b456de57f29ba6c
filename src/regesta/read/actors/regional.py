"""Leaders of a region: "West African leaders" are the union of its states, once it is named."""

from regesta.model import Party, Sector
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, core
from regesta.read.tree import Token

_HEADS = frozenset({"leader", "minister", "president", "mediator", "official"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_UNIONS = {
    "west african": "ECOWAS",
    "african": "AU",
    "southeast asian": "ASEAN",
    "south-east asian": "ASEAN",
    "arab": "ARAB LEAGUE",
    "gulf": "GCC",
    "gulf arab": "GCC",
    "caribbean": "CARICOM",
    "pacific": "PIF",
    "pacific island": "PIF",
    "southern african": "SADC",
    "south american": "UNASUR",
    "latin american": "CELAC",
}


def regional(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The union that the article names of the region's states, which acts through them.

    Some of them are not all: "two West African leaders", "several Arab ministers".
    """
    if head.tag_ != "NNS" or head.lemma_.lower() not in _HEADS or head.dep_ not in _PARTS:
        return ()
    tokens = core(head)
    if child(head, "nummod", "poss") is not None or scene.hits(tokens, NATION_KINDS):
        return ()
    words = [t.lower_ for t in tokens if t.lower_ not in ("the", "foreign", "defence", "defense")]
    code = _UNIONS.get(" ".join(words[:-1]))
    if code is None or code not in scene.named:
        return ()
    found = scene.described(tokens, country=code, sector=Sector.IGO, rule="coreference.regional")
    return (found,)


def the_west(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "The West imposed sanctions": America and the European Union, where it acts as one."""
    if head.lower_ != "west" or head.dep_ != "nsubj" or any(head.rights):
        return ()
    tokens = core(head)
    if len(tokens) != len(("the", "West")) or tokens[0].lower_ != "the":
        return ()
    return tuple(
        scene.described(tokens, country=code, sector=sector, rule="coreference.west")
        for code, sector in (("USA", Sector.GOV), ("EU", Sector.IGO))
    )
