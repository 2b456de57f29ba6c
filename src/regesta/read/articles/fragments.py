"""Pieces inside a line of text: datelines, credits, promos, posts, copyright tails.

A line is first wholly body; each rule then carves out what is not the article's own words.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from typing import NamedTuple

from regesta.model import Label
from regesta.read.articles import datelines, words
from regesta.read.articles.words import AGENCY, word_set
from regesta.text.hinted import holds_any
from regesta.text.sentences import split_sentences


class Cut(NamedTuple):
    """A carved piece: offsets in the line, its label and the rule that saw it."""

    start: int
    end: int
    label: Label
    rule: str


class Where(NamedTuple):
    """Where the line stands: at the article's first words, its last, and the page's titles.

    `mark` counts the characters before its words that only mark it in a list.
    """

    first: bool = False
    last: bool = False
    mark: int = 0
    titles: tuple[str, ...] = ()


_SYNOPSIS = re.compile(r"(?:Synopsis|Summary|Abstract|In short|At a glance)\s?:?\s(?=[A-Z])")
_CREDIT_INSIDE = re.compile(
    rf"(?<=[.!?”\"’'])\s(?P<credit>(?:{AGENCY}|File Photo|Getty Images|Representational Image))"
    r"(?=\s[A-Z\"“‘'])"
)
_CREDIT_OPENING = re.compile(
    r"(?:(?:Photo|Image|Picture|File photo)(?:\s(?:credit|courtesy|by))?\s?:\s?"
    rf"(?:{AGENCY}|[A-Z]\w+(?:\s[A-Z]\w+)?(?:/\w+)?))\s(?=[A-Z\"“‘'])"
)
_COPYRIGHT_INSIDE = re.compile(
    r"(?:^|(?<=[.!?\"'”’)\]])\s)(?P<mark>[\[(]?(?:(?:Copyright|COPYRIGHT)\b|©|\([cC]\)\s?\d{4})"
    r"[^\[\]]{0,160}(?:\]|$)[^.!?]{0,40}$)"
)
_COPYRIGHT_REACH = 260  # characters before a line's end in which its copyright stands
_SIGN_OFF_INSIDE = re.compile(
    rf"\s(?:[-–—]{{1,3}}\s?{AGENCY}(?:/[\w ]{{1,12}})*|\({AGENCY}\)"
    rf"|[-–—]{{2,3}}\s?[A-Z]{{2,14}})\.?$"
)
_PICTURED = re.compile(
    r"(?:^|[.!?\"'”’)]\s)"
    r"(?P<mark>(?:file |representational )?(?:photo|image|picture)s?\b[^.!?]{0,40})$",
    re.IGNORECASE,
)
_SIGN_OFF_MARKS = ("-", "–", "—", "(")
# "... said on Monday. (Halyard)": after the last full stop of an article, somebody signs.
_BRACKET_TAIL = re.compile(r"(?<=[.!?\"”’'])\s\([A-Z][\w.]{1,20}(?:[ /][A-Z][\w.]{0,20}){0,2}\)$")
_POST_TAIL = re.compile(r"\s(?:https?://\S+\s?)*(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)\s*$")
_POST_ADDRESSES = (".com/", "t.co/")
_PROMO_MARK = re.compile(r"[|:–—>]|-\s")
_PROMO_MARKS, _PROMO_HYPHENS = ("|", ":", "–", "—", ">"), ("- ", "-\t", "-\u00a0")
_PROMO_BEFORE = re.compile(
    r"(?:(?<=[.!?\"”’'…)])\s+|^)(?P<promo>" + words.PROMO_OPENING.pattern + r")", re.IGNORECASE
)
_PROMO_LAST = word_set(  # the last words of words.PROMO_OPENING
    "read also see more next here related recommended watch miss listen explained pictures pics"
    " this like"
)
_MOST_PROMO = 600  # characters after its mark in which a promo's sentence ends
_PROMO_REACH = 40  # characters before its mark in which a promo's opening words stand
# Headlines that end in who says so: ", Ukraine says", ": officials".
_SAYS_END = re.compile(
    r"(?:,\s[\w.’'-]+(?:\s[\w.’'-]+){0,4}?\s(?:says|say|claims|warns|reports"
    r"|sources say|reveals|finds|shows)|:\s(?:officials?|reports?"
    r"|sources?|police|ministry|minister|study"
    r"|[A-Z]\w+))(?=\s[A-Z\"“‘])"
)
_HINTS = ("-", ":", "(", "/", "|", "–", "—", ">", "©")  # a line without one is nothing but text
_LEADS_TO_NAME = word_set(
    """
    a an and as at by for from in into of on or over the to up vs via with amid against between
    since until after before during under near than like about through says say said told tells
    warns calls urges meets visits accuses thanks asks joins backs against former new his her its
    their our your is are was were has have had will would president minister leader premier
    """
)
_SENTENCE_OPENERS = word_set("The A An It He She They We This That In On At But However Meanwhile")
_SMALL = word_set(
    "a an and as at by for from in into is of on or over the to up vs via with amid its it be are"
)


def carve(text: str, *, where: Where) -> list[Cut]:
    """The pieces of a line that are no body text, in order and never overlapping."""
    found = [Cut(0, where.mark, Label.FURNITURE, "list-mark")] if where.mark else []
    if not where.first and not holds_any(text, hints=_HINTS) and not _may_be_copyright(text):
        return found
    for rule in RULES if where.first else INNER:
        for cut in rule(text, where):
            place = bisect(found, cut.start, key=lambda other: other.start)
            before, after = found[max(place - 1, 0) : place], found[place : place + 1]
            if (
                cut.start < cut.end
                and all(other.end <= cut.start for other in before)
                and all(cut.end <= other.start for other in after)
            ):
                found.insert(place, cut)
    return found


def _may_be_copyright(text: str) -> bool:
    tail = text[-_COPYRIGHT_REACH:]
    return "Copyright" in tail or "COPYRIGHT" in tail


def _synopsis(text: str, where: Where) -> list[Cut]:
    """ "Synopsis ... Reuters Text": the abstract before a credit is the deck, not the text."""
    label = _SYNOPSIS.match(text)
    if label is None:
        return []
    credit = _CREDIT_INSIDE.search(text, label.end(), label.end() + 900)
    if credit is None:
        return [Cut(0, label.end(), Label.FURNITURE, "synopsis-label")]
    return [
        Cut(0, label.end(), Label.FURNITURE, "synopsis-label"),
        Cut(label.end(), credit.start(), Label.DECK, "synopsis"),
        Cut(credit.start("credit"), credit.end(), Label.CREDIT, "credit-after-synopsis"),
    ]


def _dateline(text: str, where: Where) -> list[Cut]:
    found = datelines.opening(text)
    return [] if found is None else [Cut(0, found.end, Label.DATELINE, found.rule)]


def _credit_opening(text: str, where: Where) -> list[Cut]:
    match = _CREDIT_OPENING.match(text)
    return [] if match is None else [Cut(0, match.end(), Label.CREDIT, "credit-opening")]


def _promos(text: str, where: Where) -> list[Cut]:
    """Inline promos; when nobody can say where the headline ends, its whole sentence goes."""
    found: list[Cut] = []
    hyphened = "-" in text and holds_any(text, hints=_PROMO_HYPHENS)
    if not hyphened and not holds_any(text, hints=_PROMO_MARKS):
        return found
    for match in _promo_openings(text):
        start = match.start("promo")
        if found and start < found[-1].end:
            continue
        end, rule = promo_end(text, start=start, headline=match.end(), titles=where.titles)
        found.append(Cut(start, end, Label.PROMO, rule))
    return found


def _promo_openings(text: str) -> Iterator[re.Match[str]]:
    """Promo openings, sought only before the marks that end them."""
    last = 0
    for mark in _PROMO_MARK.finditer(text):
        if mark.start() < last:
            continue
        first = max(last, mark.start() - _PROMO_REACH)
        before = text[first : mark.start()].lower().split()[-3:]
        if not before or (before[-1] not in _PROMO_LAST and before[:2] != ["also", "on"]):
            continue
        near = _PROMO_BEFORE.search(text, first, mark.start() + 2)  # a mark has two letters at most
        match = _PROMO_BEFORE.match(text, near.start()) if near is not None else None
        if match is not None and match.start("mark") <= mark.start():
            last = match.end()
            yield match


def promo_end(text: str, *, start: int, headline: int, titles: tuple[str, ...]) -> tuple[int, str]:
    """Where a promo's headline ends, and how that is known."""
    for title in titles:
        if len(title) > 15 and text.startswith(title, headline):
            return headline + len(title), "promo.title-of-page"
    stop = _sentence_end(text, at=headline)
    says = _SAYS_END.search(text, headline, min(stop, headline + 160))
    if says is not None:
        return says.end(), "promo.says-end"
    lone = _lone_capital(text, start=headline, stop=stop)
    if lone is not None:
        return lone, "promo.lone-capital"
    case = _title_case_end(text, start=headline, stop=stop)
    if case is not None:
        return case, "promo.title-case"
    return stop, "promo.whole-sentence"


