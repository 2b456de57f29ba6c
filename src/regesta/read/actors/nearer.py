"""Nearer nouns that a pronoun may mean: where one stands, what was said before is not meant."""

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.genders import fits
from regesta.read.actors.party_kinds import is_individual
from regesta.read.actors.pointing import Resolve
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    child,
    clause_of,
    complements,
    core,
    governors,
    is_passive,
    objects,
    prepositions,
    subjects,
)
from regesta.read.tree import Token

HUMANS = words_of("PRISONER") | words_of("PEOPLE") | words_of("REBELS") | words_of("ATTACKERS")
_WANTING = frozenset({"ask", "request", "want", "need", "seek", "demand", "expect", "receive"})
_LEADING = frozenset({"nsubj", "nsubjpass", "poss"})
_REASONS = frozenset({"because", "since", "after", "as", "for", "when"})
_TIES = words_of("TIES")
_CUTTING = frozenset({"break", "cut", "sever", "suspend", "freeze", "end", "halt", "stop", "ban"})
_UPON = frozenset({"after", "following", "since", "over", "for"})
_TRIALS = frozenset({"test", "launch", "detonation"})
_PENALTIES = words_of("SANCTION")
_GROUNDS = words_of("CLAIM") | words_of("SUSPICION") | {"ground", "belief"}
_ANSWERS = words_of("FAULTING") | words_of("PUNISHING")
# Whose words and deeds others judge, and whose envoys others send home: never one's own.
_JUDGES = (
    words_of("FAULTING") | {"hail", "praise", "laud", "applaud", "welcome", "salute", "commend",
                            "slam", "blast", "mock", "ridicule", "deride", "decry", "lambast"}
) - {"defend"}  # fmt: skip
_WORDS = words_of("ANY_DEED") | {
    "decision", "remark", "comment", "tweet", "announcement", "speech", "claim", "policy",
    "courage", "leadership", "threat", "stance", "handling", "behaviour", "behavior", "plan",
}  # fmt: skip
_SENDS_HOME = frozenset({"expel", "kick", "throw", "boot", "eject", "oust", "summon"})
_FOR = frozenset({"for", "over"})
_SORRY = frozenset({"use", "pay", "win", "need", "want", "buy", "leave", "quit"})  # for its own
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})


def is_quoted(head: Token) -> bool:
    """Whether a word stands behind a mark that opens and none that closes."""
    return sum(token.is_quote for token in head.doc[: head.i]) % 2 == 1


def other_many(head: Token, scene: Scene, *, resolve: Resolve) -> bool:
    """Whether "they" may be a plural that is no party: "mayors ... as they campaign"."""
    many = (
        t
        for t in head.doc[: head.i]
        if t.tag_ == "NNS" and t.dep_ in STANDING and head not in t.subtree
    )
    return any(not resolve(t, scene) for t in many)


