"""Sentences by rule, with their offsets.

One pattern finds every mark that could end a sentence; the table `RULES` asks in order whether it
does, and the first rule with an opinion decides.

Line breaks. A blank line always ends a sentence, and so does a line break after a final mark. A
single line break without one ends it too, except where the line goes on: the line ends in a comma
or a dash, or it is at least `LABEL_LINE` characters long and the next line begins in lower case, or
the lines around are hard-wrapped prose (most of them begin in lower case and are of like width).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from regesta.text.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NUMBER,
    LEADING,
    NAME_ENDINGS,
    OPEN,
    OPENERS,
    SPEECH_VERBS,
)

MAX_LENGTH = 1_500  # code points; longer runs without a stop are cut at a space
LABEL_LINE = 40  # a shorter line without a final mark is a heading, a name or a label
WRAPPED_WIDTH = (45, 100)  # usual line lengths of hard-wrapped prose
_LOOK_BACK = 1_500  # how far back an open quotation mark is looked for

_MARK = re.compile(
    r"(?P<stop>[.!?…]+|[。！？｡]+|[।॥؟۔።։]+)"
    r"""(?P<close>["'”’»›)\]」』）]*(?:\[\d{1,3}\])*)(?P<gap>\s*)"""
    r"|(?P<line>[\n\r\v\f\u2028\u2029]\s*)"
)
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
_SPACE = re.compile(r"\s*")
_LEAD_IN = re.compile(r"""["'“‘«‹„(\[「『（¿¡•*–—-]*[^\S\n]?""")
_WORD = re.compile(r"[^\W_]{1,40}(?:[.'’&-][^\W_]{1,40}){0,3}")
_LONE_QUOTE = re.compile(r'"(?=\s|\Z)')
_SAYS = frozenset({"said", "says"})
_CONTENT = frozenset({"that", "it", "he", "she", "they", "there", "its", "his", "her", "their"})
_ON_X = (" on X", " to X", " via X", " called X", " platform X", " network X")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_SINGLE_QUOTE = re.compile(r"(?P<opens>(?<![\w.,!?])'(?=\w))|(?<=[\w.,!?])'(?!\w)")
_GLUED_LEFT = re.compile(r"(?:[^\W\d_]{2,}[^\W\d_A-Z]|(?:19|20)\d\d|[)%\]])\Z")
_OPENING = "\"'“‘«‹„(["
_OPENING_MARKS = re.compile(r"[\"“”‘«(\[/—–]")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that may end the sentence begun at `begin`.

    `at` is the first stop, `end` follows the closing marks, `next` is where text goes on.
    `before` is the word that the stop touches, `after` the first word that follows.
    """

    text: str
    begin: int
    at: int
    end: int
    next: int
    stop: str
    close: str
    gap: str
    before: str
    after: str
    char: str


def split_sentences(
    text: str, *, start: int = 0, end: int | None = None
) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of `text[start:end]`, as code points into `text`.

    Spans are ordered, do not overlap, carry no outer white space and cover all that is not white
    space. Closing quotation marks and brackets belong to the sentence they close.
    """
    part = text[start:end]
    spans: list[tuple[int, int]] = []
    begin = 0
    for stop, following in _breaks(part):
        spans.extend(_trimmed(part, begin, stop))
        begin = following
    spans.extend(_trimmed(part, begin, len(part)))
    return tuple((left + start, right + start) for left, right in spans)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where one sentence ends and where the next begins."""
    begin = 0
    for found in _MARK.finditer(text):
        if found["line"] is not None:
            place = _line_break(text, begin, found)
        else:
            mark = _mark(text, begin, found)
            place = (mark.end, mark.next) if _ends(mark) else None
        if place is not None:
            yield place
            begin = place[1]


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without outer white space, cut at spaces into pieces of at most MAX_LENGTH."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > MAX_LENGTH:
        cut = text.rfind(" ", begin + 1, begin + MAX_LENGTH + 1)
        cut = cut if cut > begin else begin + MAX_LENGTH
        yield from _trimmed(text, begin, cut)
        begin = cut
        while text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end


def _mark(text: str, begin: int, found: re.Match[str]) -> _Mark:
    at, end, following = found.start(), found.end("close"), found.end()
    close, gap = found["close"], found["gap"]
    if not gap and close[-1:] in ('"', "'") and not _inside_quote(text, end - 1):
        end = following = end - 1
        close = close[:-1]
    elif gap and _LONE_QUOTE.match(text, following):
        end, following = _spaced_quote(text, end, following)
    lead = _LEAD_IN.match(text, following)
    word_at = lead.end() if lead else following
    word = _WORD.match(text, word_at)
    return _Mark(
        text=text,
        begin=begin,
        at=at,
        end=end,
        next=following,
        stop=found["stop"],
        close=close,
        gap=gap,
        before=_touching(text, begin, at),
        after=word.group() if word else "",
        char=text[word_at : word_at + 1],
    )


def _touching(text: str, begin: int, at: int) -> str:
    """The word that ends at `at`, without marks that open it; "" after a space."""
    words = text[max(begin, at - 30) : at + 1].split()
    last = words[-1][:-1] if words else ""
    return _OPENING_MARKS.split(last)[-1].lstrip("'’")


def _spaced_quote(text: str, end: int, following: int) -> tuple[int, int]:
    """Tokenised text sets marks apart: 'levels. " He'. A mark that closes belongs to the left."""
    rest = _SPACE.match(text, following + 1)
    gap = rest.group() if rest else ""
    if _LINE_ENDS.search(gap) or _inside_quote(text, following):
        return following + 1, following + 1 + len(gap)
    return end, following


def _inside_quote(text: str, at: int) -> bool:
    """Whether the straight quotation mark at `at` closes a quotation of its paragraph."""
    begin = max(0, at - _LOOK_BACK)
    begin = max(begin, text.rfind("\n", begin, at) + 1)
    if text[at] == '"':
        return text.count('"', begin, at) % 2 == 1
    marks = list(_SINGLE_QUOTE.finditer(text, begin, at))
    return bool(marks) and marks[-1]["opens"] is not None


def _ends(mark: _Mark) -> bool:
    for _name, rule in RULES:
        verdict = rule(mark)
        if verdict is not None:
            return verdict
    return True


def _end_of_text(mark: _Mark) -> bool | None:
    return True if mark.next >= len(mark.text) else None


def _full_width(mark: _Mark) -> bool | None:
    """Chinese and Japanese stops need no space after them."""
    return True if mark.stop[0] in "。！？｡" else None


def _blank_line(mark: _Mark) -> bool | None:
    return True if len(_LINE_ENDS.findall(mark.gap)) > 1 else None


def _abbreviation_before_name(mark: _Mark) -> bool | None:
    """ "Lt. Gen. Marsh", "vs. Norway", "e.g. grain"."""
    if mark.stop != "." or mark.close:
        return None
    return False if mark.before in LEADING else None


def _new_line(mark: _Mark) -> bool | None:
    return True if _LINE_ENDS.search(mark.gap) else None


def _lower_case(mark: _Mark) -> bool | None:
    """What goes on in lower case, or with a comma, is the same sentence."""
    return False if mark.char.islower() or mark.char in ",;:)]" else None


def _abbreviation_before_number(mark: _Mark) -> bool | None:
    if mark.stop != "." or mark.close or not mark.char.isdigit():
        return None
    return False if mark.before.lower() in BEFORE_NUMBER else None


def _list_number(mark: _Mark) -> bool | None:
    """ "1. The council meets": a short number or letter alone at the head of a line."""
    before = mark.before
    if mark.stop != "." or mark.close or mark.text[mark.begin : mark.at].strip(" (") != before:
        return None
    short = before.isdigit() and len(before) <= 3
    return False if short or (len(before) == 1 and before.isalpha()) else None


def _clock(mark: _Mark) -> bool | None:
    """ "at 7 p.m. Monday", "at 7 p.m. IST"; any other capital opens a sentence."""
    if mark.stop != "." or mark.before.lower() not in ("a.m", "p.m") or mark.close:
        return None
    zone = mark.after.isupper() and 2 <= len(mark.after) <= 4
    return bool(mark.gap) and mark.char.isalpha() and not zone and mark.after not in AFTER_CLOCK


def _on_x(mark: _Mark) -> bool | None:
    """ "wrote on X. The US ...": the network, no initial of somebody's."""
    if mark.stop != "." or mark.before != "X" or not mark.gap:
        return None
    return True if mark.text[mark.begin : mark.at].endswith(_ON_X) else None


def _open_abbreviation(mark: _Mark) -> bool | None:
    """Initials, "U.S.", "Inc.", "Calif.": the end only before a word that opens sentences."""
    if mark.stop != "." or mark.close:
        return None
    before = mark.before
    initial = len(before) == 1 and before.isupper()
    if initial or before in OPEN or _DOTTED.fullmatch(before):
        return bool(mark.gap) and mark.after in OPENERS
    return None


def _attribution(mark: _Mark) -> bool | None:
    """'"Why now?" Orlov asked.' is one sentence; '"Why now?" He turned.' is two.

    So is '"Why now?" Orlov says it is late.', who says something else.
    """
    if mark.stop[-1] not in "?!" or not set(mark.close) & set("\"'”’»"):
        return None
    words = mark.text[mark.next : mark.next + 80].split()[:7]
    for word, behind in zip_longest(words[:6], words[1:], fillvalue=""):
        if word.rstrip(".,:") in SPEECH_VERBS:
            return None if behind in _CONTENT and word in _SAYS else False
        if not word[0].isupper() or word in OPENERS:
            return None
    return None


def _elision(mark: _Mark) -> bool | None:
    """ "the ... Danish fleet", "[...]": dots set apart stand for words left out."""
    dots = mark.stop.startswith(("..", "…"))
    if not dots or (mark.before and mark.text[mark.at - 1] != "["):
        return None
    return mark.after in OPENERS


def _glued(mark: _Mark) -> bool | None:
    """A stop with no space after it ends a sentence only between two plain words.

    "war.The", "5 GW."By"; never in "4.5", "U.S.-led", addresses or file names.
    """
    if mark.gap:
        return None
    opening = mark.text[mark.next] in _OPENING
    if not mark.char.isupper():
        return False
    if opening or mark.close:
        return True
    if len(mark.after) < 3 and mark.after not in OPENERS:
        return False
    left = mark.text[max(mark.begin, mark.at - 12) : mark.at]
    return bool(_GLUED_LEFT.search(left)) and not _in_address(mark)


def _in_address(mark: _Mark) -> bool:
    """Whether the mark stands inside a URL, a mail address, a domain or a file name."""
    left = mark.text[max(mark.begin, mark.at - 200) : mark.at].split()[-1:]
    right = mark.text[mark.next : mark.next + 200].split()[:1]
    token = "".join([*left, mark.stop, *right]).rstrip("\"'”’).,;:!?").lower()
    named = token.rsplit(".", 1)[-1] in NAME_ENDINGS
    return named or "://" in token or "@" in token or token.startswith("www.")


# First rule with an opinion decides; none: the mark ends the sentence.
RULES: tuple[tuple[str, Callable[[_Mark], bool | None]], ...] = (
    ("end-of-text", _end_of_text),
    ("full-width", _full_width),
    ("blank-line", _blank_line),
    ("abbreviation-before-name", _abbreviation_before_name),
    ("new-line", _new_line),
    ("lower-case", _lower_case),
    ("abbreviation-before-number", _abbreviation_before_number),
    ("list-number", _list_number),
    ("clock", _clock),
    ("on-x", _on_x),
    ("open-abbreviation", _open_abbreviation),
    ("attribution", _attribution),
    ("elision", _elision),
    ("glued", _glued),
)


def _line_break(text: str, begin: int, found: re.Match[str]) -> tuple[int, int] | None:
    """A line break with no final mark before it: does the sentence end here?"""
    at, following = found.span()
    line_at = max(begin, at - 400)
    line_at = max(line_at, text.rfind("\n", line_at, at) + 1)
    line = text[line_at:at].strip()
    place = (at, following)
    if len(_LINE_ENDS.findall(found.group())) > 1 or not line:
        return place
    if line.endswith((",", "—", "–")):
        return None
    first = text[following : following + 1]
    if first.islower():
        return None if len(line) >= LABEL_LINE else place
    goes_on = first.isalnum() or first in _OPENING
    return None if goes_on and _wrapped(text, line_at, at, following) else place


def _wrapped(text: str, line_at: int, at: int, following: int) -> bool:
    """Whether the lines around are one hard-wrapped paragraph: like widths, mostly lower starts."""
    low, high = WRAPPED_WIDTH
    head = text[max(0, line_at - 2 * high) : line_at].rsplit("\n\n", 1)[-1].split("\n")[-3:-1]
    own, *tail = text[following : following + 3 * high].split("\n\n", 1)[0].split("\n")[:3]
    if not low <= at - line_at <= high or len(own) > high:
        return False
    around = [line.strip() for line in (*head, *tail) if line.strip()]
    lower = sum(line[0].islower() and len(line) >= low for line in around)
    return lower >= 1 and 2 * lower >= len(around) and max(map(len, around)) <= high
