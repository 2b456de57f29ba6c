"""A dependency parse as clauses: who stands where around a predicate, in one sentence."""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.read.misplaced import after_opening, after_participle, goes_on_from
from regesta.read.noun_clauses import WILLED
from regesta.read.tree import PLACE, Token
from regesta.read.what_clauses import thing_called

SUBJECT = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose infinitive is done by their subject: "used intelligence to talk", "phoned B to ask".
_MEANS = frozenset(
    {"use", "take", "spend", "need", "make", "have", "hold", "seize", "meet", "visit", "phone",
     "telephone", "call", "ring", "contact", "summon", "cross", "leave", "block", "join", "send",
     "dispatch", "deploy", "host", "receive", "welcome"}
)  # fmt: skip
# What says or orders for its author: "issued a statement condemning ...".
WRITTEN = frozenset(
    {"statement", "resolution", "letter", "law", "bill", "decree", "order", "note", "tweet",
     "declaration", "communique", "message", "motion", "petition", "document", "video", "post"}
)  # fmt: skip
ISSUES = frozenset(
    {"issue", "pass", "adopt", "sign", "write", "publish", "release", "send", "approve", "draft",
     "enact", "make", "post", "introduce", "deliver", "file", "submit", "circulate", "give"}
)  # fmt: skip
# Nothing is done to who does these: "a convoy headed for X" is no passive, whatever the parse.
_UNDERGONE_BY_NONE = frozenset(
    {"head", "land", "arrive", "sail", "march", "die", "erupt", "retreat", "fly", "travel"}
)
_FAULTING = words_of("FAULTING") | words_of("PUNISHING")
_MANY = frozenset({"country", "state", "nation", "government", "power", "those", "capital", "ally"})
# What stands before the head of a phrase and is no part of it.
_BESIDE = frozenset({"punct", "cc", "preconj", "mark", "prep", "relcl", "acl", "aux"})
_BEFORE_OTHERS = frozenset({"out", "ahead", "away", "off", "up", "including"})  # "out of"
_ENDING = frozenset({"prep", "prt", "advcl", "npadvmod"})  # "hit back, smiling, and told B"
_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp", "parataxis"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependency labels."""
    for c in token.children:
        if c.dep_ in deps:
            return c
    return None


def with_conjuncts(token: Token) -> Iterator[Token]:
    """The token and the nominals joined to it: "A, B and C"."""
    yield from _joined_inside(token)
    yield token
    for right in token.rights:
        if (right.dep_ == "conj" and right.pos_ in NOMINAL) or _listed(right):
            yield from with_conjuncts(right)


def _listed(token: Token) -> bool:
    """ "A, B and C" whose parse takes B for a description of A."""
    names = token.pos_ == "PROPN" and token.head.pos_ == "PROPN" and token.dep_ == "appos"
    return names and any(c.dep_ == "cc" or _joins(c) for c in token.children)


def _joins(token: Token) -> bool:
    """ "the B, C and D": a name that another is joined to."""
    joined = token.dep_ == "conj" and token.pos_ == "PROPN"
    return joined and any(c.dep_ == "cc" for c in token.children)


def _joined_inside(head: Token) -> Iterator[Token]:
    """Names joined within the words before a name: a parse that takes "A and Minister B" for one.

    "President X and Minister Y met": X hangs on Y's title.
    """
    if head.pos_ != "PROPN":
        return
    for token in head.doc[head.left_edge.i : head.i]:
        joins = any(c.dep_ == "cc" for c in token.children)
        if joins and token.pos_ == "PROPN" and token.dep_ in ("nmod", "compound", "appos"):
            yield token


def is_passive(verb: Token) -> bool:
    """Whether the verb's own subject, or the noun it modifies, is what the deed was done to."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if child(verb, "agent") is not None:  # but "X froze the funds by a majority"
        active = verb.tag_ == "VBD" or child(verb, "dobj") is not None
        return not active or child(verb, "nsubj") is None
    done = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")  # "the law passed in"
    if not done or verb.lemma_ in _UNDERGONE_BY_NONE:
        return False
    if verb.dep_ in ("acl", "relcl", "amod", "advcl"):
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    return (
        verb.dep_ == "conj"
        and verb.head.pos_ == "VERB"
        and is_passive(verb.head)
        and (child(verb, "nsubj") is None)
    )


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participle clause hangs on: "who A says VERBED" too."""
    verb = verb.head if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" else verb
    return verb.head if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in NOMINAL else None


