"""Who the people of a page are: names with offices, learned from the page's own words.

PATTERNS is the table of shapes. A shape gives a person an office and, where its words name one, a
country; a name alone gives nothing. Names that the page does not explain are looked up in the
small dated seed list, by the article's day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regesta.knowledge import NameHit, NameKind, Office, offices, person, surname
from regesta.knowledge.frames import words_of
from regesta.model import Sector

_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ\w]|[A-Z]\.|[A-Z])"
_PARTICLE = r"(?:al|bin|ibn|von|van|der|den|de|da|dos|du|la|le|el|ul|abu)"
_RUN = re.compile(rf"{_CAPITAL}(?:(?: |-| - ){_CAPITAL}| {_PARTICLE} {_CAPITAL})*")
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w’'.-]*")
_RANKS = words_of("RANKS")
_NO_NAME = words_of("NO_NAME")
# Common family names that stand before the given name, in Chinese, Korean and Vietnamese news.
FAMILY_NAMES = words_of("FAMILY_NAMES")
# Offices of the table that are bodies or crowds: no title of one person.
BODIES = frozenset(
    {"government", "ministry", "police", "parliament", "court", "media", "business", "party",
     "civilian", "rebel", "foreign ministry",
     "defence ministry", "interior ministry", "finance ministry", "armed forces",
     "opposition"}
)  # fmt: skip
_FORMER = re.compile(r"\b(?:former|ex|then|late|onetime|one-time|outgoing)[ -]+$", re.IGNORECASE)
_OWNER = re.compile(r"(?:['’]s?)? $|-$")
_PARTS_OF_STATE = frozenset(
    {NameKind.COUNTRY, NameKind.DEMONYM, NameKind.ORGANISATION, NameKind.GROUP, NameKind.SEAT,
     NameKind.CAPITAL}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as one page explains them; `start` and `end` are the words that do (page offsets).

    `country` is None when the words give an office and no country.
    """

    name: str
    office: str | None
    country: str | None
    sector: Sector
    rule: str
    start: int = 0
    end: int = 0
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of an article, first explanation first."""

    known: tuple[Person, ...] = ()

    def find(self, name: str, *, on: str | None) -> Person | None:
        """Who a name or surname means here: the page's own word, else the dated seed list."""
        for one in self.known:
            if one.name == name and one.country is not None:
                return one
        matches = {p.name: p for p in self.known if _ends_with(p.name, name) and p.country}
        if len(matches) == 1:
            return next(iter(matches.values()))
        if matches:
            return None
        return _seeded(name, on=on) or self._by_office(name, on=on)

    def _by_office(self, name: str, *, on: str | None) -> Person | None:
        """A person whom the page gives an office, and the seed list the same office by surname."""
        for one in self.known:
            if one.office is None or (one.name != name and not _ends_with(one.name, name)):
                continue
            seeded = _seeded(one.name.split()[-1], on=on)
            if seeded is not None and seeded.office == one.office:
                return replace(seeded, name=one.name, rule="seed.office")
        return None

    def holder(self, office: str, country: str) -> Person | None:
        """The one person whom the page gives this office of this country, if it is one."""
        held = {
            p.name: p
            for p in self.known
            if p.office == office and p.country == country and not p.former
        }
        return next(iter(held.values())) if len(held) == 1 else None


def _ends_with(full: str, name: str) -> bool:
    """Whether `name` is the surname part, or the given name and surname, of `full`."""
    full_words, words = full.split(), name.split()
    return 0 < len(words) < len(full_words) and (
        full_words[-len(words) :] == words
        or (len(words) == 1 and full_words[0] == words[0] and _goes_by_first(full_words))
    )


def _goes_by_first(words: list[str]) -> bool:
    """Whether a second mention may use the first word: "Kim Jong-un", "Anwar Ibrahim".

    Given names of four letters and more are rarely another person's surname on the same page.
    """
    return words[0] in FAMILY_NAMES or len(words[0]) > 3


