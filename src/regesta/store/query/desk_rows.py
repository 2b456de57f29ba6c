"""What the desk's questions answer with: counts and their rows.

Everywhere a count is a number of happenings unless its name says otherwise, and the same `Want`
lists exactly the happenings that were counted.
"""

from dataclasses import dataclass

from regesta.model import Quad
from regesta.store.query.rows import ArticleRow, HappeningRow, TenureRow, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One value and how many happenings have it."""

    value: str
    happenings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of one key among the happenings asked for, the most frequent first.

    `key` is the search key that narrows to a value (`type`, `modality`, `a`, `r`, `outlet`,
    `country`, `during`); months are newest first. `more` values are not listed.
    """

    key: str
    tallies: tuple[Tally, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of the happenings asked for, how many there are, and how they divide."""

    total: int
    happenings: tuple[HappeningRow, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadRow:
    """Who did it to whom; `last` is the day of the newest report, `quads` sums to `happenings`."""

    actor: str
    recipient: str
    happenings: int
    quads: tuple[tuple[Quad, int], ...]
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One period of a timeline: an ISO month or day.

    `types` are those that occur, in the codebook's order; `all` is the denominator: every
    happening of the register in that period, whoever took part.
    """

    period: str
    happenings: int
    types: tuple[Tally, ...]
    quads: tuple[tuple[Quad, int], ...]
    all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Happenings by period, no period left out between the first and the last.

    `step` is "month" or "day". A happening stands at its own date, or at its newest report's
    where its own is not known; `unplaced` ones have a date too coarse for the step, or none.
    """

    step: str
    bars: tuple[Bar, ...]
    unplaced: int
    happenings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadView:
    """Two actors: what `actor` did to `recipient` (`there`) and the other way (`back`).

    Both timelines have the same periods.
    """

    actor: str
    recipient: str
    there: Timeline
    back: Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadCell:
    """One line of the dyad's table: exactly one drawn piece of a bar."""

    actor: str
    recipient: str
    period: str
    quad: Quad
    type: str
    happenings: int
    all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A country or organisation code; `happenings` counts one with it on both sides once."""

    code: str
    happenings: int
    as_actor: int
    as_recipient: int
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as named; `slug` is the address. `happenings` are those they take part in."""

    slug: str
    name: str
    happenings: int
    quotes: int
    tenures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """What a country or organisation did, to whom, and who did what to it.

    `recipients` and `types` are of its own deeds, `actors` and `suffered` of deeds to it.
    `offices` are its offices in the words of the pages, by person, newest first.
    """

    row: ActorRow
    recipients: tuple[Tally, ...]
    actors: tuple[Tally, ...]
    types: tuple[Tally, ...]
    suffered: tuple[Tally, ...]
    quads: tuple[tuple[Quad, int], ...]
    persons: tuple[PersonRow, ...]
    offices: tuple[TenureRow, ...]
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person: offices with their evidence (newest article first), and the words for them.

    `aliases` are the ways events and quotes write them, the most frequent first (`happenings` of
    an alias counts events); `countries` are codes they appear for.
    """

    row: PersonRow
    offices: tuple[TenureRow, ...]
    aliases: tuple[Tally, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Actors (rows) and recipients (columns), both `codes`, with counts; zero where none.

    `outside` counts happenings between parties of which one is not among `codes`.
    """

    codes: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    outside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A town or site with its coordinates in degrees."""

    name: str
    country: str | None
    lat: float
    lon: float
    happenings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """Where it happened. `countries` counts all happenings placed in a country, however small
    the place; `spots` are towns and sites only. `nowhere` counts happenings without a place."""

    countries: tuple[Tally, ...]
    spots: tuple[Spot, ...]
    nowhere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """An outlet or agency with its articles.

    `copies` are those that carry another article's words, `share` their part (0 to 1);
    `first` and `last` are days of publication, `troubles` those met on pages with its articles.
    """

    name: str
    articles: int
    copies: int
    share: float
    first: str | None
    last: str | None
    troubles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run. `counts` is what it told at its end, empty while running or when it was killed.

    `pages` and `troubles` are those that first came with it; a trouble may be gone since.
    """

    id: int
    started: str
    finished: str | None
    inputs: tuple[str, ...]
    made_by: str
    counts: tuple[tuple[str, int], ...]
    pages: int
    troubles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleTally:
    """How many troubles of one kind one run met; `run` is None where nobody noted it."""

    run: int | None
    step: str
    code: str
    troubles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a citation is written from; `id` is the register's, `kind` what it belongs to.

    `article` is the earliest article that tells it; `words` are quoted exactly, empty for an
    article.
    """

    id: str
    kind: str
    article: ArticleRow
    words: Words
