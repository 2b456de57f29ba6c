"""What speaks for those who issued it: "the declaration condemned", "the statement urged"."""

from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.discourse import REACH
from regesta.read.actors.pointing import pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import core, prepositions
from regesta.read.tree import Token

_JOINT = frozenset({"resolution", "declaration", "communique", "communiqué", "text"})
_ISSUED = _JOINT | {"statement", "commentary", "document", "release"}
_ACTS = words_of("SPOKEN_ACTS") | {
    "back", "support", "endorse", "stress", "reaffirm", "deplore", "request", "appeal", "commend",
    "require", "say", "impose", "ban", "authorise", "authorize", "extend", "pledge",
}  # fmt: skip
_NEAR = 2  # sentences back to the organisation whose declaration it is


def issued(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Who speaks by a writing that was told of before: its organisation, else who spoke last."""
    word = head.lemma_.lower()
    if word not in _ISSUED or head.tag_ != "NN" or head.dep_ != "nsubj":
        return ()
    tokens = core(head)
    if tokens[0].lower_ != "the" or head.head.lemma_ not in _ACTS:
        return ()
    if scene.hits(tokens, NATION_KINDS) or any(
        True for _ in prepositions(head, "by", "of", "from")
    ):
        return ()
    index = scene.sentence.index
    reach = REACH if word == "resolution" else _NEAR
    known = scene.discourse.organisation(sentence=index, reach=reach) if word in _JOINT else None
    known = known or scene.discourse.leader(before=index)
    if known is None or known.country is None or known.sector is Sector.MED:
        return ()
    return (pointed(known, tokens, scene, rule="coreference.document"),)
