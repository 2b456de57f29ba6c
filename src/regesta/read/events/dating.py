"""When a deed was done: from its own window only."""

from regesta.knowledge.frames import words_of
from regesta.model import When
from regesta.read.clauses import child, clause_of, governors, set_apart
from regesta.read.dates.sequel import AFTER_ANOTHER, OFFSETS
from regesta.read.events.candidate import Candidate
from regesta.read.events.carried import JUDGES, SUBJECTS, beside, carried
from regesta.read.events.content_days import is_of_content
from regesta.read.events.outcomes import placed_behind_day
from regesta.read.events.over_time import over_time
from regesta.read.events.speakers import speech_verb
from regesta.read.events.windows import (
    BOUNDS,
    dated_by,
    distance,
    goes_with,
    made,
    since_when,
    soon_after,
    token_at,
)
from regesta.read.tree import Token

_AT_LATEST = frozenset({"by"})
_LATE = frozenset({"late", "night", "midnight", "evening"})
_NEAR = 5  # tokens from a date to the clause that hangs on it: "May 6, 2017, when"
_WARS = words_of("WAR")
# "in the early hours of Monday", "at the end of May".
_PARTS_OF_TIME = frozenset(
    {"hour", "morning", "afternoon", "evening", "night", "eve", "day", "week", "month", "half",
     "quarter", "start", "end", "beginning", "middle", "spring", "summer", "autumn", "fall",
     "winter", "part", "close", "course", "dawn", "noon", "second", "third", "first", "rest"}
)  # fmt: skip
_BRINGS = frozenset({"of", "for", "over", "with", "about"})


def when(candidate: Candidate, *, verbal: bool, alone: bool, by_others: bool) -> When | None:
    """The date of the deed: the nearest date phrase of its own clause.

    A deed that is done by the doer's own saying (`verbal`) may take the date of the saying. The
    only date of a sentence that tells only this meeting (`alone`) is its own, wherever the parse
    put it, unless it is the day on which others reported it (`by_others`). A deed joined to
    another shares its date: "came on Sunday and promised ...".
    """
    found: list[tuple[int, When]] = []
    predicate = candidate.token
    saying = speech_verb(predicate)
    dated = dates_of(candidate)
    for token, told in dated:
        known = over_time(told, token, candidate)
        if known is None:
            continue
        if known.rule in OFFSETS:
            if _is_offset_of(token, known, predicate):
                found.append((0, known))
        elif _is_bound(token, clause_of(predicate)):
            continue  # "closed it on Thursday, two days before A did B"
        elif _is_then(token, clause_of(predicate)):
            found.append((0, known))  # "last month, when A did B"
        elif _of_its_subject(token, predicate):
            found.append((10, known))  # "Friday's blast killed"
        elif _behind(token, predicate):
            found.append((1, known))
        elif dated_by(token, predicate):
            found.append((distance(token, predicate), known))
        elif saying is not None and dated_by(token, saying):
            if verbal:
                found.append((50 + distance(token, predicate), known))
            alone = alone and not by_others
        elif (far := carried(token, known, candidate)) is not None:
            found.append((far, known))
    if not found and alone and len(dated) == 1 and not verbal:
        token, told = dated[0]
        return over_time(told, token, candidate) if _may_be_own(*dated[0], predicate) else None
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_bound(token: Token, clause: Token) -> bool:
    """Whether a date is only that of what was done before a clause's own deed.

    "On Thursday, hours before A did B" is one day, "late on Thursday" the one before.
    """
    apart = any(c.dep_ == "mark" and c.lower_ == "before" for c in clause.children)
    if not apart or clause.dep_ != "advcl" or token in clause.subtree:
        return False
    near = token.doc[max(0, token.i - _NEAR) : token.i + 2]
    return not soon_after(clause) or any(t.lower_ in _LATE for t in near)


def _may_be_own(token: Token, known: When, predicate: Token) -> bool:
    """Whether the only date of a sentence can be the deed's though the parse put it elsewhere.

    "left on Sunday under a deal brokered by X": a participle has only what stands below it. "A,
    who took office in May, met B": what is told beside the deed has its own.
    """
    below = predicate.dep_ != "acl" or token in predicate.subtree
    clause = clause_of(token)
    told = clause.pos_ in ("VERB", "AUX") and predicate.pos_ == "VERB"
    aside = told and clause not in (predicate, *governors(predicate))
    return known.rule not in OFFSETS and below and not (aside or since_when(token))


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
        return goes_with(predicate, lower)
    upper = clause_of(lower.head if mark.dep_ == "mark" else mark.head)
    return predicate == upper or (predicate.pos_ == "NOUN" and clause_of(predicate) == upper)


def _is_then(token: Token, clause: Token) -> bool:
    """ "last month, when A did B (and did C)", "since May 6, when A did B"."""
    if clause.dep_ == "conj" and clause.tag_ == "VBD" and not _is_apart(clause):
        clause = clause.head
    if clause.dep_ == "relcl" and clause.head in (token, *token.children):
        return True
    if _is_pointed_out(token, clause):
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


def _is_apart(clause: Token) -> bool:
    """Whether a clause joined to another has a doer of its own, and a comma before its "and"."""
    if child(clause, *SUBJECTS) is None:
        return False
    ands = [c for c in clause.head.children if c.dep_ == "cc" and c.i < clause.i]
    return not ands or ands[-1].doc[ands[-1].i - 1].text == ","


