"""News agencies, state media and outlets by the names they go by."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from regesta.knowledge.fold import fold
from regesta.knowledge.load import Row, known, names_of, parts, rows


class AgencyKind(StrEnum):
    """Whether others reprint it, a state runs it, or neither."""

    AGENCY = "agency"
    STATE_MEDIA = "state-media"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One row of agencies.tsv; `credits` are the forms that sign its copy: "(AP)", "--IANS"."""

    name: str
    country: str | None
    kind: AgencyKind
    credits: tuple[str, ...]


def agency(name: str) -> Agency | None:
    """The agency or outlet of this name, alias or credit form; None when unknown.

    Case and accents do not matter: "(reuters)", "BELTA" and "BelTA" are found alike.
    """
    return _agencies().get(fold(name).casefold().strip())


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies and outlets, in the order of agencies.tsv."""
    return tuple(_agency(row) for row in rows("agencies"))


@cache
def _agencies() -> dict[str, Agency]:
    table: dict[str, Agency] = {}
    for row, one in zip(rows("agencies"), agencies(), strict=True):
        for written in (*names_of(row), *one.credits):
            table.setdefault(fold(written).casefold(), one)
    return table


def _agency(row: Row) -> Agency:
    return Agency(
        name=row["name"],
        country=known(row["country"]),
        kind=AgencyKind(row["kind"]),
        credits=parts(row["credits"]),
    )
