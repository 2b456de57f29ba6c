"""Names with an office set beside them by commas: "X, the president of Peru," and the reverse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regesta.knowledge import NameHit, NameKind, offices
from regesta.knowledge.offices import Office
from regesta.model import Sector
from regesta.read.actors.people import BODIES, Person
from regesta.read.actors.titles import (
    MODIFIER,
    NAME,
    PARTS_OF_STATE,
    after,
    before,
    held_as,
    is_gone,
    is_name_word,
    standing,
    trim,
    words_at,
)

_APPOSED = re.compile(
    rf"(?P<name>{NAME}), "
    r"(?:who is (?:also )?)?"
    r"(?P<rest>(?!who|where|when|as |but |and |in |on |while )(?:the |a |an )?[^,.;:\n]{3,70})"
)
_NOT_APPOSED = re.compile(r"(?:\b(?:like|unlike|besides|alongside|than|and) )$", re.IGNORECASE)
_OPENING = re.compile(rf"(?:(?:the|a|an|his|her) )?(?:{MODIFIER}[ -])*", re.IGNORECASE)
_BETWEEN_COMMAS = re.compile(rf", (?P<name>{NAME})(?=[,.;:)]|$)")
_JOINT = r",? and |, "
_BETWEEN_STATES = re.compile(rf"(?:{_JOINT})?(?:the )?")
_NAMES = re.compile(rf", (?P<names>{NAME}(?:(?:{_JOINT}){NAME})+)")
_ONE_HOLDS = ("minister", "president", "leader", "chancellor", "envoy", "ambassador", "chief")
_SEVERAL = re.compile(rf"(?P<office>(?:[\w-]+ )?(?:{'|'.join(_ONE_HOLDS)})s) of (?:the )?")
_STATES = frozenset({NameKind.COUNTRY, NameKind.ORGANISATION})
_REACH = 110  # code points of an office with whose it is
_SENTENCE = 600  # code points in which a sentence has begun
_BREAKS = re.compile(r"[,.;:!?(]\s|[\n“\"—]\s?")
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’]?\s")
_SMALL = frozenset({"of", "for", "to", "the", "and", "in", "at", "on"})
_ARTICLES = re.compile(r"\b(?:[Tt]he|[Aa]n?) ")
_TOLD_OF = re.compile(r", (?P<rest>(?:the|a|an|who|whose|which|his|her|\d)\b[^,.;:\n]{0,70})")
_FRONTED = frozenset(
    {"after", "at", "before", "besides", "during", "following", "for", "in", "like", "on", "since",
     "under", "unlike", "when", "while", "with", "without"}
)  # fmt: skip
_HEADS_OF_STATE = frozenset({"president", "vice president", "prime minister", "leader", "king"})


def name_then_office(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "X, Iran's foreign minister," and "X, the Iranian foreign minister"."""
    for match in _APPOSED.finditer(text) if ", " in text else ():
        begin = _own_name(match)
        name = _full_name(text, begin, match.end("name"), hits=hits)
        if name is None or _NOT_APPOSED.search(text, max(0, match.start() - 12), match.start()):
            continue
        held = _held(text, *match.span("rest"), hits=hits)
        if held is not None:
            owner = before(hits, text, begin) if begin > match.start("name") else None
            country = held.country or (owner.country if owner is not None else None)
            yield held.by(name, country=country, start=match.start(), end=held.end)