def spoken_of_beside(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """The states that the clause of "they" does something to, and those of who says so."""
    verb = clause_of(head)
    beside = [t for t in objects(verb) if t != head]
    beside.extend(t for p in prepositions(verb, "on", "at", "against") for t in complements(p))
    for above in governors(verb):
        beside.extend(t for t in subjects(above) if t != head)
    nouns = [t for t in beside if t.pos_ != "PRON"]
    named = [p.country for t in nouns for p in resolve(t, scene)]
    inside = [hit.country for t in nouns for hit in scene.hits(core(t), NATION_KINDS)]
    return frozenset((*named, *inside))


def answered_for(head: Token) -> Token | None:
    """ "A seized B because it had ...", "on suspicion that it had ...": B, which A answers.

    "A rebuked B after its troops had ..." and "thanked B for the ships it sent" too; where those
    are hit or nobody is ("after its troops were shot") either may be meant.
    """
    if head.dep_ == "poss" and head.head.dep_ == "pobj":
        return _tried_by(head)
    clause = clause_of(head)
    if clause.dep_ == "relcl":
        return _given_for(head, clause)
    mark = next((c for c in clause.children if c.lower_ in _REASONS | {"that"}), None)
    if mark is None or clause.dep_ not in ("advcl", "acl", "ccomp"):
        return None
    if head.dep_ == "poss" and (head.head.dep_ != "nsubj" or not _hits(clause)):
        return None
    if head.dep_ not in ("nsubj", "poss"):
        return None
    grounds = mark.lower_ == "that" and mark.i > 0 and mark.doc[mark.i - 1].lemma_ in _GROUNDS
    verb = clause_of(clause.head)
    if verb.lemma_ == "summon" and head.dep_ == "poss":
        return None
    if not grounds and (mark.lower_ not in _REASONS or mark.dep_ not in ("mark", "advmod")):
        return None
    return _done_to(verb, before=head)


def _hits(clause: Token) -> bool:
    """Whether a clause tells of something done to another."""
    towards = any(True for _ in prepositions(clause, "on", "at", "into", "against"))
    return clause.tag_ in ("VBD", "VBN") and (towards or bool(objects(clause)))


def _done_to(verb: Token, *, before: Token) -> Token | None:
    """Whom a rebuke or penalty falls on: "condemned B", "imposed sanctions on B"."""
    done_to = [t for t in objects(verb) if t.dep_ == "dobj" and t.i < before.i]
    if verb.lemma_ in _ANSWERS:
        one = before.lower_ in ("it", "its")  # means no "two sailors"
        able = (t for t in done_to if t.pos_ == "PROPN" or not one or t.tag_ != "NNS")
        return next((t for t in able if t.pos_ != "PRON"), None)
    cut = verb.lemma_ in _CUTTING and any(t.lemma_.lower() in _TIES for t in done_to)
    if not cut and not any(t.lemma_.lower() in _PENALTIES for t in done_to):
        return None
    names = ("with",) if cut else ("on", "against")
    hung = [p for head in (verb, *done_to) for p in prepositions(head, *names)]
    named = (t for p in hung for t in complements(p) if t.i < before.i)
    return next((t for t in named if t.pos_ != "PRON"), None)


def _tried_by(head: Token) -> Token | None:
    """ "A cut exports to B after its nuclear tests": what trade is cut for is B's trial."""
    trials = (head.head, *(t for p in prepositions(head.head, "of") for t in complements(p)))
    verb = clause_of(head.head.head)
    if head.head.head.lower_ not in _UPON or not any(t.lemma_ in _TRIALS for t in trials):
        return None
    goods = [t for t in objects(verb) if t.i < head.i]
    if verb.lemma_ not in _CUTTING or not goods:
        return None
    hung = (p for over in (verb, *goods) for p in prepositions(over, "to", "from", "with", "on"))
    named = [t for p in hung for t in complements(p) if t.i < head.i]
    named.extend(t for o in goods for t in (child(o, "poss"),) if t is not None)
    return next((t for t in named if t.pos_ == "PROPN"), None)


def _given_for(head: Token, clause: Token) -> Token | None:
    """ "thanked B for the ships it sent", "punished B over the ships it bought"."""
    reason = clause.head.head
    if head.dep_ != "nsubj" or clause.head.dep_ != "pobj" or reason.lower_ not in ("for", "over"):
        return None
    verb = clause_of(reason)
    if clause.lemma_ in _WANTING or any(c.lower_ == "which" for c in clause.subtree):
        return None  # "thanked B for the ships it had asked for"
    return _done_to(verb, before=reason) if verb.lemma_ in _ANSWERS else None


def is_others(head: Token) -> bool:
    """ "B hailed his decision", "kicked out its ambassador": whose it is is another than B."""
    thing, verb = head.head, head.head.head
    if head.dep_ != "poss" or thing.dep_ != "dobj" or verb.pos_ != "VERB":
        return False
    if any(c.lower_ == "own" for c in thing.lefts):
        return False  # "praised his own decision"
    judged = verb.lemma_ in _JUDGES and thing.lemma_.lower() in _WORDS
    envoys = words_of("DIPLOMAT")
    return judged or (verb.lemma_ in _SENDS_HOME and thing.lemma_.lower() in envoys)


def is_torn(head: Token) -> bool:
    """ "A said B had been warned before its jets struck": of A or of B, as one likes."""
    clause = clause_of(head)
    if clause.dep_ != "advcl" or head.dep_ not in ("nsubj", "poss"):
        return False
    if clause.head.lemma_ == "summon" and head.dep_ == "poss" and _hits(clause):
        return True  # "summoned B's envoy after its ships rammed a boat"
    warned = clause_of(clause.head)
    told = warned.dep_ == "ccomp" and bool(subjects(warned.head))
    named = [t for t in subjects(warned) if t.pos_ != "PRON"]
    return told and is_passive(warned) and bool(named)


def nearest_human(head: Token, scene: Scene, *, resolve: Resolve) -> Token | None:
    """Who led a clause, or owned something, before "he" in the sentence: a human being or name."""
    own = frozenset(subjects(clause_of(head))) if head.dep_ in STANDING else frozenset()
    leading = (t for t in reversed(head.doc[: head.i]) if t.dep_ in _LEADING and t not in own)
    for token in leading:
        if token.tag_ == "NN" and token.lemma_.lower() in HUMANS:
            return token
        named = resolve(token, scene) if token.pos_ != "PRON" else ()
        if any(is_individual(p) and fits(head.lower_, p) for p in named):
            return token
    return None


def over_its(head: Token, verb: Token) -> Token | None:
    """ "A punished B over its purchase", "thanked B for its help": whom the deed is done to."""
    if head.lower_ != "its" or head.head.dep_ != "pobj" or head.head.head.lower_ not in _FOR:
        return None
    if verb.lemma_ in _SORRY or head.head.head.i < verb.i:
        return None
    towards = (t for p in prepositions(verb, "on", "against", "with") for t in complements(p))
    done_to = [o for o in (*objects(verb), *towards) if o.i < head.i]
    carried = [t for o in done_to for p in prepositions(o, "on", "against") for t in complements(p)]
    return next((t for t in (*carried, *done_to) if t.pos_ == "PROPN"), None)


def is_nobody(verb: Token) -> bool:
    """ "When it comes to arming them", "it takes weeks to reach A": nobody does it."""
    if verb.lemma_ == "take":
        aims = (c for c in verb.rights if c.dep_ in ("xcomp", "advcl", "ccomp"))
        return any(c.lower_ == "to" for aim in aims for c in aim.lefts)
    return verb.lemma_ == "come" and child(verb, "advmod") is not None


def owner_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A, whose troops ...": the noun that the clause is about."""
    clause = next((g for g in governors(head) if g.dep_ == "relcl"), None)
    return resolve(clause.head, scene) if clause is not None else ()


def is_own(noun: Token) -> bool:
    """ "its envoy", "their ships"."""
    owner = child(noun, "poss")
    return owner is not None and owner.lower_ in ("its", "his", "her", "their")
