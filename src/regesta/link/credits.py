"""Whose words or whose reporting an article says it carries: credit lines in its own text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from regesta.knowledge.load import Row, names_of, rows
from regesta.model import Article

_HOST = re.compile(
    r"(?:https?://)?(?:www\.|en\.)?(?P<site>[\w-]+)\.(?:com|org|net|info|co\.uk|[a-z]{2})(?:/\S*)?"
)

_ADDRESS = re.compile(r"^https?://(?:www\.)?|(?<=\w)/.*$")

UNNAMED = "unnamed agencies"
"""Who reported what stands "with inputs from agencies"."""


class CreditKind(StrEnum):
    """What the line gives credit for."""

    WORDS = "words"  # the text is the other's copy
    PARTS = "parts"  # the other's copy went into the text
    FACTS = "facts"  # the other found out what the text tells


@dataclass(frozen=True, slots=True)
class Credit:
    """One credit: to whom, for what, and which row of `CREDIT_LINES` read it."""

    name: str
    kind: CreditKind
    rule: str


NAME = r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}"
_NAME = rf"(?P<name>{NAME}(?:(?:, (?:and )?| and |/){NAME})*)"
_OUTLET = (
    r"(?:[Tt]he )?(?P<name>(?:[A-Z][\w.&’'-]*(?: |-)){1,3}(?:Times|Times-News|News|Post|Journal|"
    r"Tribune|Herald|Gazette|Guardian|Observer|Star|Mail|Telegraph|Chronicle|Express|Mirror|"
    r"Independent|Globe|Press|Radio|TV|Television|Agency|Daily)(?:-[A-Z]\w+)?)"
)
_OUTLET_NAME = re.compile(_OUTLET)

CREDIT_LINES: tuple[tuple[str, CreditKind, re.Pattern[str]], ...] = (
    ("credit.information-from", CreditKind.FACTS, re.compile(rf"Information from:? {_NAME}")),
    ("credit.told", CreditKind.FACTS, re.compile(rf"\b(?:told|tells) {_OUTLET}")),
    (
        "credit.first-reported",
        CreditKind.FACTS,
        re.compile(rf"first reported (?:by|in|on) (?P<name>{NAME})"),
    ),
    (
        "credit.reported-first",
        CreditKind.FACTS,
        re.compile(rf"(?P<name>{NAME}) (?:first reported|was the first to report)"),
    ),
    (
        "credit.dateline",
        CreditKind.WORDS,
        re.compile(r"\A.{0,60}?\((?P<name>[A-Z][\w .&-]{1,30})\) ?[-–—]", re.DOTALL),
    ),
    (
        "credit.copyright",
        CreditKind.WORDS,
        re.compile(rf"Copyright (?:©|\(c\))? ?(?:\d{{4}})?,? ?{_NAME}\. All rights"),
    ),
    (
        "credit.sign-off",
        CreditKind.WORDS,
        re.compile(r"(?:[-–—] ?|\()(?P<name>[A-Z][\w .&-]{1,30})\)?\.?\s*\Z"),
    ),
    (
        "credit.inputs",
        CreditKind.PARTS,
        re.compile(
            r"(?:[Ww]ith (?:additional |agency )?|[Aa]dditional )(?:inputs?|reporting|reports)"
            rf" (?:from|by) {_NAME}"
        ),
    ),
    (
        "credit.contributed",
        CreditKind.PARTS,
        re.compile(
            rf"{_NAME}(?: (?:staff )?(?:writers?|reporters?|journalists?|correspondents?)"
            r"(?: [^.\n]{0,80})?)? contributed"
            r" (?:reporting|to (?:this|the) (?:report|story|article))"
        ),
    ),
    (
        "credit.agencies-listed",
        CreditKind.WORDS,
        re.compile(rf"^\W*(?P<name>{NAME}(?: ?[/,] ?{NAME})+)\W*$", re.MULTILINE),
    ),
    (
        "credit.agencies",
        CreditKind.PARTS,
        re.compile(
            r"^\W*(?P<name>(?:compiled |with )?(?:inputs? |reports? )?(?:from )?(?:news |wire )?"
            r"(?:agency|agencies|wires|wire)(?: inputs?| reports?| services?)?)\W*$",
            re.MULTILINE | re.IGNORECASE,
        ),
    ),
)
"""Rows of (rule, what for, pattern); a row for WORDS or PARTS counts only with an agency's name,
one for FACTS with that of a medium."""

_HINTS = {"credit.contributed": " contributed", "credit.reported-first": "first"}
"""Words without which the rows that begin with any name are not tried: that saves half the time."""


@lru_cache(maxsize=16_384)
def canonical(name: str) -> str:
    """A medium's one name in the table of agencies: "the AP" and "apnews.com" are Associated Press.

    A name that is not in the table only loses its article.
    """
    whole = name.strip(" .,-–—").removesuffix("'s")
    bare = whole.removeprefix("The ").removeprefix("the ")
    host = _HOST.fullmatch(bare.lower())
    for key in (whole.lower(), host["site"] if host else bare.lower()):
        if key in _media():
            return _media()[key]["name"]
    return _ADDRESS.sub("", bare) if host else bare


def is_agency(name: str | None) -> bool:
    """Whether `name` is an agency of the table, by any of its names."""
    return name is not None and canonical(name) in _agencies()


def is_medium(name: str) -> bool:
    """Whether the table has `name`, or it ends as the names of newspapers do."""
    return canonical(name) in _names() or _OUTLET_NAME.fullmatch(name.strip(" .")) is not None


@cache
def _names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("agencies"))


@cache
def _media() -> dict[str, Row]:
    """Names in lower case, and as they stand in the address of a site -> row of the table."""
    found = {name.lower(): row for row in rows("agencies") for name in names_of(row)}
    return {site(name): row for name, row in found.items()} | found


def site(name: str) -> str:
    """A medium's name as it stands in its address: "The Narvik Herald" is narvikherald."""
    host = _HOST.fullmatch(name.lower())
    return host["site"] if host else name.lower().removeprefix("the ").replace(" ", "")


