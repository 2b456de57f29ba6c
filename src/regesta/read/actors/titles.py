"""Words that name an office, and the state whose office it is, beside a person's name."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from regesta.knowledge import NameHit, NameKind, Office, offices
from regesta.knowledge.frames import words_of
from regesta.knowledge.offices import JOINS, joins_none
from regesta.knowledge.spelling import same_surname
from regesta.model import Sector
from regesta.read.actors.people import BODIES, FAMILY_NAMES, Person

CAPITAL = r"(?:[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ\w]|[A-Z]\.|[A-Z])"
_PARTICLE = r"(?:al|bin|ibn|von|van|der|den|de|da|dos|du|la|le|el|ul|abu)"
_NEXT = rf"(?: |-| - )(?:{_PARTICLE} ){{0,2}}(?:(?:al|el|ul|as|ar|at|ad|az)[-’'])?{CAPITAL}"
RUN = re.compile(rf"{CAPITAL}(?:{_NEXT})*")
NAME = rf"{CAPITAL}(?:{_NEXT}){{0,4}}"
_NAME_WORD = re.compile(r"(?:(?:al|el|ul|as|ar|at|ad|az)[-’'])?[A-ZÀ-Þ][\w’'.-]*")
RANKS = words_of("RANKS")
_KEPT = 20_000  # words whose answer is kept
NO_NAME = words_of("NO_NAME")
_TITLES = words_of("TITLES")
# Months that are surnames and given names too: "Theresa May", "June Carter".
_MONTH_NAMES = frozenset({"may", "march", "june", "april", "august"})
PARTS_OF_STATE = frozenset(
    {NameKind.COUNTRY, NameKind.DEMONYM, NameKind.ORGANISATION, NameKind.GROUP, NameKind.SEAT,
     NameKind.CAPITAL}
)  # fmt: skip
MODIFIER = (
    r"(?:new|deputy|acting|interim|top|senior|first|outgoing|former|ex|then|current|caretaker"
    r"|federal|veteran|longtime|long-time|long-serving|hardline|incumbent|powerful|embattled"
    r"|ousted|deposed|late|exiled|chief|populist|influential|assistant|vice|\w+ly"
    r"|newly appointed|newly elected|recently appointed|designated)"
)
_DOTTED = re.compile(r"\bS\.$|\b(?:[A-Z]\.){2,}$")
_SHORT = re.compile(rf"{_DOTTED.pattern}|\b(?:Sen|Rep|Gov)\.$")  # no sentence ends there
_WORDS = re.compile(r"\S+")
_BREAKS = re.compile(r"[.;:!?\n(]\s|[\n“\"]")
_INITIAL = re.compile(r"[A-Z]\.?")
WORD = re.compile(r"\w(?:[\w.&-]*\w)?")  # of an office, without marks and possessives
_OWNER = re.compile(r"(?:['’]s?)? $|-$")
_GONE = re.compile(
    r"\b(?:former|ex|retired|onetime|one-time|erstwhile)[ -]+(?:[\w-]+ )?$", re.IGNORECASE
)
_OVER = re.compile(
    r"\b(?:former|ex|retired|then|late|onetime|one-time|erstwhile|ousted|deposed|toppled|disgraced)"
    r"[ -]+"
    r"(?:[\w-]+(?:ist|ive|al|ian|ary|ed|ing|time|term) )?$",  # "ousted Islamist president"
    re.IGNORECASE,
)
_BELOW = re.compile(r"\b(?:deputy|vice|assistant|junior)[ -]+$", re.IGNORECASE)
_FOR_NOW = re.compile(r"\b(?:acting|interim|caretaker)[ -]+$", re.IGNORECASE)
_HELD = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY, Sector.IGO})
# Ranks and jobs that many hold at once: their words tell a person's state, and no office.
_NO_OFFICE = frozenset(
    {"officer", "officers", "corporal", "commander", "command", "generals", "commanders",
     "official", "military official", "military officer", "agent", "agents", "pilot", "pilots",
     "soldier", "soldiers", "prince", "princess", "representative", "delegation", "justice",
     "judge", "spy", "intelligence officer"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """An office directly before a name: offsets into the text that was searched."""

    office: Office
    start: int
    name_start: int
    name: str
    end: int


def words_at(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The words of a stretch with their offsets; "Jae - in" after a family name is one word."""
    words = [(m.start(), m.group()) for m in _WORDS.finditer(text, start, end)]
    for at in range(len(words) - 3):
        if words[at][1] in FAMILY_NAMES and words[at + 2][1] == "-":
            (first, one), (_, two) = words[at + 1], words[at + 3]
            joined = (first, f"{one}-{two}")
            return [*words[: at + 1], joined, *words[at + 4 :]]
    return words


