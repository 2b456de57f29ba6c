"""Whose words or whose reporting an article says it carries: credit lines in its own text."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from regesta.knowledge.load import Row, names_of, rows
from regesta.model import Article

_HOST = re.compile(r"(?:www\.|en\.)?(?P<site>[\w-]+)\.(?:com|org|net|info|by|ru|cn|ir|in)")


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


_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
_OUTLET = (
    r"(?:[Tt]he )?(?P<name>(?:[A-Z][\w.&’'-]*(?: |-)){1,3}(?:Times|Times-News|News|Post|Journal|"
    r"Tribune|Herald|Gazette|Guardian|Observer|Star|Mail|Telegraph|Chronicle|Express|Mirror|"
    r"Independent|Globe|Press|Radio|TV|Television|Agency|Daily)(?:-[A-Z]\w+)?)"
)

CREDIT_LINES: tuple[tuple[str, CreditKind, re.Pattern[str]], ...] = (
    ("credit.information-from", CreditKind.FACTS, re.compile(rf"Information from:? {_NAME}")),
    ("credit.told", CreditKind.FACTS, re.compile(rf"\b(?:told|tells) {_OUTLET}")),
    ("credit.first-reported", CreditKind.FACTS, re.compile(rf"first reported by {_OUTLET}")),
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
        re.compile(rf"[Ww]ith (?:additional |agency )?(?:inputs?|reporting) (?:from|by) {_NAME}"),
    ),
    (
        "credit.contributed",
        CreditKind.PARTS,
        re.compile(rf"{_NAME} contributed to this (?:report|story|article)"),
    ),
)
"""Rows of (rule, what for, pattern); a row for WORDS or PARTS counts only with an agency's name."""


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
    return bare


def is_agency(name: str | None) -> bool:
    """Whether `name` is an agency of the table, by any of its names."""
    return name is not None and canonical(name) in _agencies()


@cache
def _media() -> dict[str, Row]:
    """Names in lower case, and as they stand in the address of a site -> row of the table."""
    found = {name.lower(): row for row in rows("agencies") for name in names_of(row)}
    return {_site(name): row for name, row in found.items()} | found


def _site(name: str) -> str:
    return name.removeprefix("the ").replace(" ", "")


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
            match = pattern.search(text)
            if match and (kind is CreditKind.FACTS or is_agency(match["name"])):
                found.append(Credit(canonical(match["name"]), kind, rule))
    own = canonical(article.publisher or "").lower()
    return tuple(dict.fromkeys(credit for credit in found if credit.name.lower() != own))
