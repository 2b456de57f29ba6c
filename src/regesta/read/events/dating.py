"""When a deed was done: from its own window only."""

from regesta.model import When
from regesta.read.clauses import clause_of
from regesta.read.events.candidate import Candidate
from regesta.read.events.speakers import speech_verb
from regesta.read.events.windows import dated_by, distance, made, token_at
from regesta.read.tree import Token

_BOUNDS = frozenset({"until", "till", "by", "before", "after"})
_NEAR = 5  # tokens from a date to the clause that hangs on it: "May 6, 2017, when"
# Verbs of a word about a deed, and what brings that deed: "charged X with the attack in 2017".
_JUDGES = frozenset(
    {"accuse", "blame", "charge", "condemn", "criticise", "criticize", "denounce", "indict",
     "rebuke", "praise", "thank", "summon", "apologise", "apologize", "protest"}
)  # fmt: skip
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
        if _is_then(token, clause_of(predicate)):
            found.append((0, known))  # "last month, when A did B"
        elif dated_by(token, predicate):
            found.append((distance(token, predicate), known))
        elif saying is not None and dated_by(token, saying):
            if verbal:
                found.append((50 + distance(token, predicate), known))
            alone = alone and not by_others
        elif dated_by(token, predicate.head) and _joined(token, predicate):
            found.append((70 + distance(token, predicate), known))
        elif _ends_joined(token, predicate):
            found.append((90 + distance(token, predicate), known))
    if not found and alone and len(dated) == 1 and not verbal:
        return dated[0][1]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_then(token: Token, clause: Token) -> bool:
    """ "last month, when A did B", "since May 6, when A did B"."""
    if token == clause.head and clause.dep_ == "relcl":
        return True
    whens = (c for c in clause.children if c.lower_ == "when" and c.i < clause.i)
    return any(
        token.i < w.i <= token.i + _NEAR
        and not any(t.text.isalpha() for t in w.doc[token.i + 1 : w.i])
        for w in whens
    )


def dates_of(candidate: Candidate) -> list[tuple[Token, When]]:
    """The date phrases of the sentence that are no other noun's and no mere bound."""
    return [
        (token, known)
        for known in candidate.scene.sentence.dates
        if known.span is not None
        and (token := token_at(candidate, known.span)) is not None
        and not _of_another_noun(candidate, token)
        and not _of_the_matter(candidate.token, token, known)
    ]


def _of_the_matter(predicate: Token, token: Token, known: When) -> bool:
    """ "charged X with the attack in 2017": a month or year behind it is that of the attack."""
    if predicate.lemma_ not in _JUDGES or len(known.value) >= len("2017-03-01"):
        return False
    return any(c.dep_ == "prep" and c.lower_ in _BRINGS and c.i < token.i for c in predicate.rights)


def _joined(token: Token, predicate: Token) -> bool:
    """ "A came on Sunday and (he) promised ...": the date stands before the verb joined on.

    What has a bound of its own was done on another day: "attacked in May and took it by June".
    """
    verb = predicate.head
    return (
        predicate.dep_ == "conj"
        and predicate.pos_ == "VERB"
        and verb.pos_ in ("VERB", "AUX")
        and verb.tag_ == predicate.tag_
        and token.i < predicate.i
        and all(c.pos_ == "PRON" for c in predicate.children if c.dep_ in _SUBJECTS)
        and not any(c.dep_ == "prep" and c.lower_ in _BOUNDS for c in predicate.children)
    )


def _ends_joined(token: Token, predicate: Token) -> bool:
    """ "A met B and signed C on Monday": the date that ends the sentence is that of both."""
    last = next((c for c in predicate.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if last is None or token.i < last.i or last.tag_ != predicate.tag_:
        return False
    return clause_of(token) == last and not any(c.dep_ in _SUBJECTS for c in last.children)


def _of_another_noun(candidate: Candidate, token: Token) -> bool:
    """Whether a date is another noun's ("a Monday call") or only a bound ("until June 1")."""
    head = token.head
    if token.lower_ in _BOUNDS or (token.dep_ == "pobj" and head.lower_ in _BOUNDS):
        return True
    if token.dep_ not in ("compound", "amod", "nmod", "nummod", "poss") or head.pos_ != "NOUN":
        return False
    return head not in (candidate.token, made(candidate.token), *candidate.object_heads)
