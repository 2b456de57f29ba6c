"""What a speaker makes of another's deed: "called the strikes illegal", "said the plan was wrong".

A judgement is a deed of saying when it falls on somebody else, by name or by a deed of theirs.
"""

from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.inside import within
from regesta.read.clauses import (
    child,
    complements,
    is_negated,
    is_passive,
    objects,
    prepositions,
    subject,
    subjects,
    with_conjuncts,
)
from regesta.read.events.candidate import Candidate
from regesta.read.events.told import doers, idioms, in_future
from regesta.read.events.unreal import OUGHT
from regesta.read.tree import Token
from regesta.read.what_clauses import cleft

BAD = words_of("BAD")
GOOD = words_of("GOOD")
WRONGS = words_of("WRONGS")
RIGHTS = words_of("RIGHTS")
UPSET = words_of("UPSET")
FRIENDS = words_of("FRIENDS")
SHORTCOMINGS = words_of("SHORTCOMINGS")
NOT_JUDGED = words_of("NOT_JUDGED")
DEEDS = words_of("JUDGED_DEED")
FAULT = words_of("FAULT")
OFFERED = words_of("OFFERING") | words_of("CLAIM") - {"report", "criticism"}
SPEECH = words_of("SPEECH")
REBUKES = words_of("CONDEMN") | words_of("PENALTY")
HARMFUL = words_of("HARMFUL")
POINTERS = frozenset({"it", "this", "that"})
_KINDS = frozenset(
    {"act", "form", "kind", "piece", "campaign", "series", "pack", "bundle", "tissue", "web",
     "litany", "string", "heap", "case", "attempt", "example", "instance", "display", "expression",
     "manifestation", "sign", "show"}
)  # fmt: skip
_AIMS = frozenset({"aim", "goal", "purpose", "objective", "intention", "plan", "strategy"})
_OFFENCES = frozenset(
    {"provocation", "aggression", "atrocity", "brutality", "cruelty", "barbarity", "hostility",
     "recklessness", "bullying", "belligerence", "crime", "violation", "terrorism"}
)  # fmt: skip
_POINTING = frozenset({"this", "these", "such"})
_LAWS = frozenset(
    {"law", "rule", "charter", "agreement", "promise", "word", "ceasefire", "truce", "treaty",
     "pledge", "resolution", "commitment", "norm", "accord", "pact"}
)  # fmt: skip
_CONDUCT = frozenset(
    {"action", "behaviour", "behavior", "conduct", "rhetoric", "policy", "move", "step", "remark",
     "statement", "act", "practice", "approach", "attitude", "manoeuvre", "maneuver", "activity"}
)  # fmt: skip
_GROUND = frozenset({"airspace", "border", "territory", "water"})
_DRAWN = frozenset({"median", "demarcation", "armistice", "line-of-control"})  # lines on a map
_TELLS = frozenset({"tell", "warn", "remind", "inform"})  # their object is who listens
_PREDICATES = ("acomp", "attr", "oprd")
_CARRIES_ON = frozenset(
    {"continue", "keep", "go", "try", "seek", "attempt", "want", "begin", "use", "aim", "intend",
     "start", "appear", "seem", "dare", "conspire", "plot", "choose", "prefer", "strive"}
)  # fmt: skip
_GOES = frozenset({"go", "run", "militate", "act", "work", "offend"})
_AMOUNTS = frozenset({"be", "constitute", "amount", "remain", "represent", "pose", "mark"})
_UTMOST = frozenset({"everything", "all", "best", "utmost", "worst", "thing", "lot", "level"})


def _lemmas(token: Token) -> set[str]:
    """The words that a predicate noun or adjective judges by: itself and what qualifies it."""
    near = [c for c in token.children if c.dep_ in ("amod", "compound", "conj", "nmod")]
    deeper = [c for near_one in near for c in near_one.children if c.dep_ in ("amod", "conj")]
    inside = [t for p in prepositions(token, "of") for t in complements(p)]
    acts = {f"{token.lemma_}-of-{t.lemma_}" for t in inside}
    for name in ("on", "to"):  # "an attack on democracy", "a blow to peace"
        hit = (t for p in prepositions(token, name) for t in complements(p))
        acts |= {f"{token.lemma_}-{name}-{t.lemma_}" for t in hit}
    kinds = [*inside, *(c for t in inside for c in t.children if c.dep_ == "amod")]
    told = [token, *near, *deeper, *(kinds if token.lemma_ in _KINDS else ())]
    return acts | {t.lemma_.lower() for t in told} | {t.lower_ for t in told}