def spellings(names: Iterable[str]) -> Mapping[str, str]:
    """Each name -> the commonest of those that differ only in case, gaps and address."""
    counted = Counter(names)
    best: dict[str, str] = {}
    for name in sorted(counted, key=lambda name: (-counted[name], "." in name, name)):
        best.setdefault(site(name), name)
    return {name: best[site(name)] for name in counted}


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("agencies") if row["kind"] == "agency")


def read_credits(article: Article, *, body: str, margins: str) -> tuple[Credit, ...]:
    """The credits of an article, in the order of the table; `margins` is its text off the body.

    The reader's own finding (`Article.agency`) comes first. A credit to the article's own
    publisher is none.
    """
    found = []
    if article.agency:
        found.append(Credit(canonical(article.agency), CreditKind.WORDS, "credit.agency-line"))
    for text in (body, margins):
        for rule, kind, pattern in CREDIT_LINES:
            match = pattern.search(text) if _HINTS.get(rule, "") in text else None
            name = _credited(match["name"], kind=kind, rule=rule) if match else None
            if name:
                found.append(Credit(name, kind, rule))
    own = canonical(article.publisher or "").lower()
    return tuple(dict.fromkeys(credit for credit in found if credit.name.lower() != own))


def _credited(names: str, *, kind: CreditKind, rule: str) -> str | None:
    """The first of the names that may be given such a credit."""
    if rule == "credit.agencies":
        return UNNAMED
    fits = is_medium if kind is CreditKind.FACTS else is_agency
    parts = re.split(r", and |, | and | ?/ ?", names)
    if rule == "credit.agencies-listed" and not all(is_agency(part) for part in parts):
        return None
    return next((canonical(part) for part in parts if fits(part)), None)
