"""Who speaks, by the words beside the marks: '..., X said', 'said X, the Y', 'X said: ...'.

Only shapes that leave no doubt: whatever else stands beside a quotation is left to the parse.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from regesta.knowledge.frames import words_of
from regesta.read.actors.strangers import is_private
from regesta.read.forms import lemmas_by_form
from regesta.read.sentences import Sentence
from regesta.text.hinted import holds_any

# The lemmas of verbs that the parse may find to govern a quotation.
CUES = words_of("SPEECH") | frozenset(
    {"read", "ask", "call", "warn", "describe", "urge", "accuse", "joke", "reply"}
)
_PAST = (
    "said|told|added|wrote|tweeted|asked|warned|insisted|announced|argued|claimed|declared|noted"
    "|stated|stressed|explained|continued|replied|concluded|acknowledged|confirmed|suggested"
    "|remarked|recalled|commented|joked|admitted|posted|emphasised|emphasized|responded|testified"
    "|observed|vowed|promised|urged|described|called"
)
_PRESENT = "says|tells|adds|writes|warns|insists|argues|explains|declares|reports|tweets"
_CUE = rf"(?:{_PAST}|{_PRESENT})"
_KEPT = 256  # looks beside quotations that are kept: the gate and the quotes look twice
_CUES = tuple(f" {cue}" for cue in (*_PAST.split("|"), *_PRESENT.split("|")))
_BY_THE_WAY = (
    r"(?:has|had|have|also|later|then|once|even|just|previously|recently|further|repeatedly|only"
    r"|still|again|since|already|earlier|reportedly|[a-z]{3,}ly|\([^()]{1,30}\))"
)
_NAME_WORD = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|St|Jr)\.|[A-ZÀ-Þ](?:[\w'’.-]*\w)?|[A-ZÀ-Þ]\.)"
)
_NAME = rf"{_NAME_WORD}(?: (?:(?:al|bin|ben|de|van|von|der|el|la|du|da|di) ?)*{_NAME_WORD}){{0,4}}"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
_COMMON = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne|[Aa]nother) )?"
    rf"(?:(?:{_NAME_WORD}|[a-z][\w'’-]*) ){{0,4}}[a-z][\w-]*"
)
# What may stand before the doer's own words: the start, a mark, or a word that opens a clause.
_OPENS = r"(?:^|[,;:—–-] |[\"“”'‘’] ?|\b(?:and|but|as|that|when|while|because|after|before) )"
# "the former tycoon", "deputy minister": what may stand before a name.
_TITLE = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[a-z][a-z-]{3,}) ){0,4}"
_DOER = rf"(?P<pronoun>{_PRONOUN})|{_TITLE}(?P<name>{_NAME})|(?P<common>{_COMMON})"
_APPOSED = r"(?P<apposed>, [^,\"“”]{3,110},)?"
_BEFORE_CUE = re.compile(
    rf"(?P<doer>{_DOER}){_APPOSED} (?:{_BY_THE_WAY} )*(?P<cue>{_CUE})\b(?! by\b)"
)
_AFTER_CUE = re.compile(
    rf"[\s,]*(?:{_BY_THE_WAY} )?(?P<cue>{_CUE}) (?P<doer>{_DOER})(?=[,.;:]|$"
    r"| (?:in|on|of|at|to|after|who|when|during|as|from|before|told|while|for|with|about|by|this"
    r"|last|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_ACCORDING = re.compile(rf"[\s,]*(?P<cue>according) to (?P<doer>{_DOER})(?=[,.;]|$)")
_LEADING = re.compile(rf"(?P<doer>{_DOER}){_APPOSED} (?:{_BY_THE_WAY} )*(?P<cue>[a-z]+)\b")
_OWNER = re.compile(rf"{_NAME}['’]s? (?=[a-z])")
_HOLDER = re.compile(r"(?:The|A|An|His|Her|Their|Another|One)((?: [\w-]+){1,5})")
_WORDS = re.compile(r"[^\W\d_]+")
_CLOSED = re.compile(r"[\"”'’]?[\s,.]*")
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_NOT_NAMES = frozenset(
    {"The", "A", "An", "He", "She", "It", "They", "We", "I", "But", "And", "In", "On", "At", "As",
     "That", "This", "These", "Those", "Who", "What", "When", "Where", "Why", "How", "If", "So",
     "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "You", "There",
     "After", "Before", "While", "Although", "Though", "Because", "Some", "Many", "Others", "One",
     "January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December", "Now", "Then", "Later", "Less", "More", "Go", "Yet",
     "His", "Her", "Its", "Their", "Our", "My"}
)  # fmt: skip
_NO_DOER = re.compile(
    r"\b(?:statement|report|letter|post|message|tweet|interview|who|which|that|what|and|or|not"
    r"|to|is|was|were|are|be|been|in|on|of|at|by|for|with|from|one|it|he|she|they|we)$"
)
_INSIDE = re.compile(r"\b(?:of|in|at|for|from|by|with|to|on|near|than)(?: the)? $")
_NO_START = re.compile(
    r"(?:but|so|then|now|yet|there|this|those|these|such|more|less|some|all|than|to|in|on|of|by|for|with|as|from|at|who|which|that|and|or|when|while|if|because|also"
    r"|he|she|it|they|will|would|not)\b"
)
# "the foreign minister, X Y, said": the name beside the office
_NAMED_BESIDE = re.compile(rf", ({_NAME_WORD}(?: {_NAME_WORD}){{1,3}})(?=[,.]|$)")
_SHORTENED = re.compile(r"['’](?:re|m|ve|ll|d|t|s)$")
_AT_END = re.compile(
    rf", (?P<doer>{_DOER}){_APPOSED} (?:{_BY_THE_WAY} )*(?P<cue>{_CUE})\b[^,\"“”]*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Who is said to speak: offsets in the sentence's text of the doer's words and of the cue.

    `pronoun` is the word, lower case, where the doer is only pointed to.
    """

    start: int
    end: int
    cue: tuple[int, int]
    pronoun: str = ""


