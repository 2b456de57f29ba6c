"""Sides that stand away from the deed's own objects: who had asked for it, who holds whom."""

from collections.abc import Iterable, Iterator

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.parties import resolve_all
from regesta.read.clauses import (
    RELATIVE,
    child,
    complements,
    is_passive,
    objects,
    prepositions,
    subject,
    subject_of_noun,
    subjects,
    with_conjuncts,
)
from regesta.read.events.candidate import Candidate, measured
from regesta.read.events.meetings import MEETINGS
from regesta.read.events.weighed import weighed_down
from regesta.read.tree import Token

SPYING = frozenset({"spy", "spying", "work", "espionage", "sabotage", "agent", "information"})
# "..., prompting C to ban imports": what follows from a deed is not what it is for.
PROMPTS = frozenset({"prompt", "lead", "cause", "force", "spur", "push", "leave", "provoke"})
_DENIES = frozenset({"deny", "disclaim", "disavow", "disown"})
PARTS = frozenset({"role", "part", "involvement", "hand", "participation", "complicity"})
_ANNOUNCES = frozenset({"announce", "plan", "schedule", "agree"})
_ASKS = frozenset(
    {"demand", "ask", "request", "want", "seek", "urge", "propose", "require", "insist", "call",
     "recommend", "suggest", "order", "float", "offer", "table"}
)  # fmt: skip
_ASKING = frozenset(
    {"request", "urging", "behest", "insistence", "demand", "pressure", "plea", "appeal", "call",
     "threat", "offer", "overture", "invitation", "proposal", "ultimatum", "warning", "complaint",
     "objection", "criticism", "protest"}
)  # fmt: skip
_BESIDE = ("at", "under", "after", "despite", "amid", "following", "against", "on")
_GESTURE = frozenset(
    {"gesture", "concession", "favour", "favor", "rebuff", "snub", "reply", "answer", "response",
     "message", "warning"}
)  # fmt: skip
_HELD = words_of("TAKING")
_SUBJECTED = frozenset({"subject", "hit", "cripple", "squeeze"})
_BACKING = frozenset({"backing", "support", "help", "assistance"})
_AROUND = frozenset({"near", "off", "around", "over"})
_BEARS = frozenset({"face", "suffer", "endure", "incur", "withstand", "weather"})
_IN_TALKS = ("in", "during", "at", "over")
_REACHES = words_of("REACHING")
_IN_PUBLIC = frozenset({"op-ed", "oped", "ed", "interview", "speech", "tweet", "column", "article"})
_LETTERS = words_of("LETTERS")
_BOUND = frozenset({"bind", "destine", "head", "mean", "intend"})


def demanders(candidate: Candidate) -> tuple[Token, ...]:
    """Who had asked for what is done or refused: "as B demands", "at the request of B"."""
    return (*_as_asked(candidate), *_by_request(candidate), *_towards(candidate))


def visited(candidate: Candidate) -> tuple[Token, ...]:
    """Where one went to do it: "flew to B to offer condolences", "is in B to sign"."""
    verb, carrier = candidate.token, candidate.token.head
    aim = verb.dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" for c in verb.children)
    if not aim or carrier.pos_ not in ("VERB", "AUX"):
        return ()
    return tuple(t for p in prepositions(carrier, "to", "in", "at") for t in complements(p))


def _below(candidate: Candidate) -> Iterator[Token]:
    """The predicate and the verbs that it promises or refuses."""
    verb: Token | None = candidate.token
    while verb is not None:
        yield verb
        verb = child(verb, "xcomp") or child(verb, "ccomp")


def _as_asked(candidate: Candidate) -> Iterator[Token]:
    """ "as B demands", "money that B wanted back", "an offer made by B"."""
    for verb in _below(candidate):
        clauses = [
            c
            for c in verb.children
            if c.dep_ == "advcl" and any(m.lower_ == "as" for m in c.children)
        ]
        things = [n for o in objects(verb) for n in (o, *measured(o))]
        clauses.extend(c for n in things for c in n.children if c.dep_ in ("relcl", "acl"))
        for clause in clauses:
            if clause.lemma_ in _ASKS:
                yield from _asker(clause)


def _asker(clause: Token) -> Iterator[Token]:
    if is_passive(clause):
        yield from (t for p in prepositions(clause, "by") for t in complements(p))
        return
    found = child(clause, "nsubj")
    if found is not None and found.lower_ not in RELATIVE:
        yield from with_conjuncts(found)


