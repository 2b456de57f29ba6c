"""Whether a deed is told as history: its date, else words and tenses that recall."""

import re
from datetime import date, timedelta

from spacy.tokens import Token

from regesta.model import Modality, When
from regesta.read.clauses import clause_of
from regesta.read.events.candidate import Candidate
from regesta.read.events.dating import dates_of
from regesta.read.events.windows import dated_by

LEAD_SENTENCES = 3  # news in the perfect tense stands in the lead, history after it
HISTORY_DAYS = 30  # the codebook's line between news and history
# Words that mark a deed as an older thing recalled, when no date says so.
_RECALLED = re.compile(
    r"\b(?:since (?:19|20)\d\d|for (?:years|decades|months|centuries)|over the (?:past|last) "
    r"(?:\w+ )?(?:years?|decades?)|in the past\b(?! (?:few )?(?:days?|hours?|week))|previously|"
    r"(?:decades?|years?|months) (?:ago|earlier)|(?:a|one) (?:year|decade) (?:ago|earlier)|"
    r"last year|historically|once again since|formerly|in (?:19|20)\d\ds|the late \d{4}s|"
    r"at (?:the|that) time|back then|in those days|in recent (?:years|months)|"
    r"periodically|regularly|many times|time and again|for (?:so )?long|has long|have long|"
    r"during the (?:cold war|(?:first|second) world war|soviet era)|"
    r"since (?:\w+ ){1,4}(?:took office|came to power|independence|the collapse|the fall))\b",
    re.IGNORECASE,
)
_COUNTED = "unit."  # date rules that count: "last month"
_WARS = frozenset({"invasion", "war", "annexation", "occupation", "intervention"})


def background(
    candidate: Candidate, *, dated: When | None, modality: Modality, material: bool
) -> bool:
    """Whether the deed is told as history: its date, else words and tenses that recall."""
    if modality in (Modality.PLANNED, Modality.POSSIBLE):
        return False
    on = candidate.scene.on
    dated = dated or _date_joined(candidate)
    if dated is not None and on is None and len(dated.value) == len("2014"):
        return True  # news does not tell its own deeds by the year alone
    if dated is not None and on is not None:
        days = _days_before(dated, on)
        if days is not None:
            return days > HISTORY_DAYS
    if modality is Modality.NEGATED:
        return False
    if dated is None and candidate.token.lemma_.lower() in _WARS:
        return True
    if _recalled(candidate) or _aside(candidate.token) or _in_month(candidate):
        return True
    late = candidate.scene.sentence.index >= LEAD_SENTENCES
    return material and late and _present_perfect(candidate.token)


def _days_before(dated: When, on: str) -> int | None:
    """Days from the day that a date means to the article's day; None when unclear.

    A month that is named ("in May") stands for its middle, "last month" and a year alone for
    their last day.
    """
    value = dated.value
    try:
        article = date.fromisoformat(on[:10])
        if len(value) >= 10:
            return (article - date.fromisoformat(value[:10])).days
        if len(value) == 7:
            first = date(int(value[:4]), int(value[5:7]), 1)
            following = (first + timedelta(days=31)).replace(day=1)
            named = first + timedelta(days=14)
            last = following - timedelta(days=1)
            return (article - (last if dated.rule.startswith(_COUNTED) else named)).days
        return (article - date(int(value[:4]), 12, 31)).days
    except ValueError:
        return None


def _date_joined(candidate: Candidate) -> When | None:
    """The date that tells a deed's age where it has none: that of the verb it is joined to.

    "withdrew in 2018 and imposed ..."; "has held since Tuesday" is no history either.
    """
    predicate = candidate.token
    for token, known in dates_of(candidate):
        if dated_by(token, predicate):
            return known
        if predicate.dep_ == "conj" and clause_of(token) == predicate.head:
            return known
    return None


_MONTH = re.compile(
    r"\b[Ii]n (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?! \d)"
)


def _in_month(candidate: Candidate) -> bool:
    """ "In July, X called": where the article's own day is unknown, a month is not today."""
    if candidate.scene.on is not None:
        return False
    return any(
        dated_by(t, candidate.token)
        for t in candidate.token.doc
        if t.lower_ == "in" and _MONTH.match(t.doc[t.i : t.i + 4].text)
    )


def _recalled(candidate: Candidate) -> bool:
    clause = clause_of(candidate.token)
    words = " ".join(t.text for t in clause.subtree)
    return _RECALLED.search(words) is not None


def _aside(predicate: Token) -> bool:
    """A past deed in a relative clause: "X, who allowed Y to ..." recalls."""
    carried_on = any(c.lower_ in ("where", "when", "after") for c in predicate.children)
    carried_on = carried_on or predicate.left_edge.lower_ in ("where", "when", "after")
    return predicate.dep_ == "relcl" and predicate.tag_ in ("VBD", "VBN") and not carried_on


def _present_perfect(predicate: Token) -> bool:
    """ "has supplied": told as a standing fact, unless a word says it is fresh."""
    words = {c.lower_ for c in predicate.children}
    recent = any(c.lower_ == "since" for c in predicate.children)
    return (
        not recent
        and bool(words & {"has", "have"})
        and not words & {"just", "now", "already", "today"}
    )
