"""The frames table: predicates, the words they need beside them, and who stands in which role.

A lemma may be a word class (`@SAYING`), whose words it then stands for. A frame's `needs` are
alternatives (`a b/c d`: a and b, or c and d). A role list is pooled (`a+b`)
or searched in order (`a/b`); docs/add-a-rule.md explains both languages.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from regesta.knowledge.load import Row, rows
from regesta.model import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Where the parties of one slot stand; `pooled` takes all that are found, else the first."""

    names: tuple[str, ...]
    pooled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row of deeds.tsv."""

    name: str
    pos: str  # "V" verb, "N" noun
    lemmas: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    type: EventType
    mode: str
    actors: Roles
    recipients: Roles


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTable:
    """All frames by predicate, in the order of the table, and the word classes they name."""

    rows: Mapping[tuple[str, str], tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]

    def find(self, *, pos: str, lemma: str) -> tuple[Frame, ...]:
        """The rows for a predicate, first match first; empty when it is none."""
        return self.rows.get((pos, lemma), ())

    @property
    def lemmas(self) -> frozenset[str]:
        """Every predicate of the table: what the gate looks for before it parses."""
        return frozenset(lemma for _, lemma in self.rows)


def _roles(text: str) -> Roles:
    pooled = "/" not in text
    return Roles(names=tuple(filter(None, text.split("+" if pooled else "/"))), pooled=pooled)


def _spelt(lemma: str) -> frozenset[str]:
    """The words that an entry of the lemmas column stands for."""
    return words_of(lemma[1:]) if lemma.startswith("@") else frozenset({lemma})


def _frame(row: Row) -> Frame:
    return Frame(
        name=row["name"],
        pos=row["pos"],
        lemmas=tuple(dict.fromkeys(w for lemma in row["lemmas"].split() for w in _spelt(lemma))),
        needs=tuple(tuple(every.split()) for every in row["needs"].split("/")),
        type=EventType(row["type"]),
        mode=row["mode"],
        actors=_roles(row["actors"]),
        recipients=_roles(row["recipients"]),
    )


def words_of(name: str) -> frozenset[str]:
    """The words of one class of word_classes.tsv; raises KeyError for an unknown class."""
    return word_classes()[name]


@lru_cache(maxsize=1)
def word_classes() -> Mapping[str, frozenset[str]]:
    """All word classes by name."""
    return {row["name"]: frozenset(row["lemmas"].split()) for row in rows("word_classes")}


@lru_cache(maxsize=1)
def frames() -> FrameTable:
    """The table that ships with the program; raises ValueError on a row that is not whole."""
    by_predicate: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for row in rows("deeds"):
        frame = _frame(row)
        for lemma in frame.lemmas:
            by_predicate[frame.pos, lemma].append(frame)
    return FrameTable(
        rows={key: tuple(found) for key, found in by_predicate.items()}, classes=word_classes()
    )