def _by_request(candidate: Candidate) -> Iterator[Token]:
    """ "under pressure from B", "after pleas by B", "in return for ... by B" is none."""
    for verb in _below(candidate):
        near = (t for p in prepositions(verb, *_BESIDE) for t in complements(p))
        yield from (t for t in near if t.lemma_.lower() in _ASKING)


def _towards(candidate: Candidate) -> Iterator[Token]:
    """ "as a gesture to B", "in a concession to B"."""
    for verb in _below(candidate):
        near = (t for p in prepositions(verb, "as", "in") for t in complements(p))
        shown = (t for t in near if t.lemma_.lower() in _GESTURE)
        yield from (t for s in shown for p in prepositions(s, "to") for t in complements(p))


def holders(candidate: Candidate) -> tuple[Token, ...]:
    """Where or by whom those are held whose release is asked for: "two Finns jailed in B"."""
    heads = (*candidate.object_heads, *candidate.after("of"), *candidate.after("for"))
    return jailers(heads)


def jailers(captives: Iterable[Token]) -> tuple[Token, ...]:
    """Where or by whom people are held: "two Finns jailed in B", "prisoners held by B"."""
    verbs = (c for t in captives for c in t.children if c.dep_ in ("acl", "relcl"))
    held = (c for c in verbs if c.lemma_ in _HELD)
    return tuple(t for c in held for p in prepositions(c, "by", "in") for t in complements(p))


def debtors(candidate: Candidate) -> tuple[Token, ...]:
    """Who owes what is written off: "forgave a loan owed by B", "the debts that B owes"."""
    clauses = (c for t in candidate.object_heads for c in t.children if c.dep_ in ("acl", "relcl"))
    owing = tuple(c for c in clauses if c.lemma_ == "owe")
    by = (t for c in owing for p in prepositions(c, "by") for t in complements(p))
    own = (t for c in owing for t in c.children if t.dep_ == "nsubj" and t.pos_ != "PRON")
    return (*by, *own)


def destinations(candidate: Candidate) -> tuple[Token, ...]:
    """Whom the goods are meant for: "a ship with arms bound for B"."""
    verbs = (t for v in _below(candidate) for o in objects(v) for t in o.subtree)
    bound = (t for t in verbs if t.dep_ == "acl" and t.lemma_ in _BOUND)
    return tuple(t for c in bound for p in prepositions(c, "for", "to") for t in complements(p))


def called_upon(candidate: Candidate) -> tuple[Token, ...]:
    """ "called for B to step down", "refused permission for B to land": B.

    Who lets B in is asked where it is done to B: "called for B to be readmitted to the union".
    """
    heads = (candidate.token, *candidate.object_heads)
    verbs = (c for t in heads for c in t.children if c.dep_ in ("advcl", "xcomp", "ccomp", "acl"))
    wanted = (v for v in verbs if any(m.dep_ == "mark" and m.lower_ == "for" for m in v.children))
    found = [(v, s) for v in wanted if (s := subject(v)) is not None]
    into = {s.i: _let_into(v) for v, s in found if s.dep_ == "nsubjpass"}
    return tuple(t for _, s in found for t in into.get(s.i) or with_conjuncts(s))


def _let_into(verb: Token) -> tuple[Token, ...]:
    """The union that somebody is to be let into: "readmitted to the union"."""
    admits = verb.lemma_ in ("readmit", "admit", "invite", "reinstate", "restore", "accept")
    return tuple(t for p in prepositions(verb, "to", "into", "in") for t in complements(p)
                 if admits)  # fmt: skip


def condition(candidate: Candidate) -> tuple[Token, ...]:
    """ "would strike if B did not yield": on whom a threat depends."""
    promised = [v for v in (candidate.ccomp(), candidate.xcomp()) if v is not None]
    joined = [c for v in promised for c in v.children if c.dep_ == "conj" and c.tag_ == v.tag_]
    verbs = (candidate.token, *promised, *joined)
    clauses = [c for v in verbs for c in v.children if c.dep_ == "advcl"]
    held = [c for c in clauses if any(m.lower_ in ("if", "unless", "until") for m in c.children)]
    return tuple(s for c in held if (s := subject(c)) is not None)


