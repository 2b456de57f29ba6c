"""Who a name means on a page: the page's own word first, then the small dated seed list."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from regesta.knowledge import PersonRow, leader_called, offices, once_held, person, surname
from regesta.knowledge.frames import words_of
from regesta.knowledge.spelling import same_surname, sounds_alike
from regesta.model import Sector

# Common family names that stand before the given name, in Chinese, Korean and Vietnamese news.
FAMILY_NAMES = words_of("FAMILY_NAMES")
# Offices of the table that are bodies or crowds: no title of one person.
BODIES = frozenset(
    {"government", "ministry", "police", "parliament", "court", "media", "business", "party",
     "civilian", "rebel", "foreign ministry", "defence ministry", "interior ministry",
     "finance ministry", "armed forces", "opposition", "intelligence service", "CIA",
     "royal family"}
)  # fmt: skip

# The article that Arabic family names are written with.
_ARTICLE = re.compile(r"(?:[Aa]l|[Ee]l|as|ash|ar|at|ad|an|az)[-’'](?=[A-Z])")
_UNHELD = BODIES | {"former leader", "former official"}  # rows that are no office of a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as one page explains them; `start` and `end` are the words that do (page offsets).

    `country` is None when the words give an office and no country; `called` is what they call a
    private person ("nurse"). `former` is who held the office then or once, `gone` who by the words
    of the page holds it no more.
    """

    name: str
    office: str | None
    country: str | None
    sector: Sector
    rule: str
    start: int = 0
    end: int = 0
    former: bool = False
    gone: bool = False
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of an article, first explanation first; `asked` keeps what was found.

    `written` are the full names that begin with a common family name: who "Kim" is.
    """

    known: tuple[Person, ...] = ()
    written: frozenset[str] = frozenset()
    asked: dict[tuple[str, str | None], Person | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    def find(self, name: str, *, on: str | None) -> Person | None:
        """Who a name or surname means here: the page's own word, else the dated seed list."""
        key = (name, on)
        if key not in self.asked:
            self.asked[key] = self._find(name, on=on)
        return self.asked[key]

    def _find(self, name: str, *, on: str | None) -> Person | None:
        for same in (_is_written, sounds_alike) if len(_words(name)) > 1 else (_is_written,):
            for one in self.known:
                if one.country is not None and same(one.name, name):
                    return one if not one.former else _serving(one, on=on)
        for same in (_ends_with, _sounds_at_end):
            matches = {p.name: p for p in self.known if p.country and same(p.name, name)}
            if len(matches) == 1 or _are_one(tuple(matches)):
                return next(iter(matches.values()))
            if matches:
                return None
        listed = seeded(name, on=on)
        if listed is not None and self._is_another(listed, name):
            listed = None
        return listed or self._by_office(name, on=on) or self._by_family(name, on=on)

    def _by_family(self, name: str, *, on: str | None) -> Person | None:
        """Who "Kim" is on a page that writes just one Kim in full, whom the seed list has."""
        full = {one for one in self.written if one.split()[0] == name}
        listed = [seeded(one, on=on) for one in sorted(full)]
        found = {one.name: one for one in listed if one is not None}
        return next(iter(found.values())) if len(found) == 1 and None not in listed else None

    def _is_another(self, listed: Person, name: str) -> bool:
        """Whether the page has its own bearer of a surname, by full name, whom no list knows."""
        bearers = [p for p in self.known if p.country is None and _ends_with(p.name, name)]
        return bool(bearers) and not any(
            sounds_alike(p.name, listed.name) or p.office == listed.office or p.former
            for p in bearers
        )

    def _by_office(self, name: str, *, on: str | None) -> Person | None:
        """A person whom the page gives an office, and the seed list the same office by surname."""
        for one in self.known:
            if one.office is None or (one.name != name and not _ends_with(one.name, name)):
                continue
            office, chosen = _held_later(one.office)
            day = None if one.former or chosen else on
            known = seeded(one.name, on=day) or seeded(one.name.split()[-1], on=day)
            if known is not None and known.office == office:
                return replace(known, name=one.name, rule="seed.office")
        return None

    def leader(self, surname: str, *, on: str | None, lands: frozenset[str]) -> Person | None:
        """Who leads one of the states, by a surname that the page gives nobody else."""
        names = (*self.written, *(one.name for one in self.known))
        if any(surname in _words(name) for name in names):
            return None
        row = leader_called(surname, on=on, lands=lands)
        return _seed(row) if row is not None else None

    def bare(self, name: str) -> Person | None:
        """The one person of that name or surname to whom the page gives an office of no country."""
        found = {
            p.name: p
            for p in self.known
            if p.country is None and p.office and (p.name == name or _ends_with(p.name, name))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def is_gone(self, name: str, *, on: str | None) -> bool:
        """Whether somebody speaks for no state any more: a former minister, a retired general."""
        told = [p for p in self.known if p.name == name]
        if not told or not all(p.gone for p in told):
            return False
        listed = seeded(name, on=on) if on is not None and " " in name else None
        return listed is None or listed.former

    def holder(self, office: str, country: str) -> Person | None:
        """The one person whom the page gives this office of this country, if it is one."""
        held = {
            p.name: p
            for p in self.known
            if p.office == office and p.country == country and not p.former
        }
        return next(iter(held.values())) if len(held) == 1 else None


def _serving(one: Person, *, on: str | None) -> Person:
    """The office that a former minister holds on that day, where the list has one of that name."""
    listed = seeded(one.name, on=on) if on is not None and " " in one.name else None
    return one if listed is None or listed.country == one.country else listed


def _ends_with(full: str, name: str) -> bool:
    """Whether `name` is the surname part, or the given name and surname, of `full`.

    A second mention may leave out the article: "Salem al-Harbi", then "Harbi".
    """
    full_words, words = _words(full), _words(name)
    if words and _ARTICLE.match(full_words[-1]) and not _ARTICLE.match(words[-1]):
        full_words = (*full_words[:-1], _ARTICLE.sub("", full_words[-1]))
    return 0 < len(words) < len(full_words) and (
        full_words[-len(words) :] == words
        or (len(words) == 1 and full_words[0] == words[0] and _goes_by_first(full_words))
    )


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(name.split())


def _goes_by_first(words: tuple[str, ...]) -> bool:
    """Whether a second mention may use the first word: "Kim Jong-un", "Anwar Ibrahim".

    Given names of four letters and more are rarely another person's surname on the same page.
    """
    return words[0] in FAMILY_NAMES or len(words[0]) > 3 or _is_given_of_two(words[-1])


def _is_given_of_two(word: str) -> bool:
    """Whether a word is a given name that stands behind its family name: "Ki-moon", "Ing-wen"."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.istitle() and second.islower()


def _is_written(full: str, name: str) -> bool:
    return full == name


def _sounds_at_end(full: str, name: str) -> bool:
    """Whether `name` is another spelling of the surname of `full`: "Zelenskiy"."""
    words = _words(full)
    return len(words) > 1 and " " not in name and same_surname(words[-1], name)


def _are_one(written: tuple[str, ...]) -> bool:
    """Whether several names are spellings of one person's."""
    return len(written) > 1 and all(sounds_alike(written[0], other) for other in written[1:])


def _held_later(office: str) -> tuple[str, bool]:
    """(office, whether it is yet to be held): "president" of a "president-elect"."""
    for ending in ("-elect", "-designate"):
        if office.endswith(ending):
            return office.removesuffix(ending), True
    return office, False


@lru_cache(maxsize=4096)
def seeded(name: str, *, on: str | None) -> Person | None:
    """Who the seed list says a name or surname is on that day; its offices by their one name."""
    row = person(name, on=on) if " " in name else surname(name, on=on)
    former = False
    if row is None and on is not None:
        row, former = once_held(name, by=on), True  # a former leader is still of his land
    return _seed(row, former=former) if row is not None else None


def _seed(row: PersonRow, *, former: bool = False) -> Person:
    office = offices().lookup(row.office)
    return Person(
        name=row.name,
        office=row.office if office is None or office.name in _UNHELD else office.name,
        country=row.country,
        sector=office.sector if office is not None else Sector.GOV,
        rule="seed",
        former=former,
    )
