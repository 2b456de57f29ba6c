"""The search box: `a:BLR r:IRN type:AGREE origins:>=2 "border treaty"` as a Want and back.

Reading never fails. What is no key of ours stays a word; what a key cannot take is left out and
told in a sentence.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from regesta.knowledge.countries import countries
from regesta.knowledge.organisations import organisations
from regesta.model import EventType, Modality, Quad
from regesta.store.query.rows import Want
from regesta.store.query.wanted import Range

_TOKEN = re.compile(r'([A-Za-z][A-Za-z-]*):("[^"]*"?|[^\s"]\S*)|"[^"]*"?|\S+')
_KEY_ALONE = re.compile(r"([A-Za-z][A-Za-z-]*):")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_RANGE = re.compile(r"(>=|<=|>|<|=)?(\d{1,6})(?:\.\.(\d{1,6}))?")
_ADDRESS_KEYS = ("http", "https", "ftp", "mailto")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of the search box: what it asks for and an example value."""

    name: str
    field: str
    says: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What was asked, and a sentence for each part that could not be."""

    want: Want
    notes: tuple[str, ...]


KEYS = (
    Key(name="a", field="actor", says="who did it: a country or organisation", example="BLR"),
    Key(name="r", field="recipient", says="to whom", example="IRN"),
    Key(name="p", field="party", says="either of the two", example="UN"),
    Key(name="type", field="type", says="one of the 16 types", example="AGREE"),
    Key(
        name="quad",
        field="quad",
        says="verbal or material, cooperation or conflict",
        example='"material conflict"',
    ),
    Key(
        name="modality",
        field="modality",
        says="actual, planned, possible or negated",
        example="planned",
    ),
    Key(name="said-by", field="said_by", says="who vouches for it", example="Belta"),
    Key(name="person", field="person", says="a person who takes part", example='"Sergey Lavrov"'),
    Key(name="place", field="place", says="where it was", example="Minsk"),
    Key(name="country", field="country", says="the country where it was", example="BLR"),
    Key(name="outlet", field="outlet", says="who reports it", example="Reuters"),
    Key(
        name="after", field="after", says="that day, month or year, or later", example="2025-08-01"
    ),
    Key(
        name="before",
        field="before",
        says="that day, month or year, or earlier",
        example="2025-08-31",
    ),
    Key(name="during", field="during", says="within that day, month or year", example="2025-08"),
    Key(name="origins", field="origins", says="how many independent origins", example=">=2"),
    Key(name="articles", field="articles", says="how many articles tell it", example=">=3"),
    Key(name="story", field="story", says="the story it belongs to", example="s-0123456789abcdef"),
    Key(
        name="is",
        field="",
        says="unread, read, starred, disputed, new, background or current",
        example="unread",
    ),
)
"""All keys, in the order in which a query is written."""

_BY_NAME = {key.name: key for key in KEYS}


class _Unfit(Exception):
    """A value that its key cannot take; the message is the sentence to tell."""


def parse(text: str, *, new_since: int | None = None) -> Parsed:
    """What the text asks; `new_since` is the last visit's linking, which `is:new` stands for."""
    want, words, notes = Want(), list[str](), list[str]()
    for token in _TOKEN.finditer(text.replace("\0", " ")):
        name = (token[1] or "").casefold()
        if not name or name in _ADDRESS_KEYS:
            alone = _KEY_ALONE.fullmatch(token[0])
            if alone and alone[1].casefold() in _BY_NAME:
                notes.append(f"“{token[0]}” has no value; write it like {_like(alone[1])}.")
            else:
                words.append(token[0])
            continue
        if name not in _BY_NAME:
            notes.append(f"“{token[1]}:” is no key of the search, so “{token[0]}” stays a word.")
            words.append(token[0])
            continue
        try:
            want = _with(want, name=name, value=token[2].strip('"'), new_since=new_since)
        except _Unfit as unfit:
            notes.append(str(unfit))
    return Parsed(want=replace(want, words=" ".join(words) or None), notes=tuple(notes))


def _like(name: str) -> str:
    key = _BY_NAME[name.casefold()]
    return f"{key.name}:{key.example}"


