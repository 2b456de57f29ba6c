"""From the words beside a quotation to the party they name, without a parse."""

import re
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, offices
from regesta.model import Party, Sector, Span
from regesta.read.actors.people import Person
from regesta.read.actors.scene import NATION_KINDS, STATE_KINDS, Scene
from regesta.read.actors.strangers import is_private
from regesta.read.quotes.beside import Beside

_WORD = re.compile(r"\S+")
_TITLES = re.compile(r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Sir)\.?$")


def party_named(found: Beside, scene: Scene) -> Party:
    """The agency, person, body or state that the words name, else the words as they stand."""
    agency = _hit_at_end(found, scene, frozenset({NameKind.AGENCY}))
    if agency is not None:
        party = _state(found, scene, agency)
        return replace(party, sector=Sector.MED, rule="speaker.agency")
    return _person(found, scene) or _known(found, scene) or _as_written(found, scene)


def _text(found: Beside, scene: Scene) -> str:
    return scene.sentence.text[found.start : found.end]


def _hits(found: Beside, scene: Scene, kinds: frozenset[NameKind]) -> tuple[NameHit, ...]:
    return tuple(
        hit
        for hit in scene.sentence.hits
        if hit.kind in kinds and found.start <= hit.start and hit.end <= found.end
    )


def _hit_at_end(found: Beside, scene: Scene, kinds: frozenset[NameKind]) -> NameHit | None:
    """A name that the words end with: what heads the phrase."""
    return next((hit for hit in _hits(found, scene, kinds) if hit.end == found.end), None)


def _state(found: Beside, scene: Scene, hit: NameHit) -> Party:
    return Party(
        span=scene.sentence.page_span(hit.start, hit.end),
        text=scene.sentence.text[hit.start : hit.end],
        name=hit.name,
        country=hit.country,
        sector=hit.sector or Sector.GOV,
        rule=f"name.{hit.kind.value}",
    )


def _person(found: Beside, scene: Scene) -> Party | None:
    """Who a name at the end of the words means: the longest that is known."""
    if _hit_at_end(found, scene, NATION_KINDS) is not None:
        return None
    words = list(_WORD.finditer(_text(found, scene)))
    for at, word in enumerate(words):
        if not word.group()[0].isupper():
            continue
        name = _text(found, scene)[word.start() :]
        person = scene.people.find(name, on=scene.on)
        before = words[at - 1].group() if at else ""
        another = _is_given_name(before) and person is not None and before not in person.name
        if person is not None and person.country is not None and not another:
            return _held(person, found.start + word.start(), found, scene)
    return None


def _is_given_name(word: str) -> bool:
    """Whether the word before a surname is part of the name: "Liis" of "Liis Saar"."""
    title = _TITLES.match(word) is not None or offices().ends_in(word.lower())
    return word[:1].isupper() and not title


def _held(person: Person, start: int, found: Beside, scene: Scene) -> Party:
    return Party(
        span=scene.sentence.page_span(start, found.end),
        text=scene.sentence.text[start : found.end],
        name=person.name,
        country=person.country,
        sector=person.sector,
        person=person.name,
        office=person.office,
        rule=person.rule,
    )


def _known(found: Beside, scene: Scene) -> Party | None:
    """A state by its name, or an office or body of one."""
    hit = _hit_at_end(found, scene, STATE_KINDS)
    if hit is not None and hit.country is not None:
        return _state(found, scene, hit)
    words = _text(found, scene)
    office = offices().lookup(words)
    if office is None or words[-1:].isupper() or words.split()[-1][0].isupper():
        return None
    nation = next((h.country for h in _hits(found, scene, NATION_KINDS)), office.country)
    if nation is None and words.split()[0].lower() in ("the", "this"):
        index = scene.sentence.index
        known = scene.discourse.person(sentence=index, office=office.name)
        if known is not None:
            return replace(known, span=_span(found, scene), text=words, rule="coreference.office")
    holder = scene.people.holder(office.name, nation) if nation is not None else None
    return Party(
        span=_span(found, scene),
        text=words,
        name=holder.name if holder is not None else words,
        country=nation,
        sector=office.sector,
        person=holder.name if holder is not None else None,
        office=office.name,
        rule="office",
    )


def _as_written(found: Beside, scene: Scene) -> Party:
    """The words, a name without the titles before it; the country of a nation among them."""
    words = list(_WORD.finditer(_text(found, scene)))
    named = [w for w in words if w.group()[0].isupper() and not _TITLES.match(w.group())]
    start = found.start
    if named and words[-1].group()[0].isupper():
        lower = [w for w in words if not w.group()[0].isupper()]
        start += lower[-1].end() + 1 if lower else 0
    text = scene.sentence.text[start : found.end]
    nation = next((h.country for h in _hits(found, scene, NATION_KINDS)), None)
    return Party(
        span=scene.sentence.page_span(start, found.end),
        text=text,
        name=text,
        country=nation,
        sector=Sector.NONE,
        rule="speaker.as-written",
    )


def _span(found: Beside, scene: Scene) -> Span:
    return scene.sentence.page_span(found.start, found.end)


def can_be(word: str, found: Beside, scene: Scene, *, bodies: frozenset[str]) -> bool:
    """Whether a pronoun can point to what the words name: "he" to no state, "it" to no person."""
    words = _text(found, scene)
    last = words.split()[-1]
    hit = _hit_at_end(found, scene, frozenset(NameKind))
    if hit is not None and hit.kind is NameKind.PLACE:
        return False
    body = hit is not None or last.lower() in bodies
    called = offices().lookup(words) is not None or is_private(last)
    person = not body and (last[0].isupper() or called)
    many = last[0].islower() and last.endswith("s")
    if word in ("he", "she", "i", "who"):
        return person and not many
    if word == "they":
        return many
    if word == "it":
        return body and not many
    return body or person
