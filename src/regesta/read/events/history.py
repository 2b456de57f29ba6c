"""Whether a deed is told as history: its date, else words and tenses that recall."""

import re
from collections.abc import Sequence, Set
from datetime import date, timedelta

from regesta.model import QUADS, EventType, Modality, Quad, When
from regesta.read.auxiliaries import auxiliaries
from regesta.read.clauses import child, clause_of, core, governors, objects
from regesta.read.events.candidate import Candidate
from regesta.read.events.carried import SUBJECTS
from regesta.read.events.claims import claimed
from regesta.read.events.commemorated import is_commemorated
from regesta.read.events.dating import dates_of
from regesta.read.events.recalling import AFFAIRS, RECALLED, SEQUEL
from regesta.read.events.speakers import SPEECH
from regesta.read.events.told_aside import (
    is_aside,
    is_of_a_life,
    is_of_the_gone,
    is_said_there,
    row,
)
from regesta.read.events.windows import dated_by, of_the_first, since_when, token_at
from regesta.read.sentences import Sentence
from regesta.read.tree import Token

LEAD_SENTENCES = 3  # what is counted up behind them is no news
HISTORY_DAYS = 30  # the codebook's line between news and history
_MATERIAL = frozenset({Quad.MATERIAL_COOPERATION, Quad.MATERIAL_CONFLICT})
_BLOWS = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
# Affairs of the last century: who signed, fought or brokered these did so long ago.
_PAST_AFFAIR = re.compile(
    r"\b(?:armistice|(?:Korean|Vietnam|Gulf|World|Cold|Falklands|Winter|Six-Day|Yom Kippur) War|"
    r"(?:Oslo|Camp David|Dayton|Simla|Taif|Helsinki|Geneva|Yalta|Lusaka) (?:Accords?|Agreements?|"
    r"accords?|agreements?)|Good Friday [Aa]greement|Budapest [Mm]emorandum|"
    r"Treaty of (?:Versailles|Lausanne|Trianon|Westphalia)|Helsinki Final Act)\b"
)
_MADE = frozenset(
    {"sign", "signer", "signatory", "party", "broker", "conclude", "reach", "negotiate", "fight",
     "agree", "win", "lose", "ratify", "mediate"}
)  # fmt: skip
TIMES_OVER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|countless) times\b",
    re.IGNORECASE,
)
_MANY = (
    r"\b(?:(?:dozens|scores|hundreds|thousands) of|many more|countless|numerous|"
    r"(?:more than|over) [\d,]+) "
)
_MANY_TAKEN = re.compile(_MANY, re.IGNORECASE)
_MANY_TESTS = re.compile(
    _MANY + r"(?:\S+ ){0,5}(?:tests|launches|missiles|rockets)\b", re.IGNORECASE
)
_LATELY = "in recent months"
_TESTED = frozenset({"test", "launch", "missile", "rocket"})
_FRESH = frozenset({"since", "just", "now", "already", "today"})
_FORMER = frozenset({"former", "then", "late", "ex", "predecessor", "erstwhile"})
_OPENS = re.compile(r"(?:[A-Z][a-z]+(?: [a-z]+){0,4} )?")
_YEAR = len("2014")
_YEARS = 20 * 365  # days after which nobody tells a thing as news
_NAMED_YEAR = "year.bare"
_COUNTED = "unit."  # date rules that count: "last month"
_WARS = frozenset({"invasion", "war", "annexation", "occupation", "intervention"})


def recalls(dates: tuple[When, ...], *, on: str | None) -> bool:
    """Whether the last day that a sentence names lies in the past that is history."""
    days = _days_before(dates[-1], on) if dates and on is not None else None
    return days is not None and days > HISTORY_DAYS


def opens_with_its_time(lead: Sentence) -> bool:
    """ "In the spring of 1999 X ...": what follows is told of that time, too.

    "X and Y fought a war in 1999" only says what went before the news.
    """
    first = lead.dates[0].span if lead.dates else None
    return (
        first is not None
        and _OPENS.fullmatch(lead.text[: first.start - lead.span.start]) is not None
    )


