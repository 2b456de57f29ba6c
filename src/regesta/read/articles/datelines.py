"""Datelines: "Oslo, May 4 (DPA)", "GENEVA (AFP) —", "Osaka, Mar. 2 (Kyodo News)--"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from regesta.knowledge import NameKind, names
from regesta.knowledge.towns import town
from regesta.read.articles.lines import Line
from regesta.read.articles.words import AGENCY, word_set
from regesta.read.dates.rule import MONTH
from regesta.text.hinted import holds_any

_NAME = r"[A-Z][\w'’.-]*"
_PLACE = (
    rf"(?P<place>{_NAME}(?:[ /](?:de|la|el|al"
    rf"|{_NAME})){{0,3}}(?:,\s?{_NAME}(?:\s{_NAME}){{0,2}}){{0,1}})"
)
_CAPS = (
    r"(?P<place>[A-Z][A-Z'’.-]{2,}(?:[ /][A-Z][A-Z'’.-]*){0,3}"
    rf"(?:,\s?{_NAME}(?:\s{_NAME}){{0,2}})?)"
)
_DATE = (
    rf"(?P<date>(?:{MONTH}\b\.?\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\b\.?)(?:,?\s20\d\d)?"
    r"|\d{1,2}\.\d{1,2}\.20\d\d)"
)
_AGENCY = rf"(?P<agency>{AGENCY}(?:/[\w ]{{2,20}})*)"
_IN_BRACKETS = rf"\((?P<bracket>{AGENCY}[^()]{{0,24}}|[A-Z][\w.&/ -]{{1,30}})\)"
_DASH = r"\s?(?:--|[—–:]|-(?=\s|[A-Z]))\s?"

_BY_AGENCY = "dateline.place-agency"
_BY_OUTLET = "dateline.place-outlet"  # "Seoul (CNN) President A said": of towns alone

FORMS: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (
        "dateline.place-date",
        re.compile(rf"{_PLACE},\s{_DATE}[,.]?\s?(?:{_IN_BRACKETS})?(?:{_DASH}|\s|$)"),
    ),
    (
        _BY_AGENCY,
        re.compile(rf"{_PLACE}(?:,\s{_NAME})?\s\({_AGENCY}[^()]{{0,24}}\)(?:{_DASH}|\s)"),
    ),
    (
        "dateline.place-bracket",
        re.compile(
            rf"{_PLACE}\s\((?P<bracket>[A-Z][\w.&-]{{1,20}}(?:\s[A-Z]\w+)?)\)"
            r"(?:\s?(?:--|[—–])\s?|\s-\s|\s(?=(?:The|A|An|[A-Z][a-z]+\sand)\s))(?=[A-Z\"'“‘])"
        ),
    ),
    ("dateline.agency-after", re.compile(rf"{_PLACE},?\s[—–-]?\s?{_AGENCY}{_DASH}")),
    (
        "dateline.capitals",
        re.compile(
            rf"{_CAPS}(?:\s?\((?P<bracket>[^()]{{2,40}})\))?\s?(?:--|[—–]|\s-(?=\s)|:(?=\s))\s?"
        ),
    ),
    ("dateline.agency", re.compile(rf"\(?{_AGENCY}\)?\s(?:--|[—–-])\s(?=[A-Z\"'“‘])")),
    (
        _BY_OUTLET,
        re.compile(
            rf"{_PLACE}(?:,\s{_NAME})?\s?\((?P<bracket>[A-Z][\w.&-]{{1,20}}(?:\s[A-Z]\w+)?)\)"
            r"\s?(?=[\"'“‘]?[A-Z])"
        ),
    ),
    ("dateline.place-dash", re.compile(rf"{_PLACE}\s?(?:--|[—–])\s?(?=[A-Z\"'“‘])")),
    (  # "LIMA, (Andina).", "PHNOM PENH (AKP) May 4, 2023 --"
        "dateline.capitals-bracket",
        re.compile(
            rf"{_CAPS},?\s?\((?P<bracket>[^()]{{2,40}})\)(?:\s{_DATE})?"
            r"\s?(?:--|[—–-]|[.:](?=\s))\s?"
        ),
    ),
    (  # "ASTANA. May 4. KazTAG -"
        "dateline.capitals-stop",
        re.compile(rf"{_CAPS}(?<=\.)\s{_DATE}\.\s(?:{_NAME}(?:\s{_NAME})?\s(?:--|[—–-])\s)?"),
    ),
)
# The first forms are strong enough to be sought inside a text; what each cannot do without.
_INSIDE_NEEDS = (
    re.compile(rf",\s(?:{MONTH}\b|\d{{1,2}}\s{MONTH})"),
    re.compile(rf"\({AGENCY}"),
    re.compile(r"\([A-Z][\w.&-]{1,20}(?:\s[A-Z]\w+)?\)\s?(?:[—–T-]|A|[A-Z][a-z]+\sand\s)"),
    re.compile(rf"{AGENCY}(?:/[\w ]{{2,20}})*{_DASH}"),
    re.compile(
        r"[A-Z][A-Z][A-Z'’.-]*(?:,[\w\s.'’-]{2,40})?(?:\s?\([^()]{2,40}\))?\s?(?:[-—–]|:\s)"
    ),
)
# Marks of which each of these has one, asked for first.
_COMMA: tuple[str, ...] = (",",)
_BRACKET: tuple[str, ...] = ("(",)
_DASHES: tuple[str, ...] = ("-", "—", "–", ":")
_INSIDE = tuple(
    zip(FORMS, (_COMMA, _BRACKET, _BRACKET, _DASHES, _DASHES), _INSIDE_NEEDS, strict=False)
)
# How each of the forms goes on behind its first letter: at a mark, or with a word not small.
_HEAD = re.compile(r"\(?(?:dpa\b|[A-Z](?:\S*[(\d—–:-]|\S*\s(?:[A-Z(\d—–-]|(?:de|la|el|al|dpa)\b)))")
# Without one of these marks is no dateline; before it no word is small.
_SURE_HEAD = re.compile(
    r"(?=\(?[A-Z](?:\S*[(\d—–:-]|\S*\s(?:[A-Z(\d—–-]|(?:de|la|el|al|dpa)\b)))"
    r"\(?[A-Z][^(\d—–:-]{1,60}[(\d—–:-]"
)
_TOWNS = frozenset({NameKind.CAPITAL, NameKind.PLACE})
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,30}:\s")
# A place is short; these words open sentences, not datelines.
_NO_PLACE = word_set(
    "the a an in on at by for from with this that these those it he she they we i but and or if as"
    " when while after before since photo image video file watch read also update updated breaking"
    " exclusive opinion analysis explainer q a utc gmt monday tuesday wednesday"
    " thursday friday saturday sunday"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline at its offsets in the searched text, with its parts as written."""

    start: int
    end: int
    rule: str
    place: str | None
    date: str | None
    agency: str | None


