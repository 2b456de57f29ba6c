"""Whose deed is reproached or praised: "condemned the attack", "called the step regrettable".

A verdict on a deed falls on its doer, never on whom it was done to. Where the noun does not say who
did it, it is whoever the article has told to have done such a deed, as long as that is one side.
"""

from collections.abc import Iterator

from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.nearer import STANDING
from regesta.read.actors.pointing import pointed
from regesta.read.clauses import clause_of, complements, core, prepositions
from regesta.read.events.candidate import ATTACKS, MEASURES, Candidate
from regesta.read.events.judged import POINTERS, judged_heads
from regesta.read.events.roles import role_heads
from regesta.read.events.summed import summed_up
from regesta.read.events.told import doers
from regesta.read.tree import Token

VERDICTS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
# Kind words that go to whom the deed befell: "condolences over the attack".
_TO_VICTIMS = frozenset({"express", "condole", "apologise", "recognise", "sign", "vote"})
_FAMILIES: tuple[tuple[frozenset[str], EventType], ...] = (
    (ATTACKS | words_of("BLOW"), EventType.ASSAULT),
    (words_of("TEST") | words_of("NUCLEAR") | words_of("SHOW_OF_FORCE"), EventType.MOBILIZE),
    (words_of("SANCTION") | words_of("MEASURE"), EventType.SANCTION),
    (words_of("FORCING"), EventType.COERCE),
    (frozenset({"expulsion", "tariff", "duty", "levy"}), EventType.SANCTION),
)
_RULINGS = frozenset({"ruling", "verdict", "judgment", "judgement"})
_FREED = frozenset({EventType.RETREAT})
# Kind deeds that are praised by a noun alone: "hailed the pledge", "welcomed the releases".
_KINDLY: tuple[tuple[frozenset[str], frozenset[EventType]], ...] = (
    (
        words_of("AGREEMENT")
        | frozenset({"pledge", "commitment", "promise", "truce", "ceasefire"}),
        frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT}),
    ),
    (words_of("EASING") | frozenset({"swap", "exchange"}), _FREED),
)
# What may be any deed just told: "the move", "such a provocation".
_ANY_DEED = words_of("ANY_DEED")
_HARD = frozenset(kind for _, kind in _FAMILIES)
_NEAR, _WHOLE_ARTICLE = 1, 400  # sentences back to "the move", and to "the launch"
_BEFALLS = ("on", "against", "at", "in", "near", "inside", "over")
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})


