"""Deeds that are told because they are remembered: by museums, on memorial days, years after."""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import clause_of, complements, governors, prepositions, subject
from regesta.read.tree import Token

_RECALLING = words_of("RECALLING")
_WORKS = _RECALLING | words_of("FICTION") | {"book", "anniversary"}
# "a book on A's raid", "a monument to those of A's raid"
_ABOUT = {"about": _WORKS, "on": _WORKS, "of": _RECALLING, "to": _RECALLING}
_REMEMBERS = frozenset({"remember", "commemorate", "relive", "reminisce", "memorialise"})
_MARKS = frozenset({"mark", "recall", "observe", "honour", "honor", "mourn"})
_TIMES = frozenset(
    {"day", "night", "morning", "hour", "month", "year", "week", "time", "anniversary"}
)
_LONG = frozenset({"months", "years", "decades", "decade", "century", "centuries", "generations"})


def is_commemorated(predicate: Token) -> bool:
    """Whether a deed is told as what a museum shows, a day recalls, or what others come long after.

    "The museum shows how A took B", "Japan remembered the day when A bombed it", "ten years after A
    entered B, ...", "a book on A's raid".
    """
    lower = predicate
    if _is_long_past(predicate):
        return True
    for governor in governors(predicate):
        if governor.pos_ in ("VERB", "AUX"):
            told = lower.dep_ not in ("nsubj", "nsubjpass", "conj") and _recalls(governor)
        else:
            told = lower.dep_ == "prep" and governor.lemma_.lower() in _ABOUT.get(lower.lower_, ())
        if told:
            return True
        lower = governor
    return False


def _recalls(verb: Token) -> bool:
    lemma, teller = verb.lemma_.lower(), subject(verb)
    if lemma in _REMEMBERS or (teller is not None and teller.lemma_.lower() in _RECALLING):
        return True
    days = (c for c in verb.children if c.dep_ in ("dobj", "npadvmod"))
    return lemma in _MARKS and any(d.lemma_.lower() in _TIMES and _is_told(d) for d in days)


def _is_told(day: Token) -> bool:
    """ "the day when A attacked", "the anniversary of A's attack"; not "on this day"."""
    return any(c.dep_ in ("relcl", "acl") or c.lower_ == "of" for c in day.children)


def _is_long_past(predicate: Token) -> bool:
    """ "ten years after A entered B", "it was in 1950 that A attacked B"."""
    clause = clause_of(predicate)
    while clause.dep_ == "conj":
        clause = clause.head
    counted = any(c.dep_ == "npadvmod" and c.lower_ in _LONG for c in clause.lefts)
    after = any(c.dep_ == "mark" and c.lower_ == "after" for c in clause.lefts)
    if counted and after and clause.tag_ == "VBD":
        return True
    above = clause.head
    cleft = clause.dep_ in ("ccomp", "advcl") and above.lower_ == "was" and clause.i > above.i
    if not cleft or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in above.children):
        return False
    return any(_is_year(t) for p in prepositions(above, "in", "on") for t in complements(p))


def _is_year(token: Token) -> bool:
    return token.lower_.isdigit() and len(token.lower_) == len("1950") and token.lower_ < "2000"
