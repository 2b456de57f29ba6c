"""Dates in another clause than a deed that are its own: "came on Sunday and met B"."""

from collections.abc import Callable
from dataclasses import dataclass

from regesta.model import When
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import child, clause_of, is_aim
from regesta.read.events.candidate import Candidate
from regesta.read.events.speakers import SPEECH
from regesta.read.events.windows import BOUNDS, dated_by, distance, told_by
from regesta.read.tree import PLACE, Token

# Verbs of a word about a deed, and what brings that deed: "charged X with the attack in 2017".
JUDGES = frozenset(
    {"accuse", "blame", "charge", "condemn", "criticise", "criticize", "denounce", "indict",
     "rebuke", "praise", "thank", "summon", "apologise", "apologize", "protest", "welcome", "hail",
     "reject", "dismiss"}
)  # fmt: skip
SUBJECTS = ("nsubj", "nsubjpass")
_LATER = frozenset({"next", "following", "same", "previous"})
_ROW = frozenset({"and", "but"})
_SLOT = frozenset({"aux", "auxpass", "advmod", "neg", "punct"})  # what may part a date and its verb
_DAY = len("2014-05-01")


@dataclass(frozen=True, slots=True)
class Way:
    """A row of the table below: how a date of another clause is the deed's, and how sure that is.

    The lowest `rank` wins; with `by_steps` the nearer date.
    """

    name: str
    rank: int
    fits: Callable[[Token, When, Candidate], bool]
    by_steps: bool = False


def carried(token: Token, known: When, candidate: Candidate) -> int | None:
    """How far the deed is from a date that another clause lends it; None where none does."""
    for way in _WAYS:
        if way.fits(token, known, candidate):
            steps = distance(token, candidate.token) if way.by_steps else 0
            return way.rank + steps
    return None


def beside(predicate: Token) -> Token | None:
    """The verb that a verb is joined to, also as what is said: "said he met B and they agreed"."""
    verb = predicate.head
    if predicate.dep_ != "conj" or predicate.pos_ != "VERB" or not _alike(verb, predicate):
        return None
    said = child(verb, "ccomp") if verb.lemma_ in SPEECH else None
    meant = child(predicate, *SUBJECTS)
    if said is not None and said.tag_ == predicate.tag_ and meant is not None:
        return said if meant.pos_ == "PRON" else None
    return verb if verb.pos_ in ("VERB", "AUX") else None