def opening(text: str, *, at: int = 0) -> Found | None:
    """The dateline that opens a text at an offset, None when none does."""
    if _HEAD.match(text, at) is None:
        return None
    for rule, pattern in FORMS:
        match = pattern.match(text, at, at + 160)
        if match is None:
            continue
        parts = match.groupdict()
        place = parts.get("place")
        if place and place.split()[0].lower().rstrip(".,") in _NO_PLACE:
            continue
        if rule == _BY_OUTLET and not _is_town(place or ""):
            continue
        if rule == "dateline.place-dash" and len(place or "") > 28:
            continue
        agency = parts.get("agency") or parts.get("bracket")
        return Found(
            start=at,
            end=match.start() + len(match.group().rstrip()),
            rule=rule,
            place=place.rstrip(",.") if place else None,
            date=parts.get("date"),
            agency=agency.strip() if agency else None,
        )
    return None


def _is_town(place: str) -> bool:
    """Whether a name is that of a town: "World Health Organization (WHO) Director A" opens none."""
    name = place.split(",")[0].strip()
    hit = next(iter(names().find(name)), None)
    if hit is not None:
        return hit.end - hit.start == len(name) and hit.kind in _TOWNS
    return town(name, near=()) is not None or "," in place


def is_sure(text: str) -> bool:
    """Whether a text opens with a dateline that names more than a place or an agency."""
    if _SURE_HEAD.match(text) is None:
        return False
    found = opening(text)
    return found is not None and found.rule not in ("dateline.place-dash", "dateline.agency")


def opens(line: Line) -> bool:
    """The same of a line, worked out once."""
    if line.dated is None:
        line.dated = is_sure(line.text)
    return line.dated


def pass_over_speakers(lines: Iterable[Line]) -> None:
    """Settle that "HALE: Thank you." below "ANA REIS: Good morning." opens with no dateline: of
    lines that follow one another, only those of a transcript open so."""
    last: Line | None = None
    for line in lines:
        speaks = line.text[:2].isupper() and _SPEAKER.match(line.text) is not None
        if speaks and last is not None:
            last.dated = line.dated = False
        last = line if speaks else None


def opens_unfinished(line: Line) -> bool:
    """Whether a line without a full stop opens with one that no headline would: by its day or by
    its agency in brackets ("UKRAINE: Ministers meet" is a headline)."""
    if not opens(line):
        return False
    found = opening(line.text)
    return found is not None and (found.date is not None or found.rule == _BY_AGENCY)


def inside(text: str, *, reach: int) -> Found | None:
    """A dateline of a strong form after a glued headline, within the first `reach` characters."""
    head = text[:reach]
    for (rule, pattern), marks, need in _INSIDE:
        if not holds_any(head, hints=marks) or not need.search(head):
            continue
        for match in pattern.finditer(text, 0, reach):
            if match.start() == 0 or not _opens(text, at=match.start()):
                continue
            found = opening(text, at=match.start())
            if found is not None and rule == found.rule:
                return found
    return None


def _opens(text: str, *, at: int) -> bool:
    """Whether a dateline may begin inside a text: no headline ends in a comma."""
    return text[at - 1] in " .)" and not text[:at].rstrip().endswith(",")
