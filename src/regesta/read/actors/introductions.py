"""How a page introduces people: names with offices, learned from the page's own words.

PATTERNS is the table of shapes. A shape gives a person an office and, where its words name one, a
country; a name alone gives nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from regesta.knowledge import NameHit, NameKind, offices
from regesta.model import Sector
from regesta.read.actors.appositions import (
    heads_of,
    name_then_office,
    office_then_comma,
    offices_of_several,
)
from regesta.read.actors.heads import heads_of_owned
from regesta.read.actors.homes import of_title
from regesta.read.actors.lands import SENT
from regesta.read.actors.nationals import nationals_in
from regesta.read.actors.people import FAMILY_NAMES, People, Person
from regesta.read.actors.titles import (
    NAME,
    PARTS_OF_STATE,
    RUN,
    WORD,
    Titled,
    after,
    before,
    held_as,
    is_apart,
    is_gone,
    is_name_word,
    standing,
    titled,
    trim,
)

NEAR = 40  # code points between the last word of an office and a name: ranks may stand there


@cache
def _last_words() -> frozenset[str]:
    """The words that an office ends in, with and without a stop: "Sen. A B"."""
    known = offices().last_words
    return known | {word.removesuffix(".") for word in known}


def _office_then_name(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "Iranian Foreign Minister X", "Iran's president, X", "president of Iran X"."""
    small, known = text.lower(), _last_words()
    if known.isdisjoint(WORD.findall(small)):
        return
    if len(small) == len(text):
        ends = [m.start() for m in WORD.finditer(small) if m.group() in known]
    else:  # small letters that take more room
        ends = [m.start() for m in WORD.finditer(text) if m.group().lower() in known]
    for run in RUN.finditer(text):
        last = bisect_left(ends, run.end()) - 1
        if last < 0 or ends[last] < run.start() - NEAR or is_apart(text[ends[last] : run.start()]):
            continue
        found = titled(text, run)
        if found is None:
            continue
        name = trim(found.name)
        named = any(
            h.start < found.end and found.name_start < h.end and not _ends_name(h, found)
            for h in hits
        )
        if not name or named or _begins_clause(text, found, name=name):
            continue
        nation = _nation_of(found, text, hits=hits)
        begin = nation.start if nation is not None and nation.start < found.start else found.start
        (over, _), (over_here, how) = standing(text, begin), standing(text, found.start)
        country, rule = _country_of(found, nation, text=text, hits=hits)
        yield Person(
            name=name,
            office=held_as(found.office, how=how),
            country=country,
            sector=found.office.sector,
            rule=rule,
            start=begin,
            end=found.end,
            former=over or over_here,
            gone=is_gone(text, begin) or is_gone(text, found.start),
        )


def _ends_name(hit: NameHit, found: Titled) -> bool:
    """Whether a group's or a town's name is only the surname: "Minister Therese Wagner"."""
    surname = hit.kind in (NameKind.GROUP, NameKind.CAPITAL)
    return surname and hit.start > found.name_start and hit.end == found.end


def _country_of(
    found: Titled, nation: NameHit | None, *, text: str, hits: tuple[NameHit, ...]
) -> tuple[str | None, str]:
    """(country, rule) of an office before a name: its own words', else what its place says."""
    country = found.office.country or (nation.country if nation is not None else None)
    home = of_title(found, text, hits) if country is None else None
    return (home.country, home.rule) if home is not None else (country, "people.office-name")


def _begins_clause(text: str, found: Titled, *, name: str) -> bool:
    """ "After meeting Iraq's prime minister, Macron travelled": another's name after the comma."""
    after_comma = text[: found.name_start].rstrip().endswith(",")
    return after_comma and " " not in name and text[found.end : found.end + 1] not in ",.;:)"


def _nation_of(found: Titled, text: str, *, hits: tuple[NameHit, ...]) -> NameHit | None:
    """Whose office it is: named before it, after the name, or inside the office's words."""
    nation = before(hits, text, found.start) or after(hits, text, found.end)
    inside = [h for h in hits if found.start <= h.start and h.end <= found.name_start]
    if nation is None and len(inside) == 1 and inside[0].kind in PARTS_OF_STATE:
        return inside[0]
    sent = nation is not None and found.office.name.split()[-1] in SENT
    return _sender(nation, text, hits) if nation is not None and sent else nation