def one_of(many: Token) -> Token:
    """ "A is among the states that ...", "A is one of those who ...": A, else the many."""
    preposition = many.head
    if many.lemma_.lower() not in _MANY or many.dep_ != "pobj":
        return many
    above = preposition.head
    if preposition.lower_ == "of" and above.lower_ == "one" and above.dep_ == "attr":
        above = above.head
    elif preposition.lower_ != "among":
        return many
    return (subject(above) if above.lemma_ == "be" else None) or many


def _pointed_out(verb: Token) -> Token | None:
    """ "It was A that brokered ...": A."""
    said = verb.dep_ in ("ccomp", "advcl") and verb.head.lemma_ == "be" and verb.i > verb.head.i
    it = said and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.head.children)
    return child(verb.head, "attr") if it else None


def subject(verb: Token) -> Token | None:
    """The head of the surface subject, inherited where the verb leaves it out.

    "A met B and signed C": `signed` takes A. "A said, adding that": `adding` takes A.
    A relative pronoun stands for its antecedent.
    """
    own = _own_subject(verb)
    if own is not None:
        if own.lower_ in RELATIVE:
            noun = _antecedent(_clause_root(verb)) or _pointed_out(_clause_root(verb)) or own
            return (_author(noun) if noun.lemma_.lower() in WRITTEN else None) or one_of(noun)
        return own
    if verb.dep_ in ("conj", "dep") and verb.head.pos_ in ("VERB", "AUX"):
        return subject(goes_on_from(verb) or verb.head)
    if verb.dep_ == "acl" and verb.head.pos_ in NOMINAL:
        if verb.tag_ == "VBG" and verb.head.lemma_.lower() in WRITTEN:
            return _author(verb.head) or verb.head
        return verb.head if verb.tag_ in ("VBG", "VBN", "VBD") else subject_of_noun(verb.head)
    if verb.dep_ == "relcl":
        return subject_of_noun(verb.head) if _infinitive(verb) else verb.head
    if verb.dep_ in ("advcl", "xcomp") and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb)
    whether = verb.dep_ == "ccomp" and _infinitive(verb)  # "weighs whether to VERB"
    if (verb.dep_ == "acomp" or whether) and verb.head.pos_ in ("VERB", "AUX"):
        return subject(verb.head)
    return _judged_for(verb) if verb.dep_ == "pcomp" else None


def _judged_for(verb: Token) -> Token | None:
    """ "punished B for arming C", "praised B for his courage in freeing C": B; else the subject."""
    preposition, above = verb.head, verb.head.head
    edge = above.lemma_ in EDGES and above.dep_ == "pobj"  # "was on the verge of freeing C"
    if edge or (above.dep_ == "pobj" and preposition.lower_ == "in"):
        preposition, above = above.head, above.head.head
    if above.pos_ not in ("VERB", "AUX"):
        return None
    if preposition.lower_ == "for" and above.lemma_ in _FAULTING and not is_passive(above):
        return next(iter(objects(above)), None)
    return subject(above) if edge or preposition == verb.head else None