def _sentence_end(text: str, *, at: int) -> int:
    near = text[at : at + _MOST_PROMO]
    for first, last in split_sentences(near):
        if last > 0:
            return at + max(last, first)
    return at + len(near)


def _lone_capital(text: str, *, start: int, stop: int) -> int | None:
    """The headline's end before the only word that can open the sentence behind it: capitalised,
    after a small word that neither leads on to a name nor ends a clause. Two such are no answer.
    """
    tokens = list(re.finditer(r"\S+", text[start:stop]))
    openers = [
        place
        for place in range(3, len(tokens) - 3)
        if tokens[place].group()[:1].isupper()
        and tokens[place - 1].group().isalpha()
        and tokens[place - 1].group().islower()
        and tokens[place - 1].group() not in _LEADS_TO_NAME
    ]
    if len(openers) > 1:
        openers = [place for place in openers if tokens[place].group() in _SENTENCE_OPENERS][:1]
    return start + tokens[openers[0] - 1].end() if len(openers) == 1 else None


def _title_case_end(text: str, *, start: int, stop: int) -> int | None:
    """A headline in title case ends before the last capital that opens small words."""
    tokens = list(re.finditer(r"\S+", text[start:stop]))
    run = 0
    for token in tokens:
        word = token.group().strip(",.:;'\"’‘“”")
        if word[:1].islower() and word not in _SMALL:
            break
        run += 1
    if not 5 <= run < len(tokens):
        return None
    last = run - 1
    while last > 3 and not tokens[last].group()[:1].isupper():
        last -= 1
    return start + tokens[last - 1].end() if last > 3 else None