def _seeded(name: str, *, on: str | None) -> Person | None:
    row = person(name, on=on) if " " in name else surname(name, on=on)
    if row is None:
        return None
    office = offices().lookup(row.office)
    return Person(
        name=row.name,
        office=row.office,
        country=row.country,
        sector=office.sector if office is not None else Sector.GOV,
        rule="seed",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titled:
    """An office directly before a name: offsets into the text that was searched."""

    office: Office
    start: int
    name_start: int
    name: str
    end: int


def _words(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(start + m.start(), m.group()) for m in re.finditer(r"\S+", text[start:end])]


def _titled(text: str, run: re.Match[str]) -> _Titled | None:
    """The office words (capitalised or not) that lead up to the name at the end of a run."""
    begin = max(0, run.start() - 60)
    breaks = [m.end() for m in re.finditer(r"[.;:!?\n(]\s|[\n“\"]", text[begin : run.start()])]
    begin = begin + breaks[-1] if breaks else begin
    words = _words(text, begin, run.end())
    while words and words[-1][1].strip(",").lower() in _NO_NAME:  # "Minister X Wednesday"
        words = words[:-1]
    for size in range(1, 5):
        if size >= len(words):
            return None
        name_words = words[-size:]
        if not all(_is_name_word(w) for _, w in name_words):
            return None
        before = _without_ranks(words[:-size])
        office = _office_ending(before)
        if office is None or office.name in BODIES:
            continue
        count = len(office.phrase.split())
        name = " ".join(w for _, w in name_words).strip(",")
        return _Titled(
            office=office,
            start=before[-count][0] if count <= len(before) else before[0][0],
            name_start=name_words[0][0],
            name=name,
            end=run.end(),
        )
    return None


def _without_ranks(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words before a military rank, if an office stands there; else the words as they are."""
    bare = words
    while bare and bare[-1][1].lower().strip(",") in _RANKS:
        bare = bare[:-1]
    whole, before = _office_ending(words), _office_ending(bare)
    titled = whole is not None and not _RANKS.issuperset(whole.phrase.split())
    if before is None or (titled and whole is not None and len(whole.phrase) > len(before.phrase)):
        return words
    return bare


def _is_name_word(word: str) -> bool:
    plain = word.strip(",").lower()
    if plain in _NO_NAME or plain.rstrip(".") in _RANKS:
        return False
    if offices().lookup(plain) is not None and not plain.istitle():
        return False
    return bool(_NAME_WORD.match(word)) or plain in ("al", "bin", "von", "van", "de", "der")


def _office_ending(words: list[tuple[int, str]]) -> Office | None:
    """The office that the words end in; a comma may stand after it ("foreign minister, X")."""
    if not words:
        return None
    tail = [w for _, w in words[-6:]]
    last = tail[-1].rstrip(",")
    if any(w.endswith((",", ".")) and w.lower() not in _RANKS for w in tail[:-1]):
        cut = max(i for i, w in enumerate(tail[:-1]) if w.endswith((",", ".")))
        tail = tail[cut + 1 :]
    tail = [*tail[:-1], last]
    for size in range(len(tail), 0, -1):
        phrase = " ".join(tail[-size:])
        found = offices().lookup(phrase)
        if found is not None and phrase.lower().endswith(found.phrase):
            return _held_before(found) or found
    return None


def _held_before(office: Office) -> Office | None:
    """The office itself of "former foreign minister"."""
    first, _, held = office.phrase.partition(" ")
    return offices().lookup(held) if first == "former" else None


def _before(hits: tuple[NameHit, ...], text: str, start: int) -> NameHit | None:
    """The state named right before an office: "Iranian", "Iran's", "the US"."""
    for hit in hits:
        if hit.kind in _PARTS_OF_STATE and hit.end <= start and hit.country is not None:
            between = text[hit.end : start]
            if _OWNER.fullmatch(between) or re.fullmatch(
                r"(?:['’]s?)? (?:(?:new|deputy|acting|interim|top|senior|first|outgoing|former|"
                r"then|current|caretaker|federal|\w+ly|newly appointed) )*", between
            ):  # fmt: skip
                return hit
    return None


def _after(hits: tuple[NameHit, ...], text: str, end: int) -> NameHit | None:
    """The state named right after: "of Japan", ", of Japan"."""
    match = re.compile(r",? (?:of|for) (?:the )?").match(text, end)
    if match is None:
        return None
    for hit in hits:
        if hit.kind in _PARTS_OF_STATE and hit.start in (match.end(), match.end() - 4):
            return hit if hit.country is not None else None
    return None


def _office_then_name(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "Iranian Foreign Minister X", "Iran's president, X", "president of Iran X"."""
    for run in _RUN.finditer(text):
        found = _titled(text, run)
        if found is None:
            continue
        nation = _before(hits, text, found.start) or _after(hits, text, found.end)
        inside = [h for h in hits if found.start <= h.start and h.end <= found.name_start]
        if nation is None and len(inside) == 1 and inside[0].kind in _PARTS_OF_STATE:
            nation = inside[0]
        country = found.office.country or (nation.country if nation is not None else None)
        name = _trim(found.name)
        if not name or any(h.start < found.end and found.name_start < h.end for h in hits):
            continue
        lead = text[max(0, (nation.start if nation else found.start) - 12) : (
            nation.start if nation else found.start)]  # fmt: skip
        yield Person(
            name=name,
            office=found.office.name,
            country=country,
            sector=found.office.sector,
            rule="people.office-name",
            start=nation.start
            if nation is not None and nation.start < found.start
            else found.start,
            end=found.end,
            former=bool(_FORMER.search(lead))
            or bool(_FORMER.search(text[max(0, found.start - 12) : found.start])),
        )


_APPOSED = re.compile(
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}}), "
    r"(?P<rest>(?!who|where|when|as |but |and |in |on )(?:the |a |an )?[^,.;:\n]{3,70})"
)


