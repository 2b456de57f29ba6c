"""What a state promises, refuses or faults in its own affairs alone: no deed towards another.

It looks to its defence, helps its own citizens, sends a probe to the moon; its leader will not
resign, or denies that he took bribes.
"""

from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.clauses import child, complements, objects, prepositions
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

# What a state promises or is ready to do that is done for nobody but itself.
_WATCHES = frozenset(
    {"prepare", "brace", "monitor", "watch", "analyse", "analyze", "study", "review", "examine",
     "follow", "track", "assess", "fight", "defeat", "destroy", "crush", "repel", "resist",
     "counter", "confront", "deter", "withstand"}
)  # fmt: skip
_GUARDS = frozenset(
    {"defend", "protect", "guard", "secure", "safeguard", "shield", "strengthen", "bolster",
     "fortify", "reinforce", "tighten", "beef", "uphold", "preserve", "assert"}
)  # fmt: skip
_GUARDED = words_of("BORDER") | frozenset(
    {"defence", "defense", "security", "army", "military", "force", "nation", "country",
     "sovereignty", "independence", "territory", "interest", "integrity", "soil", "itself",
     "himself", "herself", "themselves", "ourselves", "population", "homeland"}
)  # fmt: skip
_HELPS = frozenset({"help", "assist", "support", "provide", "offer", "give", "protect", "keep"})
_OWN_PEOPLE = frozenset(
    {"citizen", "national", "people", "resident", "tourist", "traveller", "traveler", "passenger",
     "compatriot", "expatriate", "subject", "family", "relative", "victim", "voter", "community"}
)  # fmt: skip
_INTO_SPACE = frozenset(
    {"moon", "mars", "venus", "jupiter", "orbit", "astronaut", "cosmonaut", "taikonaut", "lander",
     "rover", "spacecraft", "spaceship", "telescope", "asteroid", "probe", "space"}
)  # fmt: skip
_GOES_ON = frozenset({"continue", "go", "keep", "remain", "do"})
_LEAVES_OFFICE = frozenset(
    {"resign", "resignation", "quit", "departure", "ouster", "abdicate",
     "abdication", "impeachment"}
)  # fmt: skip
# Whom politicians quarrel with at home.
_AT_HOME = frozenset(
    {"mayor", "judge", "judges", "opposition", "governor", "senator", "lawmaker", "legislator",
     "opponent", "predecessor", "voter", "media", "medium", "press", "broadcaster", "union",
     "farmer", "critic", "party", "bureaucrat", "councillor", "congressman", "congresswoman",
     "prosecutor", "judiciary", "electorate", "supporter", "colleague", "premier"}
)  # fmt: skip
_MISDEEDS = frozenset(
    {"wrongdoing", "corruption", "graft", "misconduct", "plagiarism", "fraud", "embezzlement",
     "impropriety", "bribery", "bribe", "nepotism", "cronyism"}
)  # fmt: skip


def is_own_affair(candidate: Candidate, frame: Frame) -> bool:
    """Whether a promise or a refusal touches nobody but who makes it."""
    if frame.type is EventType.AGREE:
        return _looks_to_itself(candidate)
    if frame.type is EventType.ACCUSE:
        return _scolds_its_own(candidate)
    return frame.type is EventType.REJECT and _stays(candidate)


def _scolds_its_own(candidate: Candidate) -> bool:
    """ "accused the mayor of treason", "blamed the opposition": nobody of another state."""
    heads = (*candidate.object_heads, *candidate.after("at"), *candidate.after("against"))
    if not heads or any(t.lemma_.lower() not in _AT_HOME for t in heads):
        return False
    return _only_own_named(candidate)


def _looks_to_itself(candidate: Candidate) -> bool:
    """ "ready to defend itself", "vowed to prepare for attacks", "will help our citizens"."""
    verb = _promised(candidate)
    while verb is not None and verb.lemma_.lower() in _GOES_ON:
        verb = child(verb, "xcomp", "acomp")
    if verb is None or len(candidate.codes(candidate.subject_heads)) > 1:
        return False  # what two promise to do together is agreed
    things = objects(verb)
    if verb.lemma_.lower() in _GUARDS and _are_own(things, candidate, named=_GUARDED):
        return True
    if any(candidate.foreign((t,)) for p in prepositions(verb, "with") for t in complements(p)):
        return False
    if verb.lemma_.lower() in _WATCHES:
        return True
    if verb.lemma_.lower() in _HELPS:
        helped = (*things, *(t for p in prepositions(verb, "to", "for") for t in complements(p)))
        deeper = (t for o in things for p in prepositions(o, "to", "for") for t in complements(p))
        return _are_own((*helped, *deeper), candidate, named=_OWN_PEOPLE)
    aimed = (t for p in prepositions(verb, "to", "on", "into") for t in complements(p))
    nouns = (*things, *aimed)
    named = {t.lemma_.lower() for n in nouns for t in (n, *n.children)}
    return bool(named & _INTO_SPACE) and not candidate.foreign(nouns)


def _are_own(things: tuple[Token, ...], candidate: Candidate, *, named: frozenset[str]) -> bool:
    """ "itself", "its border", "our citizens", of a state its own name: "U.S. citizens"."""
    own = candidate.codes(candidate.subject_heads)
    for thing in things:
        if thing.lower_.endswith(("self", "selves")):
            return True
        if thing.lemma_.lower() not in named:
            continue
        owner = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in thing.children)
        codes = candidate.codes((thing,))
        if owner or (bool(codes) and codes <= own):
            return True
    return False


def _promised(candidate: Candidate) -> Token | None:
    """The verb of what is promised: "vowed to VERB", "a pledge to VERB", "we will VERB"."""
    own = candidate.token
    below = candidate.xcomp() or candidate.ccomp()
    nouns = (own, *candidate.object_heads) if own.pos_ == "NOUN" else candidate.object_heads
    meant = (c for t in nouns for c in t.children if c.dep_ in ("acl", "xcomp") and c.tag_ == "VB")
    return below or next(meant, own if own.pos_ == "VERB" else None)


def _stays(candidate: Candidate) -> bool:
    """ "rejected calls to resign", "denied taking bribes", where no other state has a part."""
    below = candidate.xcomp()
    refused = (*candidate.object_heads, *((below,) if below is not None else ()))
    words = [t for head in refused for t in head.subtree]
    down = any(t.lemma_.lower() in ("step", "stand") and _is_down(t) for t in words)
    if not down and not any(t.lemma_.lower() in _LEAVES_OFFICE | _MISDEEDS for t in words):
        return False
    return _only_own_named(candidate)


def _only_own_named(candidate: Candidate) -> bool:
    """Whether a sentence names no state but the doer's."""
    own = candidate.codes(candidate.subject_heads)
    hits = candidate.scene.hits(tuple(candidate.token.doc), NATION_KINDS)
    return all(hit.country in own for hit in hits)


def _is_down(verb: Token) -> bool:
    """ "step down", "stand aside"."""
    return any(c.dep_ in ("prt", "advmod") and c.lower_ in ("down", "aside") for c in verb.children)