def _is_pointed_out(token: Token, clause: Token) -> bool:
    """ "It was on Monday that A did B", "Monday saw A do B"."""
    above = clause.head
    if clause.dep_ not in ("ccomp", "advcl", "relcl", "acl") or above.i > clause.i:
        return False
    if above.lemma_ == "see" and token.dep_ in ("nsubj", "npadvmod") and token.i < above.i:
        return token.head == above
    it = next((c for c in above.lefts if c.lower_ == "it"), None)
    near = token.head == above or token.head.head == above
    return above.lemma_ == "be" and it is not None and near and above.i < token.i < clause.i


def dates_of(candidate: Candidate) -> list[tuple[Token, When]]:
    """The date phrases of the sentence that are no other noun's and no mere bound."""
    joined = beside(candidate.token)
    verbs = (candidate.token,) if joined is None else (candidate.token, joined)
    return [
        (token, known)
        for known in candidate.scene.sentence.dates
        if known.span is not None
        and (token := token_at(candidate, known.span)) is not None
        and not _of_another_noun(candidate, token)
        and not _is_set_beside(token, candidate.token)
        and not set_apart(candidate.token, token)  # "offers to mediate; in 2020 he said"
        and not any(_of_the_matter(verb, token, known) for verb in verbs)
        and not is_of_content(token, known, candidate)
    ]


def _of_the_matter(predicate: Token, token: Token, known: When) -> bool:
    """ "charged X with the attack in 2017": a month or year behind it is that of the attack."""
    if predicate.lemma_ not in JUDGES:
        return False
    seizure = child(predicate, "dobj")  # "condemned the seizure of Y in 2014"
    placed = placed_behind_day(seizure) if seizure is not None else None
    if placed is not None and placed.i == token.i + 1:
        return True  # "condemned the raid last month on X"
    if len(known.value) >= len("2017-03-01"):
        return False
    owned = seizure is not None and any(c.lower_ == "of" for c in seizure.rights)
    return (owned and token.i > predicate.i) or any(
        c.dep_ == "prep" and c.lower_ in _BRINGS and c.i < token.i for c in predicate.rights
    )


def _behind(token: Token, predicate: Token) -> bool:
    """ "called it revenge for raids in X last week that killed nine": when the noun's deed was.

    What stands between a noun and the clause that tells of it is the noun's, wherever it hangs.
    """
    after = token.i + 1
    closes = after < len(token.doc) and token.doc[after].lower_ in ("that", "which")
    placed = placed_behind_day(predicate) if predicate.pos_ == "NOUN" else None
    if predicate.dep_ == "pobj" and placed is not None and placed.i == after:
        return True
    near = max(t.i for t in predicate.subtree) + 1 == token.left_edge.i
    return predicate.pos_ == "NOUN" and token.dep_ == "npadvmod" and near and closes


def _of_its_subject(token: Token, predicate: Token) -> bool:
    """ "Friday's blast killed", "May's resolution bans": the date of what does it or tells it."""
    noun = token.head
    subject = noun.dep_ in SUBJECTS and noun.head == predicate and noun.pos_ == "NOUN"
    return subject and token.dep_ in ("poss", "nmod", "compound", "npadvmod")


def _of_its_occasion(token: Token, predicate: Token) -> bool:
    """ "captured X in the 1967 war", "agreed at a 2015 summit": the date of what it was done in."""
    preposition = token.head.head
    direct = token.head.dep_ == "pobj" and preposition.head == predicate
    war = preposition.lower_ in ("following", "after") and token.head.lemma_.lower() in _WARS
    return direct and (preposition.lower_ in ("in", "during", "at") or war)


def _of_another_noun(candidate: Candidate, token: Token) -> bool:
    """Whether a date is another noun's ("a Monday call") or only a bound ("until June 1")."""
    head = token.head
    bound = token.lower_ in BOUNDS and token.dep_ != "advmod"  # but for "two days before"
    if bound or (token.dep_ == "pobj" and head.lower_ in BOUNDS):
        return True
    if token.dep_ == "pobj" and head.lower_ == "of":
        return _is_owned(head.head, candidate)
    if token.dep_ == "prep" and token.lower_ == "of":
        then = _is_then(token, clause_of(candidate.token))  # "the war of 2014, when A did B"
        return not then and _is_owned(head, candidate)
    if token.dep_ not in ("compound", "amod", "nmod", "nummod", "poss") or head.pos_ != "NOUN":
        return False
    if token.dep_ == "poss" and candidate.token.lemma_ in JUDGES:  # "welcomed Friday's news"
        return True
    if _of_its_subject(token, candidate.token) or _of_its_occasion(token, candidate.token):
        return False
    return head not in (candidate.token, made(candidate.token), *candidate.object_heads)


def _is_set_beside(token: Token, predicate: Token) -> bool:
    """ "Mr X, his host from Thursday, called B a liar": the day is of what X is."""
    office = next((t for t in (token, *governors(token)) if t.dep_ == "appos"), None)
    if office is None or office.head.dep_ not in SUBJECTS or office.pos_ != "NOUN":
        return False
    return office.i < predicate.i and not office.is_ancestor(predicate)


def _is_owned(noun: Token, candidate: Candidate) -> bool:
    """ "an answer to the strikes of Monday": the day of what is answered."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in _PARTS_OF_TIME:
        return False
    inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at")
    own = (candidate.token, made(candidate.token), *candidate.object_heads)
    return not inside and noun not in own and noun.head != candidate.token
