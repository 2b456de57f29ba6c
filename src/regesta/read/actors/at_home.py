"""Ministers whom a report from their own capital leaves without a country.

"TBILISI - The EU urged Georgia to drop a bill. Prime Minister X accused Brussels ...": who holds an
office of which a state has one, is introduced by a full name that no list knows, and is not said to
be a guest, serves the state of the dateline's capital. Its state must be the first that is spoken
of, or lead his sentence, or none be told of before him, and nobody else may be known to hold that
office of it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.knowledge import NameHit, country, once_held, person
from regesta.knowledge import people as listed
from regesta.read.actors.bilateral import home_state
from regesta.read.actors.homes import STATES_OFFICES
from regesta.read.actors.named_later import View
from regesta.read.actors.people import Person
from regesta.read.actors.scene import NATION_KINDS
from regesta.text.sentences import split_sentences

RULE = "people.dateline"
_WITHOUT_MINISTERS = "USA"  # its secretaries are no state's alone by their words


def placed_at_home(
    known: Sequence[Person], views: Sequence[View], *, place: str | None, on: str | None
) -> tuple[Person, ...]:
    """The people of an article, those without a country given that of its dateline's capital.

    `views` are the article's texts in order, `place` the dateline's town, `on` the article's day.
    """
    home = home_state(place)
    if home is None or home == _WITHOUT_MINISTERS:
        return tuple(known)
    return tuple(
        replace(one, country=home, rule=RULE)
        if _may_serve(one, known, home=home, on=on) and _at_home(one, views, home=home)
        else one
        for one in known
    )


def _may_serve(one: Person, known: Sequence[Person], *, home: str, on: str | None) -> bool:
    """Whether a person may hold his office of a state: no list and no page knows another."""
    if one.country is not None or one.former or one.office not in STATES_OFFICES:
        return False
    if " " not in one.name or person(one.name) is not None:
        return False
    if on is not None and once_held(one.name, by=on) is not None:
        return False
    held = any(
        row.office == one.office and row.country == home and (on is None or row.covers(on))
        for row in listed()
    )
    return not held and not any(
        other.office == one.office and other.country == home and other.name != one.name
        for other in known
    )


def _at_home(one: Person, views: Sequence[View], *, home: str) -> bool:
    """Whether his state is spoken of first, and his own sentence does not set him apart from it.

    What leads his sentence may be his state; named behind that, it is another's he deals with.
    """
    spoken: list[str] = []
    for view, offsets, hits in views:
        if not offsets or offsets[-1] < one.start:
            spoken.extend(_states(hits))
            continue
        at = bisect_left(offsets, one.start)
        start, end = next(((s, e) for s, e in split_sentences(view) if at < e), (0, 0))
        if not spoken and not _states(h for h in hits if h.start < at):
            return True  # "BAKU - Minister X met his B counterpart": told of first of all
        spoken.extend(_states(h for h in hits if h.start < start))
        own = _states(h for h in hits if start <= h.start < end)
        return own[:1] == [home] or (spoken[:1] == [home] and home not in own)
    return False


def _states(hits: Iterable[NameHit]) -> list[str]:
    """The states that are named, in their order."""
    named = (h.country for h in hits if h.kind in NATION_KINDS and h.country is not None)
    return [code for code in named if country(code) is not None]
