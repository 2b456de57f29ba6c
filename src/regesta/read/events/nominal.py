"""Deeds told by the noun of a verb: "A's closure of B's shops" is read by the rows of "close".

Only what has both a doer (a possessor, "by", a demonym before it) and something that it is done to
("of") is read so, and only deeds, not words: what the table says of a noun itself goes first.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from regesta.knowledge.frames import Frame, Roles
from regesta.model import EventType
from regesta.read.clauses import child, complements, prepositions, with_conjuncts
from regesta.read.events.candidate import Candidate
from regesta.read.events.modifiers import modifiers
from regesta.read.tree import Token

MATERIAL = frozenset(
    {EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.SANCTION,
     EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT}
)  # fmt: skip
_PAIRS = """
abduction abduct · annexation annex · arrest arrest · assassination assassinate · banning ban ·
beheading behead · blacklisting blacklist · blocking block · boarding board · bombing bomb ·
bombardment bombard · capture capture · closing close · closure close · confiscation confiscate ·
cutting cut · delivery deliver · demolition demolish · deployment deploy · deportation deport ·
destruction destroy · detention detain · dispatch dispatch · disruption disrupt ·
dismantling dismantle · donation donate · downing down · eviction evict · execution execute ·
evacuation evacuate · expulsion expel · extradition extradite · freeing free · freezing freeze ·
grounding ground · hacking hack · harassment harass · hijacking hijack · holding hold ·
impounding impound · imprisonment imprison · interception intercept · interrogation interrogate ·
invasion invade · jailing jail · jamming jam · kidnapping kidnap · killing kill · lifting lift ·
murder murder · occupation occupy · opening open · poisoning poison · positioning position ·
prosecution prosecute · provision provide · ramming ram · reopening reopen ·
repatriation repatriate · restoration restore · resumption resume · return return ·
revocation revoke · scrapping scrap · seizure seize · sentencing sentence · shelling shell ·
shipment ship · shooting shoot · shutdown shut · sinking sink · stationing station ·
storming storm · strafing strafe · supply supply · surrender surrender · suspension suspend ·
torture torture · training train · transfer transfer · withdrawal withdraw
"""
# The noun of a deed -> the verb whose rows say what it is.
VERBS: Mapping[str, str] = dict(pair.split() for pair in _PAIRS.split("·"))


_REASONS = frozenset({"over", "against", "about", "at", "for", "of", "to"})


class Nominal(Candidate):
    """A noun with its doer and what it is done to in the places of a verb's."""

    @cached_property
    def subject_heads(self) -> tuple[Token, ...]:
        """Who stands behind "by", else before it."""
        by = tuple(t for p in self.prepositions("by") for t in complements(p))
        owner = child(self.token, "poss")
        return by or (tuple(with_conjuncts(owner)) if owner is not None else ())

    @cached_property
    def object_heads(self) -> tuple[Token, ...]:
        """What stands behind "of"."""
        return tuple(t for p in prepositions(self.token, "of") for t in complements(p))


def nominal(candidate: Candidate) -> Nominal | None:
    """The noun read as its verb; None when it is no such noun or lacks a doer or an object."""
    noun = candidate.token
    if noun.lemma_.lower() not in VERBS or _is_reason(noun):
        return None
    told = Nominal(token=candidate.token, scene=candidate.scene, table=candidate.table)
    if not told.object_heads or not (told.codes(told.subject_heads) or modifiers(told)):
        return None
    return told


def _is_reason(noun: Token) -> bool:
    """ "On strike over the closure", "a protest at the jailing": what others hold against it."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _REASONS


def is_of_object(frame: Frame, every: tuple[str, ...]) -> bool:
    """Whether an alternative of a row of the verb tells a deed done to something."""
    return frame.type in MATERIAL and any(need.startswith("obj") for need in every)


def as_noun(frame: Frame) -> Frame:
    """The verb's row as one of the noun's, whose doer a demonym may name."""
    own = frame.actors
    doers = Roles(names=(*own.names, "amod"), pooled=own.pooled and len(own.names) > 1)
    return replace(frame, pos="N", actors=doers)
