"""Private persons whose nation the page gives before their name.

"Eritrea charged an Ethiopian girl with spying. It has held Sara Bekele since arresting her in
May." The first name in full behind her that nobody else bears is hers, where the words beside it
say so: the same age, or the same custody. Two such persons of different nations leave it open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Sector
from regesta.read.actors.nationals import called_after
from regesta.read.actors.people import Person
from regesta.read.actors.titles import NAME, is_name_word, trim

RULE = "people.named-later"
_SERVING = words_of("TROOPS") | words_of("SOLDIERS") | {"officer", "diplomat", "official"}
_LEAD = re.compile(r"\b[Aa]n? (?:[\w-]+ ){0,2}$")
_AGE = re.compile(r"\b(\d\d)[- ]year-old\b|\b(teenage|teenaged|teenager|boy|girl|schoolgirl)\b")
_NAME = re.compile(NAME)
_AGED = re.compile(r", (?:aged )?(\d\d)[,.]")
_AGE_BEFORE = re.compile(r"\b(\d\d)-year-old $")
_YOUNG = 20
_REACH = 1200  # code points from the nation to the name: the first paragraphs of a report
_WORDS = (
    "arrest|arrested|arresting|detain|detained|detaining|held|holding|jailed|imprisoned|charged|"
    "charging|indicted|indicting|tried|sentenced|convicted|accused|questioned|remanded|released|"
    "freed|seized|abducted|kidnapped|captured|shot"
)
_CUSTODY = re.compile(rf"\b(?:{_WORDS})\b")
_TAKEN = re.compile(rf"\b(?:{_WORDS}) $")
_IS_TAKEN = re.compile(rf" (?:was|is|has been|had been) (?:\w+ly )?(?:{_WORDS})\b")
_SENTENCE_END = re.compile(r"[.!?]\s")
_BESIDE = 30  # code points before a name in which a word of custody or an age stands


View = tuple[str, Sequence[int], tuple[NameHit, ...]]
"""A text as the parser is shown it, the page offset of each character, and its names."""


def later_in(views: Sequence[View], *, known: Sequence[Person]) -> tuple[Person, ...]:
    """Whoever an article calls by nation only and names later; `views` are its texts in order."""
    if not any(_introduced(view, hit) for view, _, names in views for hit in names):
        return ()
    text = ""
    offsets: list[int] = []
    hits: list[NameHit] = []
    for view, places, names in views:
        start = len(text)
        hits.extend(replace(h, start=h.start + start, end=h.end + start) for h in names)
        offsets.extend((*places, places[-1] + 1 if places else 0))
        text += f"{view}\n"
    return tuple(named_later(text, hits=hits, offsets=offsets, known=known))


def named_later(
    text: str, *, hits: Sequence[NameHit], offsets: Sequence[int], known: Sequence[Person]
) -> Iterator[Person]:
    """Whoever a text first calls by nation only, "a Danish nurse", and names in full later.

    `offsets[i]` is the page offset of `text[i]`; `known` are those whom the page explains.
    """
    taken = {at for p in known for at in (p.start, p.end - 1)}
    told = [
        (hit, *found)
        for hit in hits
        if (found := _introduced(text, hit))
        and not any(offsets[hit.start] <= at <= offsets[found[1] - 1] for at in taken)
    ]
    if not told or len({hit.country for hit, _, _ in told}) != 1:
        return
    hit, called, end = told[0]
    name = next(_names(text, end, hits=hits, known=known), None)
    if name is None or not _is_hers(text, name, begin=hit.start, end=end):
        return
    yield Person(
        name=trim(name.group()),
        office=None,
        country=hit.country,
        sector=Sector.CVL,
        rule=RULE,
        start=offsets[hit.start],
        end=offsets[end - 1] + 1,
        called=called,
    )


def _introduced(text: str, hit: NameHit) -> tuple[str, int] | None:
    """What "a Danish nurse" is called and where that ends; None where it is no such phrase."""
    if hit.kind is not NameKind.DEMONYM or hit.country is None or hit.compound:
        return None
    if _LEAD.search(text, max(0, hit.start - _BESIDE), hit.start) is None:
        return None
    called, end = called_after(text, hit)
    return (called, end) if called and called not in _SERVING else None


def _names(
    text: str, start: int, *, hits: Sequence[NameHit], known: Sequence[Person]
) -> Iterator[re.Match[str]]:
    """The names in full that follow, but for those of places and of whom the page explains."""
    for match in _NAME.finditer(text, start, min(len(text), start + _REACH)):
        name = trim(match.group())
        if " " not in name or not all(map(is_name_word, name.split())):
            continue
        overlaps = any(h.start < match.end() and match.start() < h.end for h in hits)
        if not overlaps and all(p.name.split()[-1] != name.split()[-1] for p in known):
            yield match


def _is_hers(text: str, name: re.Match[str], *, begin: int, end: int) -> bool:
    """Whether the words beside a name tell the age or the custody that those before it told."""
    age = _AGE.search(text, max(0, begin - _BESIDE), end)
    stop = name.start() + len(trim(name.group()))
    own = _AGED.match(text, stop) or _AGE_BEFORE.search(
        text, max(0, name.start() - _BESIDE), name.start()
    )
    if age is not None and own is not None:
        return own[1] == age[1] if age[1] else int(own[1]) < _YOUNG
    closed = _SENTENCE_END.search(text, end)
    opened = max((m.end() for m in _SENTENCE_END.finditer(text, 0, begin)), default=0)
    sentence = (opened, closed.start() if closed is not None else len(text))
    taken = _TAKEN.search(text, max(0, name.start() - _BESIDE), name.start())
    return _CUSTODY.search(text, *sentence) is not None and (
        taken is not None or _IS_TAKEN.match(text, stop) is not None
    )
