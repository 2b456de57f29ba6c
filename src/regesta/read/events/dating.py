"""When a deed was done: from its own window only."""

from regesta.knowledge.frames import words_of
from regesta.model import When
from regesta.read.clauses import child, clause_of
from regesta.read.dates.sequel import AFTER_ANOTHER, OFFSETS
from regesta.read.events.candidate import Candidate
from regesta.read.events.speakers import SPEECH, speech_verb
from regesta.read.events.windows import dated_by, distance, made, token_at
from regesta.read.tree import Token

_BOUNDS = frozenset({"until", "till", "by", "before", "after", "beyond"})
_AT_LATEST = frozenset({"by"})
_LATER = frozenset({"next", "following", "same", "previous"})
_NEAR = 5  # tokens from a date to the clause that hangs on it: "May 6, 2017, when"
# Verbs of a word about a deed, and what brings that deed: "charged X with the attack in 2017".
_JUDGES = frozenset(
    {"accuse", "blame", "charge", "condemn", "criticise", "criticize", "denounce", "indict",
     "rebuke", "praise", "thank", "summon", "apologise", "apologize", "protest", "welcome", "hail",
     "reject", "dismiss"}
)  # fmt: skip
_WARS = words_of("WAR")
_SUBJECTS = ("nsubj", "nsubjpass")
_BRINGS = frozenset({"of", "for", "over", "with", "about"})


def when(candidate: Candidate, *, verbal: bool, alone: bool, by_others: bool) -> When | None:
    """The date of the deed: the nearest date phrase of its own clause.

    A deed that is done by the doer's own saying (`verbal`) may take the date of the saying. The
    only date of a sentence that tells only this deed (`alone`) is the deed's, wherever the parse
    put it, unless it is the day on which others reported it (`by_others`). A deed joined to
    another shares its date: "came on Sunday and promised ...".
    """
    found: list[tuple[int, When]] = []
    predicate = candidate.token
    saying = speech_verb(predicate)
    dated = dates_of(candidate)
    for token, known in dated:
        if known.rule in OFFSETS:
            if _is_offset_of(token, known, predicate):
                found.append((0, known))
        elif _is_bound(token, clause_of(predicate)):
            continue  # "closed it on Thursday, hours before A did B"
        elif _is_then(token, clause_of(predicate)):
            found.append((0, known))  # "last month, when A did B"
        elif _of_its_subject(token, predicate):
            found.append((10, known))  # "Friday's blast killed"
        elif dated_by(token, predicate):
            found.append((distance(token, predicate), known))
        elif saying is not None and dated_by(token, saying):
            if verbal:
                found.append((50 + distance(token, predicate), known))
            alone = alone and not by_others
        elif _joined(token, predicate):
            found.append((70 + distance(token, predicate), known))
        elif _behind_infinitive(token, predicate) and _is_past(token, known, candidate.scene.on):
            found.append((80, known))
        elif _ends_joined(token, predicate):
            found.append((90 + distance(token, predicate), known))
        elif _opens_row(token, predicate):
            found.append((110, known))
        elif _of_its_object(token, candidate):
            found.append((120, known))
    if not found and alone and len(dated) == 1 and not verbal:
        return dated[0][1] if _may_be_own(*dated[0], predicate) else None
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_bound(token: Token, clause: Token) -> bool:
    """Whether a date is that of what was done before a clause's own deed."""
    apart = any(c.dep_ == "mark" and c.lower_ == "before" for c in clause.children)
    return apart and clause.dep_ == "advcl" and token not in clause.subtree


def _may_be_own(token: Token, known: When, predicate: Token) -> bool:
    """Whether the only date of a sentence can be the deed's though the parse put it elsewhere.

    "left on Sunday under a deal brokered by X": a participle has only what stands below it.
    """
    below = predicate.dep_ != "acl" or token in predicate.subtree
    return known.rule not in OFFSETS and below


def deadline(candidate: Candidate) -> When | None:
    """ "is to hand over two districts by June 1": the day by which what is planned will be done."""
    for known in candidate.scene.sentence.dates:
        token = token_at(candidate, known.span) if known.span is not None else None
        if token is None:
            continue
        bound = token if token.dep_ == "prep" else token.head
        if bound.lower_ in _AT_LATEST and bound.dep_ == "prep" and bound.head == candidate.token:
            return known
    return None