def spied_for(candidate: Candidate) -> tuple[Token, ...]:
    """For whom an arrested man is said to work: "held on suspicion of spying for B"."""
    told = (t for t in candidate.token.subtree if t.lemma_.lower() in SPYING)
    spying = (t for t in told if t.lemma_ != "work" or t.tag_ == "VBG")
    return tuple(t for s in spying for p in prepositions(s, "for") for t in complements(p))


def source(candidate: Candidate) -> tuple[Token, ...]:
    """Whence a weapon came that no words say who fired: "rockets were fired at X from Y"."""
    fired = candidate.passive and not candidate.subject_heads
    return candidate.after("from") if fired else ()


def spoken_to(candidate: Candidate) -> tuple[Party, ...]:
    """ "In a call with B, A asked for help", "demanded it in a letter to B": B.

    What one calls for is said to the world.
    """
    verb = candidate.token
    if verb.lemma_ == "call" or any(t.lemma_.lower() in _IN_PUBLIC for t in candidate.after("in")):
        return ()  # "phoned B, and in an op-ed he warned of war"
    verbs = (verb, verb.head) if verb.dep_ in ("conj", "advcl", "xcomp") else (verb,)
    told = tuple(t for v in verbs[1:] if v.lemma_ in _REACHES for t in objects(v))
    if told and not is_passive(verb.head):  # "told B it was war and asked for a word"
        return tuple(p for t in told for p in resolve_all(t, candidate.scene))
    near = (t for v in verbs for p in prepositions(v, *_IN_TALKS) for t in complements(p))
    talks = (t for t in near if t.lemma_.lower() in MEETINGS | _LETTERS)
    heads = (t for n in talks for p in prepositions(n, "with", "to") for t in complements(p))
    return tuple(p for t in heads for p in resolve_all(t, candidate.scene))


def rung(candidate: Candidate) -> tuple[Token, ...]:
    """ "called B to offer condolences", "phoned B and offered help": B."""
    verb = candidate.token
    reached = verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.lemma_ in _REACHES | {"call"}
    if any(t.lemma_.lower() in _IN_PUBLIC for t in candidate.after("in")):
        return ()
    return objects(verb.head) if reached and not is_passive(verb.head) else ()


def around(candidate: Candidate) -> tuple[Token, ...]:
    """Where what is threatened would be done: "to fire into the sea near B", "to drill off B"."""
    verb = candidate.xcomp()
    near = (t for t in verb.subtree if t.dep_ == "prep") if verb is not None else ()
    return tuple(t for p in near if p.lower_ in _AROUND for t in complements(p))


def bearers(candidate: Candidate) -> tuple[Token, ...]:
    """Who bears what the noun names: "X is under sanctions", "X faces tariffs"."""
    noun = candidate.token
    weighed = weighed_down(noun)
    if weighed:
        return weighed
    if noun.dep_ == "dobj" and noun.head.lemma_ in _BEARS:
        found = subject(noun.head)
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("under", "to", "by", "with"):
        carrier = noun.head.head
        subjected = noun.head.lower_ in ("under", "with") or carrier.lemma_ in _SUBJECTED
        if noun.head.lower_ == "with" and not (is_passive(carrier) or noun.lemma_ in _BACKING):
            return ()
        if noun.head.lower_ == "with" and carrier.dep_ in ("nsubj", "nsubjpass"):
            return tuple(with_conjuncts(carrier))  # "the army, with help from B, took it"
        carrier = carrier.head if carrier.pos_ == "ADJ" else carrier
        found = subject(carrier) if subjected and carrier.pos_ in ("VERB", "AUX") else None
    else:
        found = None
    return tuple(with_conjuncts(found)) if found is not None else ()


def denier(candidate: Candidate) -> tuple[Token, ...]:
    """Who "denied any role in the attack", or "denied meddling in the vote"."""
    noun, above = candidate.token, candidate.token.head.head
    if noun.dep_ == "dobj" and noun.head.lemma_ in _DENIES:
        return tuple(subjects(noun.head))
    part = child(above, "dobj") or above if above.lemma_ in _DENIES else above
    denied = part.lemma_ in PARTS and part.head.lemma_ in _DENIES
    owner = subject_of_noun(part) if denied and candidate.token.head.lower_ == "in" else None
    return (owner,) if owner is not None else ()


def announcer(candidate: Candidate) -> tuple[Token, ...]:
    """Who "announced a joint exercise with X"."""
    noun = candidate.token
    own = subject(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ in _ANNOUNCES else None
    return tuple(with_conjuncts(own)) if own is not None else ()
