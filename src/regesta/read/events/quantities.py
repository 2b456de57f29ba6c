"""Numbers in a deed and what they count: 13 documents, $2 billion, 60 %, at least 26 killed."""

import re

from regesta.model import Quantity
from regesta.read.clauses import clause_of, governors
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
_UNITS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "US$": "USD"}
_BOUNDS = (
    ("at least", re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of)\s*\W?$")),
    ("at most", re.compile(r"\b(?:up to|at most|fewer than|less than|no more than)\s*\W?$")),
    ("about", re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately)\s*\W?$")),
)
_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "time"})
_CALENDAR = re.compile(r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


def _value(token: Token) -> float | None:
    word = token.lower_
    if word in _WORDS:
        return float(_WORDS[word])
    if word in _SCALE:
        return _SCALE[word]
    return float(word.replace(",", "")) if _NUMBER.match(word) else None


def _number(head: Token) -> tuple[float, tuple[Token, ...]] | None:
    """A number with its scale words: "2.5 billion"."""
    parts = sorted([*(c for c in head.children if c.dep_ in ("compound", "nummod")), head],
                   key=lambda t: t.i)  # fmt: skip
    total, used = 1.0, []
    for token in parts:
        value = _value(token)
        if value is None:
            return None
        total *= value
        used.append(token)
    return total, tuple(used)


def _counted(head: Token) -> str:
    """What a number counts: the noun it stands before, "killed" where it stands alone."""
    if head.dep_ in ("nummod", "quantmod", "amod", "compound") and head.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        return head.head.lemma_.lower()
    if head.dep_ in ("dobj", "nsubjpass", "nsubj") and head.head.pos_ == "VERB":
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
        if read is None:
            continue
        quantity = _quantity(candidate, value=read[0], tokens=read[1])
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _quantity(candidate: Candidate, *, value: float, tokens: tuple[Token, ...]) -> Quantity | None:
    sentence, head = candidate.scene.sentence, tokens[-1]
    unit_token = next((c for c in head.children if c.text in _UNITS), None)
    unit = _UNITS[unit_token.text] if unit_token is not None else ""
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if following is not None and following.lower_ in ("%", "percent"):
        unit = "%"
    what = _counted(head)
    if head.head.pos_ == "SYM" or (not what and not unit):
        what = what or _counted(head.head)
    if (not what and not unit) or what in _TIME:
        return None
    before = sentence.text[: tokens[0].idx].lower()
    bound = next((name for name, pattern in _BOUNDS if pattern.search(before)), "")
    span = sentence.words(tokens if unit_token is None else (unit_token, *tokens))
    return Quantity(
        span=span,
        text=sentence.text[tokens[0].idx : head.idx + len(head)],
        value=value,
        what=what,
        unit=unit,
        bound=bound,
    )