def _infinitive(verb: Token) -> bool:
    """ "took the time to meet": a relative clause in the parse, done by who took the time."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def subjects(verb: Token) -> tuple[Token, ...]:
    """All who do it: the subject, what is joined to it, and a subject that the parse split off.

    "President A of X and Minister B met" may be read as two subjects of one verb, "A, B and C met"
    too.
    """
    head = subject(verb)
    if head is None:
        return ()
    split = [c for c in verb.children if c.i < head.i and _is_split_off(c, head)]
    return tuple(t for h in (*split, head) for t in with_conjuncts(h))


def _is_split_off(first: Token, head: Token) -> bool:
    """Whether a child of the verb before its subject is joined to it: by "and", or in a list."""
    if first.dep_ == "nsubj" and any(x.dep_ == "cc" for x in first.children):
        return True
    at = head.left_edge.i - len((",", "A"))
    if at < 0 or first.pos_ != "PROPN" or first.dep_ not in ("nsubj", "advcl", "npadvmod", "dep"):
        return False
    last, comma = head.doc[at], head.doc[at + 1]
    beside = comma.text == "," and (last == first or first.is_ancestor(last))
    return beside and any(c.dep_ == "conj" for c in head.children)


def _own_subject(verb: Token) -> Token | None:
    """The subject beside the verb: of several (a title split from its name) the last before it."""
    found = [c for c in verb.children if c.dep_ in SUBJECT or c.dep_ in PASSIVE_SUBJECT]
    before = [c for c in found if c.i < verb.i]
    if len(found) == 1 and found[0].dep_ == "csubj" and found[0].tag_ == "VBG":
        return after_participle(found[0]) or found[0]
    return (before or found)[-1] if found else after_opening(verb)


def _clause_root(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb


EDGES = frozenset({"point", "verge", "brink", "cusp", "threshold", "process", "course", "midst"})
_HIRES = frozenset({"pay", "bribe", "give"})


def _controller(verb: Token) -> Token | None:
    """Who does a bare infinitive or participle: the object of "urge X to", else the subject."""
    governor = verb.head
    if verb.dep_ == "xcomp":
        controlled = child(governor, "dobj", "dative")
        means = governor.lemma_ in _MEANS
        if controlled is not None and not means and verb.i > controlled.i:
            return controlled
    if verb.dep_ == "advcl" and governor.lemma_ in _HIRES and _infinitive(verb):
        return child(governor, "dative") or subject(governor)  # "paid B a sum to hold them"
    if governor.pos_ == "ADJ" and governor.dep_ in ("acomp", "conj"):
        return subject(governor.head)
    return subject(governor)


def subject_of_noun(noun: Token) -> Token | None:
    """Who owns a plan or decision: its possessor, or the subject of the verb it is object of."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    own = ("by", "of") if noun.lemma_.lower() in WILLED else ("by",)  # "the decision of A to VERB"
    by = next(prepositions(noun, *own), None)
    if by is not None:
        return next(complements(by), None)
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":  # "was among the first to VERB"
        noun = noun.head
    elif noun.dep_ not in ("dobj", "attr"):
        return None
    return subject(noun.head) if noun.head.pos_ in ("VERB", "AUX") else None


def _author(written: Token) -> Token | None:
    """Who speaks by what is written: "issued a statement saying", not "vetoed a resolution"."""
    verb = _voting(written)
    if verb is not None:  # "voted for a resolution that calls on X"
        return subject(verb)
    made = written.dep_ in ("dobj", "attr") and written.head.lemma_.lower() not in ISSUES
    return None if made else subject_of_noun(written)


def _voting(written: Token) -> Token | None:
    """The verb of "voted for a resolution", "voted in favour of a resolution"."""
    preposition = written.head
    if written.dep_ != "pobj" or preposition.lower_ not in ("for", "of"):
        return None
    if preposition.head.lower_ in ("favour", "favor", "support"):
        preposition = preposition.head.head
    return preposition.head if preposition.head.lemma_ == "vote" else None


def objects(verb: Token) -> tuple[Token, ...]:
    """Heads of the direct objects (the antecedent when an object relative clause drops them)."""
    found = tuple(c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ in NOMINAL)
    if any(c.lower_ in RELATIVE for c in found):
        return tuple(filter(None, (_antecedent(verb),)))
    own = child(verb, *SUBJECT) if not found and verb.dep_ == "relcl" else None
    if own is not None and own.lower_ not in RELATIVE and not _is_placed(verb):
        return (verb.head,)
    found = found or tuple(filter(None, (thing_called(verb),)))
    joined = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and not found)
    shared = next(joined, None)
    if shared is not None and not any(c.dep_ in _ENDING for c in verb.children):
        return tuple(c for c in shared.children if c.dep_ == "dobj")
    return found


def _is_placed(clause: Token) -> bool:
    first = clause.left_edge  # "whose army withdrew", "in which it grew" leave out no object
    return first.dep_ == "prep" or first.lower_ in ("whose", "where", "when", "why")


