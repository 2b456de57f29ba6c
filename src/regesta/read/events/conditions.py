"""What words a sentence must hold for a frame to fit: the frames table compiled for the gate.

Each alternative of a frame's needs becomes the sets of lemmas of which the sentence must have one
each. A need that asks for no word (a party, a clause, two sides) asks for nothing here: the gate
may let a sentence through that tells no deed, it never stops one that does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from regesta.knowledge.frames import Frame, frames, words_of
from regesta.read.events.needs import FLAGS, LOOKS
from regesta.read.events.scope import ALONE, POSITIONS, UNTARGETED
from regesta.read.parser import irregular_forms


def _first_words(*classes: frozenset[str]) -> frozenset[str]:
    """The words of classes, of those that are several ("give_up", "act-of-war") the first too."""
    words = frozenset().union(*classes)
    return words | {re.split("[_-]", word)[0] for word in words}


_WILL = frozenset({"will", "would", "shall", "wo", "won", "ll", "'ll"})
_MAY = frozenset({"can", "ca", "could", "may", "might"})
_NOT = frozenset({"not", "never", "no", "nor", "neither", "cannot", "t", "n't"})
# "against", "nothing" and the like judge as the words of the classes do.
_JUDGING = _first_words(*(words_of(name) for name in ("BAD", "GOOD", "WRONGS", "RIGHTS")))
_JUDGING |= frozenset({"break", "flout", "nothing", "little", "behind", "against"})
# The words that flags of the table look for; a flag that is not here asks for none.
FLAG_WORDS: Mapping[str, tuple[frozenset[str], ...]] = {
    "saidbad": (_JUDGING,),
    "saidgood": (_JUDGING,),
    "calledbad": (_JUDGING,),
    "calledgood": (_JUDGING,),
    "ownwill": (_WILL,),
    "ownpronoun": (_WILL,),
    "ownwont": (_WILL | _MAY, _NOT),
    "ccompwill": (_WILL | _MAY,),
    "will": (_WILL,),
    "wewill": (_WILL, frozenset({"we", "i"})),
    "willif": (_WILL, frozenset({"if", "unless"})),
    "ccompmust": (
        words_of("OUGHT")
        | {
            "should",
            "must",
            "ought",
            "have",
            "need",
            "up",
            "onus",
            "burden",
            "ball",
            "responsibility",
        },
    ),
    "comeuppance": (words_of("COMEUPPANCE"),),
    "timetodo": (frozenset({"time", "moment", "duty", "right"}), words_of("VIOLENT")),
    "neg": (_NOT,),
    "xneg": (_NOT,),
    "objnone": (frozenset({"no"}),),
    "exists": (frozenset({"there"}),),
    "amidsanctions": (frozenset({"sanction", "sanctions"}),),
}
_WITH_NAME = frozenset({"prep", "prt"})  # needs whose first part is itself a word of the sentence


@dataclass(frozen=True, slots=True)
class Way:
    """One way for a frame to fit: the words it takes, and whether one side is enough for it."""

    words: tuple[frozenset[str], ...]
    alone: bool
    towards: bool  # a position or blow whose other side may be named shortly before

    def covers(self, other: "Way") -> bool:
        """Whether every sentence that has the other way has this one."""
        own = all(any(theirs <= mine for theirs in other.words) for mine in self.words)
        return own and self.alone >= other.alone and self.towards >= other.towards


def _one_of(look: str) -> frozenset[str]:
    """The lemmas that a look at a phrase asks for; none for a look at parties."""
    if look.startswith("@"):
        return _first_words(words_of(look[1:]))
    return frozenset() if look in LOOKS or not look else frozenset({look})


def _asked(need: str) -> Iterator[frozenset[str]]:
    """The sets of lemmas of which one need asks one each."""
    if need.startswith("-"):
        return
    if need in FLAGS:
        yield from FLAG_WORDS.get(need, ())
        return
    kind, *looks = need.split(":")
    if kind in _WITH_NAME:
        yield from (frozenset({name}) for name in looks[0].split("."))  # "prep:for.on:party"
        looks = looks[1:]
    yield from map(_one_of, looks)


def _ways(frame: Frame) -> Iterator[Way]:
    for every in frame.needs:
        sets = {words for need in every for words in _asked(need) if words}
        yield Way(
            words=tuple(sorted(sets, key=lambda words: (len(words), sorted(words)[0]))),
            alone=frame.type in ALONE,
            towards=frame.type in POSITIONS or frame.mode in UNTARGETED or frame.mode == "mediate",
        )


@cache
def ways() -> Mapping[str, tuple[Way, ...]]:
    """Lemma of a predicate -> the ways in which one of its frames can fit, none twice."""
    found: dict[str, list[Way]] = defaultdict(list)
    for (_, lemma), rows in frames().rows.items():
        for way in (way for frame in rows for way in _ways(frame)):
            if not any(known.covers(way) for known in found[lemma]):
                found[lemma] = [k for k in found[lemma] if not way.covers(k)] + [way]
    return {lemma: tuple(known) for lemma, known in found.items()}


_ENDINGS = ("", "s", "es", "ed", "d", "ing", "n", "en")


def _regular_forms(lemma: str) -> Iterator[str]:
    """What English endings make of a lemma, with the letters they drop or double."""
    yield from (lemma + ending for ending in _ENDINGS)
    if lemma.endswith("e"):
        yield from (lemma[:-1] + "ing", lemma[:-1] + "ed")
    if lemma.endswith("y"):
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    yield from (lemma + lemma[-1] + ending for ending in ("ed", "ing"))


@cache
def _lemmas_of() -> Mapping[str, frozenset[str]]:
    """Written form -> the lemmas of the table, its predicates and its words, that it may stand for.

    Irregular forms are those that the parser's own lemmatizer knows.
    """
    wanted = {word for known in ways().values() for way in known for ws in way.words for word in ws}
    wanted |= ways().keys()
    found: dict[str, set[str]] = defaultdict(set)
    for lemma in wanted:
        for form in _regular_forms(lemma):
            found[form].add(lemma)
    for form, lemmas in irregular_forms():
        found[form].update(wanted.intersection(lemmas))
    return {form: frozenset(lemmas) for form, lemmas in found.items() if lemmas}


def ways_in(words: Iterable[str]) -> tuple[Way, ...]:
    """The ways to fit for which a sentence of these words, lower case, has all that they take."""
    known = _lemmas_of()
    parts = (
        part for word in words for part in ((word, *word.split("-")) if "-" in word else (word,))
    )
    lemmas = frozenset(lemma for part in parts for lemma in known.get(part, ()))
    table = ways()
    return tuple(
        way
        for lemma in lemmas
        for way in table.get(lemma, ())
        if all(not lemmas.isdisjoint(one_of) for one_of in way.words)
    )
