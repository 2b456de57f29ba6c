"""What words a sentence must hold for a frame to fit: the frames table compiled for the gate.

Each alternative of a frame's needs becomes the sets of lemmas of which the sentence must have one
each. A need that asks for no word (a party, a clause, two sides) asks for nothing here: the gate
may let a sentence through that tells no deed, it never stops one that does.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from regesta.knowledge.frames import Frame, frames, words_of
from regesta.read.events.grievances import OPPOSING
from regesta.read.events.indirect import SPYING
from regesta.read.events.needs import FLAGS, HUMANS, LOOKS
from regesta.read.events.nominal import MATERIAL, VERBS
from regesta.read.events.owned import TYING
from regesta.read.events.roles import PLACES
from regesta.read.events.scope import CUSTODY, POSITIONS, UNTARGETED, stands_alone
from regesta.read.forms import lemmas_by_form
from regesta.read.going_on import SPEECH, SPOKEN_ACTS


def _first_words(*classes: frozenset[str]) -> frozenset[str]:
    """The words of classes, of those that are several ("give_up", "act-of-war") the first too."""
    words = frozenset().union(*classes)
    return words | {re.split("[_-]", word)[0] for word in words}


_WILL = frozenset({"will", "would", "shall", "wo", "won", "ll", "'ll"})
_MAY = frozenset({"can", "ca", "could", "may", "might"})
_NOT = frozenset({"not", "never", "no", "nor", "neither", "cannot", "t", "n't"})
# "against", "nothing" and the like judge as the words of the classes do.
_VERDICTS = ("BAD", "GOOD", "WRONGS", "RIGHTS", "UPSET", "FRIENDS", "SHORTCOMINGS")
_JUDGING = _first_words(*(words_of(name) for name in _VERDICTS))
_JUDGING |= frozenset({"break", "flout", "nothing", "little", "behind", "against", "blame"})
_JUDGING |= frozenset({"position"})
# The words that flags of the table look for; a flag that is not here asks for none.
FLAG_WORDS: Mapping[str, tuple[frozenset[str], ...]] = {
    "saidbad": (_JUDGING,),
    "saidgood": (_JUDGING,),
    "onoffer": (words_of("OFFERING") | words_of("CLAIM"),),
    "calledbad": (_JUDGING,),
    "calledgood": (_JUDGING | words_of("FRIENDS"),),
    "ownwill": (_WILL | _MAY,),  # "hinted it could"
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
            "turn",
            "move",
            "duty",
            "job",
            "time",
            "insist",
            "suggest",
            "recommend",
            "propose",
        },
    ),
    "comeuppance": (words_of("COMEUPPANCE"),),
    "timetodo": (frozenset({"time", "moment", "duty", "right"}), words_of("VIOLENT")),
    "answered": (words_of("ANSWERING"), words_of("ASKED_FOR")),
    "neg": (_NOT,),
    "xneg": (_NOT,),
    "objnone": (frozenset({"no"}),),
    "adds": (SPEECH | SPOKEN_ACTS,),
    "faultof": (words_of("FAULT") | {"responsibility"},),
    "atprep": (frozenset({"at"}),),
    "together": (frozenset({"together", "jointly", "joint", "combined"}),),
    "claimed": (
        frozenset({"which"}).union(*map(words_of, ("CLAIM", "CALLS", "INVITATION", "PROPOSED"))),
    ),
    "exists": (frozenset({"there"}),),
    "spying": (SPYING,),
    "owed": (frozenset({"owe"}),),
    "ofothers": (TYING,),
    "ontable": (frozenset({"table", "open"}),),
    "opposing": (OPPOSING,),
    "amidsanctions": (frozenset({"sanction", "sanctions"}),),
}
_TOWARDS = UNTARGETED | CUSTODY | {"mediate"}
Need = tuple[str, ...]  # one alternative of a frame: all that must hold together
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
    if look in LOOKS:
        return HUMANS if look == "human" else frozenset()
    return frozenset({look}) if look else frozenset()


def _asked(need: str) -> Iterator[frozenset[str]]:
    """The sets of lemmas of which one need asks one each."""
    if need.startswith("-"):
        return
    if need in FLAGS:
        yield from FLAG_WORDS.get(need, ())
        return
    kind, *looks = need.split(":")
    if kind == "light":  # "light:plural": who does it, not a word
        return
    if kind in _WITH_NAME:  # "prep:for.on:party", but "prep:poss:person" asks for a role
        yield from (frozenset({name}) for name in looks[0].split(".") if name not in PLACES)
        looks = looks[1:]
    if kind == "words":  # "words:human": the word itself, no look at who that is
        yield from (_one_of(look) if look[0] == "@" else frozenset({look}) for look in looks)
        return
    yield from map(_one_of, looks)


@cache
def _sets(every: Need) -> tuple[frozenset[str], ...]:
    """The sets of lemmas that the needs of one alternative ask for, the smallest first."""
    sets = {words for need in every for words in _asked(need) if words}
    return tuple(sorted(sets, key=lambda words: (len(words), min(words))))


def _ways(frame: Frame) -> Iterator[Way]:
    for every in frame.needs:
        yield Way(
            words=_sets(every),
            alone=stands_alone(frame.type, frame.mode),
            towards=frame.type in POSITIONS or frame.mode in _TOWARDS,
        )


@cache
def ways() -> Mapping[str, tuple[Way, ...]]:
    """Lemma of a predicate -> the ways in which one of its frames can fit, none twice."""
    found: dict[str, list[Way]] = defaultdict(list)
    for (_, lemma), rows in frames().rows.items():
        for way in (way for frame in rows for way in _ways(frame)):
            if not any(known.covers(way) for known in found[lemma]):
                found[lemma] = [k for k in found[lemma] if not way.covers(k)] + [way]
    for noun, verb in VERBS.items():  # "the closure of" asks for what "close" asks for
        rows = frames().find(pos="V", lemma=verb)
        found[noun].extend(w for frame in rows if frame.type in MATERIAL for w in _ways(frame))
    return {lemma: tuple(known) for lemma, known in found.items()}


@cache
def _lemmas_of() -> Mapping[str, frozenset[str]]:
    """Written form -> the lemmas of the table's predicates and words that it may stand for."""
    rows = [frame for known in frames().rows.values() for frame in known]
    wanted = {word for frame in rows for every in frame.needs for ws in _sets(every) for word in ws}
    wanted |= frames().lemmas | VERBS.keys()
    return lemmas_by_form(wanted)


