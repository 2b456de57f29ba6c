"""A Reading: everything read from one page; the unit that is stored, shipped and redone."""

from dataclasses import dataclass

from regesta.model.articles import Article, Piece
from regesta.model.dates import When
from regesta.model.events import Event, Quote
from regesta.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Bad input is data: which step met it, where, and one clear sentence."""

    step: str
    code: str
    message: str
    page: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Who held which office, on a page's own words.

    `since` and `until` are dates the words give; `former` marks "former", "then" and the like.
    """

    page: str
    article: str
    person: str
    office: str
    country: str
    span: Span
    rule: str
    former: bool = False
    since: When | None = None
    until: When | None = None
    seen: str | None = None  # ISO date of the article that says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All of one page. `made_by` names program, rules and model, so a stale reading is seen.

    `furniture` are the labelled pieces of the page that belong to no article. `pending` are deeds
    of persons whose country the page does not say: no events until other pages do.
    """

    page: str
    name: str
    media_type: str
    text: str
    made_by: str
    url: str | None = None
    fetched_at: str | None = None
    articles: tuple[Article, ...] = ()
    furniture: tuple[Piece, ...] = ()
    events: tuple[Event, ...] = ()
    pending: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    troubles: tuple[Trouble, ...] = ()
