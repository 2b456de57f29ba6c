"""Groups of three states and more: "the four", "the Baltic states", "three European powers", "E3".

Whom they mean is said by the number, and by who met or was listed, in the article's own words.
"""

import re
from collections.abc import Iterable, Iterator

from regesta.knowledge import NameHit, NameKind, country, described_as
from regesta.model import Party, Sector
from regesta.read.actors.discourse import SEVERAL
from regesta.read.actors.plurals import PAIRED_PEOPLE, PAIRED_STATES
from regesta.read.actors.pointing import Resolve, as_country, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    clause_of,
    complements,
    core,
    objects,
    prepositions,
    subjects,
    with_conjuncts,
)
from regesta.read.sentences import Sentence
from regesta.read.tree import Token

_COUNTS = {"three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6}
_STATES = PAIRED_STATES | {"republic", "monarchy", "kingdom"}
_KNOWN = PAIRED_PEOPLE | _STATES
_SENT = frozenset({"ambassador", "envoy", "leader", "minister", "diplomat", "negotiator", "member"})
_WHOLE = frozenset({"baltic", "nordic"})  # regions that are named for all their states
_CALLED: dict[str, tuple[str, ...]] = {
    "E3": ("DEU", "FRA", "GBR"),
    "P5": ("CHN", "FRA", "GBR", "RUS", "USA"),
    "Quint": ("DEU", "FRA", "GBR", "ITA", "USA"),
}
_FRIENDS = frozenset({"ally", "partner"})
_BETWEEN = re.compile(r",? ?(?:and |as well as )?(?:the )?")
_LISTED = frozenset({NameKind.COUNTRY, NameKind.CAPITAL, NameKind.DEMONYM})


def lists_in(read: Iterable[Sentence]) -> tuple[tuple[str, ...], ...]:
    """The lists of three states and more that an article has, each once, in order."""
    read = tuple(read)
    found = [group for sentence in read for group in _lists(sentence)]
    for name, codes in _CALLED.items():
        found.extend(codes for s in read if re.search(rf"\b{name}\b", s.text))
    return tuple(dict.fromkeys(group for group in found if len(group) >= SEVERAL))


def _lists(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """The states of each list of a sentence, sorted by code."""
    run: list[NameHit] = []
    for hit in sentence.hits:
        if hit.kind not in _LISTED or country(hit.country or "") is None:
            continue
        if run and not _BETWEEN.fullmatch(sentence.text[run[-1].end : hit.start]):
            yield _codes(run)
            run = []
        run.append(hit)
    yield _codes(run)


def _codes(run: list[NameHit]) -> tuple[str, ...]:
    return tuple(sorted({hit.country for hit in run if hit.country is not None}))


def _dealing_above(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A spoke to those of B and C, and the three urged": all who take part in the clause before.

    Of each state one.
    """
    verb = clause_of(head)
    above = verb.head
    if verb.dep_ not in ("conj", "ccomp", "advcl") or above.pos_ != "VERB" or above.i > verb.i:
        return ()
    near = [above, *objects(above)]
    near.extend(t for n in objects(above) for p in prepositions(n, "of") for t in complements(p))
    others = (t for n in near for p in prepositions(n, "with", "to") for t in complements(p))
    heads = (*subjects(above), *(t for n in objects(above) for t in with_conjuncts(n)), *others)
    told = (p for t in heads for p in resolve(t, scene) if country(p.country or "") is not None)
    return tuple({p.country: p for p in told}.values())


def counted(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "the three leaders", "the quartet": those who met or were listed last, if as many.

    Else the one list of so many that the article has, before or after.
    """
    if head.lemma_.lower() not in _KNOWN and head.lower_ not in _COUNTS:
        return ()
    tokens, words = core(head), {c.lower_ for c in head.lefts} | {head.lower_}
    count = next((_COUNTS[w] for w in sorted(words) if w in _COUNTS), 0)
    region = described_as(" ".join(t.text for t in tokens if t != head))
    if not (count or region) or any(
        hit.country != "EU" for hit in scene.hits(tokens, NATION_KINDS)
    ):
        return ()
    pointing = not words.isdisjoint(("the", "these", "all"))
    if pointing and not region:
        for many in (
            _dealing_above(head, scene, resolve=resolve),
            scene.discourse.meeting(sentence=scene.sentence.index),
            scene.discourse.listed,
        ):
            if len({p.country for p in many}) == count:
                return tuple(pointed(p, tokens, scene, rule="coreference.counted") for p in many)
    if not pointing and not (region and count):
        return ()
    lists = [g for g in scene.lists if not region or region.issuperset(g)]
    lists = [g for g in lists if len(g) == (count or len(g))]
    if not lists and len(region) == count:
        lists = [tuple(sorted(region))]
    if len(lists) == 1:
        return _all_of(lists[0], tokens, scene, rule="coreference.listed")
    told = scene.discourse.states() if not lists and not region and count >= SEVERAL else ()
    # "the three governments" of the only three told of; two of "the three allies" may be foes
    if len(told) != count or head.lemma_.lower() in _FRIENDS:
        return ()
    return tuple(pointed(as_country(p), tokens, scene, rule="coreference.counted") for p in told)


def _many(head: Token) -> bool:
    """Whether a noun stands for several states or for those who serve them."""
    return head.tag_ in ("NNS", "NNPS") and head.lemma_.lower() in _STATES | _SENT


def known_group(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the Baltic states", "the E3": groups that are known by a name."""
    called = (head, *(t for t in head.lefts if t.dep_ in ("compound", "nmod") and _many(head)))
    codes = next(filter(None, (_CALLED.get(t.text) for t in called)), ())
    many = _many(head)
    if not codes and not many:
        return ()
    tokens = core(head)
    words = {t.lower_ for t in tokens}
    if many and "the" in words:
        region = words & _WHOLE
        plain = len(tokens) == len(("the", "Baltic", "states"))
        codes = tuple(sorted(described_as(" ".join(region)))) if region and plain else codes
    return _all_of(codes, tokens, scene, rule="coreference.group")


def _all_of(
    codes: Iterable[str], tokens: tuple[Token, ...], scene: Scene, *, rule: str
) -> tuple[Party, ...]:
    return tuple(
        scene.described(tokens, country=code, sector=Sector.GOV, rule=rule) for code in codes
    )