def _sender(nation: NameHit, text: str, hits: tuple[NameHit, ...]) -> NameHit:
    """ "the US Iran envoy": who sends him stands before where he is sent."""
    ahead = (h for h in hits if h.end < nation.start and h.country is not None)
    beside = (h for h in ahead if text[h.end : nation.start].strip() in ("", "'s", "’s"))
    return next(beside, nation)


_COUNTERPART = re.compile(
    rf"(?P<whose>\b(?:his|her|their) [\w .’'-]{{2,30}})?\bcounterpart,? "
    rf"(?:(?:[Gg]eneral|[Mm]r\.?|[Dd]r\.?) )?(?P<name>{NAME})"
)


def _counterpart(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "his Indian counterpart X": the country is said, the office is the other party's."""
    for match in _COUNTERPART.finditer(text) if "counterpart" in text else ():
        nation = before(hits, text, text.index("counterpart", match.start()))
        name = trim(match["name"])
        if nation is not None and name and is_name_word(name.split()[0]):
            yield Person(
                name=name,
                office=None,
                country=nation.country,
                sector=Sector.GOV,
                rule="people.counterpart",
                start=nation.start,
                end=match.end(),
            )


PATTERNS = (
    ("office-name", _office_then_name),
    ("name-office", name_then_office),
    ("office-comma-name", office_then_comma),
    ("offices-of-several", offices_of_several),
    ("counterpart", _counterpart),
    ("head-of", heads_of),
    ("head-of-owned", heads_of_owned),
    ("national", nationals_in),
)


def people_in(text: str, *, hits: tuple[NameHit, ...], offsets: Sequence[int]) -> People:
    """Everybody whom the text explains; `offsets[i]` is the page offset of `text[i]`."""
    found = [
        replace(one, start=offsets[one.start], end=offsets[one.end - 1] + 1)
        for _, pattern in PATTERNS
        for one in pattern(text, hits)
    ]
    ordered = sorted(found, key=lambda p: (p.start, p.end, p.rule))
    return People(known=with_offices(tuple(ordered)), written=frozenset(_family_names(text)))


_FAMILY_FIRST = re.compile(
    rf"\b(?=[A-Z])(?:{'|'.join(sorted(FAMILY_NAMES))}) [A-Z][a-z]+(?:[- ][A-Za-z][a-z]+)?\b"
)


def _family_names(text: str) -> Iterator[str]:
    """Names in full that begin with a common family name: "Kim Jong Un"; "Kim Jong was" is none."""
    for match in _FAMILY_FIRST.finditer(text):
        words = match.group().split()
        small = len(words) > len(("Kim", "Jong")) and words[-1].islower()
        yield " ".join(words[:-1] if small else words)


_SAME_IN_ALL = {
    **{name: name for name in ("foreign minister", "defence minister", "finance minister",
       "interior minister", "trade minister", "energy minister", "justice minister",
       "health minister", "agriculture minister", "chief of staff", "national security adviser",
       "deputy foreign minister", "deputy defence minister")},
    "secretary of state": "foreign minister",
}  # fmt: skip
REACH = 160  # code points from an office to "counterpart": one sentence


def with_offices(known: tuple[Person, ...]) -> tuple[Person, ...]:
    """Counterparts given the office of the one person explained right before them.

    Only ministers and the like: a chancellor's counterpart may be a president.
    """
    done: list[Person] = []
    for one in known:
        near = [p for p in done if 0 <= one.start - p.end <= REACH and p.office is not None]
        offices_near = {_SAME_IN_ALL.get(p.office or "") for p in near[-2:]}
        office = next(iter(offices_near)) if len(offices_near) == 1 else None
        if one.rule == "people.counterpart" and office is not None:
            if one.country == "USA" and office == "foreign minister":
                office = "secretary of state"
            one = replace(one, office=office, start=near[-1].start)
        done.append(one)
    return tuple(done)