def only_long_ago(told: Sequence[Sentence], *, on: str | None) -> bool:
    """Whether an article has told of nothing yet but what is years past.

    "It was in October 1962 that X saw the sites. Y ordered a blockade": its lead opens with that
    time, and no sentence names a newer day or tells of the present.
    """
    if on is None or not told or not opens_with_its_time(told[0]):
        return False
    days = [_days_before(dated, on) for s in told for dated in s.dates]
    roots = [t for s in told for t in s.doc or () if t.dep_ == "ROOT"]
    old = all(n is not None and n > _YEARS for n in days)
    return old and all(t.tag_ in ("VBD", "VBN") and not _perfect(t) for t in roots)


def background(
    candidate: Candidate, *, dated: When | None, modality: Modality, kind: EventType
) -> bool:
    """Whether the deed is told as history: its date, else words and tenses that recall."""
    if modality in (Modality.PLANNED, Modality.POSSIBLE):
        return False
    old = _is_old(candidate, dated or _date_joined(candidate))
    if old is not None:
        return old
    if modality is Modality.NEGATED:
        return False
    token = candidate.token
    if dated is None and candidate.scene.recalled and _goes_on_from(token):
        return True
    if is_commemorated(token) or (dated is None and candidate.scene.long_ago and _is_past(token)):
        return True
    if dated is None and (token.lemma_.lower() in _WARS or _past_war(token) or _then(token)):
        return True
    if _past_affair(candidate) or (QUADS[kind] in _MATERIAL and _of_former(candidate)):
        return True
    if is_of_the_gone(candidate):
        return True
    answer = claimed(candidate)  # "..., a charge that B denied": as new as the charge
    aside = is_aside(row(token)) and not answer and (kind in _BLOWS or not _perfect(token))
    said = QUADS[kind] not in _MATERIAL and is_said_there(token)
    if (
        _recalled(candidate, kind)
        or is_of_a_life(token)
        or _summed_up(candidate)
        or _counted_up(candidate, kind)
        or (aside and not said)
        or _in_month(candidate)
    ):
        return True
    if dated is None and _perfect(token) and _in_old_row(candidate):
        return True
    above = _above(candidate) if dated is None and _is_past(token) else ()
    return any(_is_old(candidate, known) for known in above)


def _is_old(candidate: Candidate, dated: When | None) -> bool | None:
    """Whether a date lies in the past that is history; None where it cannot be told.

    What goes on since a day is no history, since a year it is. Where the article's own day is
    unknown it is not before the newest day that it names, and news does not tell its own deeds by
    the year alone.
    """
    on = candidate.scene.on
    if dated is None:
        return None
    if _goes_on(candidate, dated):
        return len(dated.value) == _YEAR and dated.rule == _NAMED_YEAR
    if on is None:
        if len(dated.value) == _YEAR:
            return True
        newest = candidate.scene.newest
        days = _days_before(dated, newest) if newest is not None else None
        return True if days is not None and days > HISTORY_DAYS else None
    if len(dated.value) == _YEAR and dated.value == on[:4]:
        words = candidate.scene.sentence.text.lower()
        return on[5:7] > "02" if re.search(r"earl(?:y|ier) this year", words) else False
    days = _days_before(dated, on)
    return days > HISTORY_DAYS if days is not None else None


def _goes_on(candidate: Candidate, dated: When) -> bool:
    """ "has shipped arms since October"."""
    verb = clause_of(candidate.token)
    perfect = any(c.lower_ in ("has", "have") for c in verb.children if c.dep_ == "aux")
    token = token_at(candidate, dated.span) if dated.span is not None else None
    near = (token, token.head) if token is not None else ()
    return perfect and any(t.lower_ == "since" for t in near)


