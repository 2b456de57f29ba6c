"""Phrases that name an actor: is the country right, and the sector.

    python -m evaluate.actors --gold PATH

The gold has coarser and finer codes than the codebook; COUNTRIES and SECTORS carry them over. Each
phrase is read as the subject of a sentence, without an article around it and without a date.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from evaluate.bare import lines
from regesta.knowledge import names, organisation
from regesta.model import Party, Span
from regesta.read.actors.discourse import Discourse
from regesta.read.actors.inside import within
from regesta.read.actors.introductions import people_in
from regesta.read.actors.scene import Scene
from regesta.read.parser import parse
from regesta.read.sentences import Sentence, parser_view

COUNTRIES = {"UNO": "UN", "EUR": "EU"}
SECTORS = {
    "COP": "GOV",
    "EDU": "CVL",
    "AGR": "CVL",
    "REL": "CVL",
    "BUD": "CVL",
    "REF": "CVL",
    "PRM": "REB",
    "CRM": "REB",
}
UNASKED = frozenset({"", "PRE", "ELI", "UNK", "HLH", "COL"})
"""Codes of the gold that the codebook does not have: such phrases are not asked for a sector."""

SAID = " spoke about it on Monday."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the program makes of one phrase; "" where it does not know."""

    text: str
    country: str
    sector: str
    wanted: tuple[str, str]

    @property
    def country_is_right(self) -> bool:
        """Whether the country or organisation is the gold's."""
        return self.country == self.wanted[0]

    @property
    def sector_is_right(self) -> bool | None:
        """Whether the sector is the gold's; None where the gold's code is no sector of ours."""
        return None if self.wanted[1] in UNASKED else self.sector == self.wanted[1]


def answers(rows: Sequence[Mapping[str, Any]]) -> Iterator[Answer]:
    """One answer a gold row, in the gold's order."""
    for row in rows:
        party = read_phrase(row["text"])
        sector = SECTORS.get(row["sector"], row["sector"])
        yield Answer(
            text=row["text"],
            country=_country(party),
            sector=party.sector.value if party is not None else "",
            wanted=(COUNTRIES.get(row["country"], row["country"]), sector),
        )


def read_phrase(phrase: str) -> Party | None:
    """The one party that a phrase names when it is a sentence's subject."""
    text = phrase + SAID
    view, offsets = parser_view(text, start=0, tokenised=False)
    [doc] = parse([view])
    hits = names().find(view)
    sentence = Sentence(
        index=0,
        span=Span(page="phrase", start=0, end=len(text)),
        text=view,
        offsets=offsets,
        hits=hits,
        doc=doc,
    )
    scene = Scene(
        sentence=sentence,
        people=people_in(view, hits=hits, offsets=offsets),
        discourse=Discourse(),
        on=None,
    )
    subjects = [token for token in doc if token.dep_ in ("nsubj", "nsubjpass")]
    found = [party for head in subjects[:1] for party in within(head, scene)]
    return found[0] if found else None


def _country(party: Party | None) -> str:
    """The gold's code: an armed group's home, "IGO" for organisations other than UN and EU."""
    if party is None or party.country is None:
        return ""
    one = organisation(party.country)
    if one is None:
        return party.country
    if one.base is not None:
        return one.base
    top = one.parent or one.key
    return top if top in ("UN", "EU") else "IGO"


def score(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Shares of right countries, of wrong ones (not of unknown ones), and of right sectors."""
    given = list(answers(rows))
    asked = [one for one in given if one.sector_is_right is not None]
    wrong = [one for one in given if one.country and not one.country_is_right]
    return {
        "actors.country": sum(one.country_is_right for one in given) / len(given),
        "actors.country.wrong": len(wrong) / len(given),
        "actors.sector": sum(bool(one.sector_is_right) for one in asked) / len(asked),
    }


@click.command()
@click.option("--gold", required=True, type=click.Path(exists=True, path_type=Path))
def main(gold: Path) -> None:
    """Print the shares, then every phrase whose country or sector is not the gold's."""
    rows = lines(gold)
    for name, share in score(rows).items():
        print(f"{name:22} {share:.3f}")
    for one in answers(rows):
        if not one.country_is_right or one.sector_is_right is False:
            print(f"  {one.text}: {one.country or '-'} {one.sector or '-'}, gold {one.wanted}")


if __name__ == "__main__":
    main()