def office_then_comma(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "The president of Peru, X, said": an office, whose it is, and the name between commas."""
    for match in _BETWEEN_COMMAS.finditer(text) if ", " in text else ():
        name = _full_name(text, *match.span("name"), hits=hits)
        if name is None or _is_set_off(text, match, hits=hits):
            continue
        for start in _openings(text, match.start()):
            held = _held(text, start, match.start(), hits=hits)
            if held is not None:
                whole = _says_no_more(text[held.end : match.start()])
                if held.country is not None and whole and not _is_plural(held.office):
                    yield replace(
                        held.by(
                            name, country=held.country, start=held.start, end=match.end("name")
                        ),
                        rule="people.office-comma",
                    )
                break


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """An office that a stretch of words opens with; offsets into the text."""

    office: Office
    how: str
    country: str | None
    former: bool
    gone: bool
    start: int
    end: int

    def by(self, name: str, *, country: str | None, start: int, end: int) -> Person:
        """Who holds it."""
        return Person(
            name=name,
            office=held_as(self.office, how=self.how),
            country=country,
            sector=self.office.sector,
            rule="people.name-office",
            start=start,
            end=end,
            former=self.former,
            gone=self.gone,
        )


def _held(text: str, first: int, last: int, *, hits: tuple[NameHit, ...]) -> _Held | None:
    """The office that a stretch opens with, and the state that its words give it."""
    words = words_at(text, first, last)
    for size in range(len(words), 0, -1):
        phrase = " ".join(w for _, w in words[:size])
        office = offices().lookup(phrase)
        if office is None or not phrase.lower().endswith(office.phrase):
            continue
        if office.name in BODIES:
            return None
        start = words[size - len(office.phrase.split())][0]
        end = words[size - 1][0] + len(words[size - 1][1])
        ahead, behind = before(hits, text, start), after(hits, text, end)
        if ahead is None and behind is not None and _is_of_body(office, behind, text):
            return None
        if not _OPENING.fullmatch(text[first : ahead.start if ahead is not None else start]):
            return None
        nation = ahead or behind
        over, how = standing(text, start)
        return _Held(
            office=office,
            how=how,
            country=office.country or (nation.country if nation is not None else None),
            former=over or re.search(r"\b(?:former|then)\b", phrase.lower()) is not None,
            gone=is_gone(text, start) or is_gone(text, ahead.start if ahead is not None else start),
            start=ahead.start if ahead is not None else start,
            end=behind.end if ahead is None and behind is not None else end,
        )
    return None


def _is_of_body(office: Office, nation: NameHit, text: str) -> bool:
    """Whether it heads a body and no state: "the president of Peru's congress"."""
    bodily = nation.kind is NameKind.DEMONYM or text.startswith(("'s ", "’s "), nation.end)
    return bodily and office.name in _HEADS_OF_STATE


def _full_name(text: str, first: int, last: int, *, hits: tuple[NameHit, ...]) -> str | None:
    """A name of two words and more that is no state's or body's."""
    name = trim(text[first:last])
    named = any(h.start < last and first < h.end for h in hits)
    return name if " " in name and not named and all(map(is_name_word, name.split())) else None


def _own_name(match: re.Match[str]) -> int:
    """Where a name begins behind whose it is: "Norway's Espen Dahl"."""
    owner = re.match(r".*['’]s ", match["name"])
    return match.start("name") + (owner.end() if owner is not None else 0)


def _openings(text: str, end: int) -> Iterator[int]:
    """Where words that end at a comma may begin: at their clause, or at an article in it."""
    reach = max(0, end - _REACH)
    breaks = [m.end() for m in _BREAKS.finditer(text, reach, end)]
    first = breaks[-1] if breaks else reach
    if first > reach or reach == 0:
        yield first
    yield from (m.start() for m in _ARTICLES.finditer(text, first, end) if m.start() > first)


def _says_no_more(rest: str) -> bool:
    """Whether nothing stands behind an office but whose it is and where: "to the UN"."""
    small = [word for word in rest.split() if word.islower() and word not in _SMALL]
    return not small or offices().lookup(" ".join(small)) is not None


def _is_plural(office: Office) -> bool:
    return office.phrase.endswith("s") and office.phrase.removesuffix("s").endswith(_ONE_HOLDS)


def offices_of_several(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "The foreign ministers of A and B, X and Y, met": as many names as states, in order."""
    for match in _SEVERAL.finditer(text) if "s of " in text else ():
        office = offices().lookup(match["office"])
        states = _in_a_row(text, match.end(), hits=hits)
        if office is None or len(states) < len(("A", "B")):
            continue
        names = _NAMES.match(text, states[-1].end)
        found = re.split(_JOINT, names["names"]) if names is not None else []
        if names is None or len(found) != len(states) or not all(" " in n for n in found):
            continue
        at = names.start("names")
        for name, state in zip(found, states, strict=True):
            at = text.index(name, at)
            if _full_name(text, at, at + len(name), hits=hits) == name:
                yield Person(
                    name=name,
                    office=office.name,
                    country=state.country,
                    sector=office.sector,
                    rule="people.several",
                    start=match.start(),
                    end=at + len(name),
                )


def _in_a_row(text: str, start: int, *, hits: tuple[NameHit, ...]) -> list[NameHit]:
    """The states that a text names one after the other from a place on."""
    found: list[NameHit] = []
    for hit in hits:
        if hit.start < start or hit.kind not in _STATES or hit.country is None:
            continue
        if not _BETWEEN_STATES.fullmatch(text[start : hit.start]):
            break
        found.append(hit)
        start = hit.end
    return found


def _is_set_off(text: str, match: re.Match[str], *, hits: tuple[NameHit, ...]) -> bool:
    """Whether the name opens a clause of its own: "After the visit by the president of Peru, X,
    who leads the opposition, resigned", "..., X, the Chilean envoy, said"."""
    rest = _TOLD_OF.match(text, match.end())
    if rest is None:
        return False
    if _held(text, *rest.span("rest"), hits=hits) is not None:
        return True
    before_it = _SENTENCE_ENDS.split(text[max(0, match.start() - _SENTENCE) : match.start()])[-1]
    fronted = not _FRONTED.isdisjoint(before_it.lower().split(None, 1)[:1])
    return fronted and ", " not in before_it


_POSTS = ("head", "chief", "director", "chair", "president", "commander")
_POST = (
    r"(?P<post>(?:(?:deputy|acting|first deputy|vice|former) )?"
    r"(?:head|chief|director|chairman|chairwoman|chair|president|commander))"
)
_HEADS = (
    re.compile(
        rf"(?P<name>{NAME}), (?:the |a )?{_POST} of (?:the )?(?P<rest>[^,;:\n“\"]{{3,110}})"
    ),
    re.compile(
        rf"\b{_POST} of (?:the )?(?P<rest>[^,;:\n“\"]{{3,110}}), (?P<name>{NAME})(?=[,.;:)]|$)"
    ),
)
IN_OFFICE = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY})


