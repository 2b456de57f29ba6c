"""Heads of bodies that their own words give a state: "X, the head of Iran's atomic body".

The body is any that a state has; "X, who leads the Russian delegation" too.
"""

import re
from collections.abc import Iterator

from regesta.knowledge import NameHit, NameKind, offices
from regesta.knowledge.frames import words_of
from regesta.model import Sector
from regesta.read.actors.appositions import IN_OFFICE, body_headed
from regesta.read.actors.people import BODIES, Person
from regesta.read.actors.titles import NAME, PARTS_OF_STATE, is_name_word, trim

_POSTS = ("head", "chief", "director", "chair", "secretary", "commander", "leader", " who ")
_POST = (
    r"(?:(?:deputy|acting|first deputy|vice|former|longtime|powerful|new|then) )*"
    r"(?:head|chief|director|chairman|chairwoman|chairperson|chair|secretary|commander|leader"
    r"|director general|director-general|deputy)"
)
_LEADS = r"(?:(?:also|now) )?(?:heads|leads|chairs|commands|runs|oversees|headed|led|chaired)"
_HEADS = re.compile(
    rf"(?P<name>{NAME}), (?:(?:the |a )?(?P<post>{_POST}) of"
    rf"|(?:(?:the|an?) (?:[\w-]+ ){{1,3}})?who (?P<leads>{_LEADS}|speaks for)) "
    rf"(?:the )?(?P<rest>[^,;:\n“\"]{{3,110}})"
)
# Bodies whose words say no more than that they are some state's.
STATE_BODIES = words_of("STATE_BODIES")
_OWNED = re.compile(r"(?:['’]s?)? ((?:[\w-]+ ){0,3}[\w-]+)")


def heads_of_owned(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """ "X, the head of Iran's atomic body", "X, who leads the Russian delegation"."""
    for match in _HEADS.finditer(text) if any(post in text for post in _POSTS) else ():
        name = trim(match["name"])
        if " " not in name or not all(map(is_name_word, name.split())):
            continue
        found = _of_its_owner(match, text, hits) or (
            _of_many_states(match, hits) or _of_one_state(match, hits) if match["leads"] else None
        )
        if found is None:
            continue
        words, plain, sector, country, end = found
        post = (match["post"] or "head").removeprefix("former ")
        yield Person(
            name=name,
            office=plain if plain == "spokesperson" else f"{post} of the {plain}",
            country=country,
            sector=sector,
            rule="people.head-of",
            start=match.start(),
            end=max(match.start("rest") + len(words), end),
            former=_is_over(match),
            gone="former" in (match["post"] or "").split(),
        )


def _is_over(match: re.Match[str]) -> bool:
    """ "the former head of", "who led"."""
    return "former" in (match["post"] or "").split() or (match["leads"] or "").endswith("ed")


# The words of a body, those without its state's, its sector, its state, where they end.
_Found = tuple[str, str, Sector, str, int]


def _of_one_state(match: re.Match[str], hits: tuple[NameHit, ...]) -> _Found | None:
    """ "... the border service of Norway": the only state that its words name."""
    inside = [h for h in hits if match.start("rest") <= h.start and h.end <= match.end("rest")]
    states = {h.country for h in inside if h.kind in PARTS_OF_STATE or h.kind is NameKind.PLACE}
    body = body_headed(match)
    if body is None or len(states) != 1:
        return None
    country = states.pop()
    end = max(h.end for h in inside)
    return (*body, country, end) if country is not None else None


def _of_many_states(match: re.Match[str], hits: tuple[NameHit, ...]) -> _Found | None:
    """ "... the IAEA", "... the UN mission in Mali": a body of several states, or a band."""
    begin, kinds = match.start("rest"), (NameKind.ORGANISATION, NameKind.GROUP)
    body = next((h for h in hits if h.start == begin and h.kind in kinds), None)
    if body is None or body.country is None or match["leads"] == "speaks for":
        return None
    words = match.string[begin : body.end]
    return words, words, body.sector, body.country, body.end


def _of_its_owner(match: re.Match[str], text: str, hits: tuple[NameHit, ...]) -> _Found | None:
    """ "... Moldova's Security Council", "... Pyongyang's agency handling": by what opens it."""
    begin = match.start("rest")
    if match["leads"] == "speaks for":
        return _of_whom_one_speaks_for(match, hits)
    owner = next((h for h in hits if h.start == begin and h.kind in PARTS_OF_STATE), None)
    behind = _OWNED.match(text, owner.end, match.end("rest")) if owner is not None else None
    if owner is None or owner.country is None or behind is None:
        return None
    words = behind[1].split()
    for size in range(1, len(words) + 1):
        phrase = " ".join(words[:size])
        found = offices().lookup(phrase)
        sector = found.sector if found is not None and found.name in BODIES else None
        if sector is None and words[size - 1].lower() in STATE_BODIES:
            sector = Sector.GOV
        public = _PRIVATE.isdisjoint(phrase.lower().split())
        if sector in IN_OFFICE and public and not _goes_on(words, size):
            end = behind.start(1) + len(phrase)
            return text[begin:end], phrase.lower(), sector, owner.country, end
    return None


def _of_whom_one_speaks_for(match: re.Match[str], hits: tuple[NameHit, ...]) -> _Found | None:
    """ "X, who speaks for the SPLA": whoever it is."""
    begin = match.start("rest")
    whom = next((h for h in hits if h.start == begin and h.country is not None), None)
    if whom is None or whom.kind not in PARTS_OF_STATE:
        return None
    sector = whom.sector if whom.sector is not Sector.NONE else Sector.GOV
    words = match.string[begin : whom.end]
    return words, "spokesperson", sector, str(whom.country), whom.end


def _goes_on(words: list[str], size: int) -> bool:
    """Whether a longer phrase is another body: "the police union" is no police."""
    following = words[size].lower() if size < len(words) else ""
    longer = offices().lookup(" ".join(words[: size + 1])) if following else None
    named = bool(following) and words[size][:1].isupper() and words[size - 1][:1].isupper()
    held = longer is not None and longer.phrase.endswith(following)
    return named or held or following in _PRIVATE


_PRIVATE = frozenset(
    {"union", "association", "federation", "company", "team", "club", "party", "charity", "group",
     "olympic", "football", "sports", "cricket", "rights", "business", "opposition", "student",
     "students", "exile", "red", "trade-union", "journalists"}
)  # fmt: skip
