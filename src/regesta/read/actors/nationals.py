"""Private persons by the nation that the page gives them, and "the pastor" who is one of them.

"Eva Lund, a Swedish aid worker", "the Danish nurse Ida Holm", "Paul Hart, an Ohio native". They do
no deeds of state; what is done to them is done to one of that nation.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, offices
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.people import Person
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.actors.titles import NAME, is_name_word, trim
from regesta.read.clauses import core
from regesta.read.tree import Token

RULE = "people.national"
_HUMANS = words_of("PRISONER") | words_of("PEOPLE") | words_of("HUMAN_JOBS")
_KINDS = words_of("HUMAN_KINDS")  # what stands between a nation and the word for a person
_NATIONS = frozenset({NameKind.DEMONYM, NameKind.COUNTRY})
_BEFORE = re.compile(rf"(?P<name>{NAME}), (?:an?|the) (?:[\w-]+ ){{0,3}}$")
_WORDS = re.compile(r" ([\w-]+)")
_NAMED = re.compile(rf",? (?P<name>{NAME})")
_GONE = re.compile(r"\b(?:former|retired|ex|erstwhile|onetime)\b(?=[\w ,-]*$)", re.IGNORECASE)
_SAYS = re.compile(r" (?:said|says|told|added|wrote|announced|reported)\b")
_BESIDE = 10  # code points before a nation in which "retired" stands
_LONGEST = 90  # code points of a name with what leads up to the nation


def nationals_in(text: str, hits: tuple[NameHit, ...]) -> Iterator[Person]:
    """Everybody whom a text names in full and gives a nation, as one of its people."""
    for hit in hits:
        if hit.country is None or hit.compound:
            continue
        called, end = called_after(text, hit)
        lead = _BEFORE.search(text, max(0, hit.start - _LONGEST), hit.start)
        if lead is not None and (called or _is_bare(text, hit)):
            yield from _person(lead, hit, called=called, hits=hits, end=end)
        elif called and hit.kind is NameKind.DEMONYM:
            behind = _NAMED.match(text, end)
            if behind is not None and not _leads_on(text, behind):
                yield from _person(behind, hit, called=called, hits=hits, end=behind.end())


def _leads_on(text: str, match: re.Match[str]) -> bool:
    """ "expelled a Danish diplomat, Foreign Minister X said": a name of another clause."""
    apart = match.group().startswith(",")
    titled = trim(match["name"]) != match["name"]
    return apart and (titled or _SAYS.match(text, match.end()) is not None)


def called_after(text: str, hit: NameHit) -> tuple[str, int]:
    """What kind of person a nation's name is followed by, and where that word ends; "" for none."""
    end = hit.end
    while (match := _WORDS.match(text, end)) is not None:
        word, end = match[1].lower(), match.end()
        if hit.kind is NameKind.PLACE:  # "a Texas teacher", but a London banker may be any nation's
            told = word == "native" or (hit.country == "USA" and word in _HUMANS)
            return (word, end) if told else ("", end)
        if hit.kind in _NATIONS and word in _HUMANS:
            return word, end
        if word not in _KINDS:
            break
    return "", end


def _is_bare(text: str, hit: NameHit) -> bool:
    """ "X, a Briton,": the nation's name ends the description."""
    return hit.kind is NameKind.DEMONYM and text[hit.end : hit.end + 1] in (",", ".", ";", "")


def _person(
    match: re.Match[str], hit: NameHit, *, called: str, hits: tuple[NameHit, ...], end: int
) -> Iterator[Person]:
    name = trim(match["name"])
    named = any(h.start < match.end("name") and match.start("name") < h.end for h in hits)
    if named or " " not in name or not all(map(is_name_word, name.split())):
        return
    job = offices().lookup(called) if called else None
    start = min(match.start(), hit.start)
    if _GONE.search(match.string, max(0, start - _BESIDE), max(end, match.end())):
        job = None
    yield Person(
        name=name,
        office=None,
        country=hit.country,
        sector=job.sector if job is not None else Sector.CVL,
        rule=RULE,
        start=min(match.start("name"), hit.start),
        end=max(end, match.end("name")),
        called=called,
    )


def called(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the pastor", "the journalist": the one whom the page introduced as such."""
    word = head.lemma_.lower()
    if head.tag_ != "NN" or word not in _HUMANS:
        return ()
    tokens = core(head)
    if tokens[0].lower_ != "the" or scene.hits(tokens, NATION_KINDS):
        return ()
    found = {one.name: one for one in scene.people.known if one.called == word}
    if len(found) != 1:
        return ()
    (one,) = found.values()
    known = scene.described(tokens, country=one.country, sector=one.sector, rule=RULE)
    return (replace(known, name=one.name, person=one.name),)