def _above(candidate: Candidate) -> list[When]:
    """The dates of what the deed goes with: "signed in May, after X had attacked".

    What was said to be done in May had been done by then.
    """
    clauses: list[Token] = []
    lower = candidate.token
    days = ((token, known) for token, known in dates_of(candidate) if not since_when(token))
    dated = [(clause_of(token), known) for token, known in days]
    for governor in governors(lower):
        beside = lower.dep_ == "conj" and lower.tag_ != "VBG"
        shared = lower in clauses and not child(lower, *SUBJECTS) and not _perfect(lower)
        shared = shared and lower not in dict(dated)
        said = lower.dep_ == "ccomp" and governor.lemma_ in SPEECH and "had" in auxiliaries(lower)
        if (beside and not shared) or (lower.dep_ in ("ccomp", "parataxis") and not said):
            break
        if governor.pos_ == "VERB":
            clauses.append(governor)
        lower = governor
    past = [c for c in clauses if c.tag_ in ("VBD", "VBN")]
    return [known for clause, known in dated if clause in past]


def _in_old_row(candidate: Candidate) -> bool:
    """ "has armed B, and C signed a pact in May": told in a row with what is history."""
    clause = clause_of(candidate.token)
    if not any(c.dep_ == "cc" and c.lower_ == "and" for c in clause.children):
        return False
    joined = [c for c in clause.children if c.dep_ == "conj" and c.tag_ == "VBD"]
    if candidate.scene.on is None:
        return any(_MONTH.search(" ".join(t.text for t in c.subtree)) for c in joined)
    row = (known for token, known in dates_of(candidate) if clause_of(token) in joined)
    return any(_is_old(candidate, known) for known in row)


def _goes_on_from(token: Token) -> bool:
    """ "Four days later A protested", "during that war": on from what was just recalled."""
    clause = clause_of(token)
    words = tuple((clause.head if clause.dep_ == "conj" else clause).subtree)
    pointed = any(t.lower_ == "that" and t.dep_ == "det" and _is_affair(t.head) for t in words)
    counted = SEQUEL.search(" ".join(t.text for t in words)) is not None
    return _is_past(token) and (pointed or counted)


def _is_affair(noun: Token) -> bool:
    return noun.lemma_.lower() in AFFAIRS


def _is_past(token: Token) -> bool:
    """Whether a deed is told as past, or as a noun or participle beside the past."""
    helpers = {c.lower_ for c in token.children if c.dep_ == "aux"}
    future = not helpers.isdisjoint(("will", "would", "may", "could", "to"))
    return not future and token.tag_ not in ("VBZ", "VBP", "VB")


def _past_war(token: Token) -> bool:
    """ "fought a brief war", "joined the war with strikes": a war that is over."""
    verb = clause_of(token)
    fought = verb.tag_ == "VBD" and verb.lemma_ in ("fight", "join", "win", "lose")
    return fought and any(c.dep_ == "dobj" and c.lemma_ == "war" for c in verb.children)


def _then(token: Token) -> bool:
    """A deed in the row of a life, or since which another is counted.

    "allowed X to ... and later assented", "the first since X took the town".
    """
    verb = clause_of(token)
    if verb.dep_ == "advcl" and verb.tag_ == "VBD":
        return any(c.lower_ == "since" and c.dep_ == "mark" for c in verb.children)
    row = [verb, *(c for c in verb.children if c.dep_ == "conj")]
    if verb.dep_ == "conj":
        row.append(verb.head)
    past = {"VBD"} <= {v.tag_ for v in row} <= {"VBD", "VBN"} and len(row) > 1
    told = any(v.lemma_ in _OF_A_DAY for v in row)
    return past and not told and any(_is_later(c) for v in row for c in v.lefts)


# What is said and done within a day: "phoned B, and later urged C to come".
_OF_A_DAY = frozenset(
    {"telephone", "phone", "call", "tell", "say", "tweet", "meet", "speak", "fly", "arrive",
     "travel", "visit", "announce", "warn", "urge", "write", "post", "greet", "welcome", "host"}
)  # fmt: skip


def _is_later(token: Token) -> bool:
    return token.lower_ == "later" and token.dep_ == "advmod" and not any(token.children)


