"""Which names mean one person: transliterations, initials, a surname alone, within one country."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from regesta.knowledge.fold import fold
from regesta.knowledge.people import surnames
from regesta.knowledge.spelling import same_surname, sound, sounds_alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name as pages give it, whose it is, the offices it comes with, how often it stands there.

    `country` is a country's or organisation's code.
    """

    name: str
    country: str
    offices: frozenset[str]
    times: int


Fits = Callable[[Naming, Naming], bool]


def one_person(namings: Iterable[Naming]) -> Mapping[str, str]:
    """Each name with the name that its person goes by, itself where no other is known.

    A name that may be either of two persons, or is two countries' names, stands for itself.
    """
    by_country: dict[str, list[Naming]] = defaultdict(list)
    for one in namings:
        by_country[one.country].append(one)
    found: dict[str, set[str]] = defaultdict(set)
    for country in sorted(by_country):
        for bearers in _persons(by_country[country]):
            chosen = max(bearers, key=_fitness).name
            for bearer in bearers:
                found[bearer.name].add(chosen)
    return {name: min(chosen) if len(chosen) == 1 else name for name, chosen in found.items()}


def _persons(namings: Sequence[Naming]) -> list[list[Naming]]:
    """The names of one country by person: full names first, then what may be short for one."""
    full = [one for one in namings if " " in one.name]
    persons: list[list[Naming]] = []
    by_sound: dict[str, list[list[Naming]]] = defaultdict(list)
    for one in sorted(full, key=lambda n: (_is_initialled(n.name), -len(n.name), n.name)):
        alike = by_sound[sound(_words(one.name)[-1])]
        _add(one, alike, persons, fits=_same_full)
    by_surname: dict[str, list[list[Naming]]] = defaultdict(list)
    for bearers in persons:
        for name in {s for one in bearers for s in surnames(one.name, country=one.country)}:
            by_surname[name].append(bearers)
    for one in sorted((n for n in namings if " " not in n.name), key=lambda n: n.name):
        _add(one, by_surname[" ".join(_words(one.name))], persons, fits=_short_for)
    return persons


def _add(
    one: Naming, alike: list[list[Naming]], persons: list[list[Naming]], *, fits: Fits
) -> None:
    """Put a name with the one person alike whose every name it fits; with none, or two, apart."""
    known = [bearers for bearers in alike if all(fits(one, other) for other in bearers)]
    if len(known) == 1:
        known[0].append(one)
        return
    apart = [one]
    alike.append(apart)
    persons.append(apart)


def _same_full(one: Naming, other: Naming) -> bool:
    """Whether two full names can be one: "S. Jaishankar", "Subrahmanyam Jaishankar"."""
    ours, theirs = _words(one.name), _words(other.name)
    if not _middles_agree(ours[1:-1], theirs[1:-1]):
        return False
    if 1 in (len(ours[0]), len(theirs[0])):
        return ours[0][0] == theirs[0][0] and same_surname(ours[-1], theirs[-1])
    return ours == theirs or sounds_alike(one.name, other.name)


def _middles_agree(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether middle names are left out on one side, or begin alike; "W." is not "H. W."."""
    if not ours or not theirs:
        return True
    return [word[0] for word in ours] == [word[0] for word in theirs]


def _short_for(one: Naming, other: Naming) -> bool:
    """Whether a surname can be a full name's, or the surname of the same: no other office."""
    if " " not in other.name:
        return _words(one.name) == _words(other.name)
    surname = fold(one.name).casefold()
    agree = not one.offices or not other.offices or bool(one.offices & other.offices)
    return agree and surname in surnames(other.name, country=other.country)


def _words(name: str) -> list[str]:
    return fold(name).casefold().replace(".", " ").split()


def _is_initialled(name: str) -> bool:
    return len(_words(name)[0]) == 1


def _fitness(one: Naming) -> tuple[bool, bool, int, int, str]:
    """What makes a name the better one to go by: whole, then used often."""
    return " " in one.name, not _is_initialled(one.name), one.times, len(one.name), one.name