def _is_offset_of(token: Token, known: When, predicate: Token) -> bool:
    """Whether "a day after B had acted" tells the day of a deed: of what B did, or of the other."""
    mark = token.doc[min(token.i + 1, len(token.doc) - 1)]
    lower = mark.head if mark.dep_ == "mark" else child(mark, "pobj", "pcomp")
    if lower is None or mark.dep_ not in ("mark", "prep"):
        return False
    if known.rule == AFTER_ANOTHER:
        return predicate == lower or (lower.pos_ != "NOUN" and clause_of(predicate) == lower)
    upper = clause_of(lower.head if mark.dep_ == "mark" else mark.head)
    return predicate == upper or (predicate.pos_ == "NOUN" and clause_of(predicate) == upper)


def _opens_row(token: Token, predicate: Token) -> bool:
    """ "This month A did B, and C did D": what opens the sentence holds for the whole row."""
    clause, first = clause_of(predicate), clause_of(token)
    subject = child(first, *_SUBJECTS)
    joined = child(first, "cc")
    return (
        clause.dep_ == "conj"
        and joined is not None
        and joined.lower_ == "and"
        and clause.head == first
        and clause.tag_ == first.tag_ == "VBD"
        and subject is not None
        and token.i < subject.i
        and not any(_another_day(c) for c in clause.children)
    )


def _of_its_object(token: Token, candidate: Candidate) -> bool:
    """ "turned back two planes carrying migrants in May": one time for both."""
    beside = clause_of(token)
    borne = beside.dep_ == "acl" and beside.tag_ == "VBG"
    return borne and candidate.token.tag_ == "VBD" and beside.head in candidate.object_heads


def _is_then(token: Token, clause: Token) -> bool:
    """ "last month, when A did B", "since May 6, when A did B"."""
    if clause.dep_ == "relcl" and clause.head in (token, *token.children):
        return True
    if clause.dep_ == "relcl" and clause.head.lemma_ == "day":  # "on May 6, the day A did B"
        first = clause.head.left_edge
        apart = first.i > 1 and first.doc[first.i - 1].text == ","
        return apart and first.doc[first.i - 2] in token.subtree
    whens = (c for c in clause.children if c.lower_ == "when" and c.i < clause.i)
    return any(
        token.i < w.i <= token.i + _NEAR
        and not any(t.text.isalpha() for t in w.doc[token.i + 1 : w.i])
        for w in whens
    )


def dates_of(candidate: Candidate) -> list[tuple[Token, When]]:
    """The date phrases of the sentence that are no other noun's and no mere bound."""
    beside = _beside(candidate.token)
    verbs = (candidate.token,) if beside is None else (candidate.token, beside)
    return [
        (token, known)
        for known in candidate.scene.sentence.dates
        if known.span is not None
        and (token := token_at(candidate, known.span)) is not None
        and not _of_another_noun(candidate, token)
        and not any(_of_the_matter(verb, token, known) for verb in verbs)
    ]


def _of_the_matter(predicate: Token, token: Token, known: When) -> bool:
    """ "charged X with the attack in 2017": a month or year behind it is that of the attack."""
    if predicate.lemma_ not in _JUDGES or len(known.value) >= len("2017-03-01"):
        return False
    seizure = child(predicate, "dobj")  # "condemned the seizure of Y in 2014"
    owned = seizure is not None and any(c.lower_ == "of" for c in seizure.rights)
    return (owned and token.i > predicate.i) or any(
        c.dep_ == "prep" and c.lower_ in _BRINGS and c.i < token.i for c in predicate.rights
    )


def _joined(token: Token, predicate: Token) -> bool:
    """ "A came on Sunday and (he) promised ...": the date stands before the verb joined on.

    What has a bound of its own was done on another day: "attacked in May and took it by June".
    """
    begun = predicate.dep_ == "xcomp" and predicate.tag_ == "VBG"  # "and began pulling out"
    verb = _beside(predicate.head if begun else predicate)
    return (
        verb is not None
        and dated_by(token, verb)
        and token.i < predicate.i
        and all(c.pos_ == "PRON" for c in predicate.children if c.dep_ in _SUBJECTS)
        and not any(_another_day(c) for c in predicate.children)
    )