def _past_affair(candidate: Candidate) -> bool:
    """ "signed the armistice", "fought in the Korean War"."""
    token = candidate.token
    if token.lemma_.lower() not in _MADE or token.tag_ in ("VB", "VBZ", "VBP", "VBG"):
        return False
    behind = (t for name in ("to", "of", "in") for t in candidate.after(name))
    heads = (*candidate.object_heads, *behind)
    return any(_PAST_AFFAIR.search(" ".join(t.text for t in core(h))) for h in heads)


def _of_former(candidate: Candidate) -> bool:
    """ "then President X imposed ...": what an office did under one who has left it."""
    past = candidate.token.tag_ in ("VBD", "VBN")
    return past and any(t.lower_ in _FORMER for h in candidate.subject_heads for t in core(h))


def _days_before(dated: When, on: str) -> int | None:
    """Days from the day that a date means to the article's day; None when unclear.

    A month that is named ("in May") stands for its tenth, "last month" and a year alone for
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
            named = first + timedelta(days=9)
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
        first = predicate.head
        row = predicate.dep_ == "conj" and clause_of(token) == first and _is_past(first)
        if row and (not _perfect(predicate) or _perfect(first)):
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
        if t.lower_ == "in" and _MONTH.match(candidate.scene.text_of(t.doc[t.i : t.i + 4]))
    )


def _recalled(candidate: Candidate, kind: EventType) -> bool:
    clause = clause_of(candidate.token)
    if of_the_first(clause):  # "the first time it has fired one since 2009": now
        return False
    while clause.tag_ == "VBG" and (clause.dep_ == "advcl" or clause.head.lower_ == "by"):
        clause = clause_of(clause.head)  # "has often condemned X, calling for", "answered by"
    inside = {t.i for c in clause.subtree if _is_aside(c, clause) for t in c.subtree}
    words = " ".join(t.text for t in clause.subtree if t.i not in inside)
    summed = kind in _BLOWS and _LATELY in words  # of blows; a pact of late is no history
    return summed or RECALLED.search(words) is not None


def _summed_up(candidate: Candidate) -> bool:
    """ "has been to B four times": deeds that are counted up are older than the news."""
    verb = candidate.token
    having = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "having") for c in verb.children)
    first = verb.head if verb.dep_ == "conj" else verb
    having = having or any(c.dep_ == "aux" and c.lower_ == "having" for c in first.children)
    return having and TIMES_OVER.search(" ".join(t.text for t in verb.subtree)) is not None


def _counted_up(candidate: Candidate, kind: EventType) -> bool:
    """ "has tested dozens of missiles", "has claimed attacks": a record, told behind the lead."""
    verb = candidate.token
    if candidate.scene.sentence.index < LEAD_SENTENCES or not _perfect(verb):
        return False
    if any(c.lower_ in _FRESH for c in verb.children):
        return False
    words = " ".join(t.text for t in verb.subtree)
    if verb.lemma_ in ("abduct", "kidnap"):
        return _MANY_TAKEN.search(words) is not None
    claims = verb.lemma_ == "claim" and kind is EventType.ASSAULT
    bare = any(_bare_many(o, {"attack"} if claims else _TESTED) for o in objects(verb))
    shown = kind is EventType.MOBILIZE
    return (bare and (claims or shown)) or (shown and _MANY_TESTS.search(words) is not None)


def _bare_many(noun: Token, lemmas: Set[str]) -> bool:
    """ "has launched short-range missiles": some or other, not "the" or "three"."""
    marked = any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)
    return noun.tag_ == "NNS" and noun.lemma_.lower() in lemmas and not marked


def _is_aside(token: Token, clause: Token) -> bool:
    """Whether a clause inside another tells of a noun: "freed 12 sailors arrested last year"."""
    return token != clause and token.dep_ in ("acl", "relcl")


def _perfect(predicate: Token) -> bool:
    """ "X, which has closed its border": told of the present, as the perfect tense does."""
    return any(c.lower_ in ("has", "have") for c in predicate.children if c.dep_ == "aux")