def answerable(candidate: Candidate, frame: Frame, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """The recipients of a verdict: those named, without whom the deed befell, or else its doers."""
    if frame.type not in VERDICTS or frame.mode in _TO_VICTIMS:
        return named
    summed = tuple(p for head in _heads(candidate, frame) for p in summed_up(head, candidate))
    if summed:
        return summed
    heads = (noun for head in _heads(candidate, frame) for noun in _measured(head))
    kindly = frame.type is EventType.SUPPORT
    deeds = [(head, kinds) for head in heads if (kinds := _kinds(head, kindly=kindly))]
    hurt = {p.country for head, kinds in deeds for p in _befallen(head, kinds, candidate)}
    found = tuple(p for p in named if p.country not in hurt)
    if found or not deeds:
        return found or named
    ruled = tuple(p for head, _ in deeds for p in _rulers(head, candidate))
    if ruled:
        return ruled
    own = tuple(p for head, _ in deeds for p in doers(head, candidate) if p.country not in hurt)
    return own or tuple(p for head, kinds in deeds for p in _told(head, kinds, candidate))


def judges_own(candidate: Candidate, frame: Frame, own: frozenset[str]) -> bool:
    """ "A's parliament cheered the move": what A itself was told to have done."""
    scene = candidate.scene
    for noun in _heads(candidate, frame) if frame.type is EventType.SUPPORT else ():
        kinds = _kinds(noun, kindly=True)
        if kinds and any(c.lower_ in _POINTING for c in noun.lefts):
            reach = _NEAR if kinds == _HARD else _WHOLE_ARTICLE
            told = scene.discourse.doers(kinds, sentence=scene.sentence.index, reach=reach)
            return bool(told) and {str(p.country) for p in told} <= own
    return False


def _heads(candidate: Candidate, frame: Frame) -> Iterator[Token]:
    for role in frame.recipients.names:
        if role == "judged":
            yield from judged_heads(candidate)
        elif role not in ("asked", "amod"):
            yield from role_heads(candidate, role.rstrip("*"))


def _measured(noun: Token) -> tuple[Token, ...]:
    """ "a round of sanctions", "a series of strikes": what the noun counts."""
    if noun.lemma_.lower() not in MEASURES:
        return (noun,)
    return tuple(t for p in prepositions(noun, "of") for t in complements(p)) or (noun,)


def _kinds(noun: Token, *, kindly: bool) -> frozenset[EventType]:
    """The types of deeds that a noun can mean; () for one that names none."""
    word = noun.lemma_.lower()
    if word in _RULINGS:
        return frozenset({EventType.REQUEST})
    praised = (kinds for nouns, kinds in _KINDLY if kindly and word in nouns)
    kind_deeds: frozenset[EventType] = frozenset().union(*praised)
    if kind_deeds:
        return kind_deeds
    if word in _ANY_DEED or noun.lower_ in POINTERS:
        return _HARD
    return frozenset(kind for nouns, kind in _FAMILIES if word in nouns)


def _befallen(noun: Token, kinds: frozenset[EventType], candidate: Candidate) -> Iterator[Party]:
    """Whom the deed befell, by the noun's own words: "the strikes on B", "the killing of B"."""
    forceful = kinds <= {EventType.ASSAULT, EventType.COERCE}
    names = (*_BEFALLS, "of") if forceful else _BEFALLS
    for token in (t for p in prepositions(noun, *names) for t in complements(p)):
        yield from within(token, candidate.scene)


def _rulers(noun: Token, candidate: Candidate) -> tuple[Party, ...]:
    """ "hailed the ruling": the court of several states that was told of."""
    scene = candidate.scene
    known = any(c.lower_ in _POINTING for c in noun.lefts)
    if noun.lemma_.lower() not in _RULINGS or not known:
        return ()
    court = scene.discourse.court(sentence=scene.sentence.index)
    return (pointed(court, core(noun), scene, rule="coreference.ruling"),) if court else ()


def _named_here(noun: Token) -> Token | None:
    """What "it" points to: the last deed that a noun names before it in another clause."""
    if noun.lower_ not in POINTERS:
        return None
    return next(
        (
            t
            for t in reversed(noun.doc[: noun.i])
            if t.pos_ == "NOUN"
            and t.dep_ in STANDING
            and t.lower_ not in POINTERS
            and clause_of(t) != clause_of(noun)
            and _kinds(t, kindly=False)
        ),
        None,
    )


def _told(noun: Token, kinds: frozenset[EventType], candidate: Candidate) -> Iterator[Party]:
    """Who did such a deed in the sentences before, where all that are told of did the same.

    "A backed B's strike, and C denounced it": the deed that the sentence itself has named.
    """
    scene = candidate.scene
    here = _named_here(noun)
    if here is not None:
        named = doers(here, candidate)
        befell = {p.country for p in _befallen(here, _kinds(here, kindly=False), candidate)}
        yield from (p for p in named if p.country not in befell)
        if not named:
            yield from _told(here, _kinds(here, kindly=False), candidate)
        return
    known = noun.lower_ in POINTERS or any(c.lower_ in _POINTING for c in noun.lefts)
    if not known:
        return
    reach = _NEAR if kinds == _HARD else _WHOLE_ARTICLE
    own = candidate.codes(candidate.subject_heads)
    freed = kinds == _FREED  # captors who let go are not praised
    for party in scene.discourse.doers(kinds, sentence=scene.sentence.index, reach=reach):
        if party.country not in own and not (freed and party.sector is Sector.REB):
            yield pointed(party, core(noun), scene, rule="coreference.deed")
