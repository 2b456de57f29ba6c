"""Numbers in a deed and what they count: 13 documents, $2 billion, 60 %, at least 26 killed."""

import re

from regesta.model import Quantity
from regesta.read.clauses import clause_of, governors
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token
from regesta.text.numbers import SCALES, SMALL_NUMBERS, bound

_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
# Verbs that say what befell people who are only counted: "26 were killed", not "the two agreed".
_BEFELL = frozenset(
    {"kill", "wound", "injure", "hurt", "die", "arrest", "detain", "free", "release", "abduct",
     "kidnap", "miss", "hospitalise", "hospitalize"}
)  # fmt: skip
_UNITS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "US$": "USD"}
_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "time"})
_LENGTH = frozenset({"km", "kilometre", "kilometer", "mile", "metre", "meter", "foot", "yard"})
_CALENDAR = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


def _value(token: Token) -> float | None:
    word = token.lower_
    if word in SMALL_NUMBERS:
        return float(SMALL_NUMBERS[word])
    if word in SCALES:
        return SCALES[word]
    return float(word.replace(",", "")) if _NUMBER.match(word) else None


def _number(head: Token) -> tuple[float, tuple[Token, ...]] | None:
    """A number with its scale words: "2.5 billion", "twenty-one".

    None for a number that is a part of a word: "one-on-one".
    """
    parts = sorted([*(c for c in head.children if c.dep_ in ("compound", "nummod")), head],
                   key=lambda t: t.i)  # fmt: skip
    total, used = 1.0, list[Token]()
    for token in parts:
        value = _value(token)
        if value is None:
            return None
        joined = len(used) > 0 and token.i == used[-1].i + 2 and _is_hyphen(token, at=-1)
        total = total + value if joined else total * value
        used.append(token)
    part = _is_hyphen(used[0], at=-1) or _is_hyphen(used[-1], at=1)
    return None if part else (total, tuple(used))


def _is_hyphen(token: Token, *, at: int) -> bool:
    beside = token.i + at
    return 0 <= beside < len(token.doc) and token.doc[beside].text == "-"


def _counted(head: Token) -> str:
    """What a number counts: the noun it stands before, or of which it is a part, "killed" alone."""
    of_these = next((c for c in head.children if c.lower_ == "of"), None)
    whole = next((c for c in of_these.children if c.dep_ == "pobj"), None) if of_these else None
    if whole is not None and whole.pos_ in ("NOUN", "PROPN"):
        return whole.lemma_.lower()
    if head.dep_ in ("nummod", "quantmod", "amod", "compound") and head.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        return head.head.lemma_.lower()
    if head.dep_ in ("dobj", "nsubjpass", "nsubj") and head.head.lemma_ in _BEFELL:
        return head.head.lower_
    return ""


def quantities(candidate: Candidate) -> tuple[Quantity, ...]:
    """The numbers of the deed's own clause that count something."""
    found = []
    clause = clause_of(candidate.token)
    sentence = candidate.scene.sentence
    dated = [d.span for d in sentence.dates if d.span is not None]
    for token in clause.subtree:
        if token.pos_ != "NUM" or (token.dep_ == "compound" and token.head.pos_ == "NUM"):
            continue
        if clause_of(token) != clause and candidate.token not in tuple(governors(token)):
            continue
        if _CALENDAR.match(token.head.text) or any(
            d.start <= sentence.offsets[token.idx] < d.end for d in dated
        ):
            continue
        read = _number(token)
        if (
            read is None
            or _is_whole(token)
            or _is_number_of(token)
            or _is_of_another_deed(token, candidate.token)
        ):
            continue
        quantity = _quantity(candidate, value=read[0], tokens=read[1])
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _is_number_of(token: Token) -> bool:
    """ "Resolution 2728", "Flight 17": which one it is, no count."""
    return token.dep_ == "nummod" and token.i > token.head.i and token.head.pos_ != "SYM"


def _is_whole(token: Token) -> bool:
    """ "21 of the more than 200 girls": all that there are, of whom the deed befell a part."""
    of_these = token.head.head if token.head.dep_ == "pobj" else None
    return of_these is not None and of_these.lower_ == "of" and of_these.head.pos_ == "NUM"


def _is_of_another_deed(number: Token, deed: Token) -> bool:
    """ "21 of the girls whom X abducted were freed", "nine men held by X fled": not all of them."""
    return deed.dep_ == "acl" and not deed.is_ancestor(number)


def _quantity(candidate: Candidate, *, value: float, tokens: tuple[Token, ...]) -> Quantity | None:
    sentence, head = candidate.scene.sentence, tokens[-1]
    unit_token = next((c for c in head.children if c.text in _UNITS), None)
    unit = _UNITS[unit_token.text] if unit_token is not None else ""
    behind = [t.lower_ for t in head.doc[head.i + 1 : head.i + 3]]
    if behind[:1] in (["%"], ["percent"]) or behind == ["per", "cent"]:
        unit = "%"
    what = _counted(head)
    if head.head.pos_ == "SYM" or (not what and not unit):
        what = what or _counted(head.head)
    if (not what and not unit) or what in _TIME or what in _LENGTH:
        return None
    span = sentence.words(tokens if unit_token is None else (unit_token, *tokens))
    return Quantity(
        span=span,
        text=sentence.text[tokens[0].idx : head.idx + len(head)],
        value=value,
        what=what,
        unit=unit,
        bound=bound(sentence.text[: tokens[0].idx]),
    )