def heads_of(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "X, the head of the border service of Norway": a body of state and one country."""
    if not any(post in text for post in _POSTS):
        return
    for match in (m for shape in _HEADS for m in shape.finditer(text)):
        name = _full_name(text, *match.span("name"), hits=hits)
        inside = [h for h in hits if match.start("rest") <= h.start and h.end <= match.end("rest")]
        states = {h.country for h in inside if h.kind in PARTS_OF_STATE or h.kind is NameKind.PLACE}
        body = body_headed(match) or _organisation(match, inside)
        if body is None or len(states) != 1 or None in states or name is None:
            continue
        words, plain, sector = body
        end = max(match.start("rest") + len(words), *(h.end for h in inside))
        yield Person(
            name=name,
            office=" of the ".join(filter(None, (match["post"].removeprefix("former "), plain))),
            country=states.pop(),
            sector=sector,
            rule="people.head-of",
            start=match.start(),
            end=max(end, match.end("name")),
            former=match["post"].startswith("former"),
            gone=match["post"].startswith("former"),
        )


def _organisation(match: re.Match[str], inside: list[NameHit]) -> tuple[str, str, Sector] | None:
    """The organisation that is headed, as `_body`: of one, nothing but its name is said."""
    for hit in inside:
        following = match.string[hit.end : match.end("rest")].split()
        alone = hit.kind is NameKind.ORGANISATION and hit.start == match.start("rest")
        if alone and (not following or following[0] in _FOLLOWING):
            return match.string[hit.start : hit.end], "", Sector.IGO
    return None


def body_headed(match: re.Match[str]) -> tuple[str, str, Sector] | None:
    """The body of state that is headed: its words, those without its state's name, its sector.

    Nothing may follow but where it is: the head of a police union heads no police.
    """
    words = match["rest"].rstrip(".!? ").split()
    for size in range(min(len(words), 6), 0, -1):
        phrase = " ".join(words[:size])
        found = offices().lookup(phrase)
        if found is None or found.sector not in IN_OFFICE or found.name not in BODIES:
            continue
        following = words[size] if size < len(words) else ""
        if phrase.lower().endswith(found.phrase) and following in _FOLLOWING:
            plain = [w for w in words[:size] if w.islower()] or found.phrase.split()
            return phrase, " ".join(plain), found.sector
    return None


_FOLLOWING = frozenset({"", "of", "in", "for", "at", "under", "who", "and", "from", "to"})