def _verdict(token: Token) -> str:
    """ "bad", "good" or "" for a predicate noun or adjective."""
    words = _lemmas(token)
    denied = any(c.dep_ in ("neg", "det") and c.lower_ in ("no", "not") for c in token.children)
    bad, good = bool(words & BAD), bool(words & GOOD)
    if denied and any(c.lower_ == "but" for c in token.children):
        rather = child(token, "conj")  # "no accident but an act of aggression"
        return _verdict(rather) if rather is not None else ""
    if denied:
        return "bad" if good and not bad else ""
    return "bad" if bad else "good" if good else ""


def _chain(verb: Token) -> list[Token]:
    """The verb, or what it carries on: "continues to deceive"; joined verbs follow."""
    found = [verb]
    inner = child(verb, "xcomp")
    done = verb.lemma_ == "do" and any(o.lemma_.lower() in _UTMOST for o in objects(verb))
    if done:  # "is doing everything to sabotage it"
        found.extend(c for c in verb.subtree if c.tag_ == "VB" and c.dep_ in ("advcl", "relcl"))
    aim = subject(verb)
    aims = aim is not None and verb.lemma_ == "be" and aim.lemma_.lower() in _AIMS
    if inner is not None and (aims or verb.lemma_.lower() in _CARRIES_ON):
        found.append(inner)
    found.extend(c for v in tuple(found) for c in v.children if c.dep_ == "conj")
    return found


def _by_verb(verb: Token) -> str:
    """What the verb itself says: "violates the charter", "cannot be justified", "was behind"."""
    lemma = verb.lemma_.lower()
    if any(o.lemma_.lower() in _GROUND or _lemmas(o) & _DRAWN for o in objects(verb)):
        return ""  # "violated the airspace" is a deed, and no opinion of one
    if is_negated(verb) and SHORTCOMINGS & (idioms(verb) | {lemma}):
        return "bad"
    if lemma == "break":
        law = any(o.lemma_.lower() in _LAWS for o in objects(verb))
        return "bad" if law and not is_negated(verb) else ""
    if WRONGS & (idioms(verb) | {lemma}):
        return "" if is_negated(verb) else "bad"
    if lemma == "deserve" and any(o.lemma_.lower() in REBUKES for o in objects(verb)):
        return "" if is_negated(verb) else "bad"
    if lemma in RIGHTS:
        pledged = not is_negated(verb) and in_future(verb)  # "said it would abide by the truce"
        return "" if pledged else "bad" if is_negated(verb) else "good"
    if lemma == "be" and any(c.dep_ == "xcomp" and c.lemma_ == "blame" for c in verb.children):
        return "" if is_negated(verb) else "bad"
    if lemma == "be" and any(_is_none(t) for p in prepositions(verb, "in") for t in complements(p)):
        return "bad"
    if lemma == "do" and any(c.lower_ in ("nothing", "little") for c in verb.children):
        return "bad"
    if lemma in _GOES and any(True for _ in prepositions(verb, "against")):
        return "" if is_negated(verb) else "bad"  # "goes against the treaty"
    if lemma == "be" and any(True for _ in prepositions(verb, "behind", "against")):
        owned = any(t.pos_ == "PRON" for t in subjects(verb))  # "said it was behind the blast"
        return "" if owned or is_negated(verb) else "bad"
    return ""


def _is_none(thing: Token) -> bool:
    """ "is in no position to lecture anyone"."""
    return thing.lemma_ == "position" and any(c.lower_ == "no" for c in thing.children)


def of_clause(clause: Token) -> str:
    """What a reported clause makes of its subject, or of whoever one is upset with."""
    if _upset_with(clause) is not None or _is_offence(clause):
        return "bad"
    told_of = cleft(clause)
    if told_of is not None:  # "it is A that is to blame"
        return of_clause(told_of[1])
    if clause.pos_ == "ADJ":  # "called the plan absurd", the two read as a clause
        return _verdict(clause)
    for verb in _chain(clause):
        told = _by_verb(verb)
        if told:
            return told
        for c in verb.children:
            if c.dep_ in _PREDICATES:
                told = _verdict(c)
                if told:
                    return "" if is_negated(verb) and told == "bad" else _flipped(verb, told)
        held = [o for o in objects(verb) if verb.lemma_ in _AMOUNTS]
        held.extend(_standing_in(verb))
        told = next((v for v in map(_verdict, held) if v), "")
        if told:
            return _flipped(verb, told)
    return ""


def _is_offence(clause: Token) -> bool:
    """ "These provocations only deepen its isolation": the subject's own name judges it."""
    doer = subject(clause)
    if doer is None:
        return False
    wrong = doer.lemma_.lower() in _OFFENCES and not is_negated(clause)
    shown = clause.lemma_ in SPEECH  # "his defiant words suggest that he will"
    if not wrong and (shown or doer.lemma_.lower() not in _CONDUCT or _verdict(doer) != "bad"):
        return False  # "its reckless conduct endangers us all"
    pointed = any(c.lower_ in _POINTING or c.dep_ == "poss" for c in doer.lefts)
    pointed = pointed or any(True for _ in prepositions(doer, "by"))
    return pointed and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children)


