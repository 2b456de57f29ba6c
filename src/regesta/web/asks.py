"""What a reader asks: an open register, an id, and the query string, checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from regesta.web.visitor import Visitor

PER_PAGE = 50
PER_PAGE_MOST = 1_000
PAGES_MOST = 100_000
WORDS_MOST = 300  # characters of one filter
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question to one screen; `path` is the address without query, `ids` its named parts."""

    db: Connection
    path: str
    params: QueryParams
    ids: Mapping[str, str]
    visitor: Visitor

    @property
    def id(self) -> str:
        """The id in the address; "" on lists."""
        return self.ids.get("id", "")

    def words(self, name: str) -> str | None:
        """One filter's text, None when it was left empty; too long is an error."""
        text = self.params.get(name, "").strip()
        if len(text) > WORDS_MOST:
            raise wrong(f"The filter “{name}” is longer than {WORDS_MOST} characters.")
        return text.replace("\x00", "") or None

    def choice(self, name: str, *, among: tuple[str, ...]) -> str | None:
        """One of a closed list, in any case; anything else is an error that names the list."""
        text = self.words(name)
        known = {choice.casefold(): choice for choice in among}
        if text is not None and text.casefold() not in known:
            raise wrong(f"“{text}” is no {name} of the register; it has {', '.join(among)}.")
        return known[text.casefold()] if text else None

    def day(self, name: str) -> str | None:
        """An ISO date or its beginning: 2025, 2025-08, 2025-08-20."""
        text = self.words(name)
        if text is not None and not _DAY.fullmatch(text):
            raise wrong(f"“{text}” is no date; write it like 2025-08-20, 2025-08 or 2025.")
        return text

    def whole(self, name: str, *, default: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        text = self.words(name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= most):
            raise wrong(f"“{name}” must be a whole number from 1 to {most:,}.")
        return int(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a long list."""

    number: int
    per: int
    total: int
    path: str
    params: QueryParams

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.number - 1) * self.per

    @property
    def last(self) -> int:
        """The number of the last page; an empty list has one page."""
        return max(1, -(-self.total // self.per))

    def url(self, number: int) -> str:
        """The address of another page, with the same filters."""
        kept = [(k, v) for k, v in self.params.multi_items() if v and k != "page"]
        query = urlencode([*kept, *([("page", str(number))] if number > 1 else [])])
        return f"{self.path}?{query}" if query else self.path

    def with_param(self, name: str, value: str) -> str:
        """The address of the first page with one filter set, or dropped where `value` is ""."""
        kept = [(k, v) for k, v in self.params.multi_items() if v and k not in ("page", name)]
        query = urlencode([*kept, *([(name, value)] if value else [])])
        return f"{self.path}?{query}" if query else self.path


def leaf(ask: Ask, *, total: int) -> Leaf:
    """The page of a list that was asked for (`page`, `per`)."""
    number = ask.whole("page", default=1, most=PAGES_MOST)
    per = ask.whole("per", default=PER_PAGE, most=PER_PAGE_MOST)
    return Leaf(number=number, per=per, total=total, path=ask.path, params=ask.params)


def wrong(sentence: str) -> HTTPException:
    """A question that cannot be answered as it stands."""
    return HTTPException(400, sentence)


def missing(what: str, *, id: str) -> HTTPException:
    """No such record."""
    return HTTPException(404, f"The register has no {what} with the id {id[:60]}.")