@cache
def _forms() -> frozenset[str]:
    """All written forms of the table's lemmas."""
    return frozenset(_lemmas_of())


@cache
def _numbers() -> Mapping[frozenset[str], int]:
    """Every set of lemmas that an alternative of the table asks for, with a bit of its own."""
    rows = (frame for known in frames().rows.values() for frame in known)
    sets = dict.fromkeys(ws for frame in rows for every in frame.needs for ws in _sets(every))
    return {words: 1 << place for place, words in enumerate(sets)}


@cache
def _met_by() -> Mapping[str, int]:
    """Written form -> the bits of the sets of which it may be a lemma."""
    bits: dict[str, int] = defaultdict(int)
    for words, bit in _numbers().items():
        for word in words:
            bits[word] |= bit
    met = {
        form: reduce(or_, (bits[lemma] for lemma in lemmas if lemma in bits), 0)
        for form, lemmas in _lemmas_of().items()
    }
    return {form: mask for form, mask in met.items() if mask}


@cache
def _ways_by() -> Mapping[str, tuple[tuple[int, Way], ...]]:
    """Written form -> the ways of the predicates that it may be, behind what each asks for."""
    table = {lemma: tuple((_mask(w.words), w) for w in known) for lemma, known in ways().items()}
    found = {
        form: tuple(way for lemma in sorted(lemmas) for way in table.get(lemma, ()))
        for form, lemmas in _lemmas_of().items()
    }
    return {form: known for form, known in found.items() if known}


def _mask(sets: Iterable[frozenset[str]]) -> int:
    return reduce(or_, (_numbers()[words] for words in sets), 0)


def _known_in(words: Collection[str]) -> frozenset[str]:
    """The forms of the table among words, and among the parts of those with hyphens."""
    parts = (part for word in words if "-" in word for part in word.split("-"))
    return _forms().intersection((*words, *parts))


def sets_met(words: Collection[str]) -> int:
    """The bits of the sets of lemmas of which a sentence of these words, lower case, has one."""
    met = _met_by()
    return reduce(or_, (met.get(form, 0) for form in _known_in(words)), 0)


def ways_in(words: Collection[str], *, met: int) -> Iterator[Way]:
    """The ways to fit for which a sentence of these words, lower case, has all that they take.

    `met` are the bits of the sets that the words meet.
    """
    known = _ways_by()
    for form in _known_in(words):
        for mask, way in known.get(form, ()):
            if mask & met == mask:
                yield way


@cache
def _every_bit() -> int:
    """The bits of all sets."""
    return (1 << len(_numbers())) - 1


@cache
def _asks(pos: str, lemma: str) -> tuple[tuple[int, Frame, Need], ...]:
    """What each alternative of the frames of a predicate asks for, in the order of the table."""
    return tuple(
        (_mask(_sets(every)), frame, every)
        for frame in frames().find(pos=pos, lemma=lemma)
        for every in frame.needs
    )


def left_open(pos: str, lemma: str, *, met: int) -> Iterator[tuple[Frame, Need]]:
    """The frames of a predicate with each alternative for which a sentence has the words."""
    lacking = _every_bit() & ~met
    for mask, frame, every in _asks(pos, lemma):
        if not mask & lacking:
            yield frame, every