def _upset_with(clause: Token) -> Token | None:
    """ "Very disappointed that X has not paid", with nobody beside it who is: the speaker."""
    own = child(clause, "nsubj", "nsubjpass")
    inside = child(clause, "ccomp")
    if clause.lower_ not in UPSET or own is not None:
        return None
    return subject(inside) if inside is not None else None


def _standing_in(verb: Token) -> list[Token]:
    """ "is in breach of the charter", "amounts to blackmail"."""
    names = ("in",) if verb.lemma_ == "be" else ("to",) if verb.lemma_ == "amount" else ()
    return [t for p in prepositions(verb, *names) for t in p.children if t.dep_ == "pobj"]


def _flipped(verb: Token, told: str) -> str:
    if not is_negated(verb):
        return told
    return "bad" if told == "good" else ""


def said(candidate: Candidate, verdict: str) -> bool:
    """ "X said the tariffs were unacceptable": the clause judges another or its deed."""
    clause = candidate.ccomp()
    return (
        clause is not None
        and of_clause(clause) == verdict
        and not (verdict == "good" and _is_advice(clause))
        and not _is_supposed(clause, candidate)
        and _on_another(candidate, _in_clause(clause))
    )


def _is_advice(clause: Token) -> bool:
    """ "should be lawful" praises nothing."""
    return any(c.dep_ == "aux" and c.lower_ in OUGHT for c in clause.children)


def _is_supposed(clause: Token, candidate: Candidate) -> bool:
    """ "Bombing B would be a crime": a deed that somebody might do is no deed of B's."""
    first = next((c.left_edge for c in clause.children if c.dep_ in ("csubj", "nsubj")), None)
    open_ = any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children)
    return (
        open_
        and first is not None
        and first.lower_.endswith("ing")
        and not candidate.codes((first,))  # "Beijing"
    )


def called(candidate: Candidate, verdict: str) -> bool:
    """ "X called the drills illegal", "described Y as a friend"."""
    return verdict in _verdicts_beside(candidate.token) and _on_another(
        candidate, _named(candidate)
    )


def judged(candidate: Candidate) -> tuple[Party, ...]:
    """Who is judged: the party itself, or the doer of the deed; never whom the deed was done to."""
    own = candidate.codes(candidate.subject_heads)
    heads = judged_heads(candidate)
    found = (p for head in heads if head.lower_ not in POINTERS for p in doers(head, candidate))
    return tuple(p for p in found if p.country not in own)


def judged_heads(candidate: Candidate) -> tuple[Token, ...]:
    """What a verdict is on: what is called something, or the subject of what is said."""
    clause = candidate.ccomp()
    heads = () if clause is not None and candidate.token.lemma_ in _TELLS else _named(candidate)
    if not heads and clause is not None:
        heads = _in_clause(clause)
    return (*heads, *_by_beside(candidate.token, heads))


def on_offer(candidate: Candidate) -> bool:
    """Whether what is judged is an offer, a demand or a charge: it is turned down or denied."""
    return any(head.lemma_.lower() in OFFERED for head in judged_heads(candidate))