def prepositions(head: Token, *names: str) -> Iterator[Token]:
    """Prepositions below `head` with one of the names, one level of joined heads included."""
    for c in head.children:
        if c.dep_ in ("prep", "agent", "dative", "prt") and c.lower_ in names:
            yield c
            yield from (x for x in c.children if x.dep_ == "conj" and x.lower_ in names)
        elif c.dep_ == "prep" and c.lower_ in _BEFORE_OTHERS:
            below = (x for x in c.children if x.dep_ in ("prep", "agent"))
            yield from (x for x in below if x.lower_ in names)


def complements(preposition: Token) -> Iterator[Token]:
    """Heads of what a preposition governs, joined ones included."""
    for c in preposition.children:
        if c.dep_ == "pobj":
            yield from with_conjuncts(c)
        elif c.dep_ == "prep" or (c.dep_ == "conj" and not _has_own(preposition)):
            yield from complements(c)  # "out of X", "to and from X"
        elif c.dep_ == "pcomp":
            yield from filter(None, (thing_called(preposition),))  # "at what it called a base"


def _has_own(preposition: Token) -> bool:
    return any(c.dep_ in ("pobj", "pcomp") for c in preposition.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb or noun has a "not" or "never" of its own, or "no longer"."""
    late = any(c.lower_ == "longer" and c.left_edge.lower_ == "no" for c in verb.children)
    return late or child(verb, "neg") is not None or (_joined_by_or(verb) and is_negated(verb.head))


def _joined_by_or(verb: Token) -> bool:
    """ "did not ask or wait": one "not" for both."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
    joint = (c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i)
    return verb.dep_ == "conj" and not own and any(c.lower_ in ("or", "nor") for c in joint)


def governors(token: Token) -> Iterator[Token]:
    """The chain of heads from the token's own head to the root."""
    while token.head != token:
        token = token.head
        yield token


def is_aim(lower: Token) -> bool:
    """ "to VERB" hung on a verb that does not take it: an aim; "only to VERB" tells what came."""
    only = any(c.lower_ == "only" and c.i < lower.i for c in lower.children)
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in lower.children)
    plain = lower.tag_ == "VB" or child(lower, "auxpass") is not None
    return lower.dep_ == "advcl" and plain and to and not only


def is_infinitive_of_noun(token: Token) -> bool:
    """ "a plan to VERB", also where the parse takes it for a relative clause."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    return token.tag_ == "VB" and (token.dep_ == "acl" or (token.dep_ == "relcl" and to))


def clause_of(token: Token) -> Token:
    """The verb (or root) of the clause that the token stands in."""
    while token.head != token and not (
        token.pos_ in ("VERB", "AUX") and (token.dep_ in _CLAUSE or token.dep_ == "ROOT")
    ):
        token = token.head
    return token


def core(head: Token) -> tuple[Token, ...]:
    """The noun phrase without what follows its head: determiners, adjectives, names, the head."""
    if head.phrase is None:
        inside = (t for left in head.lefts if left.dep_ not in _BESIDE for t in left.subtree)
        head.phrase = tuple(sorted((*inside, head), key=PLACE))
    return head.phrase


def reachable(head: Token) -> list[Token]:
    """Tokens of the phrase without its clauses, nearest to the head first."""
    queue, found = [head], []
    while queue:
        token = queue.pop(0)
        found.append(token)
        queue.extend(
            c
            for c in token.children
            if c.dep_ not in ("relcl", "acl", "appos", "advcl", "conj") and not _is_beside(c)
        )
    return found


def _is_beside(token: Token) -> bool:
    """ "the captives in exchange for N prisoners", "decried the raid as a breach of B's law"."""
    if token.lower_ == "as" and token.dep_ == "prep":
        return not any(c.lower_ == "such" for c in token.lefts)
    return any(c.lower_ in ("return", "exchange") for c in token.children)


def set_apart(one: Token, other: Token) -> bool:
    """Whether a semicolon stands between two words: each is of a clause of its own."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" for t in one.doc[first:last])


def bare(verb: Token) -> bool:
    """ "insisted that X sign": what is demanded, told by the plain form."""
    return verb.tag_ in ("VB", "VBP") and not any(c.dep_ == "aux" for c in verb.children)
