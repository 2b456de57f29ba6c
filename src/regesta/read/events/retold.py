"""Deeds told again without their doer: "the ship was seized in May", "the attack killed 30"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from regesta.model import Event, EventType, Modality
from regesta.read.clauses import child
from regesta.read.events.candidate import ATTACKS, Candidate
from regesta.read.events.merge import only_placed, same_deed, together, told_apart
from regesta.read.events.scope import side, sides
from regesta.read.events.taken_as_known import is_answered
from regesta.read.tree import Token

DONE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.RETREAT,
    }
)
CLAIMS = frozenset({"claim.attack", "claim.attack.bare"})
_OWNS_UP = frozenset({"claim.blow", "be.behind", "launch.attack"})
_BESIDE = 50  # characters between such a claim and the blow that it names
_THE_BLOW = re.compile(
    r"\b(?:the|this|that) (?:\w+[ -]){0,2}(?:attack|assault|raid|ambush|blast|bombing|explosion"
    r"|strike|shooting|killing|massacre|siege)s?\b",
    re.IGNORECASE,
)
_BLOWS = frozenset({"attack", "kill", "destroy", "fire"})  # one blow is told as any of them
_PRONOUNS = frozenset({"it", "he", "she", "they", "which"})
POINTING = frozenset({"the", "this", "that", "these", "those"})


def is_doerless(event: Event, candidate: Candidate) -> bool:
    """Whether a deed that is told without a doer can be one told before or after with its doer.

    Its words point to what is known: "the attack", "the ship was seized", not "sarin was used".
    """
    if event.actors or event.type not in DONE or event.modality is not Modality.ACTUAL:
        return False
    if candidate.token.pos_ in ("NOUN", "PROPN"):
        known = _is_known(candidate.token) or _is_of_a_day(candidate)
        known = known and not is_answered(candidate.token)  # "struck in reply to the raid"
        return known and not any(_tells_which(c, candidate) for c in candidate.token.children)
    if candidate.token.dep_ == "acl":  # "the missiles used in the war" says which
        return False
    if candidate.passive:
        return not candidate.subject_heads and all(map(_is_known, candidate.object_heads))
    blows = candidate.subject_heads
    return bool(blows) and all(h.lemma_.lower() in ATTACKS and _is_known(h) for h in blows)


def _is_of_a_day(candidate: Candidate) -> bool:
    """ "Tuesday's test": the one of that day."""
    owner = child(candidate.token, "poss")
    return owner is not None and candidate.scene.is_dated(owner)


def _tells_which(word: Token, candidate: Candidate) -> bool:
    """Whether words behind a noun set it apart: "of 2001", not "on Monday" nor ", which ..."."""
    if word.dep_ == "prep":
        return not any(candidate.scene.is_dated(c) for c in word.children)
    apart = word.left_edge.i > 0 and word.doc[word.left_edge.i - 1].text == ","
    return word.dep_ in ("relcl", "acl") and not apart


def _is_known(noun: Token) -> bool:
    return noun.lower_ in _PRONOUNS or any(c.lower_ in POINTING for c in noun.lefts)


def with_retellings(
    events: tuple[Event, ...], doerless: Iterable[Event], *, text: str
) -> tuple[Event, ...]:
    """The deeds of an article with the sentences that tell one of them again without its doer.

    What fits two deeds is told of neither.
    """
    found = list(events)
    for telling in doerless:
        fitting = [
            i
            for i, event in enumerate(found)
            if _is_retold(event, telling) and not told_apart(event, telling, text=text)
        ]
        if len(fitting) == 1:
            found[fitting[0]] = together(found[fitting[0]], telling)
    return tuple(found)


def with_victims(
    events: Iterable[Event], unclaimed: Sequence[Event], *, text: str
) -> tuple[Event, ...]:
    """The deeds of an article, "claimed the bombing" with whom the bombing of nobody hit.

    That is the one told beside the claim, or before it, or at all.
    """
    blows = [e for e in unclaimed if e.type is EventType.ASSAULT]
    return tuple(_claimed(event, blows, text=text) for event in events)


def _claimed(event: Event, blows: Sequence[Event], *, text: str) -> Event:
    """The claim with all that is told of the blow, unless it says itself whom it hit."""
    if not _is_claim(event, text=text) or event.recipients:
        return event
    claim = replace(event, when=None, where=None)  # the day and place of the claim
    fitting = [b for b in blows if _is_retold(claim, b)]
    start = event.evidence[0].start
    near = [b for b in fitting if b.evidence == event.evidence]
    before = [b for b in fitting if b.evidence[-1].start < start]
    open_to = near or before or fitting
    hit = {sides(b.recipients) for b in open_to if not only_placed(b.recipients)}
    if not open_to or len(hit) > 1:
        return event  # of two blows nobody knows which is claimed
    meant = open_to[-1]
    told = [b for b in fitting if b.evidence == meant.evidence]
    people = [b for b in told if not only_placed(b.recipients)]
    struck = (people or told)[-1]
    for blow in (struck, *fitting):
        beside = blow.evidence == meant.evidence and not (people and only_placed(blow.recipients))
        if (beside or sides(blow.recipients) & sides(struck.recipients)) and _is_retold(
            claim, blow
        ):
            claim = together(claim, blow)
    return claim


def _is_claim(event: Event, *, text: str) -> bool:
    """ "claimed responsibility", "was behind the raid", "carried out the attack", not "a raid"."""
    if event.type is not EventType.ASSAULT or event.modality is not Modality.ACTUAL:
        return False
    if event.rule not in _OWNS_UP:
        return event.rule in CLAIMS
    sentence, deed = event.evidence[0], event.deed
    near = text[max(sentence.start, deed.start - _BESIDE) : min(sentence.end, deed.end + _BESIDE)]
    return _THE_BLOW.search(near) is not None


def _is_retold(event: Event, telling: Event) -> bool:
    own = sides(event.actors)
    alike = event.mode == telling.mode or {event.mode, telling.mode} <= _BLOWS
    if (
        not own
        or not alike
        or any(side(p) in own for p in telling.recipients if p.country is not None)
    ):
        return False
    return same_deed(event, replace(telling, actors=event.actors))