def _alike(verb: Token, joined: Token) -> bool:
    """Whether two verbs are of one tense: "came and was refused", "met B and signed"."""
    if verb.tag_ == joined.tag_:
        return True
    return _is_past(verb) and _is_past(joined) and not auxiliaries(joined) & {"had"}


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what was done: "did", "was done", "had done"."""
    return verb.tag_ in ("VBD", "VBN") and auxiliaries(verb) <= {"was", "were", "had", "been"}


def _joined(token: Token, known: When, candidate: Candidate) -> bool:
    """ "A came on Sunday and (he) promised ...": the date stands before the verb joined on.

    What has a bound of its own was done on another day: "attacked in May and took it by June".
    """
    predicate = told_by(candidate.token)
    begun = predicate.dep_ == "xcomp" and predicate.tag_ == "VBG"  # "and began pulling out"
    verb = beside(predicate.head if begun else predicate)
    return (
        verb is not None
        and dated_by(token, verb)
        and token.i < predicate.i
        and all(c.pos_ == "PRON" for c in predicate.children if c.dep_ in SUBJECTS)
        and not any(_another_day(c, candidate) for c in predicate.children)
    )


def _another_day(word: Token, candidate: Candidate) -> bool:
    """ "by June", "the next day": what says of a deed that it was done at another time."""
    if word.dep_ == "prep" and word.lower_ in BOUNDS and child(word, "pcomp") is None:
        dated = any(candidate.scene.is_dated(c) for c in word.children)
        return dated or word.lower_ not in ("before", "after")  # "after days of air strikes"
    return word.dep_ == "npadvmod" and any(c.lower_ in _LATER for c in word.lefts)


def _before_its_verb(token: Token, known: When, candidate: Candidate) -> bool:
    """ "The ministers on Monday approved": between who did it and the verb, wherever it hangs."""
    verb = told_by(candidate.token)
    first, last = token.left_edge, max(token.subtree, key=PLACE)
    doer = child(verb, *SUBJECTS)
    if token.dep_ == "pobj":
        first = token.head.left_edge
    between = token.doc[last.i + 1 : verb.i]
    return (
        doer is not None
        and doer.i < first.i
        and clause_of(token) in (verb, clause_of(verb))
        and last.i < verb.i
        and all(t.dep_ in _SLOT and t.head == verb and t.text != "," for t in between)
    )


def _ends_fronted(token: Token, known: When, candidate: Candidate) -> bool:
    """ "After A imposed duties last month, B did C": what ends the first clause is of it."""
    verb = clause_of(candidate.token)
    fronted = verb.dep_ == "advcl" and verb.i < token.i < verb.head.i
    between = token.doc[verb.i + 1 : token.i]
    return fronted and clause_of(token) == verb.head and all(t.text != "," for t in between)


def _behind_untensed(token: Token, known: When, candidate: Candidate) -> bool:
    """ "threatened to take X last month", "barred them from leaving on Tuesday".

    What is past is what was done, wherever the parse put its date: an infinitive has none. What
    is said of another's deed has its own: "accused B of shelling X on Monday".
    """
    verb, lower = told_by(candidate.token), clause_of(token)
    if token.i < lower.i or lower == verb or not _lies_back(token, known, candidate.scene.on):
        return False
    while lower != verb and _has_no_time(lower):
        lower = clause_of(lower.head)
    return lower == verb and (verb.tag_ == "VBD" or clause_of(token).dep_ == "xcomp")


def _has_no_time(clause: Token) -> bool:
    """ "(threatened) to take X", "(barred) from leaving", "(hills) lining X", "(a plan) to go"."""
    if clause.dep_ == "pcomp":
        return clause.tag_ == "VBG" and clause.head.lower_ == "from"
    tensed = clause.tag_ in ("VBD", "VBZ", "VBP")  # "similar to one fired last month", as read
    return (clause.dep_ == "xcomp" and not tensed) or (
        (clause.dep_ == "acl" and clause.tag_ in ("VBG", "VB")) or is_aim(clause)
    )


def _lies_back(token: Token, known: When, on: str | None) -> bool:
    """Whether a date lies before the article, as its value or the word "earlier" says, or today."""
    if on is None or token.head.lower_ == "of" or known.day > on[: len(known.day)]:
        return False
    said = (token, *token.children, *token.head.children)
    today = len(known.day) >= _DAY
    return today or known.day < on[: len(known.day)] or any(t.lower_ == "earlier" for t in said)


def _ends_joined(token: Token, known: When, candidate: Candidate) -> bool:
    """ "A met B and signed C on Monday": the date that ends the sentence is that of both."""
    predicate = candidate.token
    last = next((c for c in predicate.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if last is None or token.i < last.i or last.tag_ != predicate.tag_:
        return False
    told = child(last, "ccomp")  # "cut X and announced on Monday that ...": of the last alone
    apart = any(c.dep_ in SUBJECTS for c in last.children) or (
        told is not None and told.i > token.i
    )
    return clause_of(token) == last and not apart


def _in_row(token: Token, known: When, candidate: Candidate) -> bool:
    """ "This month A did B, and C did D": what opens the sentence holds for the whole row.

    So does a day that stands later in the first clause, but for words that answer it.
    """
    verb = _answering(told_by(candidate.token))
    first = clause_of(token)
    before = verb.left_edge.i - 1  # "and" may hang on what stands before it
    joined = child(first, "cc") or (verb.doc[before] if before > 0 else None)
    if verb.dep_ != "conj" or verb.head != first or joined is None:
        return False
    if not (_is_past(verb) and _is_past(first)):
        return False
    doer = child(first, *SUBJECTS)
    opens = doer is not None and token.i < doer.i
    near = token.i < first.i or len(known.value) >= _DAY
    whole = opens or (near and verb.lemma_ not in JUDGES)
    parted = any(_another_day(c, candidate) for c in verb.children)
    return whole and token.i < joined.i and joined.lower_ in _ROW and not parted


def _answering(verb: Token) -> Token:
    """ "..., and B answered by firing at C": the verb in whose place the deed stands."""
    by = verb.dep_ == "pcomp" and verb.head.lower_ == "by"
    return clause_of(verb.head) if by else verb


def _of_its_object(token: Token, known: When, candidate: Candidate) -> bool:
    """ "turned back two planes carrying migrants in May": one time for both."""
    thing = clause_of(token)
    borne = thing.dep_ == "acl" and thing.tag_ == "VBG"
    return borne and candidate.token.tag_ == "VBD" and thing.head in candidate.object_heads


def _of_both(token: Token, known: When, candidate: Candidate) -> bool:
    """ "Earlier this month A did B after C had done D": what opens with a month holds for both."""
    verb = told_by(candidate.token)
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    above = verb.head
    while above.dep_ == "xcomp":  # "threatened to fire X after C had warned"
        above = above.head
    if verb.dep_ != "advcl" or not marks & {"after", "before"} or not _is_past(verb):
        return False
    doer = child(above, *SUBJECTS)
    opens = doer is not None and token.i < doer.i and verb.i > above.i
    parted = any(_another_day(c, candidate) for c in verb.children)
    wide = len(known.value) == len("2014-05") and not parted
    return opens and wide and above.tag_ == "VBD" and clause_of(token) == above


_WAYS: tuple[Way, ...] = (
    Way("before-its-verb", 12, _before_its_verb),
    Way("ends-fronted", 15, _ends_fronted),
    Way("joined", 70, _joined, by_steps=True),
    Way("behind-untensed", 80, _behind_untensed),
    Way("ends-joined", 90, _ends_joined, by_steps=True),
    Way("in-row", 110, _in_row),
    Way("of-its-object", 120, _of_its_object),
    Way("of-both", 130, _of_both),
)