def _with(want: Want, *, name: str, value: str, new_since: int | None) -> Want:
    if not value.strip():
        raise _Unfit(f"“{name}:” has no value; write it like {_like(name)}.")
    if name == "is":
        return _is(want, value=value.casefold(), new_since=new_since)
    field = _BY_NAME[name].field
    if getattr(want, field) is not None:
        raise _Unfit(f"“{name}:” was given before, so “{name}:{value}” is left out.")
    taken = _READ.get(field, _any)(value.strip())
    changed: dict[str, Any] = {field: taken}
    return replace(want, **changed)


def _is(want: Want, *, value: str, new_since: int | None) -> Want:
    if value == "new" and new_since is None:
        raise _Unfit("Nothing can be called new before the first visit is noted.")
    marks: dict[str, dict[str, Any]] = {
        "unread": {"unread": True},
        "read": {"unread": False},
        "starred": {"starred": True},
        "disputed": {"disputed": True},
        "background": {"background": True},
        "current": {"background": False},
        "new": {"new_since": new_since},
    }
    if value not in marks:
        raise _Unfit(f"“is:{value}” is not known; there are {', '.join(marks)}.")
    return replace(want, **marks[value])


def _any(value: str) -> str:
    return value


def _code(value: str) -> str:
    """A code or a name in any case; what is neither is looked up as it stands."""
    return _codes().get(value.casefold(), value)


@cache
def _codes() -> dict[str, str]:
    """Codes by names, aliases and codes in lower case; codes win over names."""
    found: dict[str, str] = {}
    for body in organisations().values():
        found |= {name.casefold(): body.key for name in (*body.names, body.name, body.key)}
    for land in countries().values():
        found |= {name.casefold(): land.iso3 for name in (*land.aliases, land.name)}
    return found | {code.casefold(): code for code in (*organisations(), *countries())}


def _one_of(name: str, *, among: Iterable[str]) -> Callable[[str], str]:
    known = {choice.casefold(): choice for choice in map(str, among)}

    def read(value: str) -> str:
        if value.casefold() not in known:
            told = ", ".join(known.values())
            raise _Unfit(f"“{value}” is no {name} of the register; it has {told}.")
        return known[value.casefold()]

    return read


def _day(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise _Unfit(f"“{value}” is no date; write it like 2025-08-20, 2025-08 or 2025.")
    return value


def _range(value: str) -> Range:
    found = _RANGE.fullmatch(value)
    if found is None or (found[1] and found[3]):
        raise _Unfit(f"“{value}” is no number; write it like >=2, <5, 2..4 or 3.")
    number = int(found[2])
    if found[3]:
        return number, int(found[3])
    return {
        ">=": (number, None),
        ">": (number + 1, None),
        "<=": (None, number),
        "<": (None, number - 1),
    }.get(found[1], (number, number))


_READ: dict[str, Callable[[str], object]] = {
    "actor": _code,
    "recipient": _code,
    "party": _code,
    "country": _code,
    "type": _one_of("type", among=EventType),
    "quad": _one_of("quad", among=Quad),
    "modality": _one_of("modality", among=Modality),
    "after": _day,
    "before": _day,
    "during": _day,
    "origins": _range,
    "articles": _range,
}
"""How a field's value is read; every other field takes any text."""


def written(want: Want) -> str:
    """The want as a query that `parse` reads back (`is:new` needs the same visit)."""
    asked = ((key, getattr(want, key.field)) for key in KEYS if key.field)
    parts = [f"{key.name}:{_told(value)}" for key, value in asked if value is not None]
    parts += [f"is:{word}" for word, holds in _marks(want) if holds]
    return " ".join([*parts, *([want.words] if want.words else [])])


def _told(value: object) -> str:
    if isinstance(value, tuple):
        least, most = value
        if most is None:
            return f">={least or 0}"
        return str(least) if least == most else f"{least or 0}..{most}"
    text = str(value).replace('"', " ").strip()
    return text if text and not re.search(r"\s", text) else f'"{text}"'


def _marks(want: Want) -> tuple[tuple[str, bool], ...]:
    return (
        ("unread", want.unread is True),
        ("read", want.unread is False),
        ("starred", want.starred is True),
        ("disputed", want.disputed is True),
        ("background", want.background is True),
        ("current", want.background is False),
        ("new", want.new_since is not None),
    )