def titled(text: str, run: re.Match[str]) -> Titled | None:
    """The office words (capitalised or not) that lead up to the name at the end of a run."""
    begin = max(0, run.start() - 90)
    breaks = [m.end() for m in _BREAKS.finditer(text[begin : run.start()])]
    breaks = [at for at in breaks if not _SHORT.search(text[begin : begin + at].rstrip())]
    begin = begin + breaks[-1] if breaks else begin
    words = _without_days(words_at(text, begin, run.end()))
    is_month = _is_surname([w for _, w in words])
    for size in range(1, 6):
        if size >= len(words):
            return None
        name_words = words[-size:]
        if any(w.endswith(",") for _, w in name_words[:-1]):
            return None  # "President A B, C urged": two people
        if _INITIAL.fullmatch(words[-size - 1][1]):
            continue
        if not all(is_name_word(w) for _, w in name_words[: -1 if is_month else None]):
            return None
        before = _without_ranks(words[:-size])
        office = office_ending(before)
        if office is None or office.name in BODIES or not _NAME_WORD.match(name_words[0][1]):
            continue
        count = len(office.phrase.split())
        return Titled(
            office=office,
            start=before[-count][0] if count <= len(before) else before[0][0],
            name_start=name_words[0][0],
            name=" ".join(w for _, w in name_words).strip(","),
            end=run.end(),
        )
    return None


def is_apart(text: str) -> bool:
    """Whether small words part a name from the office that the text begins with: "minister told".

    Told by the words alone: those that may stand between the two do not part them.
    """
    _, *between = WORD.findall(text) or ("",)
    return any(word.islower() and word not in _BETWEEN for word in between)