def _by_beside(verb: Token, heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "called the drills by X a rehearsal", where the parse hangs "by X" on the verb."""
    ends = {head.i + 1 for head in heads}
    near = (p for p in prepositions(verb, "by") if p.i in ends)
    return tuple(t for p in near for t in complements(p))


def faulted(candidate: Candidate) -> tuple[Party, ...]:
    """Whose fault something is said to be: "said the blame lay with X", "it is X's fault"."""
    verb = candidate.ccomp()
    thing = subject(verb) if verb is not None else None
    if verb is None or thing is None or is_negated(verb):
        return ()
    laid = prepositions(verb, "with", "at", "on", "upon") if _is_fault(thing) else ()
    heads = [t for p in laid for t in complements(p)]
    attr = child(verb, "attr") if verb.lemma_ == "be" else None
    if attr is not None and attr.lemma_.lower() in FAULT:
        heads.extend(c for c in attr.children if c.dep_ == "poss")
        heads.extend(t for p in prepositions(attr, "of") for t in complements(p))
    own = candidate.codes(candidate.subject_heads)
    found = (p for head in heads for p in within(head, candidate.scene))
    return tuple(p for p in found if p.country not in own)


def _is_fault(thing: Token) -> bool:
    """ "blame", or "responsibility for the deaths": the word alone is a duty as well."""
    if thing.lemma_.lower() != "responsibility":
        return thing.lemma_.lower() in FAULT
    done = (t.lemma_.lower() for p in prepositions(thing, "for") for t in complements(p))
    return any(word in HARMFUL for word in done)


def _verdicts_beside(verb: Token) -> set[str]:
    found = [c for c in verb.children if c.dep_ in ("oprd", "acomp", "attr")]
    found.extend([c for c in verb.children if c.dep_ in ("dobj", "oprd")][1:])
    for head in (verb, *objects(verb)):  # "described the acts as a danger": as the parse hangs it
        found.extend(c for p in prepositions(head, "as") for c in p.children)
    found.extend(_names_given(verb))
    hung = ("amod", "npadvmod", "dobj")  # as the parse hangs it: "called X's launch a provocation"
    found.extend(c for o in objects(verb) for c in o.rights if c.dep_ in hung)
    found.extend(o for o in objects(verb) if _joined_name(o) is not None)
    small = child(verb, "ccomp")
    verdicts = {_verdict(t) or _befriended(t) for t in found}
    return verdicts | {of_clause(small) if small is not None else ""}


def _names_given(verb: Token) -> list[Token]:
    """ "called X a traitor", "called its leader, X, a traitor", as the parse may hang it."""
    beside = [c for o in objects(verb) for c in o.children if c.dep_ == "appos"]
    beside.extend([c for b in beside for c in b.children if c.dep_ == "appos"])
    return [c for c in beside if any(d.lower_ in ("a", "an") for d in c.children)]


def dubbed(candidate: Candidate) -> bool:
    """Whether "called" means what somebody is called ("a traitor"), not that he was phoned."""
    return len(objects(candidate.token)) > 1 or bool(_names_given(candidate.token))


def _joined_name(insult: Token) -> Token | None:
    """ "called the Dutch ministers fascists": whom the parse took for a part of the insult."""
    if insult.tag_ != "NNS":
        return None
    return next((c for c in insult.children if c.dep_ == "compound" and c.tag_ == "NNS"), None)


def _swallowed(word: Token) -> Token | None:
    """ "called the decision baseless": the deed that the parse took for a part of the verdict."""
    if word.lemma_.lower() not in BAD | GOOD:
        return None
    deeds = (c for c in word.children if c.dep_ == "compound" and c.lemma_.lower() in DEEDS)
    return next((c for c in deeds if c.i + 1 == word.i and child(c, "det") is not None), None)


def _befriended(token: Token) -> str:
    """ "called X a great friend": good where the word is praised, and nobody's mere office."""
    praised = any(c.dep_ == "amod" or c.lower_ == "weather" for c in token.children)
    return "good" if token.lemma_.lower() in FRIENDS and praised else ""


def _named(candidate: Candidate) -> tuple[Token, ...]:
    """What is called something: the object, or the subject of a clause without a verb."""
    found = candidate.object_heads[:1]
    named = _joined_name(found[0]) if found else None
    if named is not None:
        return (named,)
    small = child(candidate.token, "ccomp")
    called = [c for c in candidate.token.children if c.dep_ == "oprd"]
    swallowed = _swallowed(called[0]) if called and not found else None
    if swallowed is not None:
        return (swallowed,)
    owned = len(called) == 1 and child(called[0], "poss") is not None
    if not found and (len(called) > 1 or owned):
        return (called[0],)  # "called X a traitor", "called X's test wrong", all read as a name
    if found and found[0].lower_ == "what":  # "what X called Y's unfair practices"
        return tuple(c for c in candidate.token.children if c.dep_ == "oprd")
    if found or small is None or small.pos_ in ("VERB", "AUX"):
        return found
    return tuple(c for c in small.children if c.dep_ == "nsubj")


def _in_clause(clause: Token) -> tuple[Token, ...]:
    """What a reported clause judges: its subject, and whom a passive brings with "by"."""
    blamed = _upset_with(clause)
    if blamed is not None:
        return tuple(with_conjuncts(blamed))
    told_of = cleft(clause)
    if told_of is not None:
        return tuple(with_conjuncts(told_of[0]))
    found = subject(clause)
    near = (clause, *(c for c in clause.children if c.dep_ == "attr"))
    doers = tuple(t for head in near for p in prepositions(head, "by") for t in complements(p))
    if found is None or (doers and is_passive(clause)):
        return doers  # "said the embargo was being flouted by X"
    return (*with_conjuncts(found), *doers)


def _on_another(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    """Whether what is judged is another's: a party by name, or a deed with no doer beside it."""
    own = candidate.codes(candidate.subject_heads)
    for head in heads:
        if head.lemma_.lower() in NOT_JUDGED:
            continue
        if head.lower_ in POINTERS:
            return True
        named = {p.country for p in doers(head, candidate) if p.sector is not Sector.MED}
        if named - own:
            return True
        done = head.lemma_.lower() in DEEDS | _OFFENCES or head.tag_ == "VBG"
        if not named and done:
            return True
    return False
