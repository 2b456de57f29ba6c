"""Months to come of what is agreed, promised or asked for, which are no day of the agreeing.

"A and B agreed to meet in August", told in May, says nothing of when they agreed: the August that
was is hardly meant. "Agreed in August to meet" and "agreed to meet in August 2023" say it. Nor does
"called for talks in August", or "invited B to its capital in August".
"""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.model import When
from regesta.read.clauses import child
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token

_LOOKS_AHEAD = frozenset(
    {"agree", "announce", "ask", "call", "commit", "decide", "demand", "invite", "offer", "order",
     "pledge", "promise", "propose", "refuse", "swear", "tell", "threaten", "undertake", "urge",
     "volunteer", "vow"}
)  # fmt: skip
_PROPOSES = frozenset(
    {
        "announce",
        "ask",
        "call",
        "demand",
        "offer",
        "propose",
        "reject",
        "request",
        "seek",
        "suggest",
    }
)
_OCCASIONS = words_of("MEETING") | words_of("TALKS") | {"election", "poll", "vote", "referendum"}
_HALF_A_YEAR = 6  # months: a month without its year that is further back is nearer ahead
_MONTH = len("2024-05")
_YEAR = len("2024")


def is_of_content(token: Token, known: When, candidate: Candidate) -> bool:
    """Whether a date behind "agreed to meet" is a month to come, of the meeting."""
    on = candidate.scene.on
    if on is None or len(known.value) < _MONTH or len(on) < _MONTH:
        return False
    if not any(content.i < token.i for content in _contents(candidate)):
        return False
    near = [t.lower_ for t in (*token.children, *token.doc[token.i + 1 : token.i + 3])]
    if "last" in near or any(len(word) == _YEAR and word.isdigit() for word in near):
        return False
    return _months(on) - _months(known.value) > _HALF_A_YEAR


def _contents(candidate: Candidate) -> Iterator[Token]:
    """What is agreed, promised, proposed: its verb, or the meeting that it is."""
    predicate = candidate.token
    clause = child(predicate, "xcomp", "ccomp")
    if clause is not None and predicate.lemma_ in _LOOKS_AHEAD:
        yield clause
    nouns = (*candidate.object_heads, *candidate.after("for"))
    if predicate.lemma_ == "invite":
        yield from nouns
    elif predicate.lemma_ in _PROPOSES:
        yield from (noun for noun in nouns if noun.lemma_.lower() in _OCCASIONS)


def _months(day: str) -> int:
    year, month = day.split("-")[:2]
    return 12 * int(year) + int(month)
