"""Looks of the frames table at help: what a load brings, whom helpers teach, what was sold."""

from collections.abc import Callable

from regesta.knowledge.frames import words_of
from regesta.read.clauses import complements, core, objects, prepositions
from regesta.read.events.candidate import Candidate
from regesta.read.events.occasions import aims
from regesta.read.tree import Token

_BRINGING = frozenset(
    {"lade", "laden", "carry", "bring", "load", "deliver", "transport", "pack", "fill", "haul"}
)
_RELIEF = words_of("RELIEFWORD") - {"hot", "search"}
_CARRIERS = frozenset(
    {"plane", "flight", "aircraft", "airplane", "aeroplane", "convoy", "truck", "lorry", "ship",
     "vessel", "boat", "shipment", "consignment", "cargo", "train", "helicopter"}
)  # fmt: skip
_COUNTS = frozenset({"total", "number", "dozen", "score", "hundred", "thousand", "handful"})
_TEACHING = words_of("TEACHVERB")
_CIVIL = frozenset(
    {"cargo", "commercial", "passenger", "merchant", "civilian", "charter", "direct", "container",
     "tourist", "cruise", "grain", "freight", "goods", "scheduled", "cargo-ship",
     "bulk", "fishing", "ore"}
)  # fmt: skip
TRIAL = frozenset(
    {"extradition", "trial", "warrant", "fugitive", "indictment", "charge", "prosecution", "court",
     "prosecute", "want", "wanted", "accuse", "convict", "suspect", "justice", "jail", "prison",
     "bribery", "fraud", "corruption", "murder", "laundering"}
)  # fmt: skip
SALE = frozenset({"sell", "sale", "contract", "purchase", "buy", "order", "export", "sold"})


def laden(candidate: Candidate) -> bool:
    """Whether what arrives brings aid: "a plane loaded with food", "landed with 40 tents"."""
    heads = candidate.subject_heads
    if any(map(_for_relief, heads)):
        return True
    verbs = [c for h in heads for c in h.children if c.dep_ in ("acl", "relcl")]
    verbs.extend(c for c in candidate.token.children if c.dep_ == "advcl" and c.tag_ == "VBG")
    brought = [n for v in verbs if v.lemma_ in _BRINGING for t in _burden(v) for n in _counted(t)]
    full = [h for h in heads if h.lemma_ not in _COUNTS]  # "a total of 21 drones" brings none
    brought.extend(t for h in full for p in prepositions(h, "of", "with") for t in complements(p))
    if any(candidate.in_class(t, "@AID") for t in brought):
        return True
    return any(candidate.in_class(t, "@RELIEFGOODS") for t in candidate.after("with"))


def _for_relief(carrier: Token) -> bool:
    """ "a relief plane", "the first aid ship": what brings aid by its own name."""
    words = {t.lower_ for t in core(carrier) if t is not carrier}
    return carrier.lemma_.lower() in _CARRIERS and not words.isdisjoint(_RELIEF)


def _counted(noun: Token) -> tuple[Token, ...]:
    """A noun and what it counts: "two crates of sacks of rice"."""
    inner = (t for p in prepositions(noun, "of") for t in complements(p))
    return (noun, *(n for t in inner for n in _counted(t)))


def freighted(candidate: Candidate) -> bool:
    """ "diverted three ships carrying doctors": what is sent brings relief."""
    verbs = [c for h in candidate.object_heads for c in h.children if c.dep_ in ("acl", "relcl")]
    brought = (t for v in verbs if v.lemma_ in _BRINGING for t in _burden(v))
    return any(candidate.in_class(t, "@RELIEFGOODS") for t in brought)


def _burden(verb: Token) -> tuple[Token, ...]:
    with_it = (t for p in prepositions(verb, "with") for t in complements(p))
    return (*objects(verb), *with_it)


def teaching(candidate: Candidate) -> bool:
    """ "sent 60 men to train B's marines": not to train with them."""
    return any(v.lemma_.lower() in _TEACHING and objects(v) for v in aims(candidate))


def civil(candidate: Candidate) -> bool:
    """Whether what comes is no force: "a cargo ship", "the first commercial flight"."""
    return any(map(is_civil, candidate.subject_heads))


def is_civil(noun: Token) -> bool:
    """Whether a ship or plane is one of trade: "a bulk carrier"."""
    return any(t.lower_ in _CIVIL for t in core(noun))


def tried(candidate: Candidate) -> bool:
    """Whether the sentence speaks of a trial or a warrant: who is handed over is to be tried."""
    return any(t.lemma_.lower() in TRIAL for t in candidate.token.doc)


def sold(candidate: Candidate) -> bool:
    """Whether the sentence speaks of a sale: then what is delivered is no gift."""
    return any(t.lemma_.lower() in SALE for t in candidate.token.doc)


FLAGS: dict[str, Callable[[Candidate], bool]] = {
    "laden": laden,
    "freighted": freighted,
    "teaching": teaching,
    "sold": sold,
    "tried": tried,
    "civil": civil,
}