def _another_day(word: Token) -> bool:
    """ "by June", "the next day": what says of a deed that it was done at another time."""
    bound = word.dep_ == "prep" and word.lower_ in _BOUNDS
    return bound or (word.dep_ == "npadvmod" and any(c.lower_ in _LATER for c in word.lefts))


def _beside(predicate: Token) -> Token | None:
    """The verb that a verb is joined to, also as what is said: "said he met B and they agreed"."""
    verb = predicate.head
    past = {verb.tag_, predicate.tag_} == {"VBD", "VBN"} and child(
        predicate, "aux", "auxpass"
    ) is None
    if (
        predicate.dep_ != "conj"
        or predicate.pos_ != "VERB"
        or not (past or predicate.tag_ == verb.tag_)
    ):
        return None
    said = child(verb, "ccomp") if verb.lemma_ in SPEECH else None
    meant = child(predicate, *_SUBJECTS)
    if said is not None and said.tag_ == predicate.tag_ and meant is not None:
        return said if meant.pos_ == "PRON" else None
    return verb if verb.pos_ in ("VERB", "AUX") else None


def _of_its_subject(token: Token, predicate: Token) -> bool:
    """ "Friday's blast killed", "May's resolution bans": the date of what does it or tells it."""
    noun = token.head
    subject = noun.dep_ in _SUBJECTS and noun.head == predicate and noun.pos_ == "NOUN"
    return subject and token.dep_ in ("poss", "nmod", "compound", "npadvmod")


def _of_its_occasion(token: Token, predicate: Token) -> bool:
    """ "captured X in the 1967 war", "agreed at a 2015 summit": the date of what it was done in."""
    preposition = token.head.head
    direct = token.head.dep_ == "pobj" and preposition.head == predicate
    war = preposition.lower_ in ("following", "after") and token.head.lemma_.lower() in _WARS
    return direct and (preposition.lower_ in ("in", "during", "at") or war)


def _behind_infinitive(token: Token, predicate: Token) -> bool:
    """ "threatened to take X last month": what is past is the threat, wherever the parse put it."""
    clause = clause_of(token)
    return clause.dep_ == "xcomp" and clause.head == predicate and token.i > clause.i


def _is_past(token: Token, known: When, on: str | None) -> bool:
    """Whether a date lies before the article, as its value or the word "earlier" says."""
    if on is None or known.day > on[: len(known.day)]:
        return False
    said = (token, *token.children, *token.head.children)
    return known.day < on[: len(known.day)] or any(t.lower_ == "earlier" for t in said)


def _ends_joined(token: Token, predicate: Token) -> bool:
    """ "A met B and signed C on Monday": the date that ends the sentence is that of both."""
    last = next((c for c in predicate.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if last is None or token.i < last.i or last.tag_ != predicate.tag_:
        return False
    told = child(last, "ccomp")  # "cut X and announced on Monday that ...": of the last alone
    apart = any(c.dep_ in _SUBJECTS for c in last.children) or (
        told is not None and told.i > token.i
    )
    return clause_of(token) == last and not apart


def _of_another_noun(candidate: Candidate, token: Token) -> bool:
    """Whether a date is another noun's ("a Monday call") or only a bound ("until June 1")."""
    head = token.head
    if token.lower_ in _BOUNDS or (token.dep_ == "pobj" and head.lower_ in _BOUNDS):
        return True
    if token.dep_ not in ("compound", "amod", "nmod", "nummod", "poss") or head.pos_ != "NOUN":
        return False
    if token.dep_ == "poss" and candidate.token.lemma_ in _JUDGES:  # "welcomed Friday's news"
        return True
    if _of_its_subject(token, candidate.token) or _of_its_occasion(token, candidate.token):
        return False
    return head not in (candidate.token, made(candidate.token), *candidate.object_heads)