def _name_then_office(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "X, Iran's foreign minister," and "X, the Iranian foreign minister"."""
    for match in _APPOSED.finditer(text):
        name = _trim(match["name"])
        if not name or " " not in name:
            continue
        words = _words(text, match.start("rest"), match.end("rest"))
        for size in range(len(words), 0, -1):
            phrase = " ".join(w for _, w in words[:size])
            office = offices().lookup(phrase)
            if office is None or not phrase.lower().endswith(office.phrase):
                continue
            if office.name in BODIES:
                break
            start = words[size - len(office.phrase.split())][0]
            end = words[size - 1][0] + len(words[size - 1][1])
            nation = _before(hits, text, start) or _after(hits, text, end)
            country = office.country or (nation.country if nation is not None else None)
            if country is not None and start - match.start("rest") < 40:
                yield Person(
                    name=name,
                    office=office.name,
                    country=country,
                    sector=office.sector,
                    rule="people.name-office",
                    start=match.start(),
                    end=end,
                    former="former" in phrase.lower() or "then" in phrase.lower().split(),
                )
            break


_COUNTERPART = re.compile(
    rf"counterpart,? (?:(?:[Gg]eneral|[Mm]r\.?|[Dd]r\.?) )?"
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})"
)


def _counterpart(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "his Indian counterpart X": the country is said, the office is the other party's."""
    for match in _COUNTERPART.finditer(text):
        nation = _before(hits, text, match.start())
        name = _trim(match["name"])
        if nation is not None and name:
            yield Person(
                name=name,
                office=None,
                country=nation.country,
                sector=Sector.GOV,
                rule="people.counterpart",
                start=nation.start,
                end=match.end(),
            )


def _trim(name: str) -> str:
    """A name without what is no name at its ends: ranks, weekdays, possessives."""
    words = name.replace("’", "'").removesuffix("'s").split()
    while words and (words[0].lower().rstrip(".") in _RANKS or words[0].lower() in _NO_NAME):
        words = words[1:]
    while words and words[-1].lower() in _NO_NAME:
        words = words[:-1]
    return " ".join(words)


PATTERNS = (
    ("office-name", _office_then_name),
    ("name-office", _name_then_office),
    ("counterpart", _counterpart),
)


def people_in(text: str, *, hits: tuple[NameHit, ...], offsets: tuple[int, ...]) -> People:
    """Everybody whom the text explains; `offsets[i]` is the page offset of `text[i]`."""
    found = [
        replace(one, start=offsets[one.start], end=offsets[one.end - 1] + 1)
        for _, pattern in PATTERNS
        for one in pattern(text, hits)
    ]
    return People(known=tuple(sorted(found, key=lambda p: (p.start, p.end, p.rule))))