def beside(sentence: Sentence, *, start: int, end: int) -> Beside | None:
    """Who speaks in the quotation at page offsets start..end; None where the words leave doubt."""
    text = sentence.text
    opened = bisect_left(sentence.offsets, start)
    closed = bisect_left(sentence.offsets, end)
    if closed < len(text):
        close = _CLOSED.match(text, closed)
        at = close.end() if close is not None else closed
        found = _after(text, at)
        if found is not None:
            return found
    return _before(text, opened) if opened > 2 else None


@lru_cache(maxsize=_KEPT)
def _after(text: str, at: int) -> Beside | None:
    """'..., said X' and '..., X said', right behind the closing mark."""
    for pattern in (_AFTER_CUE, _ACCORDING):
        match = pattern.match(text, at)
        if match is not None:
            return _doer(match, text)
    match = _BEFORE_CUE.match(text, at) if _has_cue(text) else None
    found = _doer(match, text) if match is not None else None
    ending = _AT_END.search(text, at) if found is None and _has_cue(text[at:]) else None
    return _doer(ending, text) if ending is not None else found


@lru_cache(maxsize=_KEPT)
def _before(text: str, opened: int) -> Beside | None:
    """'X said: ...', the last verb of saying before the opening mark."""
    lead = _blanked(text[:opened])
    found = None
    for match in _BEFORE_CUE.finditer(lead) if _has_cue(lead) else ():
        found = match
    if found is None or re.search(rf"\b{_CUE}\b", lead[found.end() :]):
        return None
    return _doer(found, lead) if _opens(lead, found) else None


def _has_cue(text: str) -> bool:
    """Whether a text has the letters of a verb of saying: a quick look before the patterns."""
    return holds_any(text, hints=_CUES)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether the doer's words begin where a clause does, or are a name by their end alone."""
    if match["pronoun"] is not None:
        return True
    if match["name"] is not None:
        return _INSIDE.search(text, 0, match.start("doer")) is None
    return re.search(rf"{_OPENS}$", text[: match.start("doer")]) is not None


def _doer(match: re.Match[str], text: str) -> Beside | None:
    start, end = match.span("doer")
    words = match["doer"]
    cue = match.span("cue")
    if match["pronoun"] is not None:
        return Beside(start=start, end=end, cue=cue, pronoun=words.lower())
    if match["name"] is not None:
        name = match["name"].split()
        if name[-1] in _NOT_NAMES or _SHORTENED.search(name[-1]) or _NO_START.match(words):
            return None
        return Beside(start=start, end=end, cue=cue)
    if _NO_DOER.search(words) or _NO_START.match(words):
        return None
    named = _NAMED_BESIDE.match(text, end)
    if named is not None:
        return Beside(start=named.start(1), end=named.end(1), cue=cue)
    if match.groupdict().get("apposed") and words[0].islower():
        return None
    return Beside(start=start, end=end, cue=cue)


def _blanked(text: str) -> str:
    """The text with what stands between marks taken out, at the same offsets."""
    return _QUOTED.sub(lambda found: "\x00" * len(found.group()), text)


def leading(sentence: Sentence) -> Beside | None:
    """Who leads a sentence: the doer of its verb of saying, else what it begins with."""
    text = _blanked(sentence.text)
    for match in _BEFORE_CUE.finditer(text) if _has_cue(text) else ():
        if _opens(text, match):
            found = _doer(match, text)
            if found is not None:
                return found
    start = len(text) - len(text.lstrip())
    owner = _OWNER.match(text, start)
    opening = _LEADING.match(text, owner.end() if owner is not None else start)
    found = _doer(opening, text) if opening is not None else None
    return found or _described(text, start)


def _described(text: str, start: int) -> Beside | None:
    """ "His neighbour nodded": whoever a sentence begins with who is no more than described."""
    opening = _HOLDER.match(text, start)
    for word in _WORDS.finditer(text, *opening.span(1)) if opening is not None else ():
        if is_private(word.group()):
            return Beside(start=start, end=word.end(), cue=(word.end(), word.end()))
    return None


def is_open(sentence: Sentence, speech: Iterable[tuple[int, int]]) -> bool:
    """Whether a quotation in the sentence leaves its speaker to the parse."""
    for start, end in speech:
        if start >= sentence.span.end or end <= sentence.span.start:
            continue
        alone = _alone(sentence, start=start, end=end)
        if not alone and beside(sentence, start=start, end=end) is None:
            return True
    return False


def may_say(text: str) -> bool:
    """Whether words may be a verb of saying: beside "scare quotes" the parse finds no speaker."""
    return not _cue_forms().isdisjoint(_WORDS.findall(text.lower()))


@cache
def _cue_forms() -> frozenset[str]:
    """The verbs of saying in every form."""
    return frozenset(lemmas_by_form(CUES))


def _alone(sentence: Sentence, *, start: int, end: int) -> bool:
    """Whether the sentence holds little besides the quotation."""
    opened, closed = bisect_left(sentence.offsets, start), bisect_left(sentence.offsets, end)
    outside = sentence.text[:opened] + sentence.text[closed:]
    return sum(c.isalpha() for c in outside) < 12
