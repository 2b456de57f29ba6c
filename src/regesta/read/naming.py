"""The names of a text as its article means them: by its day, and by what else it names."""

from collections import Counter
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, names
from regesta.knowledge.ruling import ruled_by
from regesta.model import Sector
from regesta.read.acronyms import acronyms_in

# Bodies called alike in several states: the one whose name it is by itself, where it is named.
_CALLED_ALIKE = frozenset({"Foreign Office", "Home Office", "Department of Foreign Affairs"})
# And those that are America's only where America is among the most told of.
_AMERICAN = frozenset(
    {"National Security Council", "Joint Chiefs of Staff", "Joint Chiefs", "Marine Corps",
     "Marines", "Department of Justice", "DOJ", "Department of Defense", "Defense Department"}
)  # fmt: skip
_MOST = 2  # states that an article tells most of


def find_names(view: str, *, article: str, on: str | None) -> tuple[NameHit, ...]:
    """The names in `view`, a stretch of an article of that day; `article` is all its words."""
    hits = tuple(_by_day(hit, on=on) for hit in names().find(view))
    if any(hit.name in _CALLED_ALIKE for hit in hits):
        home = {hit.country for hit in names().find(article) if hit.name not in _CALLED_ALIKE}
        hits = tuple(h for h in hits if h.name not in _CALLED_ALIKE or h.country in home)
    if any(hit.name in _AMERICAN for hit in hits):
        told = Counter(hit.country for hit in names().find(article) if hit.name not in _AMERICAN)
        most = {country for country, _ in told.most_common(_MOST)}
        hits = tuple(h for h in hits if h.name not in _AMERICAN or h.country in most)
    return acronyms_in(view, article=article, taken=hits)


def _by_day(hit: NameHit, *, on: str | None) -> NameHit:
    """A group that rules a state by then is that state's government."""
    if hit.kind is not NameKind.GROUP:
        return hit
    state = ruled_by(hit.key, on=on)
    return (
        hit if state is None else replace(hit, kind=NameKind.SEAT, country=state, sector=Sector.GOV)
    )