def _post_tail(text: str, where: Where) -> list[Cut]:
    if "/" not in text or not holds_any(text, hints=_POST_ADDRESSES):
        return []
    match = _POST_TAIL.search(text)
    return [] if match is None else [Cut(match.start() + 1, len(text), Label.EMBED, "post-link")]


def _copyright(text: str, where: Where) -> list[Cut]:
    tail = max(0, len(text) - _COPYRIGHT_REACH)
    small = text[tail:].lower()
    marked = "©" in small or ("(" in small and "(c)" in small)
    match = _COPYRIGHT_INSIDE.search(text, tail) if marked or "copyright" in small else None
    if match is None:
        return []
    return [Cut(match.start("mark"), len(text), Label.COPYRIGHT, "copyright-tail")]


def _sign_off(text: str, where: Where) -> list[Cut]:
    tail = max(0, len(text) - 60)
    if not holds_any(text[tail:], hints=_SIGN_OFF_MARKS):
        return []
    match = _SIGN_OFF_INSIDE.search(text, tail)
    if match is None and where.last:
        match = _BRACKET_TAIL.search(text, tail)
    if match is None:
        return []
    pictured = _PICTURED.search(text, max(0, tail - 60), match.start())
    if pictured:
        return [Cut(pictured.start("mark"), len(text), Label.CREDIT, "photo-credit-tail")]
    return [Cut(match.start() + 1, len(text), Label.SIGN_OFF, "sign-off-tail")]


INNER: tuple[Callable[[str, Where], list[Cut]], ...] = (
    _promos,
    _post_tail,
    _copyright,
    _sign_off,
)
"""What stands in any line."""
RULES = (_synopsis, _credit_opening, _dateline, *INNER)
"""What stands in an article's first line."""