def _without_days(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Words without what stands after a name: "Minister X Wednesday"; "Theresa May" stays."""
    while words and words[-1][1].strip(",").lower() in NO_NAME:
        if _is_surname([w for _, w in words]):
            break
        words = words[:-1]
    return words


def _is_surname(words: list[str]) -> bool:
    """Whether a month ends a name of two words; a full name before it shows a date.

    "Moon Jae In" ends in no preposition.
    """
    if len(words) > 2 and words[-3] in FAMILY_NAMES and words[-1] == "In":
        return True
    if len(words) < 2 or words[-1].lower() not in _MONTH_NAMES or not is_name_word(words[-2]):
        return False
    return len(words) == 2 or not is_name_word(words[-3])


def trim(name: str) -> str:
    """A name without what is no name at its ends: ranks, weekdays, possessives."""
    words = name.replace("’", "'").removesuffix("'").removesuffix("'s").split()
    while words and (words[0].lower().rstrip(".") in RANKS or words[0].lower() in NO_NAME):
        if _INITIAL.fullmatch(words[0]):
            break
        words = words[1:]
    while words and words[-1].lower() in NO_NAME and not _is_surname(words):
        words = words[:-1]
    return " ".join(words)


def _without_ranks(words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words before a military rank, if an office stands there; else the words as they are."""
    bare = words
    while bare and bare[-1][1].lower().strip(",") in RANKS:
        bare = bare[:-1]
    if bare is words:
        return words
    whole, before = office_ending(words), office_ending(bare)
    is_title = whole is not None and not RANKS.issuperset(whole.phrase.split())
    if before is None or (
        is_title and whole is not None and len(whole.phrase) > len(before.phrase)
    ):
        return words
    return bare


@lru_cache(maxsize=_KEPT)
def is_name_word(word: str) -> bool:
    """Whether a word can be part of a person's name."""
    plain = word.strip(",").lower()
    if _INITIAL.fullmatch(word):
        return True  # "A K Antony"
    if plain in NO_NAME or plain.rstrip(".") in RANKS or plain in _TITLES:
        return False
    if offices().lookup(plain) is not None:
        return False
    return bool(_NAME_WORD.match(word)) or bool(re.fullmatch(_PARTICLE, plain))


def is_namesake(person: Person, given: str) -> bool:
    """Whether a surname of the seed list is another's here: "Luisa Ortega", later "Ortega"."""
    if person.rule != "seed" or len(given) < 3 or not is_name_word(given):
        return False
    initials = {part[0] for part in person.name.split() if len(part.rstrip(".")) == 1}
    if given[0] in initials:
        return False
    return not any(same_surname(given, part) for part in person.name.split())


def office_ending(words: list[tuple[int, str]]) -> Office | None:
    """The office that the words end in; a comma may stand after it ("foreign minister, X")."""
    if not words or _ends_in_no_office([w for _, w in words[-8:]]):
        return None
    tail = [w.replace(".", "") if _DOTTED.match(w) else w for _, w in words[-8:]]
    last = tail[-1].rstrip(",")
    if any(w.endswith((",", ".")) and w.lower() not in RANKS for w in tail[:-1]):
        cut = max(i for i, w in enumerate(tail[:-1]) if w.endswith((",", ".")))
        tail = tail[cut + 1 :]
    tail = [*tail[:-1], last]
    if not offices().may_end(" ".join(tail)):
        return None
    for size in range(len(tail), 0, -1):
        phrase = " ".join(tail[-size:])
        found = offices().lookup(phrase)
        if found is not None and phrase.lower().endswith(found.phrase):
            long = _long_portfolio(tail)  # "of Trade and Industry" is no industry
            is_long = long is not None and len(long.phrase) > len(found.phrase)
            return long if is_long else _held_before(found) or found
    return _long_portfolio(tail)


def _ends_in_no_office(tail: list[str]) -> bool:
    """Whether plain words end in no office and have none before an "of": told by the words."""
    bare = [word.strip(",") for word in tail]
    plain = all(w.isascii() and w.replace("-", "").isalnum() for w in bare)
    return plain and bare[-1].lower() not in offices().last_words and joins_none(bare)


_FIELDS = "|".join(sorted(words_of("PORTFOLIOS")))
# What may stand between a state and an office: "Peru's new trade envoy".
_GAP = re.compile(rf"(?:['’]s?)? (?:{MODIFIER}[ -])*(?:(?:{_FIELDS}) ){{0,2}}")
# What may stand behind an office's last word: more of its field, a rank, a particle, a day's "on".
_BETWEEN = words_of("PORTFOLIOS") | RANKS | NO_NAME | JOINS | frozenset({"and", "s"})
_BETWEEN |= frozenset(_PARTICLE.strip("(?:)").split("|"))
_PORTFOLIO = re.compile(
    rf"(?:minister|secretary) (?:of|for) (?:(?:{_FIELDS}|the|and|&|of|for),? )*(?:{_FIELDS})$"
)


def _long_portfolio(tail: list[str]) -> Office | None:
    """ "Minister of Trade and Industry", "Minister for Europe and Foreign Affairs"."""
    match = _PORTFOLIO.search(" ".join(tail).lower())
    if match is None:
        return None
    words = match.group().split()
    for size in range(len(words), 0, -1):
        found = offices().lookup(" ".join(words[:size]))
        if found is not None and (len(found.phrase.split()) == size or size == 1):
            return replace(found, phrase=" ".join(words))
    return None


def _held_before(office: Office) -> Office | None:
    """The office itself of "former foreign minister"."""
    first, _, held = office.phrase.partition(" ")
    return offices().lookup(held) if first == "former" else None


def before(hits: tuple[NameHit, ...], text: str, start: int) -> NameHit | None:
    """The state named right before an office: "Iranian", "Iran's", "the US"."""
    for hit in hits:
        if hit.kind in PARTS_OF_STATE and hit.end <= start and hit.country is not None:
            between = text[hit.end : start]
            if _OWNER.fullmatch(between) or _GAP.fullmatch(between):
                return hit
        if hit.kind is NameKind.PLACE and hit.end + 1 == start and hit.country is not None:
            return hit  # "Okinawa Governor X"
    return None


def after(hits: tuple[NameHit, ...], text: str, end: int) -> NameHit | None:
    """The state named right after: "of Japan", ", of Japan", "for the Danish foreign ministry"."""
    match = re.compile(r",? (?:of|for) (?:the )?").match(text, end)
    if match is None:
        return None
    for hit in hits:
        if hit.kind in PARTS_OF_STATE and hit.start in (match.end(), match.end() - 4):
            return hit if hit.country is not None and _owns(hit, text) else None
    return None


def _owns(hit: NameHit, text: str) -> bool:
    """Whether an office "of Japan" is the state's: not one of the Japan Aerospace Agency.

    "Japan's" and "Japanese" need a body of state behind them.
    """
    rest = text[hit.end : hit.end + 60]
    if hit.kind in (NameKind.ORGANISATION, NameKind.GROUP, NameKind.SEAT):
        return True
    if hit.kind is not NameKind.DEMONYM and not rest.startswith(("'s ", "’s ")):
        return not re.match(r" [A-Z]", rest) or offices().lookup(rest.split()[0]) is not None
    words = re.split(r"[,.;:“\"]", rest.removeprefix("'s").removeprefix("’s"))[0].split()
    heads = (offices().lookup(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return any(head is not None and head.sector in _HELD for head in heads)


def standing(text: str, start: int) -> tuple[bool, str]:
    """(whether it is over, how it is held) of an office by the words right before it."""
    lead = text[max(0, start - 36) : start]
    held = "deputy " if _BELOW.search(lead) else "acting " if _FOR_NOW.search(lead) else ""
    return bool(_OVER.search(lead)), held


def is_gone(text: str, start: int) -> bool:
    """Whether the words right before an office say that it is held no more: "a retired general"."""
    return _GONE.search(text, max(0, start - 36), start) is not None


def held_as(office: Office, *, how: str) -> str | None:
    """The office's one name, "deputy" or "acting" before it; None for a mere rank or job."""
    if office.phrase in _NO_OFFICE or RANKS.issuperset(office.phrase.split()):
        return None
    return office.name if office.name.startswith(how.strip() or "\0") else f"{how}{office.name}"
