"""States called by what they are: "the South American country", "the Gulf state"."""

from regesta.knowledge import described_as
from regesta.model import Party, Sector
from regesta.read.actors.discourse import REACH
from regesta.read.actors.pointing import Resolve, as_country, doers_beside, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import core
from regesta.read.tree import Token

FEW = 8  # states that words can mean which are looked for in the whole article
_STATES = frozenset(
    {"country", "nation", "state", "republic", "kingdom", "monarchy", "emirate", "sultanate",
     "principality", "archipelago", "island", "neighbour", "neighbor", "ally", "giant", "power"}
)  # fmt: skip


def epithet(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The one state, of those spoken of, that the words describe; () where two are.

    Who does something to it is another: "A and B cut their links with the emirate".
    """
    word = head.lemma_.lower()
    if word not in _STATES or head.tag_ not in ("NN", "NNP"):
        return ()
    tokens = core(head)
    if not any(t.lower_ in ("the", "this") and t.head == head for t in tokens):
        return ()
    codes = described_by(tokens)
    codes = codes - doers_beside(head, scene, resolve=resolve) if codes else codes
    if not codes or scene.hits(tokens, NATION_KINDS):
        return ()
    here = {
        hit.country: hit
        for hit in scene.sentence.hits
        if hit.end <= head.idx and hit.country in codes and hit.kind in NATION_KINDS
    }
    if here:
        (hit, *others) = here.values()
        return () if others else (scene.party(tokens, hit, rule="coreference.epithet"),)
    index = scene.sentence.index
    behind = {hit.country for hit in scene.sentence.hits if hit.start > head.idx}
    found = {
        seen.party.country: seen.party
        for seen in scene.discourse.seen
        if index - seen.sentence <= REACH and seen.party.country in codes - behind
    }
    if len(found) == 1:
        (known,) = found.values()
        return (pointed(as_country(known), tokens, scene, rule="coreference.epithet"),)
    told = codes & scene.named if not found and len(codes) <= FEW else frozenset()
    return tuple(
        scene.described(tokens, country=code, sector=Sector.GOV, rule="coreference.epithet")
        for code in (told if len(told) == 1 else ())
    )


def described_by(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The countries that the words of a phrase allow; none where they describe no country."""
    return described_as(" ".join(t.text for t in tokens))
